/** Finds the config file: in the working folder, or in the nearest parent folder that has one. */
import { lstatSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Failure } from '../findings/failure.ts';

export const CONFIG_ENDINGS = ['.json', '.yaml', '.yml'] as const;

/** Programs are found to be refused, and not silently ignored. */
const PROGRAM_ENDINGS = ['.mjs', '.js', '.cjs', '.ts', '.mts', '.cts'];

const NAMES = [...CONFIG_ENDINGS, ...PROGRAM_ENDINGS].map((ending) => `eb-pattern.config${ending}`);

/** A config file is data, which is never executed. @throws Failure for the name of a program */
export function requireData(path: string, name: string): void {
  const ending = extname(path);
  if (PROGRAM_ENDINGS.includes(ending)) {
    const message =
      'a config file is data, and a program is not run; write its settings to eb-pattern.config.json or eb-pattern.config.yaml';
    throw new Failure({ file: name, message });
  }
  if (!CONFIG_ENDINGS.some((one) => one === ending)) {
    throw new Failure({ message: `\`${name}\` is no config file: its name ends in ${CONFIG_ENDINGS.join(', ')}` });
  }
}

/** The config files of a folder. A dangling link counts: otherwise its settings would be silently ignored. */
export function configsIn(folder: string): readonly string[] {
  return NAMES.filter((name) => isThere(join(folder, name)));
}

/** @throws Failure for two in one folder, since the choice would be a guess */
export function findUpward(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = configsIn(folder);
    if (found.length > 1) throw new Failure({ message: `there are ${found.join(' and ')} in ${folder}: keep one` });
    if (found[0] !== undefined) return join(folder, found[0]);
    if (dirname(folder) === folder) return undefined;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder without permission, or a part of the path that is no folder.
    return false;
  }
}
