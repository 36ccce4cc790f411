/**
 * Questions about patterns with alternatives, where arrays are transparent. Events without objects in arrays are enough to prove most
 * answers; where they are not, the answer is unknown. The matchers confirm every event.
 */
import { afford, type Budget } from '../value/budget.ts';
import { type Answer, OVER_BUDGET, type Witness, YES } from './answer.ts';
import { claimTree } from './claims.ts';
import { solveTogether } from './joint-events.ts';
import { type Solution, solvePlaces } from './solve.ts';
import type { Subject, SubjectField } from './subject.ts';
import { eventText } from './tree.ts';

/** Why a question is open whose search found no event. */
export const OBJECTS_IN_ARRAYS =
  'an event with objects in arrays might decide it, and such events are not searched where a field may be missing beside others';

const OPEN: Answer = { answer: 'unknown', reason: OBJECTS_IN_ARRAYS };
const SPENT: Answer = { answer: 'unknown', reason: OVER_BUDGET };

/** The maximum number of combinations of alternatives, and of fields that fail. */
const MANY = 1000;

export function alternativesOf(subject: Subject): readonly Subject[] {
  return subject.alternatives ?? [subject];
}

/**
 * Whether an event without objects in arrays exists wherever any event does. A field that may be missing is missing beside the values that
 * are chosen for others below its first name; and a value at the path of a field excludes no value below it.
 */
export function areArraysNeeded(subjects: readonly Subject[]): boolean {
  const fields = subjects.flatMap((subject) => subject.fields);
  const byRoot = new Map<string, SubjectField[]>();
  for (const field of fields) {
    if (field.path.includes('')) return true;
    const root = field.path[0] as string;
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [field]);
    else known.push(field);
  }
  for (const some of byRoot.values()) {
    const paths = new Set(some.map(({ path }) => path.join('.')));
    if (paths.size === 1) continue;
    if (some.some(({ set }) => set.missing)) return true;
    for (const { path } of some) {
      for (let length = 1; length < path.length; length++) if (paths.has(path.slice(0, length).join('.'))) return true;
    }
  }
  return false;
}

/** Whether no event matches all of the subjects. */
export function excludeAlternatives(subjects: readonly Subject[], budget: Budget, arrays: boolean): Answer {
  let open: Answer | undefined;
  let tried = 0;
  for (const some of combinations(subjects.map(alternativesOf))) {
    if (tried++ === MANY || !afford(budget, some.length)) return SPENT;
    const found = solveTogether(some, { budget, arrays });
    if (typeof found === 'object') {
      if (subjects.every(({ matcher }) => matcher.matchesJson(found.value)))
        return { answer: 'no', witness: found.value };
      open ??= OPEN;
    } else if (found === 'unknown') open = SPENT;
    // Without arrays the question is about events that have none.
    else if (arrays && areArraysNeeded(some)) open ??= OPEN;
  }
  return open ?? YES;
}

/** Whether every event that one subject matches is matched by the other. */
export function impliesAlternatives(from: Subject, to: Subject, budget: Budget): Answer {
  let open: Answer | undefined;
  for (const alternative of alternativesOf(from)) {
    const answer = impliesAny(alternative, to, budget);
    if (answer.answer === 'no') return answer;
    if (answer.answer === 'unknown') open ??= answer;
  }
  return open ?? YES;
}

/** Searches an event for which the fields of a conjunction hold, and one field of each alternative does not. */
function impliesAny(from: Subject, to: Subject, budget: Budget): Answer {
  const shared = new Set(from.fields.map(keyOf));
  const others = alternativesOf(to).map(({ fields }) => fields.filter((field) => !shared.has(keyOf(field))));
  const needed = areArraysNeeded([from, ...alternativesOf(to)]);
  // The values that are chosen for the fields of one are those of the other. What is missing depends on the fields before it.
  if (others.some((fields) => fields.length === 0) && !needed) return YES;
  if (to.alternatives?.some(({ fields }) => isSame(fields, from.fields))) return YES;
  let open: Answer | undefined;
  let tried = 0;
  for (const failing of combinations(others.filter((fields) => fields.length > 0))) {
    if (tried++ === MANY || !afford(budget, from.fields.length)) return SPENT;
    const found = eventOf(from, failing, budget);
    if (typeof found === 'object') {
      const { value: witness } = found;
      if (from.matcher.matchesJson(witness) && !to.matcher.matchesJson(witness)) return { answer: 'no', witness };
      open ??= OPEN;
    } else if (found === 'unknown') open = SPENT;
  }
  return open ?? (needed ? OPEN : YES);
}

function isSame(some: readonly SubjectField[], others: readonly SubjectField[]): boolean {
  return some.length === others.length && some.every((field, i) => keyOf(field) === keyOf(others[i] as SubjectField));
}

function keyOf({ path, plan }: SubjectField): string {
  return `${JSON.stringify(path)}${plan.key}`;
}

function eventOf(from: Subject, failing: readonly SubjectField[], budget: Budget): Solution<Witness> {
  const claims = [
    ...from.fields.map((field) => ({ field, holds: true })),
    ...failing.map((field) => ({ field, holds: false })),
  ];
  const found = solvePlaces(claimTree(claims), { budget, arrays: true });
  if (typeof found === 'string') return found;
  return { value: eventText(found.value, new Set(claims.map(({ field }) => field.path[0] as string))) };
}

/** All choices of one item of each list. */
function* combinations<T>(lists: readonly (readonly T[])[], at = 0): Generator<readonly T[]> {
  const list = lists[at];
  if (list === undefined) {
    yield [];
    return;
  }
  for (const first of list) for (const rest of combinations(lists, at + 1)) yield [first, ...rest];
}
