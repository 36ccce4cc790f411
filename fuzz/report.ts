/**
 * `npm run fuzz:report`: writes the table of docs/reliability.md between its `fuzz` marks, from what runs left in fuzz/out/results. A target
 * without a result keeps its row. The table is never edited by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { table } from '../bench/table.ts';
import { kept, LEAST, type Result } from './results.ts';
import { targets } from './targets/index.ts';

const PAGE = 'docs/reliability.md';
const MARKS = /(<!-- fuzz -->\n)[\s\S]*?(<!-- \/fuzz -->)/;
const HEAD = ['target', 'judged', 'positive', 'differences', 'seed', 'processor time', 'of'];

function row(result: Result): string[] {
  const { target, judged, unit, share, positive, others, differences, seed, cpuSeconds } = result;
  const figure = (value: number): string => value.toLocaleString('en');
  const more = Object.entries(others).map(([name, value]) => `, ${figure(value)} ${name}`);
  return [
    `\`${target}\``,
    `${figure(judged)} ${unit}${more.join('')}`,
    `${(100 * share).toFixed(0)} % ${positive}`,
    figure(differences),
    String(seed),
    `${figure(Math.round(cpuSeconds))} s`,
    `${result.commit}, ${result.day}, Node ${result.node}, ${result.machine}`,
  ];
}

/** `before`: the text that stands there. */
function figures(results: readonly Result[], before: string): string {
  const rowsBefore = new Map(before.split('\n').map((line) => [cellsOf(line)[0], cellsOf(line)]));
  const rows = Object.keys(targets).map((name) => {
    const result = results.find(({ target }) => target === name);
    if (result !== undefined) return row(result);
    return rowsBefore.get(`\`${name}\``) ?? [`\`${name}\``, 'not run', '', '', '', '', ''];
  });
  return table(HEAD, rows);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const results = kept();
if (results.length === 0) {
  process.stderr.write(`fuzz:report: no run to report; begin with \`npm run fuzz -- --count ${LEAST}\`\n`);
  process.exitCode = 2;
} else {
  const text = readFileSync(PAGE, 'utf8');
  if (!MARKS.test(text)) throw new Error(`${PAGE} has no fuzz marks`);
  writeFileSync(
    PAGE,
    text.replace(MARKS, (all, open: string, close: string) => `${open}\n${figures(results, all)}\n\n${close}`),
  );
}
