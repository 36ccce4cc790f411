import { gunzipSync, gzipSync, constants as zlibConstants } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { compilePattern } from '../../../src/index.ts';
import { folderWith, lines, run } from '../run-main.ts';

const A = '{"source":["a"]}';
const files = {
  'a.json': A,
  'b.json': '{"source":["b"]}',
  'n.json': '{"data":{"n":[{"numeric":[">",5]}]}}',
  'events.ndjson': '{"source":"a","id":"1"}\n{"source":"b","id":"2"}\n{"source":"a","id":"3"}\n',
  'more.ndjson': '{"source":"a","id":"4"}',
  'empty.ndjson': '',
  'bad.ndjson': '{"source":"a"}\n\n{"source":"é",}\n{"source":"a"}\n',
  'invalid.json': '{"source":"a"}',
};

const A1 = '{"source":"a","id":"1"}\n';
const B2 = '{"source":"b","id":"2"}\n';
const A3 = '{"source":"a","id":"3"}\n';
const A4 = '{"source":"a","id":"4"}\n';

describe('the matching lines', () => {
  test.each([
    ['of a file', ['a.json', 'events.ndjson'], A1 + A3],
    ['of several files, in order', ['a.json', 'events.ndjson', 'more.ndjson', 'events.ndjson'], A1 + A3 + A4 + A1 + A3],
    ['of a file without a last line end, which gets one', ['a.json', 'more.ndjson', 'more.ndjson'], A4 + A4],
    ['of no pattern, with --invert', ['a.json', 'events.ndjson', '--invert'], B2],
    ['of several patterns', ['a.json', '-p', 'b.json', 'events.ndjson'], A1 + B2 + A3],
    ['of no pattern of several', ['n.json', 'events.ndjson', '-p', 'a.json', '--invert'], B2],
    ['up to a limit', ['a.json', 'events.ndjson', 'more.ndjson', '--limit', '2'], A1 + A3],
    ['up to a limit that is not reached', ['a.json', 'events.ndjson', '--limit', '9'], A1 + A3],
    ['up to a limit that lies before a bad line', ['a.json', 'bad.ndjson', '--limit', '1'], '{"source":"a"}\n'],
    ['as a number', ['a.json', 'events.ndjson', 'more.ndjson', '--count'], '3\n'],
    ['as a number up to a limit', ['a.json', 'events.ndjson', '--count', '--limit', '1'], '1\n'],
    ['as a number of none', ['n.json', 'events.ndjson', '--count'], '0\n'],
    ['of an empty file', ['a.json', 'empty.ndjson'], ''],
    [
      'with ids',
      ['a.json', '-p', './b.json', 'events.ndjson', '--ids', '--limit', '2'],
      `{"ids":["a"],"event":${A1.trim()}}\n{"ids":["b"],"event":${B2.trim()}}\n`,
    ],
  ])('%s', async (_, args, expected) => {
    for (const jobs of [[], ['--jobs', '1'], ['--jobs', '2']]) {
      expect(await run(['filter', ...args, ...jobs], { files })).toEqual({ code: 0, out: expected, err: '' });
    }
  });

  it('are written byte for byte', async () => {
    const odd = ['{ "source" :\t"a" , "n": 1.0e+2, "n": "\\u0061" }  \r', '\t{"source":"a","é":"\u{1F600}\u2028"}'];
    const text = `${odd[0]}\n\r\n   \n${odd[1]}\n`;
    const { out, err } = await run(['filter', 'a.json', 'e.ndjson'], { files: { ...files, 'e.ndjson': text } });
    expect({ out, err }).toEqual({ out: `${odd[0]}\n${odd[1]}\n`, err: '' });
  });

  it('are read from standard input without a file, and for -', async () => {
    const stdin = files['events.ndjson'];
    expect((await run(['filter', 'a.json'], { files, stdin })).out).toBe(A1 + A3);
    expect((await run(['filter', 'a.json', 'more.ndjson', '-'], { files, stdin })).out).toBe(A4 + A1 + A3);
  });

  it('are found after a byte order mark', async () => {
    const world = { files: { ...files, 'e.ndjson': `\ufeff${A1}${A3}` }, stdin: `\ufeff${A1}` };
    expect((await run(['filter', 'a.json', 'e.ndjson', '-'], world)).out).toBe(A1 + A3 + A1);
  });

  it('are matched by their text', async () => {
    const world = {
      files: { 'p.json': '{"data":{"n":[300.0]}}' },
      stdin: '{"data":{"n":300}}\n{"data":{"n":300.0}}\n',
    };
    expect((await run(['filter', 'p.json'], world)).out).toBe('{"data":{"n":300.0}}\n');
  });
});

describe('the patterns', () => {
  const folder = { 'p/a.json': A, 'p/sub/b.pattern.json': '{"source":["b"]}', 'p/t.eb-test.json': '{}', 'p/x.txt': '' };

  it('of a folder have their path as id', async () => {
    const { out } = await run(['filter', 'p', 'events.ndjson', '--ids'], { files: { ...files, ...folder } });
    expect(lines(out).map((line) => JSON.parse(line).ids)).toEqual([['a'], ['sub/b.pattern'], ['a']]);
  });

  it('that are named twice count once', async () => {
    const args = ['filter', 'a.json', '-p', './a.json', 'more.ndjson', '--ids'];
    expect((await run(args, { files })).out).toBe(`{"ids":["a"],"event":${A4.trim()}}\n`);
  });

  test.each([
    ['that is not valid', ['filter', 'invalid.json'], 'invalid.json: the pattern is not valid'],
    ['that is missing', ['filter', 'aa.json'], 'there is no file `aa.json`; there is `a.json` beside it'],
    ['of which there are none', ['filter', 'none'], 'there are no patterns in the folder `none`'],
    ['that has the id of another', ['filter', 'a.json', '-p', 'p'], 'have the same id `a`'],
    ['that takes standard input for itself', ['filter', '-'], '`-` is standard input and can be read once only'],
    ['that is a file of events', ['filter', 'events.ndjson'], 'events.ndjson: this is no pattern: it is NDJSON'],
  ])('with one %s are an error', async (_, argv, message) => {
    const world = { files: { ...files, ...folder, 'none/': '' }, stdin: A };
    const { code, out, err } = await run(argv, world);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('the exit code', () => {
  test.each([
    ['is 0 when something matched', ['a.json', 'events.ndjson', '--exit-status'], 0],
    ['is 0 when nothing matched', ['n.json', 'events.ndjson'], 0],
    ['is 1 when nothing matched, with --exit-status', ['n.json', 'events.ndjson', '--exit-status'], 1],
    [
      'is 1 when everything matched, with --invert --exit-status',
      ['a.json', 'more.ndjson', '--invert', '--exit-status'],
      1,
    ],
    ['is 2 for a bad line', ['a.json', 'bad.ndjson'], 2],
    ['is 0 when it is skipped', ['a.json', 'bad.ndjson', '--on-bad-line', 'skip'], 0],
    ['is 2 for a file that is missing', ['a.json', 'events.ndjson', 'nope.ndjson'], 2],
    ['is 2 for a folder', ['a.json', '.'], 2],
  ])('%s', async (_, args, expected) => {
    expect((await run(['filter', ...args], { files })).code).toBe(expected);
  });
});

describe('a bad line', () => {
  // `é` has two bytes: the column counts characters, the offset bytes.
  const place = 'bad.ndjson:3:15: the event is not JSON: a comma before `}` is not JSON (at byte 31)';

  it('ends the run, with its place, after the lines before it are written', async () => {
    for (const jobs of ['1', '2']) {
      const { out, err } = await run(['filter', 'a.json', 'bad.ndjson', '--jobs', jobs], { files });
      expect({ out, err }).toEqual({ out: '{"source":"a"}\n', err: `eb-pattern: ${place}\n` });
    }
  });

  it('is counted when it is skipped', async () => {
    const argv = ['filter', 'a.json', 'bad.ndjson', 'bad.ndjson', '--on-bad-line', 'skip', '--count'];
    expect(await run(argv, { files })).toEqual({
      code: 0,
      out: '4\n',
      err: `eb-pattern: 2 bad lines skipped, the first at ${place}\n`,
    });
  });

  it('is not written with --invert', async () => {
    const argv = ['filter', 'b.json', 'bad.ndjson', '--on-bad-line', 'skip', '--invert'];
    expect((await run(argv, { files })).out).toBe('{"source":"a"}\n{"source":"a"}\n');
  });

  test.each([
    ['a list', '[1]', 'an event is a JSON object'],
    ['two events', '{} {}', 'the event is not JSON'],
    ['bytes that are no UTF-8', Buffer.from('{"source":"\xff"}', 'latin1'), 'the bytes are not UTF-8'],
    ['a byte order mark in the middle', '\ufeff{}', 'the event is not JSON'],
  ])('is %s', async (_, text, message) => {
    const events = Buffer.concat([Buffer.from(A1), Buffer.from(text)]);
    const { code, err } = await run(['filter', 'a.json', 'e.ndjson'], { files: { ...files, 'e.ndjson': events } });
    expect(code).toBe(2);
    expect(err).toContain('e.ndjson:2:');
    expect(err).toContain(message);
  });

  it('is one that is too long without its line end', async () => {
    const line = '{"source":"a"}';
    for (const text of [`${line}\r\n${line}\n${line}`, `${line}\n`]) {
      const world = { files: { ...files, 'e.ndjson': text } };
      const count = text.split('\n').filter((l) => l !== '').length;
      const exact = await run(['filter', 'a.json', 'e.ndjson', '--max-line', `${line.length}`, '--count'], world);
      expect(exact).toEqual({ code: 0, out: `${count}\n`, err: '' });
      const less = await run(['filter', 'a.json', 'e.ndjson', '--max-line', `${line.length - 1}`], world);
      expect(less.err).toContain('e.ndjson:1:1: the line is longer than 13 bytes; see --max-line (at byte 0)');
      const skipped = ['filter', 'a.json', 'e.ndjson', '--max-line', `${line.length - 1}`, '--on-bad-line', 'skip'];
      expect((await run(skipped, world)).err).toContain(`${count} bad line`);
    }
  });

  it('may be missed after the verdict with --well-formed', async () => {
    const world = { files: { ...files, 'e.ndjson': '{"source":"b", oh\n{"source":"a"} no\n' } };
    const { code, out } = await run(['filter', 'a.json', 'e.ndjson', '--well-formed'], world);
    expect({ code, out }).toEqual({ code: 0, out: '{"source":"a"} no\n' });
  });
});

describe('compressed files', () => {
  const text = files['events.ndjson'];
  const packed = { 'e.ndjson.gz': gzipSync(text), 'two.gz': Buffer.concat([gzipSync(A1), gzipSync(A3)]) };

  it('are unpacked, with several members', async () => {
    for (const jobs of ['1', '2']) {
      const { out } = await run(['filter', 'a.json', 'e.ndjson.gz', 'two.gz', '--jobs', jobs], {
        files: { ...files, ...packed },
      });
      expect(out).toBe(A1 + A3 + A1 + A3);
    }
  });

  test.each([
    ['cut off', packed['e.ndjson.gz'].subarray(0, 30), 'it ends too soon'],
    ['not packed at all', Buffer.from(text), 'is not whole gzip data: incorrect header check'],
  ])('that are %s are an error', async (_, bytes, message) => {
    const { code, err } = await run(['filter', 'a.json', 'x.gz'], { files: { ...files, 'x.gz': bytes } });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(lines(err)).toHaveLength(1);
  });

  // A frame of one block without compression, behind one that is skipped.
  const skippedFrame = [0x51, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2];
  const size = [text.length & 0xff, text.length >> 8, 0, 0];
  const block = [((text.length << 3) | 1) & 0xff, (text.length << 3) >> 8, 0];
  const zstd = Buffer.concat([
    Buffer.from([...skippedFrame, 0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...size, ...block]),
    Buffer.from(text),
  ]);

  it('of zstd are unpacked on every Node, also without a name and from a pipe', async () => {
    const world = { files: { ...files, 'e.zst': zstd, 'no-name': zstd } };
    for (const name of ['e.zst', 'no-name']) {
      expect(await run(['filter', 'a.json', name], world), name).toMatchObject({ code: 0, out: A1 + A3, err: '' });
    }
    const piped = await run(['filter', 'a.json'], { ...world, stdin: [zstd.subarray(0, 3), zstd.subarray(3)] });
    expect(piped).toMatchObject({ code: 0, out: A1 + A3, err: '' });
  });

  it('of zstd that are cut off are an error', async () => {
    const world = { files: { ...files, 'e.zst': zstd.subarray(0, -3) } };
    const { code, err } = await run(['filter', 'a.json', 'e.zst'], world);
    expect({ code, err }).toEqual({ code: 2, err: 'eb-pattern: `e.zst` is not whole zstd data: it ends too soon\n' });
  });

  it('are compressed in these tests', () => {
    expect(gunzipSync(packed['e.ndjson.gz'], { finishFlush: zlibConstants.Z_FINISH }).toString()).toBe(text);
  });
});

describe('for any input', () => {
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('{"source":"a"}', '{"source":"b"}', ' {"source":"a","x":"é\u{1F600}"} ') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '  ', '{', '[1]', '{"source":"a",}', `{"source":"a","x":"${'y'.repeat(40)}"}`),
    },
  );
  const input = fc.record({
    lines: fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 30 }),
    last: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
    invert: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  });

  it('files and streams, in one thread and in two, give the lines of a naive reader', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ lines: all, last, sizes, invert, limit = Number.POSITIVE_INFINITY }) => {
        const text = all.map(([line, end], i) => (last || i < all.length - 1 ? line + end : line)).join('');
        const expected = naive(text, A, { invert, limit, longest: 50 });
        const argv = [
          ...['filter', 'a.json', '--input', 'lines', '--on-bad-line', 'skip', '--max-line', '50'],
          ...(invert ? ['--invert'] : []),
          ...(Number.isFinite(limit) ? ['--limit', `${limit}`] : []),
        ];
        const world = { files: { 'a.json': A, 'e.ndjson': text }, stdin: chunksOf(text, sizes) };
        for (const args of [['e.ndjson', '--jobs', '1'], ['--jobs', '1'], ['e.ndjson'], []]) {
          const { code, out, err } = await run([...argv, ...args], world);
          expect({ code, out }).toEqual({ code: 0, out: expected.out });
          expect(Number(/(\d+) bad lines? skipped/.exec(err)?.[1] ?? 0)).toBe(expected.bad);
        }
      }),
      { numRuns: 60 },
    );
  });

  function chunksOf(text: string, sizes: readonly number[]): Buffer[] {
    const bytes = Buffer.from(text);
    const chunks: Buffer[] = [];
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length] as number;
      chunks.push(bytes.subarray(at, at + size));
      at += size;
    }
    return chunks;
  }
});

/** A slow and obvious implementation. */
function naive(
  text: string,
  pattern: string,
  { invert = false, limit = Number.POSITIVE_INFINITY, longest = Number.POSITIVE_INFINITY } = {},
): { out: string; bad: number; matched: number } {
  const matcher = compilePattern(pattern);
  let out = '';
  let bad = 0;
  let matched = 0;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '') continue;
    if (matched === limit) break;
    try {
      if (Buffer.byteLength(line) > longest) throw new Error('too long');
      if (matcher.matches(JSON.parse(line)) === invert) continue;
    } catch {
      bad++;
      continue;
    }
    matched++;
    out += `${raw}\n`;
  }
  return { out, bad, matched };
}

describe('large files', () => {
  const MB = 1 << 20;
  const world: { files: Record<string, string | Uint8Array> } = { files: { 'a.json': A } };
  let cwd: string;
  const expected: Record<string, ReturnType<typeof naive>> = {};

  /** Lines of all lengths, with the given number of bytes. */
  function linesOf(bytes: number, seed: number): string {
    const parts: string[] = [];
    let left = bytes;
    for (let i = seed; left > 0; i++) {
      const source = i % 3 === 0 ? 'a' : 'b';
      const frame = `{"source":"${source}","x":""}\n`.length;
      // One line of 5 MB: longer than a part of a file.
      const wish = i === seed + 20 && bytes > 8 * MB ? 5 * MB : (i * 7919) % 3000;
      const pad = left < 2 * frame + wish ? Math.max(0, left - frame) : wish;
      const end = i % 5 === 0 && pad > 0 ? '\r\n' : '\n';
      parts.push(`{"source":"${source}","x":"${'x'.repeat(pad - (end.length - 1))}"}${end}`);
      left -= frame + pad;
    }
    return parts.join('');
  }

  beforeAll(() => {
    for (const base of [MB, 4 * MB, 9 * MB]) {
      for (const more of [-1, 0, 1]) world.files[`${base / MB}MB${more}.ndjson`] = linesOf(base + more, more + 1);
    }
    world.files['tail.ndjson'] = (world.files['4MB0.ndjson'] as string).slice(0, -1);
    const text = world.files['9MB0.ndjson'] as string;
    // In the second part of the file.
    const at = text.indexOf('\n', 6 * MB) + 1;
    world.files['bad.ndjson'] = `${text.slice(0, at)}{"source": nope}\n${text.slice(at)}`;
    world.files['9MB0.ndjson.gz'] = gzipSync(text, { level: 1 });
    for (const [name, content] of Object.entries(world.files)) {
      if (typeof content === 'string' && name.endsWith('.ndjson')) expected[name] = naive(content, A);
    }
    cwd = folderWith(world.files);
  });

  const names = [1, 4, 9].flatMap((mb) => [-1, 0, 1].map((more) => `${mb}MB${more}.ndjson`));
  test.each([...names, 'tail.ndjson', 'bad.ndjson'])(
    '%s gives the same bytes with any number of jobs',
    async (name) => {
      if (/^\d/.test(name)) expect((world.files[name] as string).length % MB).toBeLessThan(MB);
      // A file of 9 MB has three parts, a smaller one two at most.
      for (const jobs of name.startsWith('9MB') ? ['1', '2', '3'] : ['1', '2']) {
        const { code, out } = await run(['filter', 'a.json', name, '--on-bad-line', 'skip', '--jobs', jobs], { cwd });
        expect(code).toBe(0);
        // Not toBe, which would print a difference of megabytes.
        expect(out === expected[name]?.out).toBe(true);
      }
    },
  );

  test.each(['1', '2'])('streams and compressed files give the same bytes with %s jobs', async (jobs) => {
    const stdin = [Buffer.from(world.files['9MB0.ndjson'] as string)];
    const packed = await run(['filter', 'a.json', '9MB0.ndjson.gz', '--jobs', jobs], { cwd });
    const piped = await run(['filter', 'a.json', '--jobs', jobs], { cwd, stdin });
    expect(packed.out === expected['9MB0.ndjson']?.out).toBe(true);
    expect(piped.out === expected['9MB0.ndjson']?.out).toBe(true);
  });

  test.each(['1', '2'])('a bad line in the second part has its number and place, with %s jobs', async (jobs) => {
    const text = world.files['bad.ndjson'] as string;
    const at = text.indexOf('nope');
    const line = text.slice(0, at).split('\n').length;
    const { code, out, err } = await run(['filter', 'a.json', 'bad.ndjson', '--jobs', jobs], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(`bad.ndjson:${line}:12: `);
    expect(err).toContain(`(at byte ${at})`);
    expect(out === naive(text.slice(0, at - 11), A).out).toBe(true);
  });

  test.each(['1', '2'])('a line that is too long is left out as a whole, with %s jobs', async (jobs) => {
    const name = '9MB1.ndjson';
    const less = naive(world.files[name] as string, A, { longest: MB });
    const argv = ['filter', 'a.json', name, '--max-line', '1MB', '--on-bad-line', 'skip', '--jobs', jobs];
    const { out, err } = await run(argv, { cwd });
    expect(err).toContain('1 bad line skipped, the first at 9MB1.ndjson:21:1: the line is longer than 1 MB');
    expect(out === less.out).toBe(true);
  });

  test.each(['1', '2'])('a limit is exact, with %s jobs', async (jobs) => {
    const name = '9MB0.ndjson';
    const total = expected[name]?.matched ?? 0;
    const ends = [...(expected[name]?.out ?? '').matchAll(/\n/g)].map(({ index }) => index + 1);
    for (const limit of [1, 700, Math.floor(total / 2), total - 1, total, total + 1]) {
      const { out } = await run(['filter', 'a.json', name, '--limit', `${limit}`, '--jobs', jobs], { cwd });
      expect(out === expected[name]?.out.slice(0, ends[Math.min(limit, total) - 1])).toBe(true);
    }
  });

  const ENDED = /^[\d,]+ events read, [\d,]+ matched; [\d.]+ s(?: \([\d,]+ a second\))?\n$/;

  it('shows progress on a terminal, erases it, and leaves one line', async () => {
    const { err } = await run(['filter', 'a.json', ...names, ...names, ...names, '--count', '--jobs', '1'], {
      cwd,
      isTTY: true,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: erasing a line is a control sequence.
    expect(err).toMatch(/\r\u001b\[K[\d.]+ MB of 126 MB {2}[\d.]+ [KMG]B\/s {2}[\d,]+ matches {2}\d+ s left/);
    // After the last erasure only the summary is left.
    expect(err.slice(err.lastIndexOf('\r\u001b[K') + 4)).toMatch(ENDED);
  });

  it('prints on a terminal how much was read', async () => {
    const files = { 'a.json': A, 'e.ndjson': '{"source":"a"}\n\n{"source":"b"}\n{"source":"a"}\n' };
    const err = async (...args: string[]): Promise<string> =>
      (await run(['filter', 'a.json', 'e.ndjson', ...args], { files, isTTY: true })).err;
    expect(await err()).toMatch(/^3 events read, 2 matched; \d+\.\d s\n$/);
    expect(await err('--invert')).toMatch(/^3 events read, 1 did not match; \d+\.\d s\n$/);
    expect(await err('--quiet')).toBe('');
  });

  it('shows no progress without a terminal', async () => {
    expect((await run(['filter', 'a.json', ...names, '--count'], { cwd })).err).toBe('');
  });
});
