/** Tests of a field on the bytes of its value: most values are judged without decoding them. */
import type { Rules } from '../dialect.ts';
import type { FieldTest } from '../field.ts';
import type { Key } from '../operators/keys.ts';
import { always, never, type Predicate } from '../operators/predicate.ts';
import type { PlanCondition, PlanField } from '../plan.ts';

/** `UNDECIDED`: left to the predicate. */
export type Verdict = typeof FAILS | typeof HOLDS | typeof UNDECIDED;
export const FAILS = 0;
export const HOLDS = 1;
export const UNDECIDED = 2;

/** The verdicts of a field on its value. */
export interface ByteTest {
  readonly true: Verdict;
  readonly false: Verdict;
  readonly null: Verdict;
  readonly number: Verdict;
  /** On a string that has none of the texts. */
  readonly string: Verdict;
  /** A string is one of these, or begins or ends with one; the first one that decides it counts. */
  readonly texts: readonly ByteText[];
  /** Whether the field holds for an event without it. */
  readonly missing: boolean;
}

export interface ByteText {
  readonly kind: 'string' | 'beginning' | 'ending';
  readonly text: string;
  /** On a string that has the text. */
  readonly verdict: Verdict;
}

/** Comparing more texts one by one takes longer than the predicate. */
const MOST_TEXTS = 32;

/** The test of a field, whose predicate is `test`. */
export function byteTestOf({ conditions }: PlanField, { predicate, missing }: FieldTest, rules: Rules): ByteTest {
  const { number } = predicate;
  return {
    true: predicate.true ? HOLDS : FAILS,
    false: predicate.false ? HOLDS : FAILS,
    null: predicate.null ? HOLDS : FAILS,
    number: verdictOf(number),
    ...stringsOf(predicate, conditions, rules),
    missing,
  };
}

function verdictOf(test: Predicate['string'] | Predicate['number']): Verdict {
  return test === never ? FAILS : test === always ? HOLDS : UNDECIDED;
}

type Strings = Pick<ByteTest, 'string' | 'texts'>;

const ASK: Strings = { string: UNDECIDED, texts: [] };

function stringsOf({ string }: Predicate, conditions: readonly PlanCondition[], rules: Rules): Strings {
  const known = verdictOf(string);
  if (known !== UNDECIDED) return { string: known, texts: [] };
  const keys: Key[] = [];
  for (const { tests } of conditions) {
    const [test] = tests;
    const some = test?.operator.keys?.(test.operand, rules);
    if (some === undefined) return ASK;
    // Of tests that must all hold one can only rule a value out.
    for (const key of some) keys.push(tests.length > 1 ? { ...key, inexact: true } : key);
  }
  const [only, another] = keys;
  const isExcept = only?.kind === 'except' && another === undefined;
  if (isExcept && only.inexact) return ASK;
  const strings = isExcept ? listed(only.keys, FAILS, HOLDS) : listed(keys, HOLDS, FAILS);
  return strings.texts.length > MOST_TEXTS || strings.texts.some(({ text }) => !isPlain(text)) ? ASK : strings;
}

/** `covered`: the verdict on a string that a key covers; `other`: on one that none covers. */
function listed(keys: readonly Key[], covered: Verdict, other: Verdict): Strings {
  const verdict = keys.some(({ inexact }) => inexact) ? UNDECIDED : covered;
  const texts: ByteText[] = [];
  let string = other;
  for (const key of keys) {
    switch (key.kind) {
      case 'string':
      case 'beginning':
      case 'ending':
        texts.push({ kind: key.kind, text: key.text, verdict });
        break;
      case 'number':
      case 'literal':
      case 'interval':
        break;
      default:
        string = UNDECIDED;
    }
  }
  return { string, texts };
}

/** Whether JSON needs no escape for any character of the text, and UTF-8 has it. */
function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
  return text.isWellFormed() && !/["\\\u0000-\u001f]/.test(text);
}
