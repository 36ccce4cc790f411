/** `eb-pattern stream create` and `update`: check a document, and send it or show it with `--dry-run`. */
import { isAbsent } from '../../../client/codes.ts';
import { ConflictError } from '../../../client/index.ts';
import type { Session } from '../../session/session.ts';
import { answer, type StreamContext, withStream } from '../../stream/context.ts';
import { readStream, refuse, requireSecrets, type StreamFile, showCheck } from '../../stream/document.ts';
import { advise } from '../../stream/error-message.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { dryRun } from './dry-run.ts';

export function create(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream create', flags, session, (context) =>
    send(context, file, 'create', async ({ value }) => {
      const name = value.EventStreamingName;
      const exists = `see what it would change by \`eb-pattern stream plan ${file}\`, and replace it by \`eb-pattern stream update ${file}\``;
      const { eventStreamingArn } = await context.client
        .create(value)
        .catch(advise((error) => error instanceof ConflictError, exists));
      return {
        report: { eventStreamingArn },
        done: [
          `created \`${name}\``,
          ...(eventStreamingArn === undefined ? [] : [eventStreamingArn]),
          `It does not run yet: ${context.session.out.program} stream start ${name}`,
        ],
        code: YES,
      };
    }),
  );
}

/** Replaces the whole document of a stream. */
export function update(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream update', flags, session, (context) =>
    send(context, file, 'update', async ({ value }) => {
      const absent = `create it by \`eb-pattern stream create ${file}\``;
      await context.client.update(value).catch(advise(isAbsent, absent));
      return { report: {}, done: [`updated \`${value.EventStreamingName}\``], code: YES };
    }),
  );
}

interface Sent {
  readonly report: object;
  /** The lines that report the result. */
  readonly done: readonly string[];
  readonly code: number;
}

async function send(
  context: StreamContext,
  file: string,
  operation: 'create' | 'update',
  execute: (stream: StreamFile) => Promise<Sent>,
): Promise<number> {
  const stream = await readStream(file, context);
  const checked = stream.check(operation);
  if (!checked.valid) return refuse(context, stream, checked);
  const { value } = stream;
  const report = {
    file: stream.file,
    name: value.EventStreamingName,
    valid: true,
    findings: checked.report,
    omitted: checked.findings.omitted,
  };
  if (context.flags.dryRun === true) {
    return dryRun(
      context,
      (client) => client[operation](value),
      report,
      () => showCheck(checked, context.session),
    );
  }
  requireSecrets(stream);
  const sent = await execute(stream);
  answer(context, { ...report, ...sent.report }, () => {
    const { out } = context.session;
    showCheck(checked, context.session);
    const [first = '', ...more] = sent.done;
    out.line(`${out.paint('good', '✓')} ${printable(first)}`);
    for (const line of more) out.line(`  ${printable(line)}`);
  });
  return sent.code;
}
