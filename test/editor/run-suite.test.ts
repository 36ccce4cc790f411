/** Suites that are read and run without files, judged by the command line. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../src/cli/findings/failure.ts';
import { loadSuite } from '../../src/cli/suite/run.ts';
import { readSuite, runSuite, SuiteError } from '../../src/editor/index.ts';
import { lineColumn } from '../../src/json.ts';
import { run } from '../cli/run-main.ts';
import { runs } from '../support/runs.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const EVENT = { source: 'acs.oss', data: { state: 'paid', total: 5 } };
const PATTERN = { source: ['acs.oss'], data: { state: ['paid', 'open'] } };
const SUITES: readonly Json[] = [
  {
    pattern: PATTERN,
    base: EVENT,
    tests: [
      { name: 'as it is', match: true },
      { name: 'changed', with: { data: { state: 'sent' } }, match: false, fails: ['/data/state'] },
      { name: 'without', remove: ['/data/state', '/data/total'], match: false },
      { name: 'its own', event: '{"source":"acs.ecs","data":{"state":"paid"}}', match: true },
      { name: 'for another reason', with: { source: 'x' }, match: false, fails: ['/data/state'] },
      { name: 'later', event: EVENT, match: true, skip: 'waits' },
      {
        name: 'state <state>',
        with: { data: { state: '<state>' } },
        each: [
          { state: 'paid', match: true },
          { state: 'x', match: false },
        ],
      },
    ],
  },
  {
    pattern: { source: ['a'], data: { n: [{ numeric: ['>', 1] }] } },
    extensions: ['tenant'],
    dialect: 'rocketmq',
    tests: [{ name: 'a', event: { source: 'a', data: { n: 1.5 } }, match: true }],
  },
  { pattern: { source: 'a' }, invalid: ['attribute-not-array'] },
  { pattern: { source: 'a' }, invalid: ['invalid-json', 'empty-object'] },
  {
    pattern: PATTERN,
    tests: [
      { name: 'a', event: EVENT, match: true },
      { name: 'b', event: EVENT, match: false, only: true },
    ],
  },
  { patterns: { a: PATTERN }, tests: [{ name: 'a', event: EVENT, routes: { includes: ['a'] } }] },
];

const SPARE: readonly Json[] = [
  '',
  'x',
  '/a',
  'a.json',
  '{"source":"a"}',
  0,
  true,
  false,
  null,
  [],
  {},
  ['x', 'x'],
  [5],
  { name: 'y' },
  { x: 1 },
  ['/data/x'],
];
const NAMES = [
  'name',
  'match',
  'tests',
  'test',
  'event',
  'with',
  'fails',
  'fail',
  'skip',
  'only',
  'each',
  'routes',
  'x',
  '__proto__',
  'matches',
  'invalid',
  'includes',
];

interface Suite {
  readonly pattern?: Json;
}

interface Judged {
  readonly name: string;
  readonly outcome: string;
  readonly problem?: string;
}

interface Slip {
  readonly at: number;
  readonly kind: 'replace' | 'rename' | 'drop' | 'add';
  readonly value: Json;
  readonly name: string;
}

/** The value with one place changed; `at` counts the places in reading order. */
function slipped(value: Json, { at, kind, value: other, name }: Slip): Json {
  let left = at;
  const change = (one: Json): Json => {
    if (left-- === 0 && kind === 'replace') return other;
    if (Array.isArray(one)) return one.map(change);
    if (typeof one !== 'object' || one === null) return one;
    const members = Object.entries(one).flatMap(([key, inner]): [string, Json][] => {
      const here = left === 0;
      const changed = change(inner);
      if (here && kind === 'drop') return [];
      return [
        [here && kind === 'rename' ? name : key, changed],
        ...(here && kind === 'add' ? [[name, other] as [string, Json]] : []),
      ];
    });
    return Object.fromEntries(members);
  };
  return change(value);
}

const slip = fc.record<Slip>({
  at: fc.nat(20),
  kind: fc.constantFrom('replace', 'rename', 'drop', 'add'),
  value: fc.constantFrom(...SPARE),
  name: fc.constantFrom(...NAMES),
});
const broken = fc
  .tuple(fc.constantFrom(...SUITES), fc.array(slip, { minLength: 1, maxLength: 3 }))
  .map(([suite, slips]) => JSON.stringify(slips.reduce(slipped, suite), null, 1));

/** The errors of a suite, with lines and columns. */
function saidHere(text: string): string[] {
  try {
    readSuite(text);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof SuiteError)) throw thrown;
    return thrown.problems.map(({ range, message }) => {
      const { line, column } = lineColumn(text, range.start);
      return `${line}:${column} ${message}`;
    });
  }
}

function saidByCommand(text: string): string[] {
  try {
    loadSuite({ name: 's.eb-test.json', text });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return thrown.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe('readSuite', () => {
  it('reports the errors of the command line for a broken suite', () => {
    let wrong = 0;
    fc.assert(
      fc.property(broken, (text) => {
        const said = saidHere(text);
        expect(new Set(said)).toEqual(new Set(saidByCommand(text)));
        if (said.length > 0) wrong++;
      }),
      { numRuns: runs(3000) },
    );
    expect(wrong).toBeGreaterThan(runs(3000) / 4);
  });

  it('gives the place where a text stops being JSON', () => {
    expect(saidHere('{"tests": [,]}')).toEqual(['1:12 the suite is not JSON: expected a value, found `,`']);
  });
});

describe('runSuite', () => {
  it('gives every test the outcome of `eb-pattern test`', async () => {
    const names = globSync('{patterns,events}/*.json', { cwd: 'examples' });
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(`examples/${name}`, 'utf8')]));
    const examples = globSync('examples/*.eb-test.yaml').map((file) => parse(readFileSync(file, 'utf8')) as Suite);
    // Suites without documents and without many patterns.
    const suites = [...(SUITES.slice(0, 5) as Suite[]), ...examples].filter(
      ({ pattern }) => pattern !== undefined && (typeof pattern !== 'string' || /^\{|^[^#]*\.json$/.test(pattern)),
    );
    expect(suites.length).toBeGreaterThan(15);
    const outcomes = new Set<string>();
    for (const suite of suites) {
      const text = JSON.stringify(suite);
      const { tests } = runSuite(readSuite(text), { files: (name) => files[name] });
      const world = { files: { ...files, 's.eb-test.json': text } };
      const { out } = await run(['test', '--format', 'json', 's.eb-test.json'], world);
      const [judged] = (JSON.parse(out) as { suites: { tests: Judged[] }[] }).suites;
      const shown = (test: Judged) => [test.name, test.outcome, test.problem];
      expect(tests.map(shown)).toEqual(judged?.tests.map(shown));
      for (const { outcome } of tests) outcomes.add(outcome);
    }
    expect(outcomes).toEqual(new Set(['passed', 'failed', 'skipped']));
  });

  it('explains a test that fails, and the changes that would make it pass', () => {
    const [first, , , own] = runSuite(readSuite(JSON.stringify(SUITES[0]))).tests;
    expect(first).toMatchObject({ outcome: 'passed', event: JSON.stringify(EVENT) });
    expect(own).toMatchObject({ outcome: 'failed', nearest: { answer: 'yes' }, explanation: { matches: false } });
  });

  it('reads the files that the caller supplies, and refuses others', () => {
    const suite = readSuite('{"pattern": "p.json", "tests": [{"name": "a", "event": "e.json", "match": true}]}');
    const files: Record<string, string> = { 'p.json': '{"source":["a"]}', 'e.json': '{"source":"a"}' };
    expect(runSuite(suite, { files: (name) => files[name] }).tests).toMatchObject([{ outcome: 'passed' }]);
    const problems = [{ range: { start: 12, end: 20 }, message: 'the file `p.json` is not there' }];
    expect(() => runSuite(suite)).toThrow(expect.objectContaining({ problems }));
  });

  it.each([
    [{ pattern: PATTERN, tests: [{ name: 'a', event: '{', match: true }] }, /^this is|expected/],
    [
      { pattern: PATTERN, base: EVENT, tests: [{ name: 'a', remove: ['/x'], match: true }] },
      /there is no `\/x` in the base/,
    ],
    [
      { pattern: PATTERN, tests: [{ name: 'a', event: EVENT, match: false, fails: ['/data/x'] }] },
      /the pattern has no field/,
    ],
    [SUITES[5], /a suite of many patterns/],
  ])('refuses %j', (suite, message) => {
    expect(() => runSuite(readSuite(JSON.stringify(suite)))).toThrow(message);
  });

  it('runs no test of an invalid pattern, and gives its findings', () => {
    const suite = readSuite('{"pattern": {"source": "a"}, "tests": [{"name": "a", "event": {}, "match": true}]}');
    expect(runSuite(suite)).toMatchObject({ tests: [], diagnostics: [{ code: 'attribute-not-array' }] });
  });
});
