/** The endings of the files that may hold patterns. */
import { HCL_EXTENSIONS } from './hcl-name.ts';

/** JSON and YAML; `template` of CloudFormation is either. */
export const EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml', 'template'] as const;

/** The glob of all files that folders are searched for, and on which documents depend. */
export const SEARCHED_FILES = `**/*.{${[...EXTENSIONS, ...HCL_EXTENSIONS].join(',')}}`;

/** Programs that make a configuration with patterns. They are named, and not read. */
export const PROGRAMS = '**/serverless.{js,cjs,mjs,ts,cts,mts}';

export function isProgram(name: string): boolean {
  return /(?:^|[\\/])serverless\.[cm]?[jt]s$/i.test(name);
}

export function hasSearchedEnding(name: string): boolean {
  return [...EXTENSIONS, ...HCL_EXTENSIONS].some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}
