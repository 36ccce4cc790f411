/** The endings of the files that may hold patterns. */
import { HCL_EXTENSIONS } from './hcl-name.ts';

/** JSON and YAML. */
export const EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml'] as const;

/** The glob of all files that folders are searched for, and on which documents depend. */
export const SEARCHED_FILES = `**/*.{${[...EXTENSIONS, ...HCL_EXTENSIONS].join(',')}}`;

export function hasSearchedEnding(name: string): boolean {
  return [...EXTENSIONS, ...HCL_EXTENSIONS].some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}
