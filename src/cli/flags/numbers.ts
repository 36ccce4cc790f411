/** Numbers in flags. */
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError unless it is a whole number from 1 */
export function counted(text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? 'from 1 on' : `from 1 to ${most}`;
  throw new InvalidArgumentError(`it is a whole number ${range}`);
}

/** @throws InvalidArgumentError unless it is a whole number from 0 */
export function countedFromZero(text: string): number {
  if (!/^(?:0|[1-9][0-9]{0,8})$/.test(text)) throw new InvalidArgumentError('it is a whole number from 0 on');
  return Number(text);
}

/** @throws InvalidArgumentError unless it is a number from 0 to 100 */
export function percentage(text: string): number {
  const value = /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Number(text) : 101;
  if (value <= 100) return value;
  throw new InvalidArgumentError('it is a percentage from 0 to 100');
}
