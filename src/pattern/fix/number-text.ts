/** Fixes for a plain number that is spelled in an unusual way. */
import type { Fix, Place } from '../place.ts';
import { choice, insert, replace, wrap } from './edits.ts';
import { conditionText } from './instead.ts';

/** What `numeric` takes (documentation, "Event patterns"). */
const LIMIT = 1e9;

/** `usual` is the same number as most producers send it. */
export function numberTextFixes({ node, parent }: Place, usual: string, negates: boolean): readonly Fix[] {
  if (negates) {
    // Another text in its place would let this one through.
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

function wrapWith(node: Place['node'], usual: string): ReturnType<typeof wrap> {
  const [open, close] = wrap(node);
  return open === undefined || close === undefined ? [] : [open, { ...close, text: `, ${usual}]` }];
}
