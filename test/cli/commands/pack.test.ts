import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';

const files = {
  'p/oss/images.json': '{"source": ["acs.oss"],\n "subject": [{"suffix": ".jpg"}]}',
  'p/oss/any.jsonc': '{"source": ["acs.oss"]} // all of them',
  'p/ecs.yaml': 'source: [acs.ecs]\ndata: {n: [1.50]}',
  'p/odd "name é.json': '{"type": ["a\\u2028\\n\\"b\\ud800"]}',
  'p/all.tf.json': '{"resource":{"alicloud_event_bridge_rule":{"a":{"filter_pattern":"{\\"source\\":[\\"x\\"]}"}}}}',
  'p/notes.json': '{"a": 1}',
  'e.ndjson':
    '{"source":"acs.oss","subject":"a.jpg"}\n{"source":"acs.ecs","data":{"n":1.50}}\n{"type":"a\\u2028\\n\\"b\\ud800"}\n{"source":"x"}\n{}\n',
};

/** A path in one dialect only. */
const DOTS = '{"source": ["s"], "data": {"a.b": ["x"]}}';

async function packed(extra: Readonly<Record<string, string>> = {}, flags: readonly string[] = []) {
  const cwd = folderWith({ ...files, ...extra });
  const outcome = await run(['pack', 'p', '-o', 'set.json', ...flags], { cwd });
  return { cwd, outcome, text: outcome.code === 0 ? readFileSync(join(cwd, 'set.json'), 'utf8') : '' };
}

describe('a packed set', () => {
  it('is JSON with a pattern on each line, and the same bytes for the same patterns', async () => {
    const { text, outcome } = await packed();
    expect(outcome.out).toBe(`set.json: 5 patterns, ${Buffer.byteLength(text)} bytes\n`);
    expect(outcome.err).toContain('1 file passed over');
    const { 'eb-pattern-set': header, patterns } = JSON.parse(text);
    expect(header).toMatchObject({ format: 1, dialect: 'aliyun', extensions: [], count: 5 });
    expect(header.by).toMatch(/^eb-pattern \d/);
    expect(Object.keys(patterns)).toEqual([
      'all.tf#alicloud_event_bridge_rule.a',
      'ecs',
      'odd "name é',
      'oss/any',
      'oss/images',
    ]);
    expect(text).toContain('\n"ecs": {"source":["acs.ecs"],"data":{"n":[1.50]}},\n');
    expect((await packed()).text).toBe(text);
    const withoutHash = text.replace(/"sha256":"[0-9a-f]*"/, '"sha256":""');
    expect(header.sha256).toBe(createHash('sha256').update(withoutHash).digest('hex'));
  });

  const state = [
    ['unchanged', (text: string) => text],
    ['edited', (text: string) => text.replace('"acs.ecs"', '"acs.ecs" ')],
    ['written by another program', (text: string) => JSON.stringify(JSON.parse(text), null, 2).replace('1.5', '1.50')],
    ['made by another version', (text: string) => text.replace(/"by":"[^"]*"/, '"by":"eb-pattern 0.0.1"')],
  ] as const;

  test.each(state)('%s, stands for its folder', async (_, edit) => {
    const { cwd, text } = await packed();
    writeFileSync(join(cwd, 'set.json'), edit(text));
    for (const argv of [
      ['filter', 'SET', 'e.ndjson', '--ids'],
      ['filter', 'SET', 'e.ndjson', '--ids', '--jobs', '2'],
      ['route', 'SET', 'e.ndjson', '--summary', '--format', 'json'],
      ['match', 'SET', '{"source":"x"}'],
      ['overlap', 'SET'],
    ]) {
      const [folder, set] = await Promise.all(
        ['p', 'set.json'].map((name) =>
          run(
            argv.map((one) => (one === 'SET' ? name : one)),
            { cwd },
          ),
        ),
      );
      expect({ out: set?.out, code: set?.code }).toEqual({ out: folder?.out, code: folder?.code });
    }
    const { out } = await run(['diff', 'p', 'set.json'], { cwd });
    expect(out).toContain('5 equal in meaning');
    expect((await run(['filter', 'set.json#oss/any', 'e.ndjson', '--count'], { cwd })).out).toBe('1\n');
    expect((await run(['filter', 'set.json#oss/any', 'e.ndjson', '--ids'], { cwd })).out).toContain(
      '{"ids":["oss/any"],',
    );
    expect((await run(['check', 'set.json'], { cwd })).out).toContain('✓ set.json#ecs: valid');
  });

  it('that was edited is checked again, with places in the file', async () => {
    const { cwd, text } = await packed();
    writeFileSync(join(cwd, 'set.json'), text.replace('"suffix"', '"sufix"'));
    const { code, out, err } = await run(['filter', 'set.json', 'e.ndjson'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('there is no operator `sufix`');
    expect(err).toMatch(/--> set\.json:8:\d+/);
  });

  it('that was forged with a hash is refused, not believed', async () => {
    const { cwd, text } = await packed();
    const forged = text.replace('"suffix"', '"sufix"').replace(/"sha256":"[0-9a-f]*"/, '"sha256":""');
    const hash = createHash('sha256').update(forged).digest('hex');
    writeFileSync(join(cwd, 'set.json'), forged.replace('"sha256":""', `"sha256":"${hash}"`));
    const { code, out, err } = await run(['filter', 'set.json', 'e.ndjson'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('eb-pattern: the pattern `oss/images` is not valid: there is no operator `sufix`\n');
  });

  it('keeps the dialect and the extensions', async () => {
    const { cwd, text } = await packed({ 'p/ext.pattern.json': '{"tenant": ["a"]}', 'p/dots.json': DOTS }, [
      '--dialect',
      'rocketmq',
      '--extension',
      'tenant',
    ]);
    expect(JSON.parse(text)['eb-pattern-set']).toMatchObject({ dialect: 'rocketmq', extensions: ['tenant'] });
    const world = { cwd, stdin: '{"source":"s","data":{"a":{"b":"x"}}}\n{"tenant":"a","source":"b"}\n' };
    const { out } = await run(['filter', 'set.json', '--ids'], world);
    expect(out).toBe(
      (await run(['filter', 'p', '--ids', '--dialect', 'rocketmq', '--extension', 'tenant'], world)).out,
    );
    expect(out).not.toBe((await run(['filter', 'p', '--ids', '--extension', 'tenant'], world)).out);
    const other = await run(['filter', 'set.json', '--dialect', 'aliyun'], world);
    expect(other.code).toBe(2);
    expect(other.err).toBe('eb-pattern: set.json: its patterns were packed for the dialect `rocketmq`, not `aliyun`\n');
    expect((await run(['check', 'set.json'], world)).code).toBe(0);
    expect((await run(['check', 'set.json', '--dialect', 'aliyun'], world)).code).toBe(2);
  });

  it('of the dialect aws is filtered, routed, backtested and covered by tests', async () => {
    const old =
      '{"source":["aws.s3"],"$or":[{"detail":{"size":[{"numeric":[">",5]}]}},{"detail-type":[{"wildcard":"Object *"}]}]}';
    const cwd = folderWith({
      'old/a.json': old,
      'old/b.json': '{"detail":{"list":{"x":["v"]}}}',
      'new/a.json': old.replace('5', '6'),
      'new/b.json': '{"detail":{"list":{"x":["v"]}}}',
      'e.ndjson':
        '{"source":"aws.s3","detail":{"size":6}}\n{"source":"aws.s3","detail-type":"Object Created","detail":{"list":[{"x":"v"}]}}\n{"source":"x"}\n',
      's.eb-test.yaml':
        'pattern: old.json#a\ntests:\n  - {name: large, event: {source: aws.s3, detail: {size: 6}}, match: true}\n  - {name: other, event: {source: x}, match: false}\n',
    });
    for (const side of ['old', 'new']) await run(['pack', side, '-o', `${side}.json`, '--dialect', 'aws'], { cwd });
    const ids = '["a"]\n["a","b"]\n[]\n';
    expect((await run(['filter', 'old.json', 'e.ndjson', '--each', '--ids'], { cwd })).out).toBe(ids);
    const stdin = '1\n{"source":"aws.s3","detail":{"size":6}}\n1\n{"source":"x"}\n';
    expect((await run(['filter', 'old.json', '--each', '--chunk-header'], { cwd, stdin })).out).toBe('true\nfalse\n');
    const { patterns } = JSON.parse(
      (await run(['route', 'old.json', 'e.ndjson', '--summary', '--format', 'json'], { cwd })).out,
    );
    expect(patterns).toEqual([
      { id: 'a', events: 2 },
      { id: 'b', events: 1 },
    ]);
    const tested = JSON.parse(
      (await run(['backtest', 'old.json', 'new.json', 'e.ndjson', '--format', 'json'], { cwd })).out,
    );
    expect(tested).toMatchObject({ dialect: 'aws', changed: 1, counts: { narrower: 1, equal: 1 } });
    const covered = await run(['test', 's.eb-test.yaml', '--coverage-of', 'old.json'], { cwd });
    expect(covered).toMatchObject({ code: 0, err: '' });
    expect(covered.out).toMatch(/old\.json#a +5\/6 +5\/6 +83\.3 %\nold\.json#b +0\/2 +0\/2 +0 %/);
  });

  it('can be packed again, with others', async () => {
    const { cwd } = await packed({ 'more.json': '{"source":["b"]}' });
    await run(['pack', 'set.json', 'more.json', '-o', 'both.json'], { cwd });
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, 'both.json'), 'utf8')).patterns)).toHaveLength(6);
  });
});

describe('nothing is written', () => {
  test.each([
    [
      'for a broken pattern, but all findings',
      { 'p/bad.json': '{"source": [{"prefx": "a"}]}', 'p/worse.json': '{"source": 1}' },
      ['p', '-o', 'set.json'],
      ['`prefx`', '`source`'],
    ],
    [
      'for a pattern that is known later',
      { 'p/later.tf': 'resource "alicloud_event_bridge_rule" "a" {\n  filter_pattern = var.x\n}' },
      ['p', '-o', 'set.json'],
      ['is left out'],
    ],
    ['for a missing pattern', {}, ['p', 'nope', '-o', 'set.json'], ['there is no file `nope`']],
    ['over a pattern', {}, ['p/ecs.yaml', '-o', 'p/ecs.yaml'], ['`p/ecs.yaml` is one of the patterns']],
    ['into the folder', {}, ['p', '-o', 'p/set.json'], ['`p/set.json` is in the folder `p`']],
    ['without a name', {}, ['p'], ['--output']],
    ['for two patterns of one id', { 'p/ecs.json': '{}' }, ['p', '-o', 'set.json'], ['have the same id `ecs`']],
  ])('%s', async (_, extra, args, messages) => {
    const cwd = folderWith({ ...files, ...extra });
    const before = readFileSync(join(cwd, 'p/ecs.yaml'), 'utf8');
    const { code, out, err } = await run(['pack', ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const message of messages) expect(err).toContain(message);
    expect([existsSync(join(cwd, 'set.json')), existsSync(join(cwd, 'p/set.json'))]).toEqual([false, false]);
    expect(readFileSync(join(cwd, 'p/ecs.yaml'), 'utf8')).toBe(before);
  });
});

it('answers in JSON, or writes to standard output', async () => {
  const cwd = folderWith(files);
  const { out } = await run(['pack', 'p', '-o', 'set.json', '--format', 'json'], { cwd });
  const text = readFileSync(join(cwd, 'set.json'), 'utf8');
  expect(JSON.parse(out)).toMatchObject({
    command: 'pack',
    file: 'set.json',
    patterns: 5,
    bytes: Buffer.byteLength(text),
    dialect: 'aliyun',
  });
  expect((await run(['pack', 'p', '-o', '-'], { cwd })).out).toBe(text);
});
