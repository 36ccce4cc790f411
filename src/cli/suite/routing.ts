/** Judges the tests of a routing suite: the patterns that an event matches. */
import { type Pattern, type PatternOptions, PatternSet, parsePattern, relatedDialects } from '../../index.ts';
import { nearest } from '../../pattern/suggest.ts';
import { list } from '../../suite/verdict.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import { compareDialects, type Difference, dialectOf, isCompared } from '../patterns/dialects.ts';
import { invalidPattern, readPattern } from '../patterns/pattern.ts';
import { problemAt } from '../syntax/document.ts';
import type { Expectation, RouteExplanation, Subject, Verdict } from './judge.ts';
import type { RoutePattern } from './routing-patterns.ts';
import type { Routes, Suite } from './suite.ts';

/** @throws Failure for invalid patterns, and for tests that name unknown ids */
export function routingSubject(suite: Suite, patterns: readonly RoutePattern[], options: PatternOptions): Subject {
  const read = patterns.map(({ id, source }) => ({ id, source, ...readPattern(source, options) }));
  const invalid = read.filter(({ pattern }) => pattern === undefined);
  if (invalid.length > 0) throw new Failure(invalid.flatMap(({ findings }) => invalidPattern(findings).problems));
  checkIds(
    suite,
    read.map(({ id }) => id),
  );
  const set = PatternSet.from(
    read.map(({ id, source }) => [id, source.text]),
    options,
  );
  return {
    findings: read.map(({ findings }) => findings),
    tested: read.map(({ id, source, pattern }) => ({
      pattern: pattern as Pattern,
      source,
      expects: ({ routes }) => expectationOf(id, routes),
    })),
    compare: compareRoutes(patterns, options),
    judge: ({ routes }, event) => (routes === undefined ? {} : verdictOf(routes, set, event)),
    routes: (event) => set.matchesJson(event),
    missing: ({ routes }, event) =>
      routes === undefined ? { name: 'routes', value: set.matchesJson(event) } : undefined,
  };
}

function expectationOf(id: string, routes: Routes | undefined): Expectation | undefined {
  const { exact, includes, excludes } = routes ?? {};
  if (exact !== undefined) return { match: ids(exact).includes(id) };
  if (ids(includes ?? []).includes(id)) return { match: true };
  return ids(excludes ?? []).includes(id) ? { match: false } : undefined;
}

function verdictOf({ exact, includes, excludes }: Routes, set: PatternSet, event: string): Verdict {
  const reached = new Set(set.matchesJson(event));
  const missing = ids(exact ?? includes).filter((id) => !reached.has(id));
  const expected = new Set(ids(exact ?? []));
  const surplus =
    exact === undefined
      ? ids(excludes).filter((id) => reached.has(id))
      : [...reached].filter((id) => !expected.has(id));
  if (missing.length + surplus.length === 0) return {};
  const problem = [
    ...(missing.length === 0 ? [] : [`should reach ${list(missing)}, and does not`]),
    ...(surplus.length === 0 ? [] : [`should not reach ${list(surplus)}, and does`]),
  ].join('; ');
  const wrong: readonly Omit<RouteExplanation, 'explanation'>[] = [
    ...missing.map((id) => ({ id, kind: 'missing' as const })),
    ...surplus.map((id) => ({ id, kind: 'surplus' as const })),
  ];
  const routes = wrong.slice(0, MAX_EXPLAINED).map((one) => ({ ...one, explanation: set.explain(event, one.id) }));
  return { problem, routes };
}

/** The most explained patterns: an event that differs much from the intended one is wrong for many. */
const MAX_EXPLAINED = 10;

function ids(placed: readonly { readonly id: string }[]): readonly string[] {
  return placed.map(({ id }) => id);
}

/** An unknown id would never be reached. */
function checkIds({ tests, document }: Suite, known: readonly string[]): void {
  const all = new Set(known);
  const problems: Problem[] = [];
  for (const { routes } of tests) {
    for (const { id, range } of [...(routes?.exact ?? []), ...(routes?.includes ?? []), ...(routes?.excludes ?? [])]) {
      if (!all.has(id)) problems.push(problemAt(document, range, unknownId(id, known, problems.length < MAX_MEANT)));
    }
  }
  if (problems.length > 0) throw new Failure(problems);
}

const MAX_LISTED = 10;

/** The most ids for which a similar one is suggested. */
const MAX_MEANT = 100;

function unknownId(id: string, known: readonly string[], search: boolean): string {
  const meant = search ? (nearest(id, known) ?? known.find((other) => other.endsWith(`/${id}`))) : undefined;
  const more = known.length > MAX_LISTED ? ` and ${known.length - MAX_LISTED} more` : '';
  const hint =
    meant === undefined ? `there are ${list(known.slice(0, MAX_LISTED))}${more}` : `did you mean \`${meant}\`?`;
  return `no pattern has the id \`${id}\`; ${hint}`;
}

/** Reports where the dialects route an event differently, with the reason for the first such pattern. */
function compareRoutes(
  patterns: readonly RoutePattern[],
  options: PatternOptions,
): (event: string) => Difference | undefined {
  const { extensions } = options;
  const own = dialectOf(options);
  if (!isCompared(own)) return () => undefined;
  const sets = relatedDialects.map((dialect) => {
    const taken = patterns.filter(
      ({ source }) => parsePattern(source.text, { dialect, extensions }).pattern !== undefined,
    );
    const set = PatternSet.from(
      taken.map(({ id, source }) => [id, source.text]),
      { dialect, extensions },
    );
    return { taken: new Set(ids(taken)), set };
  });
  const refused = patterns.filter(({ id }) => sets.some(({ taken }) => !taken.has(id)));
  const isRefused = new Set(refused);
  return (event) => {
    const reached = sets.map(({ set }) => new Set(set.matchesJson(event)));
    const differs = ({ id }: RoutePattern): boolean => reached.some((one) => one.has(id) !== reached[0]?.has(id));
    const taken = patterns.filter((pattern) => !isRefused.has(pattern) && differs(pattern));
    const [first] = taken.length > 0 ? taken : refused;
    if (first === undefined) return undefined;
    const difference = compareDialects(first.source.text, extensions, own)(event);
    if (difference === undefined) return undefined;
    const others = taken.length + refused.length - 1;
    const more = others === 0 ? '' : ` (and ${others} more of the patterns)`;
    return { ...difference, message: `\`${first.id}\`: ${difference.message}${more}` };
  };
}
