/** What is wrong with a value by its JSON Schema, in plain words. It knows no schema, and no validator. */
import { nearest } from '../index.ts';

/** An error as ajv gives it. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer. */
  readonly instancePath: string;
  // biome-ignore lint/suspicious/noExplicitAny: it depends on the keyword
  readonly params: Record<string, any>;
  // biome-ignore lint/suspicious/noExplicitAny: as ajv has it
  readonly parentSchema?: { readonly [keyword: string]: any };
  /** The value there. */
  readonly data?: unknown;
  readonly message?: string;
}

export interface PlacedMessage {
  readonly pointer: string;
  readonly message: string;
  /** Of the member of what is there. */
  readonly name?: string;
}

/** How the messages speak of a schema. */
export interface Words {
  /** What the value at a pointer is called: `a suite`. Undefined for what goes by the name of its member. */
  owner(pointer: string): string | undefined;
  /** What to say of the members that a map may have, where a list of them would be too long. */
  known?(pointer: string): string | undefined;
  /** Instead of the common message; undefined where that one says it. `what` is what the value is called. */
  message?(error: SchemaError, what: string): string | undefined;
}

/** One for each thing that is wrong. */
export function schemaProblems(errors: readonly SchemaError[], words: Words): readonly PlacedMessage[] {
  return withoutEchoes(errors).map((error) => {
    const { instancePath: pointer, keyword, params } = error;
    if (keyword !== 'additionalProperties') return { pointer, message: sentence(error, words) };
    const name = String(params.additionalProperty);
    return { pointer, message: unknownMember(error, name, words), name };
  });
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
  const { keyword, params, instancePath, data } = error;
  const what = nameOf(instancePath, words);
  const own = words.message?.(error, what);
  if (own !== undefined) return own;
  switch (keyword) {
    case 'required':
      return `${what} needs a \`${String(params.missingProperty)}\``;
    case 'type': {
      const kinds = [params.type].flat().map((kind: string) => KINDS[kind] ?? kind);
      return `${what} is ${kinds.join(' or ')}, not ${kindOf(data)}`;
    }
    case 'enum':
      return notOneOf(`${what} is one of ${(params.allowedValues as readonly string[]).join(', ')}`, error);
    case 'minItems':
      return `${what} is empty; leave it out`;
    case 'minLength':
      return `${what} is empty`;
    case 'uniqueItems':
      return `${what} holds the same item twice`;
    default:
      return `${what} ${error.message ?? 'is wrong'}`;
  }
}

/** For a value that `enum` does not list; `head` begins the sentence, such as `a is one of b, c`. */
export function notOneOf(head: string, { data, params }: SchemaError): string {
  const meant = typeof data === 'string' ? nearest(data, params.allowedValues as readonly string[]) : undefined;
  return `${head}, not \`${String(data)}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
}

/** The innermost name on the way to a value; items of a list have none of their own. */
export function memberName(pointer: string): string {
  return pointer.split('/').findLast((part) => !/^[0-9]+$/.test(part)) ?? '';
}

/** A misspelt member is missing under its right name as well: that is said once. */
function withoutEchoes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const meant = new Set(errors.map((error) => `${error.instancePath} ${meantMember(error)}`));
  // What is no map at all is not said to lack members.
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

function membersOf({ parentSchema }: SchemaError): readonly string[] {
  return Object.keys(parentSchema?.properties ?? {});
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
