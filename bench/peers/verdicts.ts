/**
 * Are the verdicts those of event-ruler? `npm run bench:peers -- --verdicts [--pairs N] [--patterns N] [--seed N]` generates patterns and events
 * of the dialect `aws`, asks event-ruler, the interpreter of the tests and this package, and shows each difference; and it compares which of
 * many changed and broken patterns are accepted.
 */
import fc from 'fast-check';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { eventFor, filterPattern } from '../../test/support/arbitraries.ts';
import { readAlternatives } from '../../test/support/aws/reading.ts';
import { awsMatches } from '../../test/support/aws/reference.ts';
import { readJson } from '../../test/support/json.ts';
import { table } from '../table.ts';
import { comparedAcceptance } from './acceptance.ts';
import { accidents } from './accidents.ts';
import { inDigitsOfJava } from './digits.ts';
import { eventRuler } from './prepare.ts';
import { type Ask, asking } from './questions.ts';

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

/** Returns whether nothing differs; undefined when event-ruler cannot be built. */
export function compareVerdicts(
  scratch: string,
  { pairs, patterns, seed }: { readonly pairs: number; readonly patterns: number; readonly seed: number },
): boolean | undefined {
  const command = eventRuler('bench.Verdicts');
  if (typeof command === 'string') {
    console.log(command);
    return undefined;
  }
  const ask = asking(command, scratch);
  const lines = generated(Math.ceil(pairs / EVENTS), seed);
  const answers = ask(lines);
  const compared = [interpreter, ...ways].map((judge) => compare(judge, lines, answers, ask));
  console.log(shown(compared, seed));
  const apart = apartFromInterpreter(lines);
  console.log(`\n${listed('this package and the interpreter of the tests', apart)}`);
  const acceptance = comparedAcceptance(patterns, seed, ask);
  console.log(`\n${acceptance.text}`);
  return acceptance.same && apart.length === 0 && compared.every(({ differences }) => differences.length === 0);
}

function generated(patterns: number, seed: number): Line[] {
  return fc.sample(filterPattern(AWS), { numRuns: patterns, seed }).map((pattern, i) => ({
    pattern,
    events: fc.sample(eventFor(pattern, AWS), { numRuns: EVENTS, seed: seed + i }),
  }));
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

/** No accident excuses these. */
function apartFromInterpreter(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    const wanted = interpreter.judge(line);
    return ways.flatMap(({ name, judge }) => {
      const own = judge(line);
      if (wanted === undefined || own === undefined) return own === wanted ? [] : [`${name}: ${line.pattern}`];
      return line.events.filter((_, k) => own[k] !== wanted[k]).map((event) => `${name}: ${line.pattern} on ${event}`);
    });
  });
}

function compare(judge: Judge, lines: readonly Line[], answers: readonly string[], ask: Ask): Compared {
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
  for (const [i, name] of namesOf(suspects, ask).entries()) {
    const { pattern, event, ruler } = suspects[i] as Pair;
    if (name === undefined) compared.differences.push(`event-ruler says ${ruler}: ${pattern} on ${event}`);
    else compared.byAccident.set(name, (compared.byAccident.get(name) ?? 0) + 1);
  }
  return compared;
}

/** An accident for each pair; undefined for a difference. */
function namesOf(pairs: readonly Pair[], ask: Ask): (string | undefined)[] {
  const texts = pairs.map(({ pattern, event }) => ({ pattern, event }));
  const inJava = inDigitsOfJava(texts, ask);
  // Q7 is the name only where the digits are what makes the difference.
  const again = ask(inJava.map(({ pattern, event }) => ({ pattern, events: [event] })));
  return pairs.map(({ pattern, event, ruler }, i) => {
    const other = again[i] ?? '';
    if (ruler === 'accepted' || ruler === 'refused')
      return (other === 'refused') !== (ruler === 'refused') ? 'Q7' : undefined;
    if (other !== ruler) return 'Q7';
    return accidents({ alternatives: readAlternatives(pattern) ?? [], event: readJson(event) })[0];
  });
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
    .map(({ judge, differences }) => listed(judge, differences));
  return [
    `## Verdicts beside event-ruler (seed ${seed})`,
    table(['judge', 'pairs', 'matching', 'differences', 'named accidents'], rows),
    ...lists,
  ].join('\n\n');
}

function listed(name: string, differences: readonly string[]): string {
  const some = differences.slice(0, SHOWN).map((one) => `  ${JSON.stringify(one)}`);
  return [`${name}: ${differences.length} differences`, ...some].join('\n');
}
