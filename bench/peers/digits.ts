/**
 * Q7: Java 17 prints more digits of some doubles than needed, and event-ruler compares a number's text with them. In the digits of Java it must
 * judge these doubles as any others.
 */
import { comparable } from '../../test/support/aws/numbers.ts';
import type { Ask } from './questions.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts with Java's own digits for each number whose text has the value of its double. */
export function inDigitsOfJava<T extends Texts>(all: readonly T[], ask: Ask): T[] {
  return withOtherNumbers(all, ask, (text, java) => (comparable(text) === undefined ? undefined : java));
}

/** The texts with the shortest digits for each number that is written in Java's. */
export function inShortestDigits<T extends Texts>(all: readonly T[], ask: Ask): T[] {
  return withOtherNumbers(all, ask, (text, java) =>
    Number.isFinite(Number(text)) && sameDigits(text, java) ? String(Number(text)) : undefined,
  );
}

/** `other`: what replaces a number, by its text and what Java prints of its double; asked only where that is not the shortest text. */
function withOtherNumbers<T extends Texts>(
  all: readonly T[],
  ask: Ask,
  other: (text: string, java: string) => string | undefined,
): T[] {
  const numbers = [...new Set(all.flatMap((texts) => Object.values(texts).flatMap(numbersIn)))];
  const printed = numbers.length === 0 ? [] : (ask([{ numbers }])[0]?.split(' ') ?? []);
  const others = new Map<string, string>();
  for (const [i, text] of numbers.entries()) {
    const java = printed[i];
    const isOdd = java !== undefined && !sameDigits(java, String(Number(text)));
    const replacement = isOdd ? other(text, java) : undefined;
    if (replacement !== undefined) others.set(text, replacement);
  }
  return all.map((texts) => {
    const changed = Object.entries(texts).map(([name, text]) => [name, withNumbers(text, others)]);
    return Object.fromEntries(changed) as T;
  });
}

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

function numbersIn(text: string): string[] {
  return (text.match(TOKENS) ?? []).filter((token) => !token.startsWith('"'));
}

function withNumbers(text: string, others: ReadonlyMap<string, string>): string {
  return text.replace(TOKENS, (token) => others.get(token) ?? token);
}

/** Both are texts of one double. */
function sameDigits(java: string, shortest: string): boolean {
  const digits = (text: string): string =>
    text
      .toLowerCase()
      .replace(/e.*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+|0+$/g, '');
  return digits(java) === digits(shortest);
}
