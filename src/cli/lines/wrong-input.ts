/** Refuses inputs of another kind, such as a suite: read as an event, it would match nothing. */

import type { Source } from '../files/source.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';
import { patternForEvent } from '../session/argument-order.ts';
import type { Session } from '../session/session.ts';
import { LARGEST, refuseOtherThanEvent } from '../sources/wrong-kind.ts';
import type { Input } from './input.ts';

/** A pattern is short; longer texts are not read as one. */
const LONGEST_PATTERN = 1 << 16;

/**
 * Says on standard error of an input that has the form of a pattern. `pattern`: the first argument.
 * @throws Failure with one problem for each that is surely another kind of file
 */
export async function refuseOtherInputs(
  inputs: readonly Input[],
  pattern: string,
  options: LanguageOptions,
  { err }: Session,
): Promise<void> {
  const problems: Problem[] = [];
  for (const input of inputs) {
    const source = await smallSource(input);
    if (source === undefined) continue;
    try {
      refuseOtherThanEvent(source);
      const { note } = source.text.length > LONGEST_PATTERN ? {} : patternForEvent(source, pattern, options);
      if (note !== undefined) err.sentence(`! ${source.name}: ${note}`, 'warning');
    } catch (thrown) {
      for (const problem of problemsOf(thrown)) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new Failure(problems);
}

/** Undefined for a pipe, which is read once, for a name that says that there are many events, and for a large file. */
async function smallSource(input: Input): Promise<Source | undefined> {
  const { name, size = 0, plain } = input;
  if (!plain || size > LARGEST || /\.(?:ndjson|jsonl)$/i.test(name)) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of input.chunks()) chunks.push(chunk);
  return { name, text: Buffer.concat(chunks).toString() };
}
