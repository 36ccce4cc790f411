/**
 * Scans trusted text: checks nothing that the paths do not need, and stops at each value that it finds. Continues
 * behind the last complete member when the loaded window ends, so that no byte is loaded twice.
 */
import { MAX_DEPTH } from '../../json/read.ts';
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  leapString,
  leapValue,
  MALFORMED,
  OPEN_OBJECT,
  plainEnd,
  QUOTE,
  skipSpace,
} from '../bytes.ts';
import { stringAt } from '../decode.ts';
import type { Outcome } from '../engine.ts';
import { Paths } from '../paths.ts';
import { loadMore, type Text } from '../text.ts';
import type { ScanNode } from '../trie.ts';

/** The state of the scan between two calls. INVARIANT: `at` is behind a complete member or an opening brace. */
let text: Text;
const none = new Paths();
let paths = none;
let at = 0;
/** Whether `at` is behind an opening brace, not behind a member. */
let opened = false;
/** The innermost open object; `depth` of them are open, and `starts` has the offsets of all but the outermost. */
let node = paths.root;
let depth = 0;
const starts: number[] = [];

/** @throws MALFORMED for text that is not an object */
export function beginLeap(source: Text, along: Paths): Outcome {
  text = source;
  paths = along;
  paths.begin(1);
  paths.next();
  let open = skipSpace(text.bytes, text.start);
  while (open === text.end && loadMore()) open = skipSpace(text.bytes, open);
  if (text.bytes[open] !== OPEN_OBJECT) throw MALFORMED;
  node = paths.root;
  depth = 1;
  at = open + 1;
  opened = true;
  return leap();
}

/** Goes on to the next value at a path. @throws MALFORMED for text that is not JSON after all, if noticed */
export function leap(): Outcome {
  for (;;) {
    const outcome = leapWindow();
    if (outcome !== undefined) return outcome;
    if (!loadMore()) throw MALFORMED;
  }
}

/** Undefined when the window ends, or something malformed follows. */
function leapWindow(): Outcome | undefined {
  const { bytes, view } = text;
  const along = paths;
  // Kept in local variables while members are skipped: those of the module are written once for each value found.
  let within = node;
  let member = at | 0;
  let first = opened;
  for (;;) {
    let i = member;
    let c = bytes[i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (c === CLOSE_OBJECT) {
      const { slot } = within;
      member = i + 1;
      first = false;
      if (--depth === 0) return pause(within, member, first, 'ended');
      within = within.parent as ScanNode;
      if (slot < 0) continue;
      along.record(slot, starts[depth] as number, member);
      return pause(within, member, first, 'paused');
    }
    if (!first) {
      if (c !== COMMA) return pause(within, member, first, undefined);
      c = bytes[++i] as number;
      if (c <= 0x20) {
        i = skipSpace(bytes, i) | 0;
        c = bytes[i] as number;
      }
    }
    if (c !== QUOTE) return pause(within, member, first, undefined);
    const start = ++i;
    i = plainEnd(view, i) | 0;
    let child: ScanNode | undefined;
    if (bytes[i] === QUOTE) {
      child = within.find(bytes, start, i++);
    } else {
      i = leapString(bytes, view, i) | 0;
      if (i < 0) return pause(within, member, first, undefined);
      child = within.children.get(stringAt(text, start, i - 1));
    }
    c = bytes[i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (c !== COLON) return pause(within, member, first, undefined);
    c = bytes[++i] as number;
    if (c <= 0x20) {
      i = skipSpace(bytes, i) | 0;
      c = bytes[i] as number;
    }
    if (child !== undefined && c === OPEN_OBJECT && child.children.size > 0) {
      if (depth === MAX_DEPTH) throw MALFORMED;
      if (child.watched >= 0) along.see(child.watched);
      starts[depth++] = i;
      within = child;
      member = i + 1;
      first = true;
      continue;
    }
    const end = (c === QUOTE ? leapString(bytes, view, i + 1) : leapValue(bytes, view, i)) | 0;
    if (end < 0) return pause(within, member, first, undefined);
    member = end;
    first = false;
    if (child === undefined) continue;
    if (child.watched >= 0) along.see(child.watched);
    if (child.slot < 0) continue;
    along.record(child.slot, i, end);
    return pause(within, member, first, 'paused');
  }
}

/** Keeps the state for the next call. */
function pause(within: ScanNode, member: number, first: boolean, outcome: Outcome | undefined): Outcome | undefined {
  paths.reach = member - text.start;
  node = within;
  at = member;
  opened = first;
  return outcome;
}

/** Drops the references to the paths. */
export function endLeap(): void {
  paths = none;
  node = none.root;
}
