/** Look-up of words as other languages write them, by their letters and digits. */

/**
 * Looks up a name by its word: `StringBeginsWith`, `$in`, `starts_with` and `starts-with` are `beginswith`, `in` and
 * `startswith`.
 */
export function lookUp<T>(table: ReadonlyMap<string, T>, name: string): T | undefined {
  if (name.length > 40) return undefined;
  const word = bare(name);
  if (word === '') return table.get(name.trim());
  if (name.startsWith('!')) return table.get(`not${word}`);
  return table.get(word) ?? table.get(word.replace(/^(?:string|number|bool|str|num)/, ''));
}

/** Letters and digits in lower case. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A row for each of some words, divided by blanks. */
export function each<T>(names: string, meaning: T): readonly (readonly [string, T])[] {
  return names.split(' ').map((name) => [name, meaning] as const);
}
