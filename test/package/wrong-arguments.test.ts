/** Each function of the package names a wrong argument in a sentence; no error of the engine escapes. */
import { inspect } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import * as client from '../../src/client/index.ts';
import * as convert from '../../src/convert/index.ts';
import * as editor from '../../src/editor/index.ts';
import * as arbitraries from '../../src/fast-check/index.ts';
import * as core from '../../src/index.ts';
import * as json from '../../src/json.ts';

type Call = (...args: readonly never[]) => unknown;

const TEXT = '{"source":["a"]}';
const EVENT = '{"source":"a"}';
const { pattern } = core.parsePattern(TEXT);
if (pattern === undefined) throw new Error('the pattern is valid');
const [field] = pattern.fields;
const [finding] = core.parsePattern(EVENT).diagnostics;
const { node } = json.readJson(EVENT);
const matcher = core.compilePattern(TEXT);
const SUITE = '{"pattern":{"source":["a"]},"tests":[{"name":"n","event":{"source":"a"},"match":true}]}';
const set = core.PatternSet.from([['x', TEXT]]);
const STREAM = {
  EventStreamingName: 'x',
  FilterPattern: '{}',
  Source: { SourceMNSParameters: { RegionId: 'cn-hangzhou', QueueName: 'q', IsBase64Decode: true } },
  Sink: { SinkMNSParameters: { QueueName: { Form: 'CONSTANT', Value: 'w' }, Body: { Form: 'ORIGINAL' } } },
};
const SETTINGS = { accountId: '1', region: 'cn-hangzhou', auth: client.bearer('x'), retry: { attempts: 0 } };

/** A dispatcher that sends nothing. */
const dispatcher = {
  compose: () => dispatcher,
  request: async () => {
    throw new Error('there is no network here');
  },
};

/** Right arguments of each function; the test replaces each of them by wrong values. */
const functions: Readonly<Record<string, readonly unknown[]>> = {
  appendPointer: ['/a', 'b'],
  applyEdits: ['abc', [{ range: { start: 0, end: 1 }, text: 'x' }]],
  applyFix: [EVENT, finding?.fixes?.[0]],
  compilePattern: [TEXT, {}],
  crossCheck: [TEXT, EVENT, {}],
  crossChecker: [TEXT, {}],
  convertEvent: [EVENT, 'aws'],
  convertPattern: [TEXT, 'aws'],
  crossCheckClouds: [TEXT, 'aws'],
  dialectDifference: [TEXT, {}],
  diff: [TEXT, TEXT, {}],
  disjoint: [TEXT, TEXT, {}],
  equivalent: [TEXT, TEXT, {}],
  formatDiagnostic: [finding, EVENT, {}],
  implies: [TEXT, TEXT, {}],
  isPattern: [pattern],
  lineColumn: ['abc', 1],
  lookAlike: ['a', 'b'],
  memberOf: [node, 'source'],
  mutants: [pattern],
  nearMisses: [TEXT, 1, {}],
  nearestMatch: [TEXT, EVENT, {}],
  nearestPatterns: [TEXT, EVENT, {}],
  neverMatches: [TEXT, {}],
  overlaps: [
    [
      ['a', TEXT],
      ['b', TEXT],
    ],
    {},
  ],
  parsePattern: [TEXT, {}],
  parsePointer: ['/a'],
  patternSchema: ['aliyun', {}],
  pointerTo: [['a']],
  printCondition: [field?.conditions[0]],
  printConditions: [field?.conditions],
  printJson: [node],
  printPattern: [pattern],
  readJson: ['{}'],
  redundant: [TEXT, {}],
  sample: [TEXT, 1, {}],
  anyEvent: [{}],
  filterPattern: ['aliyun', {}],
  matchingEvent: [TEXT, {}],
  nearMissEvent: [TEXT, {}],
  accessKey: [{ id: 'a', secret: 'b' }],
  asSent: [STREAM],
  bearer: ['x'],
  checkBusinessOption: [{ EventStreamingName: 'x', BusinessMode: 'EventNumMode' }],
  checkName: ['x'],
  checkStream: [STREAM, { operation: 'create' }],
  diagnoseStream: [STREAM, { operation: 'update' }],
  isSecretMember: ['Password'],
  isSecretPath: [['Sink', 'Password']],
  streamSchema: ['others'],
  complete: [TEXT, 2, { events: [EVENT] }],
  contextAt: [TEXT, 2],
  coverageOf: [pattern, [EVENT]],
  inWords: [pattern],
  nodeAt: [node, '/source'],
  operatorsOf: ['aliyun'],
  explainPartial: [matcher, node],
  parsePartial: [TEXT, {}],
  pointerAt: [node, 2],
  readPartialJson: [TEXT],
  readSuite: [SUITE],
  runSuite: [editor.readSuite(SUITE), {}],
  suiteOf: [TEXT, [{ event: EVENT }], {}],
  underlineOf: [finding, EVENT, node],
};

const service = new client.EventStreamingClient({ ...SETTINGS, dispatcher: dispatcher as never });
/** The same for methods and classes. */
const methods: Readonly<Record<string, readonly [Call, readonly unknown[]]>> = {
  'matcher.matches': [matcher.matches as Call, [{}]],
  'matcher.matchesJson': [matcher.matchesJson as Call, [EVENT, {}]],
  'matcher.explain': [matcher.explain as Call, [EVENT]],
  'new PatternSet': [((options: object) => new core.PatternSet(options)) as Call, [{}]],
  'PatternSet.from': [core.PatternSet.from.bind(core.PatternSet) as Call, [[['x', TEXT]], {}]],
  'set.add': [((id: string, source: string) => new core.PatternSet().add(id, source)) as Call, ['x', TEXT]],
  'set.has': [set.has.bind(set) as Call, ['x']],
  'set.get': [set.get.bind(set) as Call, ['x']],
  'set.delete': [((id: string) => new core.PatternSet().delete(id)) as Call, ['x']],
  'set.matches': [set.matches.bind(set) as Call, [{}]],
  'set.matchesJson': [set.matchesJson.bind(set) as Call, [EVENT, {}]],
  'set.explain': [set.explain.bind(set) as Call, [EVENT, 'x']],
  'new EventStreamingClient': [((options: object) => new client.EventStreamingClient(options)) as Call, [SETTINGS]],
  ...Object.fromEntries(
    Object.entries({
      create: [STREAM, {}],
      update: [STREAM, {}],
      updateBusinessOption: [{ EventStreamingName: 'x', BusinessMode: 'EventNumMode' }, {}],
      get: ['x', {}],
      list: [{}, {}],
      delete: ['x', {}],
      pause: ['x', {}],
      start: ['x', {}],
      testEventPattern: [TEXT, EVENT, {}],
      checkStream: [STREAM, {}],
      waitFor: ['x', 'RUNNING', { timeout: 1, interval: 1 }],
    } satisfies Partial<Record<keyof client.EventStreamingClient, readonly unknown[]>>).map(([name, args]) => [
      `client.${name}`,
      [(service[name as keyof client.EventStreamingClient] as Call).bind(service), args] as const,
    ]),
  ),
};

const wrong: readonly unknown[] = [
  ...[undefined, null, 5, -1, Number.NaN, 1n, true, '', 'x', Symbol('s'), () => 1, new Date(), Buffer.from('{}')],
  ...[[], [5], [null], [[]], {}, { dialect: 5 }, { dialect: null }, { extensions: 5 }, { extensions: [5] }],
  ...[{ budget: 'x' }, { seed: 'x' }, { base: 5 }, { as: 5 }, { operation: 5 }, { signal: 5 }, { dialects: 5 }],
  ...[{ events: 5 }, { events: [5] }, { files: 5 }, { event: 5 }, [{}], [{ event: 5 }]],
];

/** Messages of engines about an unexpected value. */
const OF_AN_ENGINE =
  /cannot (?:read|destructure|convert|mix|set)|is not (?:a function|iterable|defined|a constructor)|\(reading '|undefined is|must be of type|maximum call stack/i;

/** Runs a generator up to its first value. */
async function call(run: Call, args: readonly unknown[]): Promise<unknown> {
  const result = await run(...(args as never[]));
  if (typeof result === 'object' && result !== null && 'next' in result) return (result as Iterator<unknown>).next();
  return result;
}

/** By the names in package.json. */
const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '.': core,
  './client': client,
  './convert': convert,
  './editor': editor,
  './fast-check': arbitraries,
  './json': json,
};

const all: readonly (readonly [string, Call, readonly unknown[]])[] = [
  ...Object.entries(functions).map(([name, args]) => {
    const from = Object.assign({}, ...Object.values(entries)) as Record<string, Call>;
    return [name, from[name] as Call, args] as const;
  }),
  ...Object.entries(methods).map(([name, [run, args]]) => [name, run, args] as const),
];

test('the table has every function of every entry of the package', () => {
  const code = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object');
  expect(code.map(([name]) => name)).toEqual(Object.keys(entries));
  const exported = Object.values(entries).flatMap((entry) => Object.entries(entry));
  const isClass = (value: object): boolean => /^class\b/.test(String(value));
  const names = exported.filter(([, value]) => typeof value === 'function' && !isClass(value)).map(([name]) => name);
  // Some are exported by two entries.
  expect([...new Set(names)].sort()).toEqual(Object.keys(functions).sort());
});

describe.each(all)('%s', (name, run, args) => {
  it('accepts a right argument', async () => {
    const outcome = await call(run, args).then(
      () => 'an answer',
      (thrown: unknown) => thrown,
    );
    // No request is sent here.
    if (outcome !== 'an answer')
      expect([name, outcome]).toEqual([expect.stringMatching(/^client\./), expect.any(client.EventBridgeError)]);
  });

  it('names a wrong argument in its error', async () => {
    for (const i of args.keys()) {
      for (const value of wrong) {
        const given = args.map((arg, at) => (at === i ? value : arg));
        const thrown = await call(run, given).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (thrown === undefined) continue;
        const shown = `argument ${i} is ${inspect(value)}: ${inspect(thrown)}`;
        expect(thrown, shown).toBeInstanceOf(Error);
        expect((thrown as Error).message, shown).not.toMatch(OF_AN_ENGINE);
        expect((thrown as Error).message, shown).toMatch(/\S/);
      }
    }
  });
});

test.each<[string, () => unknown, string]>([
  ['no text', () => json.readJson(undefined as never), '`readJson` takes a text, not undefined'],
  ['null options', () => core.parsePattern('{}', null as never), 'options are an object, not null'],
  [
    'a function that an array calls',
    () => ['{}', '{}'].map(core.parsePattern as never),
    'options are an object, not a value of type number; in `map`, call the function with one argument',
  ],
  [
    'a dialect',
    () => core.compilePattern('{}', { dialect: {} as never }),
    'a dialect is a name or a Dialect, not an object; the dialects are aliyun, rocketmq, aws',
  ],
  [
    'extensions',
    () => core.compilePattern('{}', { extensions: 'a' as never }),
    '`extensions` is a list of names, not a value of type string',
  ],
  [
    'no amount',
    () => core.sample('{}', undefined as never),
    '`sample` takes the number of events, an integer of at least 0, not undefined',
  ],
  [
    'an endless amount',
    () => core.sample('{}', Number.POSITIVE_INFINITY),
    '`sample` takes the number of events, an integer of at least 0, not a value of type number',
  ],
  [
    'the text of a pattern',
    () => core.mutants('{}' as never),
    '`mutants` takes a `Pattern`, the `.pattern` of a result of parsePattern, not a value of type string',
  ],
  [
    'the answer of parsePattern',
    () => core.printPattern(core.parsePattern('{}') as never),
    '`printPattern` takes a `Pattern`, the `.pattern` of a result of parsePattern, not an object',
  ],
  [
    'no pairs',
    () => core.PatternSet.from({} as never),
    '`PatternSet.from` takes pairs of an id and a pattern, not an object',
  ],
  [
    'patterns without ids',
    () => core.PatternSet.from([{ source: ['a'] }] as never),
    '`PatternSet.from` takes pairs of an id and a pattern, not an object',
  ],
  [
    'a suite that is no text',
    () => editor.readSuite(5 as never),
    '`readSuite` takes the text of a suite, or the node of its document, not a value of type number',
  ],
  [
    'a text that has no offset',
    () => editor.complete('{}', '1' as never),
    '`complete` takes an offset into the text, not a value of type string',
  ],
  [
    'an id',
    () => new core.PatternSet().add(null as never, '{}'),
    '`PatternSet` takes ids that are strings or numbers, not null',
  ],
])('a missing member of %s is named', (_, run, message) => {
  expect(run).toThrow(new TypeError(message));
});

describe('console.log', () => {
  const long = core.compilePattern(JSON.stringify({ source: Array.from({ length: 500 }, (_, i) => `source ${i}`) }));
  const many = core.PatternSet.from(Array.from({ length: 500 }, (_, i) => [`pattern ${i}`, TEXT] as const));
  it.each([
    ['a matcher', matcher, 'Matcher { {"source":["a"]} }'],
    ['a set', set, 'PatternSet(1) { "x" }'],
    ['an empty set', new core.PatternSet(), 'PatternSet(0) {}'],
    ['a large matcher', long, undefined],
    ['a large set', many, undefined],
  ])('of %s prints one line', (_, value, line) => {
    for (const shown of [inspect(value), inspect(value, { colors: true, depth: 0 }), inspect({ value })]) {
      expect(shown.split('\n').length).toBeLessThanOrEqual(3);
      expect(shown.length).toBeLessThan(200);
    }
    expect(inspect(value)).not.toContain('\n');
    if (line !== undefined) expect(inspect(value)).toBe(line);
  });
});
