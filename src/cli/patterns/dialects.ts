/** Describes on which events the dialects differ, and why. */
import {
  type CrossCheck,
  crossChecker,
  dialects,
  type PatternOptions,
  type RuleName,
  relatedDialects,
  ruleSentences,
} from '../../index.ts';
import { about, boolean, define, dialect, list, object, oneOf, type Static, text } from '../answer/shape.ts';
import { DEFAULT_DIALECT } from './pattern.ts';

export const difference = define(
  'difference',
  object({
    refused: about('Whether a dialect refuses the pattern, which no event changes.', boolean),
    verdicts: list(object({ dialect, verdict: oneOf('match', 'no match', 'refused') })),
    deciding: about('Sets of rules, each of which decides by itself.', list(list(text))),
    message: text,
  }),
);
export type Difference = Static<typeof difference>;

const WORDS = { match: 'matches', 'no match': 'does not match', refused: 'is refused' } as const;

/** The name of the dialect of options. */
export function dialectOf({ dialect = DEFAULT_DIALECT }: PatternOptions): string {
  return typeof dialect === 'string' ? dialect : dialect.name;
}

/** Whether a pattern of the dialect is compared with others: with those whose events are the same. */
export function isCompared(dialect: string): boolean {
  return relatedDialects.some(({ name }) => name === dialect);
}

/**
 * A function that judges events of one pattern; it returns undefined when all dialects that are related to `dialect` agree. The events must
 * be valid. The pattern is compiled at the first event.
 */
export function compareDialects(
  pattern: string,
  extensions: readonly string[] | undefined,
  dialect: string,
): (event: string) => Difference | undefined {
  if (!isCompared(dialect)) return () => undefined;
  const check = crossChecker(pattern, { extensions });
  return (event) => differenceOf(check(event));
}

function differenceOf(check: CrossCheck): Difference | undefined {
  if (check.verdicts.every((other) => other.verdict === check.verdicts[0]?.verdict)) return undefined;
  const verdicts = check.verdicts.map(({ dialect, verdict }) => ({ dialect, verdict }));
  const refused = verdicts.some(({ verdict }) => verdict === 'refused');
  return { refused, verdicts, deciding: check.deciding, message: sentence(check) };
}

function sentence({ verdicts, deciding }: CrossCheck): string {
  const [first] = verdicts;
  const other = verdicts.find(({ verdict }) => verdict !== first?.verdict);
  if (first === undefined || other === undefined) return '';
  const refusal = verdicts.find(({ verdict }) => verdict === 'refused');
  const verdict =
    refusal !== undefined
      ? `the pattern is refused in ${refusal.dialect}`
      : first.verdict === 'match'
        ? `matches in ${first.dialect}, not in ${other.dialect}`
        : `matches in ${other.dialect}, not in ${first.dialect}`;
  const reasons = deciding.map((set) => set.map((rule) => ruleSentence(rule, other.dialect)).join(' and '));
  const engine = dialects.find(({ name }) => name === other.dialect)?.summary.split(',')[0] ?? other.dialect;
  if (reasons.length > 0) return `${verdict}: ${engine} ${reasons.join(', and by itself also ')}`;
  return `${verdict} (${verdicts.map((v) => `${v.dialect}: ${WORDS[v.verdict]}`).join(', ')})`;
}

function ruleSentence(rule: RuleName, dialect: string): string {
  const value = dialects.find(({ name }) => name === dialect)?.rules[rule];
  return (ruleSentences[rule] as Readonly<Record<string, string>>)[value ?? ''] ?? rule;
}
