/** The packages in a bundle, and the text that their licences ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';

/** Names of the packages of which something is in the bundle, sorted. */
export function bundledPackages({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const names = inputs.flatMap(([path, { bytesInOutput }]) => {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    return bytesInOutput > 0 && name !== undefined ? [name] : [];
  });
  return [...new Set(names)].sort();
}

/** @param root the folder that has node_modules */
export function licences(root: string, packages: readonly string[]): string {
  const own = `eb-pattern\nApache-2.0\n\n${readFileSync(`${root}LICENSE`, 'utf8').trim()}`;
  const others = packages.map((name) => {
    const folder = `${root}node_modules/${name}/`;
    const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return `${name} ${version}\n${license}\n\n${readFileSync(folder + file, 'utf8').trim()}`;
  });
  return `${[...others, own].join(`\n\n${'='.repeat(72)}\n\n`)}\n`;
}
