/**
 * The text of one event as UTF-8 bytes in a buffer that all engines read. Checked text is loaded as a whole; trusted
 * text is loaded in windows, so that a verdict that the first members decide costs no copy of the rest.
 */

/**
 * The loaded bytes, from `start` to `end`, followed by a zero byte and three more. Valid until the text is closed;
 * loading more may replace `bytes` and `view`, and leaves every offset valid.
 */
export interface Text {
  /** The whole buffer. */
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

/** Bytes that a text may lie in: those of `bytes` from `start` on. */
export interface Space {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
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

let makeSpace = (length: number): Space => ({ bytes: new Uint8Array(length), start: 0 });

class Buffered implements Text {
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  start = 0;
  end = 0;
  whole = true;
  ascii: string | undefined = '';
  private source: string | Uint8Array = '';
  /** The loaded bytes or code units of the source. */
  private loaded = 0;

  open(source: string | Uint8Array, length: number): boolean {
    this.source = source;
    this.loaded = 0;
    this.end = this.start;
    this.whole = false;
    this.ascii = typeof source === 'string' ? source : undefined;
    return this.load(length);
  }

  /** Loads the source up to this length. False for a lone surrogate, which UTF-8 cannot represent. */
  private load(length: number): boolean {
    const { source, loaded } = this;
    let to = Math.min(length, source.length);
    if (typeof source !== 'string') {
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
    this.whole = to === source.length;
    return true;
  }

  private loadBytes(source: Uint8Array, to: number): void {
    const { loaded } = this;
    if (source.length > SHORT) {
      this.reserve(to - loaded);
      this.bytes.set(source.subarray(loaded, to), this.end);
    } else if (loaded === 0) {
      this.reserve(source.length);
      this.bytes.set(source, this.end);
    } else {
      // All is copied; the zero byte replaced one.
      this.bytes[this.end] = source[loaded] as number;
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
    if (this.bytes.length - this.start > KEEP) this.lieIn(makeSpace(SMALLEST));
  }

  lieIn({ bytes, start }: Space): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.start = start;
    this.end = start;
  }

  private reserve(more: number): void {
    const { bytes, start, end } = this;
    if (bytes.length >= end + more + BEHIND) return;
    // Copied, since making space may end the life of the bytes.
    const loaded = bytes.slice(start, end);
    this.lieIn(makeSpace(2 ** Math.ceil(Math.log2(Math.max(SMALLEST, end - start + more + BEHIND)))));
    this.bytes.set(loaded, this.start);
    this.end = this.start + loaded.length;
  }
}

/** Used by one scan after the other: each text is read completely before the next one. */
const text = new Buffered();
text.lieIn(makeSpace(SMALLEST));

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** Loads all of a text; undefined for a string with a lone surrogate. */
export function openWhole(source: string | Uint8Array): Text | undefined {
  return text.open(source, source.length) ? text : undefined;
}

/**
 * Loads the first window of a text; undefined for a string with a lone surrogate in that window. `reach` is how far the
 * last text was read: a second window costs more than a somewhat larger first one.
 */
export function openWindow(source: string | Uint8Array, reach = 0): Text | undefined {
  const { first, adapts } = windows;
  const length = adapts && reach > first ? reach + (reach >> 3) : first;
  return text.open(source, length) ? text : undefined;
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
 * Moves the buffer: `make` returns space for at least so many bytes. An engine with a memory of its own calls it, so
 * that texts lie where it reads, and again whenever that memory has grown. Not during a scan.
 */
export function setTextSpace(make: (length: number) => Space): void {
  makeSpace = make;
  text.lieIn(makeSpace(SMALLEST));
}
