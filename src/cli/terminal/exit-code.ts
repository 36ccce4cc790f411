/** The exit codes. A script may trust them: anything that kept the question from being answered is never a yes or a no. */
export const YES = 0;
export const NO = 1;
export const UNANSWERED = 2;
/** By the user, as shells say it: 128 and the number of the signal. */
export const INTERRUPTED = 130;
