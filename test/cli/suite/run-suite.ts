/** Runs one suite that is given as text, with the files that it names. */
import { lines, type Outcome, run, type World } from '../run-main.ts';

export interface SuiteWorld extends Omit<World, 'files'> {
  readonly files?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  /** Of the suite. */
  readonly name?: string;
}

export function runSuite(text: string, { files, flags = [], name = 's.eb-test.yaml', ...world }: SuiteWorld = {}) {
  return run(['test', name, ...flags], { ...world, files: { [name]: text, ...files } });
}

export function last(out: string): string | undefined {
  return lines(out).at(-1);
}

/** Lines broken by the width of the terminal, as one. */
export function flat(out: string): string {
  return out.replaceAll(/\s+/g, ' ');
}

/** Names of tests with their outcomes. */
export function outcomesOf({ out }: Outcome): Record<string, string> {
  const { suites } = JSON.parse(out) as { suites: { tests: { name: string; outcome: string }[] }[] };
  return Object.fromEntries(suites.flatMap(({ tests }) => tests.map(({ name, outcome }) => [name, outcome])));
}
