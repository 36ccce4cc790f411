/** `file:line:column: severity code message`, a line each, as compilers and grep print it. */
import { printable } from '../../render/terminal.ts';
import { type Item, itemsOf, placeText } from '../items.ts';
import type { Report } from '../report.ts';

/** Empty when there is nothing to say. */
export function compact(report: Report): string {
  return itemsOf(report)
    .filter(({ suppressed }) => suppressed === undefined)
    .map((item) => `${compactLine(item)}\n`)
    .join('');
}

export function compactLine(item: Item): string {
  const place = placeText(item);
  return `${place === '' ? '' : `${place}: `}${item.severity} ${item.code} ${printable(sentenceOf(item))}`;
}

/** The message, after what it is about where that is not the file alone. */
export function sentenceOf({ address, test, message }: Item): string {
  return [address, test, message].filter((part) => part !== undefined && part !== '').join(': ');
}
