/**
 * The scanner in WebAssembly, compiled when it is first called for, once in a process. It does not run where there is no
 * WebAssembly (`node --jitless`) or no SIMD, where the content security policy or the main thread of a browser forbids
 * to compile, or with the environment variable `EB_PATTERN_WASM=0`. The JavaScript scanner then does all the work.
 */
import { CODE } from './code.generated.ts';

/** A memory whose `buffer` is another one after it has grown. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  /** By pages of 64 KB. @throws RangeError when there is no memory */
  grow(pages: number): number;
}

/** What `assembly/scan.ts` exports. Addresses are byte offsets in the memory. */
export interface Exports {
  /** Whether the bytes are a JSON object, as 1 or 0. Those from `end` on must be a zero byte and 63 others. */
  isObjectText(start: number, end: number): number;
  /**
   * Records the values of a text at the paths of a trie; `isChecked` and `isWhole` are 1 or 0. Returns the number of
   * records; NOT_MINE for a text that the other engine must scan; CUT - records for one that ends too soon.
   */
  scan(start: number, end: number, trie: number, isChecked: number, isWhole: number): number;
  /**
   * Writes every value at the paths of a trie to tables of an even `size`; see `AllTables`. `options` are CHECKED, WHOLE
   * and SKIPS_EMPTY_NAMES. Returns the number of values; NOT_MINE; CUT; or FULL for tables that are too small.
   */
  scanAll(start: number, end: number, trie: number, options: number, out: number, size: number): number;
  /**
   * Finds the patterns of a set that a text matches, with `keys` that `writeKeys` made; `options` are CHECKED and WHOLE.
   * Returns ANSWERED - the number of hits, and writes these; the number of records, as `scan`, if JavaScript must judge
   * the patterns; NOT_MINE; or CUT.
   */
  answer(start: number, end: number, trie: number, options: number, keys: number): number;
  /** Writes the addresses of the first `most` line feeds to `out`, and returns their number. Reads 63 bytes behind the end. */
  lineFeeds(start: number, end: number, out: number, most: number): number;
  /** Judges lines as `tests-table.ts` writes the task, whose results it writes. Returns the address behind the lines. */
  judgeLines(start: number, end: number, task: number, most: number): number;
  /** The hash of a plain value. Reads up to seven bytes behind it. */
  hashOfValue(tag: number, text: number, length: number): number;
  /** The first place of a value in the table of a node, before it is cut to its size. */
  placeOf(value: number): number;
  /** The hash of a name. Reads up to seven bytes behind it. */
  hashOf(name: number, length: number): number;
  /** Seeds the hashes. */
  setSeed(low: number, high: number): void;
}

export const NOT_MINE = -1;
export const CUT = -2;
export const FULL = -3;
export const ANSWERED = -8;

export const CHECKED = 1;
export const WHOLE = 2;
export const SKIPS_EMPTY_NAMES = 4;

export interface Wasm {
  /** The compiled module, which other threads can instantiate. */
  readonly module: object;
  readonly memory: Memory;
  readonly exports: Exports;
}

/** The part of the API in use, which the types of ECMAScript do not have. */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: Exports };
}

interface Globals {
  readonly WebAssembly?: WebAssemblyApi;
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

let given: object | undefined;
let loaded: Wasm | undefined;
let isTried = false;

/** Undefined where WebAssembly cannot be used. */
export function loadWasm(): Wasm | undefined {
  if (!isTried) {
    isTried = true;
    loaded = instantiate(globalThis as unknown as Globals);
  }
  return loaded;
}

/** Takes a module that another thread of this process has compiled. Before the first call of `loadWasm`. */
export function useModule(module: object): void {
  given = module;
}

function instantiate({ WebAssembly, process }: Globals): Wasm | undefined {
  // Numbers in the memory have their lowest byte first, and typed arrays read them as the machine does.
  const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  if (WebAssembly === undefined || !isLittleEndian || process?.env?.EB_PATTERN_WASM === '0') return undefined;
  try {
    const module = given ?? new WebAssembly.Module(Uint8Array.from(atob(CODE), (character) => character.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    exports.setSeed((Math.random() * 2 ** 32) | 0, (Math.random() * 2 ** 32) | 0);
    return { module, memory, exports };
  } catch {
    return undefined;
  }
}
