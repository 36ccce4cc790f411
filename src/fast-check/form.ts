/**
 * In which form a caller gets what was generated. As an object is what most programs handle; as text is what the bus sends: only a
 * text tells 300 from 300.0, which are two values of the language.
 */
import fc from 'fast-check';
import type { JsonObject, Matcher } from '../index.ts';
import { sometimes } from './json-text.ts';
import { type Tree, treeText } from './tree.ts';

/** `object`: as `JSON.parse` gives it, and with the same verdict as its `JSON.stringify`. `text`: JSON, in any spelling. */
export type As = 'object' | 'text';

/** What an arbitrary gives in that form. */
export type Formed<A extends As> = A extends 'text' ? string : JsonObject;

/** @throws TypeError for what is no object */
export function optionsOf<O extends object>(options: O): O {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new TypeError(
    `options are an object, not ${options === null ? 'null' : Array.isArray(options) ? 'an array' : `a value of type ${typeof options}`}`,
  );
}

/** @throws TypeError for a form that does not exist */
export function formOf<A extends As>(as: A | undefined): As {
  if (as === undefined || as === 'object' || as === 'text') return as ?? 'object';
  throw new TypeError(`there is no form \`${String(as)}\`; the forms are object, text`);
}

/** What a caller gets of a tree; of a text the plain spelling. */
export function formed(as: As, tree: Tree): JsonObject | string {
  const text = treeText(tree);
  // Twice, so that 1e400 is null and -0 is 0, as they are once the object is sent.
  return as === 'text' ? text : JSON.parse(JSON.stringify(JSON.parse(text)));
}

export function matchesAs(as: As, matcher: Matcher, tree: Tree): boolean {
  const event = formed(as, tree);
  return typeof event === 'string' ? matcher.matchesJson(event) : matcher.matches(event);
}

/** Trees as the caller gets them. */
export function given<A extends As>(as: As, trees: fc.Arbitrary<Tree>): fc.Arbitrary<Formed<A>> {
  const values =
    as === 'object'
      ? trees.map((tree) => formed(as, tree))
      : fc.tuple(trees, spelling()).map(([tree, picks]) => spelled(treeText(tree), picks));
  return values as fc.Arbitrary<Formed<A>>;
}

/** What is picked at each token, again and again; without picks the text stays plain. */
function spelling(): fc.Arbitrary<number[] | undefined> {
  return sometimes(fc.array(fc.nat(7), { minLength: 1, maxLength: 24 }), 3);
}

const BLANKS = ['', '', '', '', ' ', '\n', '\t', '\r\n  '];

/** Another text of the same value: white space, and characters of strings escaped. Numbers keep their texts. */
function spelled(text: string, picks: readonly number[] = []): string {
  if (picks.length === 0) return text;
  let next = 0;
  const pick = (): number => picks[next++ % picks.length] as number;
  return text.replace(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[{}[\],:]/g, (token) => {
    if (!token.startsWith('"')) return `${BLANKS[pick()]}${token}${BLANKS[pick()]}`;
    return pick() < 6 ? token : escaped(token, pick());
  });
}

/** The string with one of its plain characters written as \uXXXX. */
function escaped(string: string, which: number): string {
  const at = 1 + which;
  const plain = at < string.length - 1 && !string.includes('\\');
  if (!plain) return string;
  return `${string.slice(0, at)}\\u${string.charCodeAt(at).toString(16).padStart(4, '0')}${string.slice(at + 1)}`;
}
