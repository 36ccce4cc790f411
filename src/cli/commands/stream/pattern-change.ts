/** The events that the planned pattern of a stream gains and loses, compared with the present one. */

import { patternText } from '../../../client/same-pattern.ts';
import { parsePattern } from '../../../index.ts';
import type { Comparison } from '../../compare/answer.ts';
import { compare, effectOf } from '../../compare/compare.ts';
import type { JudgedChange } from '../../compare/gates.ts';
import type { StreamContext } from '../../stream/context.ts';
import { Redaction } from '../../terminal/redaction.ts';

export interface PatternChange {
  readonly comparison: Comparison;
  readonly judged: JudgedChange;
}

/** The planned pattern is valid. */
export function patternChangeOf(present: unknown, planned: unknown, { flags, session }: StreamContext): PatternChange {
  const [before, after] = [present, planned].map((pattern) => {
    return parsePattern(patternText(pattern), { extensions: flags.extension }).pattern;
  });
  if (before === undefined || after === undefined) {
    const which = before === undefined ? 'present' : 'planned';
    const reason = `the ${which} pattern is not valid here, so nothing can be said of it`;
    return { comparison: { relation: 'unknown', reason }, judged: { loses: 'unknown', gains: 'unknown' } };
  }
  const comparison = compare(before, after);
  const judged = effectOf(comparison, before, after);
  // A witness is made of values of the patterns, also changed ones, in which secrets could not be hidden reliably.
  const redaction = new Redaction(session.io.env);
  const secret = [present, planned].map(patternText).some((text) => redaction.text(text) !== text);
  return { comparison: secret ? { relation: comparison.relation } : comparison, judged };
}
