/**
 * Generates events for one pattern of the dialect `aws`. One alternative is chosen, its fields get values near their own literals, and the
 * values are laid out: in arrays and arrays of objects, side by side or in different elements, with repeated and joined names.
 */
import fc from 'fast-check';
import { type Condition, oneHolds } from '../aws/conditions.ts';
import { readAlternatives } from '../aws/reading.ts';
import { readAddress } from '../aws/texts.ts';
import { type Json, type Member, readJson, writeJson } from '../json.ts';
import {
  arrayNode,
  type Choose,
  chooser,
  NULL,
  numberNode,
  objectNode,
  rearrange,
  spell,
  textNode,
} from './json-text.ts';
import { nearValues } from './near-values.ts';

/** In more than half of them an alternative holds, except where its fields stand in different elements. */
export function awsEventFor(patternText: string): fc.Arbitrary<string> {
  const alternatives = (readAlternatives(patternText) ?? []).map((fields) =>
    [...fields].map(([path, conditions]) => ({ path, ...sorted(conditions) })),
  );
  const picks = fc.array(fc.nat(255), { minLength: 40, maxLength: 250, size: 'max' });
  return picks.map((picked) => {
    const choose = chooser(picked);
    const fields = alternatives[choose(alternatives.length)] ?? [];
    const event = objectNode([...laidOut(placed(fields, choose), choose), ...extras(choose)]);
    return spell(choose(8) === 7 ? rearrange(event, choose) : event, choose(4) === 3 ? choose : () => 0);
  });
}

interface Sorted {
  /** Undefined stands for a missing field. */
  readonly hits: readonly (Json | undefined)[];
  readonly misses: readonly (Json | undefined)[];
}

function sorted(conditions: readonly Condition[]): Sorted {
  const nodes = conditions.map(({ node }) => node);
  const near = nearValues(nodes);
  const texts = nodes.flatMap(textsIn).flatMap(nearText).map(textNode);
  const values = [undefined, ...new Map([...near, ...texts].map((value) => [writeJson(value), value])).values()];
  const hits = values.filter((value) => oneHolds(conditions, value));
  const misses = values.filter((value) => !oneHolds(conditions, value));
  // A field that no value or every value satisfies has one sort only.
  return { hits: hits.length > 0 ? hits : misses, misses: misses.length > 0 ? misses : hits };
}

function textsIn(node: Json): string[] {
  if (node.kind === 'string') return [node.value];
  if (node.kind === 'array') return node.items.flatMap(textsIn);
  return node.kind === 'object' ? node.members.flatMap(([, value]) => textsIn(value)) : [];
}

/** Other cases, texts for the stars, and other spellings of addresses. */
function nearText(text: string): string[] {
  const filled = ['', 'a', 'ab', 'a\nb'].map((filler) =>
    text.replace(/\\([*\\])|\*/g, (_, escaped: string | undefined) => escaped ?? filler),
  );
  const units = text.split('');
  const swapped = units.map((unit, i) => (i % 2 === 0 ? unit.toUpperCase() : unit.toLowerCase())).join('');
  const folded = units.map((unit) => unit.toUpperCase()).join('');
  const one = units.map((unit, i) => (i === units.length >> 1 ? unit.toUpperCase() : unit)).join('');
  const cased = [swapped, folded, `${folded}x`, `x${folded}`, units.map((unit) => unit.toLowerCase()).join(''), one];
  return [...filled, ...cased, ...nearAddress(text)];
}

/** The ends of its block and what lies beside them, and other writings of them. */
function nearAddress(text: string): string[] {
  if (!/[:.]/.test(text) || !/^[0-9a-f:./+]+$/i.test(text)) return [];
  const [base = '', mask] = text.split('/');
  const read = readAddress(base);
  if (read === undefined) return [base, base.toUpperCase(), '::1', '10.0.0.1'];
  const host = BigInt(read.bits) - BigInt(mask ?? read.bits);
  const first = (read.value >> host) << host;
  const last = first + (1n << host) - 1n;
  const inside = [read.value, first, last, (first + last) / 2n];
  const some = [...inside, first - 1n, last + 1n].filter((value) => value >= 0n && value < 1n << BigInt(read.bits));
  return [...new Set(some)].flatMap((value) => writings(value, read.bits));
}

function writings(value: bigint, bits: 32 | 128): string[] {
  if (bits === 32) {
    const quad = [24n, 16n, 8n, 0n].map((shift) => Number((value >> shift) & 255n));
    const groups = [value >> 16n, value & 0xffffn].map((group) => group.toString(16)).join(':');
    return [quad.join('.'), `::ffff:${groups}`, `0:0:0:0:0:FFFF:${groups}`, `0${quad.join('.')}`];
  }
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const whole = groups.join(':');
  const short = whole.replace(/(^|:)0(:0)*(:|$)/, '::');
  const padded = groups.map((group) => group.padStart(4, '0')).join(':');
  return [short, whole.toUpperCase(), padded, `${whole}:`, `00${whole}`];
}

interface Placed {
  readonly names: readonly string[];
  readonly value: Json | undefined;
  /** Another value of the field. */
  readonly other: Json;
}

function placed(fields: readonly (Sorted & { readonly path: string })[], choose: Choose): Placed[] {
  const way = choose(16);
  const wrong = way < 10 ? -1 : way < 15 ? choose(fields.length || 1) : -2;
  return fields.map(({ path, hits, misses }, i) => {
    const misplaced = wrong === i || (wrong === -2 && choose(2) === 1);
    const from = misplaced ? misses : hits;
    return {
      names: joinedAtRandom(path.split('.'), choose),
      value: from[choose(256) % from.length],
      other: (choose(2) === 0 ? misses : hits)[choose(256) % 7] ?? NULL,
    };
  });
}

/** Names of several steps may be written as one, with a dot. */
function joinedAtRandom(names: readonly string[], choose: Choose): string[] {
  const all: string[] = [];
  for (const name of names) all.push(all.length > 0 && choose(12) === 11 ? `${all.pop()}.${name}` : name);
  return all;
}

/** Members for the values, in objects by the names of their paths. */
function laidOut(all: readonly Placed[], choose: Choose): Member[] {
  return [...new Set(all.map(({ names }) => names[0] ?? ''))].flatMap((name): Member[] => {
    const members = all.filter(({ names }) => names[0] === name);
    const leaves = members.filter(({ names }) => names.length === 1);
    const inner = members.filter(({ names }) => names.length > 1).map((one) => ({ ...one, names: one.names.slice(1) }));
    const values = [
      ...leaves.flatMap((leaf) => scalarsOf(leaf, choose)),
      ...(inner.length > 0 ? severalObjects(inner, choose) : []),
    ];
    const [first, ...others] = values;
    if (first === undefined) return [];
    if (others.length === 0) return [[name, first]];
    // A path that is a field and leads on: in one array, or under one name twice.
    return choose(2) === 0 ? [[name, arrayNode(values)]] : values.map((value) => [name, value]);
  });
}

function scalarsOf({ value, other }: Placed, choose: Choose): Json[] {
  const way = choose(16);
  if (value === undefined)
    return way < 10
      ? []
      : [[arrayNode([]), objectNode([]), arrayNode([objectNode([])]), arrayNode([arrayNode([])])][way % 4] ?? NULL];
  switch (way) {
    case 9:
      return [arrayNode([value])];
    case 10:
      return [arrayNode([value, other])];
    case 11:
      return [arrayNode([other, arrayNode([value])])];
    case 12:
      return [value, other];
    case 13:
      return [arrayNode([arrayNode([]), value, objectNode([['z', other]])])];
    default:
      return [value];
  }
}

/** Mostly one; the parts of an object may stand under one name that occurs twice. */
function severalObjects(all: readonly Placed[], choose: Choose): Json[] {
  if (all.length < 2 || choose(16) !== 15) return [objects(all, choose)];
  const half = choose(all.length);
  return [objects(all.slice(0, half), choose), objects(all.slice(half), choose)];
}

/** One object, or an array of objects in which the values stand together or apart. */
function objects(all: readonly Placed[], choose: Choose): Json {
  const whole = (): Json => objectNode(laidOut(all, choose));
  const others = (): Json =>
    objectNode(
      laidOut(
        all.map((one) => ({ ...one, value: one.other })),
        choose,
      ),
    );
  const half = choose(all.length);
  switch (choose(12)) {
    case 6:
      return arrayNode([whole()]);
    case 7:
      return arrayNode([others(), whole()]);
    case 8:
      return arrayNode([objectNode(laidOut(all.slice(0, half), choose)), objectNode(laidOut(all.slice(half), choose))]);
    case 9:
      return arrayNode([arrayNode([others()]), arrayNode([]), arrayNode([whole(), objectNode([])]), numberNode('1')]);
    case 10:
      return arrayNode([
        arrayNode([objectNode(laidOut(all.slice(0, half), choose)), objectNode(laidOut(all.slice(half), choose))]),
        others(),
      ]);
    case 11:
      return arrayNode([arrayNode([arrayNode([arrayNode([whole(), others()])]), NULL]), arrayNode([arrayNode([])])]);
    default:
      return whole();
  }
}

const EXTRAS = [
  '{"z":1}',
  '{"id":"1"}',
  '{"a":{"z":"x"}}',
  '{"detail":{"z":["x"]}}',
  '{"":"x"}',
  '{"e":[{"z":1},2]}',
  '{"a.b":null}',
].map(readJson);

function extras(choose: Choose): readonly Member[] {
  const extra = choose(4) === 3 ? EXTRAS[choose(EXTRAS.length)] : undefined;
  return extra?.kind === 'object' ? extra.members : [];
}
