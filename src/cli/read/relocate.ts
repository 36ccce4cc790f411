/** A finding about a text, moved to where that text stands in its file. */
import type { Diagnostic, Range } from '../../index.ts';
import type { Located } from './event.ts';

export function relocate(diagnostic: Diagnostic, { place }: Located): Diagnostic {
  const move = ({ start, end }: Range): Range => {
    const from = place(start);
    return { start: from, end: Math.max(from, place(end)) };
  };
  const { range, focus, related } = diagnostic;
  return {
    ...diagnostic,
    ...(range === undefined ? {} : { range: move(range) }),
    ...(focus === undefined ? {} : { focus: move(focus) }),
    ...(related === undefined
      ? {}
      : { related: related.map((r) => (r.range === undefined ? r : { ...r, range: move(r.range) })) }),
  };
}
