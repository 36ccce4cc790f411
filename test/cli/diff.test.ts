import { describe, expect, test } from 'vitest';
import { lines, run, type World } from './run-main.ts';

const OLD = '{"source":["acs.oss"],"data":{"state":["running","stopped"]}}';
const NARROWER = '{"source":["acs.oss"],"data":{"state":["running"]}}';
const OTHER = '{"source":["acs.ecs"],"data":{"state":["running"]}}';
const OVERLAPPING = '{"source":[{"prefix":"acs."}],"data":{"state":["running"]}}';
const NEVER = '{"source":["acs.oss"],"data":{"n":[{"numeric":[">",5,"<",1]}]}}';

const letters = [...'abcdefghijklmnopqrst'];
/** The first implies the second, and whoever wants to know must try every subset of twenty parts. */
const HARD = JSON.stringify({ source: letters.map((c) => ({ contains: `w${c}z`, suffix: `u${c}` })) });
const HARDER = JSON.stringify({ source: letters.map((c) => ({ contains: `w${c}`, suffix: c })) });

function diff(before: string, after: string, flags: readonly string[] = [], world: World = {}) {
  const files = { 'old.json': before, 'new.json': after };
  return run(['diff', 'old.json', 'new.json', ...flags], { files, ...world });
}

/** Whether each of two patterns matches the event, as `match` says. */
async function verdicts(
  event: string,
  before: string,
  after: string,
  flags: readonly string[] = [],
): Promise<boolean[]> {
  const files = { 'old.json': before, 'new.json': after, 'e.json': event };
  const both = ['old.json', 'new.json'].map((name) => run(['match', name, 'e.json', ...flags], { files }));
  return (await Promise.all(both)).map(({ code }) => code === 0);
}

const changes = [
  ['equal', OLD, '{"data":{"state":["stopped","running"]},"source":["acs.oss"]}', [0, 0, 0]],
  ['narrower', OLD, NARROWER, [1, 0, 1]],
  ['wider', NARROWER, OLD, [0, 1, 1]],
  ['overlapping', OLD, OVERLAPPING, [1, 1, 1]],
  ['disjoint', OLD, OTHER, [1, 1, 1]],
  ['narrower', OLD, NEVER, [1, 0, 1]],
  ['equal', NEVER, '{"data":{"m":[{"numeric":[">",5,"<",1]}]}}', [0, 0, 0]],
  ['wider', '{"data":{"n":[300]}}', '{"data":{"n":[300,300.0]}}', [0, 1, 1]],
  ['wider', OLD, '{}', [0, 1, 1]],
  ['unknown', HARD, HARDER, [2, 1, 1]],
  ['unknown', HARDER, HARD, [1, 2, 1]],
] as const;

describe('a change', () => {
  test.each(changes)('that is %s: %s -> %s', async (relation, before, after, codes) => {
    const { code, out, err } = await diff(before, after, ['--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, command: 'diff', dialect: 'aliyun', relation, gates: [], errors: [] });
    expect(report).toMatchObject({ old: 'old.json', new: 'new.json' });
    if (report.lost !== undefined) expect(await verdicts(report.lost.event, before, after)).toEqual([true, false]);
    if (report.gained !== undefined) expect(await verdicts(report.gained.event, before, after)).toEqual([false, true]);
    for (const proof of [report.lost, report.gained]) if (proof !== undefined) expect(proof.fails).not.toEqual([]);
    expect(report.reason === undefined).toBe(relation !== 'unknown');
    const shown = await diff(before, after);
    expect(lines(shown.out)[0]).toMatch(new RegExp(`^${relation}: `));
    for (const [i, gate] of ['--no-narrower', '--no-wider', '--no-change'].entries()) {
      const gated = await diff(before, after, [gate]);
      expect([gate, gated.code]).toEqual([gate, codes[i]]);
      expect(gated.out).toContain(['', `✗ ${gate}: `, `? ${gate}: `][codes[i] ?? 0]);
    }
  });

  test('is shown with its events, and with the lines that differ', async () => {
    const { out } = await diff(OLD, OVERLAPPING, ['--no-wider']);
    expect(out).toMatchInlineSnapshot(`
      "overlapping: some events no longer match, and some match that did not before

      this event matched before, and no longer does:
          {
            "specversion": "1.0",
            "id": "1",
            "source": "acs.oss",
            "type": "example",
            "data": {
        ✗     "state": "stopped"
                "stopped" is not "running"
            }
          }

      this event did not match before, and now does:
          {
            "specversion": "1.0",
            "id": "1",
        ✗   "source": "acs.",
              "acs." is not "acs.oss"
            "type": "example",
            "data": {
              "state": "running"
            }
          }

          {
        -   "source": ["acs.oss"],
        +   "source": [{"prefix": "acs."}],
            "data": {
        -     "state": ["running", "stopped"]
        +     "state": ["running"]
            }
          }

      ✗ --no-wider: events match that did not before
      "
    `);
  });

  test('to a pattern that never matches says so', async () => {
    expect(lines((await diff(OLD, NEVER)).out)[0]).toBe('narrower: the new pattern matches no event at all');
    expect(lines((await diff(NEVER, OLD)).out)[0]).toBe('wider: the old pattern matches no event at all');
  });

  test('that is none shows no lines', async () => {
    expect((await diff(OLD, OLD)).out).toBe('equal: both patterns match the same events\n');
  });

  test('says of a member that is missing that it is', async () => {
    const { out } = await diff(OLD, '{"source":["acs.ecs"],"data":{"size":[1]}}');
    expect(out).toContain('  ✗ `/data` has no member `size`\n');
  });

  test('is judged in the dialect that is asked for', async () => {
    const patterns = ['{"data":{"ip":[{"cidr":"10.0.0.0/31"}]}}', '{"data":{"ip":[{"cidr":"10.0.0.4/31"}]}}'] as const;
    const [service, engine] = await Promise.all(
      ['aliyun', 'rocketmq'].map(async (dialect) => {
        const { out } = await diff(...patterns, ['--format', 'json', '--dialect', dialect]);
        return JSON.parse(out);
      }),
    );
    expect(service).toMatchObject({ relation: 'disjoint', dialect: 'aliyun' });
    // The engine leaves both ends of a block out, so nothing is left of these two.
    expect(engine).toMatchObject({ relation: 'equal', dialect: 'rocketmq' });
  });

  test('may be given on standard input', async () => {
    const { code, out } = await run(['diff', '-', 'new.json'], { files: { 'new.json': NARROWER }, stdin: OLD });
    expect({ code, first: lines(out)[0] }).toEqual({
      code: 0,
      first: 'narrower: what the new pattern matches, the old one matched too',
    });
  });

  test.each([40, 80])('keeps within %i columns', async (columns) => {
    const long = 'x'.repeat(300);
    const { out } = await diff(
      OLD,
      JSON.stringify({ source: [{ prefix: long }], data: { [long]: [1] } }),
      ['--no-wider'],
      {
        columns,
      },
    );
    for (const line of lines(out)) {
      if (/^ +[-+ ] /.test(line)) continue;
      expect([...line].length).toBeLessThanOrEqual(columns);
    }
  });

  test('lets no control character reach the terminal', async () => {
    const { out } = await diff('{"source":["\\u001b[31m"]}', '{"source":["\\u202e"]}');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_C}]/u);
  });
});

describe('two documents', () => {
  const document = (patterns: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.fromEntries(Object.entries(patterns).map(([name, text]) => [name, { FilterPattern: text }])));
  const before = document({ a: OLD, b: OTHER, c: '{"source":[1,2]}', d: OLD });
  const after = document({ a: NARROWER, e: OVERLAPPING, c: '{"source":[2,1]}', d: OLD });

  test('are compared by address', async () => {
    const { code, out } = await diff(before, after, ['--format', 'json', '--no-wider']);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report.patterns.map((one: Record<string, unknown>) => [one.address, one.change, one.relation])).toEqual([
      ['/a/FilterPattern', 'changed', 'narrower'],
      ['/e/FilterPattern', 'added', undefined],
      ['/c/FilterPattern', 'equal', 'equal'],
      ['/d/FilterPattern', 'equal', 'equal'],
      ['/b/FilterPattern', 'removed', undefined],
    ]);
    expect(report.gates).toEqual([{ gate: 'no-wider', outcome: 'failed', of: ['/e/FilterPattern'] }]);
    const [changed, added, , , removed] = report.patterns;
    expect(await verdicts(changed.lost.event, OLD, NARROWER)).toEqual([true, false]);
    expect(await verdicts(added.gained.event, OVERLAPPING, NEVER)).toEqual([true, false]);
    expect(await verdicts(removed.lost.event, OTHER, NEVER)).toEqual([true, false]);
  });

  test('are shown with what changed, and a sum', async () => {
    const { out } = await diff(before, after, ['--no-narrower']);
    expect(out).toContain('~ /a/FilterPattern\n  narrower: what the new pattern matches, the old one matched too\n');
    expect(out).toContain('+ /e/FilterPattern\n  added\n');
    expect(out).toContain('- /b/FilterPattern\n  removed\n');
    expect(out).toContain('5 patterns: 1 added, 1 removed, 1 changed, 2 equal in meaning');
    expect(out).toContain(
      '✗ --no-narrower: events that matched before no longer do (/a/FilterPattern,\n  /b/FilterPattern)',
    );
  });

  test.each([
    ['the same ones', before, before, [0, 0, 0]],
    ['one that comes', document({ a: OLD }), document({ a: OLD, b: OLD }), [0, 1, 1]],
    ['one that goes', document({ a: OLD, b: OLD }), document({ a: OLD }), [1, 0, 1]],
    ['one that comes and never matches', document({ a: OLD }), document({ a: OLD, b: NEVER }), [0, 0, 1]],
    ['one that is not decided', document({ a: HARD }), document({ a: HARDER }), [2, 1, 1]],
  ])('pass gates, or not: %s', async (_, old, now, codes) => {
    const got = ['--no-narrower', '--no-wider', '--no-change'].map(async (gate) => (await diff(old, now, [gate])).code);
    expect(await Promise.all(got)).toEqual(codes);
  });

  test('without a common address get a hint', async () => {
    const { out } = await diff(document({ a: OLD }), document({ b: OLD }));
    expect(out).toContain('name a pattern of each with #address');
  });

  test('of which one pattern is named are two patterns', async () => {
    const files = { 'old.json': before, 'new.json': after };
    const { out } = await run(['diff', 'old.json#/a/FilterPattern', 'new.json#/d/FilterPattern'], { files });
    expect(out).toBe('equal: both patterns match the same events\n');
  });

  test('a pattern that a tool has yet to make is not known', async () => {
    const plan = (value: object): string =>
      JSON.stringify({
        format_version: '1.2',
        resource_changes: [
          {
            address: 'alicloud_event_bridge_rule.a',
            type: 'alicloud_event_bridge_rule',
            change: { actions: ['update'], ...value },
          },
        ],
      });
    const known = plan({ after: { filter_pattern: OLD }, after_unknown: {} });
    const unknown = plan({ after: {}, after_unknown: { filter_pattern: true } });
    const { code, out } = await diff(known, unknown, ['--no-change']);
    expect(code).toBe(2);
    expect(out).toContain('? alicloud_event_bridge_rule.a\n  unknown: the pattern is not known (new.json:1:');
  });
});

describe('there is no answer', () => {
  test.each<[string, string[], string, string?]>([
    [
      'a file that is missing',
      ['diff', 'old.json', 'nw.json'],
      'there is no file `nw.json`; there is `new.json` beside it',
    ],
    ['two that are missing', ['diff', 'a', 'b'], 'there is no file `a`\neb-pattern: there is no file `b`'],
    ['a folder', ['diff', 'old.json', 'folder'], '`folder` is a folder, and a file is needed here'],
    ['one name', ['diff', 'old.json'], 'missing required argument `new`'],
    ['a pattern that is not valid', ['diff', 'old.json', 'bad.json'], 'bad.json: the pattern is not valid (1 error)'],
    ['a document beside a pattern', ['diff', 'old.json', 'two.json'], '`two.json` holds 2 patterns; say which'],
    [
      'a document with a bad pattern',
      ['diff', 'two.json', 'worse.json'],
      'worse.json: the pattern `/a/FilterPattern` is not valid',
    ],
    ['a flag that is not one', ['diff', 'old.json', 'new.json', '--no-narower'], '--no-narrower'],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await run(argv, {
      files: {
        'old.json': OLD,
        'new.json': NARROWER,
        'bad.json': '{"source":"a"}',
        'two.json': '{"a":{"FilterPattern":"{}"},"b":{"FilterPattern":"{}"}}',
        'worse.json': '{"a":{"FilterPattern":"{\\"a\\":1}"},"b":{"FilterPattern":"{}"}}',
        'folder/': '',
      },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
