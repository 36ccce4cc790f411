/** Writes tests of values into the memory of WebAssembly, in the layout of `assembly/tests.ts`. */
import type { ByteTest, ByteText } from '../byte-test.ts';
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

interface Written {
  readonly block: Block;
  readonly clue: readonly [address: number, size: number];
}

/** `tests`: by slot. Undefined when there is no memory. */
export function writeTests(tests: readonly ByteTest[], clue: string, blocks: Blocks): Written | undefined {
  const texts = tests.flatMap((test) => test.texts.map(({ text }) => encoder.encode(text)));
  const words = tests.length * TEST + texts.length * TEXT;
  const bytes = encoder.encode(clue).subarray(0, LONGEST_CLUE);
  const size = texts.reduce((sum, text) => sum + text.length, words * 4 + bytes.length + BEHIND);
  const block = blocks.allocate(size);
  if (block === undefined) return undefined;
  let test = block.address / 4;
  let row = test + tests.length * TEST;
  let place = block.address + words * 4;
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
  blocks.bytes.set(bytes, place);
  return { block, clue: [place, bytes.length] };
}
