/** A FilterPattern as lines, and the difference of two as lines with `+` and `-`. */
import { patternText } from '../../client/same-pattern.ts';
import type { JsonNode } from '../../index.ts';
import { memberOf, printJson, readJson } from '../../json.ts';
import { spaced } from '../../suite/json-text.ts';

/** A shorter list is printed on one line. */
const SHORT = 60;
/** Unchanged lines shown around a change. */
const CONTEXT = 3;
/** For more pairs of lines the comparison would take seconds, and all lines are shown as replaced. */
const MOST_PAIRS = 4_000_000;

export function patternLines(pattern: unknown): readonly string[] {
  const text = patternText(pattern);
  const { node } = readJson(text);
  return node === undefined ? text.split(/\r\n?|\n/) : linesOf(node, '', '');
}

function linesOf(node: JsonNode, before: string, indent: string): string[] {
  const inner = `${indent}  `;
  if (node.kind === 'object' && node.members.length > 0) {
    const members = node.members.map(({ name, value }) => linesOf(value, `${inner}${JSON.stringify(name)}: `, inner));
    return [`${before}{`, ...joined(members), `${indent}}`];
  }
  const flat = spaced(printJson(node));
  if (node.kind === 'array' && flat.length > SHORT) {
    const items = node.items.map((item) => [`${inner}${spaced(printJson(item))}`]);
    return [`${before}[`, ...joined(items), `${indent}]`];
  }
  return [`${before}${flat}`];
}

/** A comma after each but the last. */
function joined(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap((part, i) => {
    const last = part.length - 1;
    return i === parts.length - 1 ? part : part.map((line, j) => (j === last ? `${line},` : line));
  });
}

export interface DiffLine {
  readonly sign: ' ' | '+' | '-' | '…';
  readonly text: string;
}

/** Members are compared in the order of the new pattern, so that a move is no change. */
export function patternDiff(before: unknown, after: unknown): readonly DiffLine[] {
  const old = readJson(patternText(before)).node;
  const now = readJson(patternText(after)).node;
  const left = old === undefined || now === undefined ? patternLines(before) : linesOf(inOrderOf(old, now), '', '');
  return shortened(compared(left, patternLines(after)));
}

function inOrderOf(node: JsonNode, model: JsonNode): JsonNode {
  if (node.kind !== 'object' || model.kind !== 'object') return node;
  const place = new Map(model.members.map(({ name }, i) => [name, i]));
  const members = node.members.map((member) => {
    const same = memberOf(model, member.name);
    return same === undefined ? member : { ...member, value: inOrderOf(member.value, same) };
  });
  members.sort((a, b) => (place.get(a.name) ?? place.size) - (place.get(b.name) ?? place.size));
  return { ...node, members };
}

/** The longest common subsequence, between the common beginning and end. A comma at the end of a line is no change. */
function compared(left: readonly string[], right: readonly string[]): DiffLine[] {
  const same = (i: number, j: number): boolean => bare(left[i]) === bare(right[j]);
  let head = 0;
  while (head < left.length && head < right.length && same(head, head)) head++;
  let tail = 0;
  const most = Math.min(left.length, right.length) - head;
  while (tail < most && same(left.length - 1 - tail, right.length - 1 - tail)) tail++;
  const [n, m] = [left.length - head - tail, right.length - head - tail];
  const lines = right.slice(0, head).map((text): DiffLine => ({ sign: ' ', text }));
  const common = n * m > MOST_PAIRS ? undefined : table(n, m, (i, j) => same(head + i, head + j));
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const [a, b] = [left[head + i] ?? '', right[head + j] ?? ''];
    if (common !== undefined && i < n && j < m && bare(a) === bare(b)) {
      lines.push({ sign: ' ', text: b });
      i++;
      j++;
    } else if (i < n && (j >= m || common === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ sign: '-', text: a });
      i++;
    } else {
      lines.push({ sign: '+', text: b });
      j++;
    }
  }
  return [...lines, ...right.slice(right.length - tail).map((text): DiffLine => ({ sign: ' ', text }))];
}

function bare(line: string | undefined): string {
  return (line ?? '').replace(/,$/, '');
}

/** For each pair of places, the number of common lines after it. */
function table(n: number, m: number, same: (i: number, j: number) => boolean): readonly Uint32Array[] {
  const rows = Array.from({ length: n + 1 }, () => new Uint32Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    const [row, below] = [rows[i] as Uint32Array, rows[i + 1] as Uint32Array];
    for (let j = m - 1; j >= 0; j--) {
      row[j] = same(i, j) ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}

function at(rows: readonly Uint32Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

function shortened(lines: readonly DiffLine[]): readonly DiffLine[] {
  const near = new Set<number>();
  for (const [i, { sign }] of lines.entries()) {
    if (sign !== ' ') for (let k = i - CONTEXT; k <= i + CONTEXT; k++) near.add(k);
  }
  return lines.flatMap((line, i) => {
    if (near.has(i)) return [line];
    return near.has(i - 1) || i === 0 ? [{ sign: '…', text: '' } as const] : [];
  });
}
