/**
 * Which figures were reached? `npm run bench:report [-- FILE…]` writes the table of docs/performance.md between its `figures` marks, from the answers that full
 * runs of `npm run bench` and `npm run bench:peers` left, or from the files named. Other rows stay. The table is never
 * edited by hand. From an answer of `bench:peers` it draws the picture of that page, too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { kept, load, type Saved, shown } from './answer.ts';
import { quantile } from './interleave.ts';
import { type Line, plot } from './plot.ts';
import { table } from './table.ts';
import { bound, reached, type TargetName, targets, verdict, worst } from './targets.ts';

const PAGE = 'docs/performance.md';
const PICTURE = 'docs/images/engines.svg';
const SENTENCE = /^Written by `npm run bench:report`\. (.*)\. Medians/m;
const MARKS = /(<!-- figures -->\n)[\s\S]*?(\n<!-- \/figures -->)/;

/** `before`: the text that stands there. */
function figures(answers: readonly Saved[], before: string): string {
  const rowsBefore = new Map(
    before
      .split('\n')
      .map((line) => cellsOf(line))
      .map((cells) => [cells[0], cells]),
  );
  const measured = answers.flatMap((answer) => answer.measured);
  const rows = (Object.keys(targets) as TargetName[]).map((name) => {
    const all = measured.filter(({ target }) => target === name);
    const shownOne = worst(all);
    if (shownOne === undefined)
      return rowsBefore.get(targets[name].what) ?? [targets[name].what, bound(name), 'not measured', ''];
    const count = all.length === 1 ? '' : ` (${all.filter(reached).length} of ${all.length})`;
    return [targets[name].what, bound(name), `${shown(shownOne)}; ${shownOne.of}`, verdict(shownOne) + count];
  });
  return [
    `Written by \`npm run bench:report\`. ${runs(answers, before)}. Medians, with the quarters of the rounds; of several figures the worst, with what it was measured on.`,
    table(['to reach', 'target', 'figure', ''], rows),
  ].join('\n\n');
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** When and where, one sentence for all questions of one machine and day. */
function runs(answers: readonly Saved[], before: string): string {
  const places = new Map<string, string[]>();
  const asked = new Set(answers.map(({ question }) => question));
  for (const sentence of SENTENCE.exec(before)?.[1]?.split('; ') ?? []) {
    const [questions = '', place = ''] = sentence.split(': ');
    const left = questions.split(', ').filter((question) => !asked.has(question));
    if (left.length > 0) places.set(place, left);
  }
  for (const { machine, day, question } of answers) {
    const place = `${machine}, ${day}`;
    places.set(place, [...(places.get(place) ?? []), question]);
  }
  return Array.from(places, ([place, questions]) => `${questions.join(', ')}: ${place}`).join('; ');
}

/** A line for each side, from the results of `peers/run.ts`. */
function linesOf({ data }: Saved): readonly Line[] {
  const { results } = data as {
    readonly results: readonly { readonly side: string; readonly of: string; readonly speeds: readonly number[] }[];
  };
  return [...new Set(results.map(({ side }) => side))].map((name) => ({
    name,
    points: results
      .filter(({ side }) => side === name)
      // `of` is "100 patterns".
      .map(({ of, speeds }) => [Number.parseInt(of, 10), quantile(speeds, 0.5)]),
  }));
}

const named = process.argv.slice(2);
const answers = load(named.length > 0 ? named : kept());
const short = answers.filter(({ quick }) => quick);
if (answers.length === 0 || short.length > 0) {
  console.error(
    answers.length === 0
      ? 'bench:report: no answers; run `npm run bench` first'
      : `bench:report: a short run of ${short.map(({ question }) => question).join(', ')} has no figures`,
  );
  process.exitCode = 2;
} else {
  const text = readFileSync(PAGE, 'utf8');
  if (!MARKS.test(text)) throw new Error(`${PAGE} has no figures marks`);
  writeFileSync(
    PAGE,
    text.replace(MARKS, (all, open: string, close: string) => `${open}\n${figures(answers, all)}\n${close}`),
  );
  const peers = answers.find(({ question }) => question === 'peers');
  if (peers !== undefined) writeFileSync(PICTURE, plot(linesOf(peers), `${peers.machine}, ${peers.day}`));
}
