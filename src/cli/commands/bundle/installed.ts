/** The files of this package and of those that it needs, as they are installed. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../findings/failure.ts';
import type { TarEntry } from './tar.ts';

/** The built files are all in dist/cli. */
const ROOT = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../../../' : '../../', import.meta.url));

/** The script for Spark, which the build puts beside the command line. */
const SCRIPT = join(ROOT, import.meta.url.endsWith('.ts') ? 'src/cli/commands/bundle' : 'dist/cli', 'eb_spark.py');

export async function sparkScript(): Promise<Uint8Array> {
  return readInstalled(SCRIPT);
}

/** The command line with its packages, below `folder`. @throws Failure for an installation that lacks a part */
export async function* installedFiles(folder: string): AsyncGenerator<TarEntry> {
  yield { name: `${folder}/package.json`, bytes: await readInstalled(join(ROOT, 'package.json')) };
  yield* filesOf(join(ROOT, 'dist/cli'), `${folder}/dist/cli`);
  const { dependencies = {} } = await manifestOf(ROOT);
  yield* packages(Object.keys(dependencies), { from: ROOT, folder, placed: new Map() });
}

interface Placing {
  /** The folder of the package that needs them. */
  readonly from: string;
  /** Its folder in the archive. */
  readonly folder: string;
  /** The installed folders of what is in the archive, by name there. */
  readonly placed: Map<string, string>;
}

/** Each beside the others, unless another version of it is there: then below the package that needs it. */
async function* packages(names: readonly string[], { from, folder, placed }: Placing): AsyncGenerator<TarEntry> {
  const root = folder.split('/')[0] as string;
  for (const name of [...names].sort()) {
    const installed = await folderOf(name, from);
    const top = `${root}/node_modules/${name}`;
    const there = placed.get(top);
    if (there === installed) continue;
    const target = there === undefined ? top : `${folder}/node_modules/${name}`;
    placed.set(target, installed);
    yield* filesOf(installed, target);
    const { dependencies = {} } = await manifestOf(installed);
    yield* packages(Object.keys(dependencies), { from: installed, folder: target, placed });
  }
}

async function folderOf(name: string, from: string): Promise<string> {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if ((await readFile(join(folder, 'package.json')).catch(() => undefined)) !== undefined) return folder;
    if (dirname(at) === at) throw missing(`the package \`${name}\``);
  }
}

async function manifestOf(folder: string): Promise<{ readonly dependencies?: Readonly<Record<string, string>> }> {
  return JSON.parse((await readInstalled(join(folder, 'package.json'))).toString());
}

/** Declarations, source maps and documentation are not run. */
const NOT_RUN = /\.(?:[cm]?ts|map|md|py)$/i;

async function* filesOf(folder: string, target: string): AsyncGenerator<TarEntry> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw missing(`\`${folder}\``);
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const name = `${target}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* filesOf(path, name);
    } else if (entry.isFile() && !NOT_RUN.test(entry.name)) yield { name, bytes: await readInstalled(path) };
  }
}

async function readInstalled(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw missing(`\`${path}\``);
  });
}

function missing(what: string): Failure {
  return new Failure({ message: `this installation lacks ${what}: install eb-pattern again` });
}
