/**
 * The engine in WebAssembly. It scans texts that lie in its memory, along tries that do; a trie is moved there after some
 * events, since moving it costs as much as scanning several.
 */
import type { Engine, Mode, Outcome } from '../engine.ts';
import type { Paths } from '../paths.ts';
import { loadMore, type Space, setTextSpace, type Text } from '../text.ts';
import { CUT, NOT_MINE, type Wasm } from './load.ts';
import { type Block, Blocks } from './memory.ts';
import { writeTrie } from './table.ts';

/** A trie is moved after so many events with the same paths, and so many for each path. For tests. */
export const moving = { after: 50, perPath: 1 };

/** Longer texts lie elsewhere, and are left to the other engine: the memory cannot shrink. */
const LARGEST_TEXT = 1 << 22;

/** Words of a record: the slot or -1 - WATCHED, and the begin and end of the value. */
const RECORD = 3;

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
  /** Gives back the tries of matchers and sets that no longer exist. */
  private readonly registry: FinalizationRegistry<Block>;
  /** Where texts lie, if the last one lay in the memory, and the view of it that they have. */
  private place: Block | undefined;
  private placeBytes: Uint8Array | undefined;
  private text: Text | undefined;
  private paths: Paths | undefined;
  private trie = 0;
  /** The paths whose trie is to be moved when no text is in use. */
  private ripe: Paths | undefined;

  constructor(wasm: Wasm) {
    this.wasm = wasm;
    this.blocks = new Blocks(wasm.memory);
    this.registry = new FinalizationRegistry((trie) => this.blocks.release(trie));
    setTextSpace(this.textSpace);
  }

  scan(text: Text, paths: Paths, mode: Mode): Outcome {
    const trie = this.trieOf(paths);
    if (trie === undefined || text.bytes !== this.placeBytes) return 'not mine';
    this.text = text;
    this.paths = paths;
    this.trie = trie.address;
    paths.begin(1);
    paths.next();
    return mode === 'checked' ? (this.walk(text, paths, 1) ?? 'not mine') : this.walkWindows();
  }

  resume(): Outcome {
    return loadMore() ? this.walkWindows() : 'not mine';
  }

  release(): void {
    this.text = undefined;
    this.paths = undefined;
    if (this.ripe === undefined) return;
    this.move(this.ripe);
    this.ripe = undefined;
  }

  /** Each window is walked from the beginning of the text: together they are an eighth longer than the last one. */
  private walkWindows(): Outcome {
    const { text, paths } = this;
    if (text === undefined || paths === undefined) return 'not mine';
    // Loading more may have moved the text out of the memory.
    while (text.bytes === this.placeBytes) {
      const outcome = this.walk(text, paths, 0);
      if (outcome !== undefined) return outcome;
      if (!loadMore()) break;
    }
    return 'not mine';
  }

  /** Undefined when the window ends before another slot is found. */
  private walk(text: Text, paths: Paths, isChecked: number): Outcome | undefined {
    const { wasm, trie } = this;
    const { address } = this.place as Block;
    const result = wasm.exports.scan(address + text.start, address + text.end, trie, isChecked, text.whole ? 1 : 0);
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
    // The memory has grown, and the text must get a view of the new one.
    if (blocks.bytes !== bytes) setTextSpace(this.textSpace);
  }

  private giveBack(kept: Kept): void {
    if (kept.trie === undefined) return;
    this.registry.unregister(kept);
    this.blocks.release(kept.trie);
    kept.trie = undefined;
  }

  /** Space for a text of at least so many bytes, in the memory if it is not too long for it. It replaces the last one. */
  private readonly textSpace = (length: number): Space => {
    if (this.place !== undefined) this.blocks.release(this.place);
    this.place = length > LARGEST_TEXT ? undefined : this.blocks.allocate(length);
    const { place } = this;
    const bytes =
      place === undefined
        ? new Uint8Array(length)
        : new Uint8Array(this.wasm.memory.buffer as ArrayBuffer, place.address, place.size);
    this.placeBytes = place && bytes;
    return { bytes, start: 0 };
  };
}
