/** `eb-pattern stream plan`: what applying a document would change, and what that would cost. It changes nothing. */
import { type Change, type Changes, changesOf } from '../../../client/changes.ts';
import { isAbsent } from '../../../client/codes.ts';
import { EventBridgeError, type EventStreamingClient, type Stream } from '../../../client/index.ts';
import { patternText } from '../../../client/same-pattern.ts';
import { NO } from '../../exit.ts';
import { exitOf, type GateFlags, judgeGates, showGates } from '../../meaning/gates.ts';
import { renderComparison } from '../../render/comparison.ts';
import { plural } from '../../render/findings.ts';
import { patternDiff } from '../../render/pattern-lines.ts';
import { clip } from '../../render/table.ts';
import { printable, type Style, type Terminal } from '../../render/terminal.ts';
import { columns, wrap } from '../../render/wrap.ts';
import type { Session } from '../../session.ts';
import { answer, costOf, type StreamContext, withStream } from '../../stream/context.ts';
import { readStream, refuse, showCheck } from '../../stream/document.ts';
import { type Meaning, meaningOf } from '../../stream/meaning.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export interface PlanFlags extends StreamFlags, GateFlags {
  readonly exitCode?: boolean;
}

type Action = 'create' | 'update' | 'none';

export function plan(file: string, flags: PlanFlags, session: Session): Promise<number> {
  return withStream('stream plan', flags, session, async (context) => {
    const stream = await readStream(file, context);
    const first = stream.check('create');
    if (!first.valid) return refuse(context, stream, first);
    const { value } = stream;
    const name = value.EventStreamingName;
    const present = await presentStream(context.client, name);
    const checked = present === undefined ? first : stream.check('update');
    if (!checked.valid) return refuse(context, stream, checked);
    const changes = changesOf(value, present);
    const changed = changes.members.length > 0 || changes.pattern;
    const action: Action = present === undefined ? 'create' : changed ? 'update' : 'none';
    const apply = action === 'none' ? 0 : 1;
    const cost = costOf(apply, context.settings);
    const meaning =
      present !== undefined && changes.pattern
        ? meaningOf(present.FilterPattern, value.FilterPattern, context)
        : undefined;
    const gates = judgeGates(flags, meaning === undefined ? [] : [meaning.judged]);
    const texts = { before: present?.FilterPattern, after: patternText(value.FilterPattern) };
    const report = {
      file: stream.file,
      name,
      valid: true,
      findings: checked.report,
      omitted: checked.findings.omitted,
      action,
      changes: changes.members,
      ...(changes.pattern ? { pattern: { ...texts, ...meaning?.comparison } } : {}),
      gates,
      unknown: changes.unknown,
      apply: { requests: apply, ...(cost === undefined ? {} : { cost }) },
    };
    answer(context, report, () => {
      const { out } = context.session;
      showCheck(checked, context.session);
      out.line(`${out.paint('bold', printable(name))}: ${TITLES[action]}`);
      out.gap();
      showChanges(changes, out);
      if (changes.pattern) showPattern(present, value.FilterPattern, out);
      if (meaning !== undefined) showMeaning(meaning, out);
      out.gap();
      showGates(gates, out);
      if (apply > 0) showBill(context, apply, `eb-pattern stream ${action} ${file}`);
    });
    return flags.exitCode === true && action !== 'none' ? NO : exitOf(gates);
  });
}

const TITLES: Readonly<Record<Action, string>> = {
  create: 'does not exist, and would be created',
  update: 'exists, and would be changed',
  none: 'exists, and nothing would change',
};

async function presentStream(client: EventStreamingClient, name: string): Promise<Stream | undefined> {
  try {
    return (await client.get(name)).stream;
  } catch (thrown) {
    if (thrown instanceof EventBridgeError && isAbsent(thrown)) return undefined;
    throw thrown;
  }
}

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

function showMeaning({ comparison }: Meaning, out: Terminal): void {
  out.gap();
  const view = { width: out.width - 4, paint: out.paint };
  for (const line of renderComparison(comparison, view)) out.line(`    ${line}`.trimEnd());
}

function showBill({ settings, session: { out } }: StreamContext, requests: number, command: string): void {
  const cost = costOf(requests, settings);
  const price = cost === undefined ? '' : `, which costs ${cost}`;
  const text = `Applying it takes ${plural(requests, 'billed request')}${price}: ${printable(command)}`;
  for (const line of wrap(text, out.width, '  ')) out.line(line);
}
