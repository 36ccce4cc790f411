/** Walks over Thrift structs of Parquet before they are read, since the reader makes lists as long as the file says. */

/** Structs and lists in each other; those of Parquet are 7 deep. */
const DEEPEST = 32;
/** Bytes of a number of 64 bits. */
const LONGEST = 10;

const TRUE = 1;
const FALSE = 2;

/** The end of the struct at a place; undefined if the bytes end before it does. @throws Error for what is no struct */
export function structEnd(bytes: Uint8Array, start: number): number | undefined {
  const walker = new Walker(bytes, start);
  walker.struct(0);
  return walker.at <= bytes.length ? walker.at : undefined;
}

class Walker {
  private readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  struct(depth: number): void {
    if (depth > DEEPEST) throw new Error('its metadata is nested too deep');
    while (this.at <= this.bytes.length) {
      const head = this.byte();
      const type = head & 0x0f;
      if (type === 0) return;
      if (head >> 4 === 0) this.varint();
      if (type !== TRUE && type !== FALSE) this.element(type, depth);
    }
  }

  private element(type: number, depth: number): void {
    switch (type) {
      case TRUE:
      case FALSE:
      case 3:
        this.at += 1;
        return;
      case 4:
      case 5:
      case 6:
        this.varint();
        return;
      case 7:
        this.at += 8;
        return;
      case 8:
        // Before the addition: the length moves the place.
        this.at = this.varint() + this.at;
        return;
      case 9:
        this.list(depth + 1);
        return;
      case 12:
        this.struct(depth + 1);
        return;
      default:
        throw new Error('its metadata has a value of no known type');
    }
  }

  /** Each element has at least one byte. */
  private list(depth: number): void {
    if (depth > DEEPEST) throw new Error('its metadata is nested too deep');
    const head = this.byte();
    const size = head >> 4 === 15 ? this.varint() : head >> 4;
    if (size > this.bytes.length - this.at) {
      this.at = Number.POSITIVE_INFINITY;
      return;
    }
    for (let i = 0; i < size && this.at <= this.bytes.length; i++) this.element(head & 0x0f, depth);
  }

  private varint(): number {
    let value = 0;
    for (let i = 0; i < LONGEST; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new Error('its metadata has a number of more than 64 bits');
  }

  /** 0 behind the end, where the place counts on. */
  private byte(): number {
    return this.bytes[this.at++] ?? 0;
  }
}
