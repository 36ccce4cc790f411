/** Folders in a revision of a git repository. Two processes read a folder, for any number of files. */
import { relative, resolve } from 'node:path';
import { Failure } from '../findings/failure.ts';
import { slashes } from './file-name.ts';
import { type GitWorld, git, objectName } from './git.ts';
import { type GitFile, gitFile } from './git-name.ts';

export interface GitEntry {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Present for a file; links and submodules are not followed. */
  readonly bytes?: Buffer;
}

interface Listed {
  readonly path: string;
  readonly mode: string;
  readonly object: string;
}

/**
 * The files of `git:REV:path` and its folders whose path is `wanted`, sorted by path; undefined when it is not a folder.
 * @throws Failure for a name that is not `git:REV:path`, and for a folder that git cannot read
 */
export async function readGitFolder(
  name: string,
  world: GitWorld,
  wanted: (path: string) => boolean,
): Promise<readonly GitEntry[] | undefined> {
  const all = await listed(gitFile(name), world);
  if (all === undefined) return undefined;
  const entries = all.filter(({ path }) => wanted(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const contents = await contentsOf(name, entries.filter(isFile), world);
  return entries.map(({ path, object }) => {
    const bytes = contents.get(object);
    return bytes === undefined ? { path } : { path, bytes };
  });
}

function isFile({ mode }: Listed): boolean {
  return mode.startsWith('100');
}

async function listed(file: GitFile, world: GitWorld): Promise<readonly Listed[] | undefined> {
  if (file.revision === '') return staged(file, world);
  const { error, stdout } = await git(['ls-tree', '-r', '-z', '--full-tree', objectName(file, world.folder)], world);
  if (error !== null) return undefined;
  return records(stdout).map(([fields, path]) => {
    const [mode = '', , object = ''] = fields.split(' ');
    return { path, mode, object };
  });
}

/** The index has no folders: a folder exists if it contains files. */
async function staged({ path: folder }: GitFile, world: GitWorld): Promise<readonly Listed[] | undefined> {
  const full = resolve(world.folder, folder);
  const { error, stdout } = await git(['--literal-pathspecs', 'ls-files', '-s', '-z', '--', full], world);
  const entries = records(stdout).map(([fields, path]) => {
    const [mode = '', object = ''] = fields.split(' ');
    return { path: slashes(relative(full, resolve(world.folder, path))), mode, object };
  });
  return error !== null || entries.length === 0 || entries[0]?.path === '' ? undefined : entries;
}

/** The text before the tab, and the path after it. */
function records(stdout: Buffer): readonly (readonly [fields: string, path: string])[] {
  return stdout
    .toString()
    .split('\0')
    .filter((record) => record !== '')
    .map((record) => {
      const tab = record.indexOf('\t');
      return [record.slice(0, tab), record.slice(tab + 1)];
    });
}

async function contentsOf(
  name: string,
  entries: readonly Listed[],
  world: GitWorld,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (entries.length === 0) return contents;
  const objects = [...new Set(entries.map(({ object }) => object))];
  const { error, stdout } = await git(['cat-file', '--batch'], world, `${objects.join('\n')}\n`);
  if (error !== null) {
    const why =
      error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' ? 'it holds more than 256 MB' : 'git does not give it';
    throw new Failure({ message: `\`${name}\` cannot be read: ${why}` });
  }
  let at = 0;
  for (const object of objects) {
    const end = stdout.indexOf('\n', at);
    const [, kind, size] = stdout.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') throw new Failure({ message: `\`${name}\` cannot be read: git lacks the object ${object}` });
    contents.set(object, stdout.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
