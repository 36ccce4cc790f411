/** Decides whether a changed pattern matches no new events except those of the kind that it was changed for. */
import { isScalar, type JsonNode } from '../json/node.ts';
import type { Pattern } from '../pattern.ts';
import { retype } from '../value/java-numbers.ts';
import { nothing, onlyMissing, setOf, union, type ValueSet } from '../value/value-set.ts';
import { OBJECTS_IN_ARRAYS } from './alternatives.ts';
import { type Answer, UNKNOWN, YES } from './answer.ts';
import { claimTree } from './claims.ts';
import { scalarOf } from './field-holds.ts';
import { solvePlaces } from './solve.ts';
import { type AnalysisOptions, budgetFor, type Subject, type SubjectField, subjectsOf } from './subject.ts';
import { eventText } from './tree.ts';
import { verified } from './verify.ts';

/** The value of the event at a field that was changed. */
export interface Kind {
  /** The index of the field in the old pattern. */
  readonly index: number;
  /** In the event. */
  readonly path: readonly string[];
  /** Undefined if it is missing. */
  readonly node: JsonNode | undefined;
}

/** The maximum number of fields that are compared, pairwise. */
const MOST_FIELDS = 4;

/**
 * An event is of this kind if it has the same plain values at the changed fields. The witness of "no" is an event of
 * another kind that the new pattern matches and the old one does not.
 */
export function onlyThisKind(
  before: Pattern,
  after: Pattern,
  kinds: readonly Kind[],
  options: AnalysisOptions,
): Answer {
  const [old, changed] = subjectsOf([before, after], options) as [Subject, Subject];
  if (changed.alternatives !== undefined) return { answer: 'unknown', reason: OBJECTS_IN_ARRAYS };
  const budget = budgetFor(options);
  const holding = changed.fields.map((field) => ({ field, holds: true }));
  const spoken = new Set([...old.fields, ...changed.fields].map(({ path }) => path[0] as string));
  const asked = kinds.slice(0, MOST_FIELDS);
  let unknown = asked.length < kinds.length;
  // Pairs of different fields first: with several changes, a witness is most likely for one of them.
  const pairs = asked
    .flatMap((one) => asked.map((other) => [one, other] as const))
    .sort(([a, b], [c, d]) => Number(a === b) - Number(c === d));
  for (const [failing, differing] of pairs) {
    const field = old.fields[failing.index];
    const other = old.fields[differing.index];
    if (field === undefined || other === undefined) continue;
    const kind = fieldOf(differing, other);
    const claims = [...holding, { field, holds: false }, { field: kind, holds: false }];
    const found = solvePlaces(claimTree(claims), { budget, arrays: true });
    if (found === 'unknown') unknown = true;
    else if (found !== 'none') {
      const witness = verified(eventText(found.value, spoken, changed.pattern.dialect), [
        [changed, true],
        [old, false],
      ]);
      return { answer: 'no', witness };
    }
  }
  return unknown ? UNKNOWN : YES;
}

/** A field that accepts exactly the values that the event has at a changed field. */
function fieldOf({ path, node }: Kind, { plan, retyped }: SubjectField): SubjectField {
  return { path, plan, retyped, set: setIn(node, retyped) };
}

function setIn(node: JsonNode | undefined, retyped: boolean): ValueSet {
  if (node === undefined) return onlyMissing;
  const values = node.kind === 'array' ? node.items : [node];
  if (values.length === 0 || !values.every(isScalar)) return nothing;
  const sets = values.map((value) => {
    const scalar = scalarOf(value);
    const isNumber = typeof scalar === 'object' && scalar !== null;
    return setOf(isNumber && retyped && node.kind !== 'array' ? { number: retype(scalar.number) } : scalar);
  });
  return union(sets);
}
