/** YAML files with several documents, and input without a file name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../run-main.ts';

const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url));
const fixture = (name: string): string => readFileSync(FOLDER + name, 'utf8');

interface Report {
  readonly patterns: readonly {
    readonly file: string;
    readonly address?: string;
    readonly findings: readonly { readonly line: number; readonly column: number }[];
  }[];
  readonly skipped: readonly { readonly address: string; readonly line: number; readonly column: number }[];
  readonly errors: readonly { readonly message: string }[];
}

async function check(name: string, files: Readonly<Record<string, string>>): Promise<Report> {
  return JSON.parse((await run(['check', name, '--format', 'json'], { files })).out);
}

const addresses = ({ patterns }: Report): unknown => patterns.map(({ address }) => address);

describe('the documents of a YAML file', () => {
  const ONE = 'source: [a]\n';
  const TWO = 'type: [b]\n';
  const MAP = 'apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n';
  const REQUEST = 'FilterPattern: \'{"source":["a"]}\'\n';
  const cases: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ['a single document has no number', `---\n${ONE}`, [undefined]],
    ['a document before an empty one has no number', `${ONE}---\n`, [undefined]],
    ['a document after an empty one has no number', `# why\n---\n---\n${ONE}...\n`, [undefined]],
    ['patterns have numbers', `${ONE}---\n${TWO}`, ['1', '2']],
    ['empty documents are not counted', `---\n---\n${ONE}---\n# nothing\n---\n${TWO}---\n`, ['1', '2']],
    ['the end of a document may be marked', `${ONE}...\n---\n${TWO}...\n`, ['1', '2']],
    ['a map of unknown members is a pattern beside patterns', `${ONE}---\nsorce: [b]\n`, ['1', '2']],
    [
      'documents have their number before the address',
      `${REQUEST}---\n${REQUEST}`,
      ['1:/FilterPattern', '2:/FilterPattern'],
    ],
    ['others are passed over beside documents', `${MAP}---\n${REQUEST}`, ['2:/FilterPattern']],
    ['patterns count beside documents', `${REQUEST}---\n${MAP}---\n${ONE}`, ['1:/FilterPattern', '3']],
  ];
  test.each(cases.map(([name, text, found]) => ({ name, text, found })))('$name', async ({ text, found }) => {
    expect(addresses(await check('p.yaml', { 'p.yaml': text }))).toEqual(found);
  });

  test('are patterns when the file is named so', async () => {
    const text = `${MAP}---\n${REQUEST}`;
    expect(addresses(await check('p.pattern.yaml', { 'p.pattern.yaml': text }))).toEqual(['1', '2']);
  });

  const kinds = ['ros.yaml', 's.yaml', 's-fc.yaml', 'parameters.yaml'];
  test('of each tool have the findings that each has in a file of its own', async () => {
    const text = kinds.map(fixture).join('\n---\n');
    const all = await check('all.yaml', { 'all.yaml': text });
    let before = 0;
    const expected = { patterns: [] as unknown[], skipped: [] as unknown[] };
    for (const [i, kind] of kinds.entries()) {
      const alone = await check(kind, { [kind]: fixture(kind) });
      const moved = <T extends { readonly line: number; readonly column: number }>({ line, column }: T) => ({
        line: line + before,
        column,
      });
      for (const { address, findings } of alone.patterns) {
        expected.patterns.push({ address: `${i + 1}:${address}`, at: findings.map(moved) });
      }
      for (const one of alone.skipped) expected.skipped.push({ address: `${i + 1}:${one.address}`, ...moved(one) });
      before += fixture(kind).split('\n').length + 1;
    }
    const place = ({ line, column }: { readonly line: number; readonly column: number }) => ({ line, column });
    expect(expected.patterns.length).toBeGreaterThan(kinds.length);
    expect(all.patterns.map(({ address, findings }) => ({ address, at: findings.map(place) }))).toEqual(
      expected.patterns,
    );
    expect(all.skipped.map((one) => ({ address: one.address, ...place(one) }))).toEqual(expected.skipped);
  });

  test('are selected by their addresses', async () => {
    const files = {
      'p.yaml': `${ONE}---\n${TWO}`,
      'd.yaml': `${MAP}---\n${REQUEST}`,
      'e.json': '{"type":"b"}',
      's.eb-test.yaml': 'pattern: p.yaml#2\ntests: [{name: b, event: {type: b}, match: true}]\n',
    };
    expect((await run(['match', 'p.yaml#2', 'e.json'], { files })).code).toBe(0);
    expect((await run(['match', 'p.yaml#1', 'e.json'], { files })).code).toBe(1);
    expect((await run(['match', 'd.yaml#2:/FilterPattern', 'e.json'], { files })).code).toBe(1);
    expect((await run(['test', 's.eb-test.yaml'], { files })).code).toBe(0);
    expect((await run(['route', 'p.yaml', 'e.json'], { files })).out).toContain('p#2\n');
    const { code, err } = await run(['match', 'p.yaml', 'e.json'], { files });
    expect({ code, err }).toEqual({ code: 2, err: 'eb-pattern: `p.yaml` holds 2 patterns; say which: `#1`, `#2`\n' });
    expect((await run(['match', 'p.yaml#3', 'e.json'], { files })).err).toBe(
      'eb-pattern: `p.yaml` has no pattern `3`; it has `1`, `2`\n',
    );
  });

  test('of a folder are found, and others are passed over', async () => {
    const files = {
      'a/p.yaml': `${ONE}---\n${TWO}---\n{}\n`,
      'a/d.yaml': `${MAP}---\n${REQUEST}`,
      'a/deployment.yaml': `${MAP}---\n${MAP}`,
      'a/chart.yaml': 'a: 1\n---\n{{ if .x }}\ndata: {}\n',
    };
    const { patterns, errors } = await check('a', files);
    expect({ found: patterns.map(({ file, address }) => [file, address]), errors }).toEqual({
      found: [
        ['a/d.yaml', '2:/FilterPattern'],
        ['a/p.yaml', '1'],
        ['a/p.yaml', '2'],
        ['a/p.yaml', '3'],
      ],
      errors: [],
    });
    const routed = await run(['route', 'a', '-'], { files, stdin: '{"source":"a","type":"b"}' });
    expect(routed.out).toBe('✓ standard input: d#2:/FilterPattern, p#1, p#2, p#3\n');
  });

  test('may each allow a code', async () => {
    const twice = (comment: string): string => `data:\n  total: [1.0]${comment}\n`;
    const text = `${twice('')}---\n${twice(' # eb-pattern-allow number-text: it is sent so')}`;
    const { patterns } = await check('p.yaml', { 'p.yaml': text });
    expect(patterns.map(({ findings }) => findings.length)).toEqual([1, 0]);
  });

  test('without a pattern are an error for a known tool', async () => {
    const { err } = await run(['check', 'd.yaml'], {
      files: { 'd.yaml': `${MAP}---\nROSTemplateFormatVersion: '2015-09-01'\n` },
    });
    expect(err).toContain('d.yaml: this is a ROS template, and there is no pattern in it');
  });

  test('are a finding when one of them is broken', async () => {
    const { code, out } = await run(['check', 'p.yaml'], { files: { 'p.yaml': `${ONE}---\n${TWO}---\na: [\n` } });
    expect(code).toBe(1);
    expect(out).toContain('--> p.yaml:6:1\n');
  });

  test('have their own anchors', async () => {
    const { out } = await run(['check', 'p.yaml'], { files: { 'p.yaml': `source: &a [a]\n---\ntype: *a\n` } });
    expect(out).toContain('--> p.yaml:3:7\n');
  });
});

describe('hostile YAML documents', () => {
  test('are read, ten thousand of them', async () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `source: [s${i}]\n`).join('---\n');
    const { patterns } = await check('p.yaml', { 'p.yaml': text });
    expect(patterns).toHaveLength(10_000);
    expect(patterns[9_999]?.address).toBe('10000');
  });

  test('have one limit of aliases for the file', async () => {
    const list = `[${Array.from({ length: 99 }, (_, i) => `s${i}`).join(', ')}]`;
    const text = `source: &a ${list}\ntype: *a\n---\n`;
    expect((await check('p.yaml', { 'p.yaml': text.repeat(99) })).patterns).toHaveLength(99);
    const { code, out } = await run(['check', 'p.yaml'], { files: { 'p.yaml': text.repeat(101) } });
    expect(code).toBe(1);
    expect(out).toContain('copy more than 10000 values');
  });

  test('have a limit of depth each', async () => {
    const deep = (levels: number): string => `source: ${'['.repeat(levels)}a${']'.repeat(levels)}\n---\n`;
    expect((await check('p.yaml', { 'p.yaml': deep(90).repeat(5) })).patterns).toHaveLength(5);
    const { code, out } = await run(['check', 'p.yaml'], { files: { 'p.yaml': deep(1) + deep(300) } });
    expect(code).toBe(1);
    expect(out).toContain('--> p.yaml:3:');
    expect(out).toContain('nested too deeply');
  });
});

describe('standard input', () => {
  const valid: readonly (readonly [string, string, string])[] = [
    ['JSON', '{"source":["a"]}', 'standard input'],
    ['YAML', 'source: [a]\n', 'standard input'],
    ['YAML with a comment first', '# orders\nsource: [a]\n', 'standard input'],
    ['a document in YAML', 'FilterPattern: {source: [a]}\n', 'standard input#/FilterPattern'],
    ['a document of a tool', fixture('s-fc.yaml').replace('prefx', 'prefix'), 'standard input#resize.eb'],
  ];
  test.each(valid.map(([name, stdin, found]) => ({ name, stdin, found })))('may be $name', async ({ stdin, found }) => {
    const { code, out } = await run(['check', '-'], { stdin });
    expect({ code, out }).toEqual({ code: 0, out: `✓ ${found}: valid\n` });
  });

  test('may be several documents', async () => {
    const { code } = await run(['check', '-'], { stdin: 'source: [a]\n---\ntype: [b]\n' });
    expect(code).toBe(0);
    const selected = await run(['check', '--', '-#2'], { stdin: 'source: [a]\n---\ntype: [b]\n' });
    expect(selected.out).toBe('✓ standard input#2: valid\n');
  });

  // YAML would accept it; the service would refuse it.
  test.each(['{"source":["a"],}', '{source: [a]}', '[a]', '{"source":["a"]'])(
    'is read as JSON when it begins as JSON: %s',
    async (stdin) => {
      const { code, out } = await run(['check', '-', '--format', 'compact'], { stdin });
      expect(code).toBe(1);
      expect(out).toContain('invalid-json');
    },
  );

  test.each(['', 'hello', '"a"', 'no pattern here'])('is refused when it has words only: %s', async (stdin) => {
    const { code } = await run(['check', '-'], { stdin });
    expect(code).toBe(1);
  });

  test.each([
    ['source: [a\n', '2:1', '1:1'],
    ['a: b: c\n', '1:4', '1:1'],
    ['// c\n{"source": ["a"]}\na: [', '', '1:1'],
  ])('has two reasons when it is neither JSON nor YAML: %j', async (stdin, at, json) => {
    const { code, err } = await run(['check', '-'], { stdin });
    expect(code).toBe(2);
    expect(err).toContain(`standard input:${at}`);
    expect(err).toContain(`it is not JSON (${json}: `);
    expect(err).toContain('and read as YAML: the file is not YAML: ');
  });

  test('is an event only when it is JSON', async () => {
    const { code, err } = await run(['match', 'p.json', '-'], { files: { 'p.json': '{}' }, stdin: 'source: a\n' });
    expect(code).toBe(2);
    expect(err).toContain('standard input:1:1');
  });
});
