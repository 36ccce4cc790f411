/** What an operator is. One file makes one operator; the table in `index.ts` is the only list of them. */
import { type Details, type Fix, type Make, type Place, type Report, within } from '../diagnostic.ts';
import type { Rules, Support } from '../dialect.ts';
import { type JsonMember, type JsonNode, type JsonObjectNode, type JsonScalar, printJson } from '../json/node.ts';
import type { Code } from '../messages.ts';
import type { Reason } from '../reasons.ts';
import { clipped, quotedAt } from '../value/excerpt.ts';
import type { ValueSet } from '../value/value-set.ts';
import type { Key } from './keys.ts';
import { anyOf, type Predicate } from './predicate.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** A plain value, as it is written in a pattern. */
export type PlainValue = string | number | boolean | null;

/** Stands in the written form of an operator for the conditions that may be inside it: those of the negatable operators. */
export interface Inside {
  readonly inside: never;
}

/** `Written` is a condition as a type: `{ prefix: string }`. From these forms comes the type `FilterPattern`. */
export interface Operator<Operand = unknown, Written = unknown, Negatable extends boolean = boolean> {
  /** Never there; it carries the type. */
  readonly written?: Written;
  /** As it is written in a pattern; for the operator of plain values, a word for messages. */
  readonly name: string;
  /** One sentence for the reader of a table: when the condition holds. */
  readonly summary: string;
  /** Reports what is wrong and answers undefined after an error; never throws. */
  parse(place: Place, context: OperatorContext): Operand | undefined;
  /** The operand as JSON text, as it was written. */
  print(operand: Operand): string;
  compile(operand: Operand, rules: Rules): Predicate;
  /** One predicate for many operands of this operator, where that is faster than trying each. */
  compileAny?(operands: readonly Operand[], rules: Rules): Predicate;
  /** Whether the condition holds for a field that the event does not have. */
  onMissing(operand: Operand): boolean;
  /** Exactly the values that the condition holds for: the predicate holds for a scalar if and only if it is in the set. */
  denote(operand: Operand, rules: Rules): ValueSet;
  /** What a set's index may file the condition under; undefined when only trying it tells. */
  keys?(operand: Operand, rules: Rules): readonly Key[] | undefined;
  /** Which kind of value it can hold for; anything else is the wrong kind, and no operand helps. */
  readonly wants: 'string' | 'number' | 'scalar';
  /** For a value of a kind that it wants and does not hold for: why not. */
  why(operand: Operand, value: JsonScalar, rules: Rules): Reason;
  /** For a value that `why` is for: the way from the operand to the part of it that decides; the operand as a whole without this. */
  part?(operand: Operand, value: JsonScalar, rules: Rules): readonly (string | number)[];
  /** For a value that it holds for: the special rule that decides, where one does. */
  whyHolds?(operand: Operand, value: JsonScalar, rules: Rules): Reason | undefined;
  /** Which part of a string that it holds for decides: an offset, the beginning without this. */
  decidesAt?(operand: Operand, text: string): number;
  /** Whether it may stand beside other operators in one object. */
  readonly combinable: boolean;
  /** Whether it may stand inside an operator that negates. */
  readonly negatable: Negatable;
  /** What a slip of the author would have made of the operand: other operands, each valid in every dialect, none twice. */
  mutate(operand: Operand): readonly Operand[];
  /** Of an operator that negates: the tests of which none may hold. */
  negated?(operand: Operand): readonly Test[];
  /** What the condition says of a field. */
  words(operand: Operand, rules: Rules): Words;
  readonly operand: OperandForm;
  /** JSON Schema of the operand. */
  schema(parts: SchemaParts): JsonSchema;
  /** Patterns: two accepted, and two refused with the code of the finding, in the default dialect. */
  readonly examples: {
    readonly accepted: readonly [string, string];
    readonly refused: readonly [readonly [string, Code], readonly [string, Code]];
  };
}

/** Passed to an operator when it reads its operand. */
export interface OperatorContext {
  readonly rules: Rules;
  readonly report: Report;
  /** What a plain value means. */
  readonly plain: Operator;
  /** The operators that may stand inside this one, in this dialect. */
  readonly inner: ReadonlyMap<string, InnerOperator>;
  /** Whether what is read now must not hold. */
  readonly negates: boolean;
  /** Operators of other event buses, each with its owner. */
  readonly foreign: ReadonlyMap<string, string>;
  /** The members of an object that count; reports a name that stands twice. */
  members(place: Place, node: JsonObjectNode): readonly JsonMember[];
}

/** What is written behind an operator's name, as editors show and insert it. */
export interface OperandForm {
  readonly kind: 'text' | 'flag' | 'comparisons' | 'block' | 'values';
  /** Operands to fill in: JSON of the right form, in which an empty string stands for a text. */
  readonly snippets: readonly [string, ...string[]];
}

/** What follows the name of a field in a sentence. */
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
  /** Schemas of the operands that may stand inside this operator. */
  readonly inner: Readonly<Record<string, JsonSchema>>;
}

/** An operator with its operand: one test of one value. */
export interface Test {
  readonly operator: Operator;
  readonly operand: unknown;
}

/** Holds when one of the tests does. Operands of one operator are handed to it together. */
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

/** A test as it stands inside an object: a plain value by itself, an operator as its only member. */
export function printMember({ operator, operand }: Test): string {
  return `${JSON.stringify(operator.name)}:${operator.print(operand)}`;
}

/** Texts that are valid operands of `parseText`, each once. */
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

/** A value as a reason shows it: of a long string the part around an offset. */
export function shown(value: JsonScalar, offset = 0): string {
  return value.kind === 'string' ? quotedAt(value.value, offset) : clipped(printJson(value));
}

/**
 * Reads an operand that is a string with at least one character. `covers`: whether all that the second text accepts is accepted by the first one too.
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
  if (node.value === '') {
    const hint = negates ? 'every string would be excluded: name what is not wanted' : 'name a text';
    report('empty-operand', place, { operator }, { hint, fixes: (make) => make.emptyOperandFixes(place) });
    return undefined;
  }
  return node.value;
}

/** An operand of the wrong type; what no operator takes is an operator inside. `hint` is for lists. */
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
    const inside = `no operator stands inside \`${operator}\`: two beside each other in one object must both hold`;
    context.report('operand-type', place, params, {
      hint: inside,
      fixes: (make) => [...fixes(make), ...make.nestedOperatorFixes(place)],
    });
  }
}

/** An operator of another event bus as the operand: `{"prefix": {"equals-ignore-case": "a"}}`. */
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
