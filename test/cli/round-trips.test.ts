/** What a command writes, the next one takes: each output that is a file format of ours is given to each command that reads it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, run } from './run-main.ts';

const FILES = {
  'p/a.json': '{"source":["acs.oss"],"data":{"size":[{"numeric":[">",0]}]}}',
  'p/b.yaml': 'source: [acs.oss, acs.ecs]\n',
  'q/a.json': '{"source":["acs.oss"]}',
  'bad.json': '{"source":"acs.oss"}',
  'two.json': '{"a":{"FilterPattern":"{}"},"b":{"FilterPattern":"{\\"source\\":[\\"a\\"]}"}}',
  'event.json': '{"source":"acs.oss","type":"t","data":{"size":1}}',
  'bare.eb-test.yaml': 'pattern: p/a.json\ntests:\n  - name: one\n    event: {source: acs.oss, data: {size: 1}}\n',
};

let cwd = '';
const eb = (...argv: string[]) => run(argv, { cwd });
const kept = async (file: string, ...argv: string[]) => {
  const outcome = await eb(...argv);
  writeFileSync(join(cwd, file), outcome.out);
  return outcome;
};

beforeAll(() => {
  cwd = folderWith(FILES);
});

describe('a suite', () => {
  test.each([
    ['of a file', 'p/a.json', 'p/made.eb-test.yaml'],
    ['of YAML', 'p/b.yaml', 'p/made.eb-test.yaml'],
    ['of a document', 'two.json#/b/FilterPattern', 'made.eb-test.yaml'],
  ])('that `sample` writes %s is run by `test`, and finished by `--mutate --write`', async (_, pattern, suite) => {
    await kept(suite, 'sample', pattern, '--as-suite', '-n', '1');
    expect(await eb('test', suite)).toMatchObject({ code: 0, err: '' });
    expect((await eb('test', suite, '--mutate', '--write')).code).toBe(0);
    const after = JSON.parse((await eb('test', suite, '--mutate', '--format', 'json')).out);
    expect(after).toMatchObject({ failed: 0, mutation: { survived: 0 } });
  });

  test('that `test --update` has finished is run', async () => {
    expect((await eb('test', 'bare.eb-test.yaml')).code).toBe(2);
    expect((await eb('test', 'bare.eb-test.yaml', '--update')).code).toBe(0);
    expect(await eb('test', 'bare.eb-test.yaml')).toMatchObject({ code: 0, err: '' });
  });
});

test('events that `sample` writes are read by `match`, `filter` and `route`', async () => {
  await kept('one.json', 'sample', 'p/a.json', '-n', '1');
  const many = await kept('many.ndjson', 'sample', 'p/a.json', '-n', '20');
  expect((await eb('match', 'p/a.json', 'one.json')).code).toBe(0);
  expect((await eb('explain', 'p/a.json', 'one.json')).code).toBe(0);
  expect((await eb('filter', 'p/a.json', 'many.ndjson')).out).toBe(many.out);
  expect((await eb('route', 'p', 'many.ndjson')).code).toBe(0);
  await kept('lines.ndjson', 'filter', 'p/a.json', 'many.ndjson');
  expect((await eb('filter', 'p/b.yaml', 'lines.ndjson')).out).toBe(many.out);
});

test('a baseline that `check` writes is known to the next `check`', async () => {
  expect((await eb('check', 'bad.json')).code).toBe(1);
  await eb('check', 'bad.json', '--write-baseline', 'baseline.json');
  expect(existsSync(join(cwd, 'baseline.json'))).toBe(true);
  expect((await eb('check', 'bad.json', '--baseline', 'baseline.json')).code).toBe(0);
});

test('what `init` writes is checked and tested', async () => {
  const folder = folderWith({});
  const init = await run(['init', '.'], { cwd: folder });
  expect(init.code).toBe(0);
  expect((await run(['check', '.'], { cwd: folder })).code).toBe(0);
  expect((await run(['test', '.'], { cwd: folder })).code).toBe(0);
  expect((await run(['test', '.', '--coverage', '--mutate'], { cwd: folder })).code).toBe(0);
});

describe('a document of `--format json`', () => {
  const commands = [
    ['check', 'p', 'bad.json'],
    ['test', 'bare.eb-test.yaml', '--coverage', '--mutate'],
    ['match', 'p/a.json', 'event.json'],
    ['explain', 'p/a.json', 'event.json'],
    ['route', 'p', 'event.json'],
    ['diff', 'p', 'q'],
    ['diff', 'p/a.json', 'q/a.json'],
    ['overlap', 'p'],
  ];
  test.each(commands.map((argv) => [argv]))('of %j is one of `schema report`', async (argv) => {
    const schema = JSON.parse((await eb('schema', 'report')).out);
    const valid = new Ajv2020({ strict: false }).compile(schema);
    const { out } = await eb(...argv, '--format', 'json');
    expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
  });
});

test.each(['pattern', 'suite', 'config', 'report'])('`schema %s` is a JSON Schema', async (what) => {
  const { code, out } = await eb('schema', what);
  expect(code).toBe(0);
  const ajv = new Ajv2020({ strict: false });
  const schema = JSON.parse(out);
  expect([ajv.validateSchema(schema), ajv.errors ?? null]).toEqual([true, null]);
});
