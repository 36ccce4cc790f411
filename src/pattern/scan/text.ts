/**
 * The text of one event as UTF-8 bytes in a buffer that all engines read. Checked text is loaded as a whole; trusted
 * text is loaded in windows, so that a verdict that the first members decide costs no copy of the rest. Text that lies
 * in the space of events is read where it is: its windows are not copied.
 */

/**
 * The loaded bytes, from `start` to `end`, followed by a zero byte and three more. Valid until the text is closed;
 * loading more may replace `bytes` and `view`, and leaves every offset valid.
 */
export interface Text {
  /** The whole buffer, which has the text at any place. */
  readonly bytes: Uint8Array;
  /** A view of the whole buffer, with the same offsets. */
  readonly view: DataView;
  readonly start: number;
  /** The end of what is loaded. */
  readonly end: number;
  /** Whether all of the text is loaded. */
  readonly whole: boolean;
  /** The same text as a string, if each loaded byte is one code unit: values are then sliced, not decoded. */
  readonly ascii: string | undefined;
}

/** The part of a buffer that texts may lie in. */
export interface Space {
  /** The whole buffer, and a view of it with the same offsets. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView;
  readonly start: number;
  /** In bytes. */
  readonly size: number;
}

/**
 * The sizes of the windows: the first one in bytes (of a string: code units), then so many times as much. With `adapts`
 * the first one is as large as the last text of the same paths needed. Tests change them.
 */
export const windows = { first: 512, factor: 8, adapts: true };

const SMALLEST = 1 << 16;

/** A source of at most so many bytes is copied at once: a view of its first window costs more than the rest. */
const SHORT = 4096;

/** Larger buffers are not kept. */
const KEEP = 1 << 22;

/** Bytes behind a text that a scan may read. */
const BEHIND = 4;

const encoder = new TextEncoder();

/** Space in a buffer of its own. */
export function ownSpace(size: number): Space {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer), start: 0, size };
}

let makeSpace = ownSpace;
/** The space of events. */
let events: Space | undefined;

class Buffered implements Text {
  /** Of texts that are copied. */
  private own = makeSpace(SMALLEST);
  bytes = this.own.bytes;
  view = this.own.view;
  start = this.own.start;
  end = this.own.start;
  whole = true;
  ascii: string | undefined = '';
  private source: string | Uint8Array = '';
  /** The begin of the text in the source. */
  private from = 0;
  /** In bytes or code units: the length of the text, and how much of it is loaded. */
  private length = 0;
  private loaded = 0;
  /** Whether the text is not copied. The zero byte behind what is loaded then stands in place of another one. */
  private inPlace = false;
  private replaced = 0;

  open(source: string | Uint8Array, from: number, to: number, length: number): boolean {
    this.source = source;
    this.from = from;
    this.length = to - from;
    this.loaded = 0;
    if (events !== undefined && source === events.bytes) this.enter(events, from);
    this.end = this.start;
    this.whole = false;
    this.ascii = typeof source === 'string' ? source : undefined;
    return this.load(length);
  }

  private enter({ bytes, view }: Space, from: number): void {
    this.bytes = bytes;
    this.view = view;
    this.start = from;
    this.inPlace = true;
    this.replaced = bytes[from] as number;
  }

  /** Loads the source up to this length. False for a lone surrogate, which UTF-8 cannot represent. */
  private load(length: number): boolean {
    const { source, loaded } = this;
    let to = Math.min(length, this.length);
    if (this.inPlace) {
      const { bytes } = this;
      bytes[this.end] = this.replaced;
      this.end = this.start + to;
      this.replaced = bytes[this.end] as number;
    } else if (typeof source !== 'string') {
      this.loadBytes(source, to);
    } else {
      // A pair of surrogates is loaded together.
      if (to < source.length && isHighSurrogate(source.charCodeAt(to - 1))) to++;
      const part = to - loaded === source.length ? source : source.slice(loaded, to);
      if (!part.isWellFormed()) return false;
      this.reserve(part.length * 3);
      const { bytes, end } = this;
      const { written } = encoder.encodeInto(part, end === 0 ? bytes : bytes.subarray(end));
      if (written !== part.length) this.ascii = undefined;
      this.end += written;
    }
    this.bytes[this.end] = 0;
    this.loaded = to;
    this.whole = to === this.length;
    return true;
  }

  private loadBytes(source: Uint8Array, to: number): void {
    const { from, length, loaded } = this;
    if (length > SHORT) {
      this.reserve(to - loaded);
      this.bytes.set(source.subarray(from + loaded, from + to), this.end);
    } else if (loaded === 0) {
      this.reserve(length);
      this.bytes.set(length === source.length ? source : source.subarray(from, from + length), this.end);
    } else {
      // All is copied; the zero byte replaced one.
      this.bytes[this.end] = source[from + loaded] as number;
    }
    this.end += to - loaded;
  }

  /** False if nothing more can be loaded. */
  more(): boolean {
    return !this.whole && this.load(Math.max(this.loaded + 1, Math.floor(this.loaded * windows.factor)));
  }

  /** Drops the source, and a buffer that megabytes of text needed. */
  close(): void {
    this.source = '';
    this.ascii = '';
    this.loaded = 0;
    if (this.inPlace) {
      this.bytes[this.end] = this.replaced;
      this.inPlace = false;
      this.lieIn(this.own);
    } else if (this.own.size > KEEP) {
      this.lieIn(makeSpace(SMALLEST));
    }
  }

  lieIn(space: Space): void {
    this.own = space;
    this.bytes = space.bytes;
    this.view = space.view;
    this.start = space.start;
    this.end = space.start;
  }

  private reserve(more: number): void {
    const { own, bytes, start, end } = this;
    const needed = end - start + more + BEHIND;
    if (own.size >= needed) return;
    // Copied, since making space may end the life of the bytes.
    const loaded = bytes.slice(start, end);
    this.lieIn(makeSpace(2 ** Math.ceil(Math.log2(Math.max(SMALLEST, needed)))));
    this.bytes.set(loaded, this.start);
    this.end = this.start + loaded.length;
  }
}

/** Used by one scan after the other: each text is read completely before the next one. */
const text = new Buffered();

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** Loads all of the text from `from` to `to`, of a string all of it; undefined for a string with a lone surrogate. */
export function openWhole(source: string | Uint8Array, from = 0, to = source.length): Text | undefined {
  return text.open(source, from, to, to - from) ? text : undefined;
}

/**
 * Loads the first window of a text; undefined for a string with a lone surrogate in that window. `reach` is how far the
 * last text was read: a second window costs more than a somewhat larger first one.
 */
export function openWindow(source: string | Uint8Array, reach = 0, from = 0, to = source.length): Text | undefined {
  const { first, adapts } = windows;
  const length = adapts && reach > first ? reach + (reach >> 3) : first;
  return text.open(source, from, to, length) ? text : undefined;
}

/**
 * Loads the next window of the open text behind what is loaded. False when all is loaded, and for a lone surrogate in
 * the window.
 */
export function loadMore(): boolean {
  return text.more();
}

/** Must be called after each scan: no part of an event stays in memory. */
export function closeText(): void {
  text.close();
}

/**
 * Moves the buffer: `make` returns space of at least so many bytes. An engine with a memory of its own calls it, so that
 * texts lie where it reads, and again whenever that memory has grown. Not during a scan.
 */
export function setTextSpace(make: (length: number) => Space): void {
  makeSpace = make;
  text.lieIn(makeSpace(SMALLEST));
}

/**
 * Sets the space of events: a text in its buffer is read where it is, and while it is read the byte behind it is another
 * one. Not during a scan.
 */
export function setEventSpace(space: Space | undefined): void {
  events = space;
}

export function eventSpace(): Space | undefined {
  return events;
}
