/**
 * The plain values of a set and what is filed under them, as an engine may keep them in tables of its own: it then finds
 * the patterns that a text matches while it scans the text, where plain values decide them.
 */
import type { Ints } from './ints.ts';

/** Changed by the set, read by an engine. */
export interface Keys {
  /** Another number after each change. */
  readonly version: number;
  /** The number of patterns, more or less. */
  readonly size: number;
  /** Called once for a version at most. Undefined where JavaScript must judge every text. */
  list(): KeyList | undefined;
  /** What an engine keeps of them. */
  kept: unknown;
  /** The numbers of the patterns that the last text matches, `count` of them; valid if that scan was `answered`. */
  hits: Ints;
  count: number;
}

/** Values and nodes have numbers. */
export interface KeyList {
  readonly values: readonly number[];
  /** What is filed under values. */
  readonly filed: KeyNode['filed'];
  /** What is filed under further values, for texts that have the values on the way to a node. */
  readonly nodes: readonly KeyNode[];
  /** One more than the largest slot that a text may have a value at. */
  readonly slots: number;
  /** Slots at which only JavaScript finds patterns or values. */
  readonly others: readonly number[];
  /** 4 x the slot of a value; 1 more for a number or a literal, whose text is its JSON text. */
  tagOf(value: number): number;
  /** In UTF-8. */
  bytesOf(value: number): Uint8Array;
}

export interface KeyNode {
  /** By value; a number stands for an item that is one number. */
  readonly filed: ReadonlyMap<number, Items | number>;
  /** What is filed under no further value. */
  readonly rest: Items;
}

/**
 * Items, one behind the other. A node is IS_NODE and its number. A pattern is HIT x its number among hits + IS_OPEN if
 * JavaScript must judge it + the number of values that it needs at other slots, at most MOST_NEEDS; for each of these the
 * slot and the value follow. No text in UTF-8 has a value that is not among those of the list.
 */
export type Items = readonly number[];
export const HIT = 32;
export const IS_NODE = 16;
export const IS_OPEN = 8;
export const MOST_NEEDS = 7;

/** Steps through items: the place of the next one. */
export function nextItem(items: Items, at: number): number {
  const shape = items[at] as number;
  return shape === IS_NODE ? at + 2 : at + 1 + 2 * (shape & MOST_NEEDS);
}
