/** The summary of a step of GitHub Actions: a file to which all commands of the step append. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { append } from '../files/write.ts';
import type { Session } from '../session/session.ts';

/** The limit of GitHub for one step. */
export const MAX_BYTES = 1024 * 1024;

/** Appends a text of at most the remaining bytes; does nothing outside of a step. @throws Failure */
export async function appendSummary(render: (bytes: number) => string, { io }: Session): Promise<void> {
  const name = io.env.GITHUB_STEP_SUMMARY;
  if (name === undefined || name === '') return;
  const path = resolve(io.cwd, name);
  const before = (await stat(path).catch(() => undefined))?.size ?? 0;
  await append(name, path, render(MAX_BYTES - before));
}
