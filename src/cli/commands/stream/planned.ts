/** The changes that applying a document would make, compared with the present stream, which takes one request. */
import { type Changes, changesOf } from '../../../client/changes.ts';
import { isAbsent } from '../../../client/codes.ts';
import { EventBridgeError, type EventStreamingClient, type Stream } from '../../../client/index.ts';
import { patternText } from '../../../client/same-pattern.ts';
import { exact } from '../../answer/exact.ts';
import type { GateReport } from '../../compare/answer.ts';
import { type GateFlags, judgeGates } from '../../compare/gates.ts';
import type { CheckedStream } from '../../stream/check.ts';
import { costOf, type StreamContext } from '../../stream/context.ts';
import { readStream, type StreamFile } from '../../stream/document.ts';
import { type PlannedMembers, plannedMembers } from './answer.ts';
import { type PatternChange, patternChangeOf } from './pattern-change.ts';

export type PlannedAction = PlannedMembers['action'];

export interface Planned {
  readonly stream: StreamFile;
  readonly checked: CheckedStream;
  readonly present: Stream | undefined;
  readonly action: PlannedAction;
  readonly changes: Changes;
  /** The change of the pattern, if it differs. */
  readonly patternChange: PatternChange | undefined;
  readonly gates: readonly GateReport[];
  /** The number of requests to apply it. */
  readonly requests: number;
}

/** The stream and the findings, when the document is not valid. */
export type Refused = Pick<Planned, 'stream' | 'checked'> & { readonly action?: undefined };

export async function planOf(context: StreamContext, file: string, flags: GateFlags): Promise<Planned | Refused> {
  const stream = await readStream(file, context);
  const first = stream.check('create');
  if (!first.valid) return { stream, checked: first };
  const { value } = stream;
  const present = await presentStream(context.client, value.EventStreamingName);
  const checked = present === undefined ? first : stream.check('update');
  if (!checked.valid) return { stream, checked };
  const changes = changesOf(value, present);
  const changed = changes.members.length > 0 || changes.pattern;
  const action: PlannedAction = present === undefined ? 'create' : changed ? 'update' : 'none';
  const patternChange =
    present !== undefined && changes.pattern
      ? patternChangeOf(present.FilterPattern, value.FilterPattern, context)
      : undefined;
  const gates = judgeGates(flags, patternChange === undefined ? [] : [patternChange.judged]);
  return { stream, checked, present, action, changes, patternChange, gates, requests: action === 'none' ? 0 : 1 };
}

async function presentStream(client: EventStreamingClient, name: string): Promise<Stream | undefined> {
  try {
    return (await client.get(name)).stream;
  } catch (thrown) {
    if (thrown instanceof EventBridgeError && isAbsent(thrown)) return undefined;
    throw thrown;
  }
}

/** The members of the answer. */
export function membersOf(planned: Planned, { settings }: StreamContext): PlannedMembers {
  const { stream, checked, present, action, changes, patternChange, gates, requests } = planned;
  const before = present?.FilterPattern;
  const texts = { ...(before === undefined ? {} : { before }), after: patternText(stream.value.FilterPattern) };
  return exact(plannedMembers, {
    file: stream.file,
    name: stream.value.EventStreamingName,
    valid: true,
    findings: checked.report,
    omitted: checked.findings.omitted,
    action,
    changes: changes.members,
    ...(changes.pattern ? { pattern: { ...texts, ...patternChange?.comparison } } : {}),
    gates,
    unknown: changes.unknown,
    apply: { requests, ...costOf(requests, settings) },
  });
}
