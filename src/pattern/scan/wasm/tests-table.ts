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

/** `tests`: by slot. Undefined when there is no memory. */
export function writeTests(tests: readonly ByteTest[], blocks: Blocks): Block | undefined {
  const texts = tests.flatMap((test) => test.texts.map(({ text }) => encoder.encode(text)));
  const words = tests.length * TEST + texts.length * TEXT;
  const block = blocks.allocate(texts.reduce((sum, text) => sum + text.length, words * 4 + BEHIND));
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
  return block;
}
