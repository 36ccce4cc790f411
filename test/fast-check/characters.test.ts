import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../src/fast-check/text.ts';

test('characters are single and well-formed', () => {
  const characters = fc.sample(anyCharacter, { numRuns: 2000, seed: 1 });
  expect(characters.filter((one) => [...one].length !== 1 || !one.isWellFormed())).toEqual([]);
});

test.each(['\u0000', 'a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'])('%j is one of them', (value) => {
  expect(anyCharacter.canShrinkWithoutContext(value)).toBe(true);
});

test.each(['', 'ab', '\ud800', '\udfff', '😀a', 97, undefined])('%j is none of them', (value) => {
  expect(anyCharacter.canShrinkWithoutContext(value)).toBe(false);
});
