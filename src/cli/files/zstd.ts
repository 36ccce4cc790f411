/**
 * Decompresses zstd with the decoder of zstd itself, as WebAssembly. That of Node is not used: Node 20 has none, and those of Node 22 and 24
 * end silently after a skippable frame, and Node 22 also where data is cut off.
 */
import { readFileSync } from 'node:fs';

/** What the module exports. Pointers and sizes are unsigned, but arrive as signed numbers. */
interface Decoder {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  free(pointer: number): void;
  ZSTD_createDCtx(): number;
  ZSTD_freeDCtx(context: number): number;
  /** 0 at the end of a frame; the negated number of an error. */
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

/** The build writes it beside the bundle. */
const MODULE = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/cli/zstd/zstddec.wasm', import.meta.url)
  : new URL('./zstd/zstddec.wasm', import.meta.url);

/** One for all inputs, since each reserves much address space. */
let loaded: Decoder | undefined;

/** The types of Node have no WebAssembly, and `node --jitless` has none. */
interface Globals {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
}

function decoder(): Decoder {
  if (loaded !== undefined) return loaded;
  const { WebAssembly } = globalThis as Globals;
  if (WebAssembly === undefined) throw new ZstdError('Node runs without WebAssembly here', false);
  const module = new WebAssembly.Module(readFileSync(MODULE));
  loaded = new WebAssembly.Instance(module, { env: { emscripten_notify_memory_growth() {} } }).exports as Decoder;
  return loaded;
}

/** That of zstd itself is 128 KB, the largest block. */
const PIECE = 1 << 18;
/** Bytes of a structure of pointer, size and position. */
const BUFFER = 12;
/** zstd keeps the numbers of its errors below it. */
const ERRORS = 120;

/** Data that cannot be decompressed. */
export class ZstdError extends Error {
  override readonly name = 'ZstdError';
  /** Whether the data is corrupt or cut off; otherwise another program can decompress it. */
  readonly isBroken: boolean;

  constructor(message: string, isBroken = true) {
    super(message);
    this.isBroken = isBroken;
  }
}

/** All frames, one after another. @throws ZstdError, when iterated, for data that is corrupt or cut off */
export async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const frames = new Frames();
  try {
    for await (const chunk of chunks) yield* frames.read(chunk);
    frames.end();
  } finally {
    frames.free();
  }
}

/** The whole data, of at most `most` bytes. @throws ZstdError */
export function unzstdAll(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): Buffer {
  const frames = new Frames();
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for (const piece of frames.read(bytes)) {
      length += piece.length;
      if (length > most) throw new ZstdError('it is longer than it says');
      pieces.push(piece);
    }
    frames.end();
  } finally {
    frames.free();
  }
  return Buffer.concat(pieces, length);
}

class Frames {
  /** Whether a frame has begun and not ended; also before the first one. */
  private isOpen = true;
  private readonly zstd = decoder();
  private readonly context = this.zstd.ZSTD_createDCtx();
  /** Addresses of the two structures, and of their bytes. */
  private readonly input = this.zstd.malloc(2 * (BUFFER + PIECE));
  private readonly output = this.input + BUFFER;
  private readonly inputBytes = this.output + BUFFER;
  private readonly outputBytes = this.inputBytes + PIECE;

  *read(chunk: Uint8Array): Generator<Buffer> {
    if (this.context === 0 || this.input === 0) throw new ZstdError('there is not enough memory', false);
    for (let at = 0; at < chunk.length; at += PIECE) yield* this.piece(chunk.subarray(at, at + PIECE));
  }

  /** @throws ZstdError when a frame is open */
  end(): void {
    if (this.isOpen) throw new ZstdError('it ends too soon');
  }

  free(): void {
    this.zstd.free(this.input);
    this.zstd.ZSTD_freeDCtx(this.context);
  }

  private *piece(piece: Uint8Array): Generator<Buffer> {
    const { memory } = this.zstd;
    new Uint8Array(memory.buffer).set(piece, this.inputBytes);
    this.put(this.input, this.inputBytes, piece.length);
    for (;;) {
      this.put(this.output, this.outputBytes, PIECE);
      const left = this.zstd.ZSTD_decompressStream(this.context, this.output, this.input);
      if (left < 0 && left >= -ERRORS) throw errorOf(-left);
      this.isOpen = left !== 0;
      const made = this.positionOf(this.output);
      if (made > 0) yield Buffer.from(memory.buffer.slice(this.outputBytes, this.outputBytes + made));
      // Behind a full output there may be more of it, unless the frame has ended.
      if (this.positionOf(this.input) === piece.length && (made < PIECE || !this.isOpen)) return;
    }
  }

  /** The memory may have grown since the last call, which makes earlier views empty. */
  private put(structure: number, bytes: number, size: number): void {
    const view = new DataView(this.zstd.memory.buffer, structure, BUFFER);
    for (const [i, value] of [bytes, size, 0].entries()) view.setUint32(4 * i, value, true);
  }

  private positionOf(structure: number): number {
    return new DataView(this.zstd.memory.buffer).getUint32(structure + 8, true);
  }
}

/** By the numbers of zstd_errors.h. */
function errorOf(code: number): ZstdError {
  const needs = NEEDS.get(code);
  return needs === undefined
    ? new ZstdError(BROKEN.get(code) ?? `it is corrupt (error ${code} of zstd)`)
    : new ZstdError(needs, false);
}

const BROKEN: ReadonlyMap<number, string> = new Map([
  [10, 'behind a frame is other data'],
  [20, 'it is corrupt'],
  [22, 'it is corrupt: the checksum is another one'],
  [72, 'it ends too soon'],
]);

const NEEDS: ReadonlyMap<number, string> = new Map([
  [14, 'it was made by a later version of zstd'],
  [16, 'it needs more than 128 MB of memory; write `zstd -dc --long=31 FILE | eb-pattern …`'],
  [32, 'it needs a dictionary; write `zstd -dc -D DICTIONARY FILE | eb-pattern …`'],
  [64, 'there is not enough memory'],
]);
