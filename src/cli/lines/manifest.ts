/** `--manifest`: a file with the events, matches and bad lines of each input, one JSON object on each line. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeWhole } from '../files/write.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import type { EventInput } from './input.ts';

export interface FileCount {
  /** As the user named it. */
  readonly file: string;
  events: number;
  matched: number;
  bad: number;
  firstBad: Problem | undefined;
}

export interface ManifestOptions {
  /** The file to write. */
  readonly manifest?: string;
}

/** @throws Failure for a manifest that would replace an input, or go to standard output */
export async function refuseManifest(
  { manifest }: ManifestOptions,
  inputs: readonly EventInput[],
  cwd: string,
): Promise<void> {
  if (manifest === undefined) return;
  if (manifest === '-') throw new Failure({ message: '`--manifest` names a file; standard output has the answer' });
  const real = async (name: string): Promise<string> => realpath(resolve(cwd, name)).catch(() => resolve(cwd, name));
  const target = await real(manifest);
  for (const { name } of inputs) {
    if ((await real(name)) !== target) continue;
    throw new Failure({
      message: `\`${manifest}\` is one of the files with events; write the manifest to another file`,
    });
  }
}

/** In the order of the inputs, when all of them have been read. @throws Failure */
export async function writeManifest(
  { manifest }: ManifestOptions,
  files: readonly FileCount[],
  cwd: string,
): Promise<void> {
  if (manifest === undefined) return;
  const lines = files.map(({ firstBad, ...counts }) => {
    if (firstBad === undefined) return JSON.stringify(counts);
    const { line, column, message } = firstBad;
    return JSON.stringify({ ...counts, firstBad: { line, column, message } });
  });
  await writeWhole(manifest, resolve(cwd, manifest), lines.map((line) => `${line}\n`).join(''));
}
