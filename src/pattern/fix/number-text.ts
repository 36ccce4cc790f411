/** Fixes for plain numbers in an unusual notation. */
import type { JsonNumber } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { sameNumber } from '../value/numbers.ts';
import { choice, insert, replace, wrap } from './edits.ts';
import { conditionText } from './replacement.ts';

/** The largest bound of `numeric` (documentation, "Event patterns"). */
export const LIMIT = 1e9;

/** `usual` is the same number as most producers send it. */
export function numberTextFixes({ node, parent }: Place, usual: string, negates: boolean): readonly Fix[] {
  if (negates) {
    // Replacing the text would stop excluding the original one.
    const more = insert(node.range.end, `, ${usual}`);
    const title = `exclude ${usual} too`;
    return [parent?.node.kind === 'array' ? choice(title, more) : choice(title, ...wrapWith(node, usual))];
  }
  const byValue = conditionText('numeric', `["=", ${usual}]`);
  return [
    choice(`write ${usual}`, replace(node, usual)),
    ...(Math.abs(Number(usual)) <= LIMIT
      ? [choice(`write ${byValue} to compare by value`, replace(node, byValue))]
      : []),
  ];
}

/** A plain number in the notation that most producers send. */
export function plainNumber({ text, value }: JsonNumber): string {
  const usual = Number.isFinite(value) ? JSON.stringify(value) : text;
  return sameNumber(text, usual) ? usual : text;
}

function wrapWith(node: Place['node'], usual: string): ReturnType<typeof wrap> {
  const [open, close] = wrap(node);
  return open === undefined || close === undefined ? [] : [open, { ...close, text: `, ${usual}]` }];
}
