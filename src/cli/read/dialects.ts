/** On which events the dialects differ, and why, in words. */
import {
  type CrossCheck,
  compilePattern,
  crossCheck,
  dialects,
  parsePattern,
  type RuleName,
  ruleSentences,
} from '../../index.ts';

export interface Difference {
  /** Whether a dialect refuses the pattern, which no event changes. */
  readonly refused: boolean;
  readonly verdicts: readonly { readonly dialect: string; readonly verdict: 'match' | 'no match' | 'refused' }[];
  /** Sets of rules, each of which decides by itself. */
  readonly deciding: readonly (readonly RuleName[])[];
  /** One sentence for a person. */
  readonly message: string;
}

const WORDS = { match: 'matches', 'no match': 'does not match', refused: 'is refused' } as const;

/**
 * A function that judges events of one pattern; it answers undefined while all dialects agree. The events are such that matching takes them.
 * What decides is computed only where verdicts differ, since it costs many times a match.
 */
export function compareDialects(
  pattern: string,
  extensions: readonly string[] | undefined,
): (event: string) => Difference | undefined {
  const matchers = dialects.map((dialect) => {
    const parsed = parsePattern(pattern, { dialect, extensions });
    return parsed.pattern === undefined ? undefined : compilePattern(parsed.pattern);
  });
  const refusals = new Map<boolean, Difference | undefined>();
  const refused = matchers.includes(undefined);
  return (event) => {
    const verdicts = matchers.map((matcher) => matcher?.matchesJson(event));
    if (verdicts.every((verdict) => verdict === verdicts[0])) return undefined;
    if (!refused) return differenceOf(pattern, event, extensions);
    // Which rules refuse a pattern is the same for every event.
    const matches = verdicts.includes(true);
    if (!refusals.has(matches)) refusals.set(matches, differenceOf(pattern, event, extensions));
    return refusals.get(matches);
  };
}

function differenceOf(
  pattern: string,
  event: string,
  extensions: readonly string[] | undefined,
): Difference | undefined {
  const check = crossCheck(pattern, event, { extensions });
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
