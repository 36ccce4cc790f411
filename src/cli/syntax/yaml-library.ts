/**
 * Loads the YAML library. It is many small files, a quarter of the start of a command, so they are loaded when
 * the first YAML text is read.
 */
import { createRequire } from 'node:module';

type YamlLibrary = typeof import('yaml');

let library: YamlLibrary | undefined;

export function yamlLibrary(): YamlLibrary {
  library ??= createRequire(import.meta.url)('yaml') as YamlLibrary;
  return library;
}
