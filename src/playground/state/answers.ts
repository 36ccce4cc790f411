/** What single tabs show: computed from the state when a tab is open. */
import { coverageOf, suiteOf } from '../../editor/index.ts';
import {
  compilePattern,
  crossCheck,
  type Diagnostic,
  type DialectName,
  dialects,
  diff,
  nearMisses,
  type Pattern,
  type PatternDiff,
  PatternError,
  parsePattern,
  type RuleName,
  ruleSentences,
  sample,
} from '../../index.ts';
import { judge, type PageEvent, readEvent, type Verdict } from './events.ts';
import { BUDGET, type Playground } from './playground.ts';

export interface DialectColumn {
  readonly dialect: DialectName;
  /** Of each event, in their order. */
  readonly verdicts: readonly (Verdict | 'refused')[];
  /** The first error of a refusal. */
  readonly refusal?: Diagnostic | undefined;
}

/** Compiled once for each dialect: many events are judged at each key. */
export function dialectColumns(state: Playground): readonly DialectColumn[] {
  const { extensions } = state.options.value;
  return dialects.map(({ name }) => {
    const dialect = name as DialectName;
    const { pattern, diagnostics } = parsePattern(state.pattern.value, { dialect, extensions });
    const matcher = pattern === undefined ? undefined : compilePattern(pattern);
    const verdictOf = (event: PageEvent) => (matcher === undefined ? 'refused' : judge(event, matcher).verdict);
    return {
      dialect,
      verdicts: state.events.value.map(verdictOf),
      refusal: diagnostics.find(({ severity }) => severity === 'error'),
    };
  });
}

/** Why the dialects differ on the selected event: a sentence for each set of rules that decides it; undefined where they agree. */
export function difference(state: Playground): readonly string[] | undefined {
  if (readEvent(state.selected.value).node === undefined) return undefined;
  const { extensions } = state.options.value;
  const { verdicts, deciding } = crossCheck(state.pattern.value, state.selected.value.text, { extensions });
  if (new Set(verdicts.map(({ verdict }) => verdict)).size === 1) return undefined;
  return deciding.map((rules) => rules.map(ruleInWords).join('; and '));
}

function ruleInWords(rule: RuleName): string {
  const sentences: Readonly<Record<string, string>> = ruleSentences[rule];
  return dialects.map(({ name, rules }) => `${name} ${sentences[rules[rule]]}`).join(', ');
}

export type Comparison =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'compared'; readonly result: PatternDiff };

/** Of the pattern with its other version. */
export function comparison(state: Playground): Comparison {
  const other = state.other.value;
  const matcher = state.current.value?.matcher;
  if (other.trim() === '' || matcher === undefined) return { kind: 'nothing' };
  try {
    const changed = compilePattern(other, state.options.value);
    return { kind: 'compared', result: diff(matcher.pattern, changed.pattern, { budget: BUDGET }) };
  } catch (thrown) {
    if (thrown instanceof PatternError) return { kind: 'refused', message: thrown.message };
    throw thrown;
  }
}

export interface Coverage {
  readonly decided: number;
  readonly outcomes: number;
  /** What no event has decided yet, as sentences. */
  readonly open: readonly { readonly pointer: string; readonly text: string }[];
}

/** Conditions times events: more would keep the page from answering for seconds. */
const MAX_OUTCOMES = 5000;

/** Which parts of the pattern held for some event, and did not for another. */
export function coverage(state: Playground): Coverage | 'too much' | undefined {
  const pattern = state.current.value?.matcher.pattern;
  if (pattern === undefined) return undefined;
  const events = state.events.value.flatMap((event) => (readEvent(event).node === undefined ? [] : [event.text]));
  const conditions = pattern.fields.reduce((sum, field) => sum + field.conditions.length, 0);
  if (conditions * events.length > MAX_OUTCOMES) return 'too much';
  const { fields, decided, outcomes } = coverageOf(pattern, events);
  const open = fields
    .flatMap(({ conditions, ...field }) => [field, ...(conditions.length > 1 ? conditions : [])])
    .flatMap(({ pointer, text, held, failed, cannot }) => [
      ...(held === 0 && cannot !== 'hold' ? [{ pointer, text: `${text} holds for no event` }] : []),
      ...(failed === 0 && cannot !== 'fail' ? [{ pointer, text: `${text} fails for no event` }] : []),
    ]);
  return { decided, outcomes, open };
}

/** Undefined without a valid pattern. Events that are none are left out, and counted. */
export function exported(state: Playground): { readonly suite: string; readonly left: number } | undefined {
  if (state.reading.value.pattern === undefined) return undefined;
  const events = state.events.value.filter((event) => readEvent(event).node !== undefined);
  const expected = events.map(({ text, expected: match }) => ({ event: text, match }));
  return {
    suite: suiteOf(state.pattern.value, expected, state.options.value),
    left: state.events.value.length - events.length,
  };
}

export interface Samples {
  readonly matching: readonly string[];
  readonly misses: readonly { readonly event: string; readonly pointer: string }[];
}

/** Of each kind. */
const SAMPLES = 6;

export function samplesOf(pattern: Pattern): Samples {
  return {
    matching: sample(pattern, SAMPLES, { budget: BUDGET }),
    misses: nearMisses(pattern, SAMPLES, { budget: BUDGET }),
  };
}
