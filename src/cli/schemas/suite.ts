/** The JSON Schema of suites for editors: it accepts what `suiteSchema` accepts, if the patterns in it are valid. */
import { aliyun, aws, type Dialect, type JsonSchema } from '../../index.ts';
import { suiteSchema } from '../../suite/schema.ts';
import { annotated } from './annotate.ts';
import { editorPatternSchema } from './pattern.ts';
import { refuse, unless, when } from './refusal.ts';

/** Accepts the patterns of the related dialects. */
const RELATED: Dialect = { ...aliyun, rules: { ...aliyun.rules, 'cidr-zeros': 'decimal' } };

const PATTERN = { $ref: '#/$defs/pattern' };
const AWS = { $ref: '#/$defs/aws-pattern' };

/** In a suite without a dialect, which may be a setting: as the related dialects read it, or else as aws does. */
const ANY = when(PATTERN, PATTERN, when(AWS, AWS, PATTERN));

export function editorSuiteSchema(): JsonSchema {
  // The alternatives of a suite and of a test become conditions, whose messages name the member.
  const { oneOf: _, ...suite } = suiteSchema;
  const { tests } = suite.properties;
  const [plain, withRows] = tests.items.anyOf;
  const { $schema: _schema, title: _title, $defs, ...pattern } = editorPatternSchema(RELATED);
  const { $schema: _also, title: _its, $defs: awsDefs, ...awsPattern } = prefixed(editorPatternSchema(aws), 'aws-');
  const schema = annotated({
    ...suite,
    defaultSnippets: [{ label: 'a suite', body: { pattern: '$1', tests: [TEST] } }],
    properties: {
      ...suite.properties,
      tests: {
        ...tests,
        items: {
          ...when({ required: ['each'] }, withRows, plain),
          defaultSnippets: [
            { label: 'a test', description: 'One event and the verdict.', body: TEST },
            {
              label: 'a test with rows',
              description: 'One test for each row.',
              body: { name: '$1', event: {}, match: '^$2', each: [{}] },
            },
          ],
        },
      },
    },
    allOf: [
      unless(eitherOf('pattern', 'patterns'), 'a suite needs a `pattern`, or `patterns` that events are routed by'),
      unless(eitherOf('tests', 'invalid'), 'the suite tests nothing: it has neither `tests` nor `invalid`'),
      notBoth('pattern', 'patterns', 'a suite has `pattern` or `patterns`, not both'),
      notBoth('tests', 'invalid', 'a suite has `tests` or `invalid`, not both'),
      notBoth('invalid', 'patterns', '`invalid` is for one `pattern`, and this suite has `patterns`'),
    ],
  });
  return {
    ...schema,
    // The pattern of a suite with `invalid` must be refused.
    ...when(
      { required: ['invalid'] },
      {},
      when(withDialect(aws.name), patterns(AWS), when({ required: ['dialect'] }, patterns(PATTERN), patterns(ANY))),
    ),
    // A text is a pattern as JSON, or the name of a file.
    $defs: {
      ...($defs as JsonSchema),
      ...(awsDefs as JsonSchema),
      pattern: when({ type: 'object' }, pattern),
      'aws-pattern': when({ type: 'object' }, awsPattern),
    },
  };
}

function withDialect(name: string): JsonSchema {
  return { properties: { dialect: { const: name } }, required: ['dialect'] };
}

function patterns(pattern: JsonSchema): JsonSchema {
  return { properties: { pattern, patterns: { additionalProperties: pattern } } };
}

/** The same schema with other names of its definitions. */
function prefixed(schema: JsonSchema, prefix: string): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', `"#/$defs/${prefix}`);
  const { $defs, ...rest } = JSON.parse(text) as JsonSchema;
  const renamed = Object.entries($defs as JsonSchema).map(([name, one]) => [prefix + name, one]);
  return { ...rest, $defs: Object.fromEntries(renamed) };
}

const TEST = { name: '$1', event: {}, match: '^$2' };

function eitherOf(one: string, other: string): JsonSchema {
  return { anyOf: [{ required: [one] }, { required: [other] }] };
}

function notBoth(one: string, other: string, message: string): JsonSchema {
  return when({ type: 'object', required: [one, other] }, refuse(message));
}
