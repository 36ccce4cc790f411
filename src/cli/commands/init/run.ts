/** `eb-pattern init`: writes the first files of a folder of patterns. Existing files stay. */
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { configsIn } from '../../config/find.ts';
import { slashes } from '../../files/file-name.ts';
import { repositoryOf } from '../../files/repository-root.ts';
import { DEFAULT_DIALECT, type LanguageOptions } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { version } from '../../terminal/version.ts';
import { editorFiles, SETTINGS } from './editor-files.ts';
import { CONFIG, type StarterFile, starterFiles } from './files.ts';
import { isThere, writeNew } from './write.ts';

export interface InitOptions extends Pick<LanguageOptions, 'dialect'> {
  readonly dryRun?: boolean;
}

/** @throws Failure for a file that cannot be written; then none is written */
export async function init(
  folder: string,
  { dryRun = false, dialect = DEFAULT_DIALECT }: InitOptions,
  { io, out, sources }: Session,
  program: Command,
): Promise<number> {
  const root = resolve(io.cwd, folder);
  const shown = (name: string): string => join(folder, name);
  const files: StarterFile[] = [];
  const left: string[] = [];
  // Workflows have an effect at the top of a repository only.
  const top = repositoryOf(root) ?? root;
  const up = slashes(relative(root, top));
  const [upward, below] = [up === '' ? '' : `${up}/`, slashes(relative(top, root))];
  const advice: string[] = [];
  for (const file of [
    ...starterFiles(version(), dialect, upward, below),
    ...editorFiles(program, dialect, upward, below),
  ]) {
    const there = await sameAs(file.name, root);
    if (there === undefined) files.push(file);
    else {
      left.push(there);
      if (file.name.endsWith(SETTINGS) && !(await isSaid(file.text, join(root, there))))
        advice.push(`add to ${printable(shown(there))}:\n${file.text.trimEnd()}`);
    }
  }
  for (const { name } of files) await sources.bounds.written(shown(name), join(root, name));
  if (!dryRun) await writeNew(root, files, shown);
  const mark = dryRun ? out.paint('dim', 'would write') : out.paint('good', 'wrote');
  for (const { name } of files) out.line(`${mark} ${printable(shown(name))}`);
  for (const name of left) out.line(`${out.paint('dim', 'left')} ${printable(shown(name))}, which is there`);
  for (const addition of advice) out.line(`\nTo let VS Code check patterns and suites, ${addition}`);
  if (dryRun) return YES;
  const patterns = printable(shown('patterns'));
  // The config of a folder below is not read from here.
  const language = dialect === DEFAULT_DIALECT || root === io.cwd ? '' : ` --dialect ${dialect}`;
  out.line('\nNext:');
  out.line(`  ${out.program} check ${patterns}${language}`);
  out.line(`  ${out.program} test ${patterns}${language}`);
  return YES;
}

/** Whether settings name each schema of others. They are a person's, with comments: nothing is written into them. */
async function isSaid(text: string, path: string): Promise<boolean> {
  const there = await readFile(path, 'utf8').catch(() => '');
  return [...text.matchAll(/"\.\/[^"]+\.schema\.json"/g)].every(([name]) => there.includes(name));
}

/** The existing file that makes a new one unnecessary: itself, or a config file of another form, since two are refused. */
async function sameAs(name: string, root: string): Promise<string | undefined> {
  if (name === CONFIG) return configsIn(root)[0];
  return (await isThere(join(root, name))) ? name : undefined;
}
