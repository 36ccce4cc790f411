import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../../src/cli/terminal/version.ts';
import { folderWith, lines, run } from '../run-main.ts';

const FILES = [
  '.github/workflows/eb-pattern.yml',
  'eb-pattern.config.yaml',
  'patterns/orders.eb-test.yaml',
  'patterns/orders.json',
  'suite.schema.json',
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('init', () => {
  test('writes files that check and test accept', async () => {
    const cwd = folderWith({});
    const { code, out, err } = await run(['init'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(filesIn(cwd)).toEqual(FILES);
    for (const file of FILES) expect(out).toContain(`wrote ${file}\n`);
    expect(out).toContain('  eb-pattern check patterns\n  eb-pattern test patterns\n');
    for (const command of ['check', 'test']) {
      const answer = await run([command, 'patterns'], { cwd });
      expect([answer.code, answer.err]).toEqual([0, '']);
      expect(answer.out).not.toContain('warning');
    }
    expect((await run(['test', '.'], { cwd })).out).toContain('3 passed, 0 failed');
  });

  test('writes a workflow with read permission only, and with actions by commit', async () => {
    const cwd = folderWith({});
    await run(['init'], { cwd });
    const text = readFileSync(join(cwd, '.github/workflows/eb-pattern.yml'), 'utf8');
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({});
    expect(jobs.patterns.permissions).toEqual({ contents: 'read' });
    const steps: { uses?: string; run?: string }[] = jobs.patterns.steps;
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      `npx --yes eb-pattern@${version()} check patterns --format github`,
      `npx --yes eb-pattern@${version()} test patterns --format github`,
    ]);
  });

  test('creates the named folder', async () => {
    const cwd = folderWith({});
    const { out } = await run(['init', 'a/b'], { cwd });
    expect(filesIn(join(cwd, 'a/b'))).toEqual(FILES);
    expect(out).toContain('  eb-pattern test a/b/patterns\n');
  });

  test('leaves existing files, with a note', async () => {
    const cwd = folderWith({ 'patterns/orders.json': 'mine', 'eb-pattern.config.mjs': 'mine too' });
    const { code, out } = await run(['init'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('left patterns/orders.json, which is there\n');
    expect(out).toContain('left eb-pattern.config.mjs, which is there\n');
    expect(readFileSync(join(cwd, 'patterns/orders.json'), 'utf8')).toBe('mine');
    expect(existsSync(join(cwd, 'eb-pattern.config.yaml'))).toBe(false);
    const before = filesIn(cwd);
    expect((await run(['init'], { cwd })).out).not.toContain('wrote');
    expect(filesIn(cwd)).toEqual(before);
  });

  test('leaves a dangling link', async () => {
    const cwd = folderWith({ 'patterns/': '' });
    symlinkSync('nowhere', join(cwd, 'patterns/orders.json'));
    expect((await run(['init'], { cwd })).out).toContain('left patterns/orders.json');
    expect(existsSync(join(cwd, 'patterns/nowhere'))).toBe(false);
  });

  test('writes nothing in a dry run', async () => {
    const cwd = folderWith({ 'eb-pattern.config.yaml': '{}' });
    const { code, out } = await run(['init', '--dry-run'], { cwd });
    expect(code).toBe(0);
    expect(lines(out)).toHaveLength(5);
    expect(out).toContain('would write patterns/orders.json\n');
    expect(filesIn(cwd)).toEqual(['eb-pattern.config.yaml']);
  });

  test.each([
    [
      'a file stands where a folder is needed',
      { patterns: 'a file' },
      'patterns/orders.json',
      /something else has|is not a folder/,
    ],
    [
      'the last one fails',
      { '.github': 'a file' },
      '.github/workflows/eb-pattern.yml',
      /something else has|is not a folder/,
    ],
  ])('writes all files or none: %s', async (_, files, name, reason) => {
    const cwd = folderWith(files);
    const { code, out, err } = await run(['init'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`eb-pattern: \`${name}\` cannot be written: `);
    expect(err).toMatch(reason);
    expect(filesIn(cwd)).toEqual(Object.keys(files));
    expect(readdirSync(cwd)).toEqual(Object.keys(files));
  });

  test.skipIf(process.getuid?.() === 0)('reports a folder without write permission', async () => {
    const cwd = folderWith({});
    chmodSync(cwd, 0o500);
    const { code, err } = await run(['init'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('no permission; nothing was written');
  });

  test.each([
    ['a folder', 'events', 'events'],
    ['a folder below the working folder', 'b c', 'a/b c'],
  ])('writes a workflow that works from the top of the repository: %s', async (_, folder, below) => {
    const top = folderWith({ '.git/HEAD': '', 'a/': '' });
    const cwd = below.startsWith('a/') ? join(top, 'a') : top;
    const { code, out } = await run(['init', folder], { cwd });
    expect([code, out]).toEqual([0, expect.stringContaining('.github/workflows/eb-pattern.yml\n')]);
    const { jobs } = parse(readFileSync(join(top, '.github/workflows/eb-pattern.yml'), 'utf8'));
    const { defaults, steps } = jobs.patterns;
    for (const { run: line } of steps.filter((step: { run?: string }) => step.run !== undefined)) {
      const argv = line.replace(/^npx --yes eb-pattern@\S+ /, '').split(' ');
      const workspace = { GITHUB_WORKSPACE: top };
      const answer = await run(argv, { cwd: join(top, defaults.run['working-directory']), env: workspace });
      expect([answer.code, answer.err]).toEqual([0, '']);
    }
    expect(defaults.run['working-directory']).toBe(below);
  });

  test('makes warnings fail, and names the schema of suites for editors', async () => {
    const cwd = folderWith({});
    await run(['init'], { cwd });
    expect(parse(readFileSync(join(cwd, 'eb-pattern.config.yaml'), 'utf8'))).toMatchObject({ failOn: 'warning' });
    const [first = ''] = lines(readFileSync(join(cwd, 'patterns/orders.eb-test.yaml'), 'utf8'));
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
    const schema = readFileSync(join(cwd, 'patterns', path), 'utf8');
    expect(JSON.parse(schema)).toEqual(JSON.parse((await run(['schema', 'suite'])).out));
  });

  test('runs beside a broken config file', async () => {
    expect((await run(['init'], { files: { 'eb-pattern.config.json': '{' } })).code).toBe(0);
  });
});
