/** Views of an event in which an element stands in the place of its array, so that a repair changes that element and leaves the others. */
import { isScalar, type JsonArray, type JsonNode, type JsonObjectNode, type Range } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import type { Edit } from '../place.ts';

/** The text of an event without the other elements of some arrays. */
export interface ElementView {
  readonly text: string;
  readonly node: JsonObjectNode;
  /** From the first replacement to the last one. */
  readonly chosen: readonly Chosen[];
}

/** An array that was replaced by one of its elements. The ranges are those in the text before. */
interface Chosen {
  /** The names that lead to the array. */
  readonly path: readonly string[];
  readonly index: number;
  readonly array: Range;
  readonly element: Range;
}

/** The maximum number of elements of one array. */
const MOST_ELEMENTS = 20;
/** Longer texts are not copied for each view. */
const LONGEST_TEXT = 200_000;

/** The views for the arrays on the way to fields, at most so many; empty for an event without such an array. */
export function elementViews(
  text: string,
  node: JsonObjectNode,
  paths: readonly (readonly string[])[],
  most: number,
): readonly ElementView[] {
  const views: ElementView[] = [];
  if (text.length <= LONGEST_TEXT) collect({ text, node, chosen: [] }, paths, views, most);
  return views;
}

function collect(view: ElementView, paths: readonly (readonly string[])[], views: ElementView[], most: number): void {
  const found = paths.map((path) => arrayOn(path, view.node)).find((one) => one !== undefined);
  if (found === undefined) {
    if (view.chosen.length > 0) views.push(view);
    return;
  }
  const { path, array } = found;
  for (const [index, { kind, range }] of array.items.slice(0, MOST_ELEMENTS).entries()) {
    if (views.length >= most) return;
    if (kind !== 'object' && kind !== 'array') continue;
    const { text } = view;
    const next = text.slice(0, array.range.start) + text.slice(range.start, range.end) + text.slice(array.range.end);
    const node = readJson(next).node as JsonObjectNode;
    const chosen = [...view.chosen, { path, index, array: array.range, element: range }];
    collect({ text: next, node, chosen }, paths, views, most);
  }
}

/** The first array on the way that has an object or an array in it. */
function arrayOn(
  path: readonly string[],
  event: JsonObjectNode,
): { readonly path: readonly string[]; readonly array: JsonArray } | undefined {
  let node: JsonNode | undefined = event;
  for (const [depth, name] of path.entries()) {
    if (node?.kind !== 'object') return undefined;
    node = node.members.findLast((member) => member.name === name)?.value;
    if (node?.kind === 'array' && !node.items.every(isScalar)) return { path: path.slice(0, depth + 1), array: node };
  }
  return undefined;
}

/** The edits of the event's own text, in source order; undefined where they overlap, as those of members of one name can. */
export function editsInEvent({ chosen }: ElementView, edits: readonly Edit[]): readonly Edit[] | undefined {
  const all = chosen.reduceRight(
    (mapped, one) => mapped.map(({ range, text }) => ({ range: rangeBefore(one, range), text })),
    edits,
  );
  const sorted = [...all].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const areApart = sorted.every(({ range }, i) => i === 0 || (sorted[i - 1] as Edit).range.end <= range.start);
  return areApart ? sorted : undefined;
}

function rangeBefore({ array, element }: Chosen, { start, end }: Range): Range {
  const length = element.end - element.start;
  const inside = array.start + length;
  const shift = array.end - inside;
  const into = element.start - array.start;
  // What is inserted right behind the element is a further member of the object around it: elements have brackets.
  if (start >= array.start && start < inside) return { start: start + into, end: end + into };
  return { start: start >= inside ? start + shift : start, end: end >= inside ? end + shift : end };
}

/** The path of a value in the event, from its path in the view. */
export function pathInEvent({ chosen }: ElementView, path: readonly string[]): readonly (string | number)[] {
  return path.flatMap((name, depth) => {
    const here = chosen.filter((one) => one.path.length === depth + 1 && one.path.every((part, i) => part === path[i]));
    return [name, ...here.map(({ index }) => index)];
  });
}
