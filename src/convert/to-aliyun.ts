/** Conditions of Amazon EventBridge in the language of Alibaba Cloud EventBridge. */
import { type JsonNode, type JsonScalar, printJson } from '../json.ts';
import { quoted } from '../pattern/value/excerpt.ts';
import { ipAddressIn, ipText, readIpBlock } from '../pattern/value/ip-addresses.ts';
import { isComparable } from '../pattern/value/numbers.ts';
import { isSaid, oneOrList, operator, overlapping, type Said, textOf, unsaid } from './condition.ts';

export function toAliyun(node: JsonNode): Said {
  if (node.kind !== 'object' && node.kind !== 'array') return plain(node);
  const [{ name, value } = { name: '', value: node }] = node.kind === 'object' ? node.members : [];
  switch (name) {
    case 'exists':
      return [operator(name, printJson(value))];
    case 'exactly':
      return [printJson(value)];
    case 'prefix':
    case 'suffix':
      return atEnd(name, value);
    case 'equals-ignore-case':
      return forms(textOf(value), (text) => JSON.stringify(text));
    case 'wildcard':
      return wildcard(textOf(value));
    case 'anything-but':
      return exclusion(value);
    case 'numeric':
      return range(value);
    case 'cidr':
      return block(textOf(value));
    default:
      return unsaid(`Alibaba Cloud EventBridge has nothing like \`${name}\``);
  }
}

function plain(node: JsonScalar): Said {
  if (node.kind === 'number') return number(node.text);
  if (node.kind !== 'string') return [printJson(node)];
  const address = ipAddressIn(node.value);
  if (address === undefined) return [printJson(node)];
  // There only one spelling is equal: the usual one.
  return [JSON.stringify(ipText(address))];
}

/** The greatest number of `numeric` there. */
const MOST = 1e9;

function number(text: string): Said {
  // Such a number is compared by its text in both languages.
  if (!isComparable(text)) return [text];
  if (Math.abs(Number(text)) <= MOST) return [operator('numeric', `["=",${text}]`)];
  return [JSON.stringify(Number(text))];
}

function atEnd(name: 'prefix' | 'suffix', operand: JsonNode): Said {
  if (operand.kind === 'object') {
    return forms(textOf(operand.members[0]?.value ?? operand), (text) => operator(name, JSON.stringify(text)));
  }
  if (textOf(operand) === '') return unsaid(`an empty \`${name}\`, which every string has, is refused there`);
  return [operator(name, printJson(operand))];
}

/** More spellings than these are no pattern that a person would want to read. */
const MOST_FORMS = 16;

/** All spellings of a text in lower and upper case. */
function forms(text: string, say: (form: string) => string): Said {
  let all = [''];
  for (const unit of text.split('')) {
    const both = [...new Set([unit.toLowerCase(), unit.toUpperCase()])];
    all = all.flatMap((form) => both.map((one) => form + one));
    if (all.length > MOST_FORMS) {
      return unsaid(
        `there is no \`equals-ignore-case\` there, and ${quoted(text)} has more than ${MOST_FORMS} spellings`,
      );
    }
  }
  if (all.includes('') && say('') !== '""') return unsaid('an empty text at an end is refused there');
  return [...new Set(all)].map(say);
}

/** The texts between the stars of a wildcard, which is valid. */
function piecesOf(wildcard: string): readonly string[] {
  const pieces = [''];
  for (let i = 0; i < wildcard.length; i++) {
    const unit = wildcard.charAt(i);
    if (unit === '*') pieces.push('');
    else pieces[pieces.length - 1] += unit === '\\' ? wildcard.charAt(++i) : unit;
  }
  return pieces;
}

function wildcard(text: string): Said {
  const [first = '', second, third, ...others] = piecesOf(text);
  if (second === undefined) return [JSON.stringify(first)];
  if (third === undefined) return twoEnds(first, second);
  if (others.length > 0 || first !== '' || third !== '') {
    return unsaid(`there is no \`wildcard\` there, and ${quoted(text)} is no prefix, suffix or \`contains\``);
  }
  return [operator('contains', JSON.stringify(second))];
}

function twoEnds(beginning: string, ending: string): Said {
  if (beginning === '' && ending === '')
    return unsaid('no condition holds for every string, and for nothing else, there');
  if (ending === '') return [operator('prefix', JSON.stringify(beginning))];
  if (beginning === '') return [operator('suffix', JSON.stringify(ending))];
  const tooShort = overlapping(beginning, ending).map((one) => JSON.stringify(one));
  const but = tooShort.length === 0 ? '' : `,"anything-but":${oneOrList(tooShort)}`;
  return [`{"prefix":${JSON.stringify(beginning)},"suffix":${JSON.stringify(ending)}${but}}`];
}

function exclusion(operand: JsonNode): Said {
  if (operand.kind === 'object') {
    const [{ name, value } = { name: '', value: operand }] = operand.members;
    return innerExclusion(name, value.kind === 'array' ? value.items : [value]);
  }
  const items = operand.kind === 'array' ? operand.items : [operand];
  const texts = items.map((item) => (item.kind === 'number' ? JSON.stringify(Number(item.text)) : printJson(item)));
  return [operator('anything-but', oneOrList(texts))];
}

/** `anything-but` with an operator inside, which there takes one text. */
function innerExclusion(name: string, operands: readonly JsonNode[]): Said {
  const inner = operands.map((operand) => {
    if (name === 'equals-ignore-case') return forms(textOf(operand), (text) => JSON.stringify(text));
    return name === 'wildcard' ? wildcard(textOf(operand)) : [operator(name, printJson(operand))];
  });
  const all: string[] = [];
  for (const one of inner) {
    if (!isSaid(one)) return one;
    for (const text of one) all.push(text);
  }
  // Texts can be excluded together, and one beginning or ending alone.
  if (all.every((text) => text.startsWith('"'))) return [operator('anything-but', oneOrList(all))];
  const [only = '', another] = all;
  if (another === undefined && /^\{"(?:prefix|suffix)":"(?:[^"\\]|\\.)*"\}$/.test(only))
    return [operator('anything-but', only)];
  return unsaid(`\`anything-but\` takes one \`prefix\` or one \`suffix\` there`);
}

function range(operand: JsonNode): Said {
  const items = operand.kind === 'array' ? operand.items : [];
  const far = items.find((item) => item.kind === 'number' && Math.abs(Number(item.text)) > MOST);
  if (far?.kind === 'number')
    return unsaid(`\`numeric\` takes numbers from -1e9 to 1e9 there, and \`${far.text}\` is none`);
  return [operator('numeric', printJson(operand))];
}

function block(text: string): Said {
  const read = readIpBlock(text);
  if ('problem' in read || typeof read.first !== 'number')
    return unsaid(`there are no IPv6 blocks there, such as ${quoted(text)}`);
  return [operator('cidr', JSON.stringify(read.canonical))];
}
