/**
 * Which figures were reached? `npm run bench:report [-- FILE…]` writes the table of README between its `figures` marks, from the answers that full
 * runs of `npm run bench` and `npm run bench:peers` left, or from the files named. The table is never edited by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { kept, load, type Saved, shown } from './answer.ts';
import { table } from './table.ts';
import { bound, reached, type TargetName, targets, verdict, worst } from './targets.ts';

const README = 'README.md';
const MARKS = /(<!-- figures -->\n)[\s\S]*?(\n<!-- \/figures -->)/;

function figures(answers: readonly Saved[]): string {
  const measured = answers.flatMap((answer) => answer.measured);
  const rows = (Object.keys(targets) as TargetName[]).map((name) => {
    const all = measured.filter(({ target }) => target === name);
    const shownOne = worst(all);
    if (shownOne === undefined) return [targets[name].what, bound(name), 'not measured', ''];
    const count = all.length === 1 ? '' : ` (${all.filter(reached).length} of ${all.length})`;
    return [targets[name].what, bound(name), `${shown(shownOne)}; ${shownOne.of}`, verdict(shownOne) + count];
  });
  return [
    `Written by \`npm run bench:report\`. ${runs(answers)}. Medians, with the quarters of the rounds; of several figures the worst, with what it was measured on.`,
    table(['to reach', 'target', 'figure', ''], rows),
  ].join('\n\n');
}

/** When and where, one sentence for all questions of one machine and day. */
function runs(answers: readonly Saved[]): string {
  const places = new Map<string, string[]>();
  for (const { machine, day, question } of answers) {
    const place = `${machine}, ${day}`;
    places.set(place, [...(places.get(place) ?? []), question]);
  }
  return Array.from(places, ([place, questions]) => `${questions.join(', ')}: ${place}`).join('; ');
}

const named = process.argv.slice(2);
const answers = load(named.length > 0 ? named : kept());
const short = answers.filter(({ quick }) => quick);
if (answers.length === 0 || short.length > 0) {
  console.error(
    answers.length === 0
      ? 'bench:report: no answers; run `npm run bench` first'
      : `bench:report: a short run of ${short.map(({ question }) => question).join(', ')} says nothing`,
  );
  process.exitCode = 2;
} else {
  const text = readFileSync(README, 'utf8');
  if (!MARKS.test(text)) throw new Error(`${README} has no figures marks`);
  writeFileSync(
    README,
    text.replace(MARKS, (_, open: string, close: string) => `${open}\n${figures(answers)}\n${close}`),
  );
}
