/** `overlap` as a graph for Graphviz: an arrow leads from a pattern to the one that contains it. */
import { printable } from '../../terminal/terminal.ts';
import type { OverlapReport } from './answer.ts';

export function overlapDot({ ids, pairs }: OverlapReport & { readonly ids: readonly string[] }): string {
  const lines = pairs.map(({ ids: [a, b], relation, inner }) => {
    const [from, to] = inner === b ? [b, a] : [a, b];
    const arrow = relation === 'contained' ? 'forward' : relation === 'equal' ? 'both' : 'none';
    return `  ${quoted(from)} -> ${quoted(to)} [dir=${arrow}, label=${quoted(relation)}];`;
  });
  return ['digraph overlaps {', ...ids.map((id) => `  ${quoted(id)};`), ...lines, '}', ''].join('\n');
}

function quoted(text: string): string {
  return `"${printable(text).replace(/[\\"]/g, '\\$&')}"`;
}
