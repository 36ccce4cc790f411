/** The JSON Schemas of the language, for validators and for editors, agree with the parser. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorPatternSchema } from '../../src/cli/schemas/pattern.ts';
import { aliyun, type Code, type Dialect, type DialectName, parsePattern, patternSchema } from '../../src/index.ts';
import { brokenPattern, filterPattern } from '../support/arbitraries.ts';
import { AWS_FILES, readConformance } from '../support/conformance.ts';
import { runs } from '../support/runs.ts';

/**
 * Errors that no schema of JSON values can see. `duplicate-name`, `empty-text` and `invalid-json` concern the text, which parsing removes;
 * `too-deep` counts levels, which a recursive schema does not. `not-json-value` concerns objects in memory.
 */
const BEYOND: readonly Code[] = [
  'duplicate-name',
  'empty-text',
  'invalid-json',
  'too-deep',
  'too-large',
  'not-json-value',
];

// A number such as 1e400 is JSON, and becomes Infinity when it is parsed.
const OPTIONS = { strict: true, allowUnionTypes: true, strictNumbers: false, validateSchema: true } as const;

function validator(dialect: DialectName | Dialect, extensions: readonly string[] = []) {
  return new Ajv2020(OPTIONS).compile(patternSchema(dialect, { extensions }));
}

function editorValidator(dialect: DialectName, extensions: readonly string[] = []) {
  // The type that a branch of an `if` is for is in the condition.
  const ajv = new Ajv2020({ ...OPTIONS, strictTypes: false, strictRequired: false, strictTuples: false });
  ajv.addVocabulary(['errorMessage', 'markdownDescription', 'defaultSnippets', 'doNotSuggest', 'deprecationMessage']);
  return ajv.compile(editorPatternSchema(dialect, extensions));
}

const VALIDATORS = { validators: validator, editors: editorValidator };

describe.each([
  ['aliyun', 'validators'],
  ['aliyun', 'editors'],
  ['rocketmq', 'validators'],
  ['rocketmq', 'editors'],
] as const)('the schema of %s for %s', (dialect, readers) => {
  const validatorOf = VALIDATORS[readers];
  const validate = validatorOf(dialect);

  it('accepts exactly the patterns that the parser accepts, as far as structure goes', () => {
    let refused = 0;
    let all = 0;
    fc.assert(
      fc.property(fc.oneof(filterPattern(dialect), { weight: 2, arbitrary: brokenPattern(dialect) }), (text) => {
        const errors = parsePattern(text, { dialect }).diagnostics.filter(({ severity }) => severity === 'error');
        const structural = errors.filter(({ code }) => !BEYOND.includes(code));
        fc.pre(errors.length === structural.length || structural.length > 0);
        all++;
        if (structural.length > 0) refused++;
        expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(structural.length === 0);
      }),
      { numRuns: runs(3000) },
    );
    expect(refused / all).toBeGreaterThan(0.3);
    expect(refused / all).toBeLessThan(0.8);
  });

  it('accepts a pattern with warnings', () => {
    expect(validate({ source: ['a', 'a'], data: { n: [{ numeric: ['=', 0.12345678] }] } })).toBe(true);
  });

  it.each(['[]', 'null', '"{}"', '5'])('refuses %s, as the finding pattern-not-object does', (text) => {
    expect(validate(JSON.parse(text))).toBe(false);
  });

  it('accepts declared extensions as attributes', () => {
    const pattern = { custom: ['a'] };
    expect(validate(pattern)).toBe(dialect === 'aliyun');
    expect(validatorOf(dialect, ['custom'])(pattern)).toBe(true);
    expect(validatorOf(dialect, ['custom'])({ custom: 'a' })).toBe(false);
  });

  it('accepts a declared extension with the name of an operator or of another bus', () => {
    const validate = validatorOf(dialect, ['prefix', 'region']);
    expect(validate({ prefix: ['a'], region: ['b'] })).toBe(true);
    expect(validate({ prefix: 'a' })).toBe(false);
  });
});

it('of rocketmq accepts a block with leading zeros', () => {
  const pattern = { data: { ip: [{ cidr: '010.0.0.0/8' }] } };
  expect(parsePattern(pattern, { dialect: 'rocketmq' }).pattern).toBeDefined();
  expect(validator('rocketmq')(pattern)).toBe(true);
  expect(parsePattern(pattern).pattern).toBeUndefined();
  expect(validator('aliyun')(pattern)).toBe(false);
});

it('of a custom dialect follows its rules', () => {
  const dialect: Dialect = {
    ...aliyun,
    name: 'mine',
    rules: { ...aliyun.rules, 'anything-but suffix': 'refused', contains: 'refused' },
  };
  for (const condition of [
    { 'anything-but': { suffix: 'a' } },
    { 'anything-but': { prefix: 'a' } },
    { contains: 'a' },
  ]) {
    const pattern = { source: [condition] };
    expect(validator(dialect)(pattern)).toBe(parsePattern(pattern, { dialect }).pattern !== undefined);
    expect(validator('aliyun')(pattern)).toBe(true);
  }
});

it('is that of the default dialect when none is named, and states its dialect', () => {
  expect(patternSchema()).toEqual(patternSchema('aliyun'));
  expect(patternSchema('rocketmq')).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'FilterPattern (rocketmq)',
  });
  expect(() => patternSchema('constructor' as DialectName)).toThrow(TypeError);
});

describe('the schema of aws', () => {
  const validate = validator('aws');
  /** Errors that this schema does not see, besides. */
  const unseen: readonly Code[] = [
    ...BEYOND,
    'block-syntax',
    'number-not-comparable',
    'operator-in-branch',
    'too-many-combinations',
    'too-many-paths',
    // The order of bounds, and the second reading of `$or`.
    'numeric-order',
    'or-not-branches',
  ];
  // Every third, and all of them in a full run.
  const lines = AWS_FILES.flatMap(([file]) => readConformance(file)).filter(
    (_, i) => process.env.EB_PATTERN_RUNS === '1' || i % 3 === 0,
  );

  it('accepts the patterns of the conformance data that the parser accepts, and refuses those of a wrong structure', () => {
    const wrong = { accepted: [] as string[], refused: [] as string[] };
    let refused = 0;
    for (const { pattern } of lines) {
      const { diagnostics } = parsePattern(pattern, { dialect: 'aws' });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      if (errors.some(({ code }) => unseen.includes(code))) continue;
      if (errors.length > 0) refused++;
      const isValid = validate(JSON.parse(pattern));
      if (isValid && errors.length > 0) wrong.accepted.push(`${errors[0]?.code}: ${pattern}`);
      if (!isValid && errors.length === 0) wrong.refused.push(pattern);
    }
    expect(wrong).toEqual({ accepted: [], refused: [] });
    expect(refused).toBeGreaterThan(lines.length / 20);
  });
});
