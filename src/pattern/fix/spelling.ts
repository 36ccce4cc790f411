/** Look-up of names by their letters and digits, and the words for comparisons. */

/** The symbol of each word for a comparison. */
const comparisons: ReadonlyMap<string, string> = new Map([
  ...each('> gt greaterthan greater morethan above', '>'),
  ...each('>= => gte ge greaterthanorequal greaterthanorequals greaterthanorequalto atleast min minimum', '>='),
  ...each('< lt lessthan less below', '<'),
  ...each('<= =< lte le lessthanorequal lessthanorequals lessthanorequalto atmost max maximum', '<='),
]);

export function each<T>(names: string, meaning: T): readonly (readonly [string, T])[] {
  return names.split(' ').map((name) => [name, meaning] as const);
}

/** The symbol of a word for a comparison: `>=` for `gte` and `NumberGreaterThanOrEquals`. */
export function symbolOf(name: string): string | undefined {
  return lookUp(comparisons, name);
}

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
