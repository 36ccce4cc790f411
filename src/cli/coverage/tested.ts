/** The patterns of a run: those that suites test, merged over all suites, and those of `--coverage-of` that no suite tests. */
import { resolve } from 'node:path';
import type { Pattern } from '../../index.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';
import { placeFinder } from '../findings/line-finder.ts';
import { type LanguageOptions, type LocatedPattern, patternOptions, validPattern } from '../patterns/pattern.ts';
import type { PassedOver, Patterns, Skipped } from '../sources/patterns.ts';
import type { SuiteEvents } from '../suite/suite-events.ts';

export interface TestedPattern {
  /** As the user names it: `file`, `file#address`, or `file:line:column` for an inline pattern. */
  readonly name: string;
  readonly pattern: Pattern;
  readonly source: LocatedPattern;
  /** Empty for a pattern that no suite tests. */
  readonly bySuite: readonly SuiteEvents[];
}

/** One pattern under two dialects counts as two, since they may hold for different events. In the order of their first test. */
export function testedPatterns(bySuite: readonly SuiteEvents[], cwd: string): readonly TestedPattern[] {
  const groups = new Map<string, TestedPattern & { bySuite: SuiteEvents[] }>();
  for (const ofSuite of bySuite) {
    const { pattern, source } = ofSuite;
    if (pattern === undefined) continue;
    const key = `${pattern.dialect.name} ${keyOf(source, cwd)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name: nameOf(ofSuite), pattern, source, bySuite: [ofSuite] });
    else group.bySuite.push(ofSuite);
  }
  return [...groups.values()];
}

export interface Untested {
  readonly patterns: readonly TestedPattern[];
  /** Patterns that are computed later. */
  readonly skipped: readonly Skipped[];
  /** Files that are no patterns. */
  readonly passed: readonly PassedOver[];
  readonly problems: readonly Problem[];
}

/** The named patterns that no suite tests. */
export async function untestedPatterns(
  names: readonly string[],
  bySuite: readonly SuiteEvents[],
  options: LanguageOptions,
  { patterns, cwd }: { readonly patterns: Patterns; readonly cwd: string },
): Promise<Untested> {
  const seen = new Set(bySuite.map(({ source }) => keyOf(source, cwd)));
  const untested: TestedPattern[] = [];
  const problems: Problem[] = [];
  const all = await patterns.collect(names);
  for (const found of all) {
    for (const one of found.problems) problems.push(one);
    for (const source of found.patterns) {
      const key = keyOf(source, cwd);
      if (seen.has(key)) continue;
      seen.add(key);
      try {
        const pattern = validPattern(source, patternOptions(options));
        untested.push({ name: source.name, pattern, source, bySuite: [] });
      } catch (thrown) {
        for (const one of problemsOf(thrown)) problems.push(one);
      }
    }
  }
  const skipped = all.flatMap((found) => found.skipped);
  const passed = all.flatMap((found) => found.passed);
  return { patterns: untested, skipped, passed, problems };
}

/** Equal for any name of one pattern. */
function keyOf({ file, address, place }: SuiteEvents['source'], cwd: string): string {
  return JSON.stringify([resolve(cwd, file), address ?? place(0)]);
}

function nameOf({ source, suite }: SuiteEvents): string {
  const { file, address } = source;
  if (address !== undefined) return `${file}#${address}`;
  if (file !== suite) return file;
  const { line, column } = placeFinder(source)(0);
  return `${file}:${line}:${column}`;
}
