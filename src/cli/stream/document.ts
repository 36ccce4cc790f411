/** Reads a stream document from a file, with its findings placed in the file. */
import { type EventStreamingDocument, isSecretPath } from '../../client/index.ts';
import { HIDDEN } from '../../client/redact/redactor.ts';
import { scalarsOf } from '../../client/scalars.ts';
import { Failure } from '../findings/failure.ts';
import { countFindings, showFindings } from '../findings/show.ts';
import { rewriteIn } from '../fix/rewrites.ts';
import type { Session } from '../session/session.ts';
import { NO } from '../terminal/exit-code.ts';
import { printable } from '../terminal/terminal.ts';
import type { refusedAnswer } from './answer.ts';
import { type CheckedStream, checkDocument, streamDocument, streamValue } from './check.ts';
import { respond, type StreamContext } from './context.ts';

export interface StreamFile {
  readonly file: string;
  readonly value: EventStreamingDocument;
  readonly check: (operation: 'create' | 'update') => CheckedStream;
}

/** @throws Failure for a file that cannot be read, or is neither JSON nor YAML */
export async function readStream(
  file: string,
  { session, settings, flags, format }: StreamContext,
): Promise<StreamFile> {
  const document = streamDocument(await session.sources.read(file));
  const options = { transport: settings.transport, extensions: flags.extension };
  return {
    file: document.file,
    value: streamValue(document.root),
    check: (operation) =>
      checkDocument(document, { operation, ...options }, format === 'json' ? rewriteIn(document) : undefined),
  };
}

/** @throws Failure for a document with masked secrets, as `stream get` prints them: the masks would become the secrets */
export function requireSecrets({ file, value }: Pick<StreamFile, 'file' | 'value'>): void {
  const masked = scalarsOf(value).filter((scalar) => scalar.value === HIDDEN && isSecretPath(scalar.path));
  if (masked.length === 0) return;
  const places = masked.slice(0, 3).map(({ pointer }) => `\`${pointer}\``);
  const more = masked.length > 3 ? ` and ${masked.length - 3} more` : '';
  throw new Failure({
    file,
    message: `secrets are masked in the document: write ${places.join(', ')}${more} before it is sent`,
  });
}

/** The answer for a document with errors: exit code 1, without a request. */
export function refuse(
  context: StreamContext,
  answer: ReturnType<typeof refusedAnswer>,
  { file }: StreamFile,
  checked: CheckedStream,
): number {
  const { report, findings } = checked;
  respond(context, answer, { file, valid: false, findings: report, omitted: findings.omitted }, () => {
    showCheck(checked, context.session);
    const { out } = context.session;
    const counts = countFindings(checked.findings.diagnostics, checked.findings.omitted);
    out.line(`${out.paint('bad', '✗')} ${printable(file)}: not valid (${counts}); nothing was changed`);
  });
  return NO;
}

export function showCheck({ findings }: CheckedStream, { out }: Pick<Session, 'out'>): void {
  showFindings(findings, out);
}
