/**
 * The module `node:crypto`, loaded on use: it takes milliseconds, which most runs do not need. An import of it would also
 * load all that it exports, which takes as long again.
 */
export function nodeCrypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto');
}
