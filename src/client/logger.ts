/** Log lines of the client: one for each request and each repetition, without bodies, headers or secrets. */

/** Receives the log lines; `console` is one. */
export interface Logger {
  /** Called after each request, with its answer or its error. */
  debug?(message: string, details: Readonly<Record<string, unknown>>): void;
  /** Called before each repetition, with the error that caused it. */
  warn?(message: string, details: Readonly<Record<string, unknown>>): void;
}

/** Errors of the logger are dropped: they must not change the result of a call. */
export function log(
  logger: Logger | undefined,
  level: 'debug' | 'warn',
  message: string,
  details: Readonly<Record<string, unknown>>,
): void {
  try {
    logger?.[level]?.(message, details);
  } catch {
    // Dropped: the logger is the only place to report to.
  }
}
