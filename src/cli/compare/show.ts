/** A comparison of two patterns in the human format: a sentence, and the witnesses. */

import { renderEvent } from '../explanation/event.ts';
import { patternDiff } from '../explanation/pattern-lines.ts';
import type { LineView } from '../terminal/nested-lines.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Comparison, Proof } from './answer.ts';

const SENTENCES: Readonly<Record<Comparison['relation'], string>> = {
  equal: 'both patterns match the same events',
  narrower: 'what the new pattern matches, the old one matched too',
  wider: 'what the old pattern matched, the new one matches too',
  overlapping: 'some events no longer match, and some match that did not before',
  disjoint: 'no event with single values matches both patterns',
  unknown: '',
};

export const LOST = 'this event matched before, and no longer does:';
export const GAINED = 'this event did not match before, and now does:';

const NEVER = {
  old: 'the old pattern matches no event at all',
  new: 'the new pattern matches no event at all',
} as const;

/** The relation and what it means. */
export function relationSentence({
  relation,
  reason,
  never,
}: Pick<Comparison, 'relation' | 'reason' | 'never'>): string {
  return `${relation}: ${never === undefined ? (reason ?? SENTENCES[relation]) : NEVER[never]}`;
}

/** Lines without line ends. */
export function renderComparison(comparison: Comparison, view: LineView): string[] {
  const { relation, lost, gained } = comparison;
  const [head = '', ...rest] = wrap(printable(relationSentence(comparison)), view.width, '  ');
  const style = relation === 'equal' ? 'good' : 'warning';
  return [
    view.paint(style, head.slice(0, relation.length)) + head.slice(relation.length),
    ...rest,
    ...proven(LOST, lost, view),
    ...proven(GAINED, gained, view),
  ];
}

/** A sentence and its witness; empty without one. */
export function proven(sentence: string, proof: Proof | undefined, view: LineView): string[] {
  if (proof === undefined) return [];
  const lines = renderEvent(proof.event, proof.fails, { ...view, width: view.width - 2 });
  return ['', ...wrap(sentence, view.width), ...lines.map((line) => `  ${line}`.trimEnd())];
}

/** The differing lines of two patterns with some context, after an empty line; nothing for equal patterns. */
export function showPatternDiff(before: unknown, after: unknown, indent: string, out: Terminal): void {
  const lines = patternDiff(before, after);
  if (!lines.some(({ sign }) => sign === '+' || sign === '-')) return;
  out.gap();
  for (const { sign, text } of lines) {
    const line = `${indent}${sign} ${printable(text)}`.trimEnd();
    out.line(sign === '+' ? out.paint('good', line) : sign === '-' ? out.paint('bad', line) : line);
  }
}
