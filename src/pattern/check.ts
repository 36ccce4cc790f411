/** What a pattern may say and is surely not meant, or is not portable. Its shape is the business of parse.ts. */
import type { Place, Report } from './diagnostic.ts';
import type { Rules } from './dialect.ts';
import type { JsonMember } from './json/node.ts';
import { foreignOperators, plain } from './operators/index.ts';
import type { Condition } from './pattern.ts';
import { printCondition } from './print.ts';
import { nearest } from './suggest.ts';

/** Operator conditions in one field, and characters of a pattern (API reference, Limits). */
const MAX_OPERATORS = 5;
const MAX_LENGTH = 2048;

/** A top-level key that neither the dialect nor the caller knows. */
export function checkKey(
  place: Place,
  member: JsonMember,
  known: Iterable<string>,
  rules: Rules,
  report: Report,
): void {
  const { name } = member;
  const owner = foreignOperators.get(name);
  const meant = nearest(name, known);
  const hint =
    owner !== undefined
      ? `\`${name}\` is an operator of ${owner}; write one pattern for each alternative`
      : meant !== undefined
        ? `did you mean \`${meant}\`?`
        : 'if your events carry this attribute, declare it as an extension; fields of the payload stand below `data`';
  const severity = rules['unknown-keys'] === 'error' ? 'error' : 'warning';
  report('unknown-key', place, { key: name }, { focus: member.nameRange, severity, hint });
}

/** A condition that is no copy of another one of its field. */
export interface Alternative {
  readonly condition: Condition;
  readonly place: Place;
  /** Canonical JSON. */
  readonly text: string;
}

/** `places[i]` is where `conditions[i]` stands. Answers the different conditions, in source order. */
export function checkField(
  place: Place,
  conditions: readonly Condition[],
  places: readonly Place[],
  report: Report,
): readonly Alternative[] {
  const count = conditions.filter(({ tests }) => tests.some(({ operator }) => operator !== plain)).length;
  if (count > MAX_OPERATORS) {
    report(
      'many-operators',
      place,
      { count, limit: MAX_OPERATORS },
      { hint: 'divide the field among several patterns' },
    );
  }
  const alternatives = new Map<string, Alternative>();
  for (const [i, condition] of conditions.entries()) {
    const at = places[i] as Place;
    const text = printCondition(condition);
    const first = alternatives.get(text);
    if (first === undefined) {
      alternatives.set(text, { condition, place: at, text });
      continue;
    }
    const related = [{ place: first.place, message: 'it is here first' }];
    report('duplicate-condition', at, { condition: text }, { hint: 'remove it', related });
  }
  return [...alternatives.values()];
}

export function checkLength(root: Place, length: number, report: Report): void {
  if (length <= MAX_LENGTH) return;
  report(
    'long-pattern',
    root,
    { length, limit: MAX_LENGTH },
    { hint: 'remove white space, or let one operator cover many values' },
  );
}
