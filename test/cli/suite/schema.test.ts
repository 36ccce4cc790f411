/** The schema for editors and the run accept the same suites. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../../src/cli/config/schema.ts';
import { editorSuiteSchema } from '../../../src/cli/schemas/suite.ts';
import { type DialectName, dialects } from '../../../src/index.ts';
import { expandedSchema, suiteSchema } from '../../../src/suite/schema.ts';
import { filterPattern } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { runSuite } from './run-suite.ts';

const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(suiteSchema);
const validateInEditor = new Ajv2020({ strict: false }).compile(editorSuiteSchema());

const one = (rest: object): object => ({ pattern: {}, tests: [{ name: 'x', event: {}, ...rest }] });
const many = (rest: object): object => ({ patterns: { a: {} }, tests: [{ name: 'x', event: {}, ...rest }] });

const good: readonly (readonly [string, object])[] = [
  ['a test', one({ match: true })],
  ['routes', many({ routes: ['a'] })],
  ['routes that are not exact', many({ routes: { includes: ['a'] } })],
  ['rows', one({ name: '<n>', match: '<m>', with: undefined, each: [{ n: 'y', m: true }] })],
  ['a reason to skip', one({ match: true, skip: 'later' })],
];
const bad: readonly (readonly [string, object])[] = [
  ['an unknown member', one({ match: true, foo: 1 })],
  ['a placeholder without rows', one({ match: '<m>' })],
  ['no reason to skip', one({ match: true, skip: true })],
  ['routes of the wrong kind', many({ routes: 'a' })],
  ['no rows', one({ match: true, each: [] })],
  ['both kinds of patterns', { ...one({ match: true }), patterns: 'rules' }],
  ['nothing to test', { pattern: {} }],
  ['no pattern', { tests: [{ name: 'x', event: {}, match: true }] }],
  ['tests of a pattern that must be refused', { ...one({ match: true }), invalid: ['empty-object'] }],
  ['refused patterns', { patterns: { a: {} }, invalid: ['empty-object'] }],
  ['a list', [one({ match: true })]],
];

test.each([
  ['suites with their rows written out', expandedSchema],
  ['config files', configSchema(() => ['a', 'b'])],
])('the schema of %s, which a run does not validate, is valid by the draft', (_, schema) => {
  expect(new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).validateSchema(schema)).toBe(true);
});

describe('the schema and the run agree', () => {
  test.each(good)('on %s', async (_, suite) => {
    const text = JSON.stringify(suite);
    expect([validate(JSON.parse(text)), validateInEditor(JSON.parse(text))]).toEqual([true, true]);
    expect(await runSuite(text, { name: 's.eb-test.json' })).toMatchObject({ code: 0, err: '' });
  });

  test.each(bad)('against %s', async (_, suite) => {
    const text = JSON.stringify(suite);
    expect([validate(JSON.parse(text)), validateInEditor(JSON.parse(text))]).toEqual([false, false]);
    expect((await runSuite(text, { name: 's.eb-test.json' })).code).toBe(2);
  });

  test.each([
    ['an operator that does not exist', one({ match: true }), { source: [{ prefx: 'a' }] }],
    ['a field without a list', one({ match: true }), { source: 'a' }],
  ])('in editors also against %s', async (_, suite, pattern) => {
    const text = JSON.stringify({ ...suite, pattern });
    expect(validateInEditor(JSON.parse(text))).toBe(false);
    expect((await runSuite(text, { name: 's.eb-test.json' })).code).toBe(2);
    const several = { ...many({ routes: [] }), patterns: { a: pattern } };
    expect(validateInEditor(several)).toBe(false);
    expect(validateInEditor({ pattern, invalid: ['unknown-operator'] })).toBe(true);
  });

  test.each(dialects)('in editors on every pattern of $name', ({ name }) => {
    fc.assert(
      fc.property(filterPattern(name as DialectName), (text) => {
        const suite = { ...one({ match: true }), pattern: JSON.parse(text) };
        expect(validateInEditor(suite), text).toBe(true);
        expect(validateInEditor({ ...suite, dialect: name }), text).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  test('in editors on the operators of the dialect that a suite names', () => {
    const wildcard = { ...one({ match: true }), pattern: { source: [{ wildcard: 'a*' }] } };
    expect(['aws', 'aliyun', undefined].map((dialect) => validateInEditor({ ...wildcard, dialect }))).toEqual([
      true,
      false,
      true,
    ]);
    const contains = { ...one({ match: true }), pattern: { source: [{ contains: 'a' }] } };
    expect(['aws', 'aliyun'].map((dialect) => validateInEditor({ ...contains, dialect }))).toEqual([false, true]);
  });

  test('except on a missing verdict, which --update writes', async () => {
    expect(validate(one({}))).toBe(true);
    expect((await runSuite(JSON.stringify(one({})), { name: 's.eb-test.json' })).code).toBe(2);
  });
});
