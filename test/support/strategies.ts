/** Every way to match the text of an event. All must give one verdict. */
import type { MatchOptions } from '../../src/index.ts';
import { loadWebAssembly, webAssemblyUse } from '../../src/pattern/scan/scan.ts';
import { windows } from '../../src/pattern/scan/text.ts';
import { moving } from '../../src/pattern/scan/wasm/engine.ts';

export type MatchText<T> = (event: string | Uint8Array, options: MatchOptions) => T;

/** With `EB_PATTERN_WASM=0` there is one engine. */
export type EngineName = 'JavaScript' | 'WebAssembly';
export const engines: readonly EngineName[] =
  process.env.EB_PATTERN_WASM === '0' ? ['JavaScript'] : ['JavaScript', 'WebAssembly'];

export interface Strategy {
  readonly name: string;
  readonly engine: EngineName;
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

export const strategies: readonly Strategy[] = engines.flatMap((engine) =>
  (['string', 'bytes'] as const).flatMap((source) => {
    const one = { engine, source };
    return [
      { ...one, name: `${engine}, ${source}, checked`, wellFormed: false, window: () => windows.first },
      ...sizes.map(([size, window]) => ({
        ...one,
        name: `${engine}, ${source}, trusted, ${size}`,
        wellFormed: true,
        window,
      })),
    ];
  }),
);

const encoder = new TextEncoder();

/** Runs the n-th case by a strategy. A text with lone surrogates has no bytes. */
export function byStrategy<T>(
  { engine, source, wellFormed, window }: Strategy,
  n: number,
  event: string,
  match: MatchText<T>,
): T {
  const text = source === 'string' ? event : encoder.encode(event);
  return withEngine(engine, () => withWindow(window(n), () => match(text, { wellFormed })));
}

/** Does the work with this engine. WebAssembly has it done twice, since a first event moves the paths to its memory. */
export function withEngine<T>(engine: EngineName, work: () => T): T {
  const use = { ...webAssemblyUse };
  const usual = { ...moving };
  webAssemblyUse.allowed = engine === 'WebAssembly';
  Object.assign(moving, { after: 0, perPath: 0 });
  try {
    if (engine === 'JavaScript') return work();
    if (loadWebAssembly() === undefined) throw new Error('WebAssembly cannot be used here');
    try {
      work();
    } catch {
      // The second time counts.
    }
    return work();
  } finally {
    Object.assign(webAssemblyUse, use);
    Object.assign(moving, usual);
  }
}

/** Runs the work with a first window of this size, and windows that grow slowly. */
export function withWindow<T>(size: number, work: () => T): T {
  const before = { ...windows };
  if (size === before.first) return work();
  Object.assign(windows, { first: size, factor: 1.5, adapts: false });
  try {
    return work();
  } finally {
    Object.assign(windows, before);
  }
}
