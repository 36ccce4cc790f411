/** The shape of a suite of tests: what `eb-pattern schema suite` prints, and what each suite is checked with. */
import { catalogue, dialects } from '../../index.ts';

const event = {
  type: ['object', 'string'],
  description: 'A map, JSON text that begins with `{`, or the name of a file, relative to the suite.',
};

const pointers = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', pattern: '^(/.*)?$' },
};

const test = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'match'],
  properties: {
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
    match: { type: 'boolean', description: 'Whether the event matches the pattern.' },
    fails: {
      ...pointers,
      description: 'For an event that does not match: JSON pointers into the pattern. Exactly these fields must fail.',
    },
  },
};

export const suiteSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Suite of eb-pattern',
  description: 'Tests of one pattern: a file whose name ends in .eb-test.yaml, .eb-test.yml or .eb-test.json.',
  type: 'object',
  additionalProperties: false,
  required: ['pattern'],
  oneOf: [{ required: ['tests'] }, { required: ['invalid'] }],
  properties: {
    $schema: { type: 'string' },
    pattern: {
      type: ['object', 'string'],
      description:
        'A map, JSON text that begins with `{`, or the name of a file, relative to the suite, perhaps with #address.',
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
      items: { enum: Object.keys(catalogue) },
      description: 'Instead of tests: the pattern must be refused, with exactly these codes of errors.',
    },
  },
} as const;
