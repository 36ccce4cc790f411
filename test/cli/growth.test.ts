/** Law: twice the size of a hostile file, pattern or event costs the command line at most 2.2 times the steps. */
import { expect, it } from 'vitest';
import { configSchema } from '../../src/cli/config/schema.ts';
import { measure } from '../../src/cli/coverage/measure.ts';
import { renderExplanation } from '../../src/cli/explanation/explanation.ts';
import { Failure } from '../../src/cli/findings/failure.ts';
import { formats } from '../../src/cli/formats/table.ts';
import { readBaseline } from '../../src/cli/policy/baseline.ts';
import { Known } from '../../src/cli/policy/known.ts';
import type { RunReport } from '../../src/cli/report/report.ts';
import { readSuite } from '../../src/cli/suite/suite.ts';
import { readDocument } from '../../src/cli/syntax/document.ts';
import { readYaml, readYamlDocuments } from '../../src/cli/syntax/yaml.ts';
import { compilePattern, formatDiagnostic, parsePattern } from '../../src/index.ts';
import { expandedSchema, suiteSchema } from '../../src/suite/schema.ts';
import { countEach } from '../support/steps.ts';

type Case = readonly [name: string, run: (size: number) => unknown];

const MOST_GROWTH = 2.2;
const SIZE = 60;

const many = <T>(size: number, make: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => make(i));
const lines = (size: number, make: (i: number) => string): string => many(size, make).join('\n');
const padded = (i: number): string => String(i).padStart(6, '0');
const json = JSON.stringify;

/** An error of the input is a valid answer. */
function answered(work: () => unknown): unknown {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.problems;
    throw thrown;
  }
}

const yaml: Record<string, (size: number) => string> = {
  members: (n) => lines(n, (i) => `k${padded(i)}: 1`),
  'members in braces': (n) => `{${many(n, (i) => `k${padded(i)}: 1`)}}`,
  'members of members': (n) => lines(n, (i) => `k${padded(i)}: {a: [b, c], d: "e"}`),
  'levels of brackets': (n) => `${'['.repeat(n)}${']'.repeat(n)}`,
  'anchors and aliases': (n) => lines(n, (i) => `- &a${padded(i)} v\n- *a${padded(i)}`),
  'merge keys': (n) => `x: &x\n${lines(n, (i) => `  k${padded(i)}: 1`)}\ny: {<<: *x, z: 1}`,
  'maps merged into one': (n) =>
    `${lines(n, (i) => `x${padded(i)}: &x${padded(i)} {k${padded(i)}: 1}`)}\ny:\n  <<: [${many(n, (i) => `*x${padded(i)}`)}]`,
  comments: (n) => `${lines(n, () => '# c')}\na: 1`,
  'lines of a block': (n) => `a: |\n${lines(n, () => '  {"x": 1}')}`,
  'folded lines': (n) => `a: >\n${lines(n, () => '  b')}`,
  'quoted lines': (n) => `a: "x\n${lines(n, () => '  y')}"`,
  escapes: (n) => `a: "${'\\u0041'.repeat(n)}"`,
  tags: (n) => lines(n, (i) => `- !!str v${padded(i)}`),
  'names that occur twice': (n) => `${lines(n, (i) => `k${padded(i)}: 1`)}\nk000000: 2`,
  mistakes: (n) => lines(n, (i) => `k${padded(i)}: "\\q"`),
};

const file = (text: string) => ({ name: 'x.eb-test.yaml', text });
const SUITE = 'pattern: {source: [a]}\nbase: {source: a}\ntests:\n';
const suites: Record<string, (size: number) => string> = {
  'unknown members': (n) => lines(n, (i) => `k${padded(i)}: 1`),
  'members of a wrong type': (n) => `${SUITE}${lines(n, (i) => `  - {name: t${padded(i)}, match: 1}`)}`,
  'misspelt members': (n) => `${SUITE}${lines(n, (i) => `  - {name: t${padded(i)}, mach: true}`)}`,
  'unknown codes': (n) => `pattern: {}\ninvalid: [${many(n, (i) => `c${padded(i)}`)}]`,
  pointers: (n) => `${SUITE}  - {name: t, match: true, remove: [${many(n, (i) => `/k${padded(i)}`)}]}`,
  rows: (n) => `${SUITE}  - name: t <a>\n    match: true\n    each:\n${lines(n, (i) => `      - {a: v${padded(i)}}`)}`,
  'values of a row': (n) =>
    `${SUITE}  - name: t\n    match: true\n    with: {data: [${many(n, (i) => `<p${padded(i)}>`)}]}\n    each:\n      - {${many(n, (i) => `p${padded(i)}: 1`)}}`,
  'values that nothing uses': (n) =>
    `${SUITE}  - name: t\n    match: true\n    each:\n      - {${many(2 * SIZE + n, (i) => `p${padded(i)}: 1`)}}`,
};

const patterns: Record<string, (size: number) => string> = {
  'fields that hold no list': (n) => json({ data: Object.fromEntries(many(n, (i) => [`k${padded(i)}`, 'a'])) }),
  'unknown keys': (n) => json(Object.fromEntries(many(n, (i) => [`q${padded(i)}`, ['a']]))),
  'unknown operators': (n) => json({ source: many(n, (i) => ({ prefx: `a${padded(i)}` })) }),
  'conditions of another language': (n) => json({ source: many(n, (i) => ({ wildcard: `a${padded(i)}*` })) }),
  'numbers in other words': (n) => `{"data":{"n":[${many(n, (i) => `${1000 + i}.0`)}]}}`,
  copies: (n) => json({ source: many(n, () => 'a') }),
  'names that occur twice': (n) => `{"data":{${many(n, () => '"k":["a"]')}}}`,
  'blocks with host bits': (n) => json({ data: { ip: many(n, (i) => ({ cidr: `10.0.${i % 256}.1/24` })) } }),
};

const explained = (n: number, data: object): readonly string[] => {
  const pattern = json({ data: Object.fromEntries(many(n, (i) => [`f${padded(i)}`, ['x']])) });
  return renderExplanation(compilePattern(pattern).explain(data), { width: 80, paint: (_, text) => text });
};

const none = { errors: 0, warnings: 0, infos: 0 };
const broken = '{"source":"a"}';
const report = (n: number): RunReport => ({
  command: 'check',
  quiet: false,
  dialect: 'aliyun',
  patterns: many(n, (i) => ({
    name: `p${padded(i)}`,
    file: 'rules.json',
    address: `p${padded(i)}`,
    text: `${' '.repeat(20 * n)}${broken}`,
    valid: false,
    dialect: 'aliyun',
    ...parsePattern(broken),
  })),
  skipped: [],
  passed: [],
  listSkipped: false,
  suites: [],
  problems: [],
  unanswered: 0,
  notes: [],
  settled: {
    counts: { ...none, errors: n, known: 0, allowed: 0, omitted: none } as never,
    reasons: [],
    notes: [],
    gone: [],
  },
  failOn: 'error',
});

function coverage(fields: number, conditions: number, events: number): unknown {
  const text = json({
    data: Object.fromEntries(many(fields, (i) => [`f${padded(i)}`, many(conditions, (k) => `v${k}`)])),
  });
  const shown = many(events, (i) => ({ event: json({ data: { f000000: `v${i}` } }), match: false, test: `t${i}` }));
  const source = { file: 'x.json', within: text, text, place: (offset: number) => offset };
  const { pattern } = compilePattern(text);
  return measure({ name: 'x', pattern, source, bySuite: [{ source, suite: 's', shown, names: [] }] });
}

const cases: readonly Case[] = [
  ...Object.entries(formats).map(
    ([name, { load }]): Case => [
      `findings as ${name}`,
      async (n) => (await load())(report(n), { color: true, width: 80 }),
    ],
  ),
  ['coverage: fields', (n) => coverage(n, 2, 5)],
  ['coverage: conditions', (n) => coverage(1, n, 5)],
  ['coverage: events', (n) => coverage(5, 2, n)],
  ...Object.entries(yaml).map(
    ([name, of]): Case => [`YAML: ${name}`, (n) => answered(() => readYaml(file(of(n)), { what: 'the file' }))],
  ),
  ['YAML: documents', (n) => readYamlDocuments(file(lines(n, () => '---\na: 1')), { what: 'the file' })],
  ...Object.entries(suites).map(
    ([name, of]): Case => [`suite: ${name}`, (n) => answered(() => readSuite(readDocument(file(of(n)), 'suite')))],
  ),
  // More findings than are kept, and more text than the proof of fixes reads again.
  ...Object.entries(patterns).map(
    ([name, of]): Case => [
      `check: ${name}`,
      (n) => {
        const text = of(5 * n);
        for (const diagnostic of parsePattern(text).diagnostics) formatDiagnostic(diagnostic, text);
      },
    ],
  ),
  ['explanation: fields below an object that is missing', (n) => explained(n, { source: 'a' })],
  ['explanation: fields that are missing', (n) => explained(n, { data: { g: 1 } })],
  [
    'explanation: fields that fail',
    (n) => explained(n, { data: Object.fromEntries(many(n, (i) => [`f${padded(i)}`, 'y'])) }),
  ],
  [
    'baseline: entries and findings',
    async (n) => {
      const at = (i: number) => ({ file: `f${padded(i)}`, code: 'number-text', pointer: '/a' });
      const text = json({ version: 1, findings: many(n, (i) => ({ ...at(i), count: 1 })) });
      const sources = { file: async (name: string) => ({ name, text }) } as never;
      const known = new Known('b.json', '/', await readBaseline('b.json', '/', sources));
      const { diagnostics } = parsePattern('{"data":{"n":[1.0]}}');
      for (let i = 0; i < n; i++) {
        const findings = { file: `/f${padded(i)}`, text: '', diagnostics, omitted: none };
        known.look(findings);
        for (const diagnostic of diagnostics) known.knows(findings, diagnostic);
      }
      return known.gone(new Set());
    },
  ],
];

it.each(cases)('%s', async (_, run) => {
  // The first run loads and compiles code, which is not counted.
  await run(1);
  const works = [() => run(SIZE), () => run(2 * SIZE)];
  const [once, twice] = (await countEach(works, { iterations: true })) as [number, number];
  expect(once).toBeGreaterThan(SIZE);
  expect(twice / once, `${once} steps, then ${twice}`).toBeLessThan(MOST_GROWTH);
});

it('no schema of a list with unique items lacks their type, for which Ajv would compare each with each', () => {
  const untyped: object[] = [];
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('uniqueItems' in schema && !('type' in ((schema as { items?: object }).items ?? {}))) untyped.push(schema);
    for (const inner of Object.values(schema)) look(inner);
  };
  for (const schema of [suiteSchema, expandedSchema, configSchema(() => undefined)]) look(schema);
  expect(untyped).toEqual([]);
});
