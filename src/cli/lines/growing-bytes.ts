/** A buffer that grows, for the output of a part. */

const SMALLEST = 1 << 16;

/** Enough for the output of an ordinary part. */
const KEEP = 1 << 24;

const encoder = new TextEncoder();

export class GrowingBytes {
  private bytes = new Uint8Array(0);
  private length = 0;
  /** The length that was taken last. */
  private usual = 0;

  add(source: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    this.reserve(end - start);
    this.bytes.set(source.subarray(start, end), this.length);
    this.length += end - start;
  }

  addText(text: string): void {
    if (text === '') return;
    this.reserve(text.length * 3);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** Faster than `add` for some bytes. */
  addFew(source: Uint8Array): void {
    this.reserve(source.length);
    for (let i = 0; i < source.length; i++) this.bytes[this.length + i] = source[i] as number;
    this.length += source.length;
  }

  addByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** The contents in a buffer that is not used again: in that of these bytes, unless it is mostly empty. */
  takeOwn(): Uint8Array {
    const all = this.take();
    if (all.length <= this.bytes.length / 2) return all.slice();
    this.bytes = new Uint8Array(0);
    return all;
  }

  /** Uses a buffer, whatever it contains, unless there is one. Empty pages of the system's memory take longer. */
  reuse(buffer: ArrayBuffer): void {
    if (this.length === 0 && this.bytes.length < buffer.byteLength) this.bytes = new Uint8Array(buffer);
  }

  /** The contents, valid until something is added. */
  take(): Uint8Array {
    const all = this.length === 0 ? new Uint8Array(0) : this.bytes.subarray(0, this.length);
    this.usual = this.length;
    this.length = 0;
    if (this.bytes.length > KEEP) this.bytes = new Uint8Array(0);
    return all;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    const { length } = this.bytes;
    if (needed <= length) return;
    const some = Math.min(this.usual + (this.usual >> 3), KEEP);
    const grown = new Uint8Array(Math.max(SMALLEST, needed, some, Math.min(2 * length, needed + KEEP)));
    if (this.length > 0) grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
