/** Judges lines and collects the output. Independent of their source. */
import {
  compilePattern,
  EventSyntaxError,
  type Pattern,
  PatternError,
  type PatternOptions,
  type PatternSet,
} from '../../index.ts';
import { type EventSpace, FAILS, HOLDS, type LineTests } from '../../pattern/scan/event-space.ts';
import { Failure, isTooLong } from '../findings/failure.ts';
import type { patternSet } from '../patterns/pattern-set.ts';
import { size } from '../terminal/amounts.ts';
import { withoutCommands } from '../terminal/log-text.ts';
import { ChangeCounter } from './changes.ts';
import { CR, LF } from './cut.ts';
import { GrowingBytes } from './growing-bytes.ts';
import { LineFeeds } from './line-feeds.ts';
import { lineSpace, openedSpace, SPACE_AFTER } from './space.ts';
import { type BadLine, type PartResult, tallySize, type Work } from './work.ts';

/** Describes the event of a line, which is counted from 1. */
export type Describe = (line: number, patterns: readonly number[]) => string;

const TOO_LONG = 'the line is not JSON, or a condition reads a value of more than 512 MB in it';

const NULL = Buffer.from('null\n');
const TRUE = Buffer.from('true\n');
const FALSE = Buffer.from('false\n');
const NO_IDS = Buffer.from('[]\n');

/** Evaluates the line from `start` to `end`. @throws EventSyntaxError, with the offset from `start` */
type MatchLine<T> = (bytes: Uint8Array, start: number, end: number) => T;

/** More lines than a piece of bytes has. */
const MOST = 2 ** 32 - 1;

const NONE: readonly number[] = [];
const FIRST: readonly number[] = [0];

export interface JudgeNeeds {
  /** For `routes`. */
  readonly describe?: Describe | undefined;
  /** For any number of patterns but one. */
  readonly makeSet?: typeof patternSet | undefined;
}

/** A judge with what its work needs. */
export async function openJudge(work: Work, describe?: Describe): Promise<Judge> {
  if (work.patterns.length === 1) return new Judge(work, { describe });
  const { patternSet } = await import('../patterns/pattern-set.ts');
  return new Judge(work, { describe, makeSet: patternSet });
}

export class Judge {
  private readonly work: Work;
  private readonly describe: Describe | undefined;
  private readonly anyMatches: MatchLine<boolean>;
  private readonly matchesIn: MatchLine<readonly number[]>;
  /** The indexes of the patterns that one event matches. @throws EventSyntaxError */
  readonly matchesOf: (event: string | Uint8Array) => readonly number[];
  /** Whether each line has an answer. */
  private readonly isEach: boolean;
  /** The only pattern, where lines may be judged by their bytes. */
  private readonly pattern: Pattern | undefined;
  private tests: { readonly space: EventSpace; readonly of: LineTests | undefined } | undefined;
  /** Neighbouring lines that are not copied to the output yet. */
  private from = 0;
  private to = 0;
  private readonly out = new GrowingBytes();
  private limit = Number.POSITIVE_INFINITY;
  private lineCount = 0;
  /** Bytes of all parts, up to those of the present one. */
  private taken = 0;
  private before = 0;
  private events = 0;
  private matched = 0;
  private readonly counter: ChangeCounter | undefined;
  private tally: Uint32Array | undefined;
  private bad = 0;
  private firstBad: BadLine | undefined;
  private badAfter: number[] = [];
  private ended: 'bad' | 'limit' | undefined;

  /** Costs as much as compiling the patterns. */
  constructor(work: Work, { describe, makeSet }: JudgeNeeds = {}) {
    this.work = work;
    this.describe = describe;
    this.isEach = work.answer === 'each' || work.answer === 'each-ids';
    if (work.changes !== undefined) this.counter = new ChangeCounter(work.patterns.length, work.changes);
    const { patterns, wellFormed, dialect, extensions } = work;
    const options = { wellFormed };
    // One object for all lines: each call has a place of its own.
    const line = { wellFormed, start: 0, end: 0 };
    const at = (start: number, end: number): typeof line => {
      line.start = start;
      line.end = end;
      return line;
    };
    const language = { dialect, extensions };
    const [only] = patterns;
    if (patterns.length === 1 && only !== undefined) {
      const matcher = compilePattern(only[1], language);
      this.anyMatches = (bytes, start, end) => matcher.matchesJson(bytes, at(start, end));
      this.matchesIn = (bytes, start, end) => (matcher.matchesJson(bytes, at(start, end)) ? FIRST : NONE);
      this.matchesOf = (event) => (matcher.matchesJson(event, options) ? FIRST : NONE);
      if (['lines', 'count', 'ids'].includes(work.answer)) this.pattern = matcher.pattern;
    } else {
      const set = setOf(patterns, language, makeSet);
      this.anyMatches = (bytes, start, end) => set.matchesJson(bytes, at(start, end)).length > 0;
      this.matchesIn = (bytes, start, end) => set.matchesJson(bytes, at(start, end));
      this.matchesOf = (event) => set.matchesJson(event, options);
    }
  }

  /** Resets the results. `before`: the number of earlier lines in the file. */
  begin(limit = Number.POSITIVE_INFINITY, before = 0): void {
    this.limit = limit;
    this.before = before;
    this.lineCount = this.events = this.matched = this.bad = 0;
    const { answer } = this.work;
    this.tally = answer === 'tally' || answer === 'changes' ? new Uint32Array(tallySize(this.work)) : undefined;
    if (this.counter !== undefined) this.counter.examples = [];
    this.firstBad = this.ended = undefined;
    this.badAfter = [];
  }

  /** Writes the output to this buffer, which is no longer in use elsewhere, if it has none. Between two parts. */
  reuse(buffer: ArrayBuffer): void {
    this.out.reuse(buffer);
  }

  /** The `TakeLines` of a cutter. */
  readonly take = (bytes: Buffer, start: number, end: number, offset: number): boolean => {
    this.taken += end - start;
    const plain = plainView(bytes);
    if (this.taken < SPACE_AFTER) return this.lines(plain, start, end, offset, undefined);
    const space = this.openSpace();
    space.hold();
    try {
      return this.copied(plain, start, end, offset, space);
    } finally {
      space.letGo();
    }
  };

  /** As `take`, for a cutter of chunks that may be in the space, which is held: it has the only copy of them. */
  readonly takeRead = (bytes: Buffer, start: number, end: number, offset: number): boolean => {
    const space = openedSpace();
    if (bytes.buffer !== space?.bytes.buffer) return this.lines(plainView(bytes), start, end, offset, undefined);
    return this.lines(space.bytes, bytes.byteOffset + start, bytes.byteOffset + end, offset, space);
  };

  /** The space, with what this judge needs in it. Not while it is held. */
  openSpace(): EventSpace {
    const space = lineSpace();
    if (this.tests?.space !== space) this.tests = { space, of: this.testsIn(space) };
    return space;
  }

  private testsIn(space: EventSpace): LineTests | undefined {
    const { wellFormed, maxLine, invert, answer } = this.work;
    const rules = {
      isChecked: !wellFormed,
      longest: maxLine,
      wanted: invert ? FAILS : HOLDS,
      keeps: answer === 'lines',
    } as const;
    return this.pattern && space.openLineTests(this.pattern, rules);
  }

  /** Copies many lines at once into the space, since a copy of each line takes longer. */
  private copied(bytes: Uint8Array, start: number, end: number, offset: number, space: EventSpace): boolean {
    for (let at = start; at < end && this.ended === undefined; ) {
      const to = pieceEnd(bytes, at, end, space.size);
      if (to - at > space.size) {
        this.lines(bytes, at, to, offset + at - start, undefined);
      } else {
        space.bytes.set(bytes.subarray(at, to), space.start);
        this.lines(space.bytes, space.start, space.start + to - at, offset + at - start, space);
      }
      at = to;
    }
    return this.ended === undefined;
  }

  /** `space`: if the bytes are its own. */
  private lines(bytes: Uint8Array, start: number, end: number, offset: number, space: EventSpace | undefined): boolean {
    const tests = space !== undefined && this.tests?.space === space ? this.tests.of : undefined;
    this.from = this.to = start;
    if (space === undefined || tests === undefined) this.linesOneByOne(bytes, start, end, offset, space);
    else this.linesByTests(start, end, offset, space, tests);
    const { out, from, to } = this;
    if (to > from) {
      out.add(bytes, from, to);
      // In the output another line may follow the last line of a file.
      if (bytes[to - 1] !== LF) out.addByte(LF);
    }
    return this.ended === undefined;
  }

  /** Lines that their bytes do not decide are evaluated one by one. */
  private linesByTests(start: number, end: number, offset: number, space: EventSpace, tests: LineTests): void {
    const { work, limit } = this;
    const { bytes } = space;
    for (let at = start; at < end && this.ended === undefined; ) {
      // The last line of a limit is evaluated alone, as are those that are written with ids.
      const most = work.answer === 'ids' ? 0 : Math.min(limit - this.matched - 1, MOST);
      const judged = space.judgeLines(at, end, tests, most);
      this.lineCount += judged.decided;
      this.events += judged.decided;
      this.matched += judged.matched;
      if (work.answer === 'lines') this.keep(bytes, at, judged.keptEnd);
      if (judged.decidedEnd < judged.end) {
        this.linesOneByOne(bytes, judged.decidedEnd, judged.end, offset + judged.decidedEnd - start, space);
      }
      at = judged.end;
    }
  }

  /** Neighbouring lines are copied to the output together. */
  private keep(bytes: Uint8Array, from: number, to: number): void {
    if (this.to !== from) {
      this.out.add(bytes, this.from, this.to);
      this.from = from;
    }
    this.to = to;
  }

  private linesOneByOne(
    bytes: Uint8Array,
    start: number,
    end: number,
    offset: number,
    space: EventSpace | undefined,
  ): void {
    const { work, out } = this;
    const feeds = new LineFeeds(bytes, end, space);
    const copies = work.answer === 'lines';
    let at = start;
    while (at < end && this.ended === undefined) {
      let stop = feeds.next(at);
      const next = Math.min(stop + 1, end);
      // A byte order mark before the first line is not a part of it.
      if (at === start && offset === 0 && hasMark(bytes, at, end)) at += 3;
      if (stop > at && bytes[stop - 1] === CR) stop--;
      if (stop - at > work.maxLine) {
        this.refuse(offset + at - start, 1, `the line is longer than ${size(work.maxLine)}; see --max-line`);
      } else if (!isBlank(bytes, at, stop)) {
        try {
          if (this.judge(bytes, at, stop) && copies) this.keep(bytes, at, next);
        } catch (thrown) {
          if (isTooLong(thrown)) this.refuse(offset + at - start, 1, TOO_LONG);
          else if (!(thrown instanceof EventSyntaxError)) throw thrown;
          else {
            const column = columnAt(bytes.subarray(at, stop), thrown.offset);
            this.refuse(offset + at - start + thrown.offset, column, thrown.problem);
          }
        }
      } else if (this.isEach) out.addFew(NULL);
      this.lineCount++;
      at = next;
    }
  }

  /** The output is valid until the next line; if it is `owned`, for good. */
  finish(reason?: string, owned = false): PartResult {
    const { lineCount: lines, events, matched, tally, bad, firstBad, badAfter } = this;
    const ended = reason === undefined ? this.ended : 'unreadable';
    const examples = this.counter?.examples;
    const output = owned ? this.out.takeOwn() : this.out.take();
    return { lines, events, matched, output, tally, examples, bad, firstBad, badAfter, ended, reason };
  }

  /** Whether the line counts as matching. */
  private judge(bytes: Uint8Array, start: number, end: number): boolean {
    const { answer, invert } = this.work;
    let matches: boolean;
    if (answer === 'lines' || answer === 'count' || answer === 'each')
      matches = this.anyMatches(bytes, start, end) !== invert;
    else matches = this.reach(bytes, start, end);
    if (answer === 'each') this.out.addFew(matches ? TRUE : FALSE);
    this.events++;
    if (matches && ++this.matched >= this.limit) this.ended = 'limit';
    return matches;
  }

  private reach(bytes: Uint8Array, start: number, end: number): boolean {
    const { work, out, tally, counter } = this;
    const patterns = this.matchesIn(bytes, start, end);
    if (counter !== undefined) {
      return counter.add(patterns, tally as Uint32Array, bytes.subarray(start, end), this.lineCount);
    }
    if (tally !== undefined) for (const i of patterns) tally[i] = (tally[i] as number) + 1;
    else if (work.answer === 'routes') out.addText(this.describe?.(this.before + this.lineCount + 1, patterns) ?? '');
    else if (work.answer === 'each-ids') {
      if (patterns.length === 0) out.addFew(NO_IDS);
      else out.addText(`${this.idsOf(patterns)}\n`);
    } else if (patterns.length > 0) {
      out.addText(`{"ids":${this.idsOf(patterns)},"event":`);
      out.add(bytes, start, end);
      out.addText('}\n');
    }
    return patterns.length > 0;
  }

  /** The event is data; the ids, which may be file names, are escaped for logs. */
  private idsOf(patterns: readonly number[]): string {
    return withoutCommands(JSON.stringify(patterns.map((i) => this.work.patterns[i]?.[0])));
  }

  private refuse(offset: number, column: number, problem: string): void {
    this.bad++;
    this.firstBad ??= { line: this.lineCount, column, offset, problem };
    if (this.limit !== Number.POSITIVE_INFINITY) this.badAfter.push(this.matched);
    if (this.work.onBadLine === 'fail') this.ended = 'bad';
    else if (this.work.onBadLine === 'null') this.out.addFew(NULL);
  }
}

/** @throws Failure for a pattern of a packed set that is not valid, though the set has a hash as if it had been checked */
function setOf(
  patterns: Work['patterns'],
  language: PatternOptions,
  makeSet: JudgeNeeds['makeSet'],
): PatternSet<number> {
  if (makeSet === undefined) throw new Error('several patterns need a set');
  try {
    return makeSet(
      patterns.map(([, text], i) => [i, text] as const),
      language,
    );
  } catch (thrown) {
    if (!(thrown instanceof PatternError)) throw thrown;
    const id = patterns[Number(thrown.id)]?.[0];
    throw new Failure({ message: `the pattern \`${id}\` is not valid: ${thrown.diagnostics[0]?.message}` });
  }
}

/** A plain array is read faster than a buffer. */
function plainView(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The end of as many whole lines as there is space for; of the first one if it is longer. */
function pieceEnd(bytes: Uint8Array, at: number, end: number, space: number): number {
  if (end - at <= space) return end;
  const last = bytes.lastIndexOf(LF, at + space - 1);
  if (last >= at) return last + 1;
  const lf = bytes.indexOf(LF, at + space);
  return lf < 0 || lf >= end ? end : lf + 1;
}

function hasMark(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 3 && bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number;
    if (c !== 0x20 && c !== 0x09 && c !== CR) return false;
  }
  return true;
}

function columnAt(line: Uint8Array, offset: number): number {
  return new TextDecoder().decode(line.subarray(0, offset)).length + 1;
}
