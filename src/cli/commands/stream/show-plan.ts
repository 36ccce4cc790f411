/** A plan in the human format. */
import type { Change, Changes } from '../../../client/changes.ts';
import type { Stream } from '../../../client/index.ts';
import { showGates } from '../../compare/gates.ts';
import { renderComparison } from '../../compare/show.ts';
import { patternDiff } from '../../explanation/pattern-lines.ts';
import { plural } from '../../findings/show.ts';
import { costOf, type StreamContext } from '../../stream/context.ts';
import { showCheck } from '../../stream/document.ts';
import { columns } from '../../terminal/columns.ts';
import { clip } from '../../terminal/table.ts';
import { printable, type Style, type Terminal } from '../../terminal/terminal.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { PatternChange } from './pattern-change.ts';
import type { Planned, PlannedAction } from './planned.ts';

export function showPlan(
  { stream, checked, present, action, changes, patternChange, gates }: Planned,
  { out }: StreamContext['session'],
): void {
  const { value } = stream;
  showCheck(checked, { out });
  out.line(`${out.paint('bold', printable(value.EventStreamingName))}: ${TITLES[action]}`);
  out.gap();
  showChanges(changes, out);
  if (changes.pattern) showPattern(present, value.FilterPattern, out);
  if (patternChange !== undefined) showPatternChange(patternChange, out);
  out.gap();
  showGates(gates, out);
}

const TITLES: Readonly<Record<PlannedAction, string>> = {
  create: 'does not exist, and would be created',
  update: 'exists, and would be changed',
  none: 'exists, and nothing would change',
};

const SIGNS: Readonly<Record<Change['kind'], readonly [string, Style]>> = {
  add: ['+', 'good'],
  change: ['~', 'warning'],
  remove: ['-', 'bad'],
};

function showChanges({ members, unknown }: Changes, out: Terminal): void {
  for (const change of members) {
    const [sign, style] = SIGNS[change.kind];
    const place = `${sign} ${printable(change.pointer)}`;
    const [before, after] = [valueText(change.before), valueText(change.after)];
    const values = [before, after].filter((value) => value !== undefined);
    const differs = change.secret === true && values.length > 1 ? ' (a secret, and another one)' : '';
    const oneLine = `${place}  ${values.join(' → ')}${differs}`;
    if (columns(oneLine) <= out.width) {
      out.line(out.paint(style, place) + oneLine.slice(place.length));
    } else {
      out.line(out.paint(style, place));
      for (const [i, value] of values.entries())
        out.line(clip(`    ${i > 0 ? '→ ' : ''}${value}`, out.width).trimEnd());
    }
  }
  for (const pointer of unknown) {
    const text = `? ${printable(pointer)}  the service does not tell this secret: whether it would change is not known`;
    for (const line of wrap(text, out.width, '    ')) out.line(out.paint('dim', line));
  }
}

function valueText(value: unknown): string | undefined {
  return value === undefined ? undefined : printable(JSON.stringify(value));
}

function showPattern(present: Stream | undefined, pattern: unknown, out: Terminal): void {
  out.gap();
  out.line(`${present === undefined ? '+' : '~'} /FilterPattern`);
  const before = present === undefined ? undefined : present.FilterPattern;
  const lines =
    present === undefined ? patternDiff('', pattern).filter(({ sign }) => sign !== '-') : patternDiff(before, pattern);
  for (const { sign, text } of lines) {
    const line = `    ${sign} ${printable(text)}`.trimEnd();
    out.line(sign === '+' ? out.paint('good', line) : sign === '-' ? out.paint('bad', line) : line);
  }
}

function showPatternChange({ comparison }: PatternChange, out: Terminal): void {
  out.gap();
  const view = { width: out.width - 4, paint: out.paint };
  for (const line of renderComparison(comparison, view)) out.line(`    ${line}`.trimEnd());
}

export function showBill({ settings, session: { out } }: StreamContext, requests: number, command: string): void {
  const { cost } = costOf(requests, settings);
  const price = cost === undefined ? '' : `, which costs ${cost}`;
  const text = `Applying it takes ${plural(requests, 'billed request')}${price}: ${printable(command)}`;
  for (const line of wrap(text, out.width, '  ')) out.line(line);
}
