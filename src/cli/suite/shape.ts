/** Checks the shape of a suite with its JSON Schema and says in plain words what is wrong. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { nearest, type Range } from '../../index.ts';
import { Failure, type Problem } from '../failure.ts';
import { nodeAt, plainValue, problemAt, type SourceDocument } from '../read/document.ts';
import { suiteSchema } from './schema.ts';

let validate: ReturnType<Ajv2020['compile']> | undefined;

/** @throws Failure with one problem for each thing that is wrong */
export function checkShape(document: SourceDocument): void {
  validate ??= new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
  }).compile(suiteSchema);
  if (validate(plainValue(document.root))) return;
  const errors = withoutEchoes(validate.errors ?? []);
  const problems = errors.map((error) => describe(error, document)).filter((p) => p !== undefined);
  throw new Failure(...problems.sort(inSourceOrder));
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

function meantMember({ keyword, params, parentSchema }: ErrorObject): string | undefined {
  if (keyword !== 'additionalProperties') return undefined;
  return nearest(String(params.additionalProperty), Object.keys(parentSchema?.properties ?? {}));
}

function inSourceOrder(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function describe(error: ErrorObject, document: SourceDocument): Problem | undefined {
  // The branches of `oneOf` only repeat what its own error says.
  if (error.schemaPath.startsWith('#/oneOf/')) return undefined;
  const found = nodeAt(document.root, error.instancePath);
  const at = found?.node.range ?? { start: 0, end: 0 };
  if (error.keyword !== 'additionalProperties') return problemAt(document, at, message(error));
  const name = String(error.params.additionalProperty);
  return problemAt(document, nameRange(document, error.instancePath, name) ?? at, unknownMember(error, name));
}

function nameRange({ root }: SourceDocument, pointer: string, name: string): Range | undefined {
  const node = nodeAt(root, pointer)?.node;
  return node?.kind === 'object' ? node.members.find((member) => member.name === name)?.nameRange : undefined;
}

function unknownMember(error: ErrorObject, name: string): string {
  const { parentSchema, instancePath } = error;
  const known = Object.keys(parentSchema?.properties ?? {}).filter((member) => member !== '$schema');
  const owner = instancePath === '' ? 'a suite' : 'a test';
  const meant = meantMember(error);
  const hint = meant === undefined ? `it may have ${known.join(', ')}` : `did you mean \`${meant}\`?`;
  return `${owner} has no member \`${name}\`; ${hint}`;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  boolean: '`true` or `false`',
};

function message(error: ErrorObject): string {
  const { keyword, params, instancePath, data } = error;
  const member = instancePath.split('/').findLast((part) => !/^[0-9]+$/.test(part)) ?? '';
  const isItem = /\/[0-9]+$/.test(instancePath);
  const what =
    instancePath === ''
      ? 'a suite'
      : instancePath.match(/^\/tests\/[0-9]+$/)
        ? 'a test'
        : `${isItem ? 'an item of ' : ''}\`${member}\``;
  switch (keyword) {
    case 'required':
      return requiredMessage(what, String(params.missingProperty));
    case 'type': {
      const kinds = [params.type].flat().map((kind: string) => KINDS[kind] ?? kind);
      return `${what} is ${kinds.join(' or ')}, not ${kindOf(data)}`;
    }
    case 'enum': {
      const allowed = params.allowedValues as readonly string[];
      const meant = typeof data === 'string' ? nearest(data, allowed) : undefined;
      const list = member === 'invalid' ? 'a code of a finding' : `one of ${allowed.join(', ')}`;
      return `${what} is ${list}, not \`${String(data)}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`;
    }
    case 'minItems':
      return member === 'tests' || member === 'invalid'
        ? `the suite tests nothing: \`${member}\` is empty`
        : `${what} is empty; leave it out`;
    case 'minLength':
      return `${what} is empty`;
    case 'uniqueItems':
      return `${what} holds the same item twice`;
    case 'pattern':
      return `${what} is a JSON pointer, which begins with \`/\``;
    case 'oneOf':
      return (params as { passingSchemas: unknown }).passingSchemas === null
        ? 'the suite tests nothing: it has neither `tests` nor `invalid`'
        : 'a suite has `tests` or `invalid`, not both';
    default:
      return `${what} ${error.message ?? 'is wrong'}`;
  }
}

function requiredMessage(what: string, member: string): string {
  return member === 'match'
    ? `${what} says \`match: true\` or \`match: false\`, and this one says neither`
    : `${what} needs a \`${member}\``;
}

function kindOf(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a map' : typeof data === 'string' ? 'text' : `\`${String(data)}\``;
}
