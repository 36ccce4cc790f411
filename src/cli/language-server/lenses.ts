/** The lenses above a pattern or a suite: the number of events that match or tests that pass, and commands. */
import { basename } from 'node:path';
import type { Range } from '../../index.ts';
import { isSuiteName } from '../fix/suite.ts';
import type { AnalysedPattern, Analysis } from './analysis.ts';
import { COMMANDS } from './command-names.ts';
import { countText, explanationsOf, matching, type NearbyEvent } from './events.ts';
import { outward, rangeInFile } from './places.ts';

export interface Lens {
  readonly range: Range;
  readonly title: string;
  readonly command: (typeof COMMANDS)[keyof typeof COMMANDS];
  /** The index of the pattern in the document. */
  readonly index: number;
}

export function lensesOf({ name, patterns, tests }: Analysis, events: readonly NearbyEvent[]): readonly Lens[] {
  const lenses: Lens[] = [];
  const isSuite = isSuiteName(basename(name));
  if (tests !== undefined) {
    const passed = tests.filter(({ outcome }) => outcome === 'passed').length;
    const skipped = tests.filter(({ outcome }) => outcome === 'skipped').length;
    const noun = tests.length === 1 ? 'test passes' : 'tests pass';
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    const title = `${passed} of ${tests.length} ${noun}${rest}`;
    lenses.push({ range: { start: 0, end: 0 }, title, command: COMMANDS.events, index: 0 });
  }
  for (const [index, { source, pattern }] of patterns.entries()) {
    const { start } = rangeInFile(source);
    const range = { start, end: start };
    if (pattern === undefined) continue;
    if (events.length > 0) {
      const title = countText(matching(pattern, events).length, events.length);
      lenses.push({ range, title, command: COMMANDS.events, index });
    }
    lenses.push({ range, title: 'open in the playground', command: COMMANDS.playground, index });
    if (!isSuite) lenses.push({ range, title: 'add a test', command: COMMANDS.addTest, index });
  }
  return lenses;
}

export interface Hint {
  readonly offset: number;
  readonly text: string;
}

/** After the conditions of each field: the number of events for which one of them holds. */
export function hintsOf({ patterns }: Analysis, events: readonly NearbyEvent[]): readonly Hint[] {
  return events.length === 0 ? [] : patterns.flatMap((one) => hintsOfPattern(one, events));
}

function hintsOfPattern({ source, pattern }: AnalysedPattern, events: readonly NearbyEvent[]): readonly Hint[] {
  if (pattern === undefined) return [];
  const all = explanationsOf(pattern, events);
  return pattern.fields.flatMap(({ range }, i) => {
    if (range === undefined) return [];
    const count = all.filter(({ explanation: { fields } }) => fields[i]?.holds === true).length;
    return [{ offset: outward(source, range).end, text: ` ${countText(count, all.length, 'hold')}` }];
  });
}
