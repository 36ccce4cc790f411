/**
 * The plain values of a set, and the patterns that are filed under them, as `keys-table.ts` writes them into the memory:
 * finds the values of a text among them, and the patterns that these values decide.
 *
 * Keys: the number of places less 1, the address of the table, the length of the longest text, the address of the hits,
 * the most hits, the end of the last value in the text that was read last, and the slots.
 * Slot: its flags, and the value of the current text there: the address of its record, 0, or ODD. 0 between two texts.
 * Table, by hash: the hash and the address of a value, or 0.
 * Value: its tag, its length in bytes, the address behind its items, its text in whole words, its items.
 * Node: the address behind its items, the number of places of its table less 1, its table, its items.
 * Table of a node, by value: the address of a value, or 0, and INLINE + 2 x a pattern, or the address of a list, which is
 * the address behind the list and items.
 * Item: IS_NODE, and the address of a node; or a pattern: HIT x its number + IS_OPEN + the number of values that it needs
 * at other slots; for each of these the slot and the address of the value.
 */
import {
  BACKSLASH,
  isDigit,
  LETTER_F,
  LETTER_N,
  LETTER_T,
  MINUS,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  ZERO,
} from './characters';
import { finish, mix, seed } from './trie';

/** Flags of a slot: it has strings; numbers or literals; what is filed under values; what only JavaScript can look up. */
const STRINGS: u32 = 1;
const SCALARS: u32 = 2;
const FILED: u32 = 4;
const OTHERS: u32 = 8;

/** The value at a slot is one that JavaScript must look up. No address. */
const ODD: u32 = 1;

/** JavaScript must judge the pattern if the text has the values that it needs. */
const IS_OPEN: u32 = 8;
const IS_NODE: u32 = 16;
const HIT_SHIFT: u32 = 5;
const NEEDS: u32 = 7;
const INLINE: u32 = 1;

/** Offsets in bytes. */
const SLOTS: usize = 24;
const SLOT: usize = 8;
const RECORD: usize = 12;
const TEXT: usize = 12;

/** Longer numbers may be equal to others, or become others when they are retyped. */
const LONGEST_NUMBER: u32 = 9;

/** Every value is so many places from that of its hash at most. */
const PROBES: u32 = 512;

const TRUE: usize = memory.data<u8>([0x74, 0x72, 0x75, 0x65, 0, 0, 0, 0]);
const FALSE: usize = memory.data<u8>([0x66, 0x61, 0x6c, 0x73, 0x65, 0, 0, 0]);
const NULL: usize = memory.data<u8>([0x6e, 0x75, 0x6c, 0x6c, 0, 0, 0, 0]);

/** The result of `lookUp` where JavaScript must judge the patterns. */
export const UNDECIDED: i32 = -1;

/** `records` are those of the text that begins at `start`. Returns the number of hits, or UNDECIDED. */
export function lookUp(keys: usize, start: usize, records: usize, count: u32): i32 {
  const end = records + usize(count) * RECORD;
  store<u32>(keys, count === 0 ? 0 : load<u32>(end - 4), 20);
  const hits = findValues(keys, start, records, end) ? findPatterns(keys, records, end) : UNDECIDED;
  for (let record = records; record < end; record += RECORD) {
    const slot = load<i32>(record);
    if (slot >= 0) store<u32>(slotAt(keys, slot), 0, 4);
  }
  return hits;
}

function slotAt(keys: usize, slot: u32): usize {
  return keys + SLOTS + usize(slot) * SLOT;
}

/** Finds the value at each slot. False if JavaScript must look one up. */
function findValues(keys: usize, start: usize, records: usize, end: usize): bool {
  for (let record = records; record < end; record += RECORD) {
    const slot = load<i32>(record);
    if (slot < 0) continue;
    const at = slotAt(keys, slot);
    const flags = load<u32>(at);
    if (flags === 0) continue;
    if ((flags & OTHERS) !== 0) return false;
    const value = plainValue(keys, slot, flags, start + load<u32>(record, 4), start + load<u32>(record, 8));
    if (value === ODD && (flags & FILED) !== 0) return false;
    store<u32>(at, value, 4);
  }
  return true;
}

/** The value of a slot that has the JSON text from `i` to `end`: its address, 0 if no pattern has it, or ODD. */
function plainValue(keys: usize, slot: u32, flags: u32, i: usize, end: usize): u32 {
  const c = load<u8>(i);
  if (c === QUOTE) return (flags & STRINGS) === 0 ? 0 : find(keys, slot << 2, i + 1, u32(end - i) - 2);
  if (c === OPEN_ARRAY) return ODD;
  if (c === OPEN_OBJECT || (flags & SCALARS) === 0) return 0;
  const tag = (slot << 2) | 1;
  if (c === LETTER_T) return find(keys, tag, TRUE, 4);
  if (c === LETTER_F) return find(keys, tag, FALSE, 5);
  if (c === LETTER_N) return find(keys, tag, NULL, 4);
  return isShortInteger(i, end) ? find(keys, tag, i, u32(end - i)) : ODD;
}

/** Whether it is an integer that no other text of a number stands for. */
function isShortInteger(i: usize, end: usize): bool {
  const first = load<u8>(i) === MINUS ? i + 1 : i;
  const length = u32(end - first);
  if (length > LONGEST_NUMBER || !isDigit(load<u8>(first))) return false;
  if (load<u8>(first) === ZERO) return length === 1 && first === i;
  for (let k = first + 1; k < end; k++) if (!isDigit(load<u8>(k))) return false;
  return true;
}

/** ODD for a text with a backslash. */
function find(keys: usize, tag: u32, text: usize, length: u32): u32 {
  const longest = load<u32>(keys, 8);
  if (length > longest) {
    // An escape has at most six bytes.
    return length <= 6 * longest && hasBackslash(text, length) ? ODD : 0;
  }
  const hash = hashOfValue(tag, text, length);
  if (escapes !== 0) return ODD;
  const mask = load<u32>(keys);
  const table: usize = load<u32>(keys, 4);
  for (let probe: u32 = 0; probe < PROBES; probe++) {
    const at = table + (usize((hash + probe) & mask) << 3);
    const value = load<u32>(at, 4);
    if (value === 0) return 0;
    if (load<u32>(at) === hash && isText(value, tag, text, length)) return value;
  }
  return 0;
}

function isText(value: usize, tag: u32, text: usize, length: u32): bool {
  if (load<u32>(value) !== tag || load<u32>(value, 4) !== length) return false;
  value += TEXT;
  const whole = text + (length & ~3);
  for (; text < whole; text += 4, value += 4) if (load<u32>(text) !== load<u32>(value)) return false;
  const rest = length & 3;
  return rest === 0 || ((load<u32>(text) ^ load<u32>(value)) & ((1 << (rest << 3)) - 1)) === 0;
}

function hasBackslash(text: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) if (load<u8>(text + i) === BACKSLASH) return true;
  return false;
}

/** Set by `hashOfValue`: not 0 if the text has a backslash. */
let escapes: u64 = 0;

/** Reads up to seven bytes behind the text. A borrow may mark bytes above a backslash, never without one. */
export function hashOfValue(tag: u32, text: usize, length: u32): u32 {
  const ONES: u64 = u64.MAX_VALUE / 255;
  let hash = seed ^ ((u64(tag) << 32) | u64(length));
  let marks: u64 = 0;
  const whole = text + (length & ~7);
  for (; text < whole; text += 8) {
    const eight = load<u64>(text);
    const backslashes = eight ^ (ONES * BACKSLASH);
    marks |= (backslashes - ONES) & ~backslashes;
    hash = mix(hash ^ eight);
  }
  const rest = length & 7;
  const eight = load<u64>(text) & ((u64(1) << (rest << 3)) - 1);
  const backslashes = eight ^ (ONES * BACKSLASH);
  marks |= (backslashes - ONES) & ~backslashes;
  escapes = marks & (ONES << 7);
  return finish(hash ^ eight);
}

/** What `findPatterns` works on. */
let theKeys: usize = 0;
let firstRecord: usize = 0;
let lastRecord: usize = 0;
let hits: usize = 0;
let most: i32 = 0;
let count: i32 = 0;

/** Writes the hits: the patterns that are filed under a value of the text and find there what else they need. */
function findPatterns(keys: usize, records: usize, end: usize): i32 {
  theKeys = keys;
  firstRecord = records;
  lastRecord = end;
  hits = load<u32>(keys, 12);
  most = load<i32>(keys, 16);
  count = 0;
  for (let record = records; record < end; record += RECORD) {
    const value = valueAt(record);
    if (value <= ODD) continue;
    const items = value + TEXT + ((usize(load<u32>(value, 4)) + 3) & ~3);
    if (!visit(items, load<u32>(value, 8))) return UNDECIDED;
  }
  return count;
}

/** The value at the slot of a record. */
function valueAt(record: usize): usize {
  const slot = load<i32>(record);
  return slot < 0 ? 0 : load<u32>(slotAt(theKeys, slot), 4);
}

/** Visits the items between two addresses. False if JavaScript must judge one. */
function visit(item: usize, behind: usize): bool {
  while (item < behind) {
    const shape = load<u32>(item);
    if (shape === IS_NODE) {
      if (!visitNode(load<u32>(item, 4))) return false;
      item += 8;
      continue;
    }
    const next = item + 4 + (usize(shape & NEEDS) << 3);
    let holds = true;
    for (let need = item + 4; need < next; need += 8) {
      const found = load<u32>(slotAt(theKeys, load<u32>(need)), 4);
      if (found === load<u32>(need, 4)) continue;
      if (found === ODD) return false;
      holds = false;
      break;
    }
    if (holds && !hit(shape)) return false;
    item = next;
  }
  return true;
}

function hit(shape: u32): bool {
  if ((shape & IS_OPEN) !== 0 || count === most) return false;
  store<u32>(hits + (usize(count) << 2), shape >> HIT_SHIFT);
  count++;
  return true;
}

function visitNode(node: usize): bool {
  const mask = load<u32>(node, 4);
  const table = node + 8;
  for (let record = firstRecord; record < lastRecord; record += RECORD) {
    const value = valueAt(record);
    if (value <= ODD) continue;
    let place = placeOf(u32(value));
    while (true) {
      const at = table + (usize(place & mask) << 3);
      const filed = load<u32>(at);
      if (filed === u32(value)) {
        const posting = load<u32>(at, 4);
        if ((posting & INLINE) !== 0) {
          if (!hit(posting >> 1)) return false;
        } else if (!visit(posting + 4, load<u32>(posting))) return false;
        break;
      }
      if (filed === 0) break;
      place++;
    }
  }
  return visit(table + (usize(mask + 1) << 3), load<u32>(node));
}

/** The first place of a value in the table of a node. */
export function placeOf(value: u32): u32 {
  const hash = value * 0x9e3779b1;
  return hash ^ (hash >> 15);
}
