/** Which patterns are accepted: event-ruler's `Machine.addRule` beside this package, on changed and broken patterns. */
import fc from 'fast-check';
import { parsePattern } from '../../src/index.ts';
import { changedAwsPattern } from '../../test/support/arbitraries/changed-aws.ts';
import { brokenPattern } from '../../test/support/arbitraries.ts';
import { readAlternatives } from '../../test/support/aws/reading.ts';
import { awsAccepts } from '../../test/support/aws/reference.ts';
import { type Json, readJson, writeJson } from '../../test/support/json.ts';
import { inDigitsOfJava, inShortestDigits } from './digits.ts';
import type { Ask } from './questions.ts';

const SHOWN = 20;

interface Difference {
  readonly pattern: string;
  readonly judge: string;
  readonly accepted: boolean;
}

/** Each difference that is named has been confirmed: without what its name says there is none. */
export function comparedAcceptance(
  patterns: number,
  seed: number,
  ask: Ask,
): { readonly same: boolean; readonly text: string } {
  const mixed = fc.oneof({ weight: 3, arbitrary: changedAwsPattern() }, brokenPattern('aws'));
  const texts = [...new Set(fc.sample(mixed, { numRuns: patterns, seed }))];
  const ruler = acceptedBy(texts, ask);
  const differences = texts.flatMap((pattern, i): Difference[] =>
    [
      { judge: 'the interpreter of the tests', accepted: awsAccepts(pattern) },
      { judge: 'eb-pattern', accepted: parsePattern(pattern, { dialect: 'aws' }).pattern !== undefined },
    ]
      .filter(({ accepted }) => accepted !== ruler[i])
      .map((one) => ({ ...one, pattern })),
  );
  const named = namesOf(differences, ask);
  const counts = new Map<string, number>();
  for (const name of named) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  const open = differences.filter((_, i) => named[i] === undefined);
  const lines = open
    .slice(0, SHOWN)
    .map(({ judge, accepted, pattern }) => `  ${judge} ${accepted ? 'accepts' : 'refuses'} ${JSON.stringify(pattern)}`);
  const summary = [
    `${texts.length} changed and broken patterns, ${ruler.filter(Boolean).length} accepted by event-ruler: ${open.length} differences`,
    `confirmed accidents: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ') || '-'}`,
  ].join('; ');
  return { same: open.length === 0, text: [summary, ...lines].join('\n') };
}

function acceptedBy(patterns: readonly string[], ask: Ask): boolean[] {
  return ask(patterns.map((pattern) => ({ pattern, events: [] }))).map((answer) => answer !== 'refused');
}

function namesOf(differences: readonly Difference[], ask: Ask): (string | undefined)[] {
  const texts = differences.map(({ pattern }) => ({ pattern }));
  const byRuler = (other: readonly (string | undefined)[]): boolean[] =>
    acceptedBy(
      other.map((text) => text ?? ''),
      ask,
    );
  const inJava = byRuler(inDigitsOfJava(texts, ask).map(({ pattern }) => pattern));
  const inShortest = inShortestDigits(texts, ask);
  const cut = texts.map(({ pattern }) => firstValue(pattern));
  const withoutRest = byRuler(cut);
  return differences.map(({ accepted }, i) => {
    if (inJava[i] === accepted) return 'Q7';
    if (accepted) return undefined;
    if (awsAccepts(inShortest[i]?.pattern ?? '')) return 'Q7';
    // event-ruler reads no further than the brace that closes the pattern.
    if (withoutRest[i] === true && awsAccepts(cut[i] ?? '')) return 'J';
    return lateRefusals(texts[i]?.pattern ?? '');
  });
}

/**
 * event-ruler finds some errors only when a field becomes part of the machine: an empty list inside `anything-but`, and a number beyond the
 * greatest double. So it accepts the first one behind other conditions (E5), and both in a mention of a path that another one replaces (E6).
 */
function lateRefusals(pattern: string): 'E5' | 'E6' | undefined {
  let marked: string;
  try {
    marked = writeJson(withMarks(readJson(pattern)));
  } catch {
    return undefined;
  }
  const alternatives = marked === pattern ? undefined : readAlternatives(marked);
  if (alternatives === undefined) return undefined;
  const fields = alternatives.flatMap((fields) => [...fields.values()]);
  const marksOf = (mark: Json): number[] =>
    fields.flatMap((conditions) =>
      conditions.flatMap(({ node }, i) => (writeJson(node) === writeJson(mark) ? [i] : [])),
    );
  const lists = marksOf(EMPTY_LIST);
  if (lists.includes(0) || marksOf(BEYOND).length > 0) return undefined;
  return lists.length > 0 ? 'E5' : 'E6';
}

const EMPTY_LIST: Json = { kind: 'string', value: 'an empty list inside anything-but' };
const BEYOND: Json = { kind: 'string', value: 'a number beyond the greatest double' };

function withMarks(node: Json): Json {
  if (node.kind === 'array') return { ...node, items: node.items.map(withMarks) };
  if (node.kind !== 'object') return node;
  const text = writeJson(node);
  if (/^\{"anything-but":\{"[a-z-]+":\[\]\}\}$/.test(text)) return EMPTY_LIST;
  if (/^\{"numeric":\["(>=?",1|<=?",-1)\.7976931348623157[eE]\+?308\]\}$/.test(text)) return BEYOND;
  return { ...node, members: node.members.map(([name, value]) => [name, withMarks(value)] as const) };
}

/** The JSON value that the text begins with, if more text follows it. */
function firstValue(text: string): string | undefined {
  for (let end = text.lastIndexOf('}', text.length - 2); end > 0; end = text.lastIndexOf('}', end - 1)) {
    const value = text.slice(0, end + 1);
    try {
      JSON.parse(value);
      return value;
    } catch {
      // A shorter one may be a value.
    }
  }
  return undefined;
}
