/**
 * The packages that `npm i eb-pattern` installs, without a network: the production dependencies of the lock file, weighed in node_modules,
 * and the package as it is packed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../docs/markdown.ts';
import { lockedPackages } from './lock.ts';

const PACKAGES = 12;
const BYTES = 8_840_000;

interface Packed {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const installed = lockedPackages().filter(({ dev }) => !dev);
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as [Packed];

/** All files of the folder, except nested packages, which are counted separately. */
function bytesOf(folder: string): number {
  const files = globSync('**', { cwd: `${ROOT}${folder}`, dot: true, ignore: ['node_modules/**'] });
  return files.reduce((sum, file) => sum + statSync(`${ROOT}${folder}/${file}`).size, 0);
}

describe('npm i eb-pattern', () => {
  it(`installs at most ${PACKAGES} packages`, () => {
    const names = installed.map(({ path }) => path.replace('node_modules/', ''));
    expect(['eb-pattern', ...names].length, names.join(', ')).toBeLessThanOrEqual(PACKAGES);
  });

  it(`takes at most ${BYTES / 1e6} MB`, () => {
    const weights = installed.map(({ path }) => ({ path, bytes: bytesOf(path) }));
    // A missing folder would have no weight.
    expect(weights.filter(({ bytes }) => bytes === 0)).toEqual([]);
    const sum = weights.reduce((total, { bytes }) => total + bytes, packed.unpackedSize);
    expect(sum, JSON.stringify(weights)).toBeLessThanOrEqual(BYTES);
    expect(sum).toBeGreaterThan(1_000_000);
  });

  it('has the versions of the lock file in node_modules', () => {
    const differing = installed.filter(({ path, version }) => {
      const { version: found } = JSON.parse(readFileSync(`${ROOT}${path}/package.json`, 'utf8'));
      return found !== version;
    });
    expect(differing).toEqual([]);
  });

  it('runs no script of any package', () => {
    expect(installed.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
  });
});

describe('the packed package', () => {
  const paths = packed.files.map(({ path }) => path);

  it('contains the files that it exports and runs', () => {
    const { exports, bin } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
      readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
      readonly bin: Readonly<Record<string, string>>;
    };
    const named = [...Object.values(exports), bin].flatMap((one) =>
      typeof one === 'string' ? [one] : Object.values(one),
    );
    const matches = (pattern: string, path: string) => {
      const [head = '', tail] = pattern.replace('./', '').split('*');
      return tail === undefined ? path === head : path.startsWith(head) && path.endsWith(tail);
    };
    expect(named.filter((pattern) => !paths.some((path) => matches(pattern, path)))).toEqual([]);
  });

  it('contains the build, the documentation, the examples and nothing else', () => {
    const rest = paths.filter((path) => !/^(dist|docs|examples)\//.test(path));
    expect(rest.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  });
});
