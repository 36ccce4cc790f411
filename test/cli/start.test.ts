/** What the built commands load: few files, and no library that they do not use. Node counts them, as no clock could here. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session/session.ts';
import { folderWith, run } from './run-main.ts';

const DIST = new URL('../../dist/', import.meta.url).href;
const BIN = fileURLToPath(new URL('cli/bin.js', DIST));

const pattern = { source: ['shop.orders'], data: { total: [{ numeric: ['>', 0] }] } };
const event = { source: 'shop.orders', data: { total: 1 } };
const folder = folderWith({
  'p.json': JSON.stringify(pattern),
  'p.yaml': 'source: [shop.orders]\n',
  'e.json': JSON.stringify(event),
  'e.ndjson': `${JSON.stringify(event)}\n`,
  'p.eb-test.json': JSON.stringify({ pattern, base: event, tests: [{ name: 'as it is', match: true }] }),
});

interface Loaded {
  /** Relative to dist. */
  readonly own: readonly string[];
  /** The packages of the files outside of it. */
  readonly packages: readonly string[];
}

/** The files that a command loads, which has a yes as its answer. */
function loadedBy(argv: readonly string[]): Loaded {
  const reports = folderWith({});
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], { ...inFolder(reports), input: '' });
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
  return loadedIn(reports);
}

/** Node writes into the folder which files it has run. */
const inFolder = (reports: string) => ({ cwd: folder, env: { PATH: process.env.PATH, NODE_V8_COVERAGE: reports } });

function loadedIn(reports: string): Loaded {
  const urls = readdirSync(reports).flatMap((file) => {
    const report = JSON.parse(readFileSync(join(reports, file), 'utf8')) as { result: { url: string }[] };
    return report.result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  const own = urls.filter((url) => url.startsWith(DIST)).map((url) => url.slice(DIST.length));
  const others = urls.filter((url) => !url.startsWith(DIST));
  const packages = others.map((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? url);
  return { own, packages: [...new Set(packages)].sort() };
}

const commands: readonly { readonly argv: readonly string[]; readonly most: number }[] = [
  { argv: ['--version'], most: 2 },
  { argv: ['--help'], most: 3 },
  { argv: ['match', '--help'], most: 3 },
  { argv: ['match', 'p.json', 'e.json'], most: 5 },
  { argv: ['filter', 'p.json', 'e.ndjson'], most: 6 },
  { argv: ['route', 'p.json', 'e.ndjson'], most: 7 },
  { argv: ['explain', 'p.json', 'e.json'], most: 7 },
  { argv: ['check', 'p.json'], most: 7 },
  { argv: ['test', 'p.eb-test.json'], most: 9 },
];

test.each(commands)('$argv loads at most $most files, and no installed package', ({ argv, most }) => {
  const { own, packages } = loadedBy(argv);
  expect(packages).toEqual([]);
  expect(own).toContain('cli/bin.js');
  expect(own.length, own.join(' ')).toBeLessThanOrEqual(most);
});

/** Modules of Node that are loaded before any program runs, or in a tenth of a millisecond. */
const QUICK: ReadonlySet<string> = new Set(
  ['buffer', 'fs', 'fs/promises', 'module', 'os', 'path', 'path/posix', 'timers/promises', 'url', 'util'].map(
    (name) => `node:${name}`,
  ),
);
/** As it is printed by the bundlers. */
const IMPORT = /(?:^|[;\n}])(?:import|export)[^;'"()]*from *['"](node:[^'"]+)['"]/g;

test.each(commands)('$argv loads no module of Node that takes milliseconds', ({ argv }) => {
  for (const name of loadedBy(argv).own) {
    const text = readFileSync(new URL(name, DIST), 'utf8');
    const slow = [...text.matchAll(IMPORT)].flatMap(([, module = '']) => (QUICK.has(module) ? [] : [module]));
    expect(slow, name).toEqual([]);
    // Every other import of such a module would escape the expression.
    const named = text.match(/from *['"]node:[^'"]+['"]/g) ?? [];
    expect([...text.matchAll(IMPORT)], name).toHaveLength(named.length);
  }
});

test('a thread of `filter` loads two files of its own, and none of the main thread', () => {
  const work = { patterns: [['p', '{}']], answer: 'lines', onBadLine: 'fail', maxLine: 1000 };
  const program = `
    const { Worker } = require('node:worker_threads');
    const worker = new Worker(new URL('cli/worker.js', '${DIST}'), { workerData: { work: ${JSON.stringify(work)} } });
    worker.on('message', () => worker.terminate());`;
  const reports = folderWith({});
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], inFolder(reports));
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
  const { own, packages } = loadedIn(reports);
  expect(own.toSorted()).toEqual([expect.stringMatching(/^cli\/worker-chunk-/), 'cli/worker.js']);
  expect(packages).toEqual([]);
});

test('the language server answers the first request without the code of the others', async () => {
  const reports = folderWith({});
  const server = spawn(process.execPath, [BIN, 'lsp'], inFolder(reports));
  const send = (content: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...content });
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  };
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  let answer = '';
  for await (const part of server.stdout) {
    answer += part;
    if (answer.includes('"hoverProvider":true')) send({ method: 'exit' });
  }
  expect(answer).toContain('"hoverProvider":true');
  const { own, packages } = loadedIn(reports);
  expect(own.toSorted()).toEqual(['cli/bin.js', 'cli/first.js', 'cli/lsp.js', 'cli/start.js']);
  expect(packages).toEqual([]);
});

test('a pattern in YAML loads the YAML library, and no other', () => {
  expect(loadedBy(['match', 'p.yaml', 'e.json']).packages).toEqual(['yaml']);
});

test('a search for files loads the library for globs and its packages', () => {
  expect(loadedBy(['check', '.']).packages).toEqual(expect.arrayContaining(['tinyglobby']));
  expect(loadedBy(['check', '.']).packages).not.toContain('undici');
});

describe('the program has only the command that is called', () => {
  const silent = { write: () => undefined };
  const io = { stdin: (async function* () {})(), stdout: silent, stderr: silent, env: {}, cwd: folder };
  const names = buildProgram(openSession(io), () => async () => undefined).commands.map((command) => command.name());

  test.each(names)('and `%s --help` prints what `help %s` prints with all commands', async (name) => {
    const alone = await run([name, '--help'], { cwd: folder });
    const among = await run(['help', name], { cwd: folder });
    expect(alone).toEqual(among);
    expect(alone.out).toContain(`Usage: eb-pattern ${name}`);
  });

  test.each([
    ['a command with a typo', ['mtch', 'p.json'], 'did you mean `match`?'],
    ['a value of a global flag that is the name of a command', ['--config', 'match', 'chek'], 'did you mean `check`?'],
    ['a global flag without its value', ['match', '--config'], 'argument missing'],
  ])('unless there is %s', async (_, argv, message) => {
    const { code, err } = await run(argv, { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('and a config file may have choices of other commands', async () => {
    const own = folderWith({
      'p.json': JSON.stringify(pattern),
      'e.json': JSON.stringify(event),
      'eb-pattern.config.json': '{ "format": "sarif" }',
      'wrong.json': '{ "format": "srif" }',
    });
    expect((await run(['match', 'p.json', 'e.json'], { cwd: own })).code).toBe(0);
    const { code, err } = await run(['match', 'p.json', 'e.json', '--config', 'wrong.json'], { cwd: own });
    expect(code).toBe(2);
    expect(err).toContain('sarif');
  });

  test('and `match --on-service` finds the flags of `stream match`', async () => {
    const { code, err } = await run(['match', 'p.json', 'e.json', '--on-service'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('EB_PATTERN_ACCOUNT_ID');
  });
});
