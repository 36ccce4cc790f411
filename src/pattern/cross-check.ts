/**
 * Evaluates one pattern and one event in every dialect and, where the verdicts differ, finds the rules that decide. Rules are exchanged and
 * the verdicts compared; no rule is named here.
 */

import { assertOptions, isIterable, takes } from './arguments.ts';
import type { Diagnostic } from './diagnostic.ts';
import {
  type Dialect,
  hasSameValues,
  type RuleName,
  type Rules,
  type RulesRead,
  recordingRules,
  relatedDialects,
} from './dialect.ts';
import { readEvent } from './event.ts';
import { EventValues } from './event-values.ts';
import { compileField } from './field.ts';
import type { JsonObjectNode } from './json/node.ts';
import { compilePlan } from './matcher.ts';
import { eventTest } from './node-test.ts';
import { type JsonObject, readPattern } from './parse.ts';
import { type Plan, type PlanField, planPattern } from './plan.ts';

/** The verdict of one dialect on one event. */
export interface Verdict {
  /** The name of the dialect. */
  readonly dialect: string;
  /** `refused`: the dialect does not accept the pattern. */
  readonly verdict: 'match' | 'no match' | 'refused';
  /** The findings of a refused pattern. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** The verdicts of several dialects on one event, and the rules to which their differences are due. */
export interface CrossCheck {
  /** In the order of the dialects, the default one first. */
  readonly verdicts: readonly Verdict[];
  /**
   * The smallest sets of rules that give the first dialect the verdict of another one when their values are taken from it; empty when all
   * verdicts agree.
   */
  readonly deciding: readonly (readonly RuleName[])[];
  /**
   * The fields that hold in one dialect and not in another, in the order of the pattern, also where the verdicts agree because another
   * field fails. Empty when a dialect refuses the pattern.
   */
  readonly fields: readonly FieldDifference[];
}

/** A field that holds in one dialect and not in another. */
export interface FieldDifference {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** In the order of the dialects. */
  readonly holds: readonly boolean[];
  /** As in `CrossCheck`, for this field. */
  readonly deciding: readonly (readonly RuleName[])[];
}

/** Options of `crossCheck` and `crossChecker`. */
export interface CrossCheckOptions {
  /** As in `PatternOptions`. */
  readonly extensions?: readonly string[] | undefined;
  /** Default: `aliyun` and `rocketmq`. */
  readonly dialects?: readonly Dialect[] | undefined;
}

type Event = object | string | Uint8Array;

/** A pattern compiled under one set of rules. */
interface Judge {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the pattern is refused. */
  readonly matches?: (event: Event) => boolean;
  /** Whether each field holds, by the pointer of the field. */
  readonly fields: ReadonlyMap<string, (event: Read) => boolean>;
}

/** The input of a field: a text is read once for all fields. */
type Read = { readonly node: JsonObjectNode } | { readonly object: object };

/**
 * Reads and evaluates once for each dialect while they agree. Otherwise each exchange of a rule costs one more evaluation if the evaluation
 * read that rule, and one more reading if the reading did: a rule that was not read cannot change the result.
 * @throws EventSyntaxError, TypeError for an event that matching refuses; TypeError for options of a wrong type
 */
export function crossCheck(source: string | JsonObject, event: Event, options: CrossCheckOptions = {}): CrossCheck {
  return crossChecker(source, options)(event);
}

/**
 * `crossCheck` for many events: the pattern is read and compiled once for all of them. Keeps nothing of an event.
 * @throws in the function: EventSyntaxError, TypeError for an event that matching refuses
 */
export function crossChecker(
  source: string | JsonObject,
  options: CrossCheckOptions = {},
): (event: Event) => CrossCheck {
  assertOptions(options);
  const { extensions, dialects: all = relatedDialects } = options;
  takes(isIterable(all), 'crossCheck', 'a list of `dialects`', all);
  const plans = memoized((dialect, rulesRead) => {
    const { pattern, diagnostics } = readPattern(source, { dialect: recording(dialect, rulesRead), extensions });
    return { plan: pattern && planPattern(pattern), diagnostics };
  });
  const compiled = (first: Event) =>
    memoized((dialect, rulesRead): Judge => {
      const { plan, diagnostics } = plans(dialect, rulesRead);
      if (plan === undefined) return { diagnostics, fields: new Map() };
      const own = recording(dialect, rulesRead);
      const ruled = { ...plan, dialect: own, rules: own.rules };
      const matcher = compilePlan(ruled);
      const matches = (event: Event): boolean => (isText(event) ? matcher.matchesJson(event) : matcher.matches(event));
      // The plan is compiled on the first event, so its rules are read here and recorded.
      matches(first);
      const fields = new Map(plan.fields.map((field) => [field.source.pointer, fieldJudge(field, ruled, first)]));
      return { diagnostics, matches, fields };
    });
  const [forTexts, forObjects] = [compiled('{}'), compiled({})];
  return (event) => {
    const held = new Map<Judge, boolean>();
    const forEvent = isText(event) ? forTexts : forObjects;
    const judge = (dialect: Dialect): Omit<Verdict, 'dialect'> => {
      const own = forEvent(dialect);
      if (own.matches === undefined) return { verdict: 'refused', diagnostics: own.diagnostics };
      const matches = held.get(own) ?? own.matches(event);
      held.set(own, matches);
      return { verdict: matches ? 'match' : 'no match' };
    };
    const verdicts = all.map((dialect): Verdict => ({ dialect: dialect.name, ...judge(dialect) }));
    const [first, ...others] = all;
    const deciding = others.flatMap((other, i) =>
      first === undefined || verdicts[i + 1]?.verdict === verdicts[0]?.verdict
        ? []
        : decidingRules(first, other, (dialect) => judge(dialect).verdict === verdicts[i + 1]?.verdict),
    );
    // When an event matches, every field holds.
    const noneDiffers =
      verdicts.some(({ verdict }) => verdict === 'refused') || verdicts.every(({ verdict }) => verdict === 'match');
    return { verdicts, deciding, fields: noneDiffers ? [] : fieldDifferences(all, forEvent, event) };
  };
}

/** The fields on which the dialects differ. Every dialect accepts the pattern. */
function fieldDifferences(
  all: readonly Dialect[],
  judge: (dialect: Dialect) => Judge,
  source: Event,
): readonly FieldDifference[] {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return [];
  const judges = all.map((dialect) => judge(dialect));
  // The dialects share one judge when they agree on every rule that the pattern uses.
  if (judges.every((one) => one === judges[0])) return [];
  const event = readOnce(source);
  const found: FieldDifference[] = [];
  for (const pointer of (judges[0] as Judge).fields.keys()) {
    const holdsFor = ({ fields }: Judge): boolean => fields.get(pointer)?.(event) === true;
    const holds = judges.map(holdsFor);
    if (holds.every((one) => one === holds[0])) continue;
    const deciding = others.flatMap((other, i) =>
      holds[i + 1] === holds[0]
        ? []
        : decidingRules(first, other, (dialect) => {
            const own = judge(dialect);
            return own.fields.has(pointer) && holdsFor(own) === holds[i + 1];
          }),
    );
    found.push({ pointer, holds, deciding });
  }
  return found;
}

function readOnce(event: Event): Read {
  return isText(event) ? { node: readEvent(event) } : { object: event };
}

/** One field of a plan, for texts or for objects: the kind of the first event. */
function fieldJudge(field: PlanField, plan: Plan, first: Event): (event: Read) => boolean {
  if (plan.rules.arrays === 'transparent') {
    const values = new EventValues({ ...plan, fields: [field], alternatives: [{ fields: [field] }] });
    return (event) => ('node' in event ? values.matchesNode(event.node) : values.matches(event.object));
  }
  if (!isText(first)) {
    const { matches } = compilePlan({ ...plan, fields: [field], alternatives: [{ fields: [field] }] });
    matches(first);
    return (event) => 'object' in event && matches(event.object);
  }
  const test = eventTest(field, compileField(field, plan.rules));
  return (event) => 'node' in event && test(event.node);
}

function isText(event: Event): event is string | Uint8Array {
  return typeof event === 'string' || event instanceof Uint8Array;
}

/**
 * Memoises `work` for dialects that differ only in rules that `work` does not read. `rulesRead` receives the rules that the result depends on.
 */
function memoized<T>(
  work: (dialect: Dialect, rulesRead: RulesRead) => T,
): (dialect: Dialect, rulesRead?: RulesRead) => T {
  const known: { readonly dialect: Dialect; readonly rulesRead: RulesRead; readonly result: T }[] = [];
  return (dialect, rulesRead) => {
    let found = known.find((one) => one.dialect.keys === dialect.keys && hasSameValues(dialect.rules, one.rulesRead));
    if (found === undefined) {
      const own: RulesRead = new Map();
      found = { dialect, rulesRead: own, result: work(dialect, own) };
      known.push(found);
    }
    for (const [name, value] of found.rulesRead) rulesRead?.set(name, value);
    return found.result;
  };
}

function recording(dialect: Dialect, rulesRead: RulesRead): Dialect {
  return { ...dialect, rules: recordingRules(dialect.rules, rulesRead) };
}

/** Tries single rules, then pairs. A larger set is found by removing rules from the set of all. */
function decidingRules(from: Dialect, to: Dialect, decides: (dialect: Dialect) => boolean): RuleName[][] {
  const names = (Object.keys(from.rules) as RuleName[]).filter((name) => from.rules[name] !== to.rules[name]);
  const enough = (set: readonly RuleName[]): boolean =>
    decides({ ...from, rules: exchange(from.rules, to.rules, set) });
  const single = names.map((name) => [name]).filter(enough);
  if (single.length > 0) return single;
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b])).filter(enough);
  if (pairs.length > 0) return pairs;
  if (!enough(names)) return [];
  return [
    names.reduce(
      (set, name) => (enough(set.filter((other) => other !== name)) ? set.filter((other) => other !== name) : set),
      names,
    ),
  ];
}

function exchange(from: Rules, to: Rules, names: readonly RuleName[]): Rules {
  return { ...from, ...Object.fromEntries(names.map((name) => [name, to[name]])) };
}
