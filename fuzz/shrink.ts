/** Makes a failing case small: takes the first simpler case that still fails, again and again. */
import type { Json, Member } from '../test/support/json.ts';
import { readJson, writeJson } from '../test/support/json.ts';
import { judged } from './drive.ts';
import { type Difference, Tally, type Target } from './target.ts';

/** A target whose judge is slow must not be shrunk for hours. */
const MOST_TRIES = 5000;

export async function shrink<Case>(
  target: Target<Case>,
  start: Case,
  first: Difference,
): Promise<{ readonly smallest: Case; readonly difference: Difference }> {
  let smallest = start;
  let difference = first;
  let tries = 0;
  for (let found = true; found; ) {
    found = false;
    for (const candidate of target.smaller(smallest)) {
      if (++tries > MOST_TRIES) return { smallest, difference };
      const still = await judged(target, candidate, new Tally());
      // An error in place of a wrong answer is another fault, most likely of a candidate that makes no sense.
      if (still === undefined || (still.of === 'throws') !== (first.of === 'throws')) continue;
      smallest = candidate;
      difference = still;
      found = true;
      break;
    }
  }
  return { smallest, difference };
}

/** Shorter lists: each half, then each list without one item. */
export function* fewer<T>(items: readonly T[]): Generator<T[]> {
  if (items.length > 3) {
    const middle = items.length >> 1;
    yield items.slice(0, middle);
    yield items.slice(middle);
    const quarter = items.length >> 2;
    for (let at = 0; at < items.length; at += quarter) yield items.toSpliced(at, quarter);
  }
  for (let at = 0; items.length > 1 && at < items.length; at++) yield items.toSpliced(at, 1);
}

/** The list with one item made simpler. */
export function* oneSimpler<T>(items: readonly T[], simpler: (item: T) => Iterable<T>): Generator<T[]> {
  for (const [at, item] of items.entries()) for (const other of simpler(item)) yield items.with(at, other);
}

/** Simpler texts of JSON, written plainly; none for a text that is not JSON. */
export function* simplerTexts(text: string): Generator<string> {
  let node: Json;
  try {
    node = readJson(text);
  } catch {
    return;
  }
  const plain = writeJson(node);
  if (plain.length < text.length) yield plain;
  for (const simpler of simplerNodes(node)) yield writeJson(simpler);
}

function* simplerNodes(node: Json): Generator<Json> {
  switch (node.kind) {
    case 'object':
      for (const members of fewerOrNone(node.members)) yield { kind: 'object', members };
      for (const members of oneSimpler(node.members, simplerMembers)) yield { kind: 'object', members };
      return;
    case 'array':
      for (const items of fewerOrNone(node.items)) yield { kind: 'array', items };
      for (const items of oneSimpler(node.items, simplerNodes)) yield { kind: 'array', items };
      return;
    case 'string':
      for (const value of shorter(node.value)) yield { kind: 'string', value };
      return;
    case 'number':
      if (node.text.length > 1)
        for (const text of ['0', '1', String(Number(node.text))]) yield* shorterNumber(node.text, text);
  }
}

function* simplerMembers([name, value]: Member): Generator<Member> {
  for (const simpler of simplerNodes(value)) yield [name, simpler];
}

function* fewerOrNone<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 1) yield [];
  yield* fewer(items);
}

function* shorter(text: string): Generator<string> {
  if (text.length > 2) yield text.slice(0, text.length >> 1);
  if (text.length > 2) yield text.slice(text.length >> 1);
  if (text.length > 0) yield text.slice(1);
  if (text.length > 1) yield text.slice(0, -1);
}

function* shorterNumber(before: string, text: string): Generator<Json> {
  if (text.length < before.length && Number.isFinite(Number(text))) yield { kind: 'number', text };
}
