/**
 * Colours of JSON, and the brackets of the value at the cursor, from the tolerant reader, so that no grammar is bundled. Only the visible
 * part is decorated.
 */
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type PartialNode, readPartialJson } from '../../editor/index.ts';
import type { Range } from '../../index.ts';

const CLASSES = {
  name: Decoration.mark({ class: 'json-name' }),
  string: Decoration.mark({ class: 'json-string' }),
  number: Decoration.mark({ class: 'json-number' }),
  boolean: Decoration.mark({ class: 'json-literal' }),
  null: Decoration.mark({ class: 'json-literal' }),
  bracket: Decoration.mark({ class: 'json-bracket' }),
} as const;

class Highlighter {
  decorations: DecorationSet;
  private root: PartialNode;

  constructor(view: EditorView) {
    this.root = readPartialJson(view.state.doc.toString()).node;
    this.decorations = this.decorate(view);
  }

  update({ docChanged, viewportChanged, selectionSet, state, view }: ViewUpdate): void {
    if (docChanged) this.root = readPartialJson(state.doc.toString()).node;
    if (docChanged || viewportChanged || selectionSet) this.decorations = this.decorate(view);
  }

  private decorate({ viewport, state: { doc, selection } }: EditorView): DecorationSet {
    const { head, empty } = selection.main;
    const bracketed = empty ? bracketedAt(this.root, head) : undefined;
    const builder = new RangeSetBuilder<Decoration>();
    const add = ({ start, end }: Range, kind: keyof typeof CLASSES): void => {
      if (start < end && end <= doc.length) builder.add(start, end, CLASSES[kind]);
    };
    const visit = (node: PartialNode): void => {
      if (node.range.end < viewport.from || node.range.start > viewport.to) return;
      const at = node === bracketed ? node.range : undefined;
      if (at !== undefined) add({ start: at.start, end: at.start + 1 }, 'bracket');
      if (node.kind === 'object') {
        for (const { nameRange, value } of node.members) {
          add(nameRange, 'name');
          visit(value);
        }
      } else if (node.kind === 'array') for (const item of node.items) visit(item);
      else if (node.kind !== 'hole') add(node.range, node.kind);
      if (at !== undefined) add({ start: at.end - 1, end: at.end }, 'bracket');
    };
    visit(this.root);
    return builder.finish();
  }
}

/** The innermost object or array with both brackets, one of them directly before or after the offset. */
function bracketedAt(node: PartialNode, offset: number): PartialNode | undefined {
  const { start, end } = node.range;
  if (offset < start || offset > end || (node.kind !== 'object' && node.kind !== 'array')) return undefined;
  const inner = node.kind === 'array' ? node.items : node.members.map(({ value }) => value);
  const found = inner.reduce<PartialNode | undefined>((before, one) => bracketedAt(one, offset) ?? before, undefined);
  const isHere = node.open === undefined && [start, start + 1, end - 1, end].includes(offset);
  return found ?? (isHere ? node : undefined);
}

export const highlighting: Extension = ViewPlugin.fromClass(Highlighter, {
  decorations: (plugin) => plugin.decorations,
});
