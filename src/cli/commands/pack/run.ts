/** `eb-pattern pack`: checked patterns in one file, which is read faster than the folder that it was made of. */
import { resolve } from 'node:path';
import { writeAnswer } from '../../answer/answer.ts';
import { writeWhole } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import { plural, showPassed } from '../../findings/show.ts';
import type { LanguageOptions } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import type { SkipOptions } from '../../sources/named-patterns.ts';
import { sha256Of } from '../../sources/pack.ts';
import { packPatterns, refusePatternAsOutput } from '../../sources/packing.ts';
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
  if (!isStream) await refusePatternAsOutput(names, output, io.cwd);
  const { text, count, language, passed } = await packPatterns(names, options, {
    patterns: session.patterns,
    cwd: io.cwd,
  });
  showPassed(passed, options.listSkipped === true, err);
  if (isStream) {
    // As bytes: a text would be escaped for logs.
    io.stdout.write(Buffer.from(text));
    return YES;
  }
  await writeWhole(output, resolve(io.cwd, output), text);
  const members = {
    file: output,
    patterns: count,
    bytes: Buffer.byteLength(text),
    ...language,
    sha256: sha256Of(text),
  };
  if (format === 'json') writeAnswer(packAnswer, members, session);
  else out.line(printable(`${output}: ${plural(count, 'pattern')}, ${size(members.bytes)}`));
  return YES;
}
