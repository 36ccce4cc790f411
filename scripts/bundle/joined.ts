/** Joins the pieces into which esbuild divides a bundle with several entries. */
import { dirname, resolve } from 'node:path';
import type { OutputFile } from 'esbuild';
import { rollup } from 'rollup';

export interface Joined {
  readonly name: string;
  readonly code: string;
}

/** The pieces that a piece imports. */
export type ImportsOf = (piece: string) => readonly string[];

/**
 * @param entries paths of pieces
 * @param nameOf the name of the file that contains a piece; undefined leaves that to Rollup
 */
export async function joined(
  pieces: readonly OutputFile[],
  entries: readonly string[],
  nameOf: (piece: string, importsOf: ImportsOf) => string | undefined,
): Promise<readonly Joined[]> {
  const texts = new Map(pieces.map(({ path, text }) => [path, text.replace(UNUSED, '$1')]));
  const bundle = await rollup({
    input: [...entries],
    plugins: [
      {
        name: 'pieces',
        resolveId(id, importer) {
          const path = importer === undefined ? id : resolve(dirname(importer), id);
          return texts.has(path) ? path : { id, external: true };
        },
        load: (path) => texts.get(path),
      },
    ],
    // esbuild has done it.
    treeshake: false,
    onwarn({ code, message }) {
      // A library that is compiled from C contains it, and runs it for what this package does not use.
      if (code !== 'EVAL') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // A file imports what it uses, and not what those files import.
    hoistTransitiveImports: false,
    manualChunks: (piece, { getModuleInfo }) => nameOf(piece, (one) => getModuleInfo(one)?.importedIds ?? []),
  });
  return output.flatMap((one) =>
    one.type === 'chunk' ? [{ name: one.fileName.replace(/\.js$/, ''), code: one.code }] : [],
  );
}

/** `import"…"` of a module of which no name is used. No module of this package has a side effect, except the entries. */
const UNUSED = /(^|[;\n])import"[^"]+";?/g;

/** The pieces themselves, and all that they import. */
export function reached(pieces: readonly string[], importsOf: ImportsOf): ReadonlySet<string> {
  const all = new Set(pieces);
  // A set is walked while it grows.
  for (const piece of all) for (const imported of importsOf(piece)) all.add(imported);
  return all;
}
