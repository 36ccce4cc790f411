/** Finds the line feeds of bytes, one after another. */
import type { EventSpace } from '../../pattern/scan/event-space.ts';
import { LF } from './cut.ts';

export class LineFeeds {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private readonly space: EventSpace | undefined;
  /** Searches ten times as fast as an array; made where the space does not search. */
  private buffer: Buffer | undefined;
  /** The line feeds that the space found last, and how many of them are used. */
  private found = 0;
  private used = 0;

  /** `space`: if the bytes are its own. */
  constructor(bytes: Uint8Array, end: number, space: EventSpace | undefined) {
    this.bytes = bytes;
    this.end = end;
    this.space = space?.findsLineFeeds === true ? space : undefined;
  }

  /** The first one at or behind `at`, which is behind the one of the call before; the end of the bytes if there is none. */
  next(at: number): number {
    if (this.space === undefined) return this.search(at);
    if (this.used === this.found) {
      this.used = 0;
      this.found = this.space.findLineFeeds(at, this.end);
      if (this.found === 0) return this.end;
    }
    return this.space.lineFeed(this.used++);
  }

  private search(at: number): number {
    const { bytes } = this;
    this.buffer ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const lf = this.buffer.indexOf(LF, at);
    return lf < 0 || lf >= this.end ? this.end : lf;
  }
}
