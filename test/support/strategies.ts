/** Every way to match the text of an event. All must give one verdict. */
import type { MatchOptions } from '../../src/index.ts';
import { EventSpace } from '../../src/pattern/scan/event-space.ts';
import { loadWebAssembly, webAssemblyUse } from '../../src/pattern/scan/scan.ts';
import { windows } from '../../src/pattern/scan/text.ts';
import { moving } from '../../src/pattern/scan/wasm/moving.ts';

export type MatchText<T> = (event: string | Uint8Array, options: MatchOptions) => T;

/** With `EB_PATTERN_WASM=0` there is one engine. */
export type EngineName = 'JavaScript' | 'WebAssembly';
export const engines: readonly EngineName[] =
  process.env.EB_PATTERN_WASM === '0' ? ['JavaScript'] : ['JavaScript', 'WebAssembly'];

export interface Strategy {
  readonly name: string;
  readonly engine: EngineName;
  /** `part`: a part of larger bytes; `place`: bytes in the space of events, where they are not copied. */
  readonly source: 'string' | 'bytes' | 'part' | 'place';
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
  (['string', 'bytes', 'part', 'place'] as const).flatMap((source) => {
    const one = { engine, source };
    return [
      { ...one, name: `${engine}, ${source}, checked`, wellFormed: false, window: () => windows.first },
      // A part is loaded as bytes are.
      ...sizes.slice(source === 'part' ? 2 : 0).map(([size, window]) => ({
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
  return withEngine(engine, () =>
    withWindow(window(n), () => {
      if (source === 'string') return match(event, { wellFormed });
      const bytes = encoder.encode(event);
      if (source === 'bytes') return match(bytes, { wellFormed });
      const space = source === 'place' ? spaceOf(engine, bytes.length) : undefined;
      return amongOthers(bytes, n, space, (all, start, end) => match(all, { wellFormed, start, end }));
    }),
  );
}

/** What a scan that reads too far would take for a part of the event. */
const BEFORE = encoder.encode('{"data":[1');
const BEHIND = encoder.encode('7"}]');

/** Does the work with the event among other bytes, which must be the same afterwards. */
export function amongOthers<T>(
  event: Uint8Array,
  n: number,
  space: EventSpace | undefined,
  work: (bytes: Uint8Array, start: number, end: number) => T,
): T {
  const padding = n % 70;
  const all = new Uint8Array([...new Uint8Array(padding).fill(0x20), ...BEFORE, ...event, ...BEHIND]);
  const begin = space?.start ?? 0;
  const bytes = space?.bytes ?? all;
  if (space !== undefined) bytes.set(all, begin);
  const start = begin + padding + BEFORE.length;
  const assertSame = (): void => {
    // The memory of WebAssembly may have grown.
    const after = (space?.bytes ?? bytes).subarray(begin, begin + all.length);
    if (after.some((byte, i) => byte !== all[i])) throw new Error('the bytes have changed');
  };
  try {
    const result = work(bytes, start, start + event.length);
    assertSame();
    return result;
  } catch (thrown) {
    assertSame();
    throw thrown;
  }
}

const SPACE = 1 << 16;
let space: { readonly engine: EngineName; readonly is: EventSpace } | undefined;

/** Must be called with this engine. */
export function spaceOf(engine: EngineName, length: number): EventSpace {
  const needed = length + 1000;
  if (space?.engine !== engine || space.is.size < needed) {
    space = { engine, is: new EventSpace(Math.max(needed, SPACE)) };
  }
  return space.is;
}

/** Does the work with this engine. WebAssembly has it done twice, since a first event moves the paths to its memory. */
export function withEngine<T>(engine: EngineName, work: () => T): T {
  const use = { ...webAssemblyUse };
  const usual = { ...moving };
  webAssemblyUse.allowed = engine === 'WebAssembly';
  Object.assign(moving, { after: 0, perPath: 0, perPattern: 0 });
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
