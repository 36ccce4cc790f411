/** Counts the events that changes of patterns lose and gain, with the first of them as examples. */
import type { ChangedIndexes, ChangeExample } from './work.ts';

/** Examples for each change and kind, in each part. */
const EXAMPLES = 3;
/** An example is shown, and not read again. In bytes. */
const LONGEST = 2000;

const BEFORE = 1;
const AFTER = 2;

export class ChangeCounter {
  private readonly patterns: number;
  private readonly changes: number;
  /** The change and the side of each pattern. */
  private readonly of: Int32Array;
  private readonly side: Uint8Array;
  /** Which sides of a change match the event; reset after each. */
  private readonly sides: Uint8Array;
  examples: ChangeExample[] = [];

  constructor(patterns: number, changes: readonly ChangedIndexes[]) {
    this.patterns = patterns;
    this.changes = changes.length;
    this.of = new Int32Array(patterns);
    this.side = new Uint8Array(patterns);
    this.sides = new Uint8Array(changes.length);
    for (const [i, { before, after }] of changes.entries()) {
      for (const [pattern, side] of [[before, BEFORE] as const, [after, AFTER] as const]) {
        if (pattern === undefined) continue;
        this.of[pattern] = i;
        this.side[pattern] = side;
      }
    }
  }

  /** Adds an event to a tally of `tallySize`. Returns whether a change loses or gains it. `line` is counted from 0. */
  add(matched: readonly number[], tally: Uint32Array, event: Uint8Array, line: number): boolean {
    const { of, side, sides } = this;
    for (const pattern of matched) {
      tally[pattern] = (tally[pattern] as number) + 1;
      const change = of[pattern] as number;
      sides[change] = (sides[change] as number) | (side[pattern] as number);
    }
    let isChanged = false;
    for (const pattern of matched) {
      const change = of[pattern] as number;
      const met = sides[change];
      sides[change] = 0;
      if (met !== BEFORE && met !== AFTER) continue;
      isChanged = true;
      const at = this.patterns + change + (met === BEFORE ? 0 : this.changes);
      tally[at] = (tally[at] as number) + 1;
      if ((tally[at] as number) > EXAMPLES) continue;
      const text = new TextDecoder().decode(event.subarray(0, LONGEST));
      this.examples.push({ change, kind: met === BEFORE ? 'lost' : 'gained', line, event: text });
    }
    return isChanged;
  }
}
