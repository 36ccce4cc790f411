/** The answers of single tabs, computed from the state while a tab is open. */
import { suiteSteps } from '../../editor/suite.ts';
import { compilePattern, diff, nearMisses, type PatternDiff, PatternError, sample } from '../../index.ts';
import type { Steps } from '../../pattern/steps.ts';
import { coverageSteps } from '../../suite/coverage.ts';
import { BUDGET } from './budget.ts';
import { readEvent } from './events.ts';
import type { Playground } from './playground.ts';

export type Comparison =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'compared'; readonly result: PatternDiff };

/** Compares the pattern with its other version. */
export function* comparison(state: Playground): Steps<Comparison> {
  const other = state.other.value;
  const matcher = state.current.value?.matcher;
  if (other.trim() === '' || matcher === undefined) return { kind: 'nothing' };
  try {
    const changed = compilePattern(other, state.options.value);
    yield;
    return { kind: 'compared', result: diff(matcher.pattern, changed.pattern, { budget: BUDGET }) };
  } catch (thrown) {
    if (thrown instanceof PatternError) return { kind: 'refused', message: thrown.message };
    throw thrown;
  }
}

export interface Coverage {
  readonly decided: number;
  readonly outcomes: number;
  /** Outcomes that no event has, as sentences. */
  readonly open: readonly { readonly pointer: string; readonly text: string }[];
}

/** The parts of the pattern that held for some event, and failed for another; undefined without a valid pattern. */
export function* coverage(state: Playground): Steps<Coverage | undefined> {
  const pattern = state.current.value?.matcher.pattern;
  if (pattern === undefined) return undefined;
  const events = state.events.value.flatMap((event) => (readEvent(event).node === undefined ? [] : [event.text]));
  const { fields, decided, outcomes } = yield* coverageSteps(pattern, events);
  const open = fields
    .flatMap(({ conditions, ...field }) => [field, ...(conditions.length > 1 ? conditions : [])])
    .flatMap(({ pointer, text, held, failed, cannot }) => [
      ...(held === 0 && cannot !== 'hold' ? [{ pointer, text: `${text} holds for no event` }] : []),
      ...(failed === 0 && cannot !== 'fail' ? [{ pointer, text: `${text} fails for no event` }] : []),
    ]);
  return { decided, outcomes, open };
}

export interface Exported {
  readonly suite: string;
  /** The number of texts that are no events, which are left out. */
  readonly left: number;
}

/** Undefined without a valid pattern. */
export function* exported(state: Playground): Steps<Exported | undefined> {
  if (state.reading.value.pattern === undefined) return undefined;
  const all = state.events.value;
  const events = all.filter((event) => readEvent(event).node !== undefined);
  const expected = events.map(({ text, expected: match }) => ({ event: text, match }));
  const suite = yield* suiteSteps(state.pattern.value, expected, state.options.value);
  return { suite, left: all.length - events.length };
}

export interface Samples {
  readonly matching: readonly string[];
  readonly misses: readonly { readonly event: string; readonly pointer: string }[];
}

/** The number of each kind. */
const SAMPLES = 6;

/** Undefined without a valid pattern. */
export function* samples(state: Playground): Steps<Samples | undefined> {
  const pattern = state.current.value?.matcher.pattern;
  if (pattern === undefined) return undefined;
  const matching = sample(pattern, SAMPLES, { budget: BUDGET });
  yield;
  return { matching, misses: nearMisses(pattern, SAMPLES, { budget: BUDGET }) };
}
