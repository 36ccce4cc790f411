/** Which files are settings, a change of which concerns all documents. */
import { basename } from 'node:path';

const CONFIG = /^eb-pattern\.config\.(?:json|ya?ml)$/i;

/** Whether a path is that of a config file. */
export function isConfigName(path: string): boolean {
  return CONFIG.test(basename(path));
}
