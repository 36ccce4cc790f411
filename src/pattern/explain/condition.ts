/** Explains one condition: the values that it holds for, or why it holds for none. Compiled once for many events. */
import { memberPredicate } from '../event.ts';
import { compileCondition } from '../field.ts';
import { type JsonScalar, printJson } from '../json/node.ts';
import { appendPointer } from '../json/pointer.ts';
import { describe, type Operator, shown } from '../operators/operator.ts';
import { holdsFor, type Predicate } from '../operators/predicate.ts';
import type { Condition } from '../pattern.ts';
import type { Plan, PlanCondition } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { retype } from '../value/java-numbers.ts';
import type { ConditionExplanation, FailedValue, PatternPlace } from './explanation.ts';
import { placeAt, type Values } from './values.ts';

/** The maximum number of elements with a reason each; the rest is counted. */
const MANY = 3;

interface WhyNot {
  /** Index of the value. */
  readonly index: number;
  readonly reason: Reason;
}

export class ConditionExplainer {
  private readonly condition: PlanCondition;
  private readonly rules: Plan['rules'];
  private readonly place: Pick<ConditionExplanation, 'text' | 'pointer' | 'range' | 'copies'>;
  private whole: Predicate | undefined;
  private retyping: Predicate | undefined;
  private readonly tests: (Predicate | undefined)[] = [];

  constructor(condition: PlanCondition, rules: Plan['rules']) {
    this.condition = condition;
    this.rules = rules;
    const { key, source, copies } = condition;
    this.place = { text: key, ...placeOf(source), ...(copies === undefined ? {} : { copies: copies.map(placeOf) }) };
  }

  /** For a field without a value to test. */
  untried(holds: boolean): ConditionExplanation {
    return { ...this.place, holds, holdsFor: [] };
  }

  /**
   * Explains the condition on the values of a field.
   * @param candidates the indices of the values that it may hold for
   * @param most maximum number of held values to name; at least one is named
   * @param tries maximum number of values to give reasons for
   */
  explain(values: Values, candidates: readonly number[], most: number, tries: number): ConditionExplanation {
    const predicate = this.predicate(values.retyped);
    const held = candidates.filter((i) => holdsFor(predicate, values.nodes[i] as JsonScalar));
    const [first] = held;
    if (first === undefined) return { ...this.place, holds: false, holdsFor: [], ...this.whyNone(values, tries) };
    const named = held.slice(0, Math.max(1, most));
    const more = held.length - named.length;
    return {
      ...this.place,
      holds: true,
      ...this.holding(values.nodes[first] as JsonScalar, values.retyped),
      holdsFor: named.map((i) => placeAt(values, i)),
      ...(more > 0 ? { more } : {}),
    };
  }

  private predicate(retyped: boolean): Predicate {
    this.whole ??= compileCondition(this.condition, this.rules);
    if (!retyped) return this.whole;
    this.retyping ??= memberPredicate({ predicate: this.whole, retyped });
    return this.retyping;
  }

  private holding(value: JsonScalar, retyped: boolean): Partial<ConditionExplanation> {
    const { tests } = this.condition;
    const text = printJson(value);
    const as = compared(value, retyped);
    const [rule] = tests.flatMap(({ operator, operand }) => operator.whyHolds?.(operand, as, this.rules) ?? []);
    const [test] = tests;
    const at = value.kind === 'string' ? test?.operator.decidesAt?.(test.operand, value.value) : undefined;
    const excerpt = shown(value, at);
    return {
      value: text,
      ...(excerpt === text ? {} : { excerpt }),
      ...(rule === undefined ? {} : because([rule])),
    };
  }

  private whyNone(values: Values, tries: number): Partial<ConditionExplanation> {
    const { nodes, retyped } = values;
    const all = nodes.slice(0, tries).map((value, index): WhyNot => ({ index, reason: this.whyNot(value, retyped) }));
    // Values with a note narrowly fail, so they come first.
    const near = [
      ...all.filter((one) => one.reason.note !== undefined),
      ...all.filter((one) => one.reason.note === undefined),
    ].slice(0, MANY);
    const count = nodes.length - Math.min(nodes.length, MANY);
    const reasons = near.map((one) => one.reason);
    return {
      failsFor: near.map(
        ({ index }): FailedValue => ({
          ...placeAt(values, index),
          part: this.part(nodes[index] as JsonScalar, retyped),
        }),
      ),
      ...because(count > 0 ? [...reasons, reason('more-elements', { count })] : reasons),
    };
  }

  private whyNot(value: JsonScalar, retyped: boolean): Reason {
    const as = compared(value, retyped);
    const { operator, operand } = this.condition.tests[this.failing(as)] as PlanCondition['tests'][number];
    const why = isWrongKind(operator, as)
      ? reason('wrong-kind', { value: shown(value), found: describe(value), wants: operator.wants })
      : operator.why(operand, as, this.rules);
    return as === value ? why : reason('re-typed', { value: shown(value), comparedAs: shown(as) }, why);
  }

  /** The pointer to the part of the pattern because of which the condition does not hold. */
  private part(value: JsonScalar, retyped: boolean): string {
    const as = compared(value, retyped);
    const { tests, source, key } = this.condition;
    const { operator, operand } = tests[this.failing(as)] as PlanCondition['tests'][number];
    const steps = isWrongKind(operator, as) ? undefined : operator.part?.(operand, as, this.rules);
    // A plain value is a condition without an operator name.
    const whole = key.startsWith('{') ? appendPointer(source.pointer, operator.name) : source.pointer;
    return (steps ?? []).reduce<string>(appendPointer, whole);
  }

  /** The index of the first test that does not hold. */
  private failing(value: JsonScalar): number {
    const { tests } = this.condition;
    if (tests.length === 1) return 0;
    const index = tests.findIndex(({ operator, operand }, i) => {
      this.tests[i] ??= operator.compile(operand, this.rules);
      return !holdsFor(this.tests[i], value);
    });
    return Math.max(0, index);
  }
}

/** Joins the texts of reasons to one sentence. */
export function because(reasons: readonly Reason[]): { readonly reason: string; readonly reasons: readonly Reason[] } {
  return { reason: reasons.map(({ text }) => text).join('; '), reasons };
}

/** The value as conditions compare it: the same node unless retyping changes the text of a number. */
export function compared(value: JsonScalar, retyped: boolean): JsonScalar {
  if (value.kind !== 'number' || !retyped) return value;
  const text = retype(value.text);
  return text === value.text ? value : { ...value, text, value: Number(text) };
}

function isWrongKind({ wants }: Operator, { kind }: JsonScalar): boolean {
  return wants !== 'scalar' && wants !== kind;
}

function placeOf({ pointer, range }: Condition): PatternPlace {
  return range === undefined ? { pointer } : { pointer, range };
}
