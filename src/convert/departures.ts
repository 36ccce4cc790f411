/**
 * The rules by which a pattern and its counterpart may give different verdicts, each with events on which they are likely to. Without such
 * events, and for events of the two services, a conversion is exact.
 */
import type { RuleName } from '../index.ts';
import { type JsonNode, printJson, readJson } from '../json.ts';
import { addressOf } from '../pattern/value/addresses.ts';
import { type Address, ipAddressIn, readIpBlock } from '../pattern/value/ip-addresses.ts';
import { textsOf } from '../pattern/value/number-texts.ts';
import { isComparable } from '../pattern/value/numbers.ts';
import { edited, valueAt, type Written } from './edit.ts';
import type { Side } from './names.ts';

/** A field of a pattern and its counterpart. */
export interface ComparedField {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** The names on the way to it in events of the pattern's service. */
  readonly path: readonly string[];
  /** Its conditions in each language. */
  readonly conditions: Readonly<Record<Side, readonly JsonNode[]>>;
}

export interface Departure {
  readonly rule: RuleName;
  /** On which events the verdicts may differ: the end of a sentence that begins with "for". */
  readonly events: string;
  /** Whether the rule may decide about a field; where it is false, it never does. */
  mayDecide(field: ComparedField, from: Side, all: readonly ComparedField[]): boolean;
  /** JSON texts of events on which it may, made from one event. */
  make(field: ComparedField, base: JsonNode): Iterable<string>;
}

export const departures: readonly Departure[] = [
  {
    rule: 'arrays',
    events:
      'content with objects or lists in a list, an object or an empty list as the value of a field, or a repeated name',
    mayDecide: isContent,
    *make({ path }, base) {
      yield* shapes(path, base);
    },
  },
  {
    rule: 'names',
    events: 'content with a dot in a name',
    mayDecide: (field) => isContent(field) && field.path.length > 2,
    *make({ path }, base) {
      for (let i = 1; i < path.length - 1; i++) yield* joinedNames(path.slice(0, i + 1), path[i + 1] as string, base);
    },
  },
  {
    rule: 'fields',
    events: 'events without content',
    // Every event of Amazon has a `detail`. A field that must be there fails for both without it.
    mayDecide: (field, from, all) =>
      from === 'aliyun' &&
      isContent(field) &&
      all.filter(isContent).every(({ conditions }) => conditions.aliyun.some(holdsMissing)),
    *make({ path }, base) {
      yield edited(base, path.slice(0, 1), () => []);
    },
  },
  {
    rule: 'equal-numbers',
    events: 'numbers in another spelling than the usual one',
    mayDecide: ({ conditions: { aliyun } }) =>
      !acceptsAll('number', aliyun) && numbersOf(aliyun, false).some(isComparable),
    make: ({ path, conditions }, base) =>
      withTexts(path, base, [...spellings(numbersOf(conditions.aliyun, false))].filter(isComparable)),
  },
  {
    rule: 'comparisons',
    events: 'numbers that differ by no more than 1e-7 from one of the pattern, or have more digits than a double',
    mayDecide: ({ conditions: { aliyun } }) => !acceptsAll('number', aliyun) && numbersOf(aliyun, true).length > 0,
    make: ({ path, conditions }, base) => withTexts(path, base, closeNumbers(numbersOf(conditions.aliyun, true))),
  },
  {
    rule: 'address-literals',
    events: 'addresses in another spelling than the usual one',
    mayDecide: ({ conditions: { aws } }) => !acceptsAll('string', aws) && literalsOf(aws).length > 0,
    make: ({ path, conditions }, base) => withTexts(path, base, literalsOf(conditions.aws).flatMap(otherSpellings)),
  },
  {
    rule: 'cidr-zeros',
    events: 'addresses with leading zeros',
    mayDecide: ({ conditions: { aws } }) => !acceptsAll('string', aws) && blocksOf(aws, true).length > 0,
    make: ({ path, conditions }, base) => withTexts(path, base, blocksOf(conditions.aws, true).map(withZeros)),
  },
  {
    rule: 'cidr-blocks',
    events: 'IPv4 addresses that are written as IPv6',
    mayDecide: ({ conditions: { aws } }) => !acceptsAll('string', aws) && blocksOf(aws).length > 0,
    make: ({ path, conditions }, base) => withTexts(path, base, blocksOf(conditions.aws).map(asIpv6)),
  },
];

function isContent({ path }: ComparedField): boolean {
  return path.length > 1;
}

/** The operand of an operator, if the condition has it. */
function operandOf(condition: JsonNode, operator: string): JsonNode | undefined {
  return condition.kind === 'object' ? condition.members.find((member) => member.name === operator)?.value : undefined;
}

function holdsMissing(condition: JsonNode): boolean {
  const operand = operandOf(condition, 'exists');
  return operand?.kind === 'boolean' && !operand.value;
}

/** Whether all numbers, or all strings, fulfil one of the conditions; a sufficient test. */
function acceptsAll(kind: 'number' | 'string', conditions: readonly JsonNode[]): boolean {
  return conditions.some((condition) => {
    const exists = operandOf(condition, 'exists');
    if (exists?.kind === 'boolean' && exists.value) return true;
    const excluded = operandOf(condition, 'anything-but');
    if (excluded === undefined || (condition.kind === 'object' && condition.members.length > 1)) return false;
    // An operator inside excludes strings.
    if (excluded.kind === 'object') return kind === 'number';
    return !(excluded.kind === 'array' ? excluded.items : [excluded]).some((one) => one.kind === kind);
  });
}

/** The numbers of conditions that are compared: by `numeric`, or one by one. */
function numbersOf(conditions: readonly JsonNode[], inRanges: boolean): readonly string[] {
  return conditions.flatMap((condition) => {
    const operands = inRanges ? [operandOf(condition, 'numeric')] : [condition, operandOf(condition, 'anything-but')];
    return operands
      .flatMap((node) => (node?.kind === 'array' ? node.items : (node ?? [])))
      .flatMap((node) => (node.kind === 'number' ? [node.text] : []));
  });
}

/** The plain strings that are addresses. */
function literalsOf(conditions: readonly JsonNode[]): readonly Address[] {
  return conditions.flatMap((condition) => (condition.kind === 'string' ? (ipAddressIn(condition.value) ?? []) : []));
}

/** An address of each block, which are those of IPv4: one with a part that leading zeros can be added to, if there is one. */
function blocksOf(conditions: readonly JsonNode[], shortPart = false): readonly number[] {
  return conditions.flatMap((condition) => {
    const operand = operandOf(condition, 'cidr');
    const block = operand?.kind === 'string' ? readIpBlock(operand.value) : undefined;
    if (block === undefined || !('first' in block) || typeof block.first !== 'number') return [];
    if (!shortPart) return [block.first];
    for (let at = block.first; at <= (block.last as number); at++) if (/\b\d\d?\b/.test(addressOf(at))) return [at];
    return [];
  });
}

/** Spellings of a number that are tried. */
const SPELLINGS = 6;

function* spellings(numbers: readonly string[]): Generator<string> {
  for (const text of new Set(numbers)) {
    yield text;
    let left = SPELLINGS;
    for (const other of textsOf(Number(text))) {
      if (left-- === 0) break;
      yield other;
    }
  }
}

function* closeNumbers(numbers: readonly string[]): Generator<string> {
  for (const text of new Set(numbers)) {
    const value = Number(text);
    yield text;
    for (const distance of [5e-8, 9e-8])
      yield* [value + distance, value - distance].map((close) => JSON.stringify(close));
    yield* spellings([text]);
  }
  yield* ['9007199254740993', '-9007199254740993', '0.1000000000000000055'];
}

function otherSpellings(address: Address): readonly string[] {
  if (typeof address === 'number') return [withZeros(address), asIpv6(address), JSON.stringify(addressOf(address))];
  return [JSON.stringify((address.match(/.{4}/g) ?? []).join(':')), JSON.stringify(address.toUpperCase())];
}

function withZeros(address: number): string {
  return JSON.stringify(addressOf(address).replace(/\d+/g, (part) => part.padStart(3, '0')));
}

function asIpv6(address: number): string {
  return JSON.stringify(`::ffff:${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`);
}

function* withTexts(path: readonly string[], base: JsonNode, texts: Iterable<string>): Generator<string> {
  const name = path.at(-1) as string;
  for (const text of texts) yield edited(base, path, () => [[name, text]]);
}

/** Values beside which one of a field is seen, or not. */
const OTHERS = ['"x"', '0', 'null'];

/** Other shapes of the value of a field and of each object on the way to it. */
function* shapes(path: readonly string[], base: JsonNode): Generator<string> {
  const known = valueAt(base, path);
  for (const text of known === undefined ? OTHERS : [printJson(known)]) {
    const filled =
      known === undefined ? edited(base, path, (): Written[] => [[path.at(-1) as string, text]]) : undefined;
    const event = filled === undefined ? base : (readJson(filled).node as JsonNode);
    for (let length = path.length; length > 0; length--) {
      const part = path.slice(0, length);
      const name = part.at(-1) as string;
      for (const value of shapesOf(printJson(valueAt(event, part) as JsonNode))) {
        yield edited(event, part, () => [[name, value]]);
      }
      if (length === 1) continue;
      for (const other of [...OTHERS, '{}']) {
        yield edited(event, part, (value) => [...shown(name, value), [name, other]]);
        yield edited(event, part, (value) => [[name, other], ...shown(name, value)]);
      }
    }
  }
}

function shapesOf(value: string): readonly string[] {
  return [`[${value}]`, `[[${value}]]`, `[{},${value}]`, `[${value},{}]`, `[${value},"x",[]]`, '{}', '[]', '[{}]'];
}

function* joinedNames(path: readonly string[], next: string, base: JsonNode): Generator<string> {
  const name = path.at(-1) as string;
  const inner = valueAt(base, [...path, next]);
  for (const text of inner === undefined ? [...OTHERS, '{}'] : [printJson(inner)]) {
    const joined: Written = [`${name}.${next}`, text];
    yield edited(base, path, (value) => [...without(next, name, value), joined]);
    yield edited(base, path, (value) => [...shown(name, value), joined]);
    yield edited(base, path, (value) => [...shown(name, value), [`${name}.${next}`, '"x"']]);
  }
}

/** The object without one of its members, unless nothing is left of it. */
function without(member: string, name: string, value: JsonNode | undefined): readonly Written[] {
  if (value?.kind !== 'object' || value.members.length < 2) return [];
  return [[name, edited(value, [member], () => [])]];
}

function shown(name: string, value: JsonNode | undefined): readonly Written[] {
  return value === undefined ? [] : [[name, printJson(value)]];
}
