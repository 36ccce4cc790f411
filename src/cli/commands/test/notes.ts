/** Notes on a run of `test` as a whole: why some tests did not run. */

import { plural } from '../../findings/show.ts';
import type { AllResults } from '../../suite/all.ts';
import { grouped } from '../../terminal/amounts.ts';

/** Sentences without a full stop. An interrupt by the user is not among them. */
export function notesOf(
  { only, bailed }: AllResults,
  { seed, written }: { readonly seed: number | undefined; readonly written: number },
): readonly string[] {
  return [
    ...(only === undefined
      ? []
      : [`only ${grouped(only.left)} of ${grouped(only.of)} tests ran, because tests say \`only\``]),
    ...(bailed === undefined
      ? []
      : [
          `stopped after ${plural(bailed.failed, 'failure')} (--bail): ${grouped(bailed.ran)} of ${grouped(bailed.of)} tests ran`,
        ]),
    ...(written === 0 ? [] : [`${plural(written, 'missing verdict')} written (--update)`]),
    ...(seed === undefined ? [] : [`the order of the tests is that of --shuffle ${seed}`]),
  ];
}
