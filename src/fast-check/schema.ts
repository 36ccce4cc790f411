/**
 * Arbitrary of JSON texts that a JSON Schema accepts, for the keywords that `patternSchema` uses. Operators and their operands come from
 * the schema.
 */
import fc from 'fast-check';
import { anyNumber, anyScalar } from './json-text.ts';
import { anyName, anyText, wordsOf } from './text.ts';
import { type Member, objectText } from './tree.ts';

type Texts = fc.Arbitrary<string>;

/** The keywords of JSON Schema 2020-12 that are used. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema | false;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  /** Of an object with these members alone. */
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

const KNOWN: ReadonlySet<string> = new Set<keyof Schema | '$schema' | 'title' | 'description'>([
  ...(['$schema', 'title', 'description', '$ref', '$defs', 'anyOf', 'enum', 'type', 'minLength', 'pattern'] as const),
  ...(['minimum', 'maximum', 'prefixItems', 'items', 'minItems', 'properties', 'additionalProperties'] as const),
  ...(['propertyNames', 'required', 'minProperties', 'maxProperties'] as const),
]);

/** @throws Error for a keyword that is not implemented, which is a bug: some generated texts might not be valid */
export function schemaTexts(root: Schema): Texts {
  const { root: texts } = fc.letrec<Record<string, string>>((tie) => ({
    ...Object.fromEntries(Object.entries(root.$defs ?? {}).map(([name, schema]) => [name, textsOf(schema, tie)])),
    root: textsOf(root, tie),
  }));
  return texts as Texts;
}

type Tie = (name: string) => Texts;

function textsOf(schema: Schema, tie: Tie): Texts {
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) throw new Error(`a bug in the arbitraries: nothing is known of the keyword ${unknown}`);
  if (schema.$ref !== undefined) return tie(schema.$ref.replace('#/$defs/', ''));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.map((value) => JSON.stringify(value)));
  if (schema.anyOf !== undefined) {
    // fast-check ends recursion with the first alternative and shrinks to it.
    return fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      ...schema.anyOf.map((one) => ({ weight: weightOf(one), arbitrary: textsOf(one, tie) })),
    );
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const scalars = types.filter((type) => type !== 'array' && type !== 'object');
  if (scalars.length === 4) return anyScalar();
  return fc.oneof(...types.map((type) => textsOfType(type, schema, tie)));
}

/** The number of operators or types in an alternative. */
function weightOf({ properties = {}, type = [] }: Schema): number {
  return Math.max(Object.keys(properties).length, typeof type === 'string' ? 1 : type.length, 1);
}

function textsOfType(type: string, schema: Schema, tie: Tie): Texts {
  switch (type) {
    case 'string':
      return strings(schema).map((text) => JSON.stringify(text));
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'null':
      return fc.constant('null');
    case 'array':
      return items(schema, tie).map((texts) => `[${texts.join(',')}]`);
    default:
      return members(schema, tie).map(objectText);
  }
}

function strings({ minLength = 0, pattern }: Schema): fc.Arbitrary<string> {
  if (pattern === undefined) return anyText().filter((text) => text.length >= minLength);
  const form = new RegExp(pattern);
  const words = wordsOf(form);
  const strange = fc.stringMatching(form);
  return words.length === 0 ? strange : fc.oneof({ withCrossShrink: true }, fc.constantFrom(...words), strange);
}

function numbers({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Schema): Texts {
  const limits = [minimum, maximum].filter(Number.isFinite).map(String);
  const within = anyNumber().filter((text) => minimum <= Number(text) && Number(text) <= maximum);
  return limits.length === 0
    ? within
    : fc.oneof({ weight: 9, arbitrary: within }, { weight: 1, arbitrary: fc.constantFrom(...limits) });
}

function items({ prefixItems = [], items: rest = false, minItems = 0 }: Schema, tie: Tie): fc.Arbitrary<string[]> {
  const first = fc.tuple(...prefixItems.map((schema) => textsOf(schema, tie)));
  if (rest === false) return first;
  const more = fc.array(textsOf(rest, tie), { maxLength: minItems + 2 });
  return atLeast(
    fc.tuple(first, more).map((parts) => parts.flat()),
    minItems,
  );
}

/** Filtered instead of `minLength`, with which fast-check would not remove the last elements when it shrinks. */
function atLeast<T extends { readonly length: number }>(arrays: fc.Arbitrary<T>, length: number): fc.Arbitrary<T> {
  return length === 0 ? arrays : arrays.filter((array) => array.length >= length);
}

/** Mostly one member, sometimes several. */
function members(schema: Schema, tie: Tie): fc.Arbitrary<Member[]> {
  const { required = [], maxProperties = 4 } = schema;
  const minProperties = Math.max(schema.minProperties ?? 0, required.length);
  const member = anyMember(schema, tie);
  const some = (least: number, most: number): fc.Arbitrary<Member[]> =>
    atLeast(fc.uniqueArray(member, { maxLength: most, selector: ([name]) => name }), least);
  const single = member.map((one): Member[] => [one]);
  if (maxProperties === 1) return single;
  // Objects with `additionalProperties: false` are combined operators, which are rare; others are fields.
  const several = schema.additionalProperties === false ? 1 : 6;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: minProperties === 0 ? fc.constant<Member[]>([]) : single },
    { weight: 4, arbitrary: single },
    { weight: several, arbitrary: some(Math.max(minProperties, 1), Math.max(minProperties, maxProperties)) },
  );
}

function anyMember(schema: Schema, tie: Tie): fc.Arbitrary<Member> {
  const { properties = {}, additionalProperties = false, propertyNames } = schema;
  // Members with one schema are one alternative, so that `data` is as frequent as all attributes together.
  const kinds = new Map<string, string[]>();
  for (const [name, one] of Object.entries(properties)) {
    const kind = JSON.stringify(one);
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  const declared = [...kinds.values()].map((names) => ({
    // One that may be a field or something else, as `$or` may, is rarer than a field.
    weight: properties[names[0] as string]?.anyOf === undefined ? 3 : 1,
    arbitrary: fc.tuple(fc.constantFrom(...names), textsOf(properties[names[0] as string] as Schema, tie)),
  }));
  if (additionalProperties === false) return fc.oneof(...declared);
  const name = propertyNames === undefined ? anyName() : anyName().filter(matching(propertyNames));
  const weight = Object.values(properties).some(({ anyOf }) => anyOf === undefined) ? 1 : 6;
  return fc.oneof(...declared, { weight, arbitrary: fc.tuple(name, textsOf(additionalProperties, tie)) });
}

function matching({ pattern = '' }: Schema): (name: string) => boolean {
  const form = new RegExp(pattern);
  return (name) => form.test(name);
}
