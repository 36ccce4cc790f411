/** In place of `open.ts` in the page, which has a few events and loads all of its script first. */
export function openWasmEngine(): undefined {}
