/** Arbitraries of JSON texts, realistic and hostile. */
import fc from 'fast-check';
import { once } from './once.ts';
import { anyName, anyText } from './text.ts';
import { objectText } from './tree.ts';

const NUMBERS = [
  ...['0', '-0', '0.0', '1', '1.0', '1e0', '-5', '300', '300.0', '3e2', '3.0E+2', '1.10', '301.8', '0.0001', '1e-7'],
  ...['5.0000001', '2147483648', '-2147483649', '9007199254740993', '1e19', '12345678901234567890', '5e-324', '1e400'],
];

/** Texts of JSON numbers, of any size. */
export const anyNumber = once((): fc.Arbitrary<string> => {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => `${whole}.${part}0`) },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  );
});

export const anyScalar = once((): fc.Arbitrary<string> => {
  return fc.oneof(
    { weight: 4, arbitrary: anyText().map((text) => JSON.stringify(text)) },
    { weight: 3, arbitrary: anyNumber() },
    { weight: 2, arbitrary: fc.constantFrom('null', 'true', 'false') },
  );
});

/** Undefined, to which it shrinks, or sometimes a value. */
export function sometimes<T>(value: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: oneIn - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: value },
  );
}

/** Any JSON value, a few levels deep, rarely a hundred. Names in an object are unique. */
export const anyJson = once((): fc.Arbitrary<string> => {
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: anyScalar() },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`) },
      { weight: 2, arbitrary: anyObject(tie('value')) },
    ),
  }));
  const deep = fc.tuple(fc.nat(100), value).map(([depth, text]) => `${'['.repeat(depth)}${text}${']'.repeat(depth)}`);
  return fc.oneof({ withCrossShrink: true }, { weight: 20, arbitrary: value }, { weight: 1, arbitrary: deep });
});

export function anyObject(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.uniqueArray(fc.tuple(anyName(), value), { maxLength: 4, selector: ([name]) => name }).map(objectText);
}
