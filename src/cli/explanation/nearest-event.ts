/** The nearest event that would match, as the changes that lead to it. */
import { type Change, lookAlike, type NearestMatch, parsePointer } from '../../index.ts';
import { readJson } from '../../json.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import { spaced } from '../../suite/json-text.ts';
import type { LineView } from '../terminal/nested-lines.ts';
import { printable } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';

/** A longer value is not shown in full. */
const LONG = 200;
/** Characters shown around the place where two long strings differ. */
const AROUND = 60;

type ShownNearest =
  | Exclude<NearestMatch, { answer: 'yes' }>
  | Pick<Extract<NearestMatch, { answer: 'yes' }>, 'answer' | 'changes'>;

/** Lines without line ends; none for an event that matches. */
export function renderNearest(nearest: ShownNearest, view: LineView): string[] {
  if (nearest.answer === 'no') return ['no event matches this pattern'];
  if (nearest.answer === 'unknown') {
    return wrap(`it is not known what to change: ${printable(nearest.reason)}`, view.width, '  ');
  }
  const { changes } = nearest;
  if (changes.length === 0) return [];
  const lines = changes.flatMap((change) =>
    wrap(printable(sentence(change)), view.width - 2, '  ').map((line) => `  ${line}`),
  );
  return ['to match, change:', ...lines];
}

function sentence({ pointer, renamedFrom, from, to }: Change): string {
  if (renamedFrom !== undefined) {
    const [old, now] = [nameOf(renamedFrom), nameOf(pointer)];
    const shown = isUnseen(old, now) ? escaped : (text: string): string => text;
    return `${shown(renamedFrom)}  rename to \`${shown(now)}\`${from === to ? '' : `, ${exchange(from, to)}`}`;
  }
  if (to === undefined) return `${pointer}  remove ${clip(from)}`;
  if (from !== undefined) return `${pointer}  ${exchange(from, to)}`;
  return pointer.endsWith('/-')
    ? `${pointer.slice(0, -2)}  add the element ${clip(to)}`
    : `${pointer}  add ${clip(to)}`;
}

function nameOf(pointer: string): string {
  return parsePointer(pointer)?.at(-1) ?? '';
}

function exchange(from = '', to = ''): string {
  const [old, now] = [stringIn(from), stringIn(to)];
  if (old === undefined || now === undefined) return `${clip(from)} → ${clip(to)}`;
  if (isUnseen(old, now)) return `${clipped(escaped(from), LONG)} → ${clipped(escaped(to), LONG)}`;
  if (old.length <= AROUND && now.length <= AROUND) return `${from} → ${to}`;
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same++;
  return `${around(old, same)} → ${around(now, same)}`;
}

function stringIn(json: string): string | undefined {
  const { node } = readJson(json);
  return node?.kind === 'string' ? node.value : undefined;
}

/** Whether two texts differ in invisible or similar characters. */
function isUnseen(a: string, b: string): boolean {
  return (lookAlike(a, b)?.differences.length ?? 0) > 0;
}

/** Everything except ASCII as JSON escapes. */
function escaped(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function around(text: string, place: number): string {
  const start = Math.max(0, Math.min(place - 20, text.length - AROUND));
  const end = start + AROUND;
  return `${start > 0 ? '…' : ''}${JSON.stringify(text.slice(start, end))}${end < text.length ? '…' : ''}`;
}

function clip(json = ''): string {
  return clipped(spaced(json), LONG);
}
