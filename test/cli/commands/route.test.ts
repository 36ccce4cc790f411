import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { run } from '../run-main.ts';

const files = {
  'p/orders/paid.json': '{"source":["shop"],"type":["paid"]}',
  'p/orders/all.json': '{"source":["shop"]}',
  'p/never.json': '{"source":["nobody"]}',
  'paid.json': '{\n  "source": "shop",\n  "type": "paid"\n}\n',
  'other.json': '{"source":"elsewhere"}',
  'events.ndjson': '{"source":"shop","type":"paid"}\n\n{"source":"shop"}\n{"source":"x"}\n',
  'events.json': '{"source":"shop","type":"paid"}\n{"source":"x"}\n',
  'broken.json': '{\n "source": }',
  'bad.ndjson': '{"source":"shop"}\nnope\n{"source":"shop"}\n',
  'empty.json': '',
};

describe('the patterns that an event reaches', () => {
  test.each([
    ['one event over several lines', ['paid.json'], '✓ paid.json: orders/all, orders/paid\n'],
    ['one event that reaches nothing', ['other.json'], '✗ other.json: no pattern\n'],
    [
      'an event on each line, of a file that is named so',
      ['events.ndjson'],
      '✓ events.ndjson:1: orders/all, orders/paid\n✓ events.ndjson:3: orders/all\n✗ events.ndjson:4: no pattern\n',
    ],
    [
      'an event on each line, of a file whose first line is one',
      ['events.json'],
      '✓ events.json:1: orders/all, orders/paid\n✗ events.json:2: no pattern\n',
    ],
    ['several files', ['other.json', 'paid.json'], '✗ other.json: no pattern\n✓ paid.json: orders/all, orders/paid\n'],
    ['no event', ['empty.json'], ''],
  ])('%s', async (_, args, expected) => {
    expect(await run(['route', 'p', ...args], { files })).toEqual({ code: 0, out: expected, err: '' });
  });

  it('are found for standard input and for compressed files', async () => {
    const world = { files: { ...files, 'e.json.gz': gzipSync(files['events.json']) }, stdin: files['paid.json'] };
    expect((await run(['route', 'p', '-', 'e.json.gz'], world)).out).toBe(
      '✓ standard input: orders/all, orders/paid\n✓ e.json.gz:1: orders/all, orders/paid\n✗ e.json.gz:2: no pattern\n',
    );
  });

  it('do not depend on the chunks of standard input', async () => {
    for (const name of ['events.json', 'paid.json'] as const) {
      const whole = await run(['route', 'p', '-'], { files, stdin: files[name] });
      const stdin = [...files[name]].map((character) => Buffer.from(character));
      expect(await run(['route', 'p', '-'], { files, stdin })).toEqual(whole);
    }
  });

  it('are a document with --format json', async () => {
    const { code, out } = await run(['route', 'p', 'paid.json', 'events.json', '--format', 'json'], { files });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      command: 'route',
      events: [
        { file: 'paid.json', ids: ['orders/all', 'orders/paid'] },
        { file: 'events.json', line: 1, ids: ['orders/all', 'orders/paid'] },
        { file: 'events.json', line: 2, ids: [] },
      ],
      skipped: 0,
      errors: [],
    });
  });

  it('are printed for the other files when one cannot be read', async () => {
    const { code, out, err } = await run(['route', 'p', 'broken.json', 'bad.ndjson', 'other.json'], { files });
    expect(code).toBe(2);
    expect(out).toBe('✓ bad.ndjson:1: orders/all\n✗ other.json: no pattern\n');
    expect(err).toContain('broken.json:2:12: the event is not JSON');
    expect(err).toContain('bad.ndjson:2:1: the event is not JSON');
  });

  it('are printed without bad lines that are skipped', async () => {
    const { code, out, err } = await run(['route', 'p', 'bad.ndjson', '--on-bad-line', 'skip'], { files });
    expect({ code, out }).toEqual({ code: 0, out: '✓ bad.ndjson:1: orders/all\n✓ bad.ndjson:3: orders/all\n' });
    expect(err).toContain('1 bad line skipped, the first at bad.ndjson:2:1');
  });

  it('are not printed for an event that is too large', async () => {
    const { code, err } = await run(['route', 'p', 'paid.json', '--max-line', '20'], { files });
    expect(code).toBe(2);
    expect(err).toContain('is too large for one event (20 bytes; see --max-line)');
  });
});

describe('--summary', () => {
  it('counts the events of each pattern, and lists those that no event reached', async () => {
    for (const jobs of ['1', '2']) {
      const argv = ['route', 'p', 'events.ndjson', 'paid.json', 'events.json', '--summary', '--jobs', jobs];
      expect(await run(argv, { files })).toEqual({
        code: 0,
        out: '4  orders/all\n3  orders/paid\n\n6 events, 2 of them reach no pattern\n1 pattern that nothing reached:\n  never\n',
        err: '',
      });
    }
  });

  it('prints a document with --format json', async () => {
    const { out } = await run(['route', 'p', 'events.ndjson', '--summary', '--format', 'json'], { files });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      command: 'route',
      events: 3,
      routed: 2,
      patterns: [
        { id: 'never', events: 0 },
        { id: 'orders/all', events: 2 },
        { id: 'orders/paid', events: 1 },
      ],
      unreached: ['never'],
      skipped: 0,
      errors: [],
    });
  });

  it('prints nothing when a line is bad, unless it is skipped', async () => {
    const failed = await run(['route', 'p', 'bad.ndjson', '--summary'], { files });
    expect({ code: failed.code, out: failed.out }).toEqual({ code: 2, out: '' });
    const skipped = await run(['route', 'p', 'bad.ndjson', '--summary', '--on-bad-line', 'skip'], { files });
    expect(skipped.out).toContain('2 events, each reaches a pattern');
    expect(skipped.err).toContain('1 bad line skipped');
  });

  it('prints zeros for no events', async () => {
    const { code, out } = await run(['route', 'p', '-', '--summary'], { files });
    expect(code).toBe(0);
    expect(out).toContain('0 events');
  });
});

describe('the last line on a terminal has the number of events', () => {
  test.each([
    [['paid.json', 'other.json', 'events.ndjson'], '5 events read, 3 reach a pattern'],
    [['paid.json', 'other.json', 'events.ndjson', '--summary'], '5 events read, 3 reach a pattern'],
    [['paid.json', '--format', 'json'], '1 event read, 1 reach a pattern'],
  ])('%j', async (argv, said) => {
    const { err } = await run(['route', 'p', ...argv], { files, isTTY: true });
    expect(err).toMatch(new RegExp(`^${said}; \\d+\\.\\d s\\n$`));
    expect((await run(['route', 'p', ...argv, '-q'], { files, isTTY: true })).err).toBe('');
    expect((await run(['route', 'p', ...argv], { files })).err).toBe('');
  });
});
