/** Selects the tests of a run: by name, and by `only`. */

import { refusalName } from '../../suite/verdict.ts';
import type { Problem } from '../findings/failure.ts';
import { problemAt } from '../syntax/document.ts';
import type { Suite, SuiteTest } from './suite.ts';

export interface SelectOptions {
  /** Tested on `file > name`. */
  readonly grep?: RegExp;
}

export interface Selected {
  readonly suite: Suite;
  /** In the order of the suite. */
  readonly tests: readonly SuiteTest[];
  /** Whether the suite is run: one whose pattern must be refused has a test that is not listed. */
  readonly runs: boolean;
}

export interface Selection {
  readonly suites: readonly Selected[];
  /** When tests have `only`: the number of selected tests, and of all. */
  readonly only?: { readonly left: number; readonly of: number };
}

/** If any test of the run has `only`, all others are left out, in all suites. */
export function select(suites: readonly Suite[], { grep }: SelectOptions): Selection {
  const wanted = suites.map((suite): Selected => {
    const takes = (name: string): boolean => grep === undefined || grep.test(`${suite.document.file} > ${name}`);
    const tests = suite.tests.filter(({ name }) => takes(name));
    return {
      suite,
      tests,
      runs: tests.length > 0 || (suite.invalid !== undefined && takes(refusalName(suite.invalid.codes))),
    };
  });
  if (!wanted.some(({ tests }) => tests.some(({ only }) => only !== undefined))) return { suites: wanted };
  const left = wanted.map(({ suite, tests }): Selected => {
    const chosen = tests.filter(({ only }) => only !== undefined);
    return { suite, tests: chosen, runs: chosen.length > 0 };
  });
  return { suites: left, only: { left: countTests(left), of: countTests(wanted) } };
}

export function countTests(suites: readonly Selected[]): number {
  let count = 0;
  for (const { tests, runs } of suites) count += tests.length > 0 ? tests.length : runs ? 1 : 0;
  return count;
}

/** Errors for `only`, which hides other tests, in CI. */
export function refuseOnly({ tests, document }: Suite): readonly Problem[] {
  return tests.flatMap(({ name, only }) =>
    only === undefined
      ? []
      : problemAt(
          document,
          only,
          `the test \`${name}\` says \`only\`, which leaves out all other tests; remove it (or say --allow-only)`,
        ),
  );
}
