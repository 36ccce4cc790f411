/** Bitmaps of a block of 64 bytes, which is four vectors: bit k stands for byte k. */

export function bitmap(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    u64(i8x16.bitmask(a)) |
    (u64(i8x16.bitmask(b)) << 16) |
    (u64(i8x16.bitmask(c)) << 32) |
    (u64(i8x16.bitmask(d)) << 48)
  );
}

/** The bytes that equal `byte`. */
export function equal(a: v128, b: v128, c: v128, d: v128, byte: u8): u64 {
  const wanted = i8x16.splat(i8(byte));
  return bitmap(i8x16.eq(a, wanted), i8x16.eq(b, wanted), i8x16.eq(c, wanted), i8x16.eq(d, wanted));
}

/** The bytes with the bit FOLD: of brackets, the braces. */
export function folded(a: v128, b: v128, c: v128, d: v128): u64 {
  // FOLD becomes the highest bit of each byte.
  return bitmap(i8x16.shl(a, 2), i8x16.shl(b, 2), i8x16.shl(c, 2), i8x16.shl(d, 2));
}

/** Whether a byte equals `byte`: cheaper than a bitmap. */
export function hasEqual(a: v128, b: v128, c: v128, d: v128, byte: u8): bool {
  const wanted = i8x16.splat(i8(byte));
  return v128.any_true(
    v128.or(v128.or(i8x16.eq(a, wanted), i8x16.eq(b, wanted)), v128.or(i8x16.eq(c, wanted), i8x16.eq(d, wanted))),
  );
}

/** The bytes below `byte` as signed numbers: those of 0x80 and above are below 0. */
export function below(a: v128, b: v128, c: v128, d: v128, byte: u8): u64 {
  const bound = i8x16.splat(i8(byte));
  return bitmap(i8x16.lt_s(a, bound), i8x16.lt_s(b, bound), i8x16.lt_s(c, bound), i8x16.lt_s(d, bound));
}

/** Whether a byte is below `byte` as a signed number. */
export function hasBelow(a: v128, b: v128, c: v128, d: v128, byte: u8): bool {
  const bound = i8x16.splat(i8(byte));
  return v128.any_true(
    v128.or(v128.or(i8x16.lt_s(a, bound), i8x16.lt_s(b, bound)), v128.or(i8x16.lt_s(c, bound), i8x16.lt_s(d, bound))),
  );
}

/** Bit k of the result is the exclusive or of bits 0 to k: with bits at quotes, it is set from each opening quote to the byte before its closing one. */
export function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** After `escapedBytes`: 1 if the first byte of the next block is escaped. */
export let escapesNext: u64 = 0;

/** The bytes behind an odd number of backslashes. `follows` is `escapesNext` of the block before. */
export function escapedBytes(backslashes: u64, follows: u64): u64 {
  const EVEN: u64 = u64.MAX_VALUE / 3;
  // An escaped backslash escapes nothing.
  const active = backslashes & ~follows;
  const behind = (active << 1) | follows;
  const oddStarts = active & ~EVEN & ~behind;
  const carried = oddStarts + active;
  escapesNext = u64(carried < active);
  return (EVEN ^ (carried << 1)) & behind;
}
