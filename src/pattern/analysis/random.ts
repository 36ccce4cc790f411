/** Pseudo-random choices: the same seed gives the same events on every machine. */

/** mulberry32 (Tommy Ettinger, public domain): integers from 0 to `count` - 1. */
export function chooser(seed: number): (count: number) => number {
  let state = seed | 0;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}
