/** The changes of a nearest match as edits of the event's own text, which keeps its form. */
import { nodeAt } from '../../editor/index.ts';
import { type Change, type Edit, type JsonNode, parsePointer, pointerTo, readJson } from '../../index.ts';

/** The text after the changes; undefined where they cannot be written as edits of it. */
export function changedText(text: string, changes: readonly Change[]): string | undefined {
  let result = text;
  for (const change of changes) {
    const { node } = readJson(result);
    const edit = node === undefined ? undefined : editOf(result, node, change);
    if (edit === undefined) return undefined;
    result = result.slice(0, edit.range.start) + edit.text + result.slice(edit.range.end);
  }
  return result;
}

function editOf(text: string, root: JsonNode, change: Change): Edit | undefined {
  const { pointer, renamedFrom, to } = change;
  if (renamedFrom !== undefined) return renaming(root, change);
  const parts = parsePointer(pointer);
  const found = nodeAt(root, pointer);
  if (found !== undefined) return to === undefined ? undefined : { range: found.node.range, text: to };
  if (parts === undefined || to === undefined) return undefined;
  const name = parts.at(-1) as string;
  const parent = nodeAt(root, pointerTo(parts.slice(0, -1)))?.node as JsonNode | undefined;
  if (parent?.kind === 'array' && name === '-') return insertion(text, parent.range.start, parent.items.at(-1), to);
  if (parent?.kind !== 'object') return undefined;
  const last = parent.members.at(-1);
  const from = last === undefined ? undefined : { range: { start: last.nameRange.start, end: last.value.range.end } };
  return insertion(text, parent.range.start, from, `${JSON.stringify(name)}: ${to}`);
}

function renaming(root: JsonNode, { pointer, renamedFrom, from, to }: Change): Edit | undefined {
  const found = nodeAt(root, renamedFrom as string);
  const name = parsePointer(pointer)?.at(-1);
  if (found?.nameRange === undefined || name === undefined || parentOf(pointer) !== parentOf(renamedFrom as string)) {
    return undefined;
  }
  const { start } = found.nameRange;
  if (from === to) return { range: found.nameRange, text: JSON.stringify(name) };
  return { range: { start, end: found.node.range.end }, text: `${JSON.stringify(name)}: ${to}` };
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Behind the last one, on a line of its own where that one has a line of its own. */
function insertion(text: string, open: number, last: Pick<JsonNode, 'range'> | undefined, added: string): Edit {
  if (last === undefined) return { range: { start: open + 1, end: open + 1 }, text: added };
  const { start, end } = last.range;
  const indent = /\n([ \t]*)$/.exec(text.slice(0, start))?.[0];
  return { range: { start: end, end }, text: `,${indent ?? ' '}${added}` };
}
