/**
 * The space of events: a buffer for the texts of many events, such as the lines of a file, in which they are scanned
 * where they lie, without a copy or a view for each. There is one in a process or thread. It lies in the memory of
 * WebAssembly where that may be used.
 */
import type { Pattern } from '../pattern.ts';
import { planPattern } from '../plan.ts';
import { lineTestsOf } from './line-tests.ts';
import { loadWebAssembly, webAssemblyUse } from './scan.ts';
import { eventSpace, ownSpace, setEventSpace } from './text.ts';
import type { JudgedLines, LineTests, WasmEngine } from './wasm/engine.ts';
import { loadWasm, useModule } from './wasm/load.ts';
import type { LineRules } from './wasm/tests-table.ts';

export { FAILS, HOLDS } from './byte-test.ts';
export type { LineRules, LineTests };

/** The scanner in WebAssembly as it is compiled, to be sent to other threads of the process; undefined where it cannot run. */
export function compiledScanner(): object | undefined {
  return loadWebAssembly() && loadWasm()?.module;
}

/** Takes the compiled scanner of another thread. Before anything is matched in this one. */
export function useCompiledScanner(module: object): void {
  useModule(module);
}

/** Bytes behind the last text that a scan may read or replace. */
const BEHIND = 96;

let latest: EventSpace | undefined;

export class EventSpace {
  /** Where the texts may begin in `bytes`. */
  readonly start: number;
  /** In bytes. */
  readonly size: number;
  private readonly engine: WasmEngine | undefined;

  /** Replaces the space of an earlier call. Not during a scan. */
  constructor(size: number) {
    const engine = webAssemblyUse.allowed ? loadWebAssembly() : undefined;
    this.engine = engine?.openEventSpace(size + BEHIND) === true ? engine : undefined;
    if (this.engine === undefined) setEventSpace(ownSpace(size + BEHIND));
    this.start = eventSpace()?.start ?? 0;
    this.size = size;
    latest = this;
  }

  /** Whether a later space took its place; its bytes are no longer its own then. */
  get isReplaced(): boolean {
    return latest !== this;
  }

  /**
   * The buffer, of which the space is a part; the argument of `matchesJson`. After a match, unless the space is held, it
   * may be another one with the same content, and the one before then has a length of 0.
   */
  get bytes(): Uint8Array<ArrayBuffer> {
    return eventSpace()?.bytes as Uint8Array<ArrayBuffer>;
  }

  /** Keeps `bytes` as they are until `letGo`. */
  hold(): void {
    this.engine?.setFixed(true);
  }

  letGo(): void {
    this.engine?.setFixed(false);
  }

  /** Whether it finds line feeds; elsewhere the caller must. */
  get findsLineFeeds(): boolean {
    return this.engine !== undefined;
  }

  /** Finds the first line feeds from `start` to `end`, some thousands at most, and returns their number. */
  findLineFeeds(start: number, end: number): number {
    return this.engine?.findLineFeeds(start, end) ?? 0;
  }

  /**
   * The fields of a pattern as tests of bytes, in the memory for as long as the pattern exists; undefined where they
   * cannot run. Not while the space is held.
   */
  openLineTests(pattern: Pattern, rules: LineRules): LineTests | undefined {
    const tests = this.engine && lineTestsOf(planPattern(pattern));
    return tests && this.engine?.openLineTests(tests, rules, pattern);
  }

  /**
   * Judges lines by their bytes up to the first ones that these do not decide, and those. What matches beyond `most`
   * lines is not decided either. If the tests were opened so, the decided lines that match are moved together at `start`.
   */
  judgeLines(start: number, end: number, tests: LineTests, most: number): JudgedLines {
    return (this.engine as WasmEngine).judgeLines(start, end, tests, most);
  }

  /** The place in `bytes` of a line feed that was found last, counted from 0. */
  lineFeed(index: number): number {
    return this.engine?.lineFeed(index) as number;
  }
}
