import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compilePattern } from '../../../src/index.ts';
import { runs } from '../../support/runs.ts';
import { folderWith, run } from '../run-main.ts';

const files = {
  'old/orders.json': '{"source":["a"]}',
  'old/same.json': '{"source":["c"]}',
  'old/gone.json': '{"source":["b"]}',
  'new/orders.json': '{"source":["a"],"data":{"n":[{"numeric":[">",1]}]}}',
  'new/same.json': '{"source":["c"]}',
  'new/more.json': '{"type":["t"]}',
  'e.ndjson':
    '{"source":"a","data":{"n":1}}\n\n{"source":"a","data":{"n":2}}\n{"source":"b"}\n{"source":"c","type":"t"}\n',
};

describe('backtest', () => {
  it('counts the events that each pattern loses and gains, beside the proof', async () => {
    const { code, out } = await run(['backtest', 'old', 'new', 'e.ndjson', '--format', 'json'], { files });
    expect(code).toBe(0);
    const { events, changed, counts, patterns, counted } = JSON.parse(out);
    expect({ events, changed }).toEqual({ events: 4, changed: 3 });
    expect(counts).toMatchObject({ added: 1, removed: 1, narrower: 1, equal: 1 });
    expect(patterns.map((one: { address: string }) => one.address)).toEqual(['more', 'orders', 'same', 'gone']);
    const none = { events: 0, examples: [] };
    const one = (line: number, event: string) => ({ events: 1, examples: [{ file: 'e.ndjson', line, event }] });
    expect(counted).toEqual([
      { address: 'more', matched: { old: 0, new: 1 }, lost: none, gained: one(5, '{"source":"c","type":"t"}') },
      { address: 'orders', matched: { old: 2, new: 1 }, lost: one(1, '{"source":"a","data":{"n":1}}'), gained: none },
      { address: 'gone', matched: { old: 1, new: 0 }, lost: one(4, '{"source":"b"}'), gained: none },
    ]);
  });

  it('shows them', async () => {
    const { out } = await run(['backtest', 'old/orders.json', 'new/orders.json', 'e.ndjson'], { files });
    expect(out).toBe(`new/orders.json: narrower: what the new pattern matches, the old one matched too
  matched 2 before, 1 after
  lost 1
    e.ndjson:1
      {"source":"a","data":{"n":1}}

1 pattern: 1 narrower, 0 equal in meaning
4 events, 1 of them lost or gained
`);
  });

  it.each([
    ['a packed set and a folder', 'set.pack', 'new'],
    ['a folder and a packed set', 'new', 'set.pack'],
    ['a template and a pattern', 't.yaml', 'new/R.json'],
    ['a pattern and a template', 'new/R.json', 't.yaml'],
  ])('takes the language of %s from the one that decides it, as diff does', async (_, before, after) => {
    const pattern = '{"detail":{"key":[{"wildcard":"a*"}]},"$or":[{"source":["s"]},{"account":["1"]}]}';
    const cwd = folderWith({
      'old/R.json': pattern.replace('a*', 'ab*'),
      'new/R.json': pattern,
      't.yaml': `Resources: {R: {Type: 'AWS::Events::Rule', Properties: {EventPattern: ${pattern.replace('a*', 'ab*')}}}}`,
      'e.ndjson': '{"source":"s","detail":{"key":"ab"}}\n{"source":"s","detail":{"key":"ac"}}\n',
    });
    expect((await run(['pack', 'old', '-o', 'set.pack', '--dialect', 'aws'], { cwd })).code).toBe(0);
    const { code, out } = await run(['backtest', before, after, 'e.ndjson', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ dialect: 'aws', events: 2, changed: 1 });
    const compared = JSON.parse((await run(['diff', before, after, '--format', 'json'], { cwd })).out);
    expect(compared.dialect).toBe('aws');
  });

  test.each([
    ['a gate that these events do not break', ['old/orders.json', 'new/orders.json', '--no-wider'], 0],
    ['a gate that they break', ['old/orders.json', 'new/orders.json', '--no-narrower'], 1],
    ['a change that they do not show', ['old/orders.json', 'wide.json', '--no-change'], 0],
    ['an invalid new pattern', ['old/orders.json', 'bad.json'], 2],
    ['an invalid old pattern', ['bad.json', 'old/orders.json'], 0],
    ['a missing pattern', ['old/orders.json', 'nope.json'], 2],
    ['a folder and a pattern', ['old', 'new/orders.json'], 2],
  ])('the exit code for %s', async (_, args, expected) => {
    const all = { ...files, 'wide.json': '{"source":["a","z"]}', 'bad.json': '{"source":"a"}' };
    expect((await run(['backtest', ...args, 'e.ndjson'], { files: all })).code).toBe(expected);
  });

  it('reads packed sets, compressed events, arrays, bad lines and standard input as filter does', async () => {
    const cwd = folderWith({
      ...files,
      'e.json.gz': gzipSync('[{"source":"a"},\n{"source":"b"}]'),
      'bad.ndjson': 'x\n{"source":"b"}\n',
    });
    for (const name of ['old', 'new']) await run(['pack', name, '-o', `${name}-set.json`], { cwd });
    const argv = ['backtest', 'old-set.json', 'new-set.json', 'e.json.gz', '-', '--format', 'json'];
    const { out } = await run(argv, { cwd, stdin: '{"source":"b"}\n' });
    const { events, counted } = JSON.parse(out);
    expect(events).toBe(3);
    const gone = counted.find((one: { address: string }) => one.address === 'gone');
    expect(gone.lost).toEqual({
      events: 2,
      examples: [
        { file: 'e.json.gz', number: 2, event: '{"source":"b"}' },
        { file: 'standard input', line: 1, event: '{"source":"b"}' },
      ],
    });
    const bad = await run(['backtest', 'old', 'new', 'bad.ndjson'], { cwd });
    expect({ code: bad.code, out: bad.out }).toEqual({ code: 2, out: '' });
    expect(bad.err).toContain('bad.ndjson:1:1: ');
    const skipped = await run(['backtest', 'old', 'new', 'bad.ndjson', '--on-bad-line', 'skip'], { cwd });
    expect(skipped.err).toContain('1 bad line skipped');
  });

  it('counts as two matchers do, with any number of threads', async () => {
    const value = fc.constantFrom('a', 'b', 'ab', 'c');
    const pattern = fc.oneof(
      fc.array(value, { minLength: 1, maxLength: 2 }).map((source) => JSON.stringify({ source })),
      value.map((prefix) => JSON.stringify({ source: [{ prefix }] })),
      value.map((not) => JSON.stringify({ source: [{ 'anything-but': not }] })),
    );
    const sides = fc.array(fc.tuple(pattern, pattern), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        sides,
        fc.array(value, { maxLength: 12 }),
        fc.constantFrom('1', '2'),
        async (pairs, sources, jobs) => {
          const events = sources.map((source) => JSON.stringify({ source }));
          const texts = Object.fromEntries(
            pairs.flatMap(([old, now], i) => [
              [`old/p${i}.json`, old],
              [`new/p${i}.json`, now],
            ]),
          );
          const cwd = folderWith({ ...texts, 'e.ndjson': events.map((event) => `${event}\n`).join('') });
          const { out } = await run(['backtest', 'old', 'new', 'e.ndjson', '--format', 'json', '--jobs', jobs], {
            cwd,
          });
          const expected = pairs.flatMap(([old, now], i) => {
            if (old === now) return [];
            const [before, after] = [old, now].map((text) => {
              const matcher = compilePattern(text);
              return events.map((event) => matcher.matchesJson(event));
            }) as [boolean[], boolean[]];
            const lost = before.filter((yes, k) => yes && !after[k]).length;
            const gained = after.filter((yes, k) => yes && !before[k]).length;
            return [
              { address: `p${i}`, lost, gained, old: before.filter(Boolean).length, new: after.filter(Boolean).length },
            ];
          });
          const { counted } = JSON.parse(out) as {
            counted: { address: string; lost: { events: number }; gained: { events: number }; matched: object }[];
          };
          expect(
            counted.map(({ address, lost, gained, matched }) => ({
              address,
              lost: lost.events,
              gained: gained.events,
              ...matched,
            })),
          ).toEqual(expected);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

describe('--files-from', () => {
  const event = (source: string) => `{"source":"${source}"}\n`;
  const world = {
    'a.json': '{"source":["a"]}',
    '1.ndjson': event('a'),
    'odd name.ndjson': event('a') + event('b'),
    'line\nend.ndjson': event('a'),
    'list.txt': '1.ndjson\r\n\nodd name.ndjson\n',
    'list.0': '1.ndjson\0line\nend.ndjson\0',
    'none.txt': '\n',
  };

  test.each([
    ['lines', ['--files-from', 'list.txt'], '', 2],
    ['names that end with NUL', ['--files-from', 'list.0'], '', 2],
    ['names that end with NUL, if so said', ['--files-from', 'list.0', '-0'], '', 2],
    ['standard input', ['--files-from', '-'], '1.ndjson', 1],
    ['files besides', ['1.ndjson', '--files-from', 'list.txt'], '', 3],
  ])('reads %s', async (_, args, stdin, expected) => {
    const { out, err } = await run(['filter', 'a.json', ...args, '--count'], { files: world, stdin });
    expect({ out, err }).toEqual({ out: `${expected}\n`, err: '' });
    const routed = await run(['route', 'a.json', ...args, '--summary', '--format', 'json'], { files: world, stdin });
    expect(JSON.parse(routed.out).routed).toBe(expected);
  });

  test.each([
    ['a list without names', ['--files-from', 'none.txt'], 'none.txt: the list names no file'],
    ['a missing list', ['--files-from', 'nope'], 'there is no file `nope`'],
    ['a missing file in it', ['--files-from', '-'], 'there is no file `nope.ndjson`'],
    ['--null alone', ['--null'], '`--null` is for `--files-from`'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await run(['filter', 'a.json', ...args], { files: world, stdin: 'nope.ndjson\n' });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('and events cannot both be standard input', async () => {
    const { code, err } = await run(['filter', 'a.json', '-', '--files-from', '-'], {
      files: world,
      stdin: '1.ndjson',
    });
    expect(code).toBe(2);
    expect(err).toContain('`-` is standard input and can be read once only');
  });

  it('opens few of its files at once', async () => {
    const names = Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0 ? '1.ndjson' : i % 3 === 1 ? 'z.gz' : 'many.txt',
    );
    const cwd = folderWith({ ...world, 'z.gz': gzipSync(event('a')), 'many.txt': event('a') + event('b') });
    const { readdirSync, existsSync } = await import('node:fs');
    const open = (): number => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const before = open();
    let most = 0;
    const onOut = () => {
      most = Math.max(most, open());
    };
    const argv = ['filter', 'a.json', '--files-from', '-', '--jobs', '1', '--each'];
    const { code, out } = await run(argv, { cwd, stdin: names.join('\n'), onOut });
    expect({ code, lines: out.length }).toEqual({ code: 0, lines: 3000 * 5 + 1000 * 6 });
    expect(most - before).toBeLessThan(50);
  });
});
