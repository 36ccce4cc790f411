/** Names with dots, which join the names of a path in some dialects. */

import { UNWRITABLE } from './engine.ts';

export interface Way {
  /** As it is written. */
  readonly path: readonly string[];
  /** Divided at its dots. */
  readonly way: readonly string[];
}

/**
 * Regular expressions for the texts of events in which a name with dots may stand for several names of a path, other than as the pattern
 * writes it: the name as it is, or with escapes.
 */
export function namesWithDots(ways: readonly Way[]): readonly string[] {
  const joined = new Set<string>();
  for (const { path, way } of ways) {
    for (let from = 0; from < way.length; from++) {
      for (let to = from + 2; to <= way.length; to++) joined.add(way.slice(from, to).join('.'));
    }
    // One name with dots is looked for as it is written; several in one path could be divided in more ways.
    const dotted = path.filter((name) => name.includes('.'));
    if (dotted.length === 1 && onlyIn(dotted[0] as string, ways)) joined.delete(dotted[0] as string);
  }
  // Rows with lone surrogates and NUL pass in any case.
  const names = [...joined].filter((name) => !UNWRITABLE.test(name));
  if (names.length === 0) return [];
  const text = names.join('');
  // Programs escape more than they must only beyond ASCII.
  const escaped = /^[ !#-.0-[\]-~]*$/.test(text) ? '[\\\\]u00[2-7]' : '[\\\\]';
  return [`"(${names.map((name) => name.replace(/[!-/:-@[-^`{-~]/g, '\\$&')).join('|')})"[ \t\r\n]*:`, escaped];
}

/** Whether no way has the names, one behind the other, that a name with dots stands for, but those that write it. */
function onlyIn(name: string, ways: readonly Way[]): boolean {
  return ways.every(({ path, way }) => {
    const times = `.${way.join('.')}.`.split(`.${name}.`).length - 1;
    return times === 0 || (times === 1 && path.filter((one) => one.includes('.')).join() === name);
  });
}
