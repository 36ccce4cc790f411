/** Arbitrary of near misses: matching events in which one value is changed so that one field does not hold. */
import fc from 'fast-check';
import { type NearMiss, nearMisses, type Pattern, type PatternInput } from '../index.ts';
import { anyChange, type Change } from './change.ts';
import type { FieldValues, Value } from './field-values.ts';
import { type As, type Formed, formed, given } from './form.ts';
import { sometimes } from './json-text.ts';
import { type Among, type EventArbitraryOptions, type Matching, matchingTrees, variants } from './matching.ts';
import { put, readTree, type Tree, valueAt } from './tree.ts';

/**
 * Events that the pattern does not match and of which all fields but one hold, or all but one of a combination of branches of `$or`: a
 * matching event with one value changed, removed or added, often by little. Each field that can be missed alone is missed. Shrinks to a small near miss.
 * @throws PatternError for a pattern with errors
 * @throws TypeError as `matchingEvent` does, and for a pattern that matches every event
 */
export function nearMissEvent<A extends As = 'object'>(
  pattern: PatternInput,
  options: EventArbitraryOptions<A> = {},
): fc.Arbitrary<Formed<A>> {
  const matching = matchingTrees(pattern, options);
  const failing = missable(matching);
  if (failing.length === 0) throw new TypeError('no event is a near miss: the pattern matches every event');
  const draw = fc.record({
    event: matching.plain,
    into: matching.intoArray,
    field: fc.nat(failing.length - 1),
    miss: fc.nat(15),
    crosses: fc.boolean(),
    change: sometimes(anyChange(), 4),
    among: matching.among,
  });
  const trees = draw.map(({ event, into, field: which, ...drawn }): Tree => {
    const { field, fallback, isMiss } = failing[which] as Missable;
    // An event may match by another branch of `$or` than the one to be missed, and the fallback does not.
    for (const start of [event, fallback]) {
      for (const value of candidates(field, start, matching, drawn)) {
        const next = put(start, field.path, value);
        if (isMiss(next)) return into(next, isMiss);
      }
    }
    return fallback;
  });
  return given<A>(matching.as, trees);
}

interface Missable {
  readonly field: FieldValues;
  /** An event in which only this field does not hold. */
  readonly fallback: Tree;
  /** Whether the field is the only one that does not hold. */
  readonly isMiss: (event: Tree) => boolean;
}

/** The fields that can be the only one that does not hold. */
function missable({ as, matcher, fields, bases, base }: Matching): Missable[] {
  let near: readonly NearMiss[] | undefined;
  return fields.flatMap((field, i) => {
    const isMiss = (event: Tree): boolean => {
      const { matches, fields, alternatives } = matcher.explain(formed(as, event));
      if (alternatives === undefined) return fields.every(({ holds }, at) => holds === (at !== i));
      return !matches && alternatives.some(({ fails }) => fails.length === 1 && fails[0] === i);
    };
    let fallback = field
      .misses()
      .map((value) => put(bases[0] as Tree, field.path, value))
      .find(isMiss);
    if (fallback === undefined) {
      // Fields conflict: the value of this field decides which values the others can have.
      near ??= nearMisses(matcher.pattern, 4 * fields.length, { base });
      const { pointer } = matcher.pattern.fields[i] as Pattern['fields'][number];
      const known = near.filter((miss) => miss.pointer === pointer);
      fallback = known.map(({ event }) => readTree(event)).find(isMiss);
    }
    return fallback === undefined ? [] : [{ field, fallback, isMiss }];
  });
}

interface MissDraw {
  readonly miss: number;
  /** Whether to change the value of the event, where the field then does not hold. */
  readonly crosses: boolean;
  readonly change: Change | undefined;
  readonly among: Among | undefined;
}

/** Values to try in order: that of the base, then changed ones, then plain ones. */
function* candidates(
  field: FieldValues,
  event: Tree,
  { own }: Matching,
  { miss, crosses, change, among }: MissDraw,
): Generator<Value> {
  if (own !== undefined && !field.holds(own(field))) yield own(field);
  const misses = field.misses();
  const plain = misses[miss % misses.length];
  const present = valueAt(event, field.path);
  if (crosses) for (const value of variants(present, plain, change, among)) if (!field.holds(value)) yield value;
  for (const value of variants(plain, present, change, among)) if (!field.holds(value)) yield value;
  for (const value of misses) yield value;
}
