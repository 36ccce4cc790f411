/** Refuses standard input that is a folder: Node reads it as an empty stream. */
import { fstatSync } from 'node:fs';
import type { Input } from './io.ts';

/** Standard input, which is opened on use; its reading fails when it is a folder. */
export function readable(open: () => Input): Input {
  const input = (): Input => (isFolder(0) ? FOLDER : open());
  return {
    get isTTY() {
      return input().isTTY;
    },
    [Symbol.asyncIterator]: () => input()[Symbol.asyncIterator](),
  };
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}

const FOLDER: Input = {
  // biome-ignore lint/correctness/useYield: reading fails at once
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    throw Object.assign(new Error('standard input is a folder'), { code: 'EISDIR' });
  },
};
