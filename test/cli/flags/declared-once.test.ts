/** A flag of several commands is declared in one place: in src/cli/flags, or in the layer that reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const CLI = new URL('../../../src/cli/', import.meta.url);
const DECLARED = /(?:new Option|countOf)\(\s*(['"`])((?:(?!\1).)+)\1,\s*(['"`])((?:(?!\3).)+)\3/g;

it('no flag is declared twice with one description', () => {
  const files = readdirSync(CLI, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const declared = files.flatMap((file) =>
    [...readFileSync(new URL(file, CLI), 'utf8').matchAll(DECLARED)].map(([, , flags, , text]) => `${flags}  ${text}`),
  );
  expect(declared.length).toBeGreaterThan(50);
  expect(declared.filter((one, i) => declared.indexOf(one) !== i)).toEqual([]);
});
