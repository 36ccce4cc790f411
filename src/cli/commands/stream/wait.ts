/** `eb-pattern stream wait`: waits until a stream has a status, or is deleted. Each poll is a billed request. */
import { type AwaitedStatus, ServiceError } from '../../../client/index.ts';
import { plural } from '../../findings/show.ts';
import type { Session } from '../../session/session.ts';
import { respond, type StreamContext, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { printable, type Terminal } from '../../terminal/terminal.ts';
import { waitAnswer } from './answer.ts';

/** Seconds: starting takes 30 to 60. */
const PATIENCE = 300;

export interface WaitFlags extends StreamFlags {
  /** The flag `--timeout`, if given. As a setting, `timeout` is the limit of a single call. */
  readonly patience?: string;
}

export function wait(name: string, status: AwaitedStatus, flags: WaitFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const { settings } = context;
    const patience = flags.patience === undefined ? PATIENCE : (settings.timeout ?? PATIENCE);
    const options = {
      timeout: patience * 1000,
      ...(settings.interval === undefined ? {} : { interval: settings.interval * 1000 }),
    };
    const progress = showProgress(context, `waiting for \`${name}\` to be ${status}`);
    const outcome = await context.client
      .waitFor(name, status, options)
      .then(({ stream }) => ({ reached: true, status: stream?.Status ?? 'DELETED' }))
      .catch((thrown: unknown) => {
        // Its code is the status that the stream does not leave by itself.
        if (!(thrown instanceof ServiceError) || !/^[A-Z]+_FAILED$/.test(thrown.code)) throw thrown;
        const { code, message, hint } = thrown;
        return { reached: false, status: code, message, ...(hint === undefined ? {} : { hint }) };
      })
      .finally(progress.stop);
    respond(context, waitAnswer, { name, ...outcome }, () => {
      const { out } = context.session;
      if (outcome.reached) out.line(`${out.paint('good', '✓')} \`${printable(name)}\` is ${printable(outcome.status)}`);
      else if ('message' in outcome) showFailed(outcome, out);
    });
    return outcome.reached ? YES : NO;
  });
}

function showFailed({ message, hint }: { readonly message: string; readonly hint?: string }, out: Terminal): void {
  out.line(`${out.paint('bad', '✗')} ${printable(message)}`);
  if (hint !== undefined) out.line(`  ${printable(hint)}`);
}

/** One line on standard error that is overwritten, on a terminal. */
function showProgress(context: StreamContext, what: string): { stop(): void } {
  const { stderr } = context.session.io;
  if (stderr.isTTY !== true) return { stop: () => {} };
  const begin = performance.now();
  const show = (): void => {
    const seconds = Math.round((performance.now() - begin) / 1000);
    stderr.write(`\r\u001b[K${printable(what)}: ${seconds} s, ${plural(context.requests, 'request')}`);
  };
  show();
  const timer = setInterval(show, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      stderr.write('\r\u001b[K');
    },
  };
}
