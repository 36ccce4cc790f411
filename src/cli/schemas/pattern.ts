/** The JSON Schema of patterns for editors: it accepts what `patternSchema` accepts, with messages, snippets and descriptions. */
import { type Dialect, type DialectName, type JsonSchema, operatorNames, patternSchema } from '../../index.ts';
import { foreignKeys } from '../../pattern/fix/foreign-keys.ts';
import { annotated } from './annotate.ts';
import { type Base, baseOf, described } from './base.ts';
import { CheckerWords } from './checker-words.ts';
import { Conditions } from './conditions.ts';
import { oneOfNames, refuse, typed, unless, when, withoutMember } from './refusal.ts';

const CONDITIONS = { $ref: '#/$defs/conditions' };
const FIELDS = { $ref: '#/$defs/fields' };

/** @throws TypeError for a dialect that does not exist */
export function editorPatternSchema(dialect: DialectName | Dialect, extensions: readonly string[] = []): JsonSchema {
  const plain = patternSchema(dialect, { extensions });
  // Names and operators have no messages of their own where fields stand anywhere.
  if (plain.properties === undefined) return annotated(plain);
  const base = baseOf(dialect, extensions);
  const { $schema, title, description } = base;
  const words = new CheckerWords(dialect);
  const conditions = new Conditions(dialect, base, words);
  const field = typed(['array', 'object'], words.expected({ data: { a: 1 } }), {
    ...described('A field below `data`: a list of conditions, of which one must hold, or an object of fields.'),
    defaultSnippets: conditions.lists(),
    ...when({ type: 'array' }, CONDITIONS, FIELDS),
  });
  return {
    $schema,
    title,
    ...described(description),
    defaultSnippets: [{ label: '{"source": []}', body: { source: ['$1'] } }],
    ...attributes(base, words),
    ...when({ type: 'string' }, refuse(words.of('{}')), typed('object', words.expected([]))),
    $defs: { fields: fields(base, words), field, ...conditions.definitions() },
  };
}

function attributes({ properties, additionalProperties }: Base, words: CheckerWords): JsonSchema {
  const known = Object.fromEntries(Object.keys(properties).map((name) => [name, attribute(name, words)]));
  // Operators, and names of other event buses, where an attribute belongs.
  const wrong = [...operatorNames, ...foreignKeys.keys()]
    .filter((name) => known[name] === undefined)
    .map((name) => [name, words.of({ [name]: { source: ['x'] } })] as const);
  if (additionalProperties === false) {
    return {
      properties: known,
      patternProperties: { [oneOfNames(wrong.map(([name]) => name))]: true },
      additionalProperties: false,
      errorMessage: `${words.about('x', { x: ['x'] })}; the attributes are ${Object.keys(known).join(', ')}`,
      allOf: wrong.map(([name, message]) => withoutMember(name, message)),
    };
  }
  return {
    properties: { ...known, ...Object.fromEntries(wrong.map(([name, message]) => [name, suspicious(message)])) },
    additionalProperties: typed('array', OTHER_ATTRIBUTE, { allOf: [CONDITIONS] }),
  };
}

const OTHER_ATTRIBUTE = 'the value of an attribute is an array of conditions; only `data` holds objects of fields';

function attribute(name: string, words: CheckerWords): JsonSchema {
  if (name === 'data') {
    const about = described('The fields of the payload: objects nest, and each leaf is a list of conditions.');
    return typed('object', words.expected({ data: 1 }), { ...about, allOf: [FIELDS] });
  }
  const about = described(`The attribute \`${name}\` of the event: a list of conditions, of which one must hold.`);
  return typed('array', words.expected({ [name]: 'x' }), { ...about, allOf: [CONDITIONS] });
}

/** A name that is accepted with a warning; with anything but conditions it is refused. */
function suspicious(message: string): JsonSchema {
  return {
    doNotSuggest: true,
    ...when({ type: 'array' }, { deprecationMessage: message, allOf: [CONDITIONS] }, typed('array', message)),
  };
}

function fields({ $defs }: Base, words: CheckerWords): JsonSchema {
  const { propertyNames } = $defs.fields;
  const unreadable = (): JsonSchema => ({
    propertyNames: { ...propertyNames, errorMessage: words.about('a..b', { data: { 'a..b': ['x'] } }) },
  });
  return {
    additionalProperties: { $ref: '#/$defs/field' },
    ...(propertyNames === undefined ? {} : unreadable()),
    ...unless({ minProperties: 1 }, words.of({ data: {} })),
  };
}
