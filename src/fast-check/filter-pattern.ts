/** Arbitrary of patterns that a dialect accepts, made from the JSON Schema of the dialect. */
import type fc from 'fast-check';
import {
  compilePattern,
  type Dialect,
  type DialectName,
  type JsonObject,
  PatternError,
  type PatternOptions,
  patternSchema,
} from '../index.ts';
import { type As, type Formed, formed, formOf, given, optionsOf } from './form.ts';
import { schemaTexts } from './schema.ts';

/** Options of `filterPattern`. */
export interface PatternArbitraryOptions<A extends As = As> extends Pick<PatternOptions, 'extensions'> {
  /** Default `object`. Only texts can have conditions such as 300.0. */
  readonly as?: A | undefined;
}

/**
 * Patterns that `parsePattern` accepts in the dialect (default `aliyun`), perhaps with warnings. All operators of the dialect occur,
 * also with operands at their limits; some patterns match every event, and some never match. Shrinks to small patterns.
 * @throws TypeError for a dialect that does not exist, or an `as` other than `object` and `text`
 */
export function filterPattern<A extends As = 'object'>(
  dialect?: DialectName | Dialect,
  asked: PatternArbitraryOptions<A> = {},
): fc.Arbitrary<Formed<A>> {
  const { as, extensions } = optionsOf(asked);
  const form = formOf(as);
  const options = extensions === undefined ? { dialect } : { dialect, extensions };
  const texts = schemaTexts(patternSchema(dialect, options));
  // The schema does not have all rules of the language: the parser refuses the rest.
  const accepted = texts.filter((text) => isAccepted(formed(form, text), options));
  return given<A>(form, accepted);
}

/** Takes a sixth of the time of `parsePattern`, which looks for warnings and proves fixes. */
function isAccepted(source: string | JsonObject, options: PatternOptions): boolean {
  try {
    compilePattern(source, options);
    return true;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
}
