/** Containers of events other than lines: arrays, pretty-printed values, text sequences. And how they are detected or declared. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ValueScanner } from '../../../src/cli/lines/values.ts';
import { run } from '../run-main.ts';

const SHOP = '{"source":"shop","data":{"x":1.50,"t":"a \\"}] [{, \\\\ b"}}';
const OTHER = '{"source":"other"}';
const P = '{"source":["shop"]}';
const PRETTY = '{\n  "source": "shop",\n  "data": {\n    "x": 1.50,\n    "t": "a \\"}] [{, \\\\ b"\n  }\n}\n';

/** Each contains one event that matches, and another one. */
const CONTAINERS: readonly (readonly [string, string])[] = [
  ['an array', `[${SHOP},${OTHER}]`],
  ['a pretty array', `[\n ${PRETTY},\n ${OTHER}\n]\n`],
  ['an array with a mark', `\ufeff[${SHOP}, ${OTHER}]`],
  ['an array with CRLF', `[\r\n${PRETTY.replaceAll('\n', '\r\n')},\r\n${OTHER}\r\n]\r\n`],
  ['two arrays', `[${SHOP}]\n[]\n[${OTHER}]\n`],
  ['pretty values', `${PRETTY}{\n  "source": "other"\n}\n`],
  ['pretty values with a mark', `\ufeff${PRETTY}${OTHER}\n`],
  ['pretty values with blank lines', `\n${PRETTY}\n\n${OTHER}`],
  ['values without white space', `${SHOP}${OTHER}`],
  ['values on one line', `${SHOP} ${OTHER}`],
  ['a text sequence', `\u001e${SHOP}\n\u001e${OTHER}\n`],
];

describe('filter', () => {
  test.each(CONTAINERS)('accepts %s', async (_, text) => {
    for (const [name, world] of [
      ['e.json', { files: { 'p.json': P, 'e.json': text } }],
      ['e.ndjson', { files: { 'p.json': P, 'e.ndjson': text } }],
      ['e.gz', { files: { 'p.json': P, 'e.gz': gzipSync(text) } }],
      ['-', { files: { 'p.json': P }, stdin: [...Buffer.from(text)].map((byte) => Buffer.from([byte])) }],
    ] as const) {
      expect(await run(['filter', 'p.json', name], world), name).toEqual({ code: 0, out: `${SHOP}\n`, err: '' });
    }
    const world = { files: { 'p.json': P, 'e.json': text } };
    expect((await run(['filter', 'p.json', 'e.json', '--invert', '--count'], world)).out).toBe('1\n');
    expect((await run(['filter', 'p.json', 'e.json', '--input', 'values', '--count'], world)).out).toBe('1\n');
    const ids = JSON.parse((await run(['filter', 'p.json', 'e.json', '--ids'], world)).out);
    expect(ids).toEqual({ ids: ['p'], event: JSON.parse(SHOP) });
  });

  test.each([
    ['lines', `${SHOP}\n${OTHER}\n`],
    ['one line', SHOP],
    ['lines with blank ones', `\n${SHOP}\n\n${OTHER}\n`],
  ])('keeps %s byte for byte', async (_, text) => {
    const spaced = text.replace('{"source"', '{ "source" ');
    const files = { 'p.json': P, 'e.json': spaced };
    expect((await run(['filter', 'p.json', 'e.json'], { files })).out).toBe(
      `${SHOP.replace('{"source"', '{ "source" ')}\n`,
    );
  });

  test.each([
    ['an empty array', '[]', undefined],
    ['an array in an array', '[[]]', 'event 1: '],
    ['no comma', `[${OTHER} ${OTHER}]`, 'event 2: '],
    ['a comma too many', `[${OTHER},]`, 'event 2: '],
    ['a comma first', `[,${OTHER}]`, 'event 1: '],
    ['an array that does not end', `[${OTHER}`, 'event 2: '],
    ['an event that does not end', `[${OTHER},{"a":`, 'event 2: '],
    ['a value that is no event', `[${OTHER},1]`, 'event 2: '],
    ['a word', `[${OTHER},nul]`, 'event 2: '],
    ['a broken event', `[${OTHER},{"a":}]`, 'event 2: '],
    ['a line end in a string', `[${OTHER},{"a":"\n"}]`, 'event 2: '],
    ['a bracket too many', `[${OTHER}]]`, 'event 2: '],
  ])('%s', async (_, text, place) => {
    const { code, err } = await run(['filter', 'p.json', 'e.json'], { files: { 'p.json': P, 'e.json': text } });
    expect(code).toBe(place === undefined ? 0 : 2);
    if (place !== undefined) expect(err).toContain(`eb-pattern: e.json: ${place}`);
  });

  test('continues after a bad event, and counts it', async () => {
    const files = { 'p.json': P, 'e.json': `[{"a":},${SHOP},2,${SHOP}]` };
    const { code, out, err } = await run(['filter', 'p.json', 'e.json', '--on-bad-line', 'skip', '--count'], { files });
    expect([code, out]).toEqual([0, '2\n']);
    expect(err).toContain('2 bad events skipped, the first at e.json: event 1: ');
  });

  test('reads lines with `--input lines`', async () => {
    const files = { 'p.json': P, 'e.json': `[${SHOP}]\n` };
    const { code, err } = await run(['filter', 'p.json', 'e.json', '--input', 'lines'], { files });
    expect(code).toBe(2);
    expect(err).toContain('e.json:1:1: ');
  });

  test('reads a broken first line as a bad line', async () => {
    for (const line of ['{"source":"shop', '{"source":}', 'x', '{"source":"shop"} x']) {
      const files = { 'p.json': P, 'e.ndjson': `${line}\n${SHOP}\n` };
      expect((await run(['filter', 'p.json', 'e.ndjson'], { files })).err, line).toMatch(/^eb-pattern: e\.ndjson:1:/);
    }
  });

  test('gives the same result for many events with several jobs', async () => {
    const files = {
      'p.json': P,
      'e.json': `[\n${Array.from({ length: 5000 }, (_, i) => (i % 5 === 0 ? SHOP : OTHER)).join(',\n')}\n]`,
    };
    for (const jobs of ['1', '2']) {
      expect((await run(['filter', 'p.json', 'e.json', '--count', '--jobs', jobs], { files })).out).toBe('1000\n');
    }
  });
});

test('the values do not depend on the boundaries of chunks', () => {
  for (const [, text] of CONTAINERS) {
    const bytes = Buffer.from(text);
    const whole = new ValueScanner();
    const expected = Buffer.concat([Buffer.from(whole.push(bytes)), whole.end()]).toString();
    for (let cut = 0; cut <= bytes.length; cut++) {
      const values = new ValueScanner();
      const parts = [bytes.subarray(0, cut), bytes.subarray(cut)].map((part) => Buffer.from(values.push(part)));
      expect(Buffer.concat([...parts, values.end()]).toString()).toBe(expected);
    }
  }
});

describe('route', () => {
  test.each(CONTAINERS)('accepts %s', async (_, text) => {
    const files = { 'p/shop.json': P, 'e.json': text };
    const { code, out } = await run(['route', 'p', 'e.json'], { files });
    expect([code, out]).toEqual([0, '✓ e.json, event 1: shop\n✗ e.json, event 2: no pattern\n']);
    const json = JSON.parse((await run(['route', 'p', 'e.json', '--format', 'json'], { files })).out);
    expect(json.events).toEqual([
      { file: 'e.json', event: 1, ids: ['shop'] },
      { file: 'e.json', event: 2, ids: [] },
    ]);
    expect((await run(['route', 'p', 'e.json', '--summary'], { files })).out).toContain(
      '2 events, 1 of them reaches no pattern',
    );
  });

  test('reads one event over one line or several', async () => {
    for (const text of [SHOP, PRETTY, `\n${PRETTY}\n`]) {
      const { out } = await run(['route', 'p', 'e.json'], { files: { 'p/shop.json': P, 'e.json': text } });
      expect(out).toBe('✓ e.json: shop\n');
    }
  });
});

describe('commands for a single event refuse other containers', () => {
  test.each([
    ['an array', `[${SHOP},${OTHER}]`, 'an array of 2 events'],
    ['an array of one', `[${SHOP}]`, 'an array of 1 event,'],
    ['an empty array', '[]', 'an array of 0 events'],
    ['lines', `${SHOP}\n${OTHER}\n`, 'NDJSON, an event on each line'],
    ['pretty values', `${PRETTY}${PRETTY}`, 'several events, one after the other'],
    ['values of one line', '{"a":1}{"a":2}', 'several events, one after the other'],
    ['a text sequence', `\u001e${SHOP}\n`, 'a JSON text sequence'],
  ])('%s is named in the message', async (_, text, what) => {
    const files = { 'p.json': P, 'e.json': text };
    for (const command of ['match', 'explain']) {
      const { code, err } = await run([command, 'p.json', 'e.json'], { files });
      expect(code).toBe(2);
      expect(err).toContain(`e.json: this is ${what}`);
      expect(err).toContain('`filter` and `route`');
    }
  });

  test('match reads lines with --ndjson', async () => {
    const files = { 'p.json': P, 'e.ndjson': `${SHOP}\n\n${OTHER}\r\n{"a":\n` };
    const { code, out, err } = await run(['match', 'p.json', 'e.ndjson', '--ndjson'], { files });
    expect(code).toBe(2);
    expect(out).toBe('✓ e.ndjson:1: match\n✗ e.ndjson:3: no match\n');
    expect(err).toMatch(/^eb-pattern: e\.ndjson:4:\d: /);
  });
});

describe('output of `filter --ids`', () => {
  const says = /^eb-pattern: .*: this is no event: it is output of `filter --ids`, .*leave out `--ids`/s;
  const files = { 'p.json': P, 'q.json': '{}', 'e.ndjson': `${SHOP}\n${OTHER}\n${SHOP}\n` };

  test.each([
    ['filter', 'p.json', 'x.json'],
    ['filter', 'p.json', 'x.ndjson'],
    ['filter', 'p.json', 'x.gz'],
    ['filter', 'p.json'],
    ['filter', 'p.json', '--invert'],
    ['filter', 'p.json', 'x.ndjson', '--count'],
    ['route', 'p.json', 'x.json'],
    ['route', 'p.json', 'x.ndjson'],
    ['route', 'p.json', '-'],
    ['match', 'p.json', 'x.json', '--ndjson'],
    ['explain', 'p.json', 'x.json', '--ndjson'],
  ])('is named by %s %s %s', async (...argv) => {
    for (const patterns of [['p.json'], ['p.json', '-p', 'q.json']]) {
      const { out } = await run(['filter', ...patterns, 'e.ndjson', '--ids'], { files });
      expect(out.split('\n').length).toBeGreaterThan(2);
      const world = { ...files, 'x.json': out, 'x.ndjson': `\n${out}`, 'x.gz': gzipSync(out) };
      const found = await run(argv, { files: world, stdin: [Buffer.from(out)], columns: 1000 });
      expect({ code: found.code, out: found.out }).toEqual({ code: 2, out: '' });
      expect(found.err).toMatch(says);
    }
  });

  test.each([['filter'], ['route'], ['match'], ['explain']])('of one line is named by %s', async (command) => {
    const { out } = await run(['filter', 'p.json', 'e.ndjson', '--ids', '--limit', '1'], { files });
    for (const text of [out, JSON.stringify(JSON.parse(out), null, 2)]) {
      const found = await run([command, 'p.json', 'x.json'], { files: { ...files, 'x.json': text }, columns: 1000 });
      expect({ code: found.code, out: found.out }).toEqual({ code: 2, out: '' });
      expect(found.err).toMatch(says);
    }
  });

  test.each([
    ['more members', '{"ids":["p"],"event":{},"source":"shop"}'],
    ['another order', '{"event":{},"ids":["p"]}'],
    ['no ids', '{"ids":[],"event":{}}'],
    ['ids that are numbers', '{"ids":[1],"event":{}}'],
    ['an event that is text', '{"ids":["p"],"event":"x"}'],
  ])('is not what an event with %s resembles', async (_, event) => {
    const { code, out, err } = await run(['filter', 'q.json', 'e.ndjson'], {
      files: { ...files, 'e.ndjson': `${event}\n` },
    });
    expect({ code, out, err }).toEqual({ code: 0, out: `${event}\n`, err: '' });
  });

  test('is an event where the container is declared', async () => {
    const line = '{"ids":["p"],"event":{}}\n';
    const { code, out } = await run(['filter', 'q.json', '--input', 'lines'], { files, stdin: [Buffer.from(line)] });
    expect({ code, out }).toEqual({ code: 0, out: line });
  });
});
