/** A unified diff of two texts, made from the edits that lead from one to the other. */
import type { Edit } from '../../index.ts';

const CONTEXT = 3;

interface Hunk {
  /** Lines of the old text, counted from 0; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

/** With its header; empty without edits. */
export function unifiedDiff(file: string, before: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return '';
  const starts = lineStarts(before);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // `patch -p1` strips one folder from relative paths.
  const [from, to] = file.startsWith('/') ? [file, file] : [`a/${file}`, `b/${file}`];
  const lines = [`--- ${from}`, `+++ ${to}`];
  let shift = 0;
  const offset = (line: number): number => starts[line] ?? before.length;
  const between = (from: number, to: number): readonly string[] => linesOf(before.slice(offset(from), offset(to)));
  for (const hunk of hunksOf(edits, lineAt, 2 * CONTEXT)) {
    const first = Math.max(0, hunk.start - CONTEXT);
    const last = Math.min(starts.length, hunk.end + CONTEXT);
    const body: string[] = [];
    let at = first;
    let more = 0;
    for (const { start, end, edits: some } of hunksOf(hunk.edits, lineAt, 0)) {
      const old = between(start, end);
      const now = linesOf(edited(before, offset(start), offset(end), some));
      let head = 0;
      while (head < old.length && head < now.length && old[head] === now[head]) head++;
      let tail = 0;
      while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
      for (const line of [...between(at, start), ...old.slice(0, head)]) body.push(` ${line}`);
      for (const line of old.slice(head, old.length - tail)) body.push(`-${line}`);
      for (const line of now.slice(head, now.length - tail)) body.push(`+${line}`);
      for (const line of old.slice(old.length - tail)) body.push(` ${line}`);
      more += now.length - old.length;
      at = end;
    }
    for (const line of between(at, last)) body.push(` ${line}`);
    const count = between(first, last).length;
    lines.push(`@@ -${first + 1},${count} +${first + 1 + shift},${count + more} @@`);
    for (const line of body) lines.push(line);
    shift += more;
  }
  return `${lines.join('\n')}\n`;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** Without line ends; a missing line end at the end is marked, as by `diff`. */
function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') return lines.slice(0, -1);
  return [...lines.slice(0, -1), `${lines.at(-1)}\n\\ No newline at end of file`];
}

/** Edits with at most `gap` unchanged lines between them are one hunk. */
function hunksOf(edits: readonly Edit[], lineAt: (offset: number) => number, gap: number): readonly Hunk[] {
  const hunks: { start: number; end: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const start = lineAt(edit.range.start);
    const end = lineAt(edit.range.end) + 1;
    const last = hunks.at(-1);
    if (last !== undefined && start <= last.end + gap) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else hunks.push({ start, end, edits: [edit] });
  }
  return hunks;
}

function edited(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let made = '';
  let at = start;
  for (const { range, text: inserted } of edits) {
    made += text.slice(at, range.start) + inserted;
    at = range.end;
  }
  return made + text.slice(at, end);
}
