/** Where in an event the name or the value stands that a field looked for in vain. */
import { isScalar, type JsonNode, type JsonObjectNode, memberOf, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import type { PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { clipped, quoted } from '../value/excerpt.ts';
import { type End, jsonIn, step } from './missing.ts';

/** So many values are looked at; what stands behind them is not found. */
const MOST_VALUES = 20_000;
/** JSON texts in strings are looked into while they are no longer, all together. */
const MOST_TEXT = 1_000_000;
export interface Sought {
  readonly event: JsonObjectNode;
  readonly field: PlanField;
  /** Where the path of the field ends in the event. */
  readonly end: End;
  /** A pointer to a member that has been named already. */
  readonly named?: string;
  /** Whether a condition of the field holds for a value. */
  holds(node: JsonNode): boolean;
}

type Step = string | number;

interface Candidate {
  readonly path: readonly Step[];
  readonly node: JsonNode;
  /** The path to the string in whose JSON text the rest of the path leads. */
  readonly within?: readonly Step[];
}

/** For a field that the event does not have. */
export function missingElsewhere(sought: Sought): Reason | undefined {
  const { field, end } = sought;
  const { path } = field;
  const dotted = literalName(sought) ?? steppedName(sought) ?? flatName(sought);
  if (dotted !== undefined) return dotted;
  const next = stepsOf(path[end.depth] as string).at(-1) as string;
  const last = stepsOf(path.at(-1) as string).at(-1) as string;
  const found = survey(sought, new Set([last, next]));
  return (
    named(last, found.named.get(last) ?? [], sought) ??
    valued(found.valued) ??
    named(
      next,
      (found.named.get(next) ?? []).filter(({ node }) => !isScalar(node)),
      sought,
    )
  );
}

/** For a field that does not hold for what stands at its path: only what would hold is worth a word. */
export function heldElsewhere(sought: Sought): Reason | undefined {
  const last = sought.field.path.at(-1) as string;
  const found = survey(sought, new Set([last]));
  const holding = (found.named.get(last) ?? []).filter(({ node }) => sought.holds(node));
  return named(last, holding, sought) ?? valued(found.valued);
}

/** Names that a reader of JSONPath would step through: `order.state`, `$.data.state`, `items[0]`. */
function stepsOf(name: string): readonly string[] {
  if (!/[.[]/.test(name)) return [name];
  const steps = name.split(/[.[\]]+/).map((part) => part.replace(/^(['"])(.*)\1$/, '$2'));
  const some = steps.filter((part, i) => part !== '' && !(i === 0 && part === '$'));
  return some.length === 0 ? [name] : some;
}

/** The path divides a name at its dots, and the event has the whole name. */
function literalName({ event, field }: Sought): Reason | undefined {
  const { source, path } = field;
  if (source.path.length === path.length) return undefined;
  const { depth } = step(event, source.path);
  if (depth < source.path.length) return undefined;
  return reason('is-a-path', { name: source.path.at(-1) as string, pointer: pointerTo(source.path) });
}

/** The name that is missing was meant as a path, and the event has what stands at its end. */
function steppedName({ event, field, end }: Sought): Reason | undefined {
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
      return reason('name-elsewhere', { name: steps.at(-1) as string, pointer, inArray: true });
    }
    const list = `[${conditions.map(({ key }) => key).join(', ')}]`;
    const shown = list.length <= 60 ? list : '[…]';
    const rewrite = whole.reduceRight((inner, one) => `{${JSON.stringify(one)}: ${inner}}`, shown);
    return reason('not-a-path', { pointer, rewrite });
  }
  return undefined;
}

/** The steps that lead to a value, with those into arrays as numbers. */
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

/** The names are one name with dots in the event. */
function flatName({ field: { path }, end }: Sought): Reason | undefined {
  const { node, depth } = end;
  if (node.kind !== 'object') return undefined;
  for (let last = path.length; last > depth + 1; last--) {
    const name = path.slice(depth, last).join('.');
    if (memberOf(node, name) !== undefined) {
      return reason('flat-name', { name, pointer: pointerTo([...path.slice(0, depth), name]) });
    }
  }
  return undefined;
}

interface Survey {
  readonly named: ReadonlyMap<string, readonly Candidate[]>;
  readonly valued: readonly Candidate[];
}

/** Every member of one of the names, and every value that one of the field's plain conditions is. */
function survey({ event, field, named: known }: Sought, names: ReadonlySet<string>): Survey {
  const own = pointerTo(field.path);
  const wanted = new Set(field.conditions.map(({ key }) => key).filter(isTelling));
  const namedOnes = new Map<string, Candidate[]>();
  const valued: Candidate[] = [];
  const open: Candidate[] = [{ path: [], node: event }];
  let text = 0;
  // A list that grows while it is walked: what is near the root comes first.
  for (let i = 0; i < open.length && i < MOST_VALUES; i++) {
    const candidate = open[i] as Candidate;
    const { path, node, within } = candidate;
    const name = path.at(-1);
    const pointer = pointerTo(path);
    const isOwn = within === undefined && (pointer === own || pointer === known);
    if (typeof name === 'string' && names.has(name) && !isOwn) {
      const others = namedOnes.get(name);
      if (others === undefined) namedOnes.set(name, [candidate]);
      else others.push(candidate);
    }
    const inside = within === undefined ? {} : { within };
    if (node.kind === 'object') {
      for (const member of node.members) open.push({ path: [...path, member.name], node: member.value, ...inside });
    } else if (node.kind === 'array') {
      for (const [index, item] of node.items.entries()) open.push({ path: [...path, index], node: item, ...inside });
    } else {
      if (!isOwn && wanted.has(printJson(node))) valued.push(candidate);
      if (node.kind === 'string' && within === undefined && text + node.value.length <= MOST_TEXT) {
        const json = jsonIn(node);
        if (json !== undefined) {
          text += node.value.length;
          open.push({ path: [], node: json, within: path });
        }
      }
    }
  }
  return { named: namedOnes, valued };
}

/** Plain values only; a short one, `1` or `"a"`, stands in many places that have nothing to do with the field. */
function isTelling(key: string): boolean {
  return key.startsWith('"') ? key.length >= 5 : /^-?[0-9]/.test(key) && key.length >= 3;
}

/** The best of the members of a name: one for which the field holds, on a path that ends like the field's, and about as deep. */
function named(name: string, candidates: readonly Candidate[], { field, end, holds }: Sought): Reason | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, holds: holds(candidate.node), tail: commonTail(candidate.path, field.path) }))
    .sort((a, b) => Number(b.holds) - Number(a.holds) || b.tail - a.tail);
  const best = ranked[0]?.candidate;
  if (best === undefined) return undefined;
  const { path, within } = best;
  if (within !== undefined) {
    const pointer = pointerTo(within);
    const said = pointer === pointerTo(field.path.slice(0, end.depth));
    return reason('in-json-text', { name, pointer, inner: pointerTo(path), ...(said ? { said } : {}) });
  }
  const more = ranked.length - 1;
  const inArray = path.some((part) => typeof part === 'number');
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

function valued(candidates: readonly Candidate[]): Reason | undefined {
  const [best] = candidates;
  if (best === undefined) return undefined;
  const { node, path, within } = best;
  const value = node.kind === 'string' ? quoted(node.value) : clipped(printJson(node));
  if (within !== undefined) {
    return reason('in-json-text', { value, pointer: pointerTo(within), inner: pointerTo(path) });
  }
  const more = candidates.length - 1;
  return reason('value-elsewhere', { value, pointer: pointerTo(path), ...(more > 0 ? { more } : {}) });
}
