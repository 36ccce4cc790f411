/** The compiled schemas are up to date, contain no code from text, and agree with ajv. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leanCode } from '../../scripts/lean-code.ts';
import { type JsonSchema, leanSchema } from '../../scripts/lean-schema.ts';
import { allValidators, compiled } from '../../scripts/validators.ts';
import type { Validator } from '../../src/suite/schema-words.ts';
import { ROOT } from '../docs/markdown.ts';
import { runs } from '../support/runs.ts';

const all = await allValidators();

/** Documents near a schema: its members and wrong ones, with values that fit or do not. */
function near(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  if (typeof schema !== 'object') return fc.constantFrom({}, 'x');
  const { $ref, enum: values, properties, items = {}, additionalProperties } = schema;
  const { type = values === undefined && properties !== undefined ? 'object' : [] } = schema;
  if ($ref !== undefined) return near(definitionOf(String($ref), root), root);
  const fitting = [type].flat().map((kind): fc.Arbitrary<unknown> => {
    if (kind === 'array') return fc.array(near(items as JsonSchema, root), { maxLength: 3 });
    if (kind === 'object') return objectOf((properties ?? {}) as JsonSchema, additionalProperties, root);
    if (kind === 'boolean') return fc.boolean();
    if (kind === 'string') return fc.constantFrom('', 'a', '/a', 'json', '10', '2000', 'latest', 'é'.repeat(200));
    return fc.constantFrom(0, 1, 2, 60, 1e4, -1, 1.5);
  });
  if (values !== undefined) fitting.push(fc.constantFrom(...(values as unknown[])));
  const [first = fc.constant({})] = fitting;
  return fc.oneof({ weight: 8, arbitrary: fc.oneof(first, ...fitting) }, fc.constantFrom(null, [], {}, 'x', 7, true));
}

function objectOf(properties: JsonSchema, others: unknown, root: JsonSchema): fc.Arbitrary<unknown> {
  const names = Object.keys(properties);
  if (names.length === 0) return fc.dictionary(fc.string(), near((others ?? {}) as JsonSchema, root), { maxKeys: 3 });
  const member = fc
    .constantFrom(...names)
    .chain((name) => fc.tuple(fc.constant(name), near(properties[name] as JsonSchema, root)));
  const unknown = fc.tuple(
    fc.constantFrom('zzz', '__proto__', 'a/b~c', ...names.map((name) => `${name}x`)),
    fc.constant(1),
  );
  return fc
    .array(fc.oneof({ weight: 6, arbitrary: member }, unknown), { maxLength: 6 })
    .map((members) => Object.fromEntries(members));
}

function definitionOf(reference: string, root: JsonSchema): JsonSchema {
  return (root.$defs as Record<string, JsonSchema>)[reference.replace('#/$defs/', '')] as JsonSchema;
}

/** The parts of an error that the translators read. */
function read(errors: Validator['errors'] | ErrorObject[]): string[] {
  return (errors ?? [])
    .map(({ instancePath, keyword, params }) => {
      const { missingProperty, additionalProperty, limit } = params as Record<string, unknown>;
      return JSON.stringify([instancePath, keyword, missingProperty, additionalProperty, limit]);
    })
    .sort();
}

describe.each(all)('$file', (validators) => {
  const source = readFileSync(`${ROOT}${validators.file}`, 'utf8');

  it('is up to date', async () => {
    expect(source === (await compiled(validators)), 'stale: npm run validators').toBe(true);
  });

  it('loads no module and makes no code from text', () => {
    expect(source).not.toMatch(/\bimport\b|\brequire\(\s*["'](?!ajv\/dist\/runtime\/)|new Function|\beval\(/);
  });

  it.each(Object.entries(validators.names))('gives the errors of ajv with %s', async (name, id) => {
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      schemas: validators.schemas.map(({ $schema: _, ...rest }) => rest),
    });
    const plain = ajv.getSchema(id);
    const lean: Validator = (await import(`${ROOT}${validators.file}`))[name];
    const [base] = validators.schemas as [JsonSchema];
    const named = validators.schemas.find(({ $id }) => $id === id);
    const root = named ?? definitionOf(id.slice(id.indexOf('#')), base);
    let refused = 0;
    fc.assert(
      fc.property(near(root, base), (document) => {
        const agreed = plain?.(document);
        if (!agreed) refused++;
        expect(lean(document)).toBe(agreed);
        expect(read(lean.errors)).toEqual(read(plain?.errors ?? []));
      }),
      { numRuns: runs(500) },
    );
    expect(refused).toBeGreaterThan(30);
  });
});

describe("the reduction of ajv's code", () => {
  it('refuses code that it does not recognise', () => {
    expect(() => leanCode('validate11(data, {parentData: data})')).toThrow('ajv writes `parentData` in a form');
  });

  it('keeps the type beside unique items, without which ajv compares each with each', () => {
    const list = { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } };
    const lean = leanSchema({ properties: { a: list, b: { ...list, maxItems: 2 }, c: list.items } });
    expect(JSON.stringify(lean).match(/"uniqueItems":true,"items":\{"type":"string"/g)).toHaveLength(2);
  });

  it('keeps a member whose name is a special character of patterns', () => {
    const { properties, patternProperties } = leanSchema({ properties: { $id: {}, 'a.b': {}, c: false } });
    expect(properties).toEqual({ c: false });
    expect(patternProperties).toEqual({ '^(?:\\$id|a\\.b)$': {} });
  });
});
