/**
 * Damaged bytes where arrays are transparent: WebAssembly finds the same values at the same places as JavaScript, in the
 * same elements, and the numbers that it decodes are those that JavaScript reads.
 */
import { plainLots } from '../../bench/peers/kinds.ts';
import { MALFORMED } from '../../src/pattern/scan/bytes.ts';
import type { Mode } from '../../src/pattern/scan/engine.ts';
import { Occurrences } from '../../src/pattern/scan/occurrences.ts';
import { Paths } from '../../src/pattern/scan/paths.ts';
import { endScan, loadWebAssembly, webAssemblyUse } from '../../src/pattern/scan/scan.ts';
import { closeText, openWhole, openWindow, windows } from '../../src/pattern/scan/text.ts';
import { moving } from '../../src/pattern/scan/wasm/moving.ts';
import type { Element } from '../../src/pattern/together.ts';
import { isComparable } from '../../src/pattern/value/numbers.ts';
import type { Random } from '../random.ts';
import { fewer } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';
import { damaged, isEventText } from './scans.ts';

export interface Case {
  readonly paths: readonly (readonly string[])[];
  /** The paths whose nodes are shared. */
  readonly shared: readonly (readonly string[])[];
  readonly emptyNames: boolean;
  readonly inputs: readonly Input[];
}

interface Input {
  /** As hexadecimal digits. */
  readonly bytes: string;
  /** The size of the first window. */
  readonly window: number;
}

/** `size`: how many texts for each choice of paths. */
export function occurrences(size = 100): Target<Case> {
  return {
    name: 'occurrences',
    compares: 'the values that WebAssembly finds where arrays are transparent with those of JavaScript',
    unit: 'damaged texts',
    positive: 'read by WebAssembly',
    make: (random) => make(random, size),
    judge,
    smaller,
  };
}

function judge({ paths, shared, emptyNames, inputs }: Case, tally: Tally): Difference | undefined {
  if (loadWebAssembly() === undefined) throw new Error('WebAssembly cannot be used here');
  const along = new Paths();
  for (const [slot, path] of paths.entries()) along.open(path, slot);
  for (const path of shared) along.share(along.root.reach(path));
  const all = new Occurrences(emptyNames);
  for (const { bytes, window } of inputs) {
    const text = new Uint8Array(Buffer.from(bytes, 'hex'));
    for (const mode of ['checked', 'trusted'] as const) {
      const expected = found('JavaScript', along, all, text, mode, window);
      const other = found('WebAssembly', along, all, text, mode, window);
      tally.judge(other.isItsOwn);
      // What is found in trusted text that is malformed is left open.
      if (mode === 'trusted' && !isEventText(text)) continue;
      const difference = other.wrongNumber ?? (other.text === expected.text ? undefined : other.text);
      if (difference !== undefined) return { of: `WebAssembly, ${mode}`, expected: expected.text, found: difference };
    }
  }
  return undefined;
}

interface Found {
  readonly text: string;
  /** A number that is not what JavaScript reads. */
  readonly wrongNumber?: string | undefined;
  readonly isItsOwn: boolean;
}

function found(
  engine: 'JavaScript' | 'WebAssembly',
  paths: Paths,
  all: Occurrences,
  bytes: Uint8Array,
  mode: Mode,
  window: number,
): Found {
  const before = { ...windows };
  const use = { ...webAssemblyUse };
  const usual = { ...moving };
  Object.assign(windows, { first: window, factor: 2, adapts: false });
  Object.assign(moving, { after: 0, perPath: 0, perPattern: 0 });
  webAssemblyUse.allowed = engine === 'WebAssembly';
  const wasm = loadWebAssembly();
  try {
    // The first time moves the paths and makes tables.
    for (let times = engine === 'WebAssembly' && paths.kept === undefined ? 3 : 1; times > 0; times--) {
      if (times > 1) attempt(() => all.find(openWhole(bytes) as never, paths, 'checked'));
      else {
        const text = mode === 'checked' ? openWhole(bytes) : openWindow(bytes, 0);
        if (text === undefined) throw new Error('bytes have no lone surrogates');
        all.find(text, paths, mode);
        return { ...read(all, text.bytes, text.start), isItsOwn: all.numbers.buffer === text.bytes.buffer };
      }
      all.clear();
      closeText();
      endScan();
    }
    throw new Error('nothing was read');
  } catch (thrown) {
    if (thrown !== MALFORMED) throw thrown;
    return { text: MALFORMED.message, isItsOwn: false };
  } finally {
    all.clear();
    closeText();
    endScan();
    wasm?.release();
    Object.assign(windows, before);
    Object.assign(webAssemblyUse, use);
    Object.assign(moving, usual);
  }
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    if (thrown !== MALFORMED) throw thrown;
  }
}

function read({ count, slots, starts, ends, numbers, elements }: Occurrences, bytes: Uint8Array, start: number): Found {
  const records: string[] = [];
  let wrongNumber: string | undefined;
  for (let k = 0; k < count; k++) {
    const [from = 0, to = 0] = [starts[k], ends[k]];
    records.push(`${slots[k]}:${from - start}-${to - start}${placeOf(elements[k])}`);
    const number = numbers[k] as number;
    if (Number.isNaN(number)) continue;
    const digits = Buffer.from(bytes.subarray(from, to)).toString();
    if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(digits)) continue;
    if (!Object.is(number, Number(digits)) || !isComparable(digits)) wrongNumber = `${digits} read as ${number}`;
  }
  return { text: records.join(' '), wrongNumber, isItsOwn: false };
}

function placeOf(element: Element | undefined): string {
  return element === undefined ? '' : ` in ${element.array}.${element.index}${placeOf(element.within)}`;
}

const PATHS: readonly (readonly string[])[] = [
  ['a'],
  ['a', 'b'],
  ['a', 'b', 'c'],
  ['a', 'c'],
  ['a', ''],
  ['', 'a'],
  ['e'],
  ['é中😀'],
  ['data', 'a'],
  ['data', 'b', 'c'],
  ['data', '\ud800'],
  ['source'],
  ['properties', 'STREET'],
  ['properties', 'ST_TYPE'],
  ['geometry', 'type'],
  ['geometry', 'firstCoordinates', 'y'],
  ['geometry', 'coordinates', 'x'],
  ['geometry', 'coordinates', 'y'],
  ['geometry', 'coordinates', 'z'],
];

const handMade = [
  '{"a":[{"b":1,"c":[2,3]},{"b":[{"c":4.5}]},[{"b":"x"}],7,[],{}],"a.b":5,"e":[[[1]]]}',
  '{"a.b.c":1,"a":{"b.c":[2,"3"]},"a.":4,".a":5,"..":6,"":{"a":7,"":8},"a.b.c.d":9,"b.a":10}',
  '{"data":{"a":[true,null,false,"",-0,0.0,1.50,1e3],"\\ud800":1},"source":["x",["y"]],"data":{"a":2}}',
  '{"a":{"b":{"c":12345678901234567890},"c":-0.1234567890123456},"e":[0.30000000000000004,9007199254740993,1.7976931348623157e308]}',
  '{"é中😀":[1,2],"data":{"\\u0061":1,"b":[{"c":1},{"c":[{"x":1},2]}]},"e":{"f":1}}',
];
const lots = plainLots(30);

function make(random: Random, size: number): Case {
  const paths = random.once(4) ? PATHS : PATHS.filter(() => random.once(3));
  const shared = [['a'], ['a', 'b'], ['data'], ['geometry', 'coordinates']].filter(() => random.once(2));
  const inputs = Array.from({ length: size }, () => ({
    bytes: damaged(random, withNumbers(random)).toString('hex'),
    window: 1 + random.below(600),
  }));
  return { paths, shared, emptyNames: random.once(2), inputs };
}

/** A text, some of whose numbers are others. */
function withNumbers(random: Random): string {
  const text = random.once(2) ? random.pick(handMade) : random.pick(lots);
  return text.replace(/-?\d+\.?\d*/g, (number) => (random.once(2) ? number : numberText(random)));
}

function numberText(random: Random): string {
  const sign = random.once(3) ? '-' : '';
  return random.weighted(
    // The usual text of a double, of any size.
    [3, () => sign + String(random.unit() * 10 ** (random.below(24) - 8))],
    [2, () => `${sign}${random.below(1000)}.${digits(random, 1 + random.below(20))}`],
    [1, () => `${sign}0.${'0'.repeat(random.below(12))}${digits(random, 1 + random.below(18))}`],
    [1, () => `${sign}${1 + random.below(9)}${digits(random, random.below(20))}`],
    // Beside a double: one more or less in the last digit.
    [2, () => String(random.unit() * 200).replace(/\d$/, () => String(random.below(10)))],
  );
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(10)).join('');
}

function* smaller({ paths, shared, emptyNames, inputs }: Case): Generator<Case> {
  for (const some of fewer(inputs)) yield { paths, shared, emptyNames, inputs: some };
  for (const some of fewer(shared)) yield { paths, shared: some, emptyNames, inputs };
  for (const some of fewer(paths)) yield { paths: some, shared, emptyNames, inputs };
  const [only] = inputs;
  if (inputs.length !== 1 || only === undefined) return;
  for (const some of fewer(only.bytes.match(/../g) ?? []))
    yield { paths, shared, emptyNames, inputs: [{ bytes: some.join(''), window: only.window }] };
}
