/** Where the config file is: in the working folder, or in the nearest folder above that has one. */
import { lstatSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { Failure } from '../findings/failure.ts';

export const CONFIG_NAMES = ['json', 'yaml', 'yml', 'mjs'].map((ending) => `eb-pattern.config.${ending}`);

/** Reading it runs it. */
export function isProgram(path: string): boolean {
  return extname(path) === '.mjs';
}

/** Those that stand in a folder, a link that leads nowhere included: to pass it over would be to run without the settings. */
export function configsIn(folder: string): readonly string[] {
  return CONFIG_NAMES.filter((name) => isThere(join(folder, name)));
}

/** @throws Failure for two in one folder: which of them counts would be a guess */
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
    // A folder that may not be looked into, or a part of the way that is no folder.
    return false;
  }
}
