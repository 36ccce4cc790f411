/**
 * Are the verdicts those of event-ruler? `npm run bench:peers -- --verdicts [--pairs N] [--seed N]` generates patterns and events of the dialect
 * `aws`, asks event-ruler, the interpreter of the tests and this package, and shows each difference.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { eventFor, filterPattern } from '../../test/support/arbitraries.ts';
import { comparable } from '../../test/support/aws/numbers.ts';
import { readAlternatives } from '../../test/support/aws/reading.ts';
import { awsMatches } from '../../test/support/aws/reference.ts';
import { readJson } from '../../test/support/json.ts';
import { table } from '../table.ts';
import { accidents } from './accidents.ts';
import { eventRuler } from './prepare.ts';
import type { Command } from './side.ts';

interface Line {
  readonly pattern: string;
  readonly events: readonly string[];
}

interface Pair {
  readonly pattern: string;
  readonly event: string;
  readonly ruler: string;
}

interface Judge {
  readonly name: string;
  /** One verdict for each event; undefined for a refused pattern. */
  judge(line: Line): readonly boolean[] | undefined;
}

interface Compared {
  readonly judge: string;
  pairs: number;
  matches: number;
  readonly byAccident: Map<string, number>;
  readonly differences: string[];
}

const AWS = 'aws';
const EVENTS = 5;
const SHOWN = 20;

/** Returns whether no verdict differs; undefined when event-ruler cannot be built. */
export function compareVerdicts(
  scratch: string,
  { pairs, seed }: { readonly pairs: number; readonly seed: number },
): boolean | undefined {
  const command = eventRuler('bench.Verdicts');
  if (typeof command === 'string') {
    console.log(command);
    return undefined;
  }
  const lines = generated(Math.ceil(pairs / EVENTS), seed);
  const answers = ask(command, scratch, lines);
  const judges = [interpreter, ...ways];
  const compared = judges.map((judge) =>
    compare(judge, lines, answers, (texts) => ask(command, scratch, [{ numbers: texts }])[0]?.split(' ') ?? []),
  );
  console.log(shown(compared, seed));
  return compared.every(({ differences }) => differences.length === 0);
}

function generated(patterns: number, seed: number): Line[] {
  return fc.sample(filterPattern('aws'), { numRuns: patterns, seed }).map((pattern, i) => ({
    pattern,
    events: fc.sample(eventFor(pattern, 'aws'), { numRuns: EVENTS, seed: seed + i }).filter(survives),
  }));
}

/** A lone surrogate cannot be written in UTF-8. */
function survives(text: string): boolean {
  return text.isWellFormed();
}

function ask({ program, args }: Command, scratch: string, lines: readonly object[]): string[] {
  const file = join(scratch, 'asked.ndjson');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const { status, stdout, stderr } = spawnSync(program, [...args, file], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`event-ruler ended with ${status}: ${stderr.slice(0, 2000)}`);
  return stdout.trimEnd().split('\n');
}

const interpreter: Judge = {
  name: 'the interpreter of the tests',
  judge: ({ pattern, events }) =>
    readAlternatives(pattern) === undefined ? undefined : events.map((event) => awsMatches(pattern, event)),
};

const ways: readonly Judge[] = [
  way('eb-pattern, text', (pattern) => {
    const matcher = compilePattern(pattern, { dialect: AWS });
    return (event) => matcher.matchesJson(event);
  }),
  way('eb-pattern, set', (pattern) => {
    const set = PatternSet.from([['rule', pattern]], { dialect: AWS });
    return (event) => set.matchesJson(event).length > 0;
  }),
];

function way(name: string, matcher: (pattern: string) => (event: string) => boolean): Judge {
  return {
    name,
    judge({ pattern, events }) {
      try {
        return events.map(matcher(pattern));
      } catch {
        return undefined;
      }
    },
  };
}

function compare(
  judge: Judge,
  lines: readonly Line[],
  answers: readonly string[],
  doubles: (texts: readonly string[]) => readonly string[],
): Compared {
  const compared: Compared = { judge: judge.name, pairs: 0, matches: 0, byAccident: new Map(), differences: [] };
  const suspects: Pair[] = [];
  for (const [i, line] of lines.entries()) {
    const { pattern } = line;
    const answer = answers[i] ?? '';
    const own = judge.judge(line);
    if (answer === 'refused' || own === undefined) {
      if (answer !== 'refused') suspects.push({ pattern, event: '{}', ruler: 'accepted' });
      else if (own !== undefined) suspects.push({ pattern, event: '{}', ruler: 'refused' });
      continue;
    }
    for (const [k, event] of line.events.entries()) {
      const ruler = answer[k] ?? '';
      compared.pairs++;
      if (ruler === '1') compared.matches++;
      if (ruler !== (own[k] ? '1' : '0')) suspects.push({ pattern, event, ruler });
    }
  }
  const odd = oddNumbers(suspects, doubles);
  for (const { pattern, event, ruler } of suspects) {
    const oddNumbers = numbersIn(pattern + event).some((text) => odd.has(text));
    const name = nameOf({ pattern, event, ruler }, oddNumbers);
    if (name === undefined) compared.differences.push(`event-ruler says ${ruler}: ${pattern} on ${event}`);
    else compared.byAccident.set(name, (compared.byAccident.get(name) ?? 0) + 1);
  }
  return compared;
}

/** The first accident that the pair may run into; undefined for a difference. */
function nameOf({ pattern, event, ruler }: Pair, oddNumbers: boolean): string | undefined {
  // Only numbers decide what is accepted.
  if (ruler === 'accepted' || ruler === 'refused') return oddNumbers ? 'Q7' : undefined;
  return accidents({ alternatives: readAlternatives(pattern) ?? [], event: readJson(event), oddNumbers })[0];
}

function numbersIn(text: string): string[] {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, ' ').match(/-?\d[\d.eE+-]*/g) ?? [];
}

/** The numbers for which Java prints more digits than JavaScript. */
function oddNumbers(
  pairs: readonly Pair[],
  doubles: (texts: readonly string[]) => readonly string[],
): ReadonlySet<string> {
  const texts = [...new Set(pairs.flatMap(({ pattern, event }) => numbersIn(pattern + event)))].filter(
    (text) => comparable(text) !== undefined,
  );
  const printed = texts.length === 0 ? [] : doubles(texts);
  return new Set(
    texts.filter((_, i) => printed[i] !== undefined && !sameDecimal(printed[i] as string, String(Number(texts[i])))),
  );
}

/** Both are texts of one double. */
function sameDecimal(java: string, shortest: string): boolean {
  const digits = (text: string): string =>
    text
      .toLowerCase()
      .replace(/e.*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+|0+$/g, '');
  return digits(java) === digits(shortest);
}

function shown(compared: readonly Compared[], seed: number): string {
  const rows = compared.map(({ judge, pairs, matches, byAccident, differences }) => [
    judge,
    String(pairs),
    String(matches),
    String(differences.length),
    [...byAccident]
      .sort()
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || '-',
  ]);
  const lists = compared
    .filter(({ differences }) => differences.length > 0)
    .map(({ judge, differences }) =>
      [`${judge}:`, ...differences.slice(0, SHOWN).map((one) => `  ${JSON.stringify(one)}`)].join('\n'),
    );
  return [
    `## Verdicts beside event-ruler (seed ${seed})`,
    table(['judge', 'pairs', 'matching', 'differences', 'named accidents'], rows),
    ...lists,
  ].join('\n\n');
}
