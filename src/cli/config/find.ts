/** Where the config file is: in the working folder, or in the nearest folder above that has one. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

export const CONFIG_NAMES = ['json', 'yaml', 'yml', 'mjs'].map((ending) => `eb-pattern.config.${ending}`);

/** Those that stand in a folder. */
export function configsIn(folder: string): readonly string[] {
  return CONFIG_NAMES.filter((name) => existsSync(join(folder, name)));
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
