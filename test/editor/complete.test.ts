/** Completions while a pattern is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompleteOptions, type Completion, complete, contextAt, readPartialJson } from '../../src/editor/index.ts';
import { type Code, type DialectName, dialects, parsePattern, type Range } from '../../src/index.ts';
import { readJson } from '../../src/json.ts';
import { filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';
import { brokenText, closed } from './broken-text.ts';

const event =
  '{"source":"acs.oss","type":"oss:ObjectCreated","tenant":"t1","data":{"state":"paid","total":250,"ip":"10.0.0.7","tags":["a","b",1],"user":{"name":"x"}}}';
const events = [event, '{"source":"acs.ecs","data":{"state":"open","total":300.0,"paid":true', '{"source":"acs.oss"}'];

/** `|` marks the offset. */
function at(marked: string, options: CompleteOptions = { events }) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, ...complete(text, offset, options) };
}

function inserted(text: string, { start, end }: Range, item: Completion): string {
  return text.slice(0, start) + item.text + text.slice(end);
}

/** The text after the completion with a label is chosen. */
function chosen(marked: string, label: string, options?: CompleteOptions): string {
  const { text, range, items } = at(marked, options);
  const item = items.find((one) => one.label === label);
  return item === undefined ? `no ${label} in ${items.map((one) => one.label).join(' ')}` : inserted(text, range, item);
}

function labels(marked: string, options?: CompleteOptions): string[] {
  return at(marked, options).items.map(({ label }) => label);
}

/** Placeholders remain: only these findings may be left. */
const TO_FILL_IN: readonly Code[] = ['empty-operand', 'empty-conditions', 'empty-object', 'anything-but-empty-list'];

describe('complete', () => {
  const dialectName = fc.constantFrom<DialectName>('aliyun', 'rocketmq');
  const anywhere = fc.nat(1_000_000);

  it('leaves a truncated pattern without new JSON errors, and complete once its brackets are closed', () => {
    let tried = 0;
    const cut = dialectName.chain((dialect) => fc.tuple(fc.constant(dialect), filterPattern(dialect), anywhere));
    fc.assert(
      fc.property(cut, ([dialect, whole, place]) => {
        const text = whole.slice(0, place % (whole.length + 1));
        const { range, items } = complete(text, text.length, { dialect, events });
        for (const item of items) {
          const result = inserted(text, range, item);
          expect(readPartialJson(result).problems.filter(({ endsTooSoon }) => !endsTooSoon)).toEqual([]);
          expect(readJson(closed(result, result.length) ?? '').problem, result).toBeUndefined();
          tried++;
        }
      }),
      { numRuns: runs(600) },
    );
    expect(tried).toBeGreaterThan(runs(600));
  });

  it('leaves a whole pattern valid JSON at any place, except for placeholders', () => {
    let tried = 0;
    const somewhere = dialectName.chain((dialect) => fc.tuple(fc.constant(dialect), filterPattern(dialect), anywhere));
    fc.assert(
      fc.property(somewhere, ([dialect, text, place]) => {
        const offset = place % (text.length + 1);
        const { slot, has, range: there, operator } = contextAt(text, offset);
        const { range, items } = complete(text, offset, { dialect, events });
        for (const item of items) {
          const result = inserted(text, range, item);
          expect(readJson(result).problem, result).toBeUndefined();
          tried++;
          // A replaced name of a value, or an operand of `numeric`, may not fit the rest.
          if (has !== undefined || operator !== undefined || (slot === 'value' && there.end > there.start)) continue;
          const { diagnostics } = parsePattern(result, { dialect });
          const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
          expect(
            errors.filter((code) => !TO_FILL_IN.includes(code)),
            result,
          ).toEqual([]);
        }
      }),
      { numRuns: runs(600) },
    );
    expect(tried).toBeGreaterThan(runs(600));
  });

  it('never throws, and stays inside the text', () => {
    fc.assert(
      fc.property(brokenText(), fc.integer({ min: -1, max: 60 }), dialectName, (text, offset, dialect) => {
        const { range, items } = complete(text, offset, { dialect, events: [text, event] });
        expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
        for (const { text: put, places } of items) {
          for (const { start, end } of places) expect(start <= end && end <= put.length).toBe(true);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    // Names.
    ['{|}', 'source', '{"source": []}'],
    ['{|', 'data', '{"data": {}'],
    ['{"so|', 'source', '{"source": []'],
    ['{"so|": ["a"]}', 'source', '{"source": ["a"]}'],
    ['{"source": ["a"]|}', 'type', '{"source": ["a"], "type": []}'],
    ['{"source": ["a"],|}', 'type', '{"source": ["a"],"type": []}'],
    ['{|"source": ["a"]}', 'type', '{"type": ["a"]}'],
    ['{| "source": ["a"]}', 'type', '{"type": [],  "source": ["a"]}'],
    ['{"source": ["a"] | "type": ["b"]}', 'data', '{"source": ["a"] , "data": {},  "type": ["b"]}'],
    ['{"data": {|}}', 'user', '{"data": {"user": {}}}'],
    ['{"data": {"user": {"|', 'name', '{"data": {"user": {"name": []'],
    // Values.
    ['|', '{}', '{}'],
    ['{"source":|', '"acs.oss"', '{"source":["acs.oss"]'],
    ['{"source":| }', '[]', '{"source": []}'],
    ['{"source": [|]}', '"acs.ecs"', '{"source": ["acs.ecs"]}'],
    ['{"source": ["ac|]}', '"acs.oss"', '{"source": ["acs.oss"]}'],
    ['{"source": ["acs.oss"|]}', '"acs.ecs"', '{"source": ["acs.ecs"]}'],
    ['{"source": ["acs.oss" |]}', '"acs.ecs"', '{"source": ["acs.oss" , "acs.ecs"]}'],
    ['{"data": {"total": [|', '300.0', '{"data": {"total": [300.0'],
    ['{"data": {"tags": [|', '1', '{"data": {"tags": [1'],
    ['{"data": {"paid": [tru|', 'true', '{"data": {"paid": [true'],
    // Operators and operands.
    ['{"source": [|', '{"prefix": ""}', '{"source": [{"prefix": ""}'],
    ['{"source": [{|', 'prefix', '{"source": [{"prefix": ""'],
    ['{"source": [{"pre|": "acs."}]}', 'prefix', '{"source": [{"prefix": "acs."}]}'],
    ['{"source": [{"prefix":|}]}', '"acs.oss"', '{"source": [{"prefix":"acs.oss"}]}'],
    ['{"data": {"paid": [{"exists":|', 'false', '{"data": {"paid": [{"exists":false'],
    ['{"data": {"total": [{"numeric": [|', '">="', '{"data": {"total": [{"numeric": [">="'],
    ['{"data": {"total": [{"numeric": [">",|', '250', '{"data": {"total": [{"numeric": [">",250'],
    ['{"data": {"total": [{"numeric": [">", 5, "<"|', '"<="', '{"data": {"total": [{"numeric": [">", 5, "<="'],
    ['{"data": {"ip": [{"cidr": "|', '"10.0.0.7"', '{"data": {"ip": [{"cidr": "10.0.0.7"'],
    ['{"data": {"state": [{"anything-but": [|', '"paid"', '{"data": {"state": [{"anything-but": ["paid"'],
    ['{"data": {"state": [{"anything-but": {|', 'prefix', '{"data": {"state": [{"anything-but": {"prefix": ""'],
    ['{"data": {"state": [{"anything-but":|', '{"prefix": ""}', '{"data": {"state": [{"anything-but":{"prefix": ""}'],
  ])('completes %s with %s to %s', (marked, label, result) => {
    expect(chosen(marked, label)).toBe(result);
  });

  it('offers names that are not yet in the pattern, those of the events first', () => {
    expect(labels('{"source": ["a"], |}').slice(0, 3)).toEqual(['data', 'type', 'tenant']);
    expect(labels('{"source": ["a"], |}')).toContain('aliyunregionid');
    expect(labels('{"source": ["a"], |}')).not.toContain('source');
    expect(labels('{|}', { extensions: ['tenantid'] })).toContain('tenantid');
  });

  it('gives the origin of each value', () => {
    expect(at('{"source": [|').items[0]).toMatchObject({ label: '"acs.oss"', detail: 'in 2 of 3 events' });
    expect(at('{"source": [|', { events: [event] }).items[0]?.detail).toBe('in the event');
  });

  it('offers values for the operand', () => {
    expect(labels('{"data": {"ip": [{"cidr": |')).toEqual(['"10.0.0.7"', '"10.0.0.0/24"']);
    expect(labels('{"data": {"total": [{"numeric": [|')).toEqual(['"="', '"!="', '"<"', '"<="', '">"', '">="']);
    expect(labels('{"data": {"total": [{"prefix": |')).toEqual(['""']);
    expect(labels('{"data": {"paid": [{"exists": |')).toEqual(['true', 'false']);
  });

  it('offers the operators of each dialect', () => {
    for (const { name } of dialects) {
      const dialect = name as DialectName;
      expect(labels('{"source": [{|', { dialect }).includes('contains')).toBe(dialect === 'aliyun');
      expect(labels('{"source": [{"prefix": "a", |', { dialect }).includes('suffix')).toBe(dialect === 'aliyun');
    }
  });

  describe('in the dialect aws', () => {
    const s3 =
      '{"version":"0","detail-type":"Object Created","source":"aws.s3","detail":{"tags":["x"],"records":[{"key":"a.png","size":3},{"key":"b.png"}]}}';
    const aws = (marked: string) => labels(marked, { dialect: 'aws', events: [s3] });

    it('offers names at every level, also inside of branches and of arrays', () => {
      expect(aws('{|')).toEqual('version detail-type source detail id account time region resources $or'.split(' '));
      expect(aws('{"$or": [{"source": ["a"]}, {|')).toContain('detail-type');
      expect(aws('{"detail": {|')).toEqual(['tags', 'records', '$or']);
      expect(aws('{"detail": {"$or": [{"records": {|')).toEqual(['key', 'size', '$or']);
      expect(aws('{"detail": {"records": {"key": [|').slice(0, 2)).toEqual(['"a.png"', '"b.png"']);
    });

    it('offers branches', () => {
      expect(aws('{"$or": |')).toEqual(['[{}, {}]']);
      expect(aws('{"$or": [|')).toEqual(['{}']);
    });

    it('offers its operators with each form of their operands, but none that is not documented', () => {
      expect(aws('{"detail": {"a": [{|')).toEqual(
        'prefix suffix anything-but numeric cidr exists equals-ignore-case wildcard'.split(' '),
      );
      expect(aws('{"detail": {"a": [{"prefix": |')).toEqual(['""', '{"equals-ignore-case": ""}']);
      expect(aws('{"detail": {"a": [{"anything-but": {|')).toEqual(
        'prefix suffix equals-ignore-case wildcard'.split(' '),
      );
      expect(aws('{"detail": {"a": [{"numeric": [">", 1, |')).toEqual(['"<"', '"<="']);
      expect(aws('{"detail": {"a": [{"cidr": |')).toEqual(['"10.0.0.0/24"', '"2001:db8::/32"']);
    });

    it('offers what is accepted without a finding, once it is filled in', () => {
      const { items } = complete('{"detail": {"a": [', 18, { dialect: 'aws' });
      expect(items.length).toBeGreaterThan(15);
      for (const { text, places } of items) {
        const empty = places.filter(({ start, end }) => start === end).toReversed();
        const filled = empty.reduce((all, { start }) => `${all.slice(0, start)}x${all.slice(start)}`, text);
        expect([filled, parsePattern(`{"detail":{"a":[${filled}]}}`, { dialect: 'aws' }).diagnostics]).toEqual([
          filled,
          [],
        ]);
      }
    });
  });

  it.each(['{}|', '{"a"| : 1}'.replace('| ', ' |'), '{"a": |[1]}', '{"source": {"x": |', '[[|'])(
    'offers nothing at %s',
    (marked) => {
      expect(labels(marked)).toEqual([]);
    },
  );

  it('marks the placeholders', () => {
    const item = at('{"data": {"total": [|').items.find(({ label }) => label.includes('"<"'))!;
    expect(item.places.map(({ start, end }) => item.text.slice(start, end))).toEqual(['>=', '0', '<', '10']);
  });

  it('accepts parsed events', () => {
    const read = events.map((text) => readPartialJson(text).node);
    expect(at('{"source": [|', { events: read })).toEqual(at('{"source": [|', { events }));
  });

  it('refuses an unknown dialect', () => {
    expect(() => complete('{', 1, { dialect: 'x' as DialectName })).toThrow(TypeError);
  });
});

describe('contextAt', () => {
  it.each([
    [
      '{"data": {"a": [1, {"numeric": ["|',
      { slot: 'value', path: ['data', 'a', 1, 'numeric', 0], operator: 'numeric' },
    ],
    [
      '{"data": {"st|": [1], "b": [2]}}',
      { slot: 'name', path: ['data'], written: 'st', siblings: ['b'], has: 'array' },
    ],
    ['{"data": {"a": [1] |"b": [2]}}', { slot: 'name', path: ['data'], has: 'array' }],
    ['{"source": ["a|cs"]}', { slot: 'value', path: ['source', 0], written: 'a', range: { start: 12, end: 17 } }],
    ['{"source": ["a|cs]}', { slot: 'value', range: { start: 12, end: 14 } }],
  ])('of %s is %j', (marked, expected) => {
    expect(contextAt(marked.replace('|', ''), marked.indexOf('|'))).toMatchObject(expected);
  });
});
