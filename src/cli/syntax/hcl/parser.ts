/**
 * The parser of HCL, the language of `.tf` files: tree-sitter's runtime and its grammar of HCL, two WebAssembly modules of 300 KB that are
 * loaded when the first such file is read.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Parser, Tree } from 'web-tree-sitter';

let loaded: Promise<void> | undefined;
let parser: Parser | undefined;

/** Must resolve before `parseTree` is called. Only the first call reads files. */
export function loadParser(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<void> {
  const [{ Language, Parser }, runtime, grammar] = await Promise.all([
    import('web-tree-sitter'),
    bytesOf('web-tree-sitter.wasm', 'web-tree-sitter'),
    bytesOf('tree-sitter-hcl.wasm', '@tree-sitter-grammars/tree-sitter-hcl'),
  ]);
  await Parser.init({ wasmBinary: runtime });
  const made = new Parser();
  made.setLanguage(await Language.load(grammar));
  parser = made;
}

/** The build copies both files beside the bundle. When run from the source they are read from their packages. */
async function bytesOf(file: string, from: string): Promise<Uint8Array> {
  try {
    return await readFile(new URL(`hcl/${file}`, import.meta.url));
  } catch {
    return readFile(createRequire(import.meta.url).resolve(`${from}/${file}`));
  }
}

/** The caller must call `delete` on the tree, which is in the memory of WebAssembly. @throws Error before `loadParser` has resolved */
export function parseTree(text: string): Tree {
  const tree = parser?.parse(text);
  if (tree === undefined || tree === null) throw new Error('the parser of HCL is not loaded');
  return tree;
}
