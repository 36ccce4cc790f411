/** Builds the programs of the peers, where their tools are installed and can fetch what they need. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from './side.ts';

/** A command, or one line that says why there is none. */
export type Prepared = Command | string;

const HERE = 'bench/peers';

/** `main`: the class that is run. */
export function eventRuler(main = 'bench.Side'): Prepared {
  const name = 'event-ruler';
  if (!installed('java', ['-version'])) return `${name}: skipped, java is not installed`;
  if (!installed('mvn', ['--version'])) return `${name}: skipped, mvn is not installed`;
  const folder = join(HERE, 'event-ruler');
  const failed = run('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath'], folder);
  if (failed !== undefined) return `${name}: skipped, mvn cannot build it (${failed})`;
  const jars = readFileSync(join(folder, 'target/classpath.txt'), 'utf8').trim();
  const classes = [join(folder, 'target/classes'), jars].join(process.platform === 'win32' ? ';' : ':');
  return { name, program: 'java', args: ['-XX:+UseSerialGC', '-cp', classes, main] };
}

/**
 * Built in a folder of its own: the checksums of what is fetched, where they are not here yet, are no change of the repository. QUAMINA_DIR
 * names a checkout of github.com/timbray/quamina in place of what would be fetched; it needs nothing else.
 */
export function quamina(scratch: string): Prepared {
  const name = 'quamina';
  if (!installed('go', ['version'])) return `${name}: skipped, go is not installed`;
  const folder = join(scratch, name);
  for (const file of ['go.mod', 'go.sum', 'main.go']) {
    const from = join(HERE, name, file);
    if (existsSync(from)) cpSync(from, join(folder, file));
  }
  const { QUAMINA_DIR } = process.env;
  if (QUAMINA_DIR !== undefined) {
    appendFileSync(join(folder, 'go.mod'), `\nreplace quamina.net/go/quamina/v2 => ${resolve(QUAMINA_DIR)}\n`);
  }
  const failed = run('go', ['build', '-mod=mod', '-o', 'side', '.'], folder);
  if (failed !== undefined) return `${name}: skipped, go cannot build it (${failed})`;
  return { name, program: join(folder, 'side'), args: [], env: { GOMAXPROCS: '1' } };
}

/** The same program on lots that are not wrapped in an event, and patterns without `data`. */
export function onPlainLots(command: Command): Command {
  return { ...command, name: `${command.name}, plain lots`, isPlain: true };
}

export function ours(way: string, dialect = 'aliyun'): Command {
  const program = join('bench/out/bin/peers/eb-pattern.js');
  return {
    name: `eb-pattern, ${way}`,
    program: process.execPath,
    args: ['--expose-gc', program],
    after: [way, dialect],
  };
}

function installed(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Undefined when it went well, else the gist of what it said: neither addresses nor advice. */
function run(program: string, args: readonly string[], cwd: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status === 0) return undefined;
  const said = `${stderr}\n${stdout}`
    .split('\n')
    .map((line) => line.replace(/^\[ERROR\]/, '').trim())
    .filter((line) => line !== '');
  const gist =
    said.find((line) => /could not|cannot|forbidden|not found|failed/i.test(line)) ?? said[0] ?? 'no reason given';
  return gist.replace(/\S+:\/\/\S+/g, 'the registry').slice(0, 200);
}
