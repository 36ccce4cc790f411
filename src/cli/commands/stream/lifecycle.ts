/** `eb-pattern stream start`, `pause`, `delete` and `business-option`: actions on a stream by its name. */
import type { BusinessOptionDocument, EventStreamingClient, Result } from '../../../client/index.ts';
import { Failure } from '../../findings/failure.ts';
import type { Session } from '../../session/session.ts';
import { respond, type StreamContext, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { doneAnswer, dryActAnswer, keptAnswer, type LifecycleCommand } from './answer.ts';
import { agrees, requireTerminal } from './confirm.ts';
import { dryRun } from './dry-run.ts';

/** The reference calls it "Enable". */
export function start(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, (context) =>
    run(context, 'start', name, (client) => client.start(name), [
      `\`${name}\` starts, which takes 30 to 60 s`,
      `Wait for it: ${session.out.program} stream wait ${name} RUNNING`,
    ]),
  );
}

export function pause(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, (context) =>
    run(context, 'pause', name, (client) => client.pause(name), [
      `\`${name}\` pauses`,
      `Wait for it: ${session.out.program} stream wait ${name} PAUSED`,
    ]),
  );
}

export interface DeleteFlags extends StreamFlags {
  readonly yes?: boolean;
}

/** Requires confirmation on a terminal, or `--yes`. */
export function remove(name: string, flags: DeleteFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const asks = flags.yes !== true && flags.dryRun !== true;
    if (asks) requireTerminal('delete', session.io);
    if (asks && !(await agrees(`Delete the event stream \`${name}\`? This cannot be undone.`, session.io))) {
      respond(context, keptAnswer, { name, deleted: false }, () => context.session.out.line('nothing was deleted'));
      return NO;
    }
    return run(context, 'delete', name, (client) => client.delete(name), [`deleted \`${name}\``]);
  });
}

export interface BusinessOptionFlags extends StreamFlags {
  readonly mode: string;
  readonly min?: string;
  readonly max?: string;
}

export function businessOption(name: string, flags: BusinessOptionFlags, session: Session): Promise<number> {
  return withStream(flags, session, (context) => {
    const min = units('--min', flags.min);
    const max = units('--max', flags.max);
    if (min !== undefined && max !== undefined && min > max) {
      throw new Failure({ message: `--min is at most --max, and ${min} is above ${max}` });
    }
    const document: BusinessOptionDocument = {
      EventStreamingName: name,
      BusinessMode: flags.mode as BusinessOptionDocument['BusinessMode'],
      ...(min === undefined ? {} : { MinCapacityUnitCount: min }),
      ...(max === undefined ? {} : { MaxCapacityUnitCount: max }),
    };
    const range = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` up to ${max}`].join('');
    return run(context, 'business-option', name, (client) => client.updateBusinessOption(document), [
      `\`${name}\` is billed by ${flags.mode}${range}`,
    ]);
  });
}

function units(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^[0-9]+$/.test(text) && value >= 1 && value <= 999) return value;
  throw new Failure({ message: `${flag} is a whole number of capacity units from 1 to 999, not \`${text}\`` });
}

/** Sends one request, or shows it with `--dry-run`. `done`: lines in the human format, the first with a mark. */
async function run(
  context: StreamContext,
  command: LifecycleCommand,
  name: string,
  call: (client: EventStreamingClient) => Promise<Result>,
  done: readonly string[],
): Promise<number> {
  if (context.flags.dryRun === true) {
    return dryRun(context, call, (dry, show) => respond(context, dryActAnswer(command), { name, ...dry }, show));
  }
  await call(context.client);
  respond(context, doneAnswer(command), { name }, () => {
    const { out } = context.session;
    const [first = '', ...more] = done;
    out.line(`${out.paint('good', '✓')} ${printable(first)}`);
    for (const line of more) out.line(`  ${printable(line)}`);
  });
  return YES;
}
