/** What `check` keeps of the containers it passes: which kinds are open, and where the outer ones begin and end. */

/** As MAX_DEPTH of `json/read.ts`. */
export const MAX_DEPTH: u32 = 1000;

/** The kinds of 64 open containers each, which do not fit in one integer. */
const spilled: usize = memory.data(8 * 16);

export function spill(depth: u32, kinds: u64): void {
  store<u64>(spilled + ((depth >> 6) << 3), kinds);
}

export function unspill(depth: u32): u64 {
  return load<u64>(spilled + ((depth >> 6) << 3));
}

/** Containers of this depth or more are not kept: a walk rarely jumps over one of them alone. */
export const KEPT_DEPTH: u32 = 4;
const KEPT: u32 = 64;

/** Address of the opening bracket and address behind the closing one, in the order of the opening brackets. */
const ranges: usize = memory.data(8 * 64);
/** By depth: the index in `ranges` of the open container. */
const open: usize = memory.data(4 * 4);
let count: u32 = 0;
let at: u32 = 0;

export function forgetContainers(): void {
  count = 0;
  at = 0;
}

export function keepOpening(depth: u32, address: usize): void {
  store<u32>(open + (depth << 2), count);
  if (count === KEPT) return;
  store<u32>(ranges + (count << 3), address as u32);
  count++;
}

export function keepClosing(depth: u32, behind: usize): void {
  const index = load<u32>(open + (depth << 2));
  if (index < KEPT) store<u32>(ranges + (index << 3), behind as u32, 4);
}

/** The address behind the container that opens at `address`, or 0 if it was not kept. Addresses ascend between two calls of `forgetContainers`. */
export function containerEnd(address: usize): usize {
  while (at < count && load<u32>(ranges + (at << 3)) < (address as u32)) at++;
  if (at === count || load<u32>(ranges + (at << 3)) !== (address as u32)) return 0;
  return load<u32>(ranges + (at << 3), 4);
}
