import { describe, expect, test } from 'vitest';
import { run } from '../run-main.ts';

const GOOD = '{"source":["acs.oss"]}';

/** File name, text, and the kind that is detected. */
const files: readonly (readonly [string, string, string, 'pattern' | 'event' | 'other'])[] = [
  ['a value without its list', 'paid.json', '{"source":["shop.orders"],"data":{"state":"paid"}}', 'pattern'],
  ['one attribute without its list', 'one.json', '{"source":"acs.oss"}', 'pattern'],
  ['data without lists', 'data.json', '{"data":{"state":"paid"}}', 'pattern'],
  ['a misspelt attribute', 'typo.json', '{"sorce":["acs.oss"]}', 'pattern'],
  ['a misspelt attribute without its list', 'both.json', '{"subjct":"a"}', 'pattern'],
  ['an attribute in another case', 'case.json', '{"Source":["acs.oss"]}', 'pattern'],
  ['`$or` of Amazon', 'or.json', '{"$or":[{"source":["a"]},{"source":["b"]}]}', 'pattern'],
  ['`detail` of Amazon', 'detail.json', '{"detail":{"state":["a"]}}', 'pattern'],
  ['`detail-type` of Amazon', 'type.yaml', 'detail-type: [a]\n', 'pattern'],
  ['`detail` of lists beside a plain value', 'plain.json', '{"source":"aws.s3","detail":{"a":["x"]}}', 'pattern'],
  ['a name with a dot', 'dotted.json', '{"data.state":["paid"]}', 'pattern'],
  ['a JSONPath as a name', 'path.json', '{"$.data.state":["paid"]}', 'pattern'],
  ['an invalid operator', 'operator.json', '{"type":"a","data":{"n":[{"prefx":"a"}]}}', 'pattern'],
  ['an attribute with an object', 'object.json', '{"source":{"prefix":"a"},"type":"b"}', 'pattern'],
  ['broken JSON', 'broken.json', '{"source":["a",]}', 'pattern'],
  ['broken JSON with a plain value', 'cut.json', '{"source":"a", "type"', 'pattern'],
  ['an empty pattern', 'all.json', '{}', 'pattern'],
  ['YAML with a value without its list', 'paid.yaml', 'source: [shop]\ndata:\n  state: paid\n', 'pattern'],
  ['a name that says so', 'x.pattern.json', '{"source":"a","type":"b"}', 'pattern'],
  ['an event', 'order-event.json', '{"source":"shop","data":{"state":"paid"}}', 'event'],
  ['an event without data', 'bare.json', '{"source":"shop","type":"order"}', 'event'],
  ['an event with lists in its data', 'tags.json', '{"source":"a","type":"b","data":{"tags":["x"],"n":1}}', 'event'],
  [
    'a whole event of lists alone',
    'lists.json',
    '{"specversion":"1.0","id":"1","source":"a","type":"b","data":{"tags":["x"]}}',
    'event',
  ],
  ['an event in YAML', 'event.yaml', 'source: a\ntype: b\ndata: {n: 1}\n', 'event'],
  [
    'an event of Amazon',
    'amazon.json',
    '{"version":"0","id":"1","detail-type":"x","source":"aws.s3","resources":[],"detail":{"tags":["x"],"n":1}}',
    'event',
  ],
  ['a file of Docker Compose', 'compose.yaml', 'version: "3"\nservices: {a: {image: b}}\n', 'other'],
  ['a kustomization', 'kustomization.yaml', 'resources:\n  - a.yaml\n', 'other'],
  ['a configuration with an account', 'env.json', '{"account":"123","region":"eu-west-1"}', 'other'],
  ['package.json', 'package.json', '{"name":"x","type":"module","files":["dist"]}', 'other'],
  ['a schema', 'schema.json', '{"$schema":"https://json-schema.org/draft-07/schema","type":"object"}', 'other'],
  ['a manifest', 'map.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n', 'other'],
  ['a list', 'list.json', '[{"source":["a"]}]', 'other'],
  ['a text', 'text.json', '"source"', 'other'],
  ['other JSON', 'other.json', '{"compilerOptions":{},"include":["src"]}', 'other'],
  ['other YAML', 'other.yaml', 'name: x\non: [push]\njobs: {}\n', 'other'],
  ['an empty file', 'empty.json', '', 'other'],
];

interface Report {
  readonly exitCode: number;
  readonly patterns: readonly { readonly file: string; readonly findings: readonly { readonly code: string }[] }[];
  readonly skipped: readonly { readonly file: string; readonly kind?: string; readonly message: string }[];
}

async function checked(names: readonly string[], all: Readonly<Record<string, string>>): Promise<Report> {
  return JSON.parse((await run(['check', ...names, '--format', 'json'], { files: all })).out);
}

/** `{}` has this note only in a folder, where it may be an accident. The verdict is the same. */
const NOTE = 'matches-everything';

const without = (file: string): string => file.replace(/^p\//, '');

describe('a folder gets the results of its files', () => {
  test.each(files.map(([what, name, text, kind]) => ({ what, name, text, kind })))(
    '$what',
    async ({ name, text, kind }) => {
      const all = { 'p/good.json': GOOD, [`p/${name}`]: text };
      const folder = await checked(['p'], all);
      const named = await checked(['p/good.json', `p/${name}`], all);
      const bare = ({ exitCode, patterns, skipped }: Report) => ({
        exitCode,
        patterns: [...patterns]
          .sort((a, b) => (a.file < b.file ? -1 : 1))
          .map((one) => ({ ...one, findings: one.findings.filter(({ code }) => code !== NOTE) })),
        skipped,
      });
      expect(bare(named)).toEqual(bare(folder));
      expect(folder.patterns.map(({ file }) => without(file)).includes(name)).toBe(kind === 'pattern');
      expect(folder.skipped.map(({ file }) => without(file))).toEqual(kind === 'pattern' ? [] : [name]);
      if (kind === 'event') expect(folder.skipped[0]?.kind).toBe('event');
      if (kind === 'other') expect(folder.skipped[0]?.kind).not.toBe('event');
    },
  );

  test('a broken pattern in a folder has the findings that it has when it is named', async () => {
    for (const [, name, text, kind] of files) {
      if (kind !== 'pattern') continue;
      const alone = await checked([`p/${name}`], { [`p/${name}`]: text });
      const folder = await checked(['p'], { 'p/good.json': GOOD, [`p/${name}`]: text });
      const codes = (report: Report) =>
        report.patterns
          .find(({ file }) => without(file) === name)
          ?.findings.map(({ code }) => code)
          .filter((code) => code !== NOTE);
      expect({ name, codes: codes(folder) }).toEqual({ name, codes: codes(alone) });
    }
  });
});

describe('files that are passed over', () => {
  const all = {
    'p/good.json': GOOD,
    'p/event.json': '{"source":"shop","data":{"state":"paid"}}',
    'p/tsconfig.json': '{"include":["src"]}',
  };

  test('are counted, and events are named', async () => {
    const { code, out } = await run(['check', 'p'], { files: all, columns: 200 });
    expect(code).toBe(0);
    expect(out).toContain('- p/event.json: passed over: it looks like an event');
    expect(out).not.toContain('tsconfig');
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 pattern valid; 2 files passed over (--list-skipped)');
  });

  test('are named with --list-skipped', async () => {
    const { out } = await run(['check', 'p', '--list-skipped'], { files: all, columns: 200 });
    expect(out).toContain('- p/tsconfig.json: passed over: no member at its top is one that patterns have');
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 pattern valid; 2 files passed over');
  });

  test.each(['--no-skip', '--fail-on-skipped'])('fail a run with %s', async (flag) => {
    const { code, out } = await run(['check', 'p', flag], { files: all });
    expect(code).toBe(1);
    expect(out).toContain(`fails: 2 files passed over (${flag})`);
    expect((await run(['check', 'p/good.json', flag], { files: all })).code).toBe(0);
  });

  test.each([
    ['route', ['route', 'p', 'p/event.json']],
    ['filter', ['filter', 'p', 'p/event.json']],
    ['overlap', ['overlap', 'p']],
  ])('are reported by %s, which refuses them with --no-skip', async (_, argv) => {
    const told = await run(argv, { files: all, columns: 200 });
    expect(told.code).toBeLessThan(2);
    expect(told.err).toContain('- p/event.json: passed over: it looks like an event');
    expect(told.err).toContain('1 file passed over (--list-skipped)');
    const refused = await run([...argv, '--no-skip'], { files: all, columns: 200 });
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('p/tsconfig.json: passed over');
  });

  test.each(['route', 'filter'])('%s is ended by a broken pattern', async (command) => {
    const { code, err } = await run([command, 'p', 'e.json'], {
      files: { ...all, 'e.json': '{"source":"a"}', 'p/bad.json': '{"source":["a"],"data":{"state":"paid"}}' },
    });
    expect(code).toBe(2);
    expect(err).toContain('p/bad.json: the pattern is not valid (1 error)');
    expect(err).toContain('error[field-not-array]');
  });

  test('are reported by the coverage of a folder', async () => {
    const suite = 'pattern: p/good.json\ntests: [{name: a, event: {source: acs.oss}, match: true}]\n';
    const { out } = await run(['test', 's.eb-test.yaml', '--coverage-of', 'p'], {
      files: { ...all, 's.eb-test.yaml': suite },
      columns: 200,
    });
    expect(out).toContain('p/event.json: passed over: it looks like an event');
    const json = await run(['test', 's.eb-test.yaml', '--coverage-of', 'p', '--format', 'json'], {
      files: { ...all, 's.eb-test.yaml': suite },
    });
    expect(JSON.parse(json.out).coverage.skipped.map(({ file }: { file: string }) => file)).toEqual([
      'p/event.json',
      'p/tsconfig.json',
    ]);
  });
});

test.each([
  ['a suite', 's.eb-test.yaml', 'pattern: {source: [a]}\ntests: []\n', 'it is a suite, which `eb-pattern test` runs'],
  ['an event', 'e.json', '{"source":"a","type":"b"}', 'it looks like an event'],
  ['package.json', 'package.json', '{"name":"x","type":"module"}', 'it is a file of npm'],
  ['a config', 'eb-pattern.config.yaml', 'failOn: warning\n', 'it is a config file of eb-pattern'],
])('%s in the place of a pattern is refused in one sentence', async (_, name, text, message) => {
  const { code, out, err } = await run(['check', name], { files: { [name]: text } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain(`${name}: this is no pattern: ${message}`);
});
