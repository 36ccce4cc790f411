import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../src/cli/commands/completion/tree.ts';
import { buildProgram } from '../../../src/cli/program.ts';
import { openSession } from '../../../src/cli/session/session.ts';
import { folderWith, run } from '../run-main.ts';

const io = { cwd: '.', env: {}, stdin: (async function* () {})(), stdout: { write() {} }, stderr: { write() {} } };
const places = placesOf(buildProgram(openSession(io), () => async () => {}));

const scripts = Object.fromEntries(
  await Promise.all(['bash', 'zsh', 'fish'].map(async (shell) => [shell, (await run(['completion', shell])).out])),
) as Readonly<Record<'bash' | 'zsh' | 'fish', string>>;

function installed(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

describe.each(['bash', 'zsh', 'fish'] as const)('the script for %s', (shell) => {
  test.runIf(installed(shell))('is valid in the shell', () => {
    const folder = folderWith({ script: scripts[shell] });
    const { status, stderr } = spawnSync(shell, ['-n', join(folder, 'script')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('has every command and every flag', () => {
    const words = new Set(scripts[shell].match(/[\w-]+/g));
    expect(places.length).toBeGreaterThan(20);
    for (const { commands, flags } of places) {
      for (const { name } of commands) expect(words).toContain(name);
      for (const name of flags.flatMap(({ names }) => names)) {
        expect(words).toContain(shell === 'fish' ? name.replace(/^--?/, '') : name);
      }
    }
  });
});

test('an unknown shell is a usage error', async () => {
  const { code, err } = await run(['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(err).toContain('bash, zsh, fish');
});

/** The completions of bash for words divided as bash divides a line. Undefined when the shell completes file names. */
function offered(words: readonly string[], cwd?: string): readonly string[] {
  const folder = cwd ?? folderWith({});
  writeFileSync(join(folder, '.script'), scripts.bash);
  const program = `source .script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _eb_pattern; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', program, 'bash', 'eb-pattern', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('in bash', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a command', ['ch'], ['check']],
    ['a command of a group', ['stream', 'p'], ['plan', 'pause']],
    ['a flag', ['check', 'a.json', '--dial'], ['--dialect']],
    ['a flag of all commands', ['stream', 'list', '--print'], ['--print-config']],
    ['a flag of the program', ['--ver'], ['--version']],
    ['the value of a flag', ['check', '--dialect', ''], ['aliyun', 'rocketmq', 'aws']],
    ['the value behind an equals sign', ['check', '--dialect', '='], ['aliyun', 'rocketmq', 'aws']],
    ['the begin of a value behind it', ['check', '--dialect', '=', 'r'], ['rocketmq']],
    ['a flag behind a flag with its value', ['check', '--dialect', 'aliyun', '--ext'], ['--extension']],
    ['a command behind a flag with its value', ['--config', 'check', 'te'], ['test']],
    ['an argument that is a choice', ['stream', 'wait', 'orders', 'RU'], ['RUNNING']],
    ['a schema', ['schema', 'pa'], ['pattern']],
    ['a shell', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['nothing that can be guessed', ['stream', 'get', 'o'], []],
    ['no flag of another command', ['check', '--any'], []],
    ['files, which are left to bash', ['check', 'p'], []],
    ['a file of a flag, which is left to bash', ['check', '--config', 'c'], []],
  ];
  test.each(cases)('offers %s', (_, words, expected) => {
    expect(offered(words)).toEqual(expected);
  });

  test.each([
    ['$(touch hurt)'],
    ['`touch hurt`'],
    ["'; touch hurt; '"],
    ['"; touch hurt; "'],
    ['*'],
    ['-$(touch hurt)'],
    ['--dialect=$(touch hurt)'],
    ['a\ntouch hurt'],
  ])('runs no code in the word %j', (word) => {
    const cwd = folderWith({ '$(touch hurt)': '', '`touch hurt`': '', '; touch hurt': '' });
    expect(offered(['check', word], cwd)).toEqual([]);
    expect(offered(['check', word, word, ''], cwd)).toEqual([]);
    expect(offered(['check', '--dialect', word], cwd)).toEqual([]);
    expect(existsSync(join(cwd, 'hurt'))).toBe(false);
    expect(readdirSync(cwd)).toHaveLength(4);
  });
});

describe.runIf(installed('fish'))('in fish', () => {
  test.each([
    ['eb-pattern chec', 'check'],
    ['eb-pattern stream pla', 'plan'],
    ['eb-pattern check --dialect r', 'rocketmq'],
    ['eb-pattern stream wait orders RUN', 'RUNNING'],
  ])('completes %s', (line, expected) => {
    const folder = folderWith({ script: scripts.fish });
    const program = `source script; complete -C '${line}'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', program], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\t')[0]?.trim()).toBe(expected);
  });
});
