/** Refuses inputs of another kind, such as a suite, which would match nothing when read as an event. */

import type { NamedText } from '../files/source.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';
import type { Session } from '../session/session.ts';
import { patternForEvent } from '../sources/swapped-arguments.ts';
import { LARGEST, refuseOtherThanEvent } from '../sources/wrong-kind.ts';
import type { EventInput } from './input.ts';

/** A longer text is not tested for being a pattern. */
const LONGEST_PATTERN = 1 << 16;

/**
 * Warns on standard error of an input that has the form of a pattern. `pattern`: the first argument.
 * @throws Failure with one problem for each input that is certainly another kind of file
 */
export async function refuseOtherInputs(
  inputs: readonly EventInput[],
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

/** Undefined for a pipe, which is read once, for a name that means many events, and for a large file. */
async function smallSource(input: EventInput): Promise<NamedText | undefined> {
  const { name, size = 0, plain } = input;
  if (!plain || size > LARGEST || /\.(?:ndjson|jsonl)$/i.test(name)) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of input.chunks()) chunks.push(chunk);
  return { name, text: Buffer.concat(chunks).toString() };
}
