/** The fields of a plan as tests of bytes, by which most lines of a large input are judged without the predicates. */
import { compileField } from '../field.ts';
import type { Plan } from '../plan.ts';
import { type ByteTest, byteTestOf, FAILS, UNDECIDED } from './byte-test.ts';
import { Paths } from './paths.ts';

export interface PathTests {
  readonly paths: Paths;
  /** By slot. */
  readonly tests: readonly ByteTest[];
  /** A text that some string of every event has that does not fail, unless it has an escape; empty if there is none. */
  readonly clue: string;
}

/** Undefined for a plan that is not judged so: one whose arrays are transparent, and one without fields. */
export function lineTestsOf({ fields, rules }: Plan): PathTests | undefined {
  if (rules.arrays === 'transparent' || fields.length === 0) return undefined;
  const paths = new Paths();
  const tests: ByteTest[] = [];
  for (const field of fields) {
    const slot = paths.slotOf(field.path);
    const test = byteTestOf(field, compileField(field, rules), rules);
    if (slot < 0) paths.open(field.path, tests.push(test) - 1);
    else tests[slot] = both(tests[slot] as ByteTest, test);
    if (field.rootRequired) paths.watch(field.path[0] as string);
  }
  return { paths, tests, clue: clueOf(tests) };
}

/** The longest of those texts that alone let a field hold. */
function clueOf(tests: readonly ByteTest[]): string {
  let clue = '';
  for (const { missing, true: yes, false: no, null: none, number, string, texts } of tests) {
    const [only, another] = texts;
    const needsText = !missing && [yes, no, none, number, string].every((verdict) => verdict === FAILS);
    if (needsText && only !== undefined && another === undefined && only.text.length > clue.length) clue = only.text;
  }
  return clue;
}

/** Two fields of one path: what both say is left to their predicates. */
function both(a: ByteTest, b: ByteTest): ByteTest {
  const ask = { true: UNDECIDED, false: UNDECIDED, null: UNDECIDED, number: UNDECIDED, string: UNDECIDED } as const;
  return { ...ask, texts: [], missing: a.missing && b.missing };
}
