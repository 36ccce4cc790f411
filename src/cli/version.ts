/** The version of the package, from its own file. */
import { readFileSync } from 'node:fs';

export function version(): string {
  // Two folders up from here, in the source as in what is built.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
