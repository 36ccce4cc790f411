/** Moves the places of a finding from a text to the file around it. */

import type { Edit, Fix, Range } from '../../index.ts';
import type { FileFinding } from './failure.ts';
import type { Located } from './located.ts';

/** The edits of the file for a fix of the text; undefined when they cannot be written safely. */
export type Rewrite = (fix: Fix) => readonly Edit[] | undefined;

/** Fixes for which `rewrite` has no edits are left out. */
export function relocate(
  { fixes, ...diagnostic }: FileFinding,
  { place }: Located,
  rewrite: Rewrite = () => undefined,
): FileFinding {
  const move = ({ start, end }: Range): Range => {
    const from = place(start);
    return { start: from, end: Math.max(from, place(end)) };
  };
  const { range, focus, related } = diagnostic;
  const moved = (fixes ?? []).flatMap((fix) => {
    const edits = rewrite(fix);
    return edits === undefined ? [] : [{ ...fix, edits }];
  });
  return {
    ...diagnostic,
    ...(range === undefined ? {} : { range: move(range) }),
    ...(focus === undefined ? {} : { focus: move(focus) }),
    ...(related === undefined
      ? {}
      : { related: related.map((r) => (r.range === undefined ? r : { ...r, range: move(r.range) })) }),
    ...(moved.length === 0 ? {} : { fixes: moved }),
  };
}
