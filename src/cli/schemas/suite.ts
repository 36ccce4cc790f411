/** The JSON Schema of suites for editors: it accepts what `suiteSchema` accepts, if the patterns in it are valid. */
import { aliyun, type Dialect, type JsonSchema } from '../../index.ts';
import { suiteSchema } from '../../suite/schema.ts';
import { annotated } from './annotate.ts';
import { editorPatternSchema } from './pattern.ts';
import { refuse, unless, when } from './refusal.ts';

/** Accepts the patterns of every dialect: that of a suite may be a setting. */
const ANY_DIALECT: Dialect = { ...aliyun, rules: { ...aliyun.rules, 'cidr-zeros': 'decimal' } };

const PATTERN = { $ref: '#/$defs/pattern' };

export function editorSuiteSchema(): JsonSchema {
  // The alternatives of a suite and of a test become conditions, whose messages name the member.
  const { oneOf: _, ...suite } = suiteSchema;
  const { tests } = suite.properties;
  const [plain, withRows] = tests.items.anyOf;
  const { $schema: _schema, title: _title, $defs, ...pattern } = editorPatternSchema(ANY_DIALECT);
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
      { properties: { pattern: PATTERN, patterns: { additionalProperties: PATTERN } } },
    ),
    // A text is a pattern as JSON, or the name of a file.
    $defs: { ...($defs as JsonSchema), pattern: when({ type: 'object' }, pattern) },
  };
}

const TEST = { name: '$1', event: {}, match: '^$2' };

function eitherOf(one: string, other: string): JsonSchema {
  return { anyOf: [{ required: [one] }, { required: [other] }] };
}

function notBoth(one: string, other: string, message: string): JsonSchema {
  return when({ type: 'object', required: [one, other] }, refuse(message));
}
