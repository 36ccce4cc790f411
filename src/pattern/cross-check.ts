/**
 * One pattern and one event in every dialect, and, where the verdicts differ, the rules that decide. It exchanges rules and
 * looks at verdicts, and knows no rule by name.
 */

import type { Diagnostic } from './diagnostic.ts';
import { type Dialect, dialects, type RuleName, type Rules } from './dialect.ts';
import { compilePattern } from './matcher.ts';
import { type JsonObject, readPattern } from './parse.ts';

export interface Verdict {
  readonly dialect: string;
  readonly verdict: 'match' | 'no match' | 'refused';
  /** The findings of a refusal. */
  readonly diagnostics?: readonly Diagnostic[];
}

export interface CrossCheck {
  /** In the order of the dialects, the default one first. */
  readonly verdicts: readonly Verdict[];
  /** Smallest sets of rules that, taken from another dialect, give the first dialect that one's verdict; empty when all agree. */
  readonly deciding: readonly (readonly RuleName[])[];
}

export interface CrossCheckOptions {
  readonly extensions?: readonly string[] | undefined;
  /** Default: all. */
  readonly dialects?: readonly Dialect[] | undefined;
}

/**
 * Costs one evaluation for each dialect while they agree, and else one for each exchange of rules that the pattern and the event
 * bear on: rules that an evaluation did not ask for cannot change it.
 * @throws EventSyntaxError, TypeError for an event that matching refuses
 */
export function crossCheck(
  source: string | JsonObject,
  event: object | string | Uint8Array,
  options: CrossCheckOptions = {},
): CrossCheck {
  const judge = remembering((dialect) => evaluate(source, event, dialect, options.extensions));
  const all = options.dialects ?? dialects;
  const verdicts = all.map(judge);
  const [first, ...others] = all;
  const deciding = others.flatMap((other, i) =>
    first === undefined || verdicts[i + 1]?.verdict === verdicts[0]?.verdict
      ? []
      : decidingRules(first, other, (dialect) => judge(dialect).verdict === verdicts[i + 1]?.verdict),
  );
  return { verdicts, deciding };
}

/** As `judge`, which is called once for dialects that differ only in rules that it does not ask for. */
function remembering(judge: (dialect: Dialect) => Verdict): (dialect: Dialect) => Verdict {
  const known: {
    readonly asked: ReadonlyMap<RuleName, unknown>;
    readonly dialect: Dialect;
    readonly verdict: Verdict;
  }[] = [];
  return (dialect) => {
    const same = known.find(
      (one) =>
        one.dialect.keys === dialect.keys && [...one.asked].every(([name, value]) => dialect.rules[name] === value),
    );
    if (same !== undefined) return { ...same.verdict, dialect: dialect.name };
    const asked = new Map<RuleName, unknown>();
    const rules = new Proxy(dialect.rules, {
      get(target, name: RuleName) {
        asked.set(name, target[name]);
        return target[name];
      },
    });
    const verdict = judge({ ...dialect, rules });
    known.push({ asked, dialect, verdict });
    return verdict;
  };
}

function evaluate(
  source: string | JsonObject,
  event: object | string | Uint8Array,
  dialect: Dialect,
  extensions: readonly string[] | undefined,
): Verdict {
  const { pattern, diagnostics } = readPattern(source, { dialect, extensions });
  if (pattern === undefined) return { dialect: dialect.name, verdict: 'refused', diagnostics };
  const matcher = compilePattern(pattern);
  const matches =
    typeof event === 'string' || event instanceof Uint8Array ? matcher.matchesJson(event) : matcher.matches(event);
  return { dialect: dialect.name, verdict: matches ? 'match' : 'no match' };
}

/** One by one, then two by two; a longer set is found by leaving rules out of all of them. */
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
