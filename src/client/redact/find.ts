/** Finds secrets in a text: as they are, inside layers of escapes, and inside base64. */
import type { Needles } from './needles.ts';
import { folded, layersOf, SHORT } from './spellings.ts';
import type { Unescaped } from './unescape.ts';

/** `[start, end)` in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** Where secrets are in the text, in order and without overlaps. */
export function spansOf(text: string, needles: Needles): readonly Span[] {
  const spans: Span[] = [];
  for (const layer of layersOf(text)) {
    for (const [from, to] of plain(layer.text, needles)) spans.push(inText(layer, from, to));
    for (const [from, to] of encoded(layer.text, needles, 0)) spans.push(inText(layer, from, to));
  }
  return merged(spans);
}

function inText({ start, end }: Unescaped, from: number, to: number): Span {
  return [start[from] as number, end[to - 1] as number];
}

function* plain(text: string, needles: Needles): Iterable<Span> {
  for (const [from, to, { alone }] of needles.find(folded(text))) {
    if (!alone || (!isWord(text, from - 1) && !isWord(text, to))) yield [from, to];
  }
}

function isWord(text: string, at: number): boolean {
  return /^[A-Za-z0-9]$/.test(text.charAt(at));
}

/** A shorter run of base64 holds no secret of `SHORT` bytes. */
const RUN = /[A-Za-z0-9+/_-]{6,}(?:\r?\n[A-Za-z0-9+/_-]+)*/g;
/** Base64 within base64. */
const DEEPEST = 2;

/** Runs of base64 that hold a secret. A run may begin inside a group of four letters, so that all four offsets are tried. */
function* encoded(text: string, needles: Needles, depth: number): Iterable<Span> {
  if (depth >= DEEPEST) return;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const letters = run.replace(/\r?\n/g, '').replaceAll('-', '+').replaceAll('_', '/');
    for (let skip = 0; skip < 4; skip++) {
      if (holds(Buffer.from(letters.slice(skip), 'base64'), needles, depth)) {
        const padding = /^(?:=|%3[dD]|\\u003[dD]){0,2}/.exec(text.slice(index + run.length, index + run.length + 12));
        yield [index, index + run.length + (padding?.[0].length ?? 0)];
        break;
      }
    }
  }
}

/** Searches bytes as UTF-8. Decoding at the wrong offset changes the text around a secret; at the right offset it is intact. */
function holds(bytes: Buffer, needles: Needles, depth: number): boolean {
  const text = bytes.toString('utf8');
  for (const layer of layersOf(text)) {
    for (const [, , { text: found, alone }] of needles.find(folded(layer.text))) {
      if (!alone && found.length >= SHORT) return true;
    }
    for (const _ of encoded(layer.text, needles, depth + 1)) return true;
  }
  return false;
}

/** Spans in their order, without overlaps. */
export function merged(spans: Span[]): readonly Span[] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
