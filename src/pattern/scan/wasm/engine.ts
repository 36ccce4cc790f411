/**
 * The engine in WebAssembly. It scans texts that lie in its memory, along tries that do; a trie is moved there after some
 * events, since moving it costs as much as scanning several.
 */
import type { Engine, Mode, Outcome } from '../engine.ts';
import type { Keys } from '../keys.ts';
import type { PathTests } from '../line-tests.ts';
import type { Paths } from '../paths.ts';
import { loadMore, ownSpace, type Space, setEventSpace, setTextSpace, type Text } from '../text.ts';
import { AllTables, largerTables } from './all-tables.ts';
import type { KeyTables } from './keys-table.ts';
import { ANSWERED, CHECKED, CUT, FULL, NOT_MINE, SKIPS_EMPTY_NAMES, type Wasm, WHOLE } from './load.ts';
import { type Block, Blocks } from './memory.ts';
import { MovedKeys } from './moved-keys.ts';
import { moving } from './moving.ts';
import { writeTrie } from './table.ts';
import { type LineRules, resultsOf, writeTask } from './tests-table.ts';

/** Longer texts lie elsewhere, and are left to the other engine: the memory cannot shrink. */
const LARGEST_TEXT = 1 << 22;

/** Line feeds that are found at once. */
const MOST_FEEDS = 1 << 12;

/** Bytes for tries that are moved while the memory may not grow. */
const SPARE = 1 << 18;

/** Words of a record: the slot or -1 - WATCHED, and the begin and end of the value. */
const RECORD = 3;

/** The tests of a pattern and how lines are judged by them, in the memory. */
export type LineTests = Block;

/** Lines that are judged: first those that are decided, then those that are not. */
export interface JudgedLines {
  /** The numbers of decided lines and of those that match. */
  readonly decided: number;
  readonly matched: number;
  /** Where the decided lines end, and the undecided ones. */
  readonly decidedEnd: number;
  readonly end: number;
  /** Where the matching lines end, which are moved together at the start. */
  readonly keptEnd: number;
}

/** The end of the last value that was read, in words from the address of tables. */
const REACH = 5;

/** What the engine keeps of paths. */
interface Kept {
  /** The version of the paths that the rest belongs to. */
  version: number;
  /** How many events came with this version. */
  events: number;
  /** Undefined until it is moved. */
  trie: Block | undefined;
}

export class WasmEngine implements Engine {
  private readonly wasm: Wasm;
  private readonly blocks: Blocks;
  private readonly keys: MovedKeys;
  /** Gives back the tries of matchers and sets that no longer exist. */
  private readonly registry: FinalizationRegistry<Block>;
  /** Where texts lie that are copied, if the last one lay in the memory; where those of events lie. */
  private place: Block | undefined;
  private eventPlace: Block | undefined;
  private feeds: Block | undefined;
  private text: Text | undefined;
  private paths: Paths | undefined;
  private trie = 0;
  /** The paths whose trie is to be moved when no text is in use. */
  private ripe: Paths | undefined;
  /** The paths whose trie is to be moved when the memory may grow. */
  private waiting: Paths | undefined;
  /** For the values that `scanAll` finds; made when they are first missing. */
  private tables: AllTables | undefined;
  private needsTables = false;

  constructor(wasm: Wasm) {
    this.wasm = wasm;
    this.blocks = new Blocks(wasm.memory);
    this.registry = new FinalizationRegistry((trie) => this.blocks.release(trie));
    this.keys = new MovedKeys(this.blocks, wasm.exports);
    setTextSpace(this.textSpace);
  }

  scan(text: Text, paths: Paths, mode: Mode, keys?: Keys): Outcome {
    const trie = this.trieOf(paths);
    const tables = keys && this.keys.tablesOf(keys);
    if (trie === undefined || text.bytes !== this.blocks.bytes) return 'not mine';
    this.trie = trie.address;
    if (tables !== undefined) return this.answer(text, paths, mode, keys as Keys, tables);
    this.text = text;
    this.paths = paths;
    paths.begin(1);
    paths.next();
    return mode === 'checked' ? (this.walk(text, paths, 1) ?? 'not mine') : this.walkWindows();
  }

  resume(): Outcome {
    return loadMore() ? this.walkWindows() : 'not mine';
  }

  private answer(text: Text, paths: Paths, mode: Mode, keys: Keys, tables: KeyTables): Outcome {
    const { address } = tables;
    const checked = mode === 'checked' ? CHECKED : 0;
    for (;;) {
      const { start, end, whole } = text;
      const result = this.wasm.exports.answer(start, end, this.trie, checked | (whole ? WHOLE : 0), address);
      if (result <= ANSWERED) {
        tables.answered++;
        this.keys.takeHits(keys, ANSWERED - result);
        paths.reach = this.blocks.words[address / 4 + REACH] as number;
        return 'answered';
      }
      if (result >= 0) {
        paths.begin(1);
        paths.next();
        paths.reach = this.record(paths, start, result);
        return 'ended';
      }
      // Loading more may move the text out of the memory.
      if (result === NOT_MINE || !loadMore() || text.bytes !== this.blocks.bytes) return 'not mine';
    }
  }

  /**
   * Finds every value at the paths where arrays are transparent, as `Occurrences`. Undefined for a text that the other
   * engine must scan. The values are there until the next call.
   */
  scanAll(text: Text, paths: Paths, mode: Mode, emptyNames: boolean): AllTables | undefined {
    const trie = this.trieOf(paths);
    if (trie === undefined) return undefined;
    const tables = this.tables === undefined ? undefined : this.currentTables(this.tables);
    this.needsTables = tables === undefined;
    const options = (mode === 'checked' ? CHECKED : 0) | (emptyNames ? 0 : SKIPS_EMPTY_NAMES);
    // Loading more may have moved the text out of the memory.
    while (tables !== undefined && text.bytes === this.blocks.bytes) {
      const { start, end, whole } = text;
      const { address } = tables.block;
      const { exports } = this.wasm;
      const count = exports.scanAll(start, end, trie.address, options | (whole ? WHOLE : 0), address, tables.size);
      if (count >= 0) {
        const isDone = tables.head[1] === 1;
        paths.reach = isDone && count > 0 ? (tables.ends[count - 1] as number) - start : end - start;
        tables.count = count;
        return tables;
      }
      this.needsTables = count === FULL;
      if (count !== CUT || !loadMore()) return undefined;
    }
    return undefined;
  }

  /** The tables of `scanAll`, whose views are those of the memory as it is now. */
  private currentTables(tables: AllTables): AllTables {
    if (tables.bytes !== this.blocks.bytes) this.tables = new AllTables(tables.block, this.blocks);
    return this.tables as AllTables;
  }

  accepts({ bytes, start, end }: Text): boolean {
    return bytes === this.blocks.bytes && this.wasm.exports.isObjectText(start, end) === 1;
  }

  release(): void {
    this.text = undefined;
    this.paths = undefined;
    if (this.needsTables) this.enlargeTables();
    if (this.keys.isRipe) this.moveKeys();
    const { ripe } = this;
    if (ripe === undefined) return;
    this.ripe = undefined;
    this.move(ripe);
    if (this.blocks.isFixed && (ripe.kept as Kept).trie === undefined) this.waiting = ripe;
  }

  private enlargeTables(): void {
    const { blocks } = this;
    const { bytes } = blocks;
    this.needsTables = false;
    this.tables = largerTables(this.tables, blocks);
    if (blocks.bytes !== bytes) this.renewViews();
  }

  /** Each window is walked from the beginning of the text: together they are an eighth longer than the last one. */
  private walkWindows(): Outcome {
    const { text, paths } = this;
    if (text === undefined || paths === undefined) return 'not mine';
    // Loading more may have moved the text out of the memory.
    while (text.bytes === this.blocks.bytes) {
      const outcome = this.walk(text, paths, 0);
      if (outcome !== undefined) return outcome;
      if (!loadMore()) break;
    }
    return 'not mine';
  }

  /** Undefined when the window ends before another slot is found. */
  private walk(text: Text, paths: Paths, isChecked: number): Outcome | undefined {
    const { wasm, trie } = this;
    const result = wasm.exports.scan(text.start, text.end, trie, isChecked, text.whole ? 1 : 0);
    if (result === NOT_MINE) return 'not mine';
    const isCut = result <= CUT;
    const found = paths.count;
    const read = this.record(paths, text.start, isCut ? CUT - result : result);
    paths.reach = paths.count === paths.size ? read : text.end - text.start;
    if (!isCut) return 'ended';
    return paths.count > found ? 'paused' : undefined;
  }

  /** Returns the end of the last record, from the begin of the text. */
  private record(paths: Paths, start: number, records: number): number {
    const { words } = this.blocks;
    let at = (words[this.trie / 4 + 1] as number) / 4;
    for (let end = at + records * RECORD; at < end; at += RECORD) {
      const slot = (words[at] as number) | 0;
      if (slot < 0) paths.see(-1 - slot);
      else paths.record(slot, start + (words[at + 1] as number), start + (words[at + 2] as number));
    }
    return records === 0 ? 0 : (words[at - 1] as number);
  }

  private trieOf(paths: Paths): Block | undefined {
    paths.kept ??= { version: paths.version, events: 0, trie: undefined } satisfies Kept;
    const kept = paths.kept as Kept;
    if (kept.version !== paths.version) {
      this.giveBack(kept);
      kept.version = paths.version;
      kept.events = 0;
    }
    if (kept.trie === undefined && ++kept.events > Math.max(moving.after, moving.perPath * paths.size))
      this.ripe = paths;
    return kept.trie;
  }

  private move(paths: Paths): void {
    const { blocks, registry, wasm } = this;
    const { bytes } = blocks;
    const kept = paths.kept as Kept;
    kept.events = 0;
    kept.trie = writeTrie(paths.root, paths.size, paths.size + paths.watchedCount, blocks, wasm.exports);
    if (kept.trie !== undefined) registry.register(paths, kept.trie, kept);
    if (blocks.bytes !== bytes) this.renewViews();
  }

  private moveKeys(): void {
    const { blocks } = this;
    const { bytes } = blocks;
    this.keys.move();
    if (blocks.bytes !== bytes) this.renewViews();
  }

  private giveBack(kept: Kept): void {
    if (kept.trie === undefined) return;
    this.registry.unregister(kept);
    this.blocks.release(kept.trie);
    kept.trie = undefined;
  }

  /**
   * Makes the space of events, of at least so many bytes, in the memory. It replaces the last one. False if there is no
   * memory for it. Not during a scan.
   */
  openEventSpace(size: number): boolean {
    const { blocks } = this;
    const { bytes } = blocks;
    if (this.eventPlace !== undefined) blocks.release(this.eventPlace);
    this.feeds ??= blocks.allocate(4 * MOST_FEEDS);
    this.eventPlace = this.feeds && blocks.allocate(size);
    blocks.reserve(SPARE);
    setEventSpace(this.eventPlace && this.spaceAt(this.eventPlace));
    if (blocks.bytes !== bytes) this.renewViews();
    return this.eventPlace !== undefined;
  }

  /** Whether the memory may grow. It may not while the caller holds a view of the space of events. */
  setFixed(isFixed: boolean): void {
    this.blocks.isFixed = isFixed;
    if (isFixed || this.waiting === undefined) return;
    this.move(this.waiting);
    this.waiting = undefined;
  }

  /** Finds the first line feeds from `start` to `end` in the space of events, and returns their number. */
  findLineFeeds(start: number, end: number): number {
    return this.wasm.exports.lineFeeds(start, end, (this.feeds as Block).address, MOST_FEEDS);
  }

  /** The place of a line feed that was found last. */
  lineFeed(index: number): number {
    return this.blocks.words[(this.feeds as Block).address / 4 + index] as number;
  }

  /**
   * Moves paths with tests, one for each slot, into the memory for as long as `owner` exists. Undefined when there is no
   * memory. Not while the space of events is held.
   */
  openLineTests(of: PathTests, rules: LineRules, owner: object): LineTests | undefined {
    const { blocks, registry, wasm } = this;
    const { bytes } = blocks;
    const { paths, tests } = of;
    const trie = writeTrie(paths.root, paths.size, 0, blocks, wasm.exports);
    const needed = tests.filter(({ missing }) => !missing).length + paths.watchedCount;
    const task = trie && writeTask(of, { trie, needed }, rules, blocks);
    if (trie !== undefined) registry.register(owner, trie);
    if (task !== undefined) registry.register(owner, task);
    if (blocks.bytes !== bytes) this.renewViews();
    return task;
  }

  /**
   * Judges lines in the space of events up to the first ones that their bytes do not decide, and these. What matches
   * beyond `most` lines is not decided either.
   */
  judgeLines(start: number, end: number, task: LineTests, most: number): JudgedLines {
    const last = this.wasm.exports.judgeLines(start, end, task.address, most);
    const { words } = this.blocks;
    const at = resultsOf(task);
    return {
      decided: words[at] as number,
      matched: words[at + 1] as number,
      keptEnd: words[at + 2] as number,
      decidedEnd: words[at + 3] as number,
      end: last,
    };
  }

  /** The memory has grown: texts must get views of the new one. */
  private renewViews(): void {
    if (this.eventPlace !== undefined) setEventSpace(this.spaceAt(this.eventPlace));
    setTextSpace(this.textSpace);
  }

  private spaceAt({ address, size }: Block): Space {
    const { bytes, view } = this.blocks;
    return { bytes, view, start: address, size };
  }

  /** Space for a text of at least so many bytes, in the memory if it is not too long for it. It replaces the last one. */
  private readonly textSpace = (length: number): Space => {
    const { blocks, place } = this;
    const { bytes } = blocks;
    if (place !== undefined) blocks.release(place);
    this.place = length > LARGEST_TEXT ? undefined : blocks.allocate(length);
    if (blocks.bytes !== bytes && this.eventPlace !== undefined) setEventSpace(this.spaceAt(this.eventPlace));
    return this.place === undefined ? ownSpace(length) : this.spaceAt(this.place);
  };
}
