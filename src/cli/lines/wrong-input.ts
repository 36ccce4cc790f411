/** Inputs that hold no events but something else that is read: a suite, say. Without this they would be one event that nothing matches. */
import { Failure, problemsOf } from '../failure.ts';
import { LARGEST, refuseOtherThanEvent } from '../sources/wanted.ts';
import type { Input } from './input.ts';

/** @throws Failure with one problem for each */
export async function refuseOtherInputs(inputs: readonly Input[]): Promise<void> {
  const problems = [];
  for (const input of inputs) for (const one of await problemsWith(input)) problems.push(one);
  if (problems.length > 0) throw new Failure(problems);
}

async function problemsWith(input: Input): Promise<Failure['problems']> {
  const { name, size = 0, plain } = input;
  // A pipe is read once, and these names say that there are many events.
  if (!plain || size > LARGEST || /\.(?:ndjson|jsonl)$/i.test(name)) return [];
  const chunks: Buffer[] = [];
  for await (const chunk of input.chunks()) chunks.push(chunk);
  try {
    refuseOtherThanEvent({ name, text: Buffer.concat(chunks).toString() });
    return [];
  } catch (thrown) {
    return problemsOf(thrown);
  }
}
