/** `file:line:column: severity code message`, a line each, as compilers and grep print it. */
import { printable } from '../../render/terminal.ts';
import { type Item, itemsOf, placeText } from '../items.ts';
import type { Report } from '../report.ts';
import { sumLine } from '../sum.ts';
import { thoroughItems } from '../thoroughness.ts';

/** The last line has no place: it is the sum. */
export function compact(report: Report): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...thoroughItems(report)];
  return [...items.map(compactLine), printable(sumLine(report))].map((line) => `${line}\n`).join('');
}

export function compactLine(item: Item): string {
  const place = placeText(item);
  return `${place === '' ? '' : `${place}: `}${item.severity} ${item.code} ${printable(sentenceOf(item))}`;
}

/** The message, after what it is about where that is not the file alone. */
export function sentenceOf({ address, test, message }: Item): string {
  return [address, test, message].filter((part) => part !== undefined && part !== '').join(': ');
}
