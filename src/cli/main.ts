/** The command line as a function of its arguments and streams: it ends with an exit code, whatever happens. */

import { Failure, isTooLong } from './findings/failure.ts';
import { showProblem } from './findings/show.ts';
import { runProgram } from './program.ts';
import { openSession, type Session } from './session/session.ts';
import { UNANSWERED } from './terminal/exit-code.ts';
import type { Io } from './terminal/io.ts';
import { printable } from './terminal/terminal.ts';

export type { Io, Output } from './terminal/io.ts';

/** `argv` are the arguments without the names of Node and of the script. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const session = openSession(io);
  try {
    return await runProgram(argv, session);
  } catch (thrown) {
    if (thrown instanceof Failure) for (const problem of thrown.problems) showProblem(problem, session.err);
    else if (isTooLong(thrown)) session.err.line(`eb-pattern: ${TOO_LONG}`);
    else showBug(thrown, session);
    return UNANSWERED;
  }
}

const TOO_LONG = 'a text of more than 512 MB would be needed for this, which is more than a text can have';

function showBug(thrown: unknown, { io, err }: Session): void {
  const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  err.line(`eb-pattern: this is a bug of eb-pattern, please report it: ${printable(what)}`);
  if (io.env.EB_PATTERN_DEBUG && thrown instanceof Error) err.line(thrown.stack);
}
