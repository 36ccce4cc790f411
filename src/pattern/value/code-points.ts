/** Names of characters that are invisible or look like others: `U+00A0 (no-break space)`. */

/** Names of the Unicode standard, or the shorter common name. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x09, 'tab'],
  [0x0a, 'line feed'],
  [0x0d, 'carriage return'],
  [0x20, 'space'],
  [0x22, 'quotation mark'],
  [0x27, 'apostrophe'],
  [0x2d, 'hyphen-minus'],
  [0x60, 'grave accent'],
  [0x85, 'next line'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0xb4, 'acute accent'],
  [0x0131, 'dotless i'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x2002, 'en space'],
  [0x2003, 'em space'],
  [0x2009, 'thin space'],
  [0x200a, 'hair space'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2010, 'hyphen'],
  [0x2011, 'non-breaking hyphen'],
  [0x2012, 'figure dash'],
  [0x2013, 'en dash'],
  [0x2014, 'em dash'],
  [0x2018, 'left single quotation mark'],
  [0x2019, 'right single quotation mark'],
  [0x201c, 'left double quotation mark'],
  [0x201d, 'right double quotation mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x202f, 'narrow no-break space'],
  [0x2044, 'fraction slash'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0x2212, 'minus sign'],
  [0x2236, 'ratio'],
  [0x3000, 'ideographic space'],
  [0xfeff, 'zero width no-break space'],
]);

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\s$/u, 'a blank'],
  [/^\p{Cc}$/u, 'a control character'],
  [/^(?:\p{Cf}|\p{Default_Ignorable_Code_Point})$/u, 'a character that is not seen'],
  [/^\p{M}$/u, 'a combining mark'],
  [/^\p{Script=Cyrillic}$/u, 'a Cyrillic letter'],
  [/^\p{Script=Greek}$/u, 'a Greek letter'],
  [/^[\uff00-\uffef]$/u, 'a full-width or half-width form'],
];

/** A character by its code point and, if useful, its name. `character` is one code point. */
export function namedCode(character: string): string {
  const code = character.codePointAt(0) as number;
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const kind = NAMES.get(code) ?? KINDS.find(([form]) => form.test(character))?.[1];
  // A lone surrogate has no glyph.
  return `U+${hex}${kind === undefined ? (code >= 0xd800 && code <= 0xdfff ? '' : ` (${character})`) : ` (${kind})`}`;
}
