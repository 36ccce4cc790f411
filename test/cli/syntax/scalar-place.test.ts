/** The place in the file of each character of a string, in every form of YAML and JSON strings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isScalar, parseDocument, Scalar, stringify } from 'yaml';
import { scalarPlace } from '../../../src/cli/syntax/scalar-place.ts';
import { anyCharacter } from '../../../src/fast-check/text.ts';
import { readJson } from '../../../src/json.ts';
import { runs } from '../../support/runs.ts';

/** The value of a document that is one scalar or a map with one, and the places of its characters. */
function placesIn(text: string): { readonly value: string; readonly places: readonly number[] } {
  const document = parseDocument(text);
  const node = document.get('a', true);
  if (!isScalar(node) || typeof node.value !== 'string' || node.range == null) throw new Error(text);
  const { value } = node;
  const place = scalarPlace(text, { start: node.range[0], end: node.range[1] }, value);
  return { value, places: Array.from({ length: value.length + 1 }, (_, offset) => place(offset)) };
}

describe('a character of a scalar has its place in the file', () => {
  /** Row name, YAML text, and the text at the place of the `X` in the value. */
  const cases: readonly (readonly [string, string, string?])[] = [
    ['plain', 'a: one X two'],
    ['plain on two lines', 'a: one\n  two X\n  three'],
    ['plain with an empty line', 'a: one\n\n\n  two X'],
    ['single quotes', "a: 'it''s X'"],
    ['single quotes on lines', "a: 'one  \n\n   two''s\n   X'"],
    ['double quotes', 'a: "\\"\\\\ \\t \\/ X"'],
    ['escapes of two, four and eight digits', 'a: "\\x41\\u0042\\U00000043 X"'],
    ['an escape that is two characters of JavaScript', 'a: "\\U0001F600 X"'],
    ['an escaped character', 'a: "b\\u0058"', '\\u0058'],
    ['double quotes on lines', 'a: "one  \n\n  two\n  X"'],
    ['an escaped line end', 'a: "one \\\n   two\\\n  \\ X"'],
    ['a literal block', 'a: |\n  one\n    two\n\n  X'],
    ['a literal block with an indentation of its own', 'a: |2\n     one\n  X'],
    ['a literal block with a comment and without its end', 'a: |- # why\n  one\n  X\n\n'],
    ['a literal block that begins with empty lines', 'a: |\n\n \n  X\n'],
    ['a folded block', 'a: >\n  one\n  two\n  X'],
    ['a folded block with empty lines', 'a: >\n  one\n\n\n  two\n  X'],
    ['a folded block with lines that stand further in', 'a: >-\n  {\n    "b":\n      "X"\n  }\n'],
    ['a folded block with lines further in and empty ones', 'a: >+\n  one\n\n    two\n\n    three\n\n  X\n\n'],
    ['line ends of two characters', 'a: |\r\n  one\r\n  X\r\n'],
    ['folded, with line ends of two characters', 'a: >\r\n  one\r\n  two\r\n\r\n  X\r\n'],
  ];
  test.each(cases.map(([name, text, written = 'X']) => ({ name, text, written })))('$name', ({ text, written }) => {
    const { value, places } = placesIn(text);
    const place = places[value.indexOf('X')] as number;
    expect(text.slice(place, place + written.length)).toBe(written);
  });

  test.each(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)(
    'in each form that the library writes as %s',
    (type) => {
      const part = fc.constantFrom(
        'a',
        'b ',
        ' ',
        '\n',
        '\n\n',
        '"',
        "'",
        '\\',
        '{',
        ': ',
        '#',
        '\t',
        'é',
        '😀',
        'word ',
      );
      fc.assert(
        fc.property(
          fc.array(part, { minLength: 1, maxLength: 30 }),
          fc.integer({ min: 20, max: 60 }),
          (parts, width) => {
            const scalar = new Scalar(parts.join(''));
            scalar.type = type;
            const text = stringify({ a: scalar }, { lineWidth: width });
            const { value, places } = placesIn(text);
            for (let i = 0; i < value.length; i++) {
              const [at, next] = [places[i] as number, places[i + 1] as number];
              expect(next).toBeGreaterThanOrEqual(at);
              if (!/[\s"\\\t]/.test(value[i] as string) && text[at] !== '\\') expect(text[at]).toBe(value[i]);
            }
          },
        ),
        { numRuns: runs(300) },
      );
    },
  );

  test('for any string of JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (value) => {
        const text = JSON.stringify(value);
        const place = scalarPlace(text, { start: 0, end: text.length }, value);
        for (let i = 0; i < value.length; i++) {
          const rest = readJson(`"${text.slice(place(i))}`).node;
          expect(rest).toMatchObject({ kind: 'string', value: value.slice(i) });
        }
        expect(place(value.length)).toBe(text.length - 1);
      }),
    );
  });
});

test.each([
  ['blanks', ' '.repeat(1_000_000)],
  ['escapes', '\\"'.repeat(500_000)],
  ['line ends', `${'a\n'.repeat(200_000)}`],
])('a megabyte of %s is read in one pass', (_, inside) => {
  const text = `"${inside}"`;
  const value = inside.replaceAll('\\"', '"').replace(/\n$/, ' ').replaceAll('\n', ' ');
  const started = performance.now();
  expect(scalarPlace(text, { start: 0, end: text.length }, value)(value.length)).toBe(text.length - 1);
  expect(performance.now() - started).toBeLessThan(3_000);
});
