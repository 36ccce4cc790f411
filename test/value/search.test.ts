import { expect, it } from 'vitest';
import { budgetOf } from '../../src/pattern/value/budget.ts';
import { Automaton } from '../../src/pattern/value/strings/automaton.ts';
import { search } from '../../src/pattern/value/strings/search.ts';
import { stringsWhere } from '../../src/pattern/value/strings.ts';

/** Counts the characters of the strings that are looked up in it. */
class Counting extends Set<string> {
  characters = 0;

  override has(text: string): boolean {
    this.characters += text.length;
    return super.has(text);
  }
}

it('offers a string of a long beginning once, not once for each of its characters', () => {
  const begin = 'x'.repeat(5000);
  const { formula } = stringsWhere({ kind: 'beginning', text: begin });
  const except = new Counting([begin]);
  const budget = budgetOf();
  const { members, complete } = search(new Automaton(formula, except, budget), except, 3, budget);
  expect(complete).toBe(true);
  expect(members).toHaveLength(3);
  for (const text of members) expect(text.startsWith(begin)).toBe(true);
  expect(except.characters).toBeLessThan(20 * begin.length);
});
