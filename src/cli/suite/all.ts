/** Runs suites: reads all, selects tests, and runs them one after the other until `--bail` or an interrupt. */
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import { Cancellation } from '../terminal/cancellation.ts';
import type { World } from './inline.ts';
import { loadSuite, runSuite, type SuiteResult, type SuiteRunOptions } from './run.ts';
import { countTests, refuseOnly, type Selected, type SelectOptions, select } from './select.ts';
import { shuffle } from './shuffle.ts';
import type { Suite } from './suite.ts';

export interface AllOptions extends SuiteRunOptions, SelectOptions {
  /** The number of failures after which to stop. */
  readonly bail?: number;
  /** The seed of the order in which suites and tests run. Reports keep the order of the files. */
  readonly seed?: number;
  /** Whether a test with `only` makes its suite an error. */
  readonly refuseOnly?: boolean;
}

/** The result of a suite, or the errors that prevented it from running. */
export type SuiteOutcome = { readonly result: SuiteResult } | { readonly problems: readonly Problem[] };

export interface AllResults {
  readonly suites: readonly SuiteResult[];
  readonly problems: readonly Problem[];
  /** The number of suites that could not be run. */
  readonly unanswered: number;
  /** After an interrupt: the number of finished suites, and of all. */
  readonly interrupted?: { readonly ran: number; readonly of: number };
  /** After `--bail`: the number of tests that ran, and of all. */
  readonly bailed?: { readonly failed: number; readonly ran: number; readonly of: number };
  /** As in `Selection`. */
  readonly only?: { readonly left: number; readonly of: number };
}

export interface AllContext {
  /** The files of the suite in this file. */
  readonly worldOf: (file: string) => World;
  readonly signal: AbortSignal | undefined;
  /** Called for each suite in the order of the files, as soon as it and all before it are finished. */
  readonly onOutcome: (outcome: SuiteOutcome) => void;
}

/** The number of files to read ahead. */
const AHEAD = 16;

/** Never rejects for an error in a suite. */
export async function runAll(files: readonly string[], options: AllOptions, context: AllContext): Promise<AllResults> {
  const cancellation = new Cancellation(context.signal);
  const outcomes: (SuiteOutcome | 'left out' | undefined)[] = files.map(() => undefined);
  const loaded = await loadAll(files, options, context, cancellation, outcomes);
  const selection = select(
    loaded.map(({ suite }) => suite),
    options,
  );
  for (const [i, { runs }] of selection.suites.entries()) {
    if (!runs) outcomes[(loaded[i] as Loaded).index] = 'left out';
  }
  const chosen = selection.suites.flatMap((selected, i) =>
    selected.runs ? [{ ...(loaded[i] as Loaded), ...selected }] : [],
  );
  const telling = new Telling(outcomes, context.onOutcome);
  const bail = new Bail(options.bail);
  const order = options.seed === undefined ? chosen : shuffle(chosen, options.seed);
  let ran = 0;
  for (const one of order) {
    if (!(await cancellation.mayContinue()) || bail.isOver) break;
    outcomes[one.index] = await outcomeOf(one, options, context.worldOf(one.file), { cancellation, bail });
    if (!cancellation.stopped && !bail.isOver) ran++;
    telling.tell();
  }
  telling.tell(true);
  const told = outcomes.filter((one) => one !== undefined && one !== 'left out') as SuiteOutcome[];
  const { failed, judged } = bail;
  return {
    suites: told.flatMap((one) => ('result' in one ? [one.result] : [])),
    problems: told.flatMap((one) => ('problems' in one ? one.problems : [])),
    unanswered: told.filter((one) => 'problems' in one).length,
    ...(cancellation.stopped
      ? { interrupted: { ran, of: loaded.length === files.length ? chosen.length : files.length } }
      : {}),
    ...(bail.isOver && !cancellation.stopped ? { bailed: { failed, ran: judged, of: countTests(chosen) } } : {}),
    ...(selection.only === undefined ? {} : { only: selection.only }),
  };
}

interface Loaded {
  readonly suite: Suite;
  readonly file: string;
  /** Its index among the files. */
  readonly index: number;
}

async function loadAll(
  files: readonly string[],
  options: AllOptions,
  { worldOf }: AllContext,
  cancellation: Cancellation,
  outcomes: (SuiteOutcome | 'left out' | undefined)[],
): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  for (const [index, file] of files.entries()) {
    if (!(await cancellation.mayContinue())) break;
    // Reading files is slower than parsing YAML. Errors are reported in order.
    const ahead = files[index + AHEAD];
    if (ahead !== undefined && ahead !== '-')
      worldOf(ahead)
        .sources.read(ahead)
        .catch(() => undefined);
    try {
      const suite = loadSuite(await worldOf(file).sources.read(file), options);
      const refused = options.refuseOnly === true ? refuseOnly(suite) : [];
      if (refused.length > 0) throw new Failure(refused);
      loaded.push({ suite, file, index });
    } catch (thrown) {
      outcomes[index] = { problems: problemsOf(thrown) };
    }
  }
  return loaded;
}

async function outcomeOf(
  { suite, tests }: Selected,
  options: AllOptions,
  world: World,
  { cancellation, bail }: { readonly cancellation: Cancellation; readonly bail: Bail },
): Promise<SuiteOutcome> {
  const course = {
    tests: options.seed === undefined ? tests : shuffle(tests, options.seed),
    goesOn: () => !bail.isOver && cancellation.mayContinue(),
    done: ({ outcome }: { readonly outcome: string }) => bail.count(outcome),
  };
  try {
    return { result: await runSuite(suite, options, world, course) };
  } catch (thrown) {
    return { problems: problemsOf(thrown) };
  }
}

/** Counts tests that ran, and those that failed. */
class Bail {
  failed = 0;
  judged = 0;
  private readonly limit: number;

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit;
  }

  get isOver(): boolean {
    return this.failed >= this.limit;
  }

  count(outcome: string): void {
    this.judged++;
    if (outcome === 'failed') this.failed++;
  }
}

/** Reports outcomes in the order of the files, in any order of arrival. */
class Telling {
  private next = 0;
  private readonly outcomes: readonly (SuiteOutcome | 'left out' | undefined)[];
  private readonly onOutcome: (outcome: SuiteOutcome) => void;

  constructor(
    outcomes: readonly (SuiteOutcome | 'left out' | undefined)[],
    onOutcome: (outcome: SuiteOutcome) => void,
  ) {
    this.outcomes = outcomes;
    this.onOutcome = onOutcome;
  }

  /** `all`: also those whose predecessors will never arrive. */
  tell(all = false): void {
    for (; this.next < this.outcomes.length; this.next++) {
      const outcome = this.outcomes[this.next];
      if (outcome === undefined && !all) return;
      if (outcome !== undefined && outcome !== 'left out') this.onOutcome(outcome);
    }
  }
}
