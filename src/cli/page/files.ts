/** The built files of the page, read once: no other file is served or written. */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Failure } from '../findings/failure.ts';

/** Beside the built command line; when run from the source, in the build. */
const FOLDER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/playground/', import.meta.url)
  : new URL('../playground/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

export interface PageFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** @throws Failure when the page has not been built */
export async function pageFiles(): Promise<readonly PageFile[]> {
  try {
    const names = (await readdir(FOLDER)).filter((name) => extname(name) in TYPES).sort();
    return await Promise.all(
      names.map(async (name) => ({
        name,
        type: TYPES[extname(name)] as string,
        content: await readFile(new URL(name, FOLDER)),
      })),
    );
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    throw new Failure({ message: `the page is not in this installation (${code}): install eb-pattern again` });
  }
}
