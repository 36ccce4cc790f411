/** The lock file, package by package, for the tests. */
import { readFileSync } from 'node:fs';
import { ROOT } from '../docs/markdown.ts';

export interface LockedPackage {
  /** Its folder: `node_modules/ajv`. */
  readonly path: string;
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly license?: string;
}

/** All packages but this one. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<Record<string, Omit<LockedPackage, 'path'>>>;
  };
  return Object.entries(packages).flatMap(([path, locked]) => (path === '' ? [] : [{ path, ...locked }]));
}
