/** Translates the errors of compiled JSON Schemas to messages, for every document but streams, whose findings have codes. */
import { parsePointer } from '../index.ts';
import { nearest } from '../pattern/suggest.ts';

/** An error of a compiled schema, as ajv gives it. */
export interface ValidatorError {
  readonly keyword: string;
  /** JSON pointer to the value that is wrong. */
  readonly instancePath: string;
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

/** A compiled schema. */
export interface Validator {
  (data: unknown): boolean;
  /** Of the last call. */
  readonly errors?: readonly ValidatorError[] | null;
}

/** The keywords that messages are made from. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

/** An error with the schema and the value at its place. */
export interface SchemaError extends ValidatorError {
  /** The subschema that the value violates. */
  readonly schema: Schema;
  /** The value that is wrong. */
  readonly data: unknown;
}

export interface PlacedMessage {
  readonly pointer: string;
  readonly message: string;
  /** The name of an unknown member of the value at `pointer`. */
  readonly name?: string;
}

/** The words of a kind of document. */
export interface Words {
  /** What messages call the value at a pointer, such as `a suite`. Undefined: the name of its member. */
  owner(pointer: string): string | undefined;
  /** The end of a message about an unknown member, where a list of the members would be too long. */
  known?(pointer: string): string | undefined;
  /** A message instead of the common one, or undefined. `what` is the name of the value. */
  message?(error: SchemaError, what: string): string | undefined;
}

/** One message for each value or member that is wrong. `schema` is the one that `validate` was compiled from. */
export function schemaProblems(
  validate: Validator,
  schema: Schema,
  document: unknown,
  words: Words,
): readonly PlacedMessage[] {
  if (validate(document)) return [];
  const errors = (validate.errors ?? []).map((error) => placed(error, schema, document));
  return withoutEchoes(errors).map((error) => {
    const { instancePath: pointer, keyword, params } = error;
    if (keyword !== 'additionalProperties') return { pointer, message: sentence(error, words) };
    const name = String(params.additionalProperty);
    return { pointer, message: unknownMember(error, name, words), name };
  });
}

function placed(error: ValidatorError, root: Schema, document: unknown): SchemaError {
  let schema: Schema = root;
  let data = document;
  for (const part of parsePointer(error.instancePath) ?? []) {
    schema = schemaOf(schema, part);
    data = (data as Readonly<Record<string, unknown>>)[part];
  }
  return { ...error, schema, data };
}

/** The subschema of a member or an item. */
function schemaOf({ properties = {}, additionalProperties, items = {} }: Schema, part: string): Schema {
  if (Object.hasOwn(properties, part)) return properties[part] ?? {};
  return typeof additionalProperties === 'object' ? additionalProperties : items;
}

function unknownMember(error: SchemaError, name: string, words: Words): string {
  const list = membersOf(error).filter((member) => member !== '$schema');
  const meant = meantMember(error);
  const known = words.known?.(error.instancePath) ?? `it may have ${list.join(', ')}`;
  const hint = meant === undefined ? known : `did you mean \`${meant}\`?`;
  return `${nameOf(error.instancePath, words)} has no member \`${name}\`; ${hint}`;
}

function nameOf(pointer: string, words: Words): string {
  const isItem = /\/[0-9]+$/.test(pointer);
  return words.owner(pointer) ?? `${isItem ? 'an item of ' : ''}\`${memberName(pointer)}\``;
}

function sentence(error: SchemaError, words: Words): string {
  const { keyword, params, instancePath, data, schema } = error;
  const what = nameOf(instancePath, words);
  const own = words.message?.(error, what);
  if (own !== undefined) return own;
  switch (keyword) {
    case 'required':
      return `${what} needs a \`${String(params.missingProperty)}\``;
    case 'type': {
      const kinds = [schema.type ?? []].flat().map((kind) => KINDS[kind] ?? kind);
      return `${what} is ${kinds.join(' or ')}, not ${kindOf(data)}`;
    }
    case 'enum':
      return notOneOf(`${what} is one of ${schema.enum?.join(', ')}`, error);
    case 'minItems':
      return `${what} is empty; leave it out`;
    case 'minLength':
      return `${what} is empty`;
    case 'uniqueItems':
      return `${what} holds the same item twice`;
    default:
      return `${what} is wrong`;
  }
}

/** The message for a value that `enum` does not have; `head` is its beginning, such as `a is one of b, c`. */
export function notOneOf(head: string, { data, schema }: SchemaError): string {
  const meant = typeof data === 'string' ? nearest(data, (schema.enum ?? []).map(String)) : undefined;
  return `${head}, not \`${String(data)}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
}

/** The last member name of a pointer, without indexes of items. */
export function memberName(pointer: string): string {
  return pointer.split('/').findLast((part) => !/^[0-9]+$/.test(part)) ?? '';
}

/** Leaves out errors that follow from another one: a misspelt required member is not also reported as missing. */
function withoutEchoes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const meant = new Set(errors.map((error) => `${error.instancePath} ${meantMember(error)}`));
  // A value of the wrong type is reported for its type only.
  const wrongKind = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  return errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === 'required') return !meant.has(`${instancePath} ${params.missingProperty}`);
    return keyword === 'type' || !wrongKind.has(instancePath);
  });
}

function meantMember(error: SchemaError): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  return nearest(String(error.params.additionalProperty), membersOf(error));
}

function membersOf({ schema }: SchemaError): readonly string[] {
  return Object.keys(schema.properties ?? {});
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  boolean: '`true` or `false`',
  number: 'a number',
  integer: 'a whole number',
};

function kindOf(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a map' : typeof data === 'string' ? 'text' : `\`${String(data)}\``;
}
