import { describe, expect, test } from 'vitest';
import { lines, run, type World } from '../run-main.ts';

const OLD = '{"source":["acs.oss"],"data":{"state":["running","stopped"]}}';
const NARROWER = '{"source":["acs.oss"],"data":{"state":["running"]}}';
const OTHER = '{"source":["acs.ecs"],"data":{"state":["running"]}}';
const OVERLAPPING = '{"source":[{"prefix":"acs."}],"data":{"state":["running"]}}';
const NEVER = '{"source":["acs.oss"],"data":{"n":[{"numeric":[">",5,"<",1]}]}}';

const letters = [...'abcdefghijklmn'];
/** The first implies the second, which takes a search of all subsets of fourteen parts. */
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

describe('diff of two patterns', () => {
  test.each(changes)('%s: %s -> %s', async (relation, before, after, codes) => {
    const { code, out, err } = await diff(before, after, ['--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, command: 'diff', dialect: 'aliyun', relation, gates: [], errors: [] });
    expect(report).toMatchObject({ old: 'old.json', new: 'new.json' });
    if (report.lost !== undefined) expect(await verdicts(report.lost.event, before, after)).toEqual([true, false]);
    if (report.gained !== undefined) expect(await verdicts(report.gained.event, before, after)).toEqual([false, true]);
    for (const proof of [report.lost, report.gained]) if (proof !== undefined) expect(proof.fails).not.toEqual([]);
    expect(report.reason === undefined).toBe(relation !== 'unknown');
    const gates = ['--no-narrower', '--no-wider', '--no-change'];
    const shows = (out: string, i: number) =>
      expect(out).toContain(['', `✗ ${gates[i]}: `, `? ${gates[i]}: `][codes[i] ?? 0]);
    // An undecided comparison exhausts its budget in each run; the exit codes of its gates are tested on documents.
    if (relation === 'unknown') {
      const { out: shown } = await diff(before, after, gates);
      expect(lines(shown)[0]).toMatch(/^unknown: /);
      for (const i of gates.keys()) shows(shown, i);
      return;
    }
    const shown = await diff(before, after);
    expect(lines(shown.out)[0]).toMatch(new RegExp(`^${relation}: `));
    for (const [i, gate] of gates.entries()) {
      const gated = await diff(before, after, [gate]);
      expect([gate, gated.code]).toEqual([gate, codes[i]]);
      shows(gated.out, i);
    }
  });

  test('shows the events, and the lines that differ', async () => {
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

  test('reports a new pattern that never matches', async () => {
    expect(lines((await diff(OLD, NEVER)).out)[0]).toBe('narrower: the new pattern matches no event at all');
    expect(lines((await diff(NEVER, OLD)).out)[0]).toBe('wider: the old pattern matches no event at all');
  });

  test('shows no lines for equal patterns', async () => {
    expect((await diff(OLD, OLD)).out).toBe('equal: both patterns match the same events\n');
  });

  test('names a missing member', async () => {
    const { out } = await diff(OLD, '{"source":["acs.ecs"],"data":{"size":[1]}}');
    expect(out).toContain('  ✗ `/data` has no member `size`\n');
  });

  test('uses the requested dialect', async () => {
    const patterns = ['{"data":{"ip":[{"cidr":"10.0.0.0/31"}]}}', '{"data":{"ip":[{"cidr":"10.0.0.4/31"}]}}'] as const;
    const [service, engine] = await Promise.all(
      ['aliyun', 'rocketmq'].map(async (dialect) => {
        const { out } = await diff(...patterns, ['--format', 'json', '--dialect', dialect]);
        return JSON.parse(out);
      }),
    );
    expect(service).toMatchObject({ relation: 'disjoint', dialect: 'aliyun' });
    // The engine excludes both ends of a block, so that these two accept nothing.
    expect(engine).toMatchObject({ relation: 'equal', dialect: 'rocketmq' });
  });

  test('reads standard input', async () => {
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

  test('escapes control characters', async () => {
    const { out } = await diff('{"source":["\\u001b[31m"]}', '{"source":["\\u202e"]}');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_C}]/u);
  });
});

/** A Terraform plan of one rule. */
function plan(change: object, more: object = {}): string {
  const type = 'alicloud_event_bridge_rule';
  const one = { address: `${type}.a`, type, change: { actions: ['update'], ...change }, ...more };
  return JSON.stringify({ format_version: '1.2', resource_changes: [one] });
}

describe('diff of two documents', () => {
  const document = (patterns: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.fromEntries(Object.entries(patterns).map(([name, text]) => [name, { FilterPattern: text }])));
  const before = document({ a: OLD, b: OTHER, c: '{"source":[1,2]}', d: OLD });
  const after = document({ a: NARROWER, e: OVERLAPPING, c: '{"source":[2,1]}', d: OLD });

  test('compares patterns by address', async () => {
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

  test('shows the changes, and a sum', async () => {
    const { out } = await diff(before, after, ['--no-narrower']);
    expect(out).toContain('~ /a/FilterPattern\n  narrower: what the new pattern matches, the old one matched too\n');
    expect(out).toContain('+ /e/FilterPattern\n  added\n');
    expect(out).toContain('- /b/FilterPattern\n  removed\n');
    expect(out).toContain('5 patterns: 1 added, 1 removed, 1 narrower, 2 equal in meaning');
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
  ])('passes or fails gates: %s', async (_, old, now, codes) => {
    const got = ['--no-narrower', '--no-wider', '--no-change'].map(async (gate) => (await diff(old, now, [gate])).code);
    expect(await Promise.all(got)).toEqual(codes);
  });

  test('gives a hint when no address is in both', async () => {
    const { out } = await diff(document({ a: OLD }), document({ b: OLD }));
    expect(out).toContain('name a pattern of each with #address');
  });

  test('compares two patterns when each document has an address', async () => {
    const files = { 'old.json': before, 'new.json': after };
    const { out } = await run(['diff', 'old.json#/a/FilterPattern', 'new.json#/d/FilterPattern'], { files });
    expect(out).toBe('equal: both patterns match the same events\n');
  });

  test('names a pattern that is computed later', async () => {
    const known = plan({ after: { filter_pattern: OLD }, after_unknown: {} });
    const unknown = plan({ after: {}, after_unknown: { filter_pattern: true } });
    const { code, out } = await diff(known, unknown, ['--no-change']);
    expect(code).toBe(2);
    expect(out).toContain('? alicloud_event_bridge_rule.a\n  unknown: the pattern is not known (new.json:1:');
  });
});

describe('diff of two folders', () => {
  const BAD = '{"source":"acs.oss"}';
  const NARROWED = '{"source":["acs.oss"],"data":{"state":["running"],"size":[1]}}';
  /**
   * The files of both folders and the expected result: the kind of the change, and whether the gates pass (0), fail (1) or are undecided
   * (2).
   */
  const table: readonly [string, string | undefined, string | undefined, string, string | undefined, number[]][] = [
    ['added', undefined, OLD, 'added', undefined, [0, 1, 1]],
    ['removed', OLD, undefined, 'removed', undefined, [1, 0, 1]],
    ['narrower', OLD, NARROWED, 'changed', 'narrower', [1, 0, 1]],
    ['wider', NARROWED, OLD, 'changed', 'wider', [0, 1, 1]],
    ['changed', OLD, OVERLAPPING, 'changed', 'overlapping', [1, 1, 1]],
    ['changed', OLD, OTHER, 'changed', 'disjoint', [1, 1, 1]],
    ['equal', OLD, ` ${OLD}\n`, 'equal', 'equal', [0, 0, 0]],
    ['unknown', HARD, HARDER, 'changed', 'unknown', [2, 1, 1]],
    ['invalid', BAD, OLD, 'invalid', undefined, [0, 1, 1]],
    ['invalid', '{"source":', OLD, 'invalid', undefined, [0, 1, 1]],
    ['invalid', BAD, undefined, 'invalid', undefined, [0, 0, 1]],
    ['invalid', BAD, NEVER, 'invalid', undefined, [0, 0, 1]],
    ['invalid', OLD, BAD, 'invalid', undefined, [2, 2, 2]],
    ['invalid', undefined, BAD, 'invalid', undefined, [2, 2, 2]],
    ['invalid', BAD, BAD, 'invalid', undefined, [2, 2, 2]],
  ];

  test.each(table)(
    'reports a pattern that is %s: %s -> %s',
    async (kind, before, after, change, relation, outcomes) => {
      const world = {
        files: {
          'old/same.json': OLD,
          'new/same.json': OLD,
          ...(before === undefined ? {} : { 'old/sub/x.json': before }),
          ...(after === undefined ? {} : { 'new/sub/x.json': after }),
        },
      };
      const gates = ['--no-narrower', '--no-wider', '--no-change'];
      const { out, code } = await run(['diff', 'old', 'new', '--format', 'json', ...gates], world);
      const report = JSON.parse(out);
      const isUnanswered = kind === 'invalid' && outcomes[0] === 2;
      expect(report.errors).toHaveLength(isUnanswered ? 1 : 0);
      expect(code).toBe(isUnanswered ? 2 : outcomes.includes(1) ? 1 : Math.max(...outcomes));
      const names = ['passed', 'failed', 'undecided'];
      expect(report.gates.map((gate: { outcome: string }) => names.indexOf(gate.outcome))).toEqual(outcomes);
      const found = report.patterns.find(({ address }: { address: string }) => address === 'sub/x');
      expect({ change: found.change, relation: found.relation }).toEqual({ change, relation });
      expect(report.patterns).toHaveLength(2);
      const others = kind === 'equal' ? { equal: 2 } : { equal: 1, [kind]: 1 };
      expect(report.counts).toMatchObject(others);
    },
  );

  const files = {
    'old/a.json': OLD,
    'old/bad.json': BAD,
    'old/gone.json': OTHER,
    'old/d.json': JSON.stringify({ x: { FilterPattern: OLD }, y: { FilterPattern: OLD } }),
    'new/a.json': NARROWER,
    'new/bad.json': OTHER,
    'new/c.json': OTHER,
    'new/d.json': JSON.stringify({ x: { FilterPattern: OLD }, y: { FilterPattern: NARROWER } }),
  };

  test('names invalid patterns, and continues', async () => {
    const { code, out } = await run(['diff', 'old', 'new'], { files });
    expect(code).toBe(0);
    expect(out).toContain('! bad\n  the old pattern is not valid: old/bad.json: the value of `source` is an array');
    expect(out).toContain('+ c\n  added\n');
    expect(out).toContain('- gone\n  removed\n');
    expect(out).toContain('~ d#/y/FilterPattern\n  narrower: ');
    expect(lines(out).at(-1)).toBe('6 patterns: 1 added, 1 removed, 2 narrower, 1 not valid, 1 equal in meaning');
  });

  test('does not treat a file as new that could not be read before', async () => {
    const broken = {
      'old/d.yaml': 'x:\n  FilterPattern: [\n',
      'new/d.yaml': 'x:\n  FilterPattern: {source: [acs.oss]}\ny:\n  FilterPattern: {source: [acs.ecs]}\n',
    };
    const { code, out } = await run(['diff', 'old', 'new', '--format', 'json'], { files: broken });
    const { patterns } = JSON.parse(out);
    expect(code).toBe(0);
    expect(patterns.map(({ address, change, invalid }: Record<string, string>) => [address, change, invalid])).toEqual([
      ['d#/x/FilterPattern', 'invalid', 'old'],
      ['d#/y/FilterPattern', 'invalid', 'old'],
    ]);
  });

  test('writes annotations and a final line for GitHub', async () => {
    const summary = 'summary.md';
    const { out } = await run(['diff', 'old', 'new', '--format', 'github', '--no-narrower'], {
      files: { ...files, [summary]: '' },
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    const all = lines(out);
    expect(all.at(-1)).toBe(
      'eb-pattern diff: 6 patterns: 1 added, 1 removed, 2 narrower, 1 not valid, 1 equal in meaning',
    );
    expect(all).toContain(
      '::error title=gate::--no-narrower: events that matched before no longer do (a, d#/y/FilterPattern, gone)',
    );
    expect(
      all.filter((line) => line.startsWith('::notice file=new/a.json,line=1,col=1,title=pattern narrower::')),
    ).toHaveLength(1);
    expect(all.some((line) => line.includes('%0Alost: {"specversion"'))).toBe(true);
  });

  test('writes Markdown with a table, and every change with its event', async () => {
    const { out } = await run(['diff', 'old', 'new', '--format', 'markdown'], { files });
    expect(out).toContain('## ✅ eb-pattern diff\n');
    expect(out).toContain('| a | narrower |\n| bad | not valid |\n| c | added |\n');
    expect(out).toContain('```diff\n');
    expect(out.match(/```json/g)).toHaveLength(5);
  });

  test.each(['github', 'markdown'])('writes one line for equal patterns: %s', async (format) => {
    const { code, out } = await run(['diff', 'old', 'old', '--format', format], { files: { 'old/a.json': OLD } });
    expect(code).toBe(0);
    expect(out).toContain('1 pattern: 1 equal in meaning');
  });
});

describe('diff of a Terraform plan', () => {
  const address = 'alicloud_event_bridge_rule.a';
  const side = (text: string | null): object | null => (text === null ? null : { filter_pattern: text });
  test.each<[string, object, object, string]>([
    ['narrower', { before: side(OLD), after: side(NARROWER) }, {}, 'narrower'],
    ['equal', { before: side(OLD), after: side(OLD) }, {}, 'equal'],
    ['created', { before: null, after: side(OLD) }, {}, 'added'],
    ['destroyed', { before: side(OLD), after: null }, {}, 'removed'],
    ['moved', { before: side(OLD), after: side(OLD) }, { previous_address: `${address}_old` }, 'equal'],
    ['known after apply', { before: side(OLD), after: {}, after_unknown: { filter_pattern: true } }, {}, 'unknown'],
    ['not valid before', { before: side('{"source":1}'), after: side(OLD) }, {}, 'invalid'],
  ])('compares the changes of the plan: %s', async (_, change, more, kind) => {
    const { code, out } = await run(['diff', 'plan.json', '--format', 'json'], {
      files: { 'plan.json': plan(change, more) },
    });
    const report = JSON.parse(out);
    expect({ code, old: report.old, new: report.new }).toEqual({
      code: 0,
      old: 'plan.json (before)',
      new: 'plan.json (after)',
    });
    expect(report.counts).toMatchObject({ [kind]: 1 });
    expect(report.patterns.map((one: { address: string }) => one.address)).toEqual([address]);
  });

  test('reads unchanged patterns from the prior state', async () => {
    const resources = [
      { address: 'alicloud_event_bridge_rule.b', type: 'alicloud_event_bridge_rule', values: side(OLD) },
    ];
    const state = { values: { root_module: { resources } } };
    const text = JSON.stringify({
      ...JSON.parse(plan({ before: null, after: side(OLD) })),
      planned_values: state.values,
      prior_state: state,
    });
    const { out } = await run(['diff', 'plan.json', '--format', 'json'], { files: { 'plan.json': text } });
    expect(JSON.parse(out).counts).toMatchObject({ added: 1, equal: 1, removed: 0 });
  });
});

describe('an error of diff', () => {
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
    ['two empty folders', ['diff', 'folder', 'empty'], 'there are no patterns in the folders `folder` and `empty`'],
    ['a pattern alone', ['diff', 'old.json'], 'only a Terraform plan has two sides, and `old.json` is none'],
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
        'empty/': '',
      },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
