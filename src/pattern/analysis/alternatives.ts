/**
 * Questions about patterns with alternatives, where arrays are transparent. Values in different elements of an array matter only where a
 * field may be missing; some such questions stay open. The matchers confirm every event.
 */
import { afford, type Budget } from '../value/budget.ts';
import { eventsWithElements, looseIn, withoutIdle } from './absences.ts';
import { type Answer, OVER_BUDGET, type Witness, YES } from './answer.ts';
import { placedOf, solveConjunctions } from './joint-alternatives.ts';
import { pathKey } from './path-choices.ts';
import { choicesOf, refute } from './refute.ts';
import type { Subject, SubjectField } from './subject.ts';
import { writeEvent } from './transparent-event.ts';

/** Why a question is open whose search found no event. */
export const OBJECTS_IN_ARRAYS =
  'only an event with objects in an array could decide it, since a field may be missing beside others, and none was found that does';

const OPEN: Answer = { answer: 'unknown', reason: OBJECTS_IN_ARRAYS };
const EMPTY_NAME: Answer = {
  answer: 'unknown',
  reason: 'a path has an empty name, which event-ruler joins in its own way, and no event was found that decides it',
};
const SPENT: Answer = { answer: 'unknown', reason: OVER_BUDGET };
const TOO_MANY: Answer = {
  answer: 'unknown',
  reason: 'the branches of `$or` combine in too many ways to try each of them',
};

/** The maximum number of combinations of alternatives. */
const MANY = 1000;

export function alternativesOf(subject: Subject): readonly Subject[] {
  return subject.alternatives ?? [subject];
}

/** Whether no event matches all of the subjects. */
export function excludeAlternatives(subjects: readonly Subject[], budget: Budget, arrays: boolean): Answer {
  let open: Answer | undefined;
  let tried = 0;
  for (const some of combinations(subjects.map(alternativesOf))) {
    if (tried++ === MANY) return TOO_MANY;
    if (!afford(budget, some.length)) return SPENT;
    const found = solveConjunctions(some, { budget, arrays });
    if (found === 'unknown') open = SPENT;
    else if (found !== 'none') {
      if (subjects.every(({ matcher }) => matcher.matchesJson(found.value)))
        return { answer: 'no', witness: found.value };
      open ??= openFor(some);
    }
  }
  return open ?? YES;
}

/**
 * Whether every event that one subject matches is matched by the other. Without `confirm`, the matchers are not asked where the search is
 * exact, so that they need not be compiled.
 */
export function impliesAlternatives(from: Subject, to: Subject, budget: Budget, confirm = true): Answer {
  const others = alternativesOf(to);
  const known = new Set(others.map(({ fields }) => keyOf(fields)));
  let open: Answer | undefined;
  for (const alternative of alternativesOf(from)) {
    if (known.has(keyOf(alternative.fields))) continue;
    const answer = impliesAny(alternative, to, budget, confirm);
    if (answer.answer === 'no') return answer;
    if (answer.answer === 'unknown') open ??= answer;
  }
  return open ?? YES;
}

function impliesAny(from: Subject, to: Subject, budget: Budget, confirm: boolean): Answer {
  const choices = choicesOf(from.fields);
  const others = alternativesOf(to).map(({ fields }) => withoutIdle(fields, budget));
  const spoken = [...from.fields, ...to.fields];
  const proves = (witness: Witness): boolean => from.matcher.matchesJson(witness) && !to.matcher.matchesJson(witness);
  const found = refute(choices, others, budget);
  if (found === 'unknown') return SPENT;
  if (found !== 'none') {
    const values = [...found.values()].flatMap((choice) => placedOf(choice, budget));
    const witness = writeEvent({ values, fields: spoken }, { arrays: true, usual: from.pattern.dialect });
    return !confirm || proves(witness) ? { answer: 'no', witness } : openFor([from, to]);
  }
  const extras = new Map(
    others.flat().flatMap((field) => (choices.has(pathKey(field.path)) ? [] : [[pathKey(field.path), field] as const])),
  );
  const loose = others.map((fields) => looseIn(fields, from.fields, [...extras.values()]));
  const proved = others.filter((_, i) => loose[i]?.length === 0);
  if (proved.length === others.length) return YES;
  const without = refute(choices, proved, budget);
  if (without === 'none') return YES;
  if (without === 'unknown') return SPENT;
  for (const witness of eventsWithElements(choices, proved, loose.flat(), spoken, budget, from.pattern.dialect)) {
    if (proves(witness)) return { answer: 'no', witness };
  }
  return budget.steps < 0 ? SPENT : openFor([from, to]);
}

function openFor(subjects: readonly Subject[]): Answer {
  return subjects.some(({ fields }) => fields.some(({ path }) => path.includes(''))) ? EMPTY_NAME : OPEN;
}

/** Equal for conjunctions of equal fields, which are sorted. */
function keyOf(fields: readonly SubjectField[]): string {
  let key = keys.get(fields);
  if (key === undefined) {
    key = JSON.stringify(fields.map(({ path, plan }) => [path, plan.key]));
    keys.set(fields, key);
  }
  return key;
}

const keys = new WeakMap<readonly SubjectField[], string>();

/** All choices of one item of each list. */
function* combinations<T>(lists: readonly (readonly T[])[], at = 0): Generator<readonly T[]> {
  const list = lists[at];
  if (list === undefined) {
    yield [];
    return;
  }
  for (const first of list) for (const rest of combinations(lists, at + 1)) yield [first, ...rest];
}
