/** Whether a report may replace an existing file: only if it begins like an earlier report. */
import { open } from 'node:fs/promises';

/** The beginnings of reports, by format. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  human: /^(?:[✓✗] |(?:error|warning|info)\[)/,
  compact: /^(?:(?:[^\n]{1,1000}: )?(?:error|warning|info) [a-z]{1,40}-[a-z-]{1,40} |eb-pattern (?:check|test): )/,
  json: /^\{\n {2}"version": \d+,\n {2}"command": "(?:check|test)",/,
  junit: /^<\?xml [^\n>]{1,200}\?>\n<testsuites/,
  sarif: /^\{\n {2}"\$schema": "[^"\n]{1,200}sarif-schema/,
  github: /^(?:::(?:error|warning|notice) |eb-pattern (?:check|test): )/,
  gitlab: /^\[(?:\]|\n {2}\{\n {4}"description": )/,
  tap: /^TAP version \d+\n/,
  markdown: /^## \S{1,3} eb-pattern /,
};

const HEAD = 4096;

/** True also for a missing and an empty file. An unknown format has no beginning. */
export async function mayBeReplaced(path: string, format: string): Promise<boolean> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return file.code === 'ENOENT';
  try {
    if (!(await file.stat()).isFile()) return false;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    return head.trim() === '' ? bytesRead < HEAD : (BEGINNINGS[format]?.test(head) ?? false);
  } finally {
    await file.close();
  }
}
