/** Refuses standard input that is a folder: Node reads it as an empty stream. */
import { fstatSync } from 'node:fs';
import type { Input } from './io.ts';

/** Standard input, or an input whose reading fails when it is a folder. */
export function readable(stdin: Input): Input {
  return isFolder(0) ? FOLDER : stdin;
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
