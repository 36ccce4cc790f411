/** `eb-pattern stream check`: validates stream documents, without requests and credentials. */
import { countFindings } from '../../findings/show.ts';
import type { Session } from '../../session/session.ts';
import type { CheckedStream } from '../../stream/check.ts';
import { respond, withStream } from '../../stream/context.ts';
import { readStream, type StreamFile, showCheck } from '../../stream/document.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { checkAnswer } from './answer.ts';

interface JudgedDocument {
  readonly stream: StreamFile;
  readonly checked: CheckedStream;
}

export function check(files: readonly string[], flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const judged: JudgedDocument[] = [];
    for (const file of files) {
      const stream = await readStream(file, context);
      judged.push({ stream, checked: stream.check('create') });
    }
    const documents = judged.map(({ stream: { file, value }, checked: { valid, report, findings } }) => {
      const name = value?.EventStreamingName;
      return {
        file,
        ...(typeof name === 'string' ? { name } : {}),
        valid,
        findings: report,
        omitted: findings.omitted,
      };
    });
    respond(context, checkAnswer, { documents }, () => {
      for (const one of judged) show(one, context.session);
    });
    return judged.every(({ checked }) => checked.valid) ? YES : NO;
  });
}

function show({ stream: { file }, checked }: JudgedDocument, session: Session): void {
  const { out } = session;
  showCheck(checked, session);
  const counts = countFindings(checked.findings.diagnostics, checked.findings.omitted);
  const mark = checked.valid ? out.paint('good', '✓') : out.paint('bad', '✗');
  const verdict = checked.valid ? 'valid' : 'not valid';
  out.line(`${mark} ${printable(file)}: ${verdict}${counts === '' ? '' : ` (${counts})`}`);
}
