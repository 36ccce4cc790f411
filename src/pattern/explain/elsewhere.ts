/** Finds where else in an event the name or the value of a failed field occurs. */
import { isScalar, type JsonNode, type JsonObjectNode, memberOf, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import type { PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { clipped, quoted } from '../value/excerpt.ts';
import { type EventIndex, type IndexedPlace, pathOf, type Step } from './event-index.ts';
import { type End, step } from './missing.ts';

export interface Sought {
  readonly event: JsonObjectNode;
  readonly index: EventIndex;
  readonly field: PlanField;
  /** Where the path of the field ends in the event. */
  readonly end: End;
  /** Whether paths lead into arrays. */
  readonly throughArrays?: boolean;
  /** A node that the explanation already mentions. */
  readonly known?: JsonNode | undefined;
  /** Whether a condition of the field holds for a value. */
  holds(node: JsonNode): boolean;
}

/** For a missing field. */
export function missingElsewhere(sought: Sought): Reason | undefined {
  const { path } = sought.field;
  const dotted = literalName(sought) ?? steppedName(sought) ?? flatName(sought);
  if (dotted !== undefined) return dotted;
  const [last, next] = [path.at(-1), path[sought.end.depth]].map((name) => stepsOf(name as string).at(-1) as string);
  return (
    named(last as string, () => true, sought) ??
    valued(sought) ??
    named(next as string, ({ node }) => !isScalar(node), sought)
  );
}

/** For a present field that does not hold: only places where it would hold are reported. */
export function heldElsewhere(sought: Sought): Reason | undefined {
  const last = sought.field.path.at(-1) as string;
  return named(last, ({ node }) => sought.holds(node), sought) ?? valued(sought);
}

/** Splits names that JSONPath reads as a path: `order.state`, `$.data.state`, `items[0]`. */
function stepsOf(name: string): readonly string[] {
  if (!/[.[]/.test(name)) return [name];
  const steps = name.split(/[.[\]]+/).map((part) => part.replace(/^(['"])(.*)\1$/, '$2'));
  const some = steps.filter((part, i) => part !== '' && !(i === 0 && part === '$'));
  return some.length === 0 ? [name] : some;
}

/** The dialect splits a name at its dots, but the event has a member with the whole name. */
function literalName({ event, field }: Sought): Reason | undefined {
  const { source, path } = field;
  if (source.path.length === path.length) return undefined;
  const { depth } = step(event, source.path);
  if (depth < source.path.length) return undefined;
  return reason('is-a-path', { name: source.path.at(-1) as string, pointer: pointerTo(source.path) });
}

/** The missing name was meant as a path, and the event has a value at that path. */
function steppedName({ event, field, end, throughArrays = false }: Sought): Reason | undefined {
  const { path, conditions } = field;
  const name = path[end.depth] as string;
  const steps = [...stepsOf(name), ...path.slice(end.depth + 1).flatMap(stepsOf)];
  if (steps.length === path.length - end.depth) return undefined;
  const before = path.slice(0, end.depth);
  for (const start of [before, [], ['data']]) {
    const whole = [...start, ...steps];
    const found = walk(event, whole);
    if (found === undefined) continue;
    const pointer = pointerTo(found);
    if (found.some((part) => typeof part === 'number')) {
      return reason('name-elsewhere', {
        name: steps.at(-1) as string,
        pointer,
        ...(throughArrays ? {} : { inArray: true }),
      });
    }
    const list = `[${conditions.map(({ key }) => key).join(', ')}]`;
    const shown = list.length <= 60 ? list : '[…]';
    const rewrite = whole.reduceRight((inner, one) => `{${JSON.stringify(one)}: ${inner}}`, shown);
    return reason('not-a-path', { pointer, rewrite });
  }
  return undefined;
}

/** The steps to a value, with array indices as numbers; undefined if there is none. */
function walk(event: JsonNode, names: readonly string[]): Step[] | undefined {
  let node: JsonNode | undefined = event;
  const steps: Step[] = [];
  for (const name of names) {
    const isIndex: boolean = node.kind === 'array' && /^[0-9]{1,6}$/.test(name);
    steps.push(isIndex ? Number(name) : name);
    node = node.kind === 'object' ? memberOf(node, name) : node.kind === 'array' ? node.items[Number(name)] : undefined;
    if (node === undefined) return undefined;
  }
  return steps;
}

/** The maximum number of dots in a name to look up. */
const MOST_DOTS = 8;

/** The names of the path are one name with dots in the event. */
function flatName({ field: { path }, end }: Sought): Reason | undefined {
  const { node, depth } = end;
  if (node.kind !== 'object') return undefined;
  for (let last = Math.min(path.length, depth + MOST_DOTS + 1); last > depth + 1; last--) {
    const name = path.slice(depth, last).join('.');
    if (memberOf(node, name) !== undefined) {
      return reason('flat-name', { name, pointer: pointerTo([...path.slice(0, depth), name]) });
    }
  }
  return undefined;
}

/** Only plain values; short ones such as `1` or `"a"` occur in unrelated places. */
function isTelling(key: string): boolean {
  return key.startsWith('"') ? key.length >= 5 : /^-?[0-9]/.test(key) && key.length >= 3;
}

/** The best member with a name: prefers one for which the field holds, then the longest common end of the paths. */
function named(
  name: string,
  isWanted: (place: IndexedPlace) => boolean,
  { index, field, end, known, throughArrays = false, holds }: Sought,
): Reason | undefined {
  const ranked = index
    .named(name)
    .filter((place) => place.node !== end.node && place.node !== known && isWanted(place))
    .map((place) => ({ place, path: pathOf(place), holds: holds(place.node) }))
    .map((one) => ({ ...one, tail: commonTail(one.path, field.path) }))
    .sort((a, b) => Number(b.holds) - Number(a.holds) || b.tail - a.tail);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const { path, place } = best;
  if (place.within !== undefined) {
    const pointer = pointerTo(pathOf(place.within));
    const said = place.within.node === end.node;
    return reason('in-json-text', { name, pointer, inner: pointerTo(path), ...(said ? { said } : {}) });
  }
  const more = ranked.length - 1;
  const inArray = !throughArrays && path.some((part) => typeof part === 'number');
  return reason('name-elsewhere', {
    name,
    pointer: pointerTo(path),
    ...(inArray ? { inArray } : {}),
    ...(more > 0 ? { more } : {}),
  });
}

function commonTail(a: readonly Step[], b: readonly Step[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

/** The maximum number of conditions whose values are looked up. */
const MOST_CONDITIONS = 100;

function valued({ index, field, end, known }: Sought): Reason | undefined {
  for (const { key } of field.conditions.slice(0, MOST_CONDITIONS)) {
    if (!isTelling(key)) continue;
    const places = index.valued(key).filter(({ node }) => node !== end.node && node !== known);
    const [best] = places;
    if (best === undefined) continue;
    const { node, within } = best;
    const value = node.kind === 'string' ? quoted(node.value) : clipped(printJson(node));
    const pointer = pointerTo(pathOf(best));
    if (within !== undefined) {
      return reason('in-json-text', { value, pointer: pointerTo(pathOf(within)), inner: pointer });
    }
    const more = places.length - 1;
    return reason('value-elsewhere', { value, pointer, ...(more > 0 ? { more } : {}) });
  }
  return undefined;
}
