/** Texts whose secrets are hidden, so that lines and columns stay. */
import type { Range } from '../../index.ts';

/** Every character of the ranges, which may overlap, is `*`; line ends stay. */
export function masked(text: string, ranges: readonly Range[]): string {
  let out = '';
  let kept = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= kept) continue;
    const from = Math.max(kept, start);
    out += text.slice(kept, from) + text.slice(from, end).replace(/[^\r\n]/g, '*');
    kept = end;
  }
  return out + text.slice(kept);
}
