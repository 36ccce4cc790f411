/** Arbitrary of small changes of scalars. Some change whether a condition holds, so that the caller checks the result. */
import fc from 'fast-check';
import { anyScalar } from './json-text.ts';
import { once } from './once.ts';
import { anyText } from './text.ts';

/** JSON texts to try instead of `value`, in order. `other` is another value for which the condition holds. */
export type Change = (value: string, other: string) => readonly string[];

export const anyChange = once((): fc.Arbitrary<Change> => {
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.nat(), anyText()).map(([at, text]) => onString(inserted(at, text))) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(), fc.nat(255)).map(([at, digits]) => onString(digitsChanged(at, digits))),
    },
    { weight: 1, arbitrary: fc.nat().map((at) => onString(removed(at))) },
    {
      weight: 2,
      arbitrary: step().map((by) => onNumbers((value) => [value + by, value - by].map((one) => JSON.stringify(one)))),
    },
    { weight: 3, arbitrary: fc.tuple(fc.nat(1000), fc.nat(6)).map(between) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('.0', '.00', 'e0', 'E+0').map((tail) => onNumbers((_v, _o, text) => [text + tail])),
    },
    {
      weight: 3,
      arbitrary: anyScalar().map(
        (text): Change =>
          () => [text],
      ),
    },
  );
});

function step(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1, -1, 1e-7, -1e-7, 2e-7, -2e-7, 0.5));
}

function onString(change: (text: string) => readonly string[]): Change {
  return (value) => (value.startsWith('"') ? change(JSON.parse(value)).map((text) => JSON.stringify(text)) : []);
}

/** Inserts at a place, at the end and at the beginning: one of them leaves a prefix, a suffix or a substring intact. */
function inserted(at: number, text: string): (value: string) => readonly string[] {
  return (value) => {
    const place = at % (value.length + 1);
    return [value.slice(0, place) + text + value.slice(place), value + text, text + value];
  };
}

function removed(at: number): (value: string) => readonly string[] {
  return (value) => {
    const place = at % Math.max(value.length, 1);
    return [value.slice(0, place) + value.slice(place + 1)];
  };
}

/** Replaces one run of digits, as in an address or a version. */
function digitsChanged(at: number, digits: number): (value: string) => readonly string[] {
  return (value) => {
    const runs = [...value.matchAll(/[0-9]+/g)];
    return runs.map((_, i) => {
      const run = runs[(at + i) % runs.length] as RegExpExecArray;
      return value.slice(0, run.index) + digits + value.slice(run.index + run[0].length);
    });
  };
}

function onNumbers(change: (value: number, other: number, text: string) => readonly string[]): Change {
  return (value, other) =>
    (isNumber(value) ? change(Number(value), isNumber(other) ? Number(other) : 0, value) : []).filter(isNumber);
}

/** A number between `value` and `other`: rounded to a few decimals, then exact. */
function between([part, decimals]: [number, number]): Change {
  return onNumbers((value, other) => {
    const exact = value + (part / 1000) * (other - value);
    return [JSON.stringify(Number(exact.toFixed(decimals))), JSON.stringify(exact)];
  });
}

function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(text);
}
