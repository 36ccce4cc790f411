/** Texts that are longer than the engine allows (about 512 MB): what it throws then, by V8 and by Node. */
const CODES: ReadonlySet<unknown> = new Set(['ERR_STRING_TOO_LONG', 'ERR_FS_FILE_TOO_LARGE', 'ERR_BUFFER_TOO_LARGE']);

export function isTooLong(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (CODES.has((thrown as NodeJS.ErrnoException).code)) return true;
  return (
    thrown instanceof RangeError && /^(?:Invalid string length|Array buffer allocation failed)/.test(thrown.message)
  );
}
