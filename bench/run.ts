/**
 * `npm run bench [-- NAME…] [--quick] [--json FILE] [--family NAME]… [--size N]… [--against FOLDER]`: asks the questions of this folder, all or those named, and prints
 * their tables; `filter`, `check`, `analysis` and `cli` only when they are named, and `filter` reads --size MB. `builds` compares `dist` with the build that --against names. It runs from a bundle, as the package does: what tsx makes of a closure is slower.
 */
import { parseArgs } from 'node:util';
import { type Answer, keep, save } from './answer.ts';
import type { SetsRun } from './sets.ts';

/** The folder `dist` of another build, for the question `builds`. */
const against = (): string => {
  if (values.against !== undefined) return values.against;
  throw new Error('builds needs --against FOLDER, the folder `dist` of another build');
};

const questions: Readonly<Record<string, (run: SetsRun) => Promise<Answer>>> = {
  'one-pattern': async () => (await import('./one-pattern.ts')).onePattern(),
  text: async (run) => (await import('./text.ts')).text(run),
  memory: async (run) => (await import('./memory.ts')).memory(run),
  sets: async (run) => (await import('./sets.ts')).sets(run),
  filter: async (run) => (await import('./filter.ts')).filter(run),
  check: async (run) => (await import('./check.ts')).check(run),
  cli: async (run) => (await import('./cli.ts')).cli(run),
  analysis: async (run) => (await import('./analysis.ts')).analysis(run),
  builds: async (run) => (await import('./builds.ts')).builds(run, against()),
};

/** They take minutes, or need the build: they run only when they are named. */
const long: readonly string[] = ['filter', 'check', 'analysis', 'cli', 'builds'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    against: { type: 'string' },
    family: { type: 'string', multiple: true, default: [] },
    size: { type: 'string', multiple: true, default: [] },
  },
});

const unknown = positionals.filter((name) => !Object.hasOwn(questions, name));
if (unknown.length > 0) {
  console.error(
    `bench: there is no question ${unknown.join(', ')}; the questions are ${Object.keys(questions).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const run: SetsRun = { quick: values.quick, families: values.family, sizes: values.size.map(Number) };
  // Part of a question is no full run.
  const whole = run.families.length + run.sizes.length === 0;
  const answers: Answer[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    if (positionals.length > 0 ? !positionals.includes(name) : long.includes(name)) continue;
    const answer = await ask(run);
    answers.push(answer);
    if (whole) keep(answer, run);
    console.log(`${answer.text}\n`);
  }
  if (values.json !== undefined) save(answers, run, values.json);
}
