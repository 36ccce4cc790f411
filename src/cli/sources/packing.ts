/** Reads the patterns for a pack: all of them must be valid, and the output must replace none of them. */
import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GIT } from '../files/git-name.ts';
import { Failure } from '../findings/failure.ts';
import { DEFAULT_DIALECT, type PackLanguage } from '../patterns/pattern.ts';
import { readPatterns } from './named-patterns.ts';
import { packText } from './pack.ts';

type Options = Parameters<typeof readPatterns>[1];
type World = Parameters<typeof readPatterns>[2];

export interface Packing {
  readonly text: string;
  readonly count: number;
  readonly language: PackLanguage;
  readonly passed: Awaited<ReturnType<typeof readPatterns>>['passed'];
}

/** @throws Failure for a pattern that is not valid or not known: without it the set would match something else */
export async function packPatterns(names: readonly string[], options: Options, world: World): Promise<Packing> {
  const found = await readPatterns(names, { ...options, each: true }, world);
  if (found.skipped.length > 0) throw new Failure(found.skipped);
  const { dialect = DEFAULT_DIALECT, extension = [] } = found.language;
  const language = { dialect, extensions: [...new Set(extension)].sort() };
  return { text: packText(found.patterns, language), count: found.patterns.length, language, passed: found.passed };
}

/** @throws Failure for an output that replaces a pattern, or that the next run would find in a folder of patterns */
export async function refusePatternAsOutput(names: readonly string[], output: string, cwd: string): Promise<void> {
  const target = await real(resolve(cwd, output));
  for (const name of names) {
    if (name === '-' || name.startsWith(GIT)) continue;
    const path = relative(await real(resolve(cwd, name)), target);
    if (path === '') throw new Failure({ message: `\`${output}\` is one of the patterns; write to another file` });
    if (path !== '..' && !path.startsWith(`..${sep}`)) {
      const message = `\`${output}\` is in the folder \`${name}\`, whose patterns it holds; write to another folder`;
      throw new Failure({ message });
    }
  }
}

/** Also of a file that does not exist yet, in a folder that does. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const folder = dirname(path);
    return folder === path ? path : join(await real(folder), path.slice(folder.length));
  });
}
