/** Scans texts with the first engine that can. */
import { MALFORMED, OPEN_OBJECT, skipSpace, skipValue } from './bytes.ts';
import type { Engine, Mode, Outcome } from './engine.ts';
import { javaScript } from './js/engine.ts';
import type { Keys } from './keys.ts';
import type { Paths } from './paths.ts';
import type { Text } from './text.ts';
import type { AllTables } from './wasm/all-tables.ts';
import type { WasmEngine } from './wasm/engine.ts';
import { openWasmEngine } from './wasm/open.ts';

/** Whether WebAssembly is used, and after how many bytes of text: a short run ends before it pays. For tests. */
export const webAssemblyUse = { allowed: true, after: 1 << 16 };
let scanned = 0;

let webAssembly: WasmEngine | undefined;
let isTried = false;

/** The engine in WebAssembly, loaded if it is not yet; undefined where it cannot run. Not during a scan. */
export function loadWebAssembly(): WasmEngine | undefined {
  isTried = true;
  webAssembly ??= openWasmEngine();
  return webAssembly;
}

/** The engine of the current scan. */
let engine: Engine = javaScript;
/** What is scanned, for the other engine. */
let text: Text | undefined;
let paths: Paths | undefined;

/**
 * Records the values of a text at the requested paths. Never `not mine`.
 * @throws MALFORMED for text that is not a JSON object; for trusted text, if that is noticed
 */
export function scan(source: Text, along: Paths, mode: Mode, keys?: Keys): Outcome {
  text = source;
  paths = along;
  if (!isTried) scanned += source.end - source.start;
  if (webAssembly !== undefined && webAssemblyUse.allowed) {
    engine = webAssembly;
    const outcome = engine.scan(source, along, mode, keys);
    if (outcome !== 'not mine') return outcome;
  }
  engine = javaScript;
  return engine.scan(source, along, mode);
}

/**
 * Goes on with a scan that is paused.
 * @throws MALFORMED as `scan`
 */
export function resume(): Outcome {
  const outcome = engine.resume();
  if (outcome !== 'not mine') return outcome;
  engine = javaScript;
  return engine.scan(text as Text, paths as Paths, 'trusted');
}

/**
 * Finds every value at the requested paths where arrays are transparent, if the engine in WebAssembly can; undefined
 * otherwise. Valid until the next call.
 */
export function scanAll(source: Text, along: Paths, mode: Mode, emptyNames: boolean): AllTables | undefined {
  if (!isTried) scanned += source.end - source.start;
  if (webAssembly === undefined || !webAssemblyUse.allowed) return undefined;
  return webAssembly.scanAll(source, along, mode, emptyNames);
}

/**
 * Checks a whole text without recording anything.
 * @throws MALFORMED for text that is not a JSON object
 */
export function checkObject(source: Text): void {
  if (webAssemblyUse.allowed && webAssembly?.accepts?.(source)) return;
  const { bytes, view, start, end } = source;
  const open = skipSpace(bytes, start);
  if (bytes[open] !== OPEN_OBJECT || skipSpace(bytes, skipValue(bytes, view, open, 0)) !== end) throw MALFORMED;
}

/** Must be called after each scan. */
export function endScan(): void {
  if (!isTried && scanned >= webAssemblyUse.after) loadWebAssembly();
  text = undefined;
  paths = undefined;
  if (engine === javaScript) javaScript.release();
  webAssembly?.release();
}
