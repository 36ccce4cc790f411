import type fc from 'fast-check';

/** An arbitrary that is made when it is first asked for, and once: making it costs more than drawing from it, and it never changes. */
export function once<T>(make: () => fc.Arbitrary<T>): () => fc.Arbitrary<T> {
  let made: fc.Arbitrary<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
