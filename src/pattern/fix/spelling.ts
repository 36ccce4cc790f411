/** The words for comparisons. */
import { each, lookUp } from '../value/word-lookup.ts';

/** The symbol of each word for a comparison. */
const comparisons: ReadonlyMap<string, string> = new Map([
  ...each('> gt greaterthan greater morethan above', '>'),
  ...each('>= => gte ge greaterthanorequal greaterthanorequals greaterthanorequalto atleast min minimum', '>='),
  ...each('< lt lessthan less below', '<'),
  ...each('<= =< lte le lessthanorequal lessthanorequals lessthanorequalto atmost max maximum', '<='),
]);

/** The symbol of a word for a comparison: `>=` for `gte` and `NumberGreaterThanOrEquals`. */
export function symbolOf(name: string): string | undefined {
  return lookUp(comparisons, name);
}
