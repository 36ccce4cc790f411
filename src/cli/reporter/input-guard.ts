/** Refuses output files that the run reads, and links that lead out of the repository. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../findings/failure.ts';
import type { RunReport } from '../report/report.ts';
import type { Session } from '../session/session.ts';

/**
 * Refuses to overwrite a pattern or suite of the run.
 * @throws Failure, by the returned function, for the path of one, and for a link that leads out of its repository
 */
export function inputGuard(
  { patterns, suites, problems }: Pick<RunReport, 'patterns' | 'suites' | 'problems'>,
  { io: { cwd }, sources: { bounds } }: Pick<Session, 'io' | 'sources'>,
): (file: string) => Promise<void> {
  const names = [
    ...[...patterns, ...problems].map(({ file }) => file),
    ...suites.flatMap(({ document, findings }) => [document.file, ...findings.map(({ file }) => file)]),
  ];
  const inputs = new Set(names.filter((name) => name !== undefined).map((name) => resolve(cwd, name)));
  return async (file) => {
    const path = resolve(cwd, file);
    await bounds.written(file, path);
    if (!inputs.has(path) && !inputs.has(await realpath(path).catch(() => path))) return;
    throw new Failure({ message: `\`${file}\` is not written: this run reads it; name another file` });
  };
}
