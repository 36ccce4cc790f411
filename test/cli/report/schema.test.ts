/** Every document of `--format json` is valid by its schema, which refuses one more or one fewer member. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';
import { CHECK, checkFolder, TEST, testFolder } from './rich.ts';

/** A plan with two patterns, one of which changes, and others that are added, removed or computed later. */
const plan = (suffix: string, ...more: readonly object[]): string =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      change('a', { after: { filter_pattern: `{"source":["${suffix}"]}` }, after_unknown: {} }),
      change('b', { after: { filter_pattern: '{"type":["b"]}' }, after_unknown: {} }),
      ...more,
    ],
  });
const change = (name: string, what: object): object => ({
  address: `alicloud_event_bridge_rule.${name}`,
  type: 'alicloud_event_bridge_rule',
  change: { actions: ['create'], ...what },
});

const files = {
  'old-plan.json': plan('a', change('old', { after: { filter_pattern: '{}' }, after_unknown: {} })),
  'new-plan.json': plan('b', change('later', { after: {}, after_unknown: { filter_pattern: true } })),
  'never.json': '{"source":["a"],"data":{"n":[{"numeric":[">",5,"<",3]}]}}',
  'p.json': '{"source":["a"],"data":{"n":[300.0],"x":[{"exists":false}],"deep":{"y":["b"]}}}',
  'bad.json': '{"source":"a"}',
  'text.json': 'nothing',
  'e.json': '{"source":"a","data":{"n":300.0,"deep":{"y":["b",{}]}}}',
  'other.json': '{"source":"b","Data":{}}',
  'e.ndjson': '{"source":"a"}\n{"source":"b"}\n',
  'patterns/a.json': '{"source":["a"]}',
  'others/a.json': '{"source":["a","b"]}',
  'others/b.json': '{"source":"b"}',
  's.eb-test.yaml':
    'pattern: ./p.json\ntests:\n  - {name: a, event: ./e.json, match: true}\n  - {name: b, event: ./other.json, match: true}\n',
  'r.eb-test.yaml': 'pattern: \'{"source": 1}\'\ninvalid: [empty-text]\n',
  'base.json':
    '{"version":1,"findings":[{"file":"p.json","pointer":"/data/n/0","code":"number-text","count":2},{"file":"gone.json","count":1}]}',
};

const OPTIONAL = [
  'fixable',
  'nearest',
  'nearestPatterns',
  'difference',
  'lost',
  'gained',
  'reason',
  'never',
  'dialects',
];

const ajv = new Ajv2020({ strict: false, allErrors: true });

async function validator() {
  const { code, out } = await run(['schema', 'report']);
  expect(code).toBe(0);
  return ajv.compile(JSON.parse(out));
}
const validate = await validator();

const cases: readonly (readonly string[])[] = [
  ['check', 'p.json'],
  ['check', 'p.json', 'bad.json', 'text.json', 'nope.json'],
  ['check', 'p.json', '--baseline', 'base.json'],
  ['check', 'nope.json'],
  ['check', 'p.json', '--baseline', 'nope.json'],
  ['test', '.'],
  ['test', 's.eb-test.yaml', '--baseline', 'base.json', '--dialect', 'rocketmq'],
  ['test', 'nowhere'],
  ['match', 'p.json', 'e.json', 'other.json', 'nope.json'],
  ['match', 'bad.json', 'e.json'],
  ['explain', 'p.json', 'e.json'],
  ['explain', 'p.json', 'other.json'],
  ['explain', 'p.json', 'e.json', '--dialect', 'rocketmq'],
  ['explain', 'p.json'],
  ['explain', 'p.json', '--dialect', 'rocketmq'],
  ['explain', 'nope.json', 'e.json'],
  ['explain', 'patterns', 'other.json'],
  ['explain', 'p.json', 'e.ndjson', '--ndjson'],
  ['explain', 'patterns', 'e.ndjson', '--ndjson'],
  ['route', 'patterns', 'e.json', 'e.ndjson'],
  ['route', 'patterns', 'e.ndjson', '--summary'],
  ['route', 'bad.json', 'e.json'],
  ['diff', 'p.json', 'patterns/a.json', '--no-wider', '--no-narrower'],
  ['diff', 'p.json', 'never.json'],
  ['diff', 'p.json', 'bad.json'],
  ['diff', 'old-plan.json', 'new-plan.json', '--no-change'],
  ['diff', 'patterns', 'others', '--no-change'],
  ['diff', 'others', 'patterns'],
  ['diff', 'old-plan.json'],
  ['overlap', 'p.json', 'patterns/a.json', '--allow', 'p,none'],
  ['overlap', 'p.json', 'patterns', '--allow', 'p,a'],
  ['overlap', 'nope.json'],
  ['code'],
  ['code', 'number-text'],
  ['code', 'nope'],
  ['check', '--print-config'],
  ['test', '--print-config', '--bail=2'],
  ['stream', 'plan', '--print-config', '--region', 'x'],
];

const folder = folderWith(files);

test.each(cases.map((argv) => [argv]))('%j prints a document of the schema', async (argv) => {
  const { out } = await run([...argv, '--format', 'json'], { cwd: folder });
  const document = JSON.parse(out);
  expect(validate(document) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...document, more: 1 })).toBe(false);
  for (const name of Object.keys(document).filter((member) => !OPTIONAL.includes(member))) {
    const { [name]: _, ...less } = document;
    expect(validate(less), name).toBe(false);
  }
});

it('the schema covers the rich reports', async () => {
  for (const [argv, cwd] of [
    [CHECK, checkFolder()],
    [TEST, testFolder()],
  ] as const) {
    const document = JSON.parse((await run([...argv, '--format', 'json'], { cwd })).out);
    expect(validate(document) ? [] : validate.errors).toEqual([]);
  }
});

it('the report lists the baseline entries that are gone, also of deleted files', async () => {
  const { out } = await run(['check', 'p.json', '--baseline', 'base.json', '--format', 'json'], { cwd: folder });
  expect(JSON.parse(out).gone).toEqual([
    { file: 'p.json', pointer: '/data/n/0', code: 'number-text', count: 1 },
    { file: 'gone.json', count: 1 },
  ]);
});
