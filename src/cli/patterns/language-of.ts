/** The dialect that the sources of patterns decide. */
import type { DialectName } from '../../index.ts';
import { Failure } from '../findings/failure.ts';

interface Source {
  readonly file: string;
  readonly address?: string;
  readonly dialect?: DialectName | undefined;
}

/**
 * The dialect of patterns that are judged together: that of their sources, and `fallback` where a source decides none.
 * @throws Failure for patterns of different dialects
 */
export function commonDialect(sources: Iterable<Source>, fallback: DialectName): DialectName {
  let first: Source | undefined;
  for (const source of sources) {
    first ??= source;
    if ((source.dialect ?? fallback) === (first.dialect ?? fallback)) continue;
    const [one, two] = [first, source].map((each) => `\`${nameOf(each)}\` is of ${each.dialect ?? fallback}`);
    throw new Failure({
      message: `patterns that are judged together have one dialect, and ${one} and ${two}; give \`--dialect\`, or the patterns of one service`,
    });
  }
  return first?.dialect ?? fallback;
}

function nameOf({ file, address }: Source): string {
  return address === undefined ? file : `${file}#${address}`;
}
