/** Generates texts that are nearly JSON, and others that are not. */
import fc from 'fast-check';
import { anyJson } from '../support/arbitraries/json-text.ts';

const PIECES = [
  ...['{', '}', '[', ']', ':', ',', '"', "'", '\\', '/', '\n', ' ', '\t', '\ufeff', '\u00a0', '“', '”', '`', '#', '=>'],
  ...[
    '"a"',
    '"a":',
    "'b'",
    '\\"c\\"',
    'd',
    'true',
    'nul',
    'None',
    '1',
    '-',
    '1.2.3',
    '01',
    '0x1',
    '1e',
    '\\u12',
    '\\q',
  ],
  ...['// x\n', '/* y */', '/* z', '"\\', '""', '{}', '[]', '"a":[1]', '\u0000', '😀', '\ud83d'],
];

function soup(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { maxLength: 25, size: 'max' }).map((pieces) => pieces.join(''));
}

/** A text with one to three places removed, inserted or truncated. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(3),
    put: fc.constantFrom('', ...PIECES),
    cut: fc.nat(9),
  });
  return fc.tuple(texts, fc.array(slip, { minLength: 1, maxLength: 3 })).map(([text, slips]) =>
    slips.reduce((broken, { at, drop, put, cut }) => {
      const offset = Math.floor(at * (broken.length + 1));
      return broken.slice(0, offset) + (cut === 0 ? '' : put + broken.slice(offset + drop));
    }, text),
  );
}

export function brokenText(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: damaged(anyJson()) }, { weight: 2, arbitrary: soup() });
}

/** The text up to an offset, with its open brackets closed, as an editor does; none when the offset is in a string. */
export function closed(text: string, offset: number): string | undefined {
  const open: string[] = [];
  let inString = false;
  for (let i = 0; i < offset; i++) {
    const c = text[i] as string;
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{') open.push('}');
    else if (c === '[') open.push(']');
    else if (c === '}' || c === ']') open.pop();
  }
  return inString ? undefined : text.slice(0, offset) + open.reverse().join('');
}
