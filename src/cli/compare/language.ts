/** The language of two patterns that are compared: a source that decides it decides it for both. */
import type { DialectName, PatternOptions } from '../../index.ts';
import { commonDialect } from '../patterns/language-of.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';

type Sourced = Pick<LocatedPattern, 'file' | 'address' | 'dialect' | 'packed'>;

/**
 * The options for all of the sources. A packed set and a resource of a tool decide their language; a file with a pattern does not.
 * @throws Failure for sources of different dialects
 */
export function optionsForAll(sources: Iterable<Sourced | undefined>, options: PatternOptions): PatternOptions {
  if (options.dialect !== undefined) return options;
  const decided = [...sources].flatMap((source) => {
    const dialect = source?.packed?.language.dialect ?? source?.dialect;
    return source === undefined || dialect === undefined ? [] : [{ ...source, dialect }];
  });
  const [first] = decided;
  return first === undefined ? options : { ...options, dialect: commonDialect(decided, first.dialect as DialectName) };
}
