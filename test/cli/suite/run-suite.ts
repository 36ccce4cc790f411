/** Runs one suite given as text, with the files that it names. */
import { lines, type Outcome, run, type World } from '../run-main.ts';

export interface SuiteWorld extends Omit<World, 'files'> {
  readonly files?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** The file name of the suite. */
  readonly name?: string;
}

export function runSuite(text: string, { files, flags = [], name = 's.eb-test.yaml', ...world }: SuiteWorld = {}) {
  return run(['test', name, ...flags], { ...world, files: { [name]: text, ...files } });
}

export function last(out: string): string | undefined {
  return lines(out).at(-1);
}

/** Joins lines that were wrapped for the terminal. */
export function flat(out: string): string {
  return out.replaceAll(/\s+/g, ' ');
}

/** Outcomes by name of the test. */
export function outcomesOf({ out }: Outcome): Record<string, string> {
  const { suites } = JSON.parse(out) as { suites: { tests: { name: string; outcome: string }[] }[] };
  return Object.fromEntries(suites.flatMap(({ tests }) => tests.map(({ name, outcome }) => [name, outcome])));
}
