/** Arbitrary of events that a pattern matches. Each drawn value is checked against its field, and the event against the pattern. */
import fc from 'fast-check';
import {
  compilePattern,
  type Explanation,
  type Matcher,
  nearestMatch,
  neverMatches,
  type Pattern,
  type PatternInput,
  type PatternOptions,
  printPattern,
  sample,
} from '../index.ts';
import { anyChange, type Change } from './change.ts';
import { anyIntoArray, type IntoArray } from './elements.ts';
import { anyAttributes, anyExtras } from './envelope.ts';
import { type FieldValues, fieldValues, type Value } from './field-values.ts';
import { type As, type Formed, formed, formOf, given, matchesAs, optionsOf } from './form.ts';
import { anyScalar, sometimes } from './json-text.ts';
import { once } from './once.ts';
import { type Member, put, readTree, type Tree, treeText, valueAt } from './tree.ts';

/** Options of `matchingEvent` and `nearMissEvent`. */
export interface EventArbitraryOptions<A extends As = As> extends PatternOptions {
  /** The form of the events; default `object`. */
  readonly as?: A | undefined;
  /**
   * An event, as an object or as JSON text, whose members are kept, except those for which a field of the pattern does not hold. Leave
   * out of it what is to vary.
   */
  readonly base?: object | string | undefined;
  /** Whether fields of the pattern may have arrays where a plain value is enough; default true. Other members may have arrays anyway. */
  readonly arrays?: boolean | undefined;
}

/**
 * Events that the pattern matches. Each field has a value for which one of its conditions holds, alone or with others in an array; the
 * event may have other members. Shrinks to a small event with simple values of the first conditions.
 * @throws PatternError for a pattern with errors
 * @throws EventSyntaxError, TypeError for a base that is no event
 * @throws TypeError for a pattern that matches no event (or, as objects, no parsed object), or for a form or a dialect that does not exist
 */
export function matchingEvent<A extends As = 'object'>(
  pattern: PatternInput,
  options: EventArbitraryOptions<A> = {},
): fc.Arbitrary<Formed<A>> {
  const { as, matcher, plain, intoArray } = matchingTrees(pattern, options);
  const holds = (event: Tree): boolean => matchesAs(as, matcher, event);
  const events = fc.tuple(plain, intoArray).map(([event, into]) => into(event, holds));
  return given<A>(as, events);
}

export interface Matching {
  readonly as: As;
  readonly matcher: Matcher;
  readonly fields: readonly FieldValues[];
  /** Matching events, the shortest first; at least one. */
  readonly bases: readonly Tree[];
  /** Without an object in an array for its own sake, so that each value can be changed at its path. */
  readonly plain: fc.Arbitrary<Tree>;
  readonly intoArray: fc.Arbitrary<IntoArray>;
  /** The value of a field in the base; undefined without a base. */
  readonly own: ((field: FieldValues) => Value) | undefined;
  /** JSON text of the option `base`. */
  readonly base: string | undefined;
  /** Elements around a value in an array, or none. */
  readonly among: fc.Arbitrary<Among | undefined>;
}

export function matchingTrees(source: PatternInput, wanted: EventArbitraryOptions): Matching {
  const { as: asked, base, arrays = true, ...options } = optionsOf(wanted);
  const as = formOf(asked);
  const matcher = compilePattern(source, options);
  const { dialect } = matcher.pattern;
  const fields = fieldValues(matcher, as, arrays);
  const start = base === undefined ? undefined : plainEvent(base);
  const bases = basesOf(matcher, fields, as, start);
  const own = start === undefined ? undefined : (field: FieldValues) => valueAt(readTree(start), field.path);
  const among = arrays ? anyAmong() : fc.constant(undefined);
  const drawn = fields.filter((field) => own === undefined || !field.holds(own(field)));
  // Values for the fields of other branches of `$or` would let most events match by all of them.
  const together = bases.map((event) => fieldsTogether(matcher.explain(formed(as, event)), fields));
  const roots = new Set(fields.map(({ path }) => path[0] as string));
  const holds = (event: Tree): boolean => matchesAs(as, matcher, event);
  const plain = fc
    .record({
      which: fc.nat(bases.length - 1),
      values: fc.tuple(...drawn.map(({ conditions }) => fieldDraw(conditions, among))),
      attributes: start === undefined ? sometimes(anyAttributes(dialect, false), 3) : fc.constant(undefined),
      place: fc.nat(),
      extras:
        start === undefined
          ? sometimes(anyExtras(dialect, [...new Set(fields.flatMap(({ path }) => path))]), 3)
          : fc.constant(undefined),
    })
    .map(({ which, values, attributes = [], place, extras = [] }): Tree => {
      const event = withValues(
        bases[which] as Tree,
        drawn.flatMap((field, i) =>
          together[which]?.has(field) ? [[field, drawnValue(field, values[i] as FieldDraw)] as const] : [],
        ),
        holds,
      );
      const envelope = attributes.filter(([name]) => !roots.has(name));
      const complete = envelope.reduce((tree, [name, text]) => put(tree, [name], text), event);
      return withExtras(complete, placeOf(fields, place), extras, holds);
    });
  const intoArray = arrays && start === undefined ? anyIntoArray(dialect, fields) : anyIntoArray(dialect, []);
  return { as, matcher, fields, bases, plain, intoArray, own, base: start, among };
}

/** The fields by which an event matches: all of them, or those of one combination of branches. */
function fieldsTogether({ alternatives }: Explanation, fields: readonly FieldValues[]): ReadonlySet<FieldValues> {
  const indices = alternatives?.find(({ matches }) => matches)?.fields;
  return new Set(fields.filter((_, i) => indices === undefined || indices.includes(i)));
}

interface FieldDraw {
  readonly condition: number;
  readonly value: number;
  readonly change: Change | undefined;
  readonly among: Among | undefined;
}

/** JSON texts of the elements before and after a value in an array. */
export type Among = readonly [before: readonly string[], behind: readonly string[]];

function fieldDraw(conditions: number, among: fc.Arbitrary<Among | undefined>): fc.Arbitrary<FieldDraw> {
  return fc.record({
    condition: fc.nat(conditions - 1),
    value: fc.nat(11),
    change: sometimes(anyChange(), 2),
    among,
  });
}

/** Mostly undefined: no array. */
const anyAmong = once((): fc.Arbitrary<Among | undefined> => {
  const some = fc.array(anyScalar(), { maxLength: 2 });
  return sometimes(fc.tuple(some, some), 6);
});

/** The first of the variants for which the field holds, else the value itself; undefined where no condition has values. */
function drawnValue(
  field: FieldValues,
  { condition, value, change, among }: FieldDraw,
): { readonly value: Value } | undefined {
  const values = valuesFrom(field, condition);
  if (values.length === 0) return undefined;
  const plain = values[value % values.length];
  const other = values[(value + 1) % values.length];
  for (const candidate of variants(plain, other, change, among))
    if (field.holds(candidate)) return { value: candidate };
  return { value: plain };
}

/** The values of a condition, or of the next condition that has any. */
function valuesFrom(field: FieldValues, condition: number): readonly Value[] {
  for (let i = 0; i < field.conditions; i++) {
    const values = field.values((condition + i) % field.conditions);
    if (values.length > 0) return values;
  }
  return [];
}

/** The changed value, then the value itself, each in an array first and then alone. */
export function* variants(
  value: Value,
  other: Value,
  change: Change | undefined,
  among: Among | undefined,
): Generator<Value> {
  const isScalar = typeof value === 'string' && !value.startsWith('[');
  const changed = isScalar && change !== undefined ? change(value, typeof other === 'string' ? other : '""') : [];
  for (const text of [...changed, ...(isScalar ? [value] : [])]) {
    if (among !== undefined) yield `[${[...among[0], text, ...among[1]].join(',')}]`;
    yield text;
  }
  yield value;
}

/** The event with all values; where it then does not match because fields conflict, with those values that keep the match. */
function withValues(
  event: Tree,
  values: readonly (readonly [FieldValues, { readonly value: Value } | undefined])[],
  holds: (event: Tree) => boolean,
): Tree {
  const placed = (at: Tree, [{ path }, drawn]: (typeof values)[number]): Tree =>
    drawn ? put(at, path, drawn.value) : at;
  const all = values.reduce(placed, event);
  if (holds(all)) return all;
  return values.reduce((at, one) => {
    const next = placed(at, one);
    return holds(next) ? next : at;
  }, event);
}

/** The path of an object that contains a field. */
function placeOf(fields: readonly FieldValues[], drawn: number): readonly string[] {
  const ways = fields.flatMap(({ path }) => path.slice(1).map((_, i) => path.slice(0, i + 1)));
  return drawn % (ways.length + 1) === 0 ? [] : (ways[(drawn % (ways.length + 1)) - 1] as readonly string[]);
}

/** Adds the members that the object at a place does not have, except those that change the verdict. */
function withExtras(
  event: Tree,
  place: readonly string[],
  extras: readonly Member[],
  holds: (event: Tree) => boolean,
): Tree {
  if (typeof valueAt(event, place) !== 'object') return event;
  return extras.reduce((at, [name, text]) => {
    const path = [...place, name];
    const next = valueAt(at, path) === undefined ? put(at, path, readTree(text)) : at;
    return next === at || holds(next) ? next : at;
  }, event);
}

/** The JSON text of an event. @throws EventSyntaxError, TypeError for anything else */
function plainEvent(base: object | string): string {
  const all = nearestMatch('{}', base);
  if (all.answer !== 'yes') throw new Error('a bug in the analysis: `{}` matches every event');
  return all.event;
}

/** Matching events, the shortest first. The analysis returns texts, some of which do not match as objects. */
function basesOf(matcher: Matcher, fields: readonly FieldValues[], as: As, base: string | undefined): readonly Tree[] {
  const { pattern } = matcher;
  const holds = (event: Tree): boolean => matchesAs(as, matcher, event);
  // Each sample has an id of its own: without replacing it, equal events would differ.
  const spoken = fields.some(({ path }) => path[0] === 'id');
  const few = sample(pattern, 8, { base })
    .map(readTree)
    .map((event) => (spoken || base !== undefined ? event : put(event, ['id'], '"1"')));
  const plain = as === 'text' ? few : few.map((event) => withSomeValues(event, fields));
  const bases = [...few, ...plain].filter(holds);
  // Where fields conflict, try more samples.
  const found = bases.length > 0 ? bases : sample(pattern, 200, { base }).map(readTree).filter(holds);
  if (found.length === 0) throw new TypeError(whyNone(pattern, few.length > 0));
  return found.sort((a, b) => treeText(a).length - treeText(b).length);
}

/** The event with a value for each field that does not hold, of those that objects can have. */
function withSomeValues(event: Tree, fields: readonly FieldValues[]): Tree {
  return fields.reduce((at, field) => {
    const values = field.holds(valueAt(at, field.path)) ? [] : valuesFrom(field, 0);
    return values.length === 0 ? at : put(at, field.path, values[0]);
  }, event);
}

function whyNone(pattern: Pattern, asText: boolean): string {
  const shown = `\`${printPattern(pattern)}\``;
  if (asText) {
    return `no parsed object was found that the pattern matches, since 300.0 and 300 are one number in an object: ask for texts with \`{ as: 'text' }\`: ${shown}`;
  }
  const never = neverMatches(pattern);
  if (never.answer === 'unknown') return `no event was found for the pattern: ${never.reason}: ${shown}`;
  return `the pattern never matches, so there is no event to generate: ${shown}`;
}
