/** Two small pieces of syntax for names: JSON pointers, and "did you mean". */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendPointer, parsePointer, pointerTo } from '../../src/index.ts';
import { nearest } from '../../src/pattern/suggest.ts';
import { runs } from '../support/runs.ts';

describe('a JSON pointer', () => {
  it('is parsed to the names from which it was made, whatever they contain', () => {
    const names = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('', '/', '~', '~0', '~1', '~01', 'a/b~c', '__proto__')),
    );
    fc.assert(
      fc.property(names, fc.string(), (path, last) => {
        expect(parsePointer(pointerTo(path))).toEqual(path);
        expect(appendPointer(pointerTo(path), last)).toBe(pointerTo([...path, last]));
      }),
    );
  });

  // RFC 6901, section 5.
  it.each([
    ['', []],
    ['/foo', ['foo']],
    ['/foo/0', ['foo', '0']],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/c%d', ['c%d']],
    ['/m~0n', ['m~n']],
    ['/~01', ['~1']],
  ])('%j has the names %j', (pointer, names) => {
    expect(parsePointer(pointer)).toEqual(names);
  });

  it.each(['a', 'a/b', '#/a', '/~', '/~2', '/a~'])('%j is refused', (pointer) => {
    expect(parsePointer(pointer)).toBeUndefined();
  });

  it('has indexes as numbers', () => {
    expect(pointerTo(['a', 0, 1])).toBe('/a/0/1');
  });
});

describe('the suggestion', () => {
  const NAMES = ['prefix', 'suffix', 'anything-but', 'cidr', 'id', 'source', 'Source-IP'];

  it.each<[string, string | undefined]>([
    ['Prefix', 'prefix'],
    ['PREFIX', 'prefix'],
    ['source-ip', 'Source-IP'],
    ['prefx', 'prefix'],
    ['prrefix', 'prefix'],
    ['perfix', 'prefix'],
    ['sffix', 'suffix'],
    ['anything_but', 'anything-but'],
    ['anythingbutt', 'anything-but'],
    ['cdir', 'cidr'],
    ['cidrs', 'cidr'],
    // Three edits are too many, and so are two in a short name.
    ['prefabs', undefined],
    ['cd', 'id'],
    ['xyz', undefined],
    ['cxdy', undefined],
    // One edit of a single letter gives any other letter.
    ['i', undefined],
    ['', undefined],
    // A correct name needs no suggestion.
    ['prefix', undefined],
    ['constructor', undefined],
  ])('for %j is %j', (name, meant) => {
    expect(nearest(name, NAMES)).toBe(meant);
  });

  it('is within one or two edits, as a plain count of edits confirms', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (name, candidate) => {
        fc.pre(name !== candidate);
        const limit = name.length <= 1 ? 0 : name.length <= 4 ? 1 : 2;
        expect(nearest(name, [candidate]) !== undefined).toBe(edits(name, candidate) <= limit);
      }),
      { numRuns: runs(2000) },
    );
  });

  /** Optimal string alignment, by its definition. */
  function edits(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
    return Math.min(
      edits(a.slice(0, -1), b) + 1,
      edits(a, b.slice(0, -1)) + 1,
      edits(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
      swapped ? edits(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
    );
  }

  it('for a name of more than a hundred characters corrects its case only', () => {
    const long = 'a'.repeat(101);
    expect(nearest(`${long}b`, [`${long}c`])).toBeUndefined();
    expect(nearest(long.toUpperCase(), [long])).toBe(long);
  });
});
