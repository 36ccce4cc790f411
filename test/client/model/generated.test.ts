import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { streamsFile, streamsPage } from '../../../scripts/streams.ts';
import { validatorsFile, validatorsSource } from '../../../scripts/validators.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

describe('the generated files', () => {
  it('docs/streams.md is made from the tables', () => {
    expect(read(streamsFile) === streamsPage(), 'stale: npm run docs').toBe(true);
  });

  it('the validators are made from the tables', async () => {
    expect(read(validatorsFile) === (await validatorsSource()), 'stale: npm run validators').toBe(true);
  });

  it('the validators neither load a module nor make code from text', () => {
    expect(read(validatorsFile)).not.toMatch(
      /\bimport\b|\brequire\(\s*["'](?!ajv\/dist\/runtime\/)|new Function|\beval\(/,
    );
  });
});
