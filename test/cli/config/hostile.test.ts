/** Config files of a stranger: they write only reports in their folder, read only files of their repository, and send nothing elsewhere. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';

const CONFIG = 'eb-pattern.config.json';
/** A report contains the name of the file, which here is a command. */
const PATTERN = 'touch pwned;#.pattern.json';

interface Checkout {
  readonly root: string;
  readonly cwd: string;
}

function checkout(config: object): Checkout {
  const root = folderWith({
    'home/.bashrc': 'mine\n',
    'home/list.json': '{"secret": "of mine',
    [`repo/${CONFIG}`]: JSON.stringify(config),
    [`repo/${PATTERN}`]: '{"sorce":["a"]}',
    'repo/.git/hooks/': '',
    'repo/node_modules/.bin/tool': 'theirs\n',
    'repo/inner/': '',
  });
  const cwd = join(root, 'repo');
  symlinkSync('../home', join(cwd, 'link'));
  symlinkSync('.git', join(cwd, 'objects'));
  symlinkSync('../home/.bashrc', join(cwd, 'report.txt'));
  symlinkSync('../home/new.txt', join(cwd, 'dangling.txt'));
  return { root, cwd };
}

/** All files with their contents. */
function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

describe('an output path of the config file that is unsafe is refused, and nothing is written', () => {
  test.each([
    ['compact:../home/.bashrc', 'is outside of the folder of the config file'],
    ['compact:inner/../../home/.bashrc', 'is outside of the folder'],
    ['json:../new.json', 'is outside of the folder'],
    ['compact:/tmp/eb-pattern-hostile.txt', 'is outside of the folder'],
    ['compact:link/.bashrc', 'is outside of the folder'],
    ['json:link/new/deep/x.json', 'is outside of the folder'],
    ['compact:report.txt', 'is outside of the folder'],
    ['compact:dangling.txt', 'is outside of the folder'],
    ['compact:.git/hooks/pre-commit', 'is hidden'],
    ['json:.git/x.json', 'is hidden'],
    ['json:.GIT/x.json', 'is hidden'],
    ['json:.git. /x.json', 'is hidden'],
    ['json:.g\u200cit/x.json', 'is hidden'],
    ['json:git~1/x.json', 'is hidden'],
    ['json:objects/x.json', 'is hidden'],
    ['compact:.github/workflows/x.txt', 'is hidden'],
    ['compact:.env', 'is hidden'],
    ['compact:inner/.npmrc', 'is hidden'],
    ['json:node_modules/a/package.json', 'is hidden'],
    ['compact:Makefile', 'is not called like a report'],
    ['compact:run.sh', 'is not called like a report'],
    ['compact:index.js', 'is not called like a report'],
    ['github:conf.yaml', 'is not called like a report'],
    ['compact:report.txt.sh', 'is not called like a report'],
  ])('%s', async (output, message) => {
    const { root, cwd } = checkout({ output: [output] });
    const before = contents(root);
    const { code, out, err } = await run(['check', PATTERN], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`eb-pattern: ${CONFIG}:1:11: \``);
    expect(err).toContain(message);
    expect(err).toContain('name it by the flag `--output`');
    expect(contents(root)).toEqual(before);
  });
});

test.each([['json:report.json'], ['junit:out/deep/report.xml'], ['compact:inner/../findings.txt'], ['sarif:eb.SARIF']])(
  'an output path inside the folder of the config file is written: %s',
  async (output) => {
    const { cwd } = checkout({ output: [output] });
    const folder = join(cwd, 'inner');
    expect((await run(['check', `../${PATTERN}`], { cwd: folder })).code).toBe(0);
    const [, file = ''] = output.split(':');
    expect(existsSync(join(cwd, file))).toBe(true);
  },
);

test('an output path of a flag or of the environment may be anywhere', async () => {
  const { root, cwd } = checkout({});
  await run(['check', PATTERN, '--output', 'compact:../home/a'], {
    cwd,
    env: { EB_PATTERN_OUTPUT: 'compact:../home/b' },
  });
  await run(['check', PATTERN], { cwd, env: { EB_PATTERN_OUTPUT: 'compact:../home/b' } });
  expect(readdirSync(join(root, 'home'))).toEqual(expect.arrayContaining(['a', 'b']));
});

describe('an output path of a flag may follow a link of the repository', () => {
  test.each([
    ['compact:report.txt', 'leads to'],
    ['json:link/x.json', 'leads to'],
    ['compact:hook.txt', 'a link leads into `'],
  ])('%s', async (output, message) => {
    const { root, cwd } = checkout({});
    writeFileSync(join(cwd, '.git/hooks/pre-commit'), 'mine\n');
    symlinkSync('.git/hooks/pre-commit', join(cwd, 'hook.txt'));
    const before = contents(root);
    for (const flag of ['--output', '--write-baseline', '--coverage-output']) {
      const command = flag === '--coverage-output' ? ['test', 's.eb-test.json'] : ['check', PATTERN];
      const value =
        flag === '--output' ? output : flag === '--write-baseline' ? output.split(':')[1] : 'json:link/x.json';
      const suite = { pattern: '{}', tests: [{ name: 'a', match: true, event: '{}' }] };
      if (flag === '--coverage-output') writeFileSync(join(cwd, 's.eb-test.json'), JSON.stringify(suite));
      const { code, err } = await run([...command, flag, value as string], { cwd });
      expect(code).toBe(2);
      expect(err).toContain(flag === '--coverage-output' ? 'leads to' : message);
    }
    expect(contents(root)).toMatchObject(before);
  });
});

describe('the baseline of a config file must be inside its repository', () => {
  test.each([
    ['../home/list.json', 'is outside of the repository'],
    ['link/list.json', 'leads to'],
    ['/etc/passwd', 'is outside of the repository'],
    ['/dev/zero', 'is outside of the repository'],
    ['../home/nothing.json', 'is outside of the repository'],
  ])('%s', async (baseline, message) => {
    const { cwd } = checkout({ baseline });
    const { code, err } = await run(['check', PATTERN], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('--allow-outside');
    expect(err).not.toContain('of mine');
    expect(err).not.toContain('there is no file');
  });

  test('and may be above the folder of the config file', async () => {
    const cwd = folderWith({
      'known.json': '{"version":1,"findings":[]}',
      '.git/': '',
      'a/p.json': '{"source":["a"]}',
      [`a/${CONFIG}`]: '{"baseline":"../known.json"}',
    });
    expect((await run(['check', 'p.json'], { cwd: join(cwd, 'a') })).code).toBe(0);
  });
});

describe('a setting that decides where credentials are sent is refused in a config file', () => {
  test.each([
    ['{"stream":{"endpoint":"http://127.0.0.1:1"}}', '`stream.endpoint`', '`--endpoint`, or set EB_PATTERN_ENDPOINT'],
    ['{"stream":{"transport":"rpc"}}', '`stream.transport`', '`--transport`, or set EB_PATTERN_TRANSPORT'],
    ['{"stream":{"region":"evil"}}', '`stream.region`', '`--region`, or set EB_PATTERN_REGION'],
    ['{"stream":{"accountId":1}}', '`stream.accountId`', '`--account-id`, or set EB_PATTERN_ACCOUNT_ID'],
    ['{"stream":{"insecureHttp":true}}', '`stream.insecureHttp`', '`--insecure-http`, or set EB_PATTERN_INSECURE_HTTP'],
    ['{"stream":{"endpoint":null}}', '`stream.endpoint`', '`--endpoint`'],
    ['{"allowOutside":true}', '`allowOutside`', '`--allow-outside`, or set EB_PATTERN_ALLOW_OUTSIDE'],
  ])('%s', async (text, name, advice) => {
    for (const argv of [
      ['check', 'p.json'],
      ['stream', 'list'],
      ['stream', 'list', '--print-config'],
    ]) {
      const { code, err } = await run(argv, {
        files: { [CONFIG]: text, 'p.json': '{}' },
        env: { DASHSCOPE_API_KEY: 'sk-in-the-environment' },
      });
      expect(code).toBe(2);
      expect(err.split('\n')).toHaveLength(2);
      expect(err).toContain(`${name} does not belong in a config file: it decides `);
      expect(err).toContain(`; give ${advice}`);
    }
  });

  test.each(['path', 'proxy', 'host', 'url', 'insecure'])('`stream.%s` is no setting', async (name) => {
    const files = { [CONFIG]: JSON.stringify({ stream: { [name]: 'x' } }) };
    expect((await run(['stream', 'list'], { files })).code).toBe(2);
  });
});

test.each(['.', 'inner/deeper'])('a config file that is a program is not run: %s', async (folder) => {
  const root = folderWith({ 'eb-pattern.config.mjs': '', 'p.json': '{}' });
  const started = join(root, 'started');
  const text = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(started)}, ''); export default {};`;
  writeFileSync(join(root, 'eb-pattern.config.mjs'), text);
  mkdirSync(join(root, folder), { recursive: true });
  const cwd = join(root, folder);
  const { code, err } = await run(['check', join(root, 'p.json')], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('a config file is data, and a program is not run');
  expect(existsSync(started)).toBe(false);
  expect((await run(['check', join(root, 'p.json'), '--no-config'], { cwd })).code).toBe(0);
  expect(existsSync(started)).toBe(false);
});

test('a config file that is a link out of its repository is not read', async () => {
  const { cwd } = checkout({});
  symlinkSync('../../home/list.json', join(cwd, 'inner', CONFIG));
  const { code, err } = await run(['check', '../node_modules/.bin/tool'], { cwd: join(cwd, 'inner') });
  expect(code).toBe(2);
  expect(err).toContain(
    `\`${CONFIG}\` leads to \`${join(dirname(cwd), 'home/list.json')}\`, outside of the repository`,
  );
  expect(err).not.toContain('of mine');
});
