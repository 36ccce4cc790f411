/** Checks the arguments of the public functions. */
import { compilePattern, type Matcher, type PatternInput } from '../index.ts';
import { takes } from '../pattern/arguments.ts';
import type { Side } from './names.ts';

/** The language that a pattern for `to` is read in. */
export function otherSide(to: Side): Side {
  return to === 'aws' ? 'aliyun' : 'aws';
}

/** @throws TypeError unless `to` is a language of a cloud */
export function assertSide(to: unknown, name: string): asserts to is Side {
  takes(to === 'aliyun' || to === 'aws', name, 'the name of a language, `aliyun` or `aws`', to);
}

/**
 * The matcher of a pattern that is to be converted.
 * @throws PatternError for a pattern with errors; TypeError for wrong arguments, and for a pattern of a third dialect
 */
export function matcherFor(source: PatternInput, to: Side, name: string): Matcher {
  assertSide(to, name);
  return compilePattern(source, { dialect: otherSide(to) });
}
