/** Colours of JSON, from the reader that goes on after errors: no grammar is bundled for it. Only what is in view is decorated. */
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
} as const;

class Highlighter {
  decorations: DecorationSet;
  private root: PartialNode;

  constructor(view: EditorView) {
    this.root = readPartialJson(view.state.doc.toString()).node;
    this.decorations = this.decorate(view);
  }

  update({ docChanged, viewportChanged, state, view }: ViewUpdate): void {
    if (docChanged) this.root = readPartialJson(state.doc.toString()).node;
    if (docChanged || viewportChanged) this.decorations = this.decorate(view);
  }

  private decorate({ viewport, state: { doc } }: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    const add = ({ start, end }: Range, kind: keyof typeof CLASSES): void => {
      if (start < end && end <= doc.length) builder.add(start, end, CLASSES[kind]);
    };
    const visit = (node: PartialNode): void => {
      if (node.range.end < viewport.from || node.range.start > viewport.to) return;
      if (node.kind === 'object') {
        for (const { nameRange, value } of node.members) {
          add(nameRange, 'name');
          visit(value);
        }
      } else if (node.kind === 'array') for (const item of node.items) visit(item);
      else if (node.kind !== 'hole') add(node.range, node.kind);
    };
    visit(this.root);
    return builder.finish();
  }
}

export const highlighting: Extension = ViewPlugin.fromClass(Highlighter, {
  decorations: (plugin) => plugin.decorations,
});
