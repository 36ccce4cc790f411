/** Generated patterns with the events of tests, the same in each run. */
import fc from 'fast-check';
import type { TestedPattern } from '../../../src/cli/coverage/tested.ts';
import { compilePattern, type DialectName, type Pattern, parsePattern } from '../../../src/index.ts';
import { eventFor, filterPattern } from '../../support/arbitraries.ts';

export function valid(text: string, dialect: DialectName): Pattern {
  const { pattern, diagnostics } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return pattern;
}

/** As if one suite had a test for each event, with its verdict. */
export function tested(text: string, dialect: DialectName, events: readonly string[], base?: string): TestedPattern {
  const pattern = valid(text, dialect);
  const matcher = compilePattern(pattern);
  const source = { file: 'p.json', within: text, text, place: (offset: number) => offset };
  const shown = events.map((event, i) => ({ event, match: matcher.matchesJson(event), test: `test ${i}` }));
  return {
    name: 'p.json',
    pattern,
    source,
    bySuite: [{ pattern, source, suite: 's.yaml', base, shown, names: shown.map(({ test }) => test) }],
  };
}

/** Events that match, or nearly do. */
export function eventsFor(text: string, dialect: DialectName, count: number): readonly string[] {
  return fc.sample(eventFor(text, dialect), { numRuns: count, seed: 13 });
}

export function patternTexts(dialect: DialectName, count: number): readonly string[] {
  return fc.sample(filterPattern(dialect), { numRuns: count, seed: 11 });
}
