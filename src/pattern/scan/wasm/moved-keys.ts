/** The keys of sets that are in the memory of WebAssembly. */
import { newInts } from '../ints.ts';
import type { Keys } from '../keys.ts';
import { type KeyTables, writeKeys } from './keys-table.ts';
import type { Exports } from './load.ts';
import type { Block, Blocks } from './memory.ts';
import { moving } from './moving.ts';

/** A text that matches more patterns is left to JavaScript. */
const MOST_HITS = 1 << 12;

/** Tables that answer fewer than one text in so many are given back, found after a number of texts. */
const LEAST_SHARE = 8;
const TEXTS = 1 << 12;

/** What is kept of the keys of a set. */
interface Kept {
  /** The version of the keys that the rest belongs to. */
  readonly version: number;
  /** How many texts came with this version. */
  events: number;
  /** Whether they are not to be moved any more: they are, or cannot be. */
  isDone: boolean;
  tables: KeyTables | undefined;
}

export class MovedKeys {
  private readonly blocks: Blocks;
  private readonly exports: Exports;
  /** Gives back the tables of sets that no longer exist. */
  private readonly registry = new FinalizationRegistry<KeyTables>((tables) => this.release(tables));
  /** Where hits are written, for all sets. */
  private hits: Block | undefined;
  /** Those that are to be moved when no text is in use. */
  private ripe: Keys | undefined;

  constructor(blocks: Blocks, exports: Exports) {
    this.blocks = blocks;
    this.exports = exports;
  }

  /** Undefined until they are moved, and where they cannot be. Called for each text. */
  tablesOf(keys: Keys): KeyTables | undefined {
    const kept = keys.kept as Kept | undefined;
    if (kept?.version !== keys.version) {
      if (kept !== undefined) this.giveBack(kept);
      keys.kept = { version: keys.version, events: 0, isDone: false, tables: undefined } satisfies Kept;
      return undefined;
    }
    if (!kept.isDone && ++kept.events > Math.max(moving.after, moving.perPattern * keys.size)) this.ripe = keys;
    const { tables } = kept;
    if (tables !== undefined && ++tables.texts > TEXTS) {
      if (tables.answered * LEAST_SHARE < TEXTS) this.giveBack(kept);
      tables.texts = 0;
      tables.answered = 0;
    }
    return kept.tables;
  }

  private giveBack(kept: Kept): void {
    if (kept.tables === undefined) return;
    this.registry.unregister(kept);
    this.release(kept.tables);
    kept.tables = undefined;
  }

  get isRipe(): boolean {
    return this.ripe !== undefined;
  }

  /** Moves those that are ripe; the memory may grow. Not during a scan. */
  move(): void {
    const { blocks, ripe } = this;
    if (ripe === undefined) return;
    this.ripe = undefined;
    const kept = ripe.kept as Kept;
    kept.events = 0;
    this.hits ??= blocks.allocate(4 * MOST_HITS);
    const list = this.hits && ripe.list();
    kept.tables = list && writeKeys(list, this.hits as Block, blocks, this.exports);
    if (kept.tables !== undefined) this.registry.register(ripe, kept.tables, kept);
    // A memory that is fixed may grow later.
    kept.isDone = !blocks.isFixed || kept.tables !== undefined;
  }

  /** Writes the last hits to the keys. */
  takeHits(keys: Keys, count: number): void {
    keys.count = count;
    if (count === 0) return;
    if (count > keys.hits.length) keys.hits = newInts(2 * count);
    const { words } = this.blocks;
    const from = (this.hits as Block).address / 4;
    for (let i = 0; i < count; i++) keys.hits[i] = words[from + i] as number;
  }

  private release({ blocks }: KeyTables): void {
    for (const block of blocks) this.blocks.release(block);
  }
}
