/** What the client tells a logger: one line for each request and each repetition, never a body, a header or a secret. */

export interface Logger {
  /** Each request: its answer, or that none came. */
  debug?(message: string, details: Readonly<Record<string, unknown>>): void;
  /** Each repetition, and why. */
  warn?(message: string, details: Readonly<Record<string, unknown>>): void;
}

/** A logger that throws must not change what happens to a call. */
export function log(
  logger: Logger | undefined,
  level: 'debug' | 'warn',
  message: string,
  details: Readonly<Record<string, unknown>>,
): void {
  try {
    logger?.[level]?.(message, details);
  } catch {
    // Nobody to tell.
  }
}
