/**
 * Hostile names and values in the output: for any command and format, a CI runner finds no command in it, and a terminal no control
 * sequence.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../../../src/cli/formats/table.ts';
import { logText, ownCommands, withoutCommands } from '../../../src/cli/terminal/log-text.ts';
import { folderWith, type Outcome, run } from '../run-main.ts';

const HOSTILE = [
  '##[add-mask]e',
  '###[group]e',
  '##vso[task.prependpath]/tmp',
  '##VSO[task.setvariable variable=a]b',
  "##teamcity[buildStop comment='x']",
  Array(60).fill('::stop-commands::tok').join(' '),
  `${'x'.repeat(70)} ::set-env name=PATH::x`,
  '\n::add-mask::x',
  '\u2028::add-mask::x',
  '\u0085 ::add-mask::x',
  '\u00a0\u3000::warning::x',
  '\r::add-path::/tmp',
  'section_start:1:a\r\u001b[0Ksection_end:1:a\r\u001b[0K',
  '\u009b31mred\u202elaid\u2066x\u2069\ufeff\u200f\u061c\u007f',
  '\u001b[2J\u001b]0;title\u0007\b\b',
];

/** The patterns that runners use (`ActionCommand.cs` of GitHub; the agents of Azure, TeamCity and GitLab). */
const COMMANDS = [/##\w*\[/, /^[\s\ufeff]*::[a-z-]+( [^:]*)?::/i, /section_(?:start|end):\d/];
const OWN = /^::(?:error|warning|notice) [^:]*::/;
const CONTROLS = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Bidi_C}\ufeff]/u;

function found(text: string): readonly string[] {
  // Runners split lines at more characters than line feeds.
  const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]/);
  return lines.filter((line) => CONTROLS.test(line) || (!OWN.test(line) && COMMANDS.some((one) => one.test(line))));
}

function expectSafe({ out, err }: Outcome): void {
  expect(found(out)).toEqual([]);
  expect(found(err)).toEqual([]);
  expect(CONTROLS.test(out + err)).toBe(false);
}

/** A value in every place of each file; file names cannot contain all characters. */
function filesOf(value: string): Record<string, string> {
  const json = JSON.stringify;
  const name = value.replace(/[/\0]/g, '').slice(0, 60);
  return {
    'p.json': json({ source: [value], [value]: ['x'], data: { [value]: [{ prefix: value }] } }),
    'q.json': json({ source: [value, 'b'], type: [{ 'anything-but': value }] }),
    'bad.json': json({ source: [{ [value]: value }] }),
    'broken.json': `{"source": [${json(value)}, `,
    'e.json': json({ source: `${value} z`, [value]: 1, data: { [value]: value } }),
    'lines.ndjson': `${json({ source: value })}\n${json({ source: value, [value]: 'x' })}\n`,
    's.eb-test.yaml': json({
      pattern: { source: [value], [value]: ['x'] },
      tests: [
        { name: value, match: true, event: { source: value } },
        { name: `${value} 2`, match: false, event: { source: value }, fails: [`/${value.replace(/[~/]/g, '')}`] },
        { name: `${value} 3`, skip: value, match: true, event: {} },
      ],
    }),
    't.eb-test.yaml': json({
      pattern: { source: [value] },
      tests: [{ name: value, match: true, event: { source: 'b' } }],
    }),
    'u.eb-test.yaml': json({ [value]: 1 }),
    'v.eb-test.yaml': json({ pattern: value, tests: [{ name: value, match: true, event: value }] }),
    'stream.yaml': json({ EventStreamingName: value, [value]: value, FilterPattern: value }),
    [`${name}.pattern.json`]: json({ sorce: [value] }),
    [`${name}.eb-test.json`]: json({
      pattern: { source: [value] },
      tests: [{ name: value, match: true, event: '{}' }],
    }),
  };
}

/** These run all commands; the others run those whose text differs most. */
const THOROUGH = [0, 5, 12].map((i) => HOSTILE[i]);
const SHORT: readonly string[] = ['check . human', 'check . github', 'test . human', 'test . junit', 'test . tap'];

describe.each(HOSTILE.map((value) => [value] as const))('the text %j', (value) => {
  const cwd = folderWith(filesOf(value));
  const config = join(folderWith({ 'c.json': JSON.stringify({ [value]: value, dialect: value }) }), 'c.json');
  const calls: readonly (readonly string[])[] = [
    ...formatNames.map((format) => ['check', '.', '--format', format]),
    ...formatNames.map((format) => ['test', '.', '--format', format]),
    ['test', 's.eb-test.yaml', 't.eb-test.yaml', '--coverage', '--mutate', '--grep', value],
    ['test', '.', '--coverage', '--mutate'],
    ['explain', 'p.json', 'e.json'],
    ['explain', 'p.json', 'e.json', '--format', 'json'],
    ['explain', 'broken.json', 'e.json'],
    ['match', 'p.json', 'e.json', 'broken.json'],
    ['match', value, value],
    ['diff', 'p.json', 'q.json'],
    ['diff', 'p.json', 'q.json', '--format', 'json'],
    ['overlap', '.'],
    ['sample', 'p.json'],
    ['sample', 'q.json', '--near-miss', '--format', value],
    ['sample', 'p.json', '--as-suite'],
    ['route', '.', 'e.json', 'lines.ndjson'],
    ['route', 'p.json', 'e.json', 'lines.ndjson'],
    ['route', 'p.json', 'lines.ndjson', '--summary'],
    ['filter', 'p.json', value],
    ['filter', 'bad.json', 'lines.ndjson'],
    ['stream', 'create', 'stream.yaml', '--dry-run'],
    ['stream', 'list', '--endpoint', value],
    ['code', value],
    ['schema', value],
    ['check', 'p.json', '--config', config],
    ['check', 'p.json', '--print-config', '--extension', value],
    [value],
    ['check', `--${value}`],
    ['check', 'p.json', '--output', value],
    ['check', `git:${value}:${value}`],
  ];
  test('is no command of the log in any output', async () => {
    const thorough = THOROUGH.includes(value);
    for (const [i, argv] of calls.entries()) {
      const [command, where, , format] = argv;
      if (!thorough && argv.length === 4 && !SHORT.includes(`${command} ${where} ${format}`) && i < 18) continue;
      if (!thorough && i >= 18 && i % 3 !== 0) continue;
      const outcome = await run(argv, { cwd, env: { EB_PATTERN_FAIL_ON: argv[0] === 'code' ? value : '' } });
      expect(outcome.out + outcome.err, argv.join(' ')).not.toBe('');
      expectSafe(outcome);
    }
  });

  test.runIf(THOROUGH.includes(value))('is no command of the log in a file that a run writes', async () => {
    const outputs = formatNames.flatMap((format) => ['--output', `${format}:out-${format}`]);
    await run(['test', '.', ...outputs, '--coverage-output', 'text:cov', '--coverage-output', 'json:covj'], { cwd });
    for (const name of [...formatNames.map((format) => `out-${format}`), 'cov', 'covj']) {
      expect(found(readFileSync(join(cwd, name), 'utf8')), name).toEqual([]);
    }
  });

  test('is the same value in JSON', async () => {
    const { out } = await run(['explain', 'p.json', 'e.json', '--format', 'json'], { cwd });
    expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(value).slice(1, -1));
    const sampled = await run(['sample', 'p.json', '--count', '1'], { cwd });
    expect(JSON.parse(sampled.out)).toMatchObject({ source: value, [value]: 'x' });
    const suite = await run(['sample', 'p.json', '--as-suite', '--count', '1'], { cwd });
    const world = { files: { 'x.eb-test.yaml': suite.out, 'p.json': filesOf(value)['p.json'] as string } };
    expect((await run(['test', 'x.eb-test.yaml'], world)).code).toBe(0);
  });
});

describe('events that `filter` writes', () => {
  const event = `{"source":"a","x":"##[add-mask]\u202e\u009b31m"}\n`;
  const files = { 'p.json': '{"source":["a"]}', 'e.ndjson': event };

  test('are unchanged bytes without a terminal', async () => {
    expect((await run(['filter', 'p.json', 'e.ndjson'], { files })).out).toBe(event);
  });

  test('are escaped on a terminal, and have the same meaning', async () => {
    const { out } = await run(['filter', 'p.json', 'e.ndjson'], { files, isTTY: true });
    expect(found(out)).toEqual([]);
    expect(JSON.parse(out)).toEqual(JSON.parse(event));
  });
});

describe('the text for a log', () => {
  test.each([
    ['a ##[b] c', 'a #\\u0023[b] c'],
    ['a ## b', 'a ## b'],
    ['## [b]', '## [b]'],
    ['::a::', '\\u003a:a::'],
    ['a ::b::', 'a ::b::'],
    ['a\n \t::b::', 'a\n \t\\u003a:b::'],
    ['\u001b[31m::b::', '\u001b[31m\\u003a:b::'],
    ['section_end:1:a', 'section\\u005fend:1:a'],
    ['a section_start', 'a section_start'],
    ['\u001b[1mbold\u001b[0m', '\u001b[1mbold\u001b[0m'],
    ['\r\u001b[Kx', '\\u000d\\u001b[Kx'],
  ])('of %j', (text, expected) => {
    expect(logText(text, false)).toBe(expected);
    expect(logText(expected, false)).toBe(expected);
  });

  test('may erase a line on a terminal', () => {
    expect(logText('\r\u001b[Kx', true)).toBe('\r\u001b[Kx');
    expect(logText('\r\u001b[0Kx', true)).toBe('\\u000d\\u001b[0Kx');
  });

  test('in the format `github` has the commands of the program only', () => {
    expect(ownCommands('::error file=a::##[b]\n::set-env name=a::b\n ::error::x\n')).toBe(
      '::error file=a::#\\u0023[b]\n\\u003a:set-env name=a::b\n \\u003a:error::x\n',
    );
  });

  test('is made in linear time', () => {
    for (const piece of ['#', '##', '##a', ' ', ' :', '\n', '\u001b[', 'section_', '\t\n ', '\u001b[1m']) {
      const text = piece.repeat(1_000_000 / piece.length);
      expect(withoutCommands(text)).toBe(text);
    }
  });
});
