/** The shipped JSON Schemas equal those that the command prints. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../scripts/schemas.ts';
import { run } from '../cli/run-main.ts';
import { ROOT } from '../docs/markdown.ts';

it.each(schemaFiles)('%s is what `eb-pattern schema` prints, without white space', async (file, ...argv) => {
  const { code, out } = await run(['schema', ...argv]);
  expect(code).toBe(0);
  expect(readFileSync(`${ROOT}dist/schemas/${file}`, 'utf8')).toBe(JSON.stringify(JSON.parse(out)));
});

it('there is a schema for each kind of document, and for each dialect of patterns', () => {
  expect(readdirSync(`${ROOT}dist/schemas`).sort()).toEqual([
    'config.json',
    'pattern-aws.json',
    'pattern-rocketmq.json',
    'pattern.json',
    'report.json',
    'stream.json',
    'suite.json',
  ]);
});

it('each schema has an identifier of its own, which no extension shares', async () => {
  const ids = schemaFiles.map(([file]) => JSON.parse(readFileSync(`${ROOT}dist/schemas/${file}`, 'utf8')).$id);
  for (const id of ids) expect(id).toMatch(/^urn:eb-pattern:schema:[a-z:]+:1$/);
  expect(new Set(ids).size).toBe(schemaFiles.length);
  expect(JSON.parse((await run(['schema', 'pattern', '--extension', 'tenant'])).out)).not.toHaveProperty('$id');
});

it('the schemas are found by the name of the package', () => {
  const require = createRequire(import.meta.url);
  expect(require('eb-pattern/schemas/suite.json')).toMatchObject({
    $schema: expect.any(String),
    title: expect.any(String),
  });
});
