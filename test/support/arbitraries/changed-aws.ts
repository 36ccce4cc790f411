/**
 * Generates texts that were patterns of the dialect `aws` before a few places were changed: nodes are left out, repeated, replaced or wrapped,
 * members renamed, and in some texts a character is. Many are accepted all the same.
 */
import fc from 'fast-check';
import type { Json, Member } from '../json.ts';
import { readJson } from '../json.ts';
import { AWS_TEXTS, awsPatternNode, BROKEN_AWS_CONDITIONS, BROKEN_AWS_LEAVES, LIMITS } from './aws-pattern.ts';
import { arrayNode, type Choose, chooser, numberNode, objectNode, spell, textNode } from './json-text.ts';

const OPERATORS = [
  ...['prefix', 'suffix', 'equals-ignore-case', 'wildcard', 'anything-but', 'numeric', 'cidr', 'exists', 'exactly'],
  ...['$or', '=', '<', '>=', 'regex', 'Prefix', 'not-wildcard', 'date-before', '', 'a', 'a.b', 'anything_but'],
];

const PARTS: readonly Json[] = [
  ...BROKEN_AWS_CONDITIONS,
  ...BROKEN_AWS_LEAVES,
  ...['true', 'false', 'null', '[null]', '[1]', '["a"]', '["a","b"]', '{"a":["x"]}', '[{"a":["x"]},{"b":["y"]}]'].map(
    readJson,
  ),
  ...['{"$or":[{"a":["x"]},{"b":["y"]}]}', '[[]]', '{"equals-ignore-case":"a"}', '{"prefix":["a"]}'].map(readJson),
  ...['=', '<', '<=', '>', '>=', '!=', '10.0.0.1/32', '10.0.0.1/', '/8', '::/128', '::1/+64', '1.2.3.4/8/8'].map(
    textNode,
  ),
  ...['*', '**', '\\', '\\*', 'a\\', '\\**', '*\\*', '\\\\*'].map(textNode),
  ...AWS_TEXTS.map(textNode),
  ...LIMITS.map(numberNode),
];

const CHARACTERS = [
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '.',
  'e',
  '-',
  '\\',
  '\n',
  '\u0000',
  'x',
  '/',
  ' x',
  '\ufeff',
];

export function changedAwsPattern(): fc.Arbitrary<string> {
  const picks = fc.array(fc.nat(1 << 16), { minLength: 60, maxLength: 100, size: 'max' });
  return fc.tuple(awsPatternNode(), picks).map(([pattern, picked]) => {
    const choose = chooser(picked);
    let node = pattern;
    for (let changes = 1 + choose(3); changes > 0; changes--) node = changedAt(node, choose(sizeOf(node)), choose);
    const text = spell(node, () => 0);
    return choose(12) === 11 ? withCharacter(text, choose) : text;
  });
}

function withCharacter(text: string, choose: Choose): string {
  const at = choose(text.length + 1);
  return text.slice(0, at) + CHARACTERS[choose(CHARACTERS.length)] + text.slice(at + choose(2));
}

/** Nodes, the root included. */
function sizeOf(node: Json): number {
  return childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
}

function childrenOf(node: Json): readonly Json[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.members.map(([, value]) => value) : [];
}

/** `index`: of a node in source order, 0 for the root. */
function changedAt(node: Json, index: number, choose: Choose): Json {
  if (index === 0) return changed(node, choose);
  let before = 1;
  const own = (child: Json): Json => {
    const at = index - before;
    const size = sizeOf(child);
    before += size;
    return at >= 0 && at < size ? changedAt(child, at, choose) : child;
  };
  if (node.kind === 'array') return arrayNode(node.items.map(own));
  return node.kind === 'object' ? objectNode(node.members.map(([name, value]): Member => [name, own(value)])) : node;
}

function changed(node: Json, choose: Choose): Json {
  const way = choose(8);
  if (node.kind === 'object') {
    if (way < 5) return objectNode(changedList(node.members, choose, renamed));
  } else if (node.kind === 'array') {
    if (way < 5) return arrayNode(changedList(node.items, choose, (_, choose) => part(choose)));
  } else if (node.kind === 'string' && way < 3) return textNode(withCharacter(node.value, choose));
  if (way === 6) return arrayNode([node]);
  if (way === 7) return objectNode([[OPERATORS[choose(OPERATORS.length)] ?? '', node]]);
  return part(choose);
}

function part(choose: Choose): Json {
  return PARTS[choose(PARTS.length)] ?? textNode('');
}

function renamed([, value]: Member, choose: Choose): Member {
  return [OPERATORS[choose(OPERATORS.length)] ?? '', value];
}

/** One item is left out, repeated, moved to the end, or replaced. */
function changedList<T>(items: readonly T[], choose: Choose, replaced: (item: T, choose: Choose) => T): T[] {
  const at = choose(items.length || 1);
  const item = items[at];
  if (item === undefined) return [...items];
  switch (choose(4)) {
    case 0:
      return items.toSpliced(at, 1);
    case 1:
      return [...items, item];
    case 2:
      return [...items.toSpliced(at, 1), item];
    default:
      return items.toSpliced(at, 1, replaced(item, choose));
  }
}
