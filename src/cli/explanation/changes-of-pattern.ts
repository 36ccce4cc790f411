/** Changes of a pattern that make it match an event, with the other events that they accept. */
import { nearestPatterns, type PatternOptions, type PatternStep } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import { spaced } from '../../suite/json-text.ts';
import { exact } from '../answer/exact.ts';
import { reportEdits } from '../answer/finding.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { plural } from '../findings/show.ts';
import type { PatternSource } from '../sources/patterns.ts';
import type { LineView } from '../terminal/nested-lines.ts';
import { printable } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { nearestPattern, type PatternChangeReport } from './answer.ts';

export function changesOfPattern(
  source: PatternSource,
  event: string,
  options: PatternOptions,
): readonly PatternChangeReport[] {
  const { text, address, node } = source;
  const find = lineFinder(text);
  const isFile = address === undefined && node === undefined;
  return nearestPatterns(text, event, options).map(({ edits, ...change }) =>
    exact(nearestPattern, { ...change, ...(isFile ? { edits: reportEdits(edits, find) } : {}) }),
  );
}

/** The most changes that are shown, and the most steps of one. */
const MANY = 3;
const MANY_STEPS = 4;
/** A longer event is not shown in full. */
const LONG = 160;

/** Lines without line ends. `spoken` are the members of events that the pattern reads: others are not shown. */
export function renderChangesOfPattern(
  changes: readonly PatternChangeReport[],
  spoken: ReadonlySet<string>,
  { width, paint }: LineView,
): string[] {
  if (changes.length === 0) return [];
  const block = (text: string, indent: string): string[] =>
    wrap(printable(text), width - indent.length, '  ').map((line) => indent + line);
  const lines = changes
    .slice(0, MANY)
    .flatMap((change) => [
      ...block(stepsOf(change.steps), '  '),
      ...block(letsIn(change, spoken), '    ').map((line) => paint('dim', line)),
    ]);
  const more = changes.length - MANY;
  const rest = more > 0 ? [paint('dim', `  … ${more} more (--format json)`)] : [];
  return ['or change the pattern:', ...lines, ...rest];
}

function stepsOf(steps: readonly PatternStep[]): string {
  const shown = steps.slice(0, MANY_STEPS).map(({ kind, pointer, title, more }) => {
    // The pointer already names a field that is left out.
    const what = kind === 'leave-out' ? title : `${pointer}: ${title}`;
    return more === undefined ? what : `${what} (or another of ${plural(more, 'value')})`;
  });
  const left = steps.length - shown.length;
  return `${shown.join('; ')}${left > 0 ? `; and ${plural(left, 'field')} more` : ''}`;
}

function letsIn({ onlyThisKind, diff: { gained } }: PatternChangeReport, spoken: ReadonlySet<string>): string {
  if (onlyThisKind.answer === 'yes') return 'lets in nothing but events with the same values there';
  const event = onlyThisKind.answer === 'no' ? onlyThisKind.witness : gained;
  if (event === undefined) return 'what else it lets in is not known';
  return `lets in besides ${clipped(spaced(membersOf(event, spoken)), LONG)}`;
}

function membersOf(event: string, names: ReadonlySet<string>): string {
  const { node } = readJson(event);
  if (node?.kind !== 'object') return event;
  return printJson({ ...node, members: node.members.filter(({ name }) => names.has(name)) });
}
