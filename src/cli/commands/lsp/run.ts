/** `eb-pattern lsp`: a language server on standard input and output, until the editor ends it. */

import { serve } from '../../language-server/server.ts';
import type { Settle } from '../../language-server/workspace.ts';
import type { Session } from '../../session/session.ts';
import { NO, YES } from '../../terminal/exit-code.ts';

/** Exit code 1 when the editor ends the server without a `shutdown` request, as the protocol requires. */
export async function lsp(session: Session, settle: Settle): Promise<number> {
  const ended = await serve(session, settle, { input: process.stdin, output: process.stdout });
  return ended === 'shut down' ? YES : NO;
}
