/** Explanations of incomplete events agree with those of the finished event. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPartial, readPartialJson } from '../../src/editor/index.ts';
import { compilePattern, type JsonNode } from '../../src/index.ts';
import { readJson } from '../../src/json.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

const PATTERN = '{"source": ["a"], "data": {"n": [{"numeric": [">", 5]}], "tags": ["x"], "k": [{"exists": false}]}}';

function explained(event: string, pattern = PATTERN) {
  const { matches, fields, unread } = explainPartial(compilePattern(pattern), readPartialJson(event).node);
  return [
    matches,
    Object.fromEntries(fields.map(({ pointer, holds }) => [pointer, holds])),
    Object.fromEntries(unread.map(({ pointer, endsAt }) => [pointer, endsAt.pointer])),
  ];
}

describe('explainPartial of an incomplete event', () => {
  it.each<[string, string, boolean | undefined, object, object]>([
    ['nothing', '', undefined, {}, { '/source': '', '/data/n': '', '/data/tags': '', '/data/k': '' }],
    [
      'an object that has no end',
      '{"source": "a", ',
      undefined,
      { '/source': true },
      { '/data/n': '', '/data/tags': '', '/data/k': '' },
    ],
    [
      'a string that has no end',
      '{"source": "a',
      undefined,
      {},
      { '/source': '/source', '/data/n': '', '/data/tags': '', '/data/k': '' },
    ],
    [
      'a value that is missing',
      '{"source": , "data": {"n": 7, "tags": ["x"]}}',
      undefined,
      { '/data/n': true, '/data/tags': true, '/data/k': true },
      { '/source': '/source' },
    ],
    [
      'a number that may go on',
      '{"source": "a", "data": {"n": 7',
      undefined,
      { '/source': true },
      { '/data/n': '/data/n', '/data/tags': '/data', '/data/k': '/data' },
    ],
    [
      'a number that does not go on',
      '{"source": "a", "data": {"n": 7, ',
      undefined,
      { '/source': true, '/data/n': true },
      { '/data/tags': '/data', '/data/k': '/data' },
    ],
    [
      'a list that has no end',
      '{"source": "a", "data": {"tags": ["x", ',
      undefined,
      { '/source': true },
      { '/data/n': '/data', '/data/tags': '/data/tags', '/data/k': '/data' },
    ],
    [
      'a field that fails for sure',
      '{"source": "b", "data": {"n": 7',
      false,
      { '/source': false },
      { '/data/n': '/data/n', '/data/tags': '/data', '/data/k': '/data' },
    ],
    [
      'what is no object',
      '{"source": "a", "data": ["x"',
      false,
      { '/source': true, '/data/n': false, '/data/tags': false, '/data/k': true },
      {},
    ],
    [
      'a comma too many',
      '{"source": "a", "data": {"n": 7, "tags": "x",}}',
      true,
      { '/source': true, '/data/n': true, '/data/tags': true, '/data/k': true },
      {},
    ],
    [
      'a hole elsewhere',
      '{"x": ?, "source": "a", "data": {"n": 7, "tags": "x"}}',
      true,
      { '/source': true, '/data/n': true, '/data/tags': true, '/data/k': true },
      {},
    ],
    [
      'another value than an event',
      '[1]',
      undefined,
      {},
      { '/source': '', '/data/n': '', '/data/tags': '', '/data/k': '' },
    ],
  ])('explains %s', (_, event, matches, fields, unread) => {
    expect(explained(event)).toEqual([matches, fields, unread]);
  });

  it('has places in the text', () => {
    const event = '{"data": {"n": 3, "tags": ["x", ?]';
    const { fields, unread } = explainPartial(compilePattern(PATTERN), readPartialJson(event).node);
    expect(fields.map(({ seen }) => event.slice(seen.range?.start, seen.range?.end))).toEqual(['3']);
    const tags = unread.find(({ pointer }) => pointer === '/data/tags');
    expect(event.slice(tags?.endsAt.range.start, tags?.endsAt.range.end)).toBe('["x", ?]');
  });
});

function hasTwins(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(hasTwins);
  if (node.kind !== 'object') return false;
  const names = new Set(node.members.map(({ name }) => name));
  return names.size < node.members.length || node.members.some(({ value }) => hasTwins(value));
}

it('explainPartial of each beginning of an event agrees with the whole event', () => {
  let certain = 0;
  const cases = filterPattern('aliyun').chain((text) =>
    fc.tuple(fc.constant(text), eventFor(text, 'aliyun'), fc.nat()),
  );
  fc.assert(
    fc.property(cases, ([pattern, event, at]) => {
      const { node } = readJson(event);
      // A later member of the same name may replace what was read.
      if (node === undefined || hasTwins(node)) return;
      const matcher = compilePattern(pattern);
      const whole = matcher.explain(event);
      const { problems } = readPartialJson(event);
      if (problems.length === 0) {
        const { unread, ...rest } = explainPartial(matcher, readPartialJson(event).node);
        expect(unread).toEqual([]);
        expect(rest).toEqual(whole);
      }
      const cut = explainPartial(matcher, readPartialJson(event.slice(0, at % (event.length + 1))).node);
      if (cut.matches !== undefined) expect(cut.matches).toBe(whole.matches);
      const holds = new Map(whole.fields.map((field) => [field.pointer, field.holds]));
      for (const field of cut.fields) {
        certain++;
        expect(field.holds).toBe(holds.get(field.pointer));
      }
      expect(cut.fields.length + cut.unread.length).toBe(whole.fields.length);
    }),
    { numRuns: runs(500) },
  );
  expect(certain).toBeGreaterThan(runs(500) / 10);
});
