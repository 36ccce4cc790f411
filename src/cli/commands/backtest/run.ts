/** `eb-pattern backtest`: the events that a change of patterns loses and gains, counted on events of a file or a stream. */
import { writeAnswer } from '../../answer/answer.ts';
import { compareSides, countKinds, type DocumentChange } from '../../compare/documents.ts';
import { exitOf, type GateFlags, judgeGates, showGates } from '../../compare/gates.ts';
import { readOperands, sidesOf } from '../../compare/operands.ts';
import { showPassed, showProblem, showSkipped } from '../../findings/show.ts';
import { inContainer } from '../../lines/container.ts';
import { type FilesFrom, withFilesFrom } from '../../lines/files-from.ts';
import type { LineOptions } from '../../lines/flags.ts';
import { findInputs, totalSize } from '../../lines/input.ts';
import { type ManifestOptions, refuseManifest, writeManifest } from '../../lines/manifest.ts';
import { Progress } from '../../lines/progress.ts';
import { Interrupted, judgeAll, type Total } from '../../lines/run.ts';
import { showEmptyRows } from '../../lines/table-input.ts';
import type { ChangedIndexes, Work } from '../../lines/work.ts';
import { refuseOtherInputs } from '../../lines/wrong-input.ts';
import { DEFAULT_DIALECT, languageOf, patternOptions } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import { INTERRUPTED, UNANSWERED } from '../../terminal/exit-code.ts';
import { backtestAnswer, type Counted, type Example } from './answer.ts';
import { showBacktest } from './show.ts';

export interface BacktestOptions extends LineOptions, GateFlags, FilesFrom, ManifestOptions {
  readonly format: Format;
  readonly listSkipped?: boolean;
  readonly quiet?: boolean;
}

/** Examples for each change and kind. */
const EXAMPLES = 3;

export async function backtest(
  oldName: string,
  newName: string,
  files: readonly string[],
  options: BacktestOptions,
  session: Session,
): Promise<number> {
  const { io, sources, err } = session;
  const { before, after } = sidesOf(await readOperands(oldName, newName, session));
  const { changes, problems } = compareSides(before, after, patternOptions(options));
  for (const problem of problems) showProblem(problem, err);
  showPassed(after.passed, options.listSkipped === true, err);
  const place = { sources, cwd: io.cwd, column: options.column };
  const named = await withFilesFrom(files, options, place);
  const inputs = await findInputs(named.length === 0 ? ['-'] : named, place);
  if (options.input === undefined) await refuseOtherInputs(inputs, newName, options, session);
  await refuseManifest(options, inputs, io.cwd);
  const compared = changes.filter(({ before, after }) => before?.text !== after?.text);
  const work = workOf(compared, options);
  const counted = compared.map(({ change }) => emptyCount(change.address));
  const progress = new Progress(io, totalSize(inputs), { quiet: options.quiet });
  let total: Total;
  try {
    total = await judgeAll(inputs, work, {
      jobs: options.jobs,
      signal: io.onInterrupt?.(),
      prepare: (input) => inContainer(input, options.input, options.maxLine),
      example({ change, kind, event }, { file, line, numbered }) {
        const examples = counted[change]?.[kind].examples as Example[];
        if (examples.length < EXAMPLES) examples.push({ file, event, ...(numbered ? { number: line } : { line }) });
      },
      output: async () => true,
      progress: (standing) => progress.update(standing),
    });
  } catch (thrown) {
    if (thrown instanceof Interrupted) return INTERRUPTED;
    throw thrown;
  } finally {
    progress.erase();
  }
  await writeManifest(options, total.files, io.cwd);
  const counts = counted.map((one, i) => withCounts(one, i, work, total.tally));
  const gates = judgeGates(
    options,
    counts.map(({ address, lost, gained }) => ({
      name: address,
      loses: lost.events > 0 ? 'yes' : 'no',
      gains: gained.events > 0 ? 'yes' : 'no',
    })),
  );
  const report = {
    dialect: work.dialect ?? DEFAULT_DIALECT,
    old: before.name,
    new: after.name,
    events: total.events,
    skipped: total.bad,
    changed: total.matched,
    gates,
    counts: countKinds(changes),
    patterns: changes.map(({ change }) => change),
    counted: counts,
  };
  if (options.format === 'json') writeAnswer(backtestAnswer, report, session, problems);
  else {
    showBacktest(report, changes, session.out);
    showGates(gates, session.out);
  }
  if (total.firstBad !== undefined) showSkipped(total.bad, total.firstBad, err);
  showEmptyRows(inputs, err);
  progress.end({ events: total.events, matched: total.matched }, 'lost or gained');
  // What is not valid or not known was not counted.
  const isOpen = problems.length > 0 || changes.some(({ change }) => change.change === 'unknown');
  return isOpen ? UNANSWERED : exitOf(gates);
}

/** The patterns of all changes, each once. */
function workOf(changes: readonly DocumentChange[], options: BacktestOptions): Work {
  const patterns: (readonly [string, string])[] = [];
  const index = ({ change }: DocumentChange, source: DocumentChange['before'], isValid: boolean): number | undefined =>
    source === undefined || !isValid ? undefined : patterns.push([change.address, source.text]) - 1;
  const pairs = changes.map((one): ChangedIndexes => {
    const { invalid, change } = one.change;
    const isKnown = change !== 'unknown';
    return {
      before: index(one, one.before, isKnown && invalid !== 'old' && invalid !== 'both'),
      after: index(one, one.after, isKnown && invalid !== 'new' && invalid !== 'both'),
    };
  });
  const sources = changes.flatMap(({ before, after, dialect }) =>
    [before ?? [], after ?? []].flat().map((source) => ({ ...source, dialect: dialect ?? source.dialect })),
  );
  const language = languageOf({ dialect: options.dialect, extension: options.extension }, sources);
  return {
    patterns,
    changes: pairs,
    dialect: language.dialect,
    extensions: language.extension,
    answer: 'changes',
    invert: false,
    wellFormed: options.wellFormed ?? false,
    onBadLine: options.onBadLine,
    maxLine: options.maxLine,
  };
}

function emptyCount(address: string): Counted {
  const none = () => ({ events: 0, examples: [] as Example[] });
  return { address, matched: { old: 0, new: 0 }, lost: none(), gained: none() };
}

function withCounts(one: Counted, i: number, { patterns, changes = [] }: Work, tally: Float64Array): Counted {
  const at = (index: number | undefined): number => (index === undefined ? 0 : (tally[index] as number));
  const pair = changes[i];
  return {
    address: one.address,
    matched: { old: at(pair?.before), new: at(pair?.after) },
    lost: { ...one.lost, events: at(patterns.length + i) },
    gained: { ...one.gained, events: at(patterns.length + changes.length + i) },
  };
}
