/** The way to the engine in WebAssembly. The page is built with `none.ts` in its place. */
import { WasmEngine } from './engine.ts';
import { loadWasm } from './load.ts';

/** Loads the engine, which moves the text buffer into its memory; undefined where it cannot run. Not during a scan. */
export function openWasmEngine(): WasmEngine | undefined {
  const wasm = loadWasm();
  return wasm && new WasmEngine(wasm);
}
