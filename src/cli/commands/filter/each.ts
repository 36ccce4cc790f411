/** What `--each` excludes: it writes one line for each line, and flags that would leave a line without an answer contradict it. */
import { Failure } from '../../findings/failure.ts';
import type { LineOptions } from '../../lines/flags.ts';

export interface EachOptions extends Pick<LineOptions, 'onBadLine' | 'input'> {
  /** One line of output for each line of input. */
  readonly each?: boolean;
  /** For `each`: a line with the number of rows precedes each chunk of them. */
  readonly chunkHeader?: boolean;
}

/** @throws Failure for flags that contradict each other */
export function checkEach({ each, chunkHeader, onBadLine, input }: EachOptions): void {
  const message = each
    ? onBadLine === 'skip'
      ? '`--each` writes one line for each line, and `--on-bad-line skip` would leave a bad one out; write `--on-bad-line null`'
      : input === 'values'
        ? '`--each` reads an event on each line, and `--input values` does not; use it without `--input`'
        : undefined
    : chunkHeader
      ? '`--chunk-header` is for `--each`'
      : onBadLine === 'null'
        ? '`--on-bad-line null` is for `--each`; without it, write `skip`'
        : undefined;
  if (message !== undefined) throw new Failure({ message });
}
