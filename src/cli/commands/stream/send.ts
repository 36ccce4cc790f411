/** `eb-pattern stream create` and `update`: check a document, and send it or show it with `--dry-run`. */
import { isAbsent } from '../../../client/codes.ts';
import { ConflictError } from '../../../client/index.ts';
import type { Session } from '../../session/session.ts';
import { refusedAnswer } from '../../stream/answer.ts';
import { respond, type StreamContext, withStream } from '../../stream/context.ts';
import { readStream, refuse, requireSecrets, type StreamFile, showCheck } from '../../stream/document.ts';
import { advise } from '../../stream/error-message.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { createAnswer, dryDocumentAnswer, type SoundDocument, updateAnswer } from './answer.ts';
import { dryRun } from './dry-run.ts';

export function create(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, (context) =>
    send(context, file, 'create', async ({ value }, sound, show) => {
      const name = value.EventStreamingName;
      const exists = `see what it would change by \`eb-pattern stream plan ${file}\`, and replace it by \`eb-pattern stream update ${file}\``;
      const { eventStreamingArn } = await context.client
        .create(value)
        .catch(advise((error) => error instanceof ConflictError, exists));
      const arn = eventStreamingArn === undefined ? {} : { eventStreamingArn };
      respond(context, createAnswer, { ...sound, ...arn }, () =>
        show([
          `created \`${name}\``,
          ...(eventStreamingArn === undefined ? [] : [eventStreamingArn]),
          `It does not run yet: ${context.session.out.program} stream start ${name}`,
        ]),
      );
    }),
  );
}

/** Replaces the whole document of a stream. */
export function update(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, (context) =>
    send(context, file, 'update', async ({ value }, sound, show) => {
      const absent = `create it by \`eb-pattern stream create ${file}\``;
      await context.client.update(value).catch(advise(isAbsent, absent));
      respond(context, updateAnswer, sound, () => show([`updated \`${value.EventStreamingName}\``]));
    }),
  );
}

/** Sends a document and writes the answer. `show` prints the findings, the result, and further lines. */
type Execute = (stream: StreamFile, sound: SoundDocument, show: (done: readonly string[]) => void) => Promise<void>;

async function send(
  context: StreamContext,
  file: string,
  operation: 'create' | 'update',
  execute: Execute,
): Promise<number> {
  const stream = await readStream(file, context);
  const checked = stream.check(operation);
  if (!checked.valid) return refuse(context, refusedAnswer(operation), stream, checked);
  const { value } = stream;
  const sound: SoundDocument = {
    file: stream.file,
    name: value.EventStreamingName,
    valid: true,
    findings: checked.report,
    omitted: checked.findings.omitted,
  };
  if (context.flags.dryRun === true) {
    const call: Parameters<typeof dryRun>[1] = (client) => client[operation](value);
    return dryRun(context, call, (dry, show) =>
      respond(context, dryDocumentAnswer(operation), { ...sound, ...dry }, () => {
        showCheck(checked, context.session);
        show();
      }),
    );
  }
  requireSecrets(stream);
  await execute(stream, sound, ([first = '', ...more]) => {
    const { out } = context.session;
    showCheck(checked, context.session);
    out.line(`${out.paint('good', '✓')} ${printable(first)}`);
    for (const line of more) out.line(`  ${printable(line)}`);
  });
  return YES;
}
