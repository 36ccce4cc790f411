import type fc from 'fast-check';

/** Makes an arbitrary at the first call and returns it at later calls, since making one costs more than drawing from it. */
export function once<T>(make: () => fc.Arbitrary<T>): () => fc.Arbitrary<T> {
  let made: fc.Arbitrary<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
