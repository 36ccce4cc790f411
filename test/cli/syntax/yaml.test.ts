/** YAML is read alike in every kind of file, and surprising readings have findings. */
import { describe, expect, test } from 'vitest';
import { yamlCatalogue } from '../../../src/cli/findings/catalogue.ts';
import { run } from '../run-main.ts';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly line: number;
  readonly column: number;
}

async function findings(text: string, name = 'p.pattern.yaml'): Promise<readonly Finding[]> {
  const { out } = await run(['check', name, '--format', 'json'], { files: { [name]: text } });
  return JSON.parse(out).patterns.flatMap((one: { findings: readonly Finding[] }) => one.findings);
}

describe('the findings on YAML', () => {
  test.each(Object.entries(yamlCatalogue))(
    '%s is found in its `avoid`, and not in its `prefer`',
    async (code, entry) => {
      expect((await findings(entry.avoid)).map((one) => one.code)).toEqual([code]);
      expect(await findings(entry.prefer)).toEqual([]);
      expect((await run(['code', code])).out).toContain(entry.summary);
    },
  );

  test('are allowed by comments, and have severities in the config', async () => {
    const allowed = 'data:\n  # eb-pattern-allow yaml-number: an old export\n  n: [012]\n';
    expect(await findings(allowed)).toEqual([]);
    const files = { 'p.yaml': 'data: {n: [012]}', 'eb-pattern.config.json': '{"severities":{"yaml-number":"error"}}' };
    expect((await run(['check', 'p.yaml'], { files })).code).toBe(1);
  });

  test('are at most a hundred, and the others are counted', async () => {
    const text = `data: {n: [${Array.from({ length: 150 }, (_, i) => `0${i}`).join(', ')}]}`;
    const { out } = await run(['check', 'p.yaml', '--format', 'json'], { files: { 'p.yaml': text } });
    const [pattern] = JSON.parse(out).patterns;
    expect([pattern.findings.length, pattern.omitted.warnings]).toEqual([100, 50]);
  });
});

/** The spelling and the number that is read; `undefined` for texts that YAML 1.1 reads as numbers. */
const NUMBERS: readonly (readonly [string, string | undefined])[] = [
  ['012345678901', '12345678901'],
  ['012', '12'],
  ['00', '0'],
  ['08', '8'],
  ['-07', '-7'],
  ['0x1F', '31'],
  ['0o17', '15'],
  ['0xFFFFFFFFFFFFFFFFFF', '4722366482869645213695'],
  ['000012345678901234567890', '12345678901234567890'],
  ['+5', '5'],
  ['+1.5', '1.5'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['1.', '1'],
  ['01.50', '1.5'],
  ['+1e3', '1000'],
  ['.5e1', '5'],
  ['1_000', undefined],
  ['1_000.5', undefined],
  ['0b101', undefined],
  ['0x_1F', undefined],
  ['1:30', undefined],
  ['190:20:30', undefined],
];

describe('a number that is not written as in JSON', () => {
  test.each(NUMBERS)('%s', async (written, read) => {
    const all = await findings(`data:\n  n: [${written}]\n`);
    const [found, ...more] = all.filter(({ code }) => code.startsWith('yaml'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'yaml-number', line: 2, column: 7 });
    if (read === undefined) expect(found?.message).toContain('is text here, and a number to tools that read YAML 1.1');
    else expect(found?.message).toBe(`\`${written}\` is read as the number \`${read}\``);
    expect(found?.hint).toContain(`write '${written}' in quotes for the text`);
    // Quotes make it a text.
    expect(await findings(`data:\n  n: ['${written}']\n`)).toEqual([]);
  });

  test.each(['5', '-5', '0', '1.5', '-0.25', '12345', 'a', '1.2.3', '10.0.0.1', 'v1', '1e3x', '12:', 'null', 'true'])(
    '%s is not one',
    async (written) => {
      const codes = (await findings(`data:\n  n: [${written}]\n`)).map(({ code }) => code);
      expect(codes.filter((code) => code.startsWith('yaml'))).toEqual([]);
    },
  );

  test.each(['yes', 'No', 'ON', 'off', '2026-01-31', '2026-01-31T10:00:00Z'])(
    '%s is a word of YAML 1.1',
    async (word) => {
      expect(await findings(`data:\n  n: [${word}]\n`)).toMatchObject([{ code: 'yaml-word' }]);
      expect(await findings(`data:\n  n: ["${word}"]\n`)).toEqual([]);
    },
  );

  test.each(['.inf', '-.INF', '.nan'])('%s cannot be written in JSON', async (word) => {
    expect(await findings(`data:\n  n: [${word}]\n`)).toMatchObject([
      { code: 'invalid-yaml', message: expect.stringMatching(`in YAML write '${word}' in quotes$`) },
    ]);
  });

  test('is reported in the pattern of a document only', async () => {
    const text = 'n: 012\nFilterPattern:\n  data: {n: [013]}\n';
    expect(await findings(text, 'd.yaml')).toMatchObject([{ code: 'yaml-number', line: 3, column: 14 }]);
  });

  test('is reported once for any number of aliases', async () => {
    expect(await findings('data:\n  a: &a [012]\n  b: *a\n  c: *a\n')).toHaveLength(1);
  });

  test('is a note of the test that fails because of it', async () => {
    const suite = [
      'pattern: {data: {n: [12]}}',
      'base: {data: {n: 011, on: on}}',
      'tests:',
      '  - {name: event, event: {data: {n: "012", m: 012}}, match: true}',
      '  - {name: base, match: true}',
      '  - {name: with, with: {data: {n: 0x1F}}, match: true}',
      '  - {name: passes, with: {data: {n: 012}}, match: true}',
    ].join('\n');
    const { out } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite }, columns: 400 });
    const place = (line: number, text: string): string =>
      `(${line}:${(suite.split('\n')[line - 1] as string).indexOf(text) + 1})`;
    const failure = 'should match, and does not; note: ';
    expect(out).toContain(`${failure}\`012\` is read as the number \`12\` ${place(4, '012}')}`);
    expect(out).toContain(`${failure}\`011\` is read as the number \`11\` ${place(2, '011')}`);
    expect(out).toContain(`${failure}\`0x1F\` is read as the number \`31\` ${place(6, '0x1F')}`);
    expect(out).toContain('1 passed, 3 failed');
  });
});

describe('a merge', () => {
  const PATTERN = '{data: {a: [1], b: [2], c: [3]}}';
  /** Each is the event {data: {a: 1, b: 2, c: 3}}. */
  const MERGES: readonly (readonly [string, string])[] = [
    ['of an alias', 'x: &x {a: 1, b: 2}\ndata:\n  <<: *x\n  c: 3'],
    ['that comes last', 'x: &x {a: 9, b: 2}\ndata:\n  a: 1\n  c: 3\n  <<: *x'],
    ['of several maps, the first of which counts', 'x: &x {a: 1}\ny: &y {a: 9, b: 2}\ndata:\n  <<: [*x, *y]\n  c: 3'],
    ['of a map that is written there', 'data:\n  <<: {a: 1, b: 2}\n  c: 3'],
    ['of a list of such maps', 'data:\n  <<: [{a: 1}, {b: 2}]\n  c: 3'],
    ['in braces', 'x: &x {a: 1, b: 2}\ndata: {<<: *x, c: 3}'],
    ['of what was merged itself', 'x: &x {a: 1}\ny: &y {<<: *x, b: 2}\ndata:\n  <<: *y\n  c: 3'],
    ['with its tag', 'x: &x {a: 1, b: 2}\ndata:\n  !!merge <<: *x\n  c: 3'],
    ['with a question mark', 'x: &x {a: 1, b: 2}\ndata:\n  ? <<\n  : *x\n  c: 3'],
    ['of the whole', 'x: &x\n  data: {a: 1, b: 2, c: 3}\n<<: *x'],
  ];

  test.each(MERGES)('%s, in a suite', async (_, event) => {
    const indented = event.replaceAll('\n', '\n      ');
    const suite = `pattern: ${PATTERN}\ntests:\n  - name: one\n    event:\n      ${indented}\n    match: true\n`;
    const { out, err } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite } });
    expect(err).toBe('');
    expect(out).toContain('1 passed, 0 failed');
  });

  test.each(MERGES)('%s, in a pattern', async (_, event) => {
    // The same with conditions in the place of values.
    const text = event.replace(/\b([abc]): ([0-9])/g, '$1: [$2]');
    const world = { files: { 'p.pattern.yaml': text.replace(/^([xy]):/gm, 'data.$1:'), 'e.json': '{}' } };
    const { out } = await run(['check', 'p.pattern.yaml', '--format', 'json'], world);
    expect(out).not.toContain('<<');
    expect(out).not.toContain('invalid-yaml');
  });

  test('works in a test, and in its rows', async () => {
    const suite = [
      'pattern: {source: [acs.oss]}',
      'base: {source: acs.oss}',
      'tests:',
      '  - {name: one, match: true, <<: {skip: later}}',
      '  - &t {name: two, match: true}',
      '  - {<<: *t, name: three}',
    ].join('\n');
    const { out } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite } });
    expect(out).toContain('2 passed, 0 failed, 1 skipped');
  });

  test('works in a stream document, and in a config file', async () => {
    const files = { 'eb-pattern.config.yaml': '<<: {dialect: rocketmq}\n', 'p.json': '{"source":["a"]}' };
    const { out } = await run(['check', 'p.json', '--format', 'json'], { files });
    expect(JSON.parse(out).dialect).toBe('rocketmq');
  });

  test.each([
    ['a quoted name', '  "<<": {a: 1}'],
    ['a name in single quotes', "  '<<': {a: 1}"],
  ])('is %s not a merge', async (_, line) => {
    const suite = `pattern: {data: {"<<": {a: [1]}}}\ntests:\n  - name: one\n    match: true\n    event: \n      data:\n      ${line}\n`;
    const { out } = await run(['test', 's.eb-test.yaml'], { files: { 's.eb-test.yaml': suite } });
    expect(out).toContain('1 passed');
    const json =
      '{"pattern":{"data":{"<<":{"a":[1]}}},"tests":[{"name":"x","match":true,"event":{"data":{"<<":{"a":1}}}}]}';
    expect((await run(['test', 's.eb-test.json'], { files: { 's.eb-test.json': json } })).code).toBe(0);
  });

  test.each([
    ['text', '<<: text', '`<<` merges a map or a list of maps'],
    ['nothing', '<<:', '`<<` merges a map or a list of maps'],
    ['a list with a number', '<<: [{a: [1]}, 2]', '`<<` merges a map or a list of maps'],
    ['an alias of nothing', '<<: *x', '`*x` stands for the value named `&x`'],
    ['two of them', '<<: {a: [1]}\n<<: {b: [2]}', 'a map has one `<<`'],
  ])('of %s is refused, in patterns and suites', async (_, text, message) => {
    expect(await findings(`source: [a]\n${text}\n`)).toMatchObject([
      { code: 'invalid-yaml', message: expect.stringContaining(message) },
    ]);
    const files = { 's.eb-test.yaml': `pattern: {}\ntests: []\n${text}\n` };
    expect((await run(['test', 's.eb-test.yaml'], { files })).err).toContain(message);
  });
});

describe('a typing mistake that YAML reads as something else', () => {
  /** A text, and the word that has to be quoted. */
  const WORDS: readonly (readonly [string, string])[] = [
    ['data:\n  n: [{numeric: [>, 0]}]', '>'],
    ['data:\n  n: [{numeric: [>=, 0]}]', '>='],
    ['data:\n  n: [{numeric: [!=, 5]}]', '!='],
    ['data:\n  n:\n  - numeric:\n    - >=\n    - 0', '>='],
    ['data:\n  n:\n  - numeric:\n    - !=\n    - 0', '!='],
    ['subject: [*.jpg]', '*.jpg'],
    ['subject: [{suffix: *.jpg}]', '*.jpg'],
    ['subject: [*]', '*'],
    ['subject: [*name]', '*name'],
    ['subject: [&name]', '&name'],
    ['subject: [&]', '&'],
    ['source: [@me]', '@me'],
    ['source: [`me`]', '`me`'],
    ['source: [%20]', '%20'],
    ['source: [|, x]', '|'],
    ['source: [!]', '!'],
    ['source: [!foo]', '!foo'],
    ['source: [-]', '-'],
    ['source: [-, x]', '-'],
    ['source: [:]', ':'],
    ['source: [?]', '?'],
    ['source: [,]', ','],
    ['source: [{{ name }}]', '{{ name }}'],
    ['source: a]', ''],
    ['source: [a: b: c]', ''],
    ['source: a: b', 'a: b'],
    // All of the text, not its first word.
    ['data: {x: [{prefix: /a: b}]}', '/a: b'],
    ['data:\n  x:\n  - prefix: /a: b c', '/a: b c'],
    ['data: {x: {"anything-but": a: b}}', 'a: b'],
    ['source: a: b # why', 'a: b'],
    ['source: @me and you', '@me and you'],
    ['source: [@me and you, x]', '@me and you'],
    ['source: `a b` c', '`a b` c'],
    ['source: [%20 a]', '%20 a'],
  ];
  test.each(WORDS)('%s', async (text, word) => {
    const found = await findings(text);
    if (word === '') return expect(found[0]?.code).not.toBe('yaml-number');
    expect(found).toMatchObject([{ code: 'invalid-yaml' }]);
    expect(found[0]?.message).toMatch(/in YAML write '.*' in quotes$/);
    expect(found[0]?.message).toContain(`in YAML write '${word}' in quotes`);
    const files = {
      's.eb-test.yaml': `pattern:\n  ${text.replaceAll('\n', '\n  ')}\ntests:\n  - {event: {}, match: true}\n`,
    };
    expect((await run(['test', 's.eb-test.yaml'], { files })).err).toContain(`write '${word}' in quotes`);
  });

  test.each([
    ['data:\n\tn: [1]', 'a tab does not indent'],
    ['source: "a', 'the quote " is not closed'],
    ['source: "a" b', '`b` stands behind a value that has ended'],
    ['source: ["a" b]', '`b` stands behind a value that has ended'],
    ['data:\n  x:\n  - "a" "b"', '`"b"` stands behind a value that has ended'],
    ["source: 'a", "the quote ' is not closed"],
    ['source: [a', 'the list that `[` begins is not closed'],
    ['source: {a', 'the map that `{` begins is not closed'],
    ['source: [a]]', 'this `]` closes nothing'],
    ['source: [a]\ntype', 'there is no `:` behind this name'],
    ['source: "\\q"', 'invalid escape sequence \\q'],
    ['a: &a [*a]', 'stands inside the value'],
    ['source: [a]\n type: [b]', 'in YAML the members of a map begin in one column'],
  ])('%s', async (text, message) => {
    const { code, out } = await run(['check', 'p.pattern.yaml'], { files: { 'p.pattern.yaml': text } });
    expect(out).toContain(message);
    expect(out).toMatch(/--> p\.pattern\.yaml:\d+:\d+/);
    expect(code).toBe(1);
  });

  test('is shown with its line, named or found in a folder, as for a broken JSON file', async () => {
    const files = { 'd/p.yaml': 'source: [a]\ndata:\n  n: [{numeric: [>, 0]}]\n', 'd/q.json': '{"source":["a",]}' };
    for (const name of ['d', 'd/p.yaml']) {
      const { code, out, err } = await run(['check', name], { files });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain('--> d/p.yaml:3:18');
      expect(out).toContain('3 |   n: [{numeric: [>, 0]}]');
    }
    const { code, err } = await run(['explain', 'd/p.yaml', 'e.json'], { files: { ...files, 'e.json': '{}' } });
    expect(code).toBe(2);
    expect(err).toContain('--> d/p.yaml:3:18');
  });
});
