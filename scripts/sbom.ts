/**
 * `npm run sbom [-- cyclonedx|spdx]` prints the bill of materials of what is installed with eb-pattern. It asks npm, offline and from the
 * lock file alone. `npm sbom --omit dev` here would leave out each package that a tool for development uses too.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FORMATS = ['cyclonedx', 'spdx'] as const;

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devDependencies?: unknown }>>;
}

export function billOfMaterials(format: (typeof FORMATS)[number]): string {
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-sbom-'));
  try {
    const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as Lock;
    const packages = Object.entries(lock.packages).flatMap(([path, { devDependencies: _, ...locked }]) =>
      locked.dev ? [] : [[path, locked]],
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }),
    );
    const args = ['sbom', '--package-lock-only', '--offline', '--sbom-format', format, '--sbom-type', 'library'];
    return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv[2] ?? FORMATS[0];
  const format = FORMATS.find((name) => name === asked);
  if (format === undefined) {
    console.error(`sbom: there is no format \`${asked}\`; the formats are ${FORMATS.join(', ')}`);
    process.exitCode = 2;
  } else {
    process.stdout.write(billOfMaterials(format));
  }
}
