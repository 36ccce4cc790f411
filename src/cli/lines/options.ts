/** The flags of the commands that read lines. */
import { InvalidArgumentError, Option } from 'commander';
import type { LanguageOptions } from '../read/pattern.ts';
import { bytesOf } from '../render/amounts.ts';

export interface LineOptions extends LanguageOptions {
  readonly wellFormed?: boolean;
  readonly onBadLine: 'fail' | 'skip';
  /** In bytes. */
  readonly maxLine: number;
  readonly jobs?: number;
}

const MB = 1024 * 1024;

export function lineOptions(): Option[] {
  return [
    new Option(
      '--well-formed',
      'I vouch that every line is JSON without duplicate members: read no further than the verdict needs',
    ),
    new Option('--on-bad-line <what>', 'what to do about a line that is not an event')
      .choices(['fail', 'skip'])
      .default('fail'),
    new Option('--max-line <size>', 'a longer line is a bad line')
      .argParser((text: string) => sized(text))
      .default(16 * MB, '16MB'),
    new Option('--jobs <n>', 'threads (default: as many as the machine has cores)').argParser((text: string) =>
      counted(text, 256),
    ),
  ];
}

/** @throws InvalidArgumentError for anything but a whole number from 1 on */
export function counted(text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? 'from 1 on' : `from 1 to ${most}`;
  throw new InvalidArgumentError(`it is a whole number ${range}`);
}

function sized(text: string): number {
  const bytes = bytesOf(text);
  if (bytes !== undefined && bytes >= 1 && bytes <= 1024 * MB) return bytes;
  throw new InvalidArgumentError('it is a size such as 500KB or 16MB, at most 1GB');
}
