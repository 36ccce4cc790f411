/** Conditions of Alibaba Cloud EventBridge in the language of Amazon EventBridge. */
import type { JsonNode, JsonObjectNode, JsonScalar } from '../json.ts';
import { memberOf, printJson } from '../json.ts';
import { readBlock } from '../pattern/value/addresses.ts';
import { quoted } from '../pattern/value/excerpt.ts';
import { ipAddressIn } from '../pattern/value/ip-addresses.ts';
import { isComparable } from '../pattern/value/numbers.ts';
import { oneOrList, operator, overlapping, type Said, textOf, unsaid } from './condition.ts';
import { rangesOf } from './ranges.ts';

export function toAws(node: JsonNode): Said {
  if (node.kind !== 'object' && node.kind !== 'array') return plain(node);
  if (node.kind !== 'object') return unsaid('it is no condition');
  if (node.members.length > 1) return together(node);
  const [{ name, value } = { name: '', value: node }] = node.members;
  switch (name) {
    case 'prefix':
    case 'suffix':
    case 'exists':
      return [operator(name, printJson(value))];
    case 'contains':
      return [operator('wildcard', JSON.stringify(`*${escaped(textOf(value))}*`))];
    case 'anything-but':
      return exclusion(value);
    case 'numeric':
      return rangesOf(value);
    case 'cidr':
      return block(textOf(value));
    default:
      return unsaid(`Amazon EventBridge has nothing like \`${name}\``);
  }
}

function plain(node: JsonScalar): Said {
  if (node.kind === 'number') return isPlainText(node.text) ? [node.text] : byValue(node.text);
  // A plain address equals each of its spellings there.
  if (node.kind === 'string' && ipAddressIn(node.value) !== undefined) return [operator('exactly', printJson(node))];
  return [printJson(node)];
}

/** Whether a number that is compared by its text is compared alike by its value, among numbers as JSON.stringify writes them. */
function isPlainText(text: string): boolean {
  return !isComparable(text) || JSON.stringify(Number(text)) === text;
}

function byValue(text: string): Said {
  return unsaid(
    `Alibaba Cloud compares the text of \`${text}\`, and Amazon its value: \`${JSON.stringify(Number(text))}\` would match, too`,
  );
}

/** A text in a wildcard. */
function escaped(text: string): string {
  return text.replace(/[*\\]/g, '\\$&');
}

/** Operators that must hold together: a beginning and an end fit one wildcard. */
function together(node: JsonObjectNode): Said {
  const [prefix, suffix] = [memberOf(node, 'prefix'), memberOf(node, 'suffix')];
  if (node.members.length !== 2 || prefix === undefined || suffix === undefined) {
    const names = node.members.map(({ name }) => `\`${name}\``).join(' and ');
    return unsaid(`${names} cannot be combined for one value there`);
  }
  const [beginning, ending] = [textOf(prefix), textOf(suffix)];
  return [
    operator('wildcard', JSON.stringify(`${escaped(beginning)}*${escaped(ending)}`)),
    ...overlapping(beginning, ending).map((text) => operator('exactly', JSON.stringify(text))),
  ];
}

function exclusion(operand: JsonNode): Said {
  if (operand.kind === 'object') return [operator('anything-but', printJson(operand))];
  const items = operand.kind === 'array' ? operand.items : [operand];
  // It excludes nothing.
  if (items.length === 0) return [operator('exists', 'true')];
  if (items.every(({ kind }) => kind === 'string'))
    return [operator('anything-but', oneOrList(items.map((item) => printJson(item))))];
  if (!items.every(({ kind }) => kind === 'number')) {
    return unsaid('`anything-but` takes only strings or only numbers there');
  }
  const texts = items.map((item) => printJson(item));
  const wrong = texts.find((text) => !isPlainText(text) || !isComparable(text));
  if (wrong !== undefined) return byValue(wrong);
  return [operator('anything-but', oneOrList(texts))];
}

function block(text: string): Said {
  const read = readBlock(text, false);
  if (!('canonical' in read)) return unsaid(`${quoted(text)} is no block of addresses`);
  // A block of one address is refused there, and a plain address equals each of its spellings.
  if (read.first === read.last) return [JSON.stringify(text.split('/')[0])];
  return [operator('cidr', JSON.stringify(read.canonical))];
}
