/** Finds changes of one field of a pattern so that it holds for an event, the most probable first. */
import type { FieldExplanation, Seen } from '../explain/explanation.ts';
import { compileField } from '../field.ts';
import { applyEdits } from '../fix/apply.ts';
import { nodeAt } from '../json/locate.ts';
import {
  isScalar,
  type JsonArray,
  type JsonNode,
  type JsonObjectNode,
  type JsonScalar,
  printJson,
} from '../json/node.ts';
import { appendPointer, parsePointer, pointerTo } from '../json/pointer.ts';
import { compilePattern } from '../matcher.ts';
import { eventTest } from '../node-test.ts';
import { type PatternOptions, readPattern } from '../parse.ts';
import type { Field } from '../pattern.ts';
import type { Edit } from '../place.ts';
import { planPattern } from '../plan.ts';
import { editDistance } from '../value/edit-distance.ts';
import { clipped } from '../value/excerpt.ts';
import { nodeAtPath } from './field-holds.ts';
import type { Rename, Renamed } from './pattern-names.ts';
import type { PatternChange, PatternText } from './pattern-text.ts';
import { otherAffix, widened } from './widen.ts';

/**
 * How a field of a pattern is made to hold: a name of its path is the event's (`rename`), or its path leads into the next object
 * (`step-down`); a condition accepts more (`widen`), or excludes less (`drop`); a further condition accepts the value (`accept`) or the
 * missing field (`accept-missing`); or the field is removed (`leave-out`).
 */
export type EditKind = 'rename' | 'step-down' | 'widen' | 'drop' | 'accept' | 'accept-missing' | 'leave-out';

/** One way to make a field hold. */
export interface FieldRepair {
  readonly kind: EditKind;
  /**
   * The effect besides renaming, as a sentence in lower case without a full stop; empty if names are the only change.
   */
  readonly title: string;
  readonly names: readonly Rename[];
  readonly changes: readonly PatternChange[];
  /** The number of other values of the event that could be accepted instead. */
  readonly more?: number;
}

export interface Failing {
  readonly text: PatternText;
  readonly options: PatternOptions;
  readonly event: JsonObjectNode;
  readonly renamed: Renamed;
  /** Whether every field holds by itself, for values in different elements of an array. */
  readonly areApart: boolean;
}

/** The maximum number of changes of one kind. */
const MOST = 3;
/** The number of comparisons of array elements with conditions, and the minimum number of elements. */
const TRIES = 2000;
const FEWEST_VALUES = 20;

/** `index` is that of the field in the pattern; `field` fails for the event. */
export function repairsFor(field: FieldExplanation, index: number, failing: Failing): readonly FieldRepair[] {
  const { text, event, renamed } = failing;
  const { pointer, seen } = field;
  const names = namesAbove(pointer, renamed);
  const after = renamed.explanation.fields[index];
  const source = text.pattern.fields[index];
  const list = text.at(pointer)?.node;
  if (after === undefined || source === undefined || list?.kind !== 'array') return [];
  const ways: FieldRepair[] = [];
  const named = names.map(({ edit }): PatternChange => ({ kind: 'edits', edits: [edit] }));
  if (names.length > 0 && after.holds) ways.push({ kind: 'rename', title: '', names, changes: named });
  if (!after.holds || failing.areApart) {
    for (const way of valueWays(after, source, list, failing, renamed.event)) {
      ways.push({ ...way, names, changes: [...named, ...way.changes] });
    }
  }
  if (seen.kind === 'missing') {
    const down = steppedDown(field, source, failing, list);
    if (down !== undefined) ways.push(down);
    const missing = { kind: 'accept-missing', title: 'accept that it is missing too' } as const;
    const edits = [text.style.append(list, [{ value: '{"exists": false}' }])];
    const way: FieldRepair = { ...missing, names: [], changes: [{ kind: 'edits', edits }] };
    // Beside a condition that holds for every value another one has no effect.
    const isEndless = field.conditions.some((condition) => condition.text === '{"exists":true}');
    if (!isEndless && holdsWith(list, edits, source, failing, event)) ways.push(way);
  }
  const title = `leave \`${text.removedWith(pointer)}\` out`;
  return [...ways, { kind: 'leave-out', title, names: [], changes: [{ kind: 'remove', pointer }] }];
}

function namesAbove(pointer: string, { names }: Renamed): readonly Rename[] {
  if (names.size === 0) return [];
  const parts = parsePointer(pointer) ?? [];
  return parts.flatMap((_, i) => names.get(pointerTo(parts.slice(0, i + 1))) ?? []);
}

/** The changes for the value at the path of a field. */
function valueWays(
  { path, seen, conditions }: FieldExplanation,
  source: Field,
  list: JsonArray,
  failing: Failing,
  event: JsonObjectNode,
): readonly Omit<FieldRepair, 'names'>[] {
  const all = distinct(valuesOf(seen, path, event));
  if (all.length === 0) return [];
  const values = all.slice(0, Math.max(FEWEST_VALUES, TRIES / conditions.length));
  const { text } = failing;
  const holds = (edits: readonly Edit[]): boolean => holdsWith(list, edits, source, failing, event);
  const wider = values
    .flatMap((value) =>
      source.conditions.flatMap((condition, i) => {
        const node = list.items[i];
        return (node && widened(condition, node, value, text.pattern.dialect.rules)) ?? [];
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  const ways: Omit<FieldRepair, 'names'>[] = [];
  for (const { kind, title, edits } of distinctBy(wider, (one) => one.title)) {
    if (ways.length === MOST) break;
    if (holds(edits)) ways.push({ kind, title, changes: [{ kind: 'edits', edits }] });
  }
  if (ways.some(({ kind }) => kind === 'drop')) return ways;
  const adding = (title: string, value: string, more = 0): void => {
    const edits = [text.style.append(list, [{ value }])];
    const way: Omit<FieldRepair, 'names'> = { kind: 'accept', title, changes: [{ kind: 'edits', edits }] };
    if (holds(edits)) ways.push(more > 0 ? { ...way, more } : way);
  };
  const affixes = values.flatMap((value) => source.conditions.flatMap((one) => otherAffix(one, value) ?? []));
  for (const { condition, title } of distinctBy(affixes, (one) => one.title).slice(0, 1)) adding(title, condition);
  const texts = byNearness(
    values.map(printJson),
    conditions.map((condition) => condition.text),
  );
  for (const value of texts.slice(0, MOST)) adding(`accept ${clipped(value)} too`, value, all.length - MOST);
  return ways;
}

function valuesOf(seen: Seen, path: readonly string[], event: JsonObjectNode): readonly JsonScalar[] {
  // Through arrays the path leads to no single node, and each value has a place of its own.
  const places = seen.kind === 'values' ? seen.pointers : seen.kind === 'value' ? [seen.pointer] : [];
  const nodes = places.map((pointer) => nodeAt(event, pointer)?.node as JsonNode | undefined);
  if (nodes.length > 0) return nodes.filter((node): node is JsonScalar => node !== undefined && isScalar(node));
  const node = seen.kind === 'array' ? nodeAtPath(event, path) : undefined;
  return node?.kind === 'array' ? node.items.filter(isScalar) : [];
}

function distinct(values: readonly JsonScalar[]): readonly JsonScalar[] {
  return distinctBy(values, printJson);
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** The maximum number of conditions that each value is compared with. */
const MANY_CONDITIONS = 100;

/** Sorts by the distance to what the pattern accepts. */
function byNearness(values: readonly string[], conditions: readonly string[]): readonly string[] {
  if (values.length === 1) return values;
  const plain = conditions.slice(0, MANY_CONDITIONS).filter((text) => !text.startsWith('{'));
  const far = (value: string): number =>
    plain.reduce((least, text) => Math.min(least, editDistance(text, value)), Number.POSITIVE_INFINITY);
  return values
    .map((value) => ({ value, far: far(value) }))
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .map(({ value }) => value);
}

/** The event has the name one level deeper. */
function steppedDown(
  { path, pointer, reasons = [] }: FieldExplanation,
  source: Field,
  failing: Failing,
  list: JsonArray,
): FieldRepair | undefined {
  const place = reasons.find(({ code }) => code === 'name-elsewhere')?.params as
    | { pointer: string; inArray?: true }
    | undefined;
  const found = place === undefined || place.inArray ? undefined : parsePointer(place.pointer);
  const last = path.at(-1);
  if (found === undefined || found.length !== path.length + 1 || found.at(-1) !== last) return undefined;
  const into = found.at(-2) as string;
  if (pointerTo(found.slice(0, -2)) !== pointerTo(path.slice(0, -1))) return undefined;
  const { text, options, event } = failing;
  const moved = [...source.path.slice(0, -1), into, last as string];
  if (!holdsAt(moved, text.style.slice(list.range), options, event)) return undefined;
  // A field for the object itself, or another field of that name in it, prevents the move.
  const object = appendPointer(text.at(pointer)?.parent ?? '', into);
  const there = text.at(object);
  if (
    there !== undefined &&
    (there.node.kind !== 'object' || text.at(appendPointer(object, last as string)) !== undefined)
  )
    return undefined;
  return {
    kind: 'step-down',
    title: `look for it in \`${into}\``,
    names: [],
    changes: [{ kind: 'move', pointer, into }],
  };
}

/** Whether a field with edits of its list holds for an event. */
function holdsWith(
  { range }: JsonArray,
  edits: readonly Edit[],
  { path }: Field,
  { text, options }: Failing,
  event: JsonObjectNode,
): boolean {
  const inside = edits.map((edit) => ({
    text: edit.text,
    range: { start: edit.range.start - range.start, end: edit.range.end - range.start },
  }));
  return holdsAt(path, applyEdits(text.style.slice(range), inside), options, event);
}

function holdsAt(
  names: readonly string[],
  conditions: string,
  options: PatternOptions,
  event: JsonObjectNode,
): boolean {
  const alone = names.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, conditions);
  const { pattern } = readPattern(alone, options);
  if (pattern === undefined) return false;
  const { fields, rules } = planPattern(pattern);
  if (rules.arrays === 'transparent') return compilePattern(pattern).explainNode(event).matches;
  return fields.every((field) => eventTest(field, compileField(field, rules))(event));
}
