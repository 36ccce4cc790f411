/** The version of the package, from its own file. */
import { readFileSync } from 'node:fs';

/** The built files are all in dist/cli. */
const PACKAGE = new URL(
  import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../package.json',
  import.meta.url,
);

export function version(): string {
  const text = readFileSync(PACKAGE, 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
