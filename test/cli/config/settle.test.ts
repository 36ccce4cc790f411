import { Command, InvalidArgumentError, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { choicesOf, optionsOf } from '../../../src/cli/config/choices.ts';
import { settle } from '../../../src/cli/config/settle.ts';
import { Failure } from '../../../src/cli/findings/failure.ts';
import { buildProgram } from '../../../src/cli/program.ts';
import { openSession } from '../../../src/cli/session/session.ts';
import { flagOf } from '../../../src/cli/settings/member.ts';
import { members } from '../../../src/cli/settings/table.ts';
import type { Io } from '../../../src/cli/terminal/io.ts';
import { folderWith, run } from '../run-main.ts';

function ioIn(cwd: string, env: Io['env'] = {}): Io {
  return { cwd, env, stdin: (async function* () {})(), stdout: { write() {} }, stderr: { write() {} } };
}

/** A small program: settings are parsed by the flags that it declares. */
function program(): Command {
  const root = new Command('eb-pattern').exitOverride();
  const whole = (text: string): number => {
    if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it is a whole number');
    return Number(text);
  };
  root
    .command('test')
    .addOption(new Option('--dialect <name>').choices(['aliyun', 'rocketmq']))
    .addOption(new Option('--format <format>').choices(['human', 'json', 'junit']).default('human'))
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning']))
    .addOption(new Option('--max-warnings <n>').argParser(whole))
    .addOption(
      new Option('--output <what>').argParser((item: string, all: string[] | undefined) => [...(all ?? []), item]),
    )
    .addOption(
      new Option('--extension <name>').argParser((item: string, all: string[] | undefined) => [...(all ?? []), item]),
    )
    .addOption(new Option('--baseline <file>'))
    .addOption(new Option('--bail [n]').argParser(whole).preset('1'))
    .addOption(new Option('--shuffle <seed>').argParser(whole))
    .addOption(new Option('--coverage-threshold <n>').argParser(Number))
    .action(() => {});
  root
    .command('explain')
    .addOption(new Option('--format <format>').choices(['human', 'json']).default('human'))
    .action(() => {});
  return root;
}

/** The values of the options of a call. */
async function settled(
  argv: readonly string[],
  given: { readonly files?: Record<string, string>; readonly env?: Io['env']; readonly cwd?: string },
): Promise<Record<string, unknown>> {
  const root = program();
  root.parse(argv, { from: 'user' });
  const command =
    root.commands.find(({ name }) => name === undefined) ?? root.commands.find((c) => c.name() === argv[0]);
  const session = openSession(ioIn(given.cwd ?? folderWith(given.files ?? {}), given.env));
  await settle(
    command as Command,
    {},
    session,
    choicesOf(() => root),
  );
  return (command as Command).opts();
}

const yaml = (text: string): Record<string, string> => ({ 'eb-pattern.config.yaml': text });

describe('a setting', () => {
  test('is read from the flag, else from the environment, else from the file', async () => {
    const files = yaml('dialect: aliyun\nfailOn: error\nmaxWarnings: 3');
    const env = { EB_PATTERN_FAIL_ON: 'warning', EB_PATTERN_MAX_WARNINGS: '2' };
    expect(await settled(['test', '--max-warnings', '1'], { files, env })).toEqual({
      dialect: 'aliyun',
      failOn: 'warning',
      maxWarnings: 1,
      format: 'human',
    });
  });

  test('counts as absent when its environment variable is empty', async () => {
    const env = { EB_PATTERN_DIALECT: '' };
    expect(await settled(['test'], { files: yaml('dialect: rocketmq'), env })).toMatchObject({ dialect: 'rocketmq' });
  });

  test('that is a list is replaced by the source that takes precedence', async () => {
    const files = yaml('extensions: [a, b]');
    expect(await settled(['test'], { files })).toMatchObject({ extension: ['a', 'b'] });
    expect(await settled(['test'], { files, env: { EB_PATTERN_EXTENSION: 'c, d,' } })).toMatchObject({
      extension: ['c', 'd'],
    });
    expect(await settled(['test', '--extension', 'e'], { files })).toMatchObject({ extension: ['e'] });
  });

  test.each([
    ['true', { bail: 1 }],
    ['1', { bail: 1 }],
    ['3', { bail: 3 }],
    ['false', {}],
    ['0', {}],
  ])('is a switch of the environment: %s', async (text, expected) => {
    const { format: _, ...options } = await settled(['test'], { env: { EB_PATTERN_BAIL: text } });
    expect(options).toEqual(expected);
  });

  test('is a switch that the file turns off before the environment', async () => {
    const files = yaml('test: {bail: true}');
    expect(await settled(['test'], { files })).toMatchObject({ bail: 1 });
    expect(await settled(['test'], { files, env: { EB_PATTERN_BAIL: 'false' } })).not.toHaveProperty('bail');
  });

  test('is read by the parser of its flag', async () => {
    const files = yaml('test: {shuffle: 7, coverage: {threshold: 80}}');
    expect(await settled(['test'], { files })).toMatchObject({ shuffle: 7, coverageThreshold: 80 });
  });

  test('of a format that only other commands have is ignored, from each source', async () => {
    for (const given of [{ files: yaml('format: junit') }, { env: { EB_PATTERN_FORMAT: 'junit' } }]) {
      expect(await settled(['explain'], given)).toEqual({ format: 'human' });
      expect(await settled(['test'], given)).toEqual({ format: 'junit' });
    }
  });

  test('for severities has no flag', async () => {
    const files = yaml('severities: {number-text: off}');
    expect(await settled(['test'], { files })).toMatchObject({ severities: { 'number-text': 'off' } });
    expect(await settled(['explain'], { files })).not.toHaveProperty('severities');
  });

  test('that names a file is relative to the folder of the config file', async () => {
    const cwd = folderWith({
      ...yaml('baseline: known.json\noutput: [junit:out/a.xml, "json:-", "tap:t.tap", human]'),
      'a/b/': '',
    });
    const options = await settled(['test'], { cwd: `${cwd}/a/b` });
    expect(options).toMatchObject({
      baseline: '../../known.json',
      output: ['junit:../../out/a.xml', 'json:-', 'tap:../../t.tap', 'human'],
    });
    const env = { EB_PATTERN_BASELINE: 'known.json', EB_PATTERN_OUTPUT: 'junit:a.xml' };
    expect(await settled(['test'], { cwd: `${cwd}/a/b`, env })).toMatchObject({
      baseline: 'known.json',
      output: ['junit:a.xml'],
    });
  });
});

describe('an invalid value is refused with its place', () => {
  const cases: readonly (readonly [string, { files?: Record<string, string>; env?: Io['env'] }, object])[] = [
    [
      'a choice of the environment',
      { env: { EB_PATTERN_FAIL_ON: 'eror' } },
      { message: 'EB_PATTERN_FAIL_ON: `failOn` is one of error, warning, not `eror`; did you mean `error`?' },
    ],
    [
      'a number of the environment',
      { env: { EB_PATTERN_MAX_WARNINGS: '1.5' } },
      { message: 'EB_PATTERN_MAX_WARNINGS: `maxWarnings` is a whole number from 0 on, not `1.5`' },
    ],
    [
      'a switch of the environment',
      { env: { EB_PATTERN_BAIL: 'constructor' } },
      { message: 'EB_PATTERN_BAIL: it is `true` or `false`, not `constructor`' },
    ],
    [
      'what the parser of the flag refuses, in the file',
      { files: yaml('test:\n  shuffle: often') },
      {
        file: 'eb-pattern.config.yaml',
        line: 2,
        column: 12,
        message: '`often` is no value of `--shuffle`; it is a whole number',
      },
    ],
    [
      'what the parser of the flag refuses, in the environment',
      { env: { EB_PATTERN_SHUFFLE: 'often' } },
      { message: 'EB_PATTERN_SHUFFLE: `often` is no value of `--shuffle`; it is a whole number' },
    ],
  ];
  test.each(cases)('%s', async (_, given, problem) => {
    const thrown = await settled(['test'], given).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Failure);
    expect((thrown as Failure).problems).toEqual([problem]);
  });
});

describe('the table of settings', () => {
  const root = buildProgram(openSession(ioIn('.')), () => async () => {});
  const flags = new Set(optionsOf(root).map((option) => option.attributeName()));

  test('has a command with the flag for each row', () => {
    const lonely = members.filter(({ attribute, without }) => without === undefined && !flags.has(attribute));
    expect(lonely.map(flagOf)).toEqual([]);
  });

  test('names existing commands', () => {
    const commands = root.commands.map((command) => command.name());
    for (const { only, without = [] } of members) {
      expect(commands).toEqual(expect.arrayContaining(only === undefined ? [...without] : [only]));
    }
  });

  test('has each name and each variable once', () => {
    const names = members.map(({ name }) => name);
    const variables = members.flatMap((member) => member.variables);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(variables).size).toBe(variables.length);
  });
});
describe('--print-config', () => {
  const files = { ...yaml('dialect: rocketmq\nformat: json\nstream:\n  auth: bearer'), 'p.json': '{}' };

  test('lists each setting and its source, without input to check', async () => {
    const { code, out } = await run(['check', '--print-config', '--format', 'human'], {
      files,
      env: { EB_PATTERN_EXTENSION: 'tenant' },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^dialect +rocketmq +eb-pattern\.config\.yaml:1:10$/m);
    expect(out).toMatch(/^extensions +tenant +EB_PATTERN_EXTENSION$/m);
    expect(out).toMatch(/^format +human +--format$/m);
    expect(out).not.toContain('auth');
  });

  test('prints JSON with the format json from any source', async () => {
    const { out } = await run(['test', '--print-config', '--strict-dialects'], { files });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      command: 'test',
      config: 'eb-pattern.config.yaml',
      settings: {
        dialect: { value: 'rocketmq', from: { kind: 'file', file: 'eb-pattern.config.yaml', line: 1, column: 10 } },
        extensions: { value: null, from: { kind: 'default' } },
        format: { value: 'json', from: { kind: 'file' } },
        'test.strictDialects': { value: true, from: { kind: 'flag', name: '--strict-dialects' } },
      },
      errors: [],
    });
  });

  test('lists the defaults of the help', async () => {
    const { out } = await run(['check', '--print-config'], { files: {} });
    expect(out).toMatch(/^dialect +aliyun +default$/m);
    expect(out).toMatch(/^format +human +default$/m);
  });

  test('lists the settings of streams, and no credential', async () => {
    const env = {
      DASHSCOPE_API_KEY: 'sk-in-the-environment',
      EB_PATTERN_PRICE: '1',
      EB_PATTERN_ENDPOINT: 'https://me:pass@example.com',
      EB_PATTERN_ACCOUNT_ID: 'sk-in-the-environment',
    };
    const { code, out } = await run(['stream', 'wait', '--print-config', '--format', 'human'], { files, env });
    expect(code).toBe(0);
    expect(out).toMatch(/^stream\.auth +bearer +eb-pattern\.config\.yaml:4:9$/m);
    expect(out).toMatch(/^stream\.interval +5 +default$/m);
    expect(out).toMatch(/^stream\.endpoint +https:\/\/\*\*\*@example\.com +EB_PATTERN_ENDPOINT$/m);
    expect(out).not.toMatch(/sk-in|me:pass|DASHSCOPE/);
  });

  test('hides a credential given in the place of a setting', async () => {
    const env = { DASHSCOPE_API_KEY: 'sk-in-the-environment', EB_PATTERN_PRICE: 'sk-in-the-environment' };
    const { code, err } = await run(['stream', 'list'], { env });
    expect(code).toBe(2);
    expect(err).toContain('EB_PATTERN_PRICE: `price` is what one request costs');
    expect(err).not.toContain('sk-in');
  });
});
