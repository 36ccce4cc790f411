/** Yes-or-no questions about one or two patterns. */

import type { PatternInput } from '../parse.ts';
import type { Budget } from '../value/budget.ts';
import { excludeAlternatives, impliesAlternatives } from './alternatives.ts';
import { type Answer, UNKNOWN, YES } from './answer.ts';
import { endQuestion, solveFailing, solveTogether } from './joint-events.ts';
import { type AnalysisOptions, budgetFor, type Subject, type SubjectField, subjectsOf } from './subject.ts';
import { verified } from './verify.ts';

/**
 * Whether no event matches. The witness of "no" is an event that does.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function neverMatches(pattern: PatternInput, options?: AnalysisOptions): Answer {
  const subjects = subjectsOf([pattern], options);
  return exclude(subjects, budgetFor(options), true);
}

/**
 * Whether `b` matches every event that `a` matches. The witness of "no" is an event that only `a` matches.
 * @throws PatternError for a pattern with errors
 * @throws TypeError for patterns of two dialects
 */
export function implies(a: PatternInput, b: PatternInput, options?: AnalysisOptions): Answer {
  const [from, to] = subjectsOf([a, b], options) as [Subject, Subject];
  return impliesSubject(from, to, budgetFor(options));
}

export function impliesSubject(from: Subject, to: Subject, budget: Budget): Answer {
  if (from.alternatives !== undefined) return impliesAlternatives(from, to, budget);
  try {
    return impliesFields(from, to, budget);
  } finally {
    endQuestion(from);
  }
}

function impliesFields(from: Subject, to: Subject, budget: Budget): Answer {
  const shared = new Set(from.fields.map(keyOf));
  let unknown = false;
  for (const field of to.fields) {
    if (shared.has(keyOf(field))) continue;
    const found = solveFailing(from, field, budget);
    if (found === 'unknown') unknown = true;
    else if (found !== 'none') {
      const witness = verified(found.value, [
        [from, true],
        [to, false],
      ]);
      return { answer: 'no', witness };
    }
  }
  return unknown ? UNKNOWN : YES;
}

function keyOf({ path, plan }: SubjectField): string {
  return `${JSON.stringify(path)}${plan.key}`;
}

/**
 * Whether both match the same events. The witness of "no" is an event that one of them matches.
 * @throws PatternError, TypeError as `implies` does
 */
export function equivalent(a: PatternInput, b: PatternInput, options?: AnalysisOptions): Answer {
  const [one, other] = subjectsOf([a, b], options) as [Subject, Subject];
  const budget = budgetFor(options);
  const forth = impliesSubject(one, other, budget);
  if (forth.answer === 'no') return forth;
  const back = impliesSubject(other, one, budget);
  return back.answer === 'yes' ? forth : back;
}

/** Whether no event matches both of two patterns, answered for two kinds of events. */
export interface Disjoint {
  /** For events whose fields have single values. */
  readonly scalars: Answer;
  /** For all events: one array may have an element for each of two patterns that no single value satisfies. */
  readonly arrays: Answer;
}

/**
 * Whether no event matches both. The witness of "no" is an event that does.
 * @throws PatternError, TypeError as `implies` does
 */
export function disjoint(a: PatternInput, b: PatternInput, options?: AnalysisOptions): Disjoint {
  const subjects = subjectsOf([a, b], options);
  return disjointSubjects(subjects, budgetFor(options));
}

export function disjointSubjects(subjects: readonly Subject[], budget: Budget): Disjoint {
  const scalars = exclude(subjects, budget, false);
  return { scalars, arrays: scalars.answer === 'no' ? scalars : exclude(subjects, budget, true) };
}

/** Whether no event matches all the subjects. */
export function exclude(subjects: readonly Subject[], budget: Budget, arrays: boolean): Answer {
  if (subjects.some(({ alternatives }) => alternatives !== undefined))
    return excludeAlternatives(subjects, budget, arrays);
  const found = solveTogether(subjects, { budget, arrays });
  if (found === 'none') return YES;
  if (found === 'unknown') return UNKNOWN;
  const witness = verified(
    found.value,
    subjects.map((subject) => [subject, true]),
  );
  return { answer: 'no', witness };
}
