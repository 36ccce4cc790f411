/** The operators of a dialect as data, for lists and menus. */
import { type Dialect, type DialectName, resolveDialect, type Support, supportOf } from '../pattern/dialect.ts';
import { innerOperators, operatorsIn } from '../pattern/operators/index.ts';
import { type OperandForm, snippetsOf } from '../pattern/operators/operator.ts';
import { around, type Insertion, memberOf, template } from './insertion.ts';

/** An operator of a dialect, for lists and help texts. */
export interface OperatorInfo {
  /** As it is written in a pattern. */
  readonly name: string;
  /** When a condition with it holds: one sentence without a full stop. */
  readonly summary: string;
  /** Whether the documentation of the service names it; operators that a dialect refuses are left out. */
  readonly support: Exclude<Support, 'refused'>;
  /** The kind of its operand. */
  readonly operand: OperandForm['kind'];
  /** One condition for each form of the operand, with placeholders. */
  readonly snippets: readonly Insertion[];
  /** Whether one object may have it together with other operators. */
  readonly combinable: boolean;
  /** The operators that its operand may have. */
  readonly inner: readonly string[];
  /** Patterns that use it. */
  readonly examples: readonly string[];
}

/**
 * In the order of the table of operators.
 * @throws TypeError for a dialect that does not exist
 */
export function operatorsOf(dialect?: DialectName | Dialect): readonly OperatorInfo[] {
  const { rules } = resolveDialect(dialect);
  return [...operatorsIn(rules).values()].flatMap((operator): OperatorInfo[] => {
    const { name, summary, combinable, operand, examples, negated } = operator;
    const support = supportOf(rules, name);
    if (support === 'refused') return [];
    const inner = negated === undefined ? [] : [...innerOperators(rules, operator)];
    return [
      {
        name,
        summary,
        support,
        operand: operand.kind,
        snippets: snippetsOf(operator, rules).map((snippet) => around('{', memberOf(name, template(snippet)), '}')),
        combinable: combinable && rules['combined-operators'] !== 'refused',
        inner: inner.flatMap(([one, { support: within }]) => (within === 'refused' ? [] : [one])),
        examples: examples.accepted,
      },
    ];
  });
}
