/** `eb-pattern pack`: checked patterns in one file, which is read faster than the folder that it was made of. */
import { realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { writeAnswer } from '../../answer/answer.ts';
import { GIT } from '../../files/git-name.ts';
import { writeWhole } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import { plural, showPassed } from '../../findings/show.ts';
import { DEFAULT_DIALECT, type LanguageOptions } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import { readPatterns, type SkipOptions } from '../../sources/named-patterns.ts';
import { packText, sha256Of } from '../../sources/pack.ts';
import { size } from '../../terminal/amounts.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { packAnswer } from './answer.ts';

export interface PackOptions extends LanguageOptions, SkipOptions {
  readonly output: string;
  readonly format: Format;
}

export async function pack(names: readonly string[], options: PackOptions, session: Session): Promise<number> {
  const { io, out, err } = session;
  const { output, format } = options;
  const isStream = output === '-';
  if (isStream && format === 'json') {
    throw new Failure({ message: '`--format json` and `--output -` both need standard output' });
  }
  if (!isStream) await refuseInput(names, output, io.cwd);
  const found = await readPatterns(names, { ...options, each: true }, { patterns: session.patterns, cwd: io.cwd });
  // A pattern that is missing would change what the set matches, and no line would show it.
  if (found.skipped.length > 0) throw new Failure(found.skipped);
  showPassed(found.passed, options.listSkipped === true, err);
  const { dialect = DEFAULT_DIALECT, extension: extensions = [] } = found.language;
  const text = packText(found.patterns, { dialect, extensions: [...new Set(extensions)].sort() });
  if (isStream) {
    // As bytes: a text would be escaped for logs.
    io.stdout.write(Buffer.from(text));
    return YES;
  }
  await writeWhole(output, resolve(io.cwd, output), text);
  const members = {
    file: output,
    patterns: found.patterns.length,
    bytes: Buffer.byteLength(text),
    dialect,
    extensions: [...new Set(extensions)].sort(),
    sha256: sha256Of(text),
  };
  if (format === 'json') writeAnswer(packAnswer, members, session);
  else out.line(printable(`${output}: ${plural(members.patterns, 'pattern')}, ${size(members.bytes)}`));
  return YES;
}

/** @throws Failure for an output that replaces a pattern, or that the next run would find in a folder of patterns */
async function refuseInput(names: readonly string[], output: string, cwd: string): Promise<void> {
  const target = await real(resolve(cwd, output));
  for (const name of names) {
    if (name === '-' || name.startsWith(GIT)) continue;
    const path = relative(await real(resolve(cwd, name)), target);
    if (path === '') throw new Failure({ message: `\`${output}\` is one of the patterns; write to another file` });
    if (path !== '..' && !path.startsWith(`..${sep}`)) {
      const message = `\`${output}\` is in the folder \`${name}\`, whose patterns it holds; write to another folder`;
      throw new Failure({ message });
    }
  }
}

/** Also of a file that does not exist yet, in a folder that does. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const folder = dirname(path);
    return folder === path ? path : join(await real(folder), path.slice(folder.length));
  });
}
