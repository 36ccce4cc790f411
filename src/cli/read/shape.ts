/** Checks plain values with a JSON Schema and says in plain words what is wrong. It knows no schema, and no file. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { nearest, type Range } from '../../index.ts';
import { memberNamed } from '../../suite/members.ts';
import type { Problem } from '../failure.ts';
import { nodeAt, problemAt, type SourceDocument } from './document.ts';

/** How the messages speak of a schema. */
export interface Words {
  /** What the value at a pointer is called: `a suite`. Undefined for what goes by the name of its member. */
  owner(pointer: string): string | undefined;
  /** What to say of the members that a map may have, where a list of them would be too long. */
  known?(pointer: string): string | undefined;
  /** Instead of the common message; undefined where that one says it. `what` is what the value is called. */
  message?(error: ErrorObject, what: string): string | undefined;
}

/** Where a value is, or its member of a name, with what is wrong there. */
export type Locate = (pointer: string, message: string, name?: string) => Problem;

export class Shape {
  private readonly schema: object;
  private readonly words: Words;
  /** Compiled when something is checked: that takes longer than most checks. */
  private validate: ReturnType<Ajv2020['compile']> | undefined;

  constructor(schema: object, words: Words) {
    this.schema = schema;
    this.words = words;
  }

  /** One problem for each thing that is wrong, in the order of the file. */
  problems(value: unknown, locate: Locate): readonly Problem[] {
    this.validate ??= new Ajv2020({
      allErrors: true,
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      verbose: true,
      // The schemas are ours, and a test holds them against the draft: here it would take longer than all else.
      validateSchema: false,
    }).compile(this.schema);
    if (this.validate(value)) return [];
    return (
      withoutEchoes(this.validate.errors ?? [])
        // The branches of `oneOf` only repeat what its own error says.
        .filter(({ schemaPath }) => !schemaPath.startsWith('#/oneOf/'))
        .map((error) => {
          if (error.keyword !== 'additionalProperties') return locate(error.instancePath, this.message(error));
          const name = String(error.params.additionalProperty);
          return locate(error.instancePath, this.unknownMember(error, name), name);
        })
        .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    );
  }

  private unknownMember(error: ErrorObject, name: string): string {
    const list = membersOf(error).filter((member) => member !== '$schema');
    const meant = meantMember(error);
    const known = this.words.known?.(error.instancePath) ?? `it may have ${list.join(', ')}`;
    const hint = meant === undefined ? known : `did you mean \`${meant}\`?`;
    return `${this.nameOf(error.instancePath)} has no member \`${name}\`; ${hint}`;
  }

  private nameOf(pointer: string): string {
    const isItem = /\/[0-9]+$/.test(pointer);
    return this.words.owner(pointer) ?? `${isItem ? 'an item of ' : ''}\`${memberName(pointer)}\``;
  }

  private message(error: ErrorObject): string {
    const { keyword, params, instancePath, data } = error;
    const what = this.nameOf(instancePath);
    const own = this.words.message?.(error, what);
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
}

/** Places in a file. */
export function inDocument(document: SourceDocument): Locate {
  return (pointer, message, name) => {
    const node = nodeAt(document.root, pointer)?.node;
    const member = node?.kind === 'object' && name !== undefined ? memberNamed(node, name) : undefined;
    const range: Range = member?.nameRange ?? node?.range ?? { start: 0, end: 0 };
    return problemAt(document, range, message);
  };
}

/** For `enum`: `head` says what there is. */
export function notOneOf(head: string, { data, params }: ErrorObject): string {
  const meant = typeof data === 'string' ? nearest(data, params.allowedValues as readonly string[]) : undefined;
  return `${head}, not \`${String(data)}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
}

/** The innermost name on the way to a value; items of a list have none of their own. */
export function memberName(pointer: string): string {
  return pointer.split('/').findLast((part) => !/^[0-9]+$/.test(part)) ?? '';
}

/** A misspelt member is missing under its right name as well: that is said once. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const meant = new Set(errors.map((error) => `${error.instancePath} ${meantMember(error)}`));
  // What is no map at all is not said to lack members.
  const wrongKind = new Set(errors.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  return errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === 'required') return !meant.has(`${instancePath} ${params.missingProperty}`);
    return keyword === 'type' || !wrongKind.has(instancePath);
  });
}

function meantMember(error: ErrorObject): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  return nearest(String(error.params.additionalProperty), membersOf(error));
}

function membersOf({ parentSchema }: ErrorObject): readonly string[] {
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
