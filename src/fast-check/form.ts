/**
 * The form of generated values: objects, which most programs handle, or JSON text, as the bus sends it. Only in text are 300 and 300.0
 * two values, as they are in the language.
 */
import fc from 'fast-check';
import type { JsonObject, Matcher } from '../index.ts';
import { sometimes } from './json-text.ts';
import { type Tree, treeText } from './tree.ts';

/** `object`: an object as `JSON.parse` returns it, with the same verdict as its JSON text. `text`: JSON text, with any white space and escapes. */
export type As = 'object' | 'text';

/** The type of a generated value. */
export type Formed<A extends As> = A extends 'text' ? string : JsonObject;

/** @throws TypeError for options that are no object */
export function optionsOf<O extends object>(options: O): O {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new TypeError(
    `options are an object, not ${options === null ? 'null' : Array.isArray(options) ? 'an array' : `a value of type ${typeof options}`}`,
  );
}

/** @throws TypeError for a form other than `object` and `text` */
export function formOf<A extends As>(as: A | undefined): As {
  if (as === undefined || as === 'object' || as === 'text') return as ?? 'object';
  throw new TypeError(`there is no form \`${String(as)}\`; the forms are object, text`);
}

/** A tree as an object or as plain JSON text. */
export function formed(as: As, tree: Tree): JsonObject | string {
  const text = treeText(tree);
  // Parsed twice, so that 1e400 is null and -0 is 0, as in the JSON text of the object.
  return as === 'text' ? text : JSON.parse(JSON.stringify(JSON.parse(text)));
}

export function matchesAs(as: As, matcher: Matcher, tree: Tree): boolean {
  const event = formed(as, tree);
  return typeof event === 'string' ? matcher.matchesJson(event) : matcher.matches(event);
}

/** The arbitrary of the values that the caller gets. */
export function given<A extends As>(as: As, trees: fc.Arbitrary<Tree>): fc.Arbitrary<Formed<A>> {
  const values =
    as === 'object'
      ? trees.map((tree) => formed(as, tree))
      : fc.tuple(trees, spelling()).map(([tree, picks]) => spelled(treeText(tree), picks));
  return values as fc.Arbitrary<Formed<A>>;
}

/** Numbers that choose the spelling of each token, used in turn; undefined for plain text. */
function spelling(): fc.Arbitrary<number[] | undefined> {
  return sometimes(fc.array(fc.nat(7), { minLength: 1, maxLength: 24 }), 3);
}

const BLANKS = ['', '', '', '', ' ', '\n', '\t', '\r\n  '];

/** Another JSON text of the same value, with white space and escaped characters. Number texts are kept. */
function spelled(text: string, picks: readonly number[] = []): string {
  if (picks.length === 0) return text;
  let next = 0;
  const pick = (): number => picks[next++ % picks.length] as number;
  return text.replace(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[{}[\],:]/g, (token) => {
    if (!token.startsWith('"')) return `${BLANKS[pick()]}${token}${BLANKS[pick()]}`;
    return pick() < 6 ? token : escaped(token, pick());
  });
}

/** The string with one unescaped character written as \uXXXX. */
function escaped(string: string, which: number): string {
  const at = 1 + which;
  const plain = at < string.length - 1 && !string.includes('\\');
  if (!plain) return string;
  return `${string.slice(0, at)}\\u${string.charCodeAt(at).toString(16).padStart(4, '0')}${string.slice(at + 1)}`;
}
