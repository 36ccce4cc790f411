import type { Make, Place } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { isScalar, type JsonNode, type JsonNull, type JsonNumber, type JsonScalar } from '../json/node.ts';
import { type Reason, reason } from '../reasons.ts';
import { textReason } from '../text-reasons.ts';
import type { Algebra } from '../value/algebra.ts';
import { clipped, quoted } from '../value/excerpt.ts';
import { type Address, ipAddressIn } from '../value/ip-addresses.ts';
import { isNumberText, neighboursOf } from '../value/number-texts.ts';
import { isComparable, sameNumber } from '../value/numbers.ts';
import type { ValueSet } from '../value/value-set.ts';
import { checkDocumentedNumber } from './documented-number.ts';
import type { Key } from './keys.ts';
import { describe, type Operator, type OperatorContext, shown } from './operator.ts';
import { never, type Predicate } from './predicate.ts';

/** A plain value. A number keeps its text. `address`: a string of which all spellings are equal. */
export type Plain = string | boolean | null | { readonly number: string } | { readonly address: string };

// A Set is faster than a loop from about 16 values on; below that, hashing the new string of each event costs more.
const SET_FROM = 17;

export const exact: Operator<Plain> = {
  name: 'plain value',
  summary: 'the same value: a string, a literal, or a number with the same text',
  parse(place, context) {
    const { node } = place;
    if (!isScalar(node)) {
      context.report('operand-type', place, { operator: 'plain value', wants: 'a plain value', found: describe(node) });
      return undefined;
    }
    if (node.kind === 'null') return null;
    if (node.kind === 'string') return stringOperand(place, node.value, context);
    if (node.kind !== 'number') return node.value;
    if (context.rules['equal-numbers'] === 'by-value') checkValue(place, node, context);
    else checkNumberText(place, node, context);
    return { number: node.text };
  },
  print: (plain) => (isNumber(plain) ? plain.number : JSON.stringify(isAddress(plain) ? plain.address : plain)),
  compile: (plain, rules) => compile([plain], rules),
  compileAny: compile,
  keys,
  denote,
  onMissing: () => false,
  wants: 'scalar',
  why: (plain, value, rules) => why(plain, value, rules),
  whyHolds: (plain, value) => whyHolds(plain, value),
  mutate: (plain) => [other(plain)],
  words: (plain) => ({ holds: `is ${shownPlain(plain)}`, fails: `is not ${shownPlain(plain)}` }),
  combinable: false,
  negatable: false,
  operand: { kind: 'text', snippets: ['""'] },
  schema: () => ({ type: ['string', 'number', 'boolean', 'null'] }),
  examples: {
    accepted: ['{"source":["acs.oss",null,true]}', '{"data":{"n":[300,"300"]}}'],
    refused: [
      ['{"source":[["acs.oss"]]}', 'nested-array'],
      ['{"source":"acs.oss"}', 'attribute-not-array'],
    ],
  },
};

/** In some dialects a string that is an address equals every spelling of it, unless it is excluded. */
function stringOperand(place: Place, text: string, { rules, report, negates }: OperatorContext): Plain {
  if (rules['address-literals'] === 'text' || negates || ipAddressIn(text) === undefined) return text;
  report('address-literal', place, { text });
  return { address: text };
}

/** Warns about a number that is compared by its text, and about one beyond the documented limits. */
function checkValue(place: Place, { text, value }: JsonNumber, { report }: OperatorContext): void {
  if (!isComparable(text)) {
    report('number-beyond-double', place, { text, nearest: Number.isFinite(value) ? String(value) : 'none' });
  } else checkDocumentedNumber(place, text, value, report);
}

/** Warns about a number that producers with doubles never send in this text. */
function checkNumberText(place: Place, node: JsonNumber, { report, negates }: OperatorContext): void {
  const { text, value } = node;
  const usual = Number.isFinite(value) ? JSON.stringify(value) : 'null';
  if (usual === text || numbersBeside(place).has(usual)) return;
  const same = usual !== 'null' && sameNumber(text, usual);
  const hint = same ? undefined : 'no other text is the same number: keep it if your producers send all of its digits';
  const fixes = (make: Make) => (same ? make.numberTextFixes(place, usual, negates) : []);
  report('number-text', place, { text, usual, same }, { hint, fixes });
}

/** The texts of the numbers of a list, cached for all its items. */
const textsOf = new WeakMap<JsonNode, ReadonlySet<string>>();

function numbersBeside({ parent }: Place): ReadonlySet<string> {
  if (parent?.node.kind !== 'array') return new Set();
  let texts = textsOf.get(parent.node);
  if (texts === undefined) {
    texts = new Set(parent.node.items.flatMap((item) => (item.kind === 'number' ? [item.text] : [])));
    textsOf.set(parent.node, texts);
  }
  return texts;
}

function isNumber(plain: Plain): plain is { readonly number: string } {
  return typeof plain === 'object' && plain !== null && 'number' in plain;
}

function isAddress(plain: Plain): plain is { readonly address: string } {
  return typeof plain === 'object' && plain !== null && 'address' in plain;
}

function textOf(plain: Plain): string {
  return isNumber(plain) ? plain.number : isAddress(plain) ? plain.address : String(plain);
}

function compile(plains: readonly Plain[], rules: Rules): Predicate {
  const byText = rules.equality === 'by-text';
  const present = plains.filter((plain) => plain !== null);
  const addresses = present.filter(isAddress).map(({ address }) => ipAddressIn(address) as Address);
  const texts = byText ? present.map(textOf) : present.filter((plain) => typeof plain === 'string');
  const numbers = byText ? texts : present.filter(isNumber).map((plain) => plain.number);
  return {
    string: addresses.length === 0 ? oneOf(texts) : orAddress(oneOf(texts), new Set(addresses)),
    number: rules['equal-numbers'] === 'by-value' ? oneOfValues(numbers) : oneOfNumbers(numbers),
    true: byText ? texts.includes('true') : plains.includes(true),
    false: byText ? texts.includes('false') : plains.includes(false),
    null: plains.includes(null),
  };
}

function keys(plain: Plain, rules: Rules): readonly Key[] | undefined {
  if (plain === null || (typeof plain === 'boolean' && rules.equality === 'by-kind'))
    return [{ kind: 'literal', value: plain }];
  if (isAddress(plain)) {
    const address = ipAddressIn(plain.address) as Address;
    return [{ kind: 'ip-addresses', first: address, last: address }];
  }
  const text = textOf(plain);
  if (isNumber(plain) && rules['equal-numbers'] === 'by-value') {
    const value = Number(text) + 0;
    return isComparable(text)
      ? [{ kind: 'interval', low: value, high: value, inexact: true }]
      : [{ kind: 'number', text }];
  }
  if (rules.equality === 'by-kind') return [{ kind: isNumber(plain) ? 'number' : 'string', text }];
  const both: Key[] = [{ kind: 'string', text }];
  // Every number text begins like this.
  if (/^-?[0-9]/.test(text)) both.push({ kind: 'number', text });
  if (text === 'true' || text === 'false') both.push({ kind: 'literal', value: text === 'true' });
  return both;
}

function denote(plain: Plain, rules: Rules, sets: Algebra): ValueSet {
  const { setOf, union, nothing, numbersIn, stringsWhere } = sets;
  if (plain !== null && isAddress(plain)) {
    const address = ipAddressIn(plain.address) as Address;
    return { ...nothing, strings: stringsWhere({ kind: 'ip-addresses', first: address, last: address }) };
  }
  if (plain !== null && isNumber(plain) && rules['equal-numbers'] === 'by-value') {
    const value = Number(plain.number) + 0;
    return isComparable(plain.number)
      ? { ...nothing, numbers: numbersIn([{ low: value, high: value }], true) }
      : setOf(plain);
  }
  if (plain === null || rules.equality === 'by-kind') return setOf(plain);
  const text = textOf(plain);
  const same = [setOf(text)];
  if (isNumberText(text)) same.push(setOf({ number: text }));
  if (text === 'true' || text === 'false') same.push(setOf(text === 'true'));
  return union(same);
}

function oneOf<V extends string | number>(values: readonly V[]): (value: V) => boolean {
  const [only] = values;
  if (only === undefined) return never;
  if (values.length === 1) return (value) => value === only;
  if (values.length < SET_FROM) return (value) => values.includes(value);
  const set = new Set(values);
  return (value) => set.has(value);
}

/** Compares by text if there is one; otherwise by value: a double has one usual text, which no other literal equals. */
function oneOfNumbers(texts: readonly string[]): Predicate['number'] {
  if (texts.length === 0) return never;
  const hasText = oneOf(texts);
  const hasValue = oneOf(texts.map(Number).filter((value, i) => JSON.stringify(value) === texts[i]));
  return (value, text) => (text === undefined ? hasValue(value) : hasText(text));
}

/** By value where a double has it exactly; any other number equals only the same text. */
function oneOfValues(texts: readonly string[]): Predicate['number'] {
  if (texts.length === 0) return never;
  const values = new Set(texts.filter(isComparable).map(Number));
  const others = new Set(texts.filter((text) => !isComparable(text)));
  return (value, text) => {
    if (text === undefined) return values.has(value);
    return values.has(value) ? isComparable(text) || others.has(text) : others.has(text);
  };
}

function orAddress(equals: (value: string) => boolean, addresses: ReadonlySet<Address>): (value: string) => boolean {
  return (value) => {
    if (equals(value)) return true;
    const address = ipAddressIn(value);
    return address !== undefined && addresses.has(address);
  };
}

function why(plain: Plain, value: JsonScalar, rules: Rules): Reason {
  if (typeof plain === 'string' && value.kind === 'string') return textReason('not-equal', value, plain, rules);
  if (plain !== null && isAddress(plain))
    return reason('not-equal', { value: shown(value), wanted: quoted(plain.address) });
  const params = { value: shown(value), wanted: shownPlain(plain) };
  if (plain === null || value.kind === 'null' || !sameOnPaper(plain, value)) return reason('not-equal', params);
  if (value.kind === 'number' && isNumber(plain)) {
    return reason(
      'another-text',
      params,
      rules['equal-numbers'] === 'by-value' ? reason('beyond-double', {}) : reason('by-text', {}),
    );
  }
  if (rules.equality === 'by-text') return reason('not-equal', params, reason('by-text', {}));
  return reason('other-kind', { ...params, found: describe(value), kind: describeKind(plain) });
}

/** In a dialect that compares texts, values of different kinds can be equal. */
function whyHolds(plain: Plain, value: JsonScalar): Reason | undefined {
  const kind = isNumber(plain) ? 'number' : plain === null ? 'null' : isAddress(plain) ? 'string' : typeof plain;
  if (plain !== null && isAddress(plain)) {
    if (value.kind !== 'string' || value.value === plain.address) return undefined;
    return reason('same-address', { value: shown(value), wanted: quoted(plain.address) });
  }
  if (value.kind === 'number' && isNumber(plain) && value.text !== plain.number) {
    return reason('same-number', { value: shown(value), wanted: plain.number });
  }
  return value.kind === kind ? undefined : reason('same-text', { value: shown(value), wanted: shownPlain(plain) });
}

function shownPlain(plain: Plain): string {
  if (typeof plain === 'string') return quoted(plain);
  return plain !== null && isAddress(plain) ? quoted(plain.address) : clipped(exact.print(plain));
}

/** Whether the two look equal to a reader: the same text, or the same number in another text. */
function sameOnPaper(plain: Exclude<Plain, null>, value: Exclude<JsonScalar, JsonNull>): boolean {
  const [a, b] = [textOf(plain), value.kind === 'number' ? value.text : String(value.value)];
  return a === b || (isNumberText(a) && isNumberText(b.trim()) && sameNumber(a, b.trim()));
}

/** Another value of the same kind, if there is one. */
function other(plain: Plain): Plain {
  if (plain === null) return 'not null';
  if (typeof plain === 'boolean') return !plain;
  if (typeof plain === 'string') return plain === '' ? 'not empty' : `not ${plain}`;
  if (isAddress(plain)) return `not ${plain.address}`;
  return { number: neighboursOf(plain.number)[1] };
}

function describeKind(plain: Plain): string {
  return isNumber(plain) ? 'a number' : typeof plain === 'boolean' || plain === null ? 'a literal' : 'a string';
}
