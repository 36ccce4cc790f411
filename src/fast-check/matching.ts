/** Events that a pattern matches. What is drawn for a field is tried on that field, and the whole on the matcher. */
import fc from 'fast-check';
import {
  compilePattern,
  type JsonObject,
  type Matcher,
  nearestMatch,
  neverMatches,
  type Pattern,
  type PatternOptions,
  printPattern,
  sample,
} from '../index.ts';
import { type AskedField, askedFields, type Value } from './asked.ts';
import { anyChange, type Change } from './change.ts';
import { anyAttributes, anyExtras } from './envelope.ts';
import { type As, type Formed, formOf, given, matchesAs, optionsOf } from './form.ts';
import { anyScalar, sometimes } from './json-text.ts';
import { once } from './once.ts';
import { type Member, put, readTree, type Tree, treeText, valueAt } from './tree.ts';

export interface EventArbitraryOptions<A extends As = As> extends PatternOptions {
  /** `object` unless told. */
  readonly as?: A | undefined;
  /**
   * An event, as an object or as JSON text, that gives all that the pattern does not speak of. Values for which a field holds stay as well: what shall
   * vary is left out of it.
   */
  readonly base?: object | string | undefined;
  /** Whether a field may have an array where a plain value does; unless told, it may. Members that no field reads are not concerned. */
  readonly arrays?: boolean | undefined;
}

/**
 * Events that the pattern matches: each field has a value of one of its conditions, alone or among others in an array, and the
 * event may have other members. Shrinks to a small event that still matches, of the first conditions and their simplest values.
 * @throws PatternError for a pattern with errors; EventSyntaxError, TypeError for a base that is no event
 * @throws TypeError for a pattern that never matches, or (as objects) for one that no parsed object matches; for a form or a dialect that does not exist
 */
export function matchingEvent<A extends As = 'object'>(
  pattern: string | JsonObject | Pattern,
  options: EventArbitraryOptions<A> = {},
): fc.Arbitrary<Formed<A>> {
  const { as, events } = matchingTrees(pattern, options);
  return given<A>(as, events);
}

export interface Matching {
  readonly as: As;
  readonly matcher: Matcher;
  readonly fields: readonly AskedField[];
  /** Events that match, simplest first; never empty. */
  readonly bases: readonly Tree[];
  readonly events: fc.Arbitrary<Tree>;
  /** What the caller's event has at the path of a field; absent without such an event. */
  readonly own: ((field: AskedField) => Value) | undefined;
  /** That event. */
  readonly base: string | undefined;
  /** Elements that stand around a value, now and then. */
  readonly among: fc.Arbitrary<Among | undefined>;
}

export function matchingTrees(source: string | JsonObject | Pattern, wanted: EventArbitraryOptions): Matching {
  const { as: asked, base, arrays = true, ...options } = optionsOf(wanted);
  const as = formOf(asked);
  const matcher = compilePattern(source, options);
  const fields = askedFields(matcher, as, arrays);
  const start = base === undefined ? undefined : plainEvent(base);
  const bases = basesOf(matcher, fields, as, start);
  const own = start === undefined ? undefined : (field: AskedField) => valueAt(readTree(start), field.path);
  const among = arrays ? anyAmong() : fc.constant(undefined);
  const drawn = own === undefined ? fields : fields.filter((field) => !field.holds(own(field)));
  const roots = new Set(fields.map(({ path }) => path[0] as string));
  const holds = (event: Tree): boolean => matchesAs(as, matcher, event);
  const events = fc
    .record({
      which: fc.nat(bases.length - 1),
      values: fc.tuple(...drawn.map(({ conditions }) => fieldDraw(conditions, among))),
      attributes: start === undefined ? sometimes(anyAttributes(false), 3) : fc.constant(undefined),
      place: fc.nat(),
      extras:
        start === undefined
          ? sometimes(anyExtras(...new Set(fields.flatMap(({ path }) => path))), 3)
          : fc.constant(undefined),
    })
    .map(({ which, values, attributes = [], place, extras = [] }): Tree => {
      const event = withValues(
        bases[which] as Tree,
        drawn.map((field, i) => [field, drawnValue(field, values[i] as FieldDraw)]),
        holds,
      );
      const envelope = attributes.filter(([name]) => !roots.has(name));
      const complete = envelope.reduce((tree, [name, text]) => put(tree, [name], text), event);
      return withExtras(complete, placeOf(fields, place), extras, holds);
    });
  return { as, matcher, fields, bases, events, own, base: start, among };
}

interface FieldDraw {
  readonly condition: number;
  readonly value: number;
  readonly change: Change | undefined;
  readonly among: Among | undefined;
}

/** JSON texts of the elements before and behind a value. */
export type Among = readonly [before: readonly string[], behind: readonly string[]];

function fieldDraw(conditions: number, among: fc.Arbitrary<Among | undefined>): fc.Arbitrary<FieldDraw> {
  return fc.record({
    condition: fc.nat(conditions - 1),
    value: fc.nat(11),
    change: sometimes(anyChange(), 2),
    among,
  });
}

/** Mostly the value stands alone. */
const anyAmong = once((): fc.Arbitrary<Among | undefined> => {
  const some = fc.array(anyScalar(), { maxLength: 2 });
  return sometimes(fc.tuple(some, some), 6);
});

/** The most adventurous of what was drawn for which the field holds; undefined when it has no value of its own. */
function drawnValue(
  field: AskedField,
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

/** The values of a condition, or of the next one that has any. */
function valuesFrom(field: AskedField, condition: number): readonly Value[] {
  for (let i = 0; i < field.conditions; i++) {
    const values = field.values((condition + i) % field.conditions);
    if (values.length > 0) return values;
  }
  return [];
}

/** A value changed and not, each among others and alone. */
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

/** All values at once; one after another, and only those that leave the verdict, where fields get in each other's way. */
function withValues(
  event: Tree,
  values: readonly (readonly [AskedField, { readonly value: Value } | undefined])[],
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

/** A step on the way to some field. */
function placeOf(fields: readonly AskedField[], drawn: number): readonly string[] {
  const ways = fields.flatMap(({ path }) => path.slice(1).map((_, i) => path.slice(0, i + 1)));
  return drawn % (ways.length + 1) === 0 ? [] : (ways[(drawn % (ways.length + 1)) - 1] as readonly string[]);
}

/** Members that the event does not have, in the object at a place, as far as they leave the verdict. */
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

/** @throws EventSyntaxError, TypeError for what is no event */
function plainEvent(base: object | string): string {
  const all = nearestMatch('{}', base);
  if (all.answer !== 'yes') throw new Error('a bug in the analysis: `{}` matches every event');
  return all.event;
}

/** Events to begin with, simplest first. Analysis finds texts; of those some may be no match as an object. */
function basesOf(matcher: Matcher, fields: readonly AskedField[], as: As, base: string | undefined): readonly Tree[] {
  const { pattern } = matcher;
  const holds = (event: Tree): boolean => matchesAs(as, matcher, event);
  // The samples have an id each, which would be all that tells some of them apart.
  const spoken = fields.some(({ path }) => path[0] === 'id');
  const few = sample(pattern, 8, { base })
    .map(readTree)
    .map((event) => (spoken || base !== undefined ? event : put(event, ['id'], '"1"')));
  const plain = as === 'text' ? few : few.map((event) => withSomeValues(event, fields));
  const bases = [...few, ...plain].filter(holds);
  // Where fields get in each other's way, another of many may do.
  const found = bases.length > 0 ? bases : sample(pattern, 200, { base }).map(readTree).filter(holds);
  if (found.length === 0) throw new TypeError(whyNone(pattern, few.length > 0));
  return found.sort((a, b) => treeText(a).length - treeText(b).length);
}

/** The event with a value of each field that objects can have. */
function withSomeValues(event: Tree, fields: readonly AskedField[]): Tree {
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
