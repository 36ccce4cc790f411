import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const CLI = new URL('../../src/cli/', import.meta.url);
const TYPE = /^export (?:abstract )?(?:interface|type|class) (\w+)/gm;

it('no two exported types of the command line have one name', () => {
  const files = readdirSync(CLI, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const names = files.flatMap((file) =>
    [...readFileSync(new URL(file, CLI), 'utf8').matchAll(TYPE)].map(([, name]) => ({ name, file })),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter(({ name }) => names.filter((other) => other.name === name).length > 1)).toEqual([]);
});
