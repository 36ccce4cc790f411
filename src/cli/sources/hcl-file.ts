/** `.tf` files as values: the resources that may contain patterns, and the files that they include with `file("…")`. */
import { dirname, join, posix, resolve } from 'node:path';
import { GIT, gitFile } from '../files/git-name.ts';
import type { NamedText, Sources } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { loadParser } from '../syntax/hcl/parser.ts';
import { type HclRoot, readHcl } from '../syntax/hcl/read.ts';
import { size } from '../terminal/amounts.ts';
import { isHclName } from './hcl-name.ts';
import { SLOTS } from './terraform.ts';

/** The parser takes some 100 times the memory of the text. */
const MAX_HCL = 4 * 1024 * 1024;

const TYPES: ReadonlySet<string> = new Set(SLOTS.keys());

/** `prepared` must have been called for the source, or for an earlier text of it. @throws Failure for a text that is too large */
export function resourcesIn({ name, text, files }: NamedText): HclRoot {
  if (!mentionsResource(text))
    return { kind: 'object', range: { start: 0, end: text.length }, members: [], problems: [] };
  if (text.length > MAX_HCL) {
    throw new Failure({ file: name, message: `it is larger than ${size(MAX_HCL)}, the most that is read of HCL` });
  }
  return readHcl(text, TYPES, (path) => {
    const file = files?.get(path);
    return file instanceof Failure ? file.message : file;
  });
}

/** The origin of a source. */
export interface Place {
  readonly sources: Sources;
  /** The absolute path of the file; for `git:REV:path`, the folder to which the path is relative. */
  readonly path: string;
}

/** Loads the parser and the included files of a source. Any other source is returned unchanged. */
export async function prepared(source: NamedText, place: Place): Promise<NamedText> {
  if (!isHclName(source.name) || !mentionsResource(source.text) || source.text.length > MAX_HCL) return source;
  await loadParser();
  const paths = new Set<string>();
  // Most files include no other, and are read once.
  if (/\bfile\s*\(/.test(source.text)) readHcl(source.text, TYPES, (path) => void paths.add(path));
  const files = new Map<string, NamedText | Failure>();
  for (const path of paths) {
    const read = beside(source.name, path, place).catch((thrown: unknown) => {
      if (thrown instanceof Failure) return thrown;
      throw thrown;
    });
    files.set(path, await read);
  }
  return { ...source, files };
}

function mentionsResource(text: string): boolean {
  return [...TYPES].some((type) => text.includes(type));
}

/** @throws Failure */
async function beside(name: string, path: string, { sources, path: full }: Place): Promise<NamedText> {
  if (name.startsWith(GIT)) {
    const { revision, path: file } = gitFile(name);
    return sources.git(`${GIT}${revision}:${posix.join(posix.dirname(file), path)}`, full);
  }
  const folder = dirname(full);
  return sources.file(join(dirname(name), path), resolve(folder, path), folder);
}
