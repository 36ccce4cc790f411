/** Patterns that a dialect accepts, made from its JSON Schema, which is made from the operator table. */
import type fc from 'fast-check';
import { type Dialect, type DialectName, type PatternOptions, parsePattern, patternSchema } from '../index.ts';
import { type As, type Formed, formed, formOf, given, optionsOf } from './form.ts';
import { schemaTexts } from './schema.ts';

export interface PatternArbitraryOptions<A extends As = As> extends Pick<PatternOptions, 'extensions'> {
  /** `object` unless told. Only texts have conditions such as 300.0. */
  readonly as?: A | undefined;
}

/**
 * Patterns that `parsePattern` accepts in the dialect (`aliyun` unless told), with warnings or without. All operators of the
 * dialect occur, with operands at their limits; some patterns match every event, and some never match. Shrinks to small patterns.
 * @throws TypeError for a dialect or a form that does not exist
 */
export function filterPattern<A extends As = 'object'>(
  dialect?: DialectName | Dialect,
  asked: PatternArbitraryOptions<A> = {},
): fc.Arbitrary<Formed<A>> {
  const { as, extensions } = optionsOf(asked);
  const form = formOf(as);
  const options = extensions === undefined ? { dialect } : { dialect, extensions };
  const texts = schemaTexts(patternSchema(dialect, options));
  // A schema is about structure: what more the language asks for is left to the reader of patterns.
  const accepted = texts.filter((text) => parsePattern(formed(form, text), options).pattern !== undefined);
  return given<A>(form, accepted);
}
