/** Damaged texts of events against `JSON.parse`: the same texts are accepted, and what is accepted has the same values. */
import * as core from '../../src/index.ts';
import * as json from '../../src/json.ts';
import { repeatsNames, survivesParsing, survivesUtf8 } from '../../test/pattern/survives-parsing.ts';
import { spell } from '../../test/support/arbitraries/json-text.ts';
import { readJson } from '../../test/support/json.ts';
import { fieldsOf, referenceMatches } from '../../test/support/reference.ts';
import { Aim, eventText } from '../generate/event.ts';
import { anyNode, anyPattern } from '../generate/pattern.ts';
import type { Random } from '../random.ts';
import { fewer, oneSimpler } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';

export interface Case {
  readonly pattern: string;
  /** Bytes as hexadecimal digits: they need not be UTF-8. */
  readonly inputs: readonly Input[];
}

type Input = { readonly text: string } | { readonly bytes: string };

const encoder = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type Engine = Pick<typeof core, 'compilePattern' | 'PatternSet'> & Pick<typeof json, 'readJson'>;

const engine: Engine = { ...core, ...json };

/** `size`: how many texts for each pattern. */
export function texts({ compilePattern, PatternSet, readJson }: Engine = engine, size = 40): Target<Case> {
  return {
    name: 'texts',
    compares: 'what is accepted as text and as bytes, and its values, with `JSON.parse`',
    unit: 'damaged texts',
    positive: 'accepted',
    make: (random) => make(random, size),
    judge,
    smaller,
  };

  function judge({ pattern, inputs }: Case, tally: Tally): Difference | undefined {
    const matcher = compilePattern(pattern);
    const set = PatternSet.from([['p', pattern]]);
    const ways: Ways = {
      matcher: (event) => matcher.matchesJson(event),
      set: (event) => set.matchesJson(event).length > 0,
    };
    const explanation: Ways = { explanation: (event) => matcher.explain(event).matches };
    const trusted: Ways = {
      'matcher, wellFormed': (event) => matcher.matchesJson(event, { wellFormed: true }),
      'set, wellFormed': (event) => set.matchesJson(event, { wellFormed: true }).length > 0,
    };
    for (const [index, input] of inputs.entries()) {
      const text = textOf(input);
      const value = text === undefined ? REFUSED : parsed(text);
      tally.judge(isEvent(value));
      const verdict = isEvent(value) && text !== undefined ? referenceMatches(pattern, text, 'aliyun') : undefined;
      for (const event of formsOf(input, text)) {
        const form = typeof event === 'string' ? 'text' : 'bytes';
        const difference =
          differing(ways, event, verdict, form) ??
          // It costs more than the other ways together, so it is asked of every fourth text.
          (index % 4 === 0 ? differing(explanation, event, verdict, form) : undefined) ??
          // What the caller vouches for may be anything, but never hangs or throws another error.
          differing(trusted, event, trustedVerdict(text, verdict), form);
        if (difference !== undefined) return difference;
      }
      if (text === undefined) continue;
      const read = jsonValue(readJson(text));
      if (!sameValue(value, read)) return { of: 'readJson', expected: shown(value), found: shown(read) };
      if (verdict === undefined || !survivesParsing(text)) continue;
      const found = matcher.matches(value as object);
      if (found !== verdict) return { of: 'matcher, parsed', expected: verdict, found };
    }
    return undefined;
  }
}

type Ways = Readonly<Record<string, (event: string | Uint8Array) => boolean>>;

/** Not JSON, or of bytes: not UTF-8. */
const REFUSED = Symbol('refused');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return REFUSED;
  }
}

function isEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined for bytes that are not UTF-8. */
function textOf(input: Input): string | undefined {
  if ('text' in input) return input.text;
  try {
    return strict.decode(Buffer.from(input.bytes, 'hex'));
  } catch {
    return undefined;
  }
}

/** A text is tried as bytes too, and bytes as text, where one is exactly the other. */
function formsOf(input: Input, text: string | undefined): (string | Uint8Array)[] {
  if ('text' in input) return survivesUtf8(input.text) ? [input.text, encoder.encode(input.text)] : [input.text];
  const bytes = new Uint8Array(Buffer.from(input.bytes, 'hex'));
  return text === undefined ? [bytes] : [bytes, text];
}

/** `verdict`: undefined for what is to be refused; 'any' where either answer is right. */
function differing(
  ways: Ways,
  event: string | Uint8Array,
  verdict: boolean | 'any' | undefined,
  form: string,
): Difference | undefined {
  for (const [name, way] of Object.entries(ways)) {
    const found = outcome(() => way(event), event);
    const isRight = verdict === 'any' ? typeof found !== 'string' : found === verdict;
    if (!isRight) return { of: `${name}, ${form}`, expected: verdict ?? 'an EventSyntaxError', found };
  }
  return undefined;
}

/** Undefined for an EventSyntaxError; a text that says what is wrong with the error. */
function outcome(way: () => boolean, event: string | Uint8Array): boolean | string | undefined {
  try {
    return way();
  } catch (thrown) {
    if (!(thrown instanceof core.EventSyntaxError)) return String(thrown);
    const length = typeof event === 'string' ? encoder.encode(event).length : event.length;
    const { offset } = thrown;
    return offset >= 0 && offset <= length ? undefined : `the offset ${offset} is outside of ${length} bytes`;
  }
}

function trustedVerdict(text: string | undefined, verdict: boolean | undefined): boolean | 'any' {
  return text === undefined || verdict === undefined || repeatsNames(text) ? 'any' : verdict;
}

function jsonValue({ node }: json.JsonResult): unknown {
  return node === undefined ? REFUSED : plain(node);
}

/** As `JSON.parse` makes it: `__proto__` is a member like any other. */
function plain(node: json.JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind !== 'object') return node.kind === 'null' ? null : node.value;
  const object = {};
  for (const { name, value } of node.members) {
    Object.defineProperty(object, name, { value: plain(value), enumerable: true, writable: true, configurable: true });
  }
  return object;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const names = new Map(right);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([name, value]) => names.has(name) && sameValue(value, names.get(name)))
  );
}

function shown(value: unknown): unknown {
  return value === REFUSED ? 'refused' : value;
}

const INSERTS = [
  ...'{}[]",:\\/u019-+.eE tfn\n\t\r\u0000\u001f\u007f\u00a0\u2028\ufeff\ud83d\ude00é😀',
  ...['\\u00', '\\ud83d', '\\x', '00', '1.', '.5', 'tru', 'NaN', "'", ',,', '//', '\\"', '-0', '1e400', '"":0,'],
];

function make(random: Random, size: number): Case {
  const pattern = anyPattern(random, 'aliyun');
  const aim = new Aim(fieldsOf(readJson(pattern), 'aliyun'), 'aliyun');
  const inputs = Array.from({ length: size }, () => {
    const text = random.once(3)
      ? `{"source":"a","data":{"a":${spell(anyNode(random), random.below)}}}`
      : eventText(aim.event(random), random);
    return random.once(3) ? { bytes: damagedBytes(text, random) } : { text: damaged(text, random) };
  });
  return { pattern, inputs };
}

/** Up to three small edits; white space between tokens now and then, so that many texts stay JSON. */
function damaged(text: string, random: Random): string {
  let result = text;
  for (let edits = random.below(4); edits > 0; edits--) {
    const at = placeIn(result, random);
    const cut = random.once(2) ? 0 : 1 + random.below(3);
    const insert = random.once(3) ? '' : random.once(3) ? ' ' : random.pick(INSERTS);
    result = result.slice(0, at) + insert + result.slice(at + cut);
  }
  return result;
}

/** Half of the time beside what holds JSON together. */
function placeIn(text: string, random: Random): number {
  const at = random.below(text.length + 1);
  if (random.once(2)) return at;
  const next = text.slice(at).search(/[{}[\],:"]/);
  return next < 0 ? at : at + next + random.below(2);
}

function damagedBytes(text: string, random: Random): string {
  const bytes = Buffer.from(text.toWellFormed());
  for (let edits = random.below(3); edits > 0; edits--) {
    // Often one bit, which makes a neighbouring character of a character.
    const at = random.below(bytes.length);
    bytes[at] = random.once(2) ? random.below(256) : (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes.toString('hex');
}

function* smaller({ pattern, inputs }: Case): Generator<Case> {
  for (const some of fewer(inputs)) yield { pattern, inputs: some };
  if (pattern !== '{}') yield { pattern: '{}', inputs };
  if (pattern !== '{"source":["a"]}' && pattern !== '{}') yield { pattern: '{"source":["a"]}', inputs };
  for (const some of oneSimpler(inputs, simplerInput)) yield { pattern, inputs: some };
}

function* simplerInput(input: Input): Generator<Input> {
  if ('text' in input) {
    for (const units of fewer(Array.from(input.text))) yield { text: units.join('') };
    return;
  }
  for (const bytes of fewer(input.bytes.match(/../g) ?? [])) yield { bytes: bytes.join('') };
}
