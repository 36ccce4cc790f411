/** The exit codes. A usage or input error is never 0 or 1. */
export const YES = 0;
export const NO = 1;
export const UNANSWERED = 2;
/** Interrupted by the user, in the notation of shells: 128 and the number of the signal. */
export const INTERRUPTED = 130;

export type ExitCode = typeof YES | typeof NO | typeof UNANSWERED | typeof INTERRUPTED;
