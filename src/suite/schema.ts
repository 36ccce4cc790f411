/** The JSON Schemas of suites: of files, and of expanded suites, with which they are checked. */
import { catalogue, dialects } from '../index.ts';

const event = {
  type: ['object', 'string'],
  description: 'A map, JSON text that begins with `{`, or the name of a file, relative to the suite.',
};

const pattern = {
  type: ['object', 'string'],
  description:
    'A map, JSON text that begins with `{`, or the name of a file, relative to the suite, perhaps with #address.',
};

const pointers = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', pattern: '^(/.*)?$' },
};

const ids = { type: 'array', uniqueItems: true, items: { type: 'string', minLength: 1 } };

const members = {
  name: { type: 'string', minLength: 1, description: 'One sentence about behaviour; no two tests have the same.' },
  event: { ...event, description: `The event of this test. ${event.description}` },
  with: {
    type: 'object',
    description:
      'Changes to the event of `base`: objects are merged member by member, anything else is replaced, null included.',
  },
  remove: {
    ...pointers,
    description: 'JSON pointers into the event of `base`; they are removed before `with` is merged.',
  },
  match: {
    type: 'boolean',
    description:
      'Of a suite with `pattern`: whether the event matches it. `test --update` writes it where it is missing.',
  },
  fails: {
    ...pointers,
    description: 'For an event that does not match: JSON pointers into the pattern. Exactly these fields must fail.',
  },
  routes: {
    type: ['array', 'object'],
    uniqueItems: true,
    items: ids.items,
    additionalProperties: false,
    minProperties: 1,
    properties: {
      includes: { ...ids, description: 'Patterns that the event reaches, perhaps with others.' },
      excludes: { ...ids, description: 'Patterns that it does not reach.' },
    },
    description:
      'Of a suite with `patterns`: the ids of exactly the patterns that the event reaches, in any order, perhaps none. `test --update` writes it where it is missing.',
  },
  only: { type: 'boolean', description: 'Run no tests but those that say so: while working on them.' },
  skip: { type: 'string', minLength: 1, description: 'Do not run this test, and why.' },
};

/** The members of a test, which its rows may set too. */
export const TEST_MEMBERS: readonly string[] = Object.keys(members);

const test = { type: 'object', additionalProperties: false, required: ['name'], properties: members };

const suite = {
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    pattern: { ...pattern, description: `The pattern that is tested. ${pattern.description}` },
    patterns: {
      type: ['object', 'string'],
      additionalProperties: pattern,
      minProperties: 1,
      minLength: 1,
      description:
        'Instead of `pattern`, the patterns that events are routed by: a folder, a glob or a file, relative to the suite, or a map from ids to patterns.',
    },
    dialect: { enum: dialects.map(({ name }) => name), description: 'Stronger than the flag --dialect.' },
    extensions: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: 'Extension attributes that events carry. Stronger than the flag --extension.',
    },
    base: { ...event, description: `An event that tests change by \`with\` and \`remove\`. ${event.description}` },
    tests: { type: 'array', minItems: 1, items: test },
    invalid: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      // Without a type, ajv compares each item with each other one.
      items: { type: 'string', enum: Object.keys(catalogue) },
      description: 'Instead of tests: the pattern must be refused, with exactly these codes of errors.',
    },
  },
};

/**
 * The schema of a suite after its rows are expanded; it has `each` only as a suggestion for misspelt members. rules.ts checks the rest,
 * with better messages.
 */
export const expandedSchema = {
  ...suite,
  properties: {
    ...suite.properties,
    tests: { ...suite.properties.tests, items: { ...test, properties: { ...members, each: {} } } },
  },
};

const placeholder = { type: 'string', pattern: '<[A-Za-z_][A-Za-z0-9_-]*>' };

/** A test with rows: the rows may set any member, and any value may be a placeholder. */
const parametrised = {
  type: 'object',
  additionalProperties: false,
  required: ['each'],
  properties: {
    ...Object.fromEntries(
      Object.entries(members).map(([name, { description, ...member }]) => [
        name,
        name === 'name' ? { ...member, description } : { description, anyOf: [loosened(member), placeholder] },
      ]),
    ),
    each: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', minProperties: 1 },
      description:
        'Rows, each of which makes one test. A row gives values for `<placeholder>`s in the other members, or has members of a test in their place.',
    },
  },
};

/** Without the rules for items, which may have placeholders. */
function loosened(member: object): object {
  return 'items' in member ? { ...member, items: { type: 'string' } } : member;
}

export const suiteSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Suite of eb-pattern',
  description: 'Tests of patterns: a file whose name ends in .eb-test.yaml, .eb-test.yml or .eb-test.json.',
  ...suite,
  oneOf: [
    { required: ['pattern', 'tests'] },
    { required: ['pattern', 'invalid'] },
    { required: ['patterns', 'tests'] },
  ],
  properties: {
    ...suite.properties,
    tests: {
      ...suite.properties.tests,
      items: { anyOf: [test, parametrised] },
    },
  },
} as const;
