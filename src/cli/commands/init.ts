/** `eb-pattern init`: the first files of a folder of patterns. What is there stays as it is. */
import { join, resolve } from 'node:path';
import { configsIn } from '../config/find.ts';
import { YES } from '../exit.ts';
import { CONFIG, type StarterFile, starterFiles, WORKFLOW } from '../init/files.ts';
import { isThere, writeNew } from '../init/write.ts';
import { repositoryOf } from '../read/repository.ts';
import { printable } from '../render/terminal.ts';
import type { Session } from '../session.ts';
import { version } from '../version.ts';

export interface InitOptions {
  readonly dryRun?: boolean;
}

/** @throws Failure for what cannot be written; nothing is written then */
export async function init(
  folder: string,
  { dryRun = false }: InitOptions,
  { io, out, sources }: Session,
): Promise<number> {
  const root = resolve(io.cwd, folder);
  const shown = (name: string): string => join(folder, name);
  const files: StarterFile[] = [];
  const left: string[] = [];
  for (const file of starterFiles(version())) {
    const there = await sameAs(file.name, root);
    if (there === undefined) files.push(file);
    else left.push(there);
  }
  for (const { name } of files) await sources.bounds.written(shown(name), join(root, name));
  if (!dryRun) await writeNew(root, files, shown);
  const mark = dryRun ? out.paint('dim', 'would write') : out.paint('good', 'wrote');
  for (const { name } of files) out.line(`${mark} ${printable(shown(name))}`);
  for (const name of left) out.line(`${out.paint('dim', 'left')} ${printable(shown(name))}, which is there`);
  if (dryRun) return YES;
  const patterns = printable(shown('patterns'));
  out.line('\nNext:');
  out.line(`  ${out.program} check ${patterns}`);
  out.line(`  ${out.program} test ${patterns}`);
  const repository = repositoryAbove(root);
  if (repository !== undefined && files.some(({ name }) => name === WORKFLOW)) {
    out.line(`\nThe workflow has an effect at the top of the repository only: move it to`);
    out.line(printable(join(repository, WORKFLOW)));
  }
  return YES;
}

/** What stands for a file already: itself, or a config file of another form, since two are refused. */
async function sameAs(name: string, root: string): Promise<string | undefined> {
  if (name === CONFIG) return configsIn(root)[0];
  return (await isThere(join(root, name))) ? name : undefined;
}

/** The repository that a folder is in, unless it is its top. */
function repositoryAbove(root: string): string | undefined {
  const found = repositoryOf(root);
  return found === root ? undefined : found;
}
