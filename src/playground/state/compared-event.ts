/** The verdict of each dialect on an event, field by field. */
import { crossChecker, parsePointer, type RuleName, relatedDialects, ruleSentences } from '../../index.ts';
import { type PageEvent, readEvent, type Verdict } from './events.ts';

/** Those that are compared with each other. */
export const DIALECTS: readonly string[] = relatedDialects.map(({ name }) => name);

export interface ComparedEvent {
  readonly event: PageEvent;
  /** In the order of the dialects. */
  readonly verdicts: readonly (Verdict | 'refused')[];
  /** Why the verdicts differ: a sentence for each set of rules that decides. */
  readonly deciding: readonly string[];
  /** Fields that hold in one dialect only, also when the verdicts agree. */
  readonly fields: readonly DifferingField[];
}

export interface DifferingField {
  /** JSON pointer into the pattern. */
  readonly pointer: string;
  /** Names joined by dots. */
  readonly path: string;
  /** In the order of the dialects. */
  readonly holds: readonly boolean[];
  readonly deciding: readonly string[];
}

export interface Refusal {
  readonly dialect: string;
  /** The message of the first error. */
  readonly message: string;
}

type CrossChecker = ReturnType<typeof crossChecker>;

export interface EventComparer {
  /** Computed once for each event. */
  compare(event: PageEvent): ComparedEvent;
  refusals(): readonly Refusal[];
}

/** Compiles the pattern once. */
export function eventComparer(pattern: string, extensions: readonly string[] = []): EventComparer {
  const check = crossChecker(pattern, { extensions });
  const known = new WeakMap<PageEvent, ComparedEvent>();
  return {
    compare(event) {
      const before = known.get(event);
      if (before !== undefined) return before;
      const compared = comparedBy(check, event);
      known.set(event, compared);
      return compared;
    },
    refusals: () => refusalsOf(check),
  };
}

function comparedBy(check: CrossChecker, event: PageEvent): ComparedEvent {
  if (readEvent(event).node === undefined) {
    return { event, verdicts: DIALECTS.map(() => 'not an event'), deciding: [], fields: [] };
  }
  const { verdicts, deciding, fields } = check(event.text);
  return {
    event,
    verdicts: verdicts.map(({ verdict }) => verdict),
    deciding: sentencesOf(deciding),
    fields: fields.map((field) => ({
      pointer: field.pointer,
      path: (parsePointer(field.pointer) ?? []).join('.'),
      holds: field.holds,
      deciding: sentencesOf(field.deciding),
    })),
  };
}

function refusalsOf(check: CrossChecker): readonly Refusal[] {
  return check('{}').verdicts.flatMap(({ dialect, diagnostics = [] }) => {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return error === undefined ? [] : [{ dialect, message: error.message }];
  });
}

function sentencesOf(deciding: readonly (readonly RuleName[])[]): readonly string[] {
  return [...new Set(deciding.map((rules) => rules.map(ruleInWords).join('; and ')))];
}

function ruleInWords(rule: RuleName): string {
  const sentences: Readonly<Record<string, string>> = ruleSentences[rule];
  return relatedDialects.map(({ name, rules }) => `${name} ${sentences[rules[rule]]}`).join(', ');
}
