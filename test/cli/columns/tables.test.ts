/** Tables made by another program (fixtures/make.py), read by `filter`, `route` and `backtest`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../bench/corpus.ts';
import { arrowLines } from '../../../src/cli/columns/arrow.ts';
import { chooseColumn } from '../../../src/cli/columns/column.ts';
import { peer } from '../../../src/cli/columns/peer.ts';
import { linesOfRows, noRows, type Value } from '../../../src/cli/columns/rows.ts';
import { Failure } from '../../../src/cli/findings/failure.ts';
import { lines, run } from '../run-main.ts';

const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url));
const bytesOf = (name: string): Buffer => readFileSync(FOLDER + name);
const TABLES = readdirSync(FOLDER).filter((name) => /\.(parquet|arrows?)$/.test(name) && name !== 'lz4.arrow');

/** The rows of make.py, as lines; undefined where a row has no event. */
const ROWS = Array.from({ length: 40 }, (_, i) => {
  if (i % 9 === 3 || i === 10) return undefined;
  if (i === 20) return '{   "source": "acs.oss",    "id": "20" }';
  const text = 'é'.repeat(i === 30 ? 3000 : i % 4);
  return `{"source":"${['acs.oss', 'acs.ecs'][i % 2]}","id":"${i}","text":"${text}"}`;
});
const EVENTS = ROWS.filter((row) => row !== undefined);
const OSS = EVENTS.filter((row) => row.includes('acs.oss'));
const EMPTY = '6 of 40 rows of the column `body` have no event (null or blank), the first is row 4';

const patterns = { 'oss.json': '{"source":["acs.oss"]}', 'ecs.json': '{"source":["acs.ecs"]}' };
const world = (name: string, bytes = bytesOf(name)) => ({ files: { ...patterns, [name]: bytes } });

describe.each(TABLES)('%s', (name) => {
  it('has the rows as lines', async () => {
    const { code, out, err } = await run(['filter', 'oss.json', name], world(name));
    expect(err).toBe(`eb-pattern: ${name}: ${EMPTY}\n`);
    expect({ code, lines: lines(out) }).toEqual({ code: 0, lines: OSS });
  });

  it('that is cut off gives an error, and no row twice or wrong', async () => {
    const bytes = bytesOf(name);
    const isStream = name.endsWith('.arrows');
    const random = seeded(7);
    for (let i = 0; i < 6; i++) {
      const end = 8 + Math.floor(random() * (bytes.length - 9));
      const { code, out, err } = await run(['filter', '{}', name], world(name, bytes.subarray(0, end)));
      const found = lines(out);
      expect(EVENTS.slice(0, found.length), `${end} bytes`).toEqual(found);
      // A stream may end behind any batch.
      if (isStream && code === 0) continue;
      expect({ end, code }).toEqual({ end, code: 2 });
      expect(err).toMatch(/: this is not whole (Parquet|Arrow) data: .+\n$/);
    }
  });

  it('with another byte ends with rows or with an error', async () => {
    const random = seeded(11);
    for (let i = 0; i < 10; i++) {
      const bytes = Buffer.from(bytesOf(name));
      bytes[8 + Math.floor(random() * (bytes.length - 8))] = Math.floor(random() * 256);
      const { code, err } = await run(
        ['filter', '{}', name, '--on-bad-line', 'skip', '--column', 'body'],
        world(name, bytes),
      );
      expect([0, 2]).toContain(code);
      expect(err).not.toMatch(/\n {4}at /);
    }
  });
});

describe('a table', () => {
  it('is recognised without its name, and from a pipe', async () => {
    const files = { ...patterns, table: bytesOf('snappy.parquet') };
    expect(lines((await run(['filter', 'oss.json', 'table'], { files })).out)).toEqual(OSS);
    for (const name of ['text.arrow', 'text.arrows']) {
      const bytes = bytesOf(name);
      const stdin = [bytes.subarray(0, 3), bytes.subarray(3, 2000), bytes.subarray(2000)];
      const { out, err } = await run(['filter', 'oss.json', '-', '--column', 'body'], { files: patterns, stdin });
      expect({ err, lines: lines(out) }).toEqual({ err: `eb-pattern: standard input: ${EMPTY}\n`, lines: OSS });
    }
  });

  it('that is Parquet is not read from a pipe', async () => {
    const { code, err } = await run(['filter', 'oss.json'], { files: patterns, stdin: [bytesOf('none.parquet')] });
    expect(code).toBe(2);
    expect(err).toContain('Parquet is read from its end, which a pipe does not have; name the file');
  });

  it('gives an answer for each row with --each, and null for one without an event', async () => {
    const { out } = await run(['filter', 'oss.json', 'none.parquet', '--each'], world('none.parquet'));
    expect(lines(out)).toEqual(ROWS.map((row) => (row === undefined ? 'null' : String(row.includes('acs.oss')))));
  });

  it('is routed and counted', async () => {
    const { files } = world('text.arrow');
    const given = ['route', '.', 'text.arrow', '--format', 'json'];
    const { events } = JSON.parse((await run(given, { files })).out);
    expect(events[2]).toEqual({ file: 'text.arrow', event: 3, ids: ['oss'] });
    expect(events).toHaveLength(EVENTS.length);
    const { out, err } = await run([...given, '--summary'], { files });
    expect(JSON.parse(out)).toMatchObject({ events: EVENTS.length, routed: EVENTS.length, unreached: [] });
    expect(err).toContain(EMPTY);
  });

  it('is an input of backtest, with the numbers of rows', async () => {
    const given = ['backtest', 'oss.json', 'ecs.json', 'zstd.parquet', '--format', 'json'];
    const { counted } = JSON.parse((await run(given, world('zstd.parquet'))).out);
    const [{ lost, gained }] = counted;
    expect([lost.events, gained.events]).toEqual([OSS.length, EVENTS.length - OSS.length]);
    expect(gained.examples[0]).toMatchObject({ file: 'zstd.parquet', number: 2, event: EVENTS[1] });
  });

  it('with a bad row is an error with the number of the row and the column', async () => {
    const files = { 'p.json': '{"n":[1]}', 'e.arrow': bytesOf('text.arrow') };
    for (const row of [2, 20]) {
      // The first letter of a name in the event, in place.
      const bad = Buffer.from(files['e.arrow']);
      const at = bad.indexOf(`"id":"${row - 1}"`);
      bad[at] = 0x78;
      const { code, err } = await run(['filter', 'p.json', 'e.arrow'], { files: { ...files, 'e.arrow': bad } });
      expect(code).toBe(2);
      expect(err).toMatch(new RegExp(`^eb-pattern: e.arrow: row ${row} of the column \`body\`: `));
    }
  });

  it('is named where one event or pattern is read', async () => {
    for (const given of [
      ['check', 'none.parquet'],
      ['match', 'oss.json', 'none.parquet'],
    ]) {
      const { code, err } = await run(given, world('none.parquet'));
      expect(code).toBe(2);
      expect(err).toContain('this is Parquet data, of which `filter`, `route` and `backtest` read a column of events');
    }
  });

  it('compressed with LZ4 is refused as Arrow', async () => {
    const { code, err } = await run(['filter', 'oss.json', 'lz4.arrow'], world('lz4.arrow'));
    expect({ code, err: err.trim() }).toEqual({
      code: 2,
      err: 'eb-pattern: lz4.arrow: this is Arrow data compressed with LZ4, which is not read; write it with zstd, or without compression',
    });
  });
});

describe('--column', () => {
  it.each([
    ['n', 'the column `n` has neither texts nor bytes; columns with them: `body` ('],
    ['struct', 'the column `struct` has neither texts nor bytes; columns with them: `body` ('],
    ['Body', 'there is no column `Body` among the columns: `struct` ('],
  ])('%s is refused', async (column, message) => {
    for (const name of ['none.parquet', 'text.arrow']) {
      const { code, err } = await run(['filter', 'oss.json', name, '--column', column], world(name));
      expect({ code, lines: lines(err).length }).toEqual({ code: 2, lines: 1 });
      expect(err).toContain(`${name}: ${message}`);
    }
  });

  it('is for tables', async () => {
    const files = { ...patterns, 'e.ndjson': '{}\n' };
    for (const given of [['e.ndjson'], []]) {
      const { code, err } = await run(['filter', 'oss.json', ...given, '--column', 'a'], { files, stdin: '{}\n' });
      expect({ code, err }).toEqual({
        code: 2,
        err: 'eb-pattern: `--column` is for Parquet and Arrow data, and the input is neither\n',
      });
    }
  });

  it('goes with no --input values', async () => {
    const { err } = await run(['filter', 'oss.json', 'none.parquet', '--input', 'values'], world('none.parquet'));
    expect(err).toContain('none.parquet: each row is an event, and `--input values` is for text');
  });

  it('is needed where several columns have texts, and none is chosen where none has', () => {
    const column = (name: string, isText: boolean) => ({ name, type: isText ? 'STRING' : 'INT64', isText });
    const choose = (...columns: readonly ReturnType<typeof column>[]) => chooseColumn('t', columns, undefined);
    expect(choose(column('a', false), column('b', true))).toBe(1);
    expect(() => choose(column('a', true), column('b', true), column('c', false))).toThrow(
      '`a` (STRING), `b` (STRING)',
    );
    expect(() => choose(column('a', false))).toThrow('no column has texts or bytes');
    expect(() => choose(...Array.from({ length: 50 }, (_, i) => column(`c${i}`, false)))).toThrow('and 30 more');
  });
});

describe('a package that is not installed', () => {
  it('is named with the command that installs it', async () => {
    const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    const failed = peer('hyparquet', 'e.parquet', 'Parquet', () => Promise.reject(missing));
    const message = 'Parquet is read with the package hyparquet, which is not installed; write `npm install hyparquet`';
    await expect(failed).rejects.toThrow(Failure);
    await expect(failed).rejects.toMatchObject({ problems: [{ file: 'e.parquet', message }] });
  });
});

describe('rows as lines', () => {
  async function linesFor(...values: readonly Value[]): Promise<string> {
    async function* batches(): AsyncGenerator<readonly Value[]> {
      for (const value of values) yield [value];
    }
    const pieces: Buffer[] = [];
    for await (const piece of linesOfRows(batches(), noRows())) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  }

  it.each([
    ['{\n\t"a":\r\n1}', '{ \t"a":  1}'],
    // A control character in a string stays one, so that the event is still refused.
    ['{"a":"\n"}', '{"a":"\r"}'],
    ['{"a":"\\"\n","b":\n1}', '{"a":"\\"\r","b": 1}'],
    ['{"a":"\\\n"}', '{"a":"\\\r"}'],
    ['{"a":"\\\\",\n"b":1}', '{"a":"\\\\", "b":1}'],
  ])('%j is one line', async (value, line) => {
    expect(await linesFor(Buffer.from(value))).toBe(`${line}\n`);
  });

  it('are whole beside values of any length', async () => {
    const sizes = [1, (1 << 20) - 2, (1 << 20) - 1, 1 << 20, 5, 3 << 20, 0, 1];
    const values = sizes.map((size) => Buffer.alloc(size, 0x61));
    expect(await linesFor(...values)).toBe(values.map((value) => `${value}\n`).join(''));
  });

  it('of Arrow are read from chunks of any size', async () => {
    const bytes = bytesOf('dictionary.arrows');
    for (const size of [1, 7, 1000]) {
      async function* chunks(): AsyncGenerator<Buffer> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const pieces: Buffer[] = [];
      for await (const piece of arrowLines('e', chunks(), undefined, noRows())) pieces.push(piece);
      expect(lines(Buffer.concat(pieces).toString())).toEqual(ROWS.map((row) => row ?? ''));
    }
  });
});
