/** The way of a document to the service: checked, shown by a dry run, or sent. */
import { printable } from '../terminal/terminal.ts';
import { answer, type StreamContext } from './context.ts';
import { readStream, refuse, requireSecrets, type StreamFile, showCheck } from './document.ts';
import { dryRun } from './dry-run.ts';

export interface Sent {
  readonly report: object;
  /** What was done, and further lines. */
  readonly done: readonly string[];
  readonly code: number;
}

export async function send(
  context: StreamContext,
  file: string,
  operation: 'create' | 'update',
  act: (stream: StreamFile) => Promise<Sent>,
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
  const sent = await act(stream);
  answer(context, { ...report, ...sent.report }, () => {
    const { out } = context.session;
    showCheck(checked, context.session);
    const [first = '', ...more] = sent.done;
    out.line(`${out.paint('good', '✓')} ${printable(first)}`);
    for (const line of more) out.line(`  ${printable(line)}`);
  });
  return sent.code;
}
