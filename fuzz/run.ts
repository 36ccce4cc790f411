/**
 * `npm run fuzz [-- TARGET…] [--count N] [--seed N]`: looks for an input on which the engine and its judge disagree. It runs from
 * a bundle, as the package does: what tsx makes of a closure is slower.
 */
import { parseArgs } from 'node:util';
import { drive, isBalanced, type Outcome, shareOf } from './drive.ts';
import { commitNow, keep } from './results.ts';
import { LEAST_SHARE, MOST_SHARE, type Tally, type Target } from './target.ts';
import { targets } from './targets/index.ts';

const COUNT = 100_000;

const FLAGS = {
  count: { type: 'string', default: String(COUNT) },
  seed: { type: 'string', default: String(Date.now() % 1e9) },
  case: { type: 'string', default: '0' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Given = ReturnType<typeof parse>;

function parse() {
  return parseArgs({ allowPositionals: true, options: FLAGS });
}

const HELP = `Usage: npm run fuzz [-- TARGET… --count N --seed N --case N]

Looks for an input on which the engine and its judge disagree. Runs the targets
named, or all of them.

Targets:
${Object.entries(targets)
  .map(([name, make]) => `  ${name.padEnd(12)}${wrapped(make().compares)}`)
  .join('\n')}

Options:
  --count N  how many judgements each target makes at least, ${COUNT} unless told
  --seed N   repeats a run; without it each run has a new one, which is printed
  --case N   begins at this case, as a reproduction says
  --help     this text

Exits with 0 when nothing differs, 1 at the first difference, 2 for a wrong
usage, 130 when interrupted.
A run of a million judgements leaves its figures in fuzz/out/results;
\`npm run fuzz:report\` writes them into docs/reliability.md.
`;

/** For a terminal of 80 columns, behind the name of a target. */
function wrapped(text: string): string {
  return text.replace(/(.{1,65})(?: |$)/g, `$1\n${' '.repeat(14)}`).trimEnd();
}

function wrongUsage({ values, positionals }: Given): string | undefined {
  const unknown = positionals.find((name) => !Object.hasOwn(targets, name));
  if (unknown !== undefined)
    return `there is no target \`${unknown}\`; the targets are ${Object.keys(targets).join(', ')}`;
  for (const flag of ['count', 'seed', 'case'] as const) {
    if (!/^\d{1,15}$/.test(values[flag])) return `\`--${flag}\` is a whole number, not \`${values[flag]}\``;
  }
  return undefined;
}

async function main(): Promise<number> {
  let given: Given;
  try {
    given = parse();
  } catch (thrown) {
    // Node says more than one sentence.
    const [what = ''] = String((thrown as Error).message).split(/[.\n]/);
    return refuse(what.charAt(0).toLowerCase() + what.slice(1));
  }
  const { values, positionals } = given;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const wrong = wrongUsage(given);
  if (wrong !== undefined) return refuse(wrong);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  for (const [name, make] of Object.entries(targets)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const code = await run(make(), given, stop.signal);
    if (code !== 0) return code;
  }
  return 0;
}

async function run(target: Target, { values }: Given, signal: AbortSignal): Promise<number> {
  const count = Number(values.count);
  const commit = commitNow();
  const options = { seed: Number(values.seed), count, from: Number(values.case), signal };
  const outcome = await drive(target, { ...options, onProgress: progressOf(target, count) });
  await target.close?.();
  clearLine();
  process.stdout.write(`${figures(target, outcome)}\n`);
  if (outcome.failure !== undefined) {
    process.stdout.write(reproduction(outcome));
    return 1;
  }
  if (outcome.interrupted) return 130;
  // Few cases say little about their generator.
  if (outcome.tally.judged >= 10_000 && !isBalanced(outcome.tally)) {
    const [least, most] = [LEAST_SHARE, MOST_SHARE].map(percent);
    process.stderr.write(
      `fuzz: the share of ${target.name} should be ${least} to ${most}: its cases test one side only\n`,
    );
    return 1;
  }
  if (options.from === 0) keep(target, commit, outcome);
  return 0;
}

function refuse(what: string): number {
  process.stderr.write(`fuzz: ${what}; see \`npm run fuzz -- --help\`\n`);
  return 2;
}

function figures(target: Target, outcome: Outcome): string {
  const { tally, seed, cpuSeconds, failure } = outcome;
  const others = Object.entries(tally.others).map(([name, value]) => `${value.toLocaleString('en')} ${name}`);
  const share = `${percent(shareOf(tally))} ${target.positive}`;
  const differences = failure === undefined ? '0 differences' : '1 difference';
  return [
    `${target.name.padEnd(12)}${tally.judged.toLocaleString('en')} ${target.unit}, ${share}, ${differences}`,
    `${' '.repeat(12)}${[...others, `${cpuSeconds.toFixed(1)} s of processor time`, `seed ${seed}`].join(', ')}`,
  ].join('\n');
}

function reproduction({ target, seed, failure }: Outcome): string {
  if (failure === undefined) return '';
  const { difference, smallest } = failure;
  return [
    `\n${difference.of}`,
    `  expected ${JSON.stringify(difference.expected)}`,
    `  found    ${typeof difference.found === 'string' ? difference.found : JSON.stringify(difference.found)}`,
    `\nthe smallest case found:\n${JSON.stringify(smallest, null, 1)}`,
    `\nagain: npm run fuzz -- ${target} --seed ${seed} --case ${failure.case} --count 1\n`,
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** A line that stays in place, on a terminal only. */
function progressOf(target: Target, count: number): (tally: Tally) => void {
  let next = 0;
  return (tally) => {
    if (!process.stderr.isTTY || Date.now() < next) return;
    next = Date.now() + 200;
    clearLine();
    const done = Math.min(100, Math.floor((100 * tally.judged) / count));
    process.stderr.write(`${target.name}  ${done} %  ${tally.judged.toLocaleString('en')} ${target.unit}`);
  };
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

process.exitCode = await main();
