import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../docs/markdown.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly uses?: string;
      readonly run?: string;
      readonly shell?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const text = readFileSync(`${ROOT}action.yml`, 'utf8');
const action = parse(text) as Action;
const scripts = action.runs.steps.filter(({ run }) => run !== undefined);

describe('action.yml', () => {
  it('has a default and a description for every input', () => {
    for (const input of Object.values(action.inputs)) {
      expect(input).toMatchObject({ description: expect.stringMatching(/\w/), default: expect.any(String) });
    }
  });

  it('installs the version to which it belongs', () => {
    const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(String(action.inputs.version?.default)).toBe(version);
  });

  it('names actions by their commit, with the version beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(({ 1: used }) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('writes no input into a script, and uses no secret', () => {
    expect(scripts.filter(({ run }) => run?.includes('${{'))).toEqual([]);
    expect(text).not.toMatch(/secrets\.|github\.token/);
  });

  it('uses only the inputs that it declares', () => {
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(({ 1: name = '' }) => name);
    expect(used.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
    expect(Object.keys(action.inputs).filter((name) => !used.includes(name))).toEqual([]);
  });
});

describe('the script of the action', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-action-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  // A stand-in for npx that prints its arguments, one on each line.
  writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit "$ANSWER"\n');
  chmodSync(join(folder, 'npx'), 0o755);

  function run(inputs: Readonly<Record<string, string>>, answer = 0) {
    const given = Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, String(one.default)]));
    const all: Record<string, string> = { ...given, ...inputs };
    const [script] = scripts;
    const env = Object.entries(script?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, all[input] ?? ''];
    });
    const { status, stdout } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script?.run ?? ''],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...Object.fromEntries(env), ANSWER: String(answer), PATH: `${folder}${delimiter}${process.env.PATH}` },
      },
    );
    return { status, args: stdout.trimEnd().split('\n') };
  }

  it('runs the suites of the whole folder by default', () => {
    const { version } = action.inputs;
    expect(run({})).toEqual({
      status: 0,
      args: ['--yes', `eb-pattern@${version?.default}`, 'test', '--format', 'github', '--', '.'],
    });
  });

  it('passes paths and arguments, one on each line, with their blanks', () => {
    const { args } = run({
      command: 'check',
      paths: 'my patterns\nplan.json\n\n',
      args: '--dialect=rocketmq\n',
      version: '1.2.3',
    });
    expect(args).toEqual([
      '--yes',
      'eb-pattern@1.2.3',
      'check',
      '--format',
      'github',
      '--dialect=rocketmq',
      '--',
      'my patterns',
      'plan.json',
    ]);
  });

  it('passes no path when none is given, which the command reports', () => {
    expect(run({ paths: '' }).args.at(-1)).toBe('--');
  });

  it.each(['$(touch hacked)', '`touch hacked`', '"; touch hacked; "', '*', '--help'])(
    'passes the path %s unchanged',
    (path) => {
      expect(run({ paths: path }).args.slice(5)).toEqual(['--', path]);
      expect(execFileSync('ls', { cwd: folder, encoding: 'utf8' })).toBe('npx\n');
    },
  );

  it.each([
    ['command', 'filter'],
    ['command', 'check; touch hacked'],
    ['version', ''],
    ['version', '../elsewhere'],
    ['version', '1 --registry=x'],
    ['version', '-g'],
  ])('refuses the %s `%s`', (name, value) => {
    const { status, args } = run({ [name]: value });
    expect(status).toBe(2);
    expect(args.join('\n')).toMatch(new RegExp(`^::error::the input ${name} is `));
  });

  it.each([1, 2])('ends with the exit code %i of the command', (code) => {
    expect(run({}, code).status).toBe(code);
  });
});
