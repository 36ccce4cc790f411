import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../../src/cli/terminal/version.ts';
import { type Dialect, dialects } from '../../../src/index.ts';
import { folderWith, lines, run } from '../run-main.ts';
import { vsCodeSchemas } from '../schemas/editors.ts';

const FILES = [
  '.github/workflows/eb-pattern.yml',
  '.vscode/settings.json',
  'config.schema.json',
  'eb-pattern.config.yaml',
  'pattern.schema.json',
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

  test.each(dialects.map(({ name }) => name))('writes files for %s', async (dialect) => {
    const cwd = folderWith({});
    expect((await run(['init', '--dialect', dialect], { cwd })).code).toBe(0);
    expect(filesIn(cwd)).toEqual(FILES);
    expect(parse(readFileSync(join(cwd, 'eb-pattern.config.yaml'), 'utf8')).dialect).toBe(dialect);
    expect(JSON.parse(readFileSync(join(cwd, 'pattern.schema.json'), 'utf8'))).toEqual(
      JSON.parse((await run(['schema', 'pattern', '--dialect', dialect])).out),
    );
    for (const command of ['check', 'test']) {
      const answer = await run([command, 'patterns'], { cwd });
      expect([answer.code, answer.err]).toEqual([0, '']);
      expect(answer.out).not.toContain('warning');
    }
    const { base } = parse(readFileSync(join(cwd, 'patterns/orders.eb-test.yaml'), 'utf8'));
    const { envelope } = dialects.find(({ name }) => name === dialect) as Dialect;
    expect(Object.keys(base)).toEqual(expect.arrayContaining(envelope.map(([name]) => name)));
  });

  test('prints commands that run from outside of the folder', async () => {
    const cwd = folderWith({});
    const { out } = await run(['init', 'events', '--dialect', 'aws'], { cwd });
    const commands = lines(out).flatMap((line) =>
      line.startsWith('  eb-pattern ') ? [line.trim().split(' ').slice(1)] : [],
    );
    expect(commands).toHaveLength(2);
    for (const command of commands) expect((await run(command, { cwd })).code).toBe(0);
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
    expect(lines(out)).toHaveLength(8);
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

  test('makes warnings fail', async () => {
    const cwd = folderWith({});
    await run(['init'], { cwd });
    expect(parse(readFileSync(join(cwd, 'eb-pattern.config.yaml'), 'utf8'))).toMatchObject({ failOn: 'warning' });
  });

  test.each([
    ['patterns/orders.eb-test.yaml', 'suite'],
    ['eb-pattern.config.yaml', 'config'],
  ])('names the schema of %s in its first line', async (file, what) => {
    const cwd = folderWith({});
    await run(['init'], { cwd });
    const [first = ''] = lines(readFileSync(join(cwd, file), 'utf8'));
    const [, path = ''] = /^# yaml-language-server: \$schema=(\.\.?\/\S+)$/.exec(first) ?? [];
    const schema = readFileSync(join(cwd, dirname(file), path), 'utf8');
    expect(JSON.parse(schema)).toEqual(JSON.parse((await run(['schema', what])).out));
  });

  test.each([
    ['', '.'],
    ['events/', 'events'],
  ])('names the schemas of JSON files for VS Code: in the folder %j', async (below, folder) => {
    const top = folderWith({ '.git/HEAD': '' });
    await run(['init', folder], { cwd: top });
    const settings = JSON.parse(readFileSync(join(top, '.vscode/settings.json'), 'utf8'));
    const schemaOf = vsCodeSchemas(settings['json.schemas']);
    for (const { url } of settings['json.schemas']) expect(existsSync(join(top, url)), url).toBe(true);
    expect(schemaOf(`${below}patterns/orders.json`)).toBe(`${below}pattern.schema.json`);
    expect(schemaOf(`${below}patterns/shop/orders.json`)).toBe(`${below}pattern.schema.json`);
    expect(schemaOf('elsewhere/a.pattern.json')).toBe(`${below}pattern.schema.json`);
    expect(schemaOf(`${below}patterns/orders.eb-test.json`)).toBe(`${below}suite.schema.json`);
    expect(schemaOf(`${below}eb-pattern.config.json`)).toBe(`${below}config.schema.json`);
    expect(schemaOf('package.json')).toBeUndefined();
    for (const [url, files] of Object.entries(settings['yaml.schemas'])) {
      expect(existsSync(join(top, url)), url).toBe(true);
      expect(files).toEqual([expect.stringMatching(/\.yaml$/), expect.stringMatching(/\.yml$/)]);
    }
  });

  test('leaves settings of VS Code, and says what to add until they have it', async () => {
    const cwd = folderWith({ '.vscode/settings.json': '// mine\n{}\n' });
    const { code, out } = await run(['init'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, '.vscode/settings.json'), 'utf8')).toBe('// mine\n{}\n');
    expect(out).toContain('left .vscode/settings.json, which is there\n');
    const [, addition = ''] = /add to \.vscode\/settings\.json:\n(\{.*?\n\})\n/s.exec(out) ?? [];
    expect(JSON.parse(addition)).toHaveProperty(['yaml.schemas', './suite.schema.json']);
    writeFileSync(join(cwd, '.vscode/settings.json'), addition);
    expect((await run(['init'], { cwd })).out).not.toContain('add to');
  });

  test('runs beside a broken config file', async () => {
    expect((await run(['init'], { files: { 'eb-pattern.config.json': '{' } })).code).toBe(0);
  });
});
