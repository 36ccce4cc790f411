/** Output files of a run, `FORMAT:FILE`, for reports and coverage. They are checked before the run. */
import { resolve } from 'node:path';
import { nearest } from '../../pattern/suggest.ts';
import { Failure } from '../findings/failure.ts';

export interface OutputFile<Format extends string> {
  readonly format: Format;
  /** As the user named it. */
  readonly file: string;
  readonly path: string;
}

/** A flag with the value `FORMAT:FILE`. */
export interface OutputFlag<Format extends string> {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly example: string;
}

/** The files that a run writes or reads, by the flags that name them. */
export class NamedFiles {
  private readonly flags = new Map<string, string>();
  private readonly cwd: string;

  /** `others`: files of flags that name one file each, which no output may replace. */
  constructor(cwd: string, others: Readonly<Record<string, string | undefined>>) {
    this.cwd = cwd;
    for (const [flag, file] of Object.entries(others)) {
      if (file !== undefined) this.flags.set(resolve(cwd, file), flag);
    }
  }

  /** The absolute path of a file to be written. @throws Failure for one that is named already */
  claim(flag: string, file: string): string {
    const path = resolve(this.cwd, file);
    const by = this.flags.get(path);
    if (by !== undefined) {
      const again = by === flag ? 'twice' : `and by \`${by}\``;
      throw new Failure({ message: `the file \`${file}\` is named by \`${flag}\` ${again}; each needs its own` });
    }
    this.flags.set(path, flag);
    return path;
  }
}

/** @throws Failure unless it is `FORMAT:FILE`, for an unknown format, and for a file that is named already */
export function readOutputs<Format extends string>(
  { name, formats, example }: OutputFlag<Format>,
  texts: readonly string[],
  named: NamedFiles,
): readonly OutputFile<Format>[] {
  return texts.map((text) => {
    const at = text.indexOf(':');
    if (at < 0) throw new Failure({ message: `\`${name}\` is FORMAT:FILE, such as ${example}, not \`${text}\`` });
    const format = formatNamed(text.slice(0, at), name, formats);
    const file = text.slice(at + 1);
    if (file === '') throw new Failure({ message: `\`${name} ${text}\` names no file; write \`${format}:FILE\`` });
    if (file === '-') {
      throw new Failure({
        message: `\`${name} ${text}\` names no file: \`-\` is standard output; for a file of that name write \`${format}:./-\``,
      });
    }
    return { format, file, path: named.claim(name, file) };
  });
}

/** @throws Failure for a name that is not among those of the flag */
export function formatNamed<Name extends string>(name: string, flag: string, names: readonly Name[]): Name {
  const found = names.find((known) => known === name);
  if (found !== undefined) return found;
  const meant = nearest(name, names);
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  throw new Failure({ message: `\`${flag}\` is one of ${names.join(', ')}, not \`${name}\`${hint}` });
}
