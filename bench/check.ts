/** What do the findings on the meaning of patterns cost, beside reading without them, for usual patterns and for hostile ones? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DialectName, parsePattern } from '../src/index.ts';
import { readPattern } from '../src/pattern/parse.ts';
import { type Answer, type Run, reachTable } from './answer.ts';
import { seeded } from './corpus.ts';
import { families } from './families.ts';
import { interleave, machine } from './interleave.ts';
import { realisticPattern } from './pairs.ts';
import { micros, table, times } from './table.ts';
import type { Measured } from './targets.ts';

const COUNT = 1000;

const realistic = (dialect: DialectName): string[] => {
  const random = seeded(1);
  return texts(Array.from({ length: COUNT }, () => realisticPattern(random, dialect)));
};
/** The patterns of the documentation, over and over, from the root of the repository. */
const examples = (): string[] => {
  const folder = 'examples/patterns';
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return numbered(COUNT, (i) => all[i % all.length] as string);
};
const familyOf = (name: string): string[] => texts([...(families[name]?.patterns(COUNT) ?? [])].map(([, one]) => one));

/** `data: {}` is no pattern. */
function texts(patterns: readonly object[]): string[] {
  return patterns.map((one) => JSON.stringify(one)).filter((text) => parsePattern(text).pattern !== undefined);
}

const corpora: readonly (readonly [name: string, dialect: DialectName, texts: () => string[]])[] = [
  // Nearly one superfluous condition in each pattern: more than people write, so the dear end of what is usual.
  ['realistic', 'aliyun', () => realistic('aliyun')],
  ['realistic', 'rocketmq', () => realistic('rocketmq')],
  ['documented', 'aliyun', examples],
  ['mixed', 'aliyun', () => familyOf('mixed')],
  ['exact pairs', 'aliyun', () => familyOf('exact pairs')],
];

const field = (conditions: readonly unknown[]): string => JSON.stringify({ data: { f: conditions } });
const numbered = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));
const word = (i: number): string => (Math.imul(i + 1, 2_654_435_761) >>> 0).toString(2);

/** Patterns that ask for much, each by one way. */
const hostile: readonly (readonly [name: string, dialect: DialectName, text: () => string])[] = [
  [
    '200 suffixes and parts',
    'aliyun',
    () => field(numbered(200, (i) => ({ [i % 2 ? 'suffix' : 'contains']: word(i) }))),
  ],
  ['20 suffixes and parts', 'aliyun', () => field(numbered(20, (i) => ({ [i % 2 ? 'suffix' : 'contains']: word(i) })))],
  ['10,000 literals', 'aliyun', () => field(numbered(10_000, word))],
  [
    '10,000 literals, 5 prefixes',
    'aliyun',
    () => field([...numbered(5, (i) => ({ prefix: word(i) })), ...numbered(10_000, word)]),
  ],
  ['1,000 complements', 'aliyun', () => field(numbered(1000, (i) => ({ 'anything-but': { suffix: word(i) } })))],
  [
    'complements of 10,000 literals',
    'aliyun',
    () =>
      field([
        { 'anything-but': numbered(10_000, word) },
        { 'anything-but': numbered(10_000, (i) => word(i + 1)) },
        { exists: false },
      ]),
  ],
  [
    '10,000 fields',
    'aliyun',
    () =>
      JSON.stringify({
        data: Object.fromEntries(
          numbered(10_000, (i) => [`f${i}`, [{ prefix: word(i) }, { suffix: word(i) }, word(i)]]),
        ),
      }),
  ],
  [
    '10,000 combinations',
    'aliyun',
    () =>
      JSON.stringify({
        data: Object.fromEntries(
          numbered(10_000, (i) => [
            `f${i}`,
            [
              {
                prefix: word(i),
                suffix: word(i + 1),
                contains: word(i + 2),
                'anything-but': { suffix: word(i + 1).slice(1) },
              },
            ],
          ]),
        ),
      }),
  ],
  [
    '10,000 fields with dots',
    'rocketmq',
    () =>
      JSON.stringify({
        data: Object.fromEntries(
          numbered(10_000, (i) => [`a.${word(i).slice(0, 9).split('').join('.')}.${i}`, ['x', { prefix: 'x' }]]),
        ),
      }),
  ],
  ['many names of one path', 'rocketmq', () => JSON.stringify({ data: namesOf(12) })],
  ['long parts', 'aliyun', () => field(numbered(8, (i) => ({ contains: `${word(i)}`.repeat(1000) })))],
];

/** An object in which the same path is written in all ways, with dots and without. */
function namesOf(depth: number): object {
  const members: [string, unknown][] = [];
  for (let length = 1; length <= depth; length++) {
    const name = numbered(length, () => 'a').join('.');
    members.push([name, length === depth ? ['x', { prefix: 'x' }] : namesOf(depth - length)]);
  }
  return Object.fromEntries(members);
}

export function check(run: Run): Answer {
  const measured: Measured[] = [];
  const rows: string[][] = [];
  for (const [name, dialect, make] of corpora) {
    const all = make();
    // A unit of work is all of them, so that every side sees the same mix in every slice.
    const through = (read: typeof parsePattern) => () =>
      all.reduce((sum, text) => sum + read(text, { dialect }).diagnostics.length, 0);
    const sides = [
      { name: 'without', run: through(readPattern) },
      { name: 'with', run: through(parsePattern) },
    ];
    const [without, withThem] = interleave(sides, run.quick ? { rounds: 5, slice: 1 } : { rounds: 101 });
    if (without === undefined || withThem === undefined) continue;
    const { ratio, low, high } = withThem;
    measured.push({ target: 'check', of: `${name}, ${dialect}`, value: ratio, low, high });
    rows.push([
      `${name}, ${dialect}`,
      micros(without.micros / all.length),
      micros(withThem.micros / all.length),
      times(ratio),
    ]);
  }
  const slow = hostile.map(([name, dialect, make]) => {
    const text = make();
    const ms = (read: typeof parsePattern): number => {
      const tries = numbered(5, () => {
        const start = performance.now();
        read(text, { dialect });
        return performance.now() - start;
      });
      return Math.min(...tries);
    };
    const [without, withThem] = [ms(readPattern), ms(parsePattern)];
    return [name, `${(text.length / 1000).toFixed(0)} KB`, `${without.toFixed(1)} ms`, `${withThem.toFixed(1)} ms`];
  });
  const head = `## The check of patterns\n\n${machine()}. With the findings on what a pattern means, and without.`;
  const usual = table(['1,000 patterns', 'without, each', 'with', 'ratio'], rows);
  const bad = table(['hostile pattern', 'text', 'without', 'with'], slow);
  return {
    question: 'check',
    text: [head, usual, bad, reachTable(measured, run)].join('\n\n'),
    measured,
    data: { rows, slow },
  };
}
