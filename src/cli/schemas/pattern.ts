/** The JSON Schema of patterns for editors: it accepts what `patternSchema` accepts, with messages, snippets and descriptions. */
import { type Dialect, type DialectName, dialects, type JsonSchema, operatorNames } from '../../index.ts';
import { foreignKeys } from '../../pattern/fix/foreign-keys.ts';
import { type Base, baseOf, described } from './base.ts';
import { CheckerWords } from './checker-words.ts';
import { Conditions } from './conditions.ts';
import { oneOfNames, refuse, typed, unless, when, withoutMember } from './refusal.ts';
import type { Snippet } from './snippets.ts';

const CONDITIONS = { $ref: '#/$defs/conditions' };
const FIELDS = { $ref: '#/$defs/fields' };
const FIELD = { $ref: '#/$defs/field' };
const BRANCHES = '[{}, {}]';

/** @throws TypeError for a dialect that does not exist */
export function editorPatternSchema(dialect: DialectName | Dialect, extensions: readonly string[] = []): JsonSchema {
  const base = baseOf(dialect, extensions);
  const { $schema, title, description } = base;
  const words = new CheckerWords(dialect);
  const conditions = new Conditions(dialect, base, words);
  // Fields stand anywhere where the whole pattern is an object of them.
  const isAnywhere = base.properties === undefined;
  const place = isAnywhere ? 'A field' : 'A field below `data`';
  const field = typed(['array', 'object'], words.expected({ data: { a: 1 } }), {
    ...described(`${place}: a list of conditions, of which one must hold, or an object of fields.`),
    defaultSnippets: conditions.lists(),
    ...when({ type: 'array' }, CONDITIONS, FIELDS),
  });
  return {
    $schema,
    title,
    ...described(description),
    defaultSnippets: [{ label: '{"source": []}', body: { source: ['$1'] } }],
    ...(isAnywhere ? {} : attributes(base, words)),
    ...when(
      { type: 'string' },
      refuse(words.of('{}')),
      typed(
        'object',
        words.expected([]),
        isAnywhere ? knownMembers(dialect, extensions, base, words, conditions.lists()) : {},
      ),
    ),
    $defs: {
      fields: fields(base, words),
      field,
      ...(base.$defs.fields.properties === undefined ? {} : { disjunction: disjunction(words) }),
      ...conditions.definitions(),
    },
  };
}

/** The members of events of the service, which any other names may stand beside. */
function knownMembers(
  dialect: DialectName | Dialect,
  extensions: readonly string[],
  base: Base,
  words: CheckerWords,
  lists: readonly Snippet[],
): JsonSchema {
  const { keys, payload } =
    typeof dialect === 'string' ? (dialects.find(({ name }) => name === dialect) as Dialect) : dialect;
  const member = (name: string): JsonSchema => ({
    ...described(
      name === payload
        ? 'The fields of the payload: objects nest, and each leaf is a list of conditions.'
        : `The member \`${name}\` of the event: a list of conditions, of which one must hold.`,
    ),
    ...typed(['array', 'object'], words.expected({ data: { a: 1 } })),
    ...when({ type: 'array' }, CONDITIONS, FIELDS),
    defaultSnippets: name === payload ? [{ label: '{}', body: { $1: ['$2'] } }] : lists,
  });
  const { properties, ...rest } = fields(base, words);
  const known = Object.fromEntries([...keys, ...extensions].map((name) => [name, member(name)]));
  return { ...rest, properties: { ...known, ...(properties as Base['properties']) } };
}

/** `$or`: a list of branches, or an ordinary field, which is read where the value is no such list. */
function disjunction(words: CheckerWords): JsonSchema {
  const branches = {
    ...unless({ minItems: 2 }, words.of({ $or: [{ a: ['x'] }] })),
    items: typed('object', words.of({ $or: [{ a: ['x'] }, 5, { b: 1 }] }), { allOf: [FIELDS] }),
  };
  return typed(['array', 'object'], words.of({ $or: 1 }), {
    ...described('Alternatives, of which one must hold: a list of at least two objects of fields.'),
    defaultSnippets: [{ label: BRANCHES, body: [{ $1: ['$2'] }, { $3: ['$4'] }] }],
    ...when({ type: 'object' }, FIELDS, when(CONDITIONS, {}, branches)),
  });
}

function attributes({ properties = {}, additionalProperties }: Base, words: CheckerWords): JsonSchema {
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
  const { propertyNames, properties } = $defs.fields;
  const unreadable = (): JsonSchema => ({
    propertyNames: { ...propertyNames, errorMessage: words.about('a..b', { data: { 'a..b': ['x'] } }) },
  });
  return {
    additionalProperties: FIELD,
    ...(properties === undefined ? {} : { properties: { $or: { $ref: '#/$defs/disjunction' } } }),
    ...(propertyNames === undefined ? {} : unreadable()),
    ...unless({ minProperties: 1 }, words.of({ data: {} })),
  };
}
