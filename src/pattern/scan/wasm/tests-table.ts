/**
 * Writes tests of values, and what lines are judged by, into the memory of WebAssembly, in the layouts of
 * `assembly/tests.ts` and `assembly/lines.ts`.
 */
import type { ByteText, FAILS, HOLDS } from '../byte-test.ts';
import type { PathTests } from '../line-tests.ts';
import type { Block, Blocks } from './memory.ts';

/** In words. */
const TEST = 3;
const TEXT = 4;
/** What a comparison may read behind a text, in bytes. */
const BEHIND = 8;

const KINDS = { string: 0, beginning: 1, ending: 2 } as const satisfies Record<ByteText['kind'], number>;

const encoder = new TextEncoder();

/** Longer clues are cut. In bytes. */
const LONGEST_CLUE = 32;

/** What lines are judged by. */
export interface LineRules {
  readonly isChecked: boolean;
  /** Longer lines are left undecided. In bytes, without the line feed. */
  readonly longest: number;
  /** The lines of this verdict match. */
  readonly wanted: typeof FAILS | typeof HOLDS;
  /** Whether the matching lines are moved together. */
  readonly keeps: boolean;
}

/** A task: the words that `judgeLines` reads, and behind them those that it writes. */
const GIVEN = 9;
const RESULTS = 4;

/** The first word of the results of a task. */
export function resultsOf(task: Block): number {
  return task.address / 4 + GIVEN;
}

/**
 * The block of a task; undefined when there is no memory. `tests`: by slot. `needed`: the number of slots and watched
 * members without which an event fails.
 */
export function writeTask(
  { tests, clue }: Pick<PathTests, 'tests' | 'clue'>,
  { trie, needed }: { readonly trie: Block; readonly needed: number },
  { isChecked, longest, wanted, keeps }: LineRules,
  blocks: Blocks,
): Block | undefined {
  const texts = tests.flatMap((test) => test.texts.map(({ text }) => encoder.encode(text)));
  const words = GIVEN + RESULTS + tests.length * TEST + texts.length * TEXT;
  const bytes = encoder.encode(clue).subarray(0, LONGEST_CLUE);
  const size = texts.reduce((sum, text) => sum + text.length, words * 4 + bytes.length + BEHIND);
  const block = blocks.allocate(size);
  if (block === undefined) return undefined;
  let test = resultsOf(block) + RESULTS;
  let row = test + tests.length * TEST;
  let place = block.address + words * 4;
  blocks.bytes.set(bytes, place);
  const rules = [isChecked ? 1 : 0, longest, wanted, keeps ? 1 : 0];
  blocks.words.set([trie.address, test * 4, needed, place, bytes.length, ...rules], block.address / 4);
  place += bytes.length;
  let next = 0;
  for (const { true: yes, false: no, null: none, number, string, missing, texts: kinds } of tests) {
    const verdicts = yes | (no << 2) | (none << 4) | (number << 6) | (string << 8) | (missing ? 1 << 10 : 0);
    blocks.words.set([verdicts, kinds.length, row * 4], test);
    test += TEST;
    for (const { kind, verdict } of kinds) {
      const text = texts[next++] as Uint8Array;
      blocks.words.set([KINDS[kind], verdict, text.length, place], row);
      blocks.bytes.set(text, place);
      row += TEXT;
      place += text.length;
    }
  }
  return block;
}
