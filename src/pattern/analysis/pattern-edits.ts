/** The edits of a pattern's text that would make one of its fields hold for an event, the likeliest first. */
import type { FieldExplanation } from '../explain/explanation.ts';
import { insert, remove, replace } from '../fix/edits.ts';
import { nodeAt } from '../json/locate.ts';
import { type JsonNode, type JsonObjectNode, memberOf, printJson, type Range } from '../json/node.ts';
import { appendPointer, parsePointer, pointerTo } from '../json/pointer.ts';
import { type Edit, type Place, within } from '../place.ts';
import { clipped } from '../value/excerpt.ts';

export type EditKind = 'rename' | 'step-down' | 'widen' | 'accept' | 'accept-missing' | 'leave-out';

export interface PatternEdit {
  readonly kind: EditKind;
  /** What it does, as a sentence in lower case without a full stop. */
  readonly title: string;
  /** In source order; no two overlap. */
  readonly edits: readonly Edit[];
}

/** `field` fails for the event; `root` is what the text of the pattern was read as. */
export function patternEdits(root: JsonNode, field: FieldExplanation, event: JsonObjectNode): readonly PatternEdit[] {
  const { seen } = field;
  const place = nodeAt(root, field.pointer);
  if (place?.node.kind !== 'array' || place.nameRange === undefined) return [];
  const end = place.node.range.end - 1;
  const more = (value: string): Edit => insert(end, `, ${value}`);
  const whole: Range = { start: place.nameRange.start, end: place.node.range.end };
  const edits: PatternEdit[] = [];
  if (seen.kind === 'missing') {
    for (const edit of renamed(root, field, event, more)) edits.push(edit);
    const down = steppedDown(field, whole);
    if (down !== undefined) edits.push(down);
  }
  for (const edit of widened(root, field, event)) edits.push(edit);
  if (seen.kind === 'value' || seen.kind === 'array') {
    const values = seen.kind === 'value' ? [seen.value] : seen.values.slice(0, 1);
    for (const value of values)
      edits.push({ kind: 'accept', title: `accept ${clipped(value)} too`, edits: [more(value)] });
  }
  if (seen.kind === 'missing' && seen.noData !== true) {
    edits.push({ kind: 'accept-missing', title: 'accept that it is missing too', edits: [more('{"exists": false}')] });
  }
  edits.push({
    kind: 'leave-out',
    title: `leave \`${field.pointer}\` out`,
    edits: remove(placeAt(root, field.pointer)),
  });
  return edits;
}

/** The name that the event has instead; and, where the field does not hold for its value, that value too. */
function renamed(
  root: JsonNode,
  { pointer, seen, path }: FieldExplanation,
  event: JsonObjectNode,
  more: (value: string) => Edit,
): readonly PatternEdit[] {
  const names = parsePointer(pointer) ?? [];
  if (seen.kind !== 'missing' || seen.suggestion === undefined || names.length !== path.length) return [];
  const depth = (parsePointer(seen.endsAt) ?? []).length;
  const name = nodeAt(root, pointerTo(names.slice(0, depth + 1)))?.nameRange;
  if (name === undefined) return [];
  const rename = { range: name, text: JSON.stringify(seen.suggestion) };
  const title = `name it \`${seen.suggestion}\``;
  const there = nodeAt(event, pointerTo([...path.slice(0, depth), seen.suggestion, ...path.slice(depth + 1)]))?.node;
  const value =
    there === undefined || there.kind === 'hole' || there.kind === 'object' || there.kind === 'array'
      ? undefined
      : printJson(there);
  return [
    { kind: 'rename', title, edits: [rename] },
    ...(value === undefined
      ? []
      : [
          {
            kind: 'rename' as const,
            title: `${title}, and accept ${clipped(value)} too`,
            edits: [rename, more(value)],
          },
        ]),
  ];
}

/** The event has the name one level further down. */
function steppedDown({ path, reasons = [] }: FieldExplanation, whole: Range): PatternEdit | undefined {
  const place = reasons.find(({ code }) => code === 'name-elsewhere')?.params as
    | { pointer: string; inArray?: true }
    | undefined;
  const found = place === undefined || place.inArray ? undefined : parsePointer(place.pointer);
  const last = path.at(-1);
  if (found === undefined || found.length !== path.length + 1 || found.at(-1) !== last) return undefined;
  const between = found.at(-2) as string;
  if (pointerTo(found.slice(0, -2)) !== pointerTo(path.slice(0, -1))) return undefined;
  return {
    kind: 'step-down',
    title: `look for it in \`${between}\``,
    edits: [insert(whole.start, `${JSON.stringify(between)}: {`), insert(whole.end, '}')],
  };
}

const WIDER: ReadonlyMap<string, string> = new Map([
  ['>', '>='],
  ['>=', '>='],
  ['<', '<='],
  ['<=', '<='],
]);

/** The bound that a number does not meet, moved to the number. */
function widened(root: JsonNode, { conditions }: FieldExplanation, event: JsonObjectNode): readonly PatternEdit[] {
  return conditions.flatMap(({ failsFor = [] }): PatternEdit[] => {
    const [value] = failsFor;
    const steps = value === undefined ? [] : (parsePointer(value.part) ?? []);
    // A list of comparisons is an operand: it stands in a condition.
    if (value === undefined || nodeAt(root, pointerTo(steps.slice(0, -2)))?.node.kind !== 'object') return [];
    const symbol = nodeAt(root, value.part)?.node;
    const bound = nodeAt(root, appendPointer(pointerTo(steps.slice(0, -1)), Number(steps.at(-1)) + 1))?.node;
    const seen = nodeAt(event, value.pointer)?.node;
    const wider = symbol?.kind === 'string' ? WIDER.get(symbol.value) : undefined;
    if (wider === undefined || symbol === undefined || bound?.kind !== 'number' || seen?.kind !== 'number') return [];
    return [
      {
        kind: 'widen',
        title: `widen the bound to ${wider} ${clipped(seen.text)}`,
        edits: [replace(symbol, JSON.stringify(wider)), replace(bound, seen.text)],
      },
    ];
  });
}

/** The field of a pointer, which leads through objects alone, with the objects around it. */
function placeAt(root: JsonNode, pointer: string): Place {
  let place: Place = { node: root, pointer: '' };
  for (const name of parsePointer(pointer) ?? []) {
    place = within(place, name, memberOf(place.node as JsonObjectNode, name) as JsonNode);
  }
  return place;
}
