/** Every way to match the text of an event. All must give one verdict. */
import type { MatchOptions } from '../../src/index.ts';
import { windows } from '../../src/pattern/scan/text.ts';

export type MatchText<T> = (event: string | Uint8Array, options: MatchOptions) => T;

export interface Strategy {
  readonly name: string;
  readonly source: 'string' | 'bytes';
  readonly wellFormed: boolean;
  /** The size of the first window, of the n-th case. */
  readonly window: (n: number) => number;
}

/** The largest first window that is tested. */
export const LARGEST_WINDOW = 600;

const sizes: readonly (readonly [string, Strategy['window']])[] = [
  ['the window of the product', () => windows.first],
  ['a window of 1', () => 1],
  ['windows of 1 to 600', (n) => 1 + ((n * 7) % LARGEST_WINDOW)],
];

export const strategies: readonly Strategy[] = (['string', 'bytes'] as const).flatMap((source) => [
  { name: `${source}, checked`, source, wellFormed: false, window: () => windows.first },
  ...sizes.map(([name, window]) => ({ name: `${source}, trusted, ${name}`, source, wellFormed: true, window })),
]);

const encoder = new TextEncoder();

/** Runs the n-th case by a strategy. A text with lone surrogates has no bytes. */
export function byStrategy<T>(
  { source, wellFormed, window }: Strategy,
  n: number,
  event: string,
  match: MatchText<T>,
): T {
  const text = source === 'string' ? event : encoder.encode(event);
  return withWindow(window(n), () => match(text, { wellFormed }));
}

/** Runs the work with a first window of this size, and windows that grow slowly. */
export function withWindow<T>(size: number, work: () => T): T {
  const { first, factor } = windows;
  if (size === first) return work();
  Object.assign(windows, { first: size, factor: 1.5 });
  try {
    return work();
  } finally {
    Object.assign(windows, { first, factor });
  }
}
