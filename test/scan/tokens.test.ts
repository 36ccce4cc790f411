/** All short sequences of tokens, below a member that no pattern reads and below one that a pattern reads. */
import { describe, expect, test } from 'vitest';
import { MALFORMED } from '../../src/pattern/scan/bytes.ts';
import { javaScript } from '../../src/pattern/scan/js/engine.ts';
import { Paths } from '../../src/pattern/scan/paths.ts';
import { closeText, openWhole, type Text } from '../../src/pattern/scan/text.ts';
import { isJson } from '../support/is-json.ts';

const TOKENS = ['{', '}', '[', ']', ',', ':', '"a"', '1', 'true'];
/** Of longer sequences only those that begin with an open bracket: any other first token is the whole value. */
const SHORT = 3;
const LONGEST = 5;

const paths = new Paths();
paths.open(['data', 'read', 'a'], 0);

function* sequences(length: number): Generator<string> {
  if (length === 0) yield '';
  else for (const rest of sequences(length - 1)) for (const token of TOKENS) yield rest + token;
}

function* upTo(longest: number): Generator<string> {
  for (let length = 0; length <= longest; length++)
    for (const open of length <= SHORT ? [''] : ['{', '['])
      for (const rest of sequences(length - open.length)) yield open + rest;
}

function isAccepted(source: string): boolean {
  try {
    javaScript.scan(openWhole(source) as Text, paths, 'checked');
    return true;
  } catch (thrown) {
    if (thrown === MALFORMED) return false;
    throw thrown;
  } finally {
    javaScript.release();
    closeText();
  }
}

/** The texts of which the two disagree. */
function wrong(texts: Iterable<string>, around: (value: string) => string): string[] {
  return Array.from(texts, around).filter((text) => isAccepted(text) !== isJson(text));
}

describe.each<[string, (value: string) => string]>([
  ['a member that is not read', (value) => `{"data":{"other":${value}}}`],
  ['a member that is read', (value) => `{"data":{"read":${value}}}`],
  ['a member of an object that is read', (value) => `{"data":{"read":{"a":${value}}}}`],
])('the JavaScript engine, at %s', (_, around) => {
  test(`accepts a sequence of up to ${LONGEST} tokens exactly when JSON.parse does`, () => {
    expect(wrong(upTo(LONGEST), around)).toEqual([]);
  });

  test('accepts a literal with another byte in it, or cut off, exactly when JSON.parse does', () => {
    const near = function* (): Generator<string> {
      for (const literal of ['true', 'false', 'null'])
        for (let at = 0; at <= literal.length; at++)
          for (let code = 0; code < 0x80; code++) {
            const byte = String.fromCharCode(code);
            yield `[${literal.slice(0, at)}${byte}${literal.slice(at + 1)}]`;
            yield literal.slice(0, at) + byte;
          }
    };
    expect(wrong(near(), around)).toEqual([]);
  });
});
