/** Texts with stars, each of which stands for any text; `\*` and `\\` stand for a star and a backslash. */

/** The literal texts before, between and behind the stars: at least one, and one more than there are stars. */
export type Glob = readonly string[];

export interface GlobProblem {
  readonly problem: 'two-stars' | 'escape';
  /** In UTF-16 code units. */
  readonly offset: number;
}

export function readGlob(text: string): { readonly parts: Glob } | GlobProblem {
  const parts: string[] = [];
  let part = '';
  let afterStar = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit === '*') {
      if (afterStar) return { problem: 'two-stars', offset: i - 1 };
      parts.push(part);
      part = '';
      afterStar = true;
      continue;
    }
    afterStar = false;
    if (unit !== '\\') {
      part += unit;
      continue;
    }
    const escaped = text[++i];
    if (escaped !== '*' && escaped !== '\\') return { problem: 'escape', offset: i - 1 };
    part += escaped;
  }
  return { parts: [...parts, part] };
}

/** The text that reads as these parts. */
export function globText(parts: Glob): string {
  return parts.map((part) => part.replace(/[\\*]/g, '\\$&')).join('*');
}

/** A test for strings that fit as a whole. Linear in the string for each part: the leftmost place of a part is always the best one. */
export function globTest(parts: Glob): (value: string) => boolean {
  const begin = parts[0] as string;
  const end = parts.at(-1) as string;
  if (parts.length === 1) return (value) => value === begin;
  const shortest = begin.length + end.length;
  const middle = parts.slice(1, -1).map(finder);
  return (value) => {
    if (value.length < shortest) return false;
    if (value.substring(0, begin.length) !== begin) return false;
    const last = value.length - end.length;
    if (value.substring(last) !== end) return false;
    let at = begin.length;
    for (const find of middle) {
      at = find(value, at);
      if (at < 0 || at > last) return false;
    }
    return true;
  };
}

/** Longer parts are searched with a table, so that the time does not grow with their length. */
const SHORT = 16;

/** Returns the offset behind the first place of a text from an offset on, or -1. */
type Find = (value: string, from: number) => number;

function finder(text: string): Find {
  const { length } = text;
  if (length <= SHORT) {
    return (value, from) => {
      const at = value.indexOf(text, from);
      return at < 0 ? -1 : at + length;
    };
  }
  const fallback = fallbacksOf(text);
  return (value, from) => {
    let same = 0;
    for (let i = from; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      while (same > 0 && text.charCodeAt(same) !== unit) same = fallback[same - 1] as number;
      if (text.charCodeAt(same) === unit && ++same === length) return i + 1;
    }
    return -1;
  };
}

/** For each beginning of a text, the length of its longest proper ending that is also a beginning (Knuth, Morris and Pratt). */
function fallbacksOf(text: string): Int32Array {
  const fallback = new Int32Array(text.length);
  for (let i = 1, same = 0; i < text.length; i++) {
    while (same > 0 && text[same] !== text[i]) same = fallback[same - 1] as number;
    if (text[same] === text[i]) same++;
    fallback[i] = same;
  }
  return fallback;
}
