/** Generates JSON texts, and other texts of the same value. Independent of patterns. */
import fc from 'fast-check';
import type { Json, Member } from '../json.ts';
import { readJson } from '../json.ts';

export const AWKWARD_STRINGS = [
  ...[
    '',
    ' ',
    'a',
    'x',
    'ab',
    'acs.oss',
    '300',
    '1.10',
    'true',
    'null',
    '10.0.0.7',
    '{"a":1}',
    'a/b',
    '"q"',
    'back\\slash',
  ],
  ...['é', 'e\u0301', '😀', '\ud83d', '\ude00', '\u0000', '\u2028', '\ufeff', 'line\n', '__proto__', 'constructor'],
];

export const ODD_NUMBERS = [
  ...[
    '0',
    '-0',
    '0.0',
    '-0.0',
    '1',
    '1.0',
    '1e0',
    '-5',
    '300',
    '300.0',
    '300.00',
    '3e2',
    '3.0e2',
    '3E+2',
    '1.10',
    '301.8',
  ],
  ...['0.0001', '1e-7', '1e-400', '1e400', '-1e400', '1e19', '12345678.9', '2147483648', '-2147483649', '4294967296'],
  ...['9007199254740993', '9223372036854775808', '12345678901234567890', '1.23456789012345678', '5e-324'],
];

export const NULL: Json = { kind: 'null' };

export function textNode(value: string): Json {
  return { kind: 'string', value };
}

export function numberNode(text: string): Json {
  return { kind: 'number', text };
}

export function arrayNode(items: readonly Json[]): Json {
  return { kind: 'array', items };
}

export function objectNode(members: readonly Member[]): Json {
  return { kind: 'object', members };
}

/** Strings of all difficult kinds: empty, numeric, decomposed, lone surrogates. */
export function anyText(): fc.Arbitrary<string> {
  const unit = fc.constantFrom('a', 'b', '/', '"', '\\', '\u0301', '\ud83d', '\ude00', '\u0000', '\u007f');
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...AWKWARD_STRINGS) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit, maxLength: 4 }) },
  );
}

/** Texts of JSON numbers: unusual ones, and ordinary integers, decimals and doubles. */
export function numberText(): fc.Arbitrary<string> {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '9'), minLength: 1, maxLength: 9 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ODD_NUMBERS) },
    { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
    { weight: 1, arbitrary: fc.tuple(fc.integer(), digits).map(([whole, fraction]) => `${whole}.${fraction}`) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  );
}

export function anyScalar(): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 4, arbitrary: anyText().map(textNode) },
    { weight: 3, arbitrary: numberText().map(numberNode) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Json[]>(NULL, ...[true, false].map((value): Json => ({ kind: 'boolean', value }))),
    },
  );
}

/** Any JSON value; objects may repeat a member name. */
export function anyNode(): fc.Arbitrary<Json> {
  return fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      anyScalar(),
      fc.array(tie('node'), { maxLength: 4 }).map(arrayNode),
      fc.array(fc.tuple(anyText(), tie('node')), { maxLength: 4 }).map(objectNode),
    ),
  })).node;
}

/** JSON texts of any value, with odd strings, white space and escapes. */
export function anyJson(): fc.Arbitrary<string> {
  return fc.tuple(anyNode(), choices()).map(([node, picked]) => spell(node, chooser(picked)));
}

/**
 * Texts of the same value: other white space and escapes, members reordered unless a name is repeated, and decoys before the member that
 * counts. Number texts are kept. Lone surrogates are always escaped, so that UTF-8 cannot lose them.
 */
export function reserialise(text: string): fc.Arbitrary<string> {
  const node = readJson(text);
  return choices().map((picked) => {
    const choose = chooser(picked);
    return spell(rearrange(node, choose), choose);
  });
}

/** Picks one of `alternatives`, counted from 0; 0 is the plain one, so that a failure shrinks to plain text. */
export type Choose = (alternatives: number) => number;

/** Choices to repeat in a cycle: one short array instead of an arbitrary for each character. */
export function choices(): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(255), { maxLength: 64, size: 'max' });
}

export function chooser(picked: readonly number[]): Choose {
  let next = 0;
  return (alternatives) => (picked[next++ % picked.length] ?? 0) % alternatives;
}

/** Writes the node, its members as they are, with white space and escapes as chosen. */
export function spell(node: Json, choose: Choose): string {
  const space = () => ['', '', '', '', ' ', '\n', '\t', '\r\n  '][choose(8)] ?? '';
  const list = (parts: string[]) => parts.map((part) => space() + part + space()).join(',') || space();
  switch (node.kind) {
    case 'object':
      return `{${list(node.members.map(([name, value]) => `${spellText(name, choose)}${space()}:${space()}${spell(value, choose)}`))}}`;
    case 'array':
      return `[${list(node.items.map((item) => spell(item, choose)))}]`;
    case 'string':
      return spellText(node.value, choose);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

function spellText(value: string, choose: Choose): string {
  return `"${Array.from(value, (character) => spellCharacter(character, choose)).join('')}"`;
}

function spellCharacter(character: string, choose: Choose): string {
  const plain = JSON.stringify(character).slice(1, -1);
  if (character === '/' && choose(2) === 1) return '\\/';
  switch (choose(16)) {
    case 1:
      return escapeUnits(character);
    case 2:
      return escapeUnits(character).replace(/[a-f]/g, (digit) => digit.toUpperCase());
    default:
      return plain;
  }
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}

const DECOYS: readonly Json[] = [NULL, textNode('decoy'), numberNode('0'), arrayNode([]), objectNode([])];

/** The same value with its members in another order, and replaced decoys. */
export function rearrange(node: Json, choose: Choose): Json {
  if (node.kind === 'array') return arrayNode(node.items.map((item) => rearrange(item, choose)));
  if (node.kind !== 'object') return node;
  const members = node.members.map(([name, value]): Member => [name, rearrange(value, choose)]);
  const unique = new Set(members.map(([name]) => name)).size === members.length;
  return objectNode(withDecoy(unique ? shuffled(members, choose) : members, choose));
}

function shuffled(members: readonly Member[], choose: Choose): Member[] {
  const left = [...members];
  return members.flatMap(() => left.splice(choose(left.length), 1));
}

function withDecoy(members: readonly Member[], choose: Choose): readonly Member[] {
  if (members.length === 0 || choose(6) !== 1) return members;
  const index = choose(members.length);
  const real = members[index];
  const decoy = DECOYS[choose(DECOYS.length)];
  return real && decoy ? members.toSpliced(choose(index + 1), 0, [real[0], decoy]) : members;
}
