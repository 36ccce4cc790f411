import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../src/pattern/value/budget.ts';
import { Automaton } from '../../src/pattern/value/strings/automaton.ts';
import { type Formula, literal, or } from '../../src/pattern/value/strings/formula.ts';
import { search } from '../../src/pattern/value/strings/search.ts';
import { stringsWhere } from '../../src/pattern/value/strings.ts';

/** Counts the characters of the strings that are looked up. */
class Counting extends Set<string> {
  characters = 0;

  override has(text: string): boolean {
    this.characters += text.length;
    return super.has(text);
  }
}

it('offers a text for a long prefix once, not once for each of its characters', () => {
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

describe('the character that represents all that a formula does not name', () => {
  const isFormula = (named: string) => stringsWhere({ kind: 'substring', text: named }).formula;
  const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

  it.each([
    ['a letter', 'x', true],
    ['one of another script, where all letters of ASCII are named', codes.slice(0, 0x100).join(''), true],
    ['the last that is left', codes.filter((one) => one !== '\u0007').join(''), true],
    ['none, where all are named', codes.join(''), false],
  ])('is %s', (_, named, isThere) => {
    const automaton = new Automaton(isFormula(named), [], budgetOf());
    const others = [...automaton.charactersOf(automaton.start)].filter((one) => !named.includes(one));
    expect(others).toHaveLength(isThere ? 1 : 0);
  });

  it('is in none of the strings to avoid', () => {
    const automaton = new Automaton(isFormula('a'), ['xy'], budgetOf());
    expect([...automaton.charactersOf(automaton.start)].some((one) => 'xy'.includes(one))).toBe(false);
  });
});

it('refuses addresses with two readings, which no automaton of this kind can read', () => {
  const [plain, zeros] = [false, true].map((one) => literal({ kind: 'addresses', first: 0, last: 9, zeros: one }));
  expect(() => new Automaton(or([plain as Formula, zeros as Formula]), [], budgetOf())).toThrow(RangeError);
});
