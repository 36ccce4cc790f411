/**
 * Damaged bytes against `JSON.parse`: the check in WebAssembly accepts the same texts, and both engines find the same
 * values at the same places, in text that is read as a whole and in windows.
 */
import { cloudEvents, lots } from '../../bench/corpus.ts';
import { MALFORMED } from '../../src/pattern/scan/bytes.ts';
import type { Engine, Mode } from '../../src/pattern/scan/engine.ts';
import { javaScript } from '../../src/pattern/scan/js/engine.ts';
import { Paths } from '../../src/pattern/scan/paths.ts';
import { loadWebAssembly } from '../../src/pattern/scan/scan.ts';
import { closeText, openWhole, openWindow, windows } from '../../src/pattern/scan/text.ts';
import type { Random } from '../random.ts';
import { fewer, oneSimpler } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';

export interface Case {
  readonly paths: readonly (readonly string[])[];
  readonly watched: readonly string[];
  readonly inputs: readonly Input[];
}

interface Input {
  /** As hexadecimal digits. */
  readonly bytes: string;
  /** The size of the first window. */
  readonly window: number;
}

/** `size`: how many texts for each choice of paths. */
export function scans(engine: () => Engine | undefined = loadWebAssembly, size = 100): Target<Case> {
  return {
    name: 'scans',
    compares:
      'the bytes that WebAssembly accepts with `JSON.parse`, and the places that it finds with those of JavaScript',
    unit: 'damaged texts',
    positive: 'accepted',
    make: (random) => make(random, size),
    judge: (one, tally) => judge(one, tally, engine()),
    smaller,
  };
}

function judge({ paths, watched, inputs }: Case, tally: Tally, wasm: Engine | undefined): Difference | undefined {
  if (wasm === undefined) throw new Error('WebAssembly cannot be used here');
  const along = new Paths();
  for (const [slot, path] of paths.entries()) along.open(path, slot);
  for (const name of watched) along.watch(name);
  move(wasm, along);
  for (const { bytes, window } of inputs) {
    const text = new Uint8Array(Buffer.from(bytes, 'hex'));
    const isEvent = isEventText(text);
    tally.judge(isEvent);
    const js = found(javaScript, along, text, 'checked', window);
    if ((js === MALFORMED.message) === isEvent) return { of: 'JavaScript', expected: isEvent, found: js };
    const checked = found(wasm, along, text, 'checked', window);
    if (checked === 'not mine') {
      if (isEvent && !hasOddNames(text)) return { of: 'WebAssembly, checked', expected: js, found: checked };
      if (isEvent) tally.count('left to JavaScript');
    } else if (checked !== js) return { of: 'WebAssembly, checked', expected: js, found: checked };
    const trusted = found(wasm, along, text, 'trusted', window);
    if (trusted === 'not mine') continue;
    const same = found(javaScript, along, text, 'trusted', window);
    if (trusted !== same) return { of: `WebAssembly, trusted, window of ${window}`, expected: same, found: trusted };
  }
  return undefined;
}

/** Scans until the engine takes the paths over. */
function move(engine: Engine, paths: Paths): void {
  const text = new TextEncoder().encode('{}');
  for (let tries = 0; tries < 1000; tries++) if (found(engine, paths, text, 'checked', 1) !== 'not mine') return;
  throw new Error('the engine does not take the paths over');
}

/** All that the engine records, as text; the message of MALFORMED; or `not mine`. */
function found(engine: Engine, paths: Paths, bytes: Uint8Array, mode: Mode, window: number): string {
  const before = { ...windows };
  Object.assign(windows, { first: window, factor: 2, adapts: false });
  try {
    const text = mode === 'checked' ? openWhole(bytes) : openWindow(bytes, 0);
    if (text === undefined) throw new Error('bytes have no lone surrogates');
    let outcome = engine.scan(text, paths, mode);
    // JavaScript pauses at each value, and would read on behind the last one.
    while (outcome === 'paused' && paths.count < paths.size) outcome = engine.resume();
    if (outcome === 'not mine') return outcome;
    const records = Array.from(paths.slots.subarray(0, paths.count), (slot) =>
      paths.has(slot) ? `${slot}:${paths.starts[slot]}-${paths.ends[slot]}` : '',
    );
    const seen = Array.from({ length: paths.watchedCount }, (_, watched) => paths.saw(watched));
    return [...records, ...seen].filter((record) => record !== '').join(' ');
  } catch (thrown) {
    if (thrown !== MALFORMED) throw thrown;
    return MALFORMED.message;
  } finally {
    engine.release();
    closeText();
    Object.assign(windows, before);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function isEventText(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(strict.decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether a name has an escape, or may stand twice in one object. */
function hasOddNames(bytes: Uint8Array): boolean {
  const names = Array.from(
    Buffer.from(bytes)
      .toString()
      .matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g),
    ([, name]) => name,
  );
  return new Set(names).size < names.length || names.some((name) => name?.includes('\\'));
}

const handMade = [
  '{}',
  ' {} ',
  '{"a":[[[[[[[[[[]]]]]]]]]]}',
  '{"a":{"b":{"c":{"d":{"e":[1.5,2.5e3,"",{"":""}]}}}}}',
  '{"a":1e5,"b":-0.5E-10,"c":[1,2,[],{},[{}],true,false,null],"d":"\\u00e9\\n\\"x\\\\","é中😀":"é中😀","e":0,"f":-1,"g":1E+2}',
  '{"data":{"\\ud800":1,"b":{"c":2}},"\\ud800":3}',
  '{"\ufffd":{"a":"\ufffd"},"data":{"b":{"c":2}}}',
  '{"source":"a","data":{"a":"b\\\\","b":{"c":true},"long name, longer than sixteen bytes":-12.5},"id":1}',
];

const corpus: readonly string[] = [
  ...lots(40),
  ...cloudEvents(60),
  ...cloudEvents(10).map((text) => JSON.stringify(JSON.parse(text), null, 2)),
  ...lots(10).map((text) => JSON.stringify(JSON.parse(text), null, 1).replace(/\n\s*/g, ' ')),
];

const tokens: readonly Uint8Array[] = [
  ...['{', '}', '[', ']', ',', ':', '"', '\\', '0', '1', '-', '.', 'e', 'E', '+', ' ', '\n', '\t', '\r', '/', 'a'],
  ...['true', 'null', 'false', '""', '"a"', '"a":1,', '{}', '[]', '1.5', '-0', '1e5', '01', '\u0000', '\u0001', '\x7f'],
  ...['é', '😀', '\ufeff', '\\u12', '\\u1234', '\\"', '\\\\', '"data":{"a":1},', '{"b":{"c":1}}'],
].map((text) => new TextEncoder().encode(text));
const invalid = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98, 0x80], [0xe4, 0xb8], [0xc0, 0x80], [0x80]];
const inserts = [...tokens, ...invalid.map((bytes) => new Uint8Array(bytes))];

const PATHS: readonly (readonly string[])[] = [
  ['source'],
  ['type'],
  ['id'],
  ['a'],
  ['é中😀'],
  ['\ud800'],
  ['data', 'a'],
  ['data', 'b', 'c'],
  ['a', 'b', 'c', 'd', 'e'],
  ['data', 'long name, longer than sixteen bytes'],
  ['data', 'properties', 'STREET'],
  ['data', 'properties', 'LOT_NUM'],
  ['data', 'geometry'],
  ['data', 'state'],
  ['data', 'c-count'],
  ['data', 'systemProperties', 'CONSUME_START_TIME'],
  ['data', 'body', 'items'],
  ['data', 'oss', 'object', 'size'],
];

function make(random: Random, size: number): Case {
  // With all of them, some objects have so many that they are found by a hash.
  const paths = random.once(4) ? PATHS : PATHS.filter(() => random.once(3));
  const watched = ['data', 'a'].filter(() => random.once(2));
  const inputs = Array.from({ length: size }, () => ({
    bytes: damaged(random).toString('hex'),
    window: 1 + random.below(600),
  }));
  return { paths, watched, inputs };
}

/** None to three edits of a text, half of them beside what holds JSON together. */
export function damaged(
  random: Random,
  source = random.once(2) ? random.pick(handMade) : random.pick(corpus),
): Buffer<ArrayBuffer> {
  let text = Buffer.from(source);
  for (let edits = random.below(4); edits > 0; edits--) {
    const at = random.below(text.length + 1);
    const kind = random.below(6);
    if (kind === 0) text = spliced(text, at, 1 + random.below(3), new Uint8Array(0));
    else if (kind === 1 && at < text.length) text[at] = random.below(256);
    else if (kind === 2) {
      const insert = random.pick(inserts);
      text = spliced(text, at, insert.length, insert);
    } else if (kind === 3) text = spliced(text, at, 0, random.pick(inserts));
    else
      text = spliced(
        text,
        betweenTokens(text, at),
        0,
        Buffer.from(random.pick([' ', '\n', '\t', '\r']).repeat(1 + random.below(70))),
      );
  }
  return text;
}

function spliced(text: Uint8Array, at: number, cut: number, insert: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.concat([text.subarray(0, at), insert, text.subarray(at + cut)]);
}

/** Beside a bracket or a comma, which most often is outside of strings. */
function betweenTokens(text: Buffer, at: number): number {
  const next = text.subarray(at).findIndex((byte) => byte === 0x2c || byte === 0x7b || byte === 0x7d);
  return next < 0 ? at : at + next;
}

function* smaller({ paths, watched, inputs }: Case): Generator<Case> {
  for (const some of fewer(inputs)) yield { paths, watched, inputs: some };
  if (watched.length > 0) yield { paths, watched: [], inputs };
  for (const some of fewer(paths)) yield { paths: some, watched, inputs };
  for (const some of oneSimpler(inputs, simplerInput)) yield { paths, watched, inputs: some };
}

function* simplerInput({ bytes, window }: Input): Generator<Input> {
  for (const some of fewer(bytes.match(/../g) ?? [])) yield { bytes: some.join(''), window };
  for (const less of [1, window >> 1]) if (less > 0 && less < window) yield { bytes, window: less };
}
