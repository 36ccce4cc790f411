import { describe, expect, it } from 'vitest';
import { billOfMaterials, FORMATS } from '../../scripts/sbom.ts';
import { lockedPackages } from './lock.ts';

const packages = lockedPackages();
const production = packages.filter(({ dev }) => !dev);

// Binaries of other platforms: npm keeps the integrity of installed packages, and without addresses it cannot look up the others.
const UNVOUCHED = /^node_modules\/(@biomejs\/cli|@rollup\/rollup|@esbuild\/\w+)(-|$)/;

describe('the lock file', () => {
  it('has no addresses, so that any registry can be used', () => {
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('has a checksum for every package but development binaries of other platforms', () => {
    const unvouched = packages.filter(({ integrity }) => integrity === undefined);
    expect(unvouched.filter(({ path, dev, optional, os }) => !(UNVOUCHED.test(path) && dev && optional && os))).toEqual(
      [],
    );
    expect(packages.filter(({ integrity }) => integrity && !/^sha512-[\w+/]{86}==$/.test(integrity))).toEqual([]);
  });

  it('has no package under a licence that requires source disclosure', () => {
    expect(production.filter(({ license }) => !/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/.test(license ?? ''))).toEqual(
      [],
    );
  });
});

describe.each(FORMATS)('the bill of materials as %s', (format) => {
  it('names every installed package, with its version and checksum', () => {
    const bill = billOfMaterials(format);
    for (const { path, version, integrity } of production) {
      const name = path.replace(/^.*node_modules\//, '');
      expect(bill).toContain(`pkg:npm/${name}@${version}"`);
      expect(bill).toContain(Buffer.from(integrity!.replace('sha512-', ''), 'base64').toString('hex'));
    }
    expect(bill).not.toContain('vitest');
  });
});
