/** Reads numbers that a double stands for: the shortest decimal of their nearest double is the same number. */
import { DOT, MINUS, ZERO } from './characters';

/** The powers of five that a double has exactly. */
const fives: usize = memory.data<u64>([
  1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625,
  30517578125, 152587890625, 762939453125, 3814697265625, 19073486328125, 95367431640625, 476837158203125,
  2384185791015625,
]);
const MOST_PLACES: u32 = 22;

/** The integers below this bound have doubles of their own. */
const EXACT: u64 = 1 << 53;
/** Numbers of so many digits have doubles of their own. */
const SURE_DIGITS: u32 = 15;
/** The shortest decimal of a double has at most so many. */
const MOST_DIGITS: u32 = 17;
/** More may not fit in 64 bits. */
const LARGEST: u32 = 19;

const MANTISSA: u64 = (1 << 52) - 1;
const IMPLIED: u64 = 1 << 52;

/** The double of the JSON number from `i` to `end`; NaN where none stands for it, and where that takes longer to tell. */
export function decimal(i: usize, end: usize): f64 {
  const isNegative = load<u8>(i) === MINUS;
  if (isNegative) i++;
  let digits: u64 = 0;
  let count: u32 = 0;
  let places: u32 = 0;
  let isFraction: u32 = 0;
  for (; i < end; i++) {
    const c = load<u8>(i);
    const digit = u32(c) - u32(ZERO);
    if (digit > 9) {
      if (c !== DOT || isFraction !== 0) return NaN;
      isFraction = 1;
      continue;
    }
    digits = digits * 10 + u64(digit);
    count += u32(digits !== 0);
    places += isFraction;
    if (count > LARGEST) return NaN;
  }
  if (places > MOST_PLACES) return NaN;
  if (count > SURE_DIGITS) {
    for (; places > 0 && digits % 10 === 0; places--) {
      digits /= 10;
      count--;
    }
  }
  let value: f64;
  if (places === 0) value = digits <= EXACT ? f64(digits) : NaN;
  else if (count <= SURE_DIGITS) value = quotient(digits, places);
  else value = count <= MOST_DIGITS ? shortest(digits, places) : NaN;
  return isNegative ? -value : value;
}

/** DIGITS / 10^PLACES, rounded correctly if the digits are below EXACT. */
function quotient(digits: u64, places: u32): f64 {
  return f64(digits) / (f64(load<u64>(fives + (usize(places) << 3))) * f64(u64(1) << u64(places)));
}

/**
 * The double nearest to DIGITS / 10^PLACES if these are its shortest digits; otherwise NaN. The last digit is not 0. Both
 * numbers are scaled to integers: the decimal is DIGITS * 2^SHIFT, the double is M * 5^PLACES. They differ by little, so
 * that the lowest 64 bits of their difference are all of it.
 */
function shortest(digits: u64, places: u32): f64 {
  const bits = reinterpret<u64>(quotient(digits, places));
  const mantissa = bits & MANTISSA;
  // Beside a power of two the doubles are not equally far apart.
  if (mantissa === 0 || mantissa === MANTISSA) return NaN;
  const shift = 1075 - i32(bits >> 52) - i32(places);
  if (shift < 0 || shift > 58) return NaN;
  const five = load<i64>(fives + (usize(places) << 3));
  let difference = i64(digits << u64(shift)) - i64(mantissa | IMPLIED) * five;
  // The quotient of rounded numbers may be a double beside the nearest one.
  let step: i64 = 0;
  if (2 * difference > five) step = 1;
  else if (2 * difference < -five) step = -1;
  difference -= step * five;
  const unit = i64(1) << i64(shift);
  const last = i64(digits % 10);
  // Another decimal of as many digits may be nearer to the double, and one of fewer digits may have the same double.
  if (!isWithin(difference, five) || !isWithin(difference, unit)) return NaN;
  if (isWithin(difference - last * unit, five) || isWithin(difference + (10 - last) * unit, five)) return NaN;
  return reinterpret<f64>(bits + u64(step));
}

function isWithin(difference: i64, width: i64): bool {
  return 2 * difference < width && -2 * difference < width;
}
