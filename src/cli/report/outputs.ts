/** Where reports go: standard output, and the files of `--output FORMAT:FILE`. What is wrong with that is said before the run. */
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { type FormatName, formatNamed } from './formats.ts';
import type { Report } from './report.ts';

export interface OutputFile {
  readonly format: FormatName;
  /** As the user named it. */
  readonly file: string;
  readonly path: string;
}

/**
 * `others` are files that the run writes or reads besides, by the flag that names them.
 * @throws Failure for what is not `FORMAT:FILE`, for an unknown format, and for a file that is named twice
 */
export function readOutputs(
  outputs: readonly string[],
  others: Readonly<Record<string, string | undefined>>,
  cwd: string,
): readonly OutputFile[] {
  const taken = new Map<string, string>();
  for (const [flag, file] of Object.entries(others)) {
    if (file !== undefined) taken.set(resolve(cwd, file), flag);
  }
  return outputs.map((text) => {
    const output = readOutput(text, cwd);
    const by = taken.get(output.path);
    if (by !== undefined) {
      const message = by === FLAG ? 'two reports' : `a report and by \`${by}\``;
      throw new Failure({ message: `the file \`${output.file}\` is named twice, by ${message}; each needs its own` });
    }
    taken.set(output.path, FLAG);
    return output;
  });
}

const FLAG = '--output';

function readOutput(text: string, cwd: string): OutputFile {
  const at = text.indexOf(':');
  if (at < 0) throw new Failure({ message: `\`--output\` is FORMAT:FILE, such as junit:report.xml, not \`${text}\`` });
  const format = formatNamed(text.slice(0, at), FLAG);
  const file = text.slice(at + 1);
  if (file === '') throw new Failure({ message: `\`--output ${text}\` names no file; write \`${format}:FILE\`` });
  return { format, file, path: resolve(cwd, file) };
}

/**
 * The patterns and suites that a run looked at: a report in the place of one would be the end of it.
 * @throws Failure, by the function that it returns, for the path of one
 */
export function inputGuard(
  { patterns, suites, problems }: Pick<Report, 'patterns' | 'suites' | 'problems'>,
  cwd: string,
): (file: string) => Promise<void> {
  const names = [
    ...[...patterns, ...problems].map(({ file }) => file),
    ...suites.flatMap(({ document, findings }) => [document.file, ...findings.map(({ file }) => file)]),
  ];
  const inputs = new Set(names.filter((name) => name !== undefined).map((name) => resolve(cwd, name)));
  return async (file) => {
    const path = resolve(cwd, file);
    if (!inputs.has(path) && !inputs.has(await realpath(path).catch(() => path))) return;
    throw new Failure({ message: `\`${file}\` is not written: this run reads it; name another file` });
  };
}
