/** The contract of an operator. Each operator is one file; the table is in `index.ts`. */
import { type Details, type Fix, type Make, type Place, type ReportFinding, within } from '../diagnostic.ts';
import type { Rules, Support } from '../dialect.ts';
import { type JsonMember, type JsonNode, type JsonObjectNode, type JsonScalar, printJson } from '../json/node.ts';
import type { Code } from '../messages.ts';
import type { Reason } from '../reasons.ts';
import type { Algebra } from '../value/algebra.ts';
import { clipped, quotedAt } from '../value/excerpt.ts';
import type { ValueSet } from '../value/value-set.ts';
import type { Key } from './keys.ts';
import { anyOf, type Predicate } from './predicate.ts';

/** A JSON Schema as plain data. */
export type JsonSchema = {
  /** A keyword of the draft that `$schema` names. */
  readonly [keyword: string]: unknown;
};

/** A plain value as written in a pattern. */
export type PlainValue = string | number | boolean | null;

/**
 * Placeholder in the written form of an operator for the conditions allowed inside it: those of the negatable
 * operators.
 */
export interface Inside {
  readonly inside: never;
}

/** `Written` is the type of a condition, such as `{ prefix: string }`, from which the type `FilterPattern` is made. */
export interface Operator<Operand = unknown, Written = unknown, Negatable extends boolean = boolean> {
  /** Never present; carries the type. */
  readonly written?: Written;
  /** The name in a pattern; for plain values, a name for messages. */
  readonly name: string;
  /** When the condition holds, in one sentence. */
  readonly summary: string;
  /** Reports findings, and returns undefined after an error; never throws. */
  parse(place: Place, context: OperatorContext): Operand | undefined;
  /** The operand as JSON text, as written. */
  print(operand: Operand): string;
  compile(operand: Operand, rules: Rules): Predicate;
  /** One predicate for many operands, if that is faster than trying each. */
  compileAny?(operands: readonly Operand[], rules: Rules): Predicate;
  /** Whether the condition holds for a missing field. */
  onMissing(operand: Operand): boolean;
  /** The exact set of values: the predicate holds for a scalar if and only if the set contains it. */
  denote(operand: Operand, rules: Rules, sets: Algebra): ValueSet;
  /** The keys under which an index files the condition; undefined if it must be tried. */
  keys?(operand: Operand, rules: Rules): readonly Key[] | undefined;
  /** The kind of value for which the condition can hold. */
  readonly wants: 'string' | 'number' | 'scalar';
  /** Why the condition does not hold, for a value of the kind of `wants`. */
  why(operand: Operand, value: JsonScalar, rules: Rules): Reason;
  /**
   * The path inside the operand to the part that decides, for a value that `why` accepts. Default: the whole operand.
   */
  part?(operand: Operand, value: JsonScalar, rules: Rules): readonly (string | number)[];
  /** The special rule because of which the condition holds, if there is one. */
  whyHolds?(operand: Operand, value: JsonScalar, rules: Rules): Reason | undefined;
  /** The offset of the matching part of a string for which the condition holds. Default: the beginning. */
  decidesAt?(operand: Operand, text: string): number;
  /** Whether it may be combined with other operators in one object. */
  readonly combinable: boolean;
  /** Whether it may be inside a negating operator. */
  readonly negatable: Negatable;
  /** Small changes of the operand: different operands, each valid in every dialect. */
  mutate(operand: Operand): readonly Operand[];
  /** The text that is wanted, where it is a usual slip to write it as a plain value. */
  plainly?(operand: Operand): string;
  /** For a negating operator: the negated tests. */
  negated?(operand: Operand): readonly Test[];
  /** The condition in words. */
  words(operand: Operand, rules: Rules): Words;
  readonly operand: OperandForm;
  /** How an operand is made to accept one more value; absent where that is not possible. */
  readonly widening?: Widening;
  /** JSON Schema of the operand. */
  schema(parts: SchemaParts): JsonSchema;
  /** Patterns: two accepted, and two refused with the code of the finding, in the default dialect. */
  readonly examples: {
    readonly accepted: readonly [string, string];
    readonly refused: readonly [readonly [string, Code], readonly [string, Code]];
  };
}

/** What is widened: a bound, the text at an end or inside of a value, a block of addresses, or the excluded values. */
export type Widening = 'bounds' | 'beginning' | 'ending' | 'substring' | 'block' | 'exclusions';

/** The context in which an operator reads its operand. */
export interface OperatorContext {
  readonly rules: Rules;
  readonly report: ReportFinding;
  /** The operator of plain values. */
  readonly plain: Operator;
  /** The operators that are allowed inside this one, with their support. */
  readonly inner: ReadonlyMap<string, InnerOperator>;
  /** Whether the operand is negated. */
  readonly negates: boolean;
  /** Operators of other event buses, with the product that has them. */
  readonly foreign: ReadonlyMap<string, string>;
  /** The effective members of an object; reports duplicate names. */
  members(place: Place, node: JsonObjectNode): readonly JsonMember[];
}

/** The form of an operand, for completion in editors. */
export interface OperandForm {
  readonly kind: 'text' | 'flag' | 'comparisons' | 'block' | 'values';
  /** Operands to fill in: JSON of the right form, with empty strings as placeholders. */
  readonly snippets: readonly [string, ...string[]];
  /** Operands that only some dialects accept. */
  further?(rules: Rules): readonly string[];
}

/** The operands to fill in that a dialect accepts. */
export function snippetsOf({ operand }: Operator, rules: Rules): readonly [string, ...string[]] {
  return [...operand.snippets, ...(operand.further?.(rules) ?? [])];
}

/** Two predicates that complete a sentence whose subject is a field. */
export interface Words {
  /** When the condition holds: `starts with "acs."`. */
  readonly holds: string;
  /** When it does not: `does not start with "acs."`. */
  readonly fails: string;
}

export interface InnerOperator {
  readonly operator: Operator;
  readonly support: Support;
}

export interface SchemaParts {
  readonly rules: Rules;
  readonly plain: JsonSchema;
  /** Whether the operand is inside a negation. */
  readonly negates: boolean;
  /** Schemas of the operands that are allowed inside this operator. */
  readonly inner: Readonly<Record<string, JsonSchema>>;
}

/** An operator with its operand: one test of one value. */
export interface Test {
  readonly operator: Operator;
  readonly operand: unknown;
}

/** Whether a condition with these tests holds for a field that the event does not have. */
export function allHoldOnMissing(tests: readonly Test[]): boolean {
  return tests.every(({ operator, operand }) => operator.onMissing(operand));
}

/** Holds when one of the tests does. Operands of the same operator are compiled together. */
export function compileAny(tests: readonly Test[], rules: Rules): Predicate {
  const groups = new Map<Operator, unknown[]>();
  for (const { operator, operand } of tests) {
    const group = groups.get(operator);
    if (group === undefined) groups.set(operator, [operand]);
    else group.push(operand);
  }
  return anyOf(
    [...groups].map(([operator, operands]) =>
      operator.compileAny !== undefined && operands.length > 1
        ? operator.compileAny(operands, rules)
        : anyOf(operands.map((operand) => operator.compile(operand, rules))),
    ),
  );
}

/** A test as a member of an object. */
export function printMember({ operator, operand }: Test): string {
  return `${JSON.stringify(operator.name)}:${operator.print(operand)}`;
}

/** Different operands that `parseText` accepts. */
export function textsOf(...characters: readonly (readonly string[])[]): readonly string[] {
  const texts = new Set(characters.map((some) => some.join('')));
  texts.delete('');
  return [...texts];
}

/** A node in words that follow "not": `a number`, `an object`. */
export function describe(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return node.items.length === 0 ? 'an empty array' : 'an array';
    case 'object':
      return 'an object';
    case 'null':
      return '`null`';
    case 'boolean':
      return `\`${node.value}\``;
    case 'number':
      return 'a number';
    case 'string':
      return 'a string';
  }
}

/** The schema of one operand, or of a list of operands. */
export function oneOrMore(operand: JsonSchema): JsonSchema {
  return { anyOf: [operand, { type: 'array', items: operand, minItems: 1 }] };
}

/** A value as shown in reasons; a long string is clipped around an offset. */
export function shown(value: JsonScalar, offset = 0): string {
  return value.kind === 'string' ? quotedAt(value.value, offset) : clipped(printJson(value));
}

/**
 * Reads a string operand of at least one character. `covers`: whether the first text accepts everything that the second
 * one accepts.
 */
export function parseText(
  place: Place,
  context: OperatorContext,
  operator: string,
  covers: (wide: string, narrow: string) => boolean,
): string | undefined {
  const { node } = place;
  const { report, negates } = context;
  if (node.kind !== 'string') {
    const fixes = (make: Make) => make.textOperandFixes(place, covers);
    reportType(place, context, operator, 'a string', fixes, negates ? (make) => make.ONE_EXCLUDED : undefined);
    return undefined;
  }
  if (node.value === '' && (negates || context.rules['empty-operand'] === 'refused')) {
    const hint = negates
      ? 'every string would be excluded: write at least one character'
      : 'write at least one character';
    report('empty-operand', place, { operator }, { hint, fixes: (make) => make.emptyOperandFixes(place) });
    return undefined;
  }
  return node.value;
}

/**
 * Reports an operand of the wrong type. An object as operand is reported as an operator inside another one. `hint` is
 * for lists.
 */
export function reportType(
  place: Place,
  context: OperatorContext,
  operator: string,
  wants: string,
  fixes: (make: Make) => readonly Fix[],
  hint?: Details['hint'],
): void {
  const { node } = place;
  if (node.kind !== 'object') {
    const advice = node.kind === 'array' ? hint : undefined;
    context.report('operand-type', place, { operator, wants, found: describe(node) }, { hint: advice, fixes });
  } else if (
    !reportForeignInside(place, context, (make, member) => [
      ...fixes(make),
      ...make.foreignOperandFixes(place, member, context),
    ])
  ) {
    const params = { operator, wants, found: describe(node) };
    const isRefused = context.rules['combined-operators'] === 'refused';
    const both = isRefused ? ' here' : ': two operators in one object must both hold';
    const inside = `no operator is allowed inside \`${operator}\`${both}`;
    context.report('operand-type', place, params, {
      hint: inside,
      fixes: (make) => [...fixes(make), ...make.nestedOperatorFixes(place)],
    });
  }
}

/** Reports an operator of another event bus as the operand: `{"prefix": {"equals-ignore-case": "a"}}`. */
export function reportForeignInside(
  place: Place,
  { foreign, report, negates }: OperatorContext,
  fixes: (make: Make, member: JsonMember) => readonly Fix[],
): boolean {
  const [member, another] = place.node.kind === 'object' ? place.node.members : [];
  const owner = member === undefined || another !== undefined ? undefined : foreign.get(member.name);
  if (member === undefined || owner === undefined) return false;
  const { name, nameRange: focus, value } = member;
  const hint = (make: Make) => make.adviceInside(name, negates);
  const at = within(place, name, value);
  report('foreign-operator', at, { name, owner }, { focus, hint, fixes: (make) => fixes(make, member) });
  return true;
}
