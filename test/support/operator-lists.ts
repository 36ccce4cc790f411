/** The operators that generators write, from the operator table, so that a new one is generated without another list. */
import { type DialectName, dialects } from '../../src/index.ts';
import { resolveDialect, supportOf } from '../../src/pattern/dialect.ts';
import { innerOperators, operators } from '../../src/pattern/operators/index.ts';
import type { Operator } from '../../src/pattern/operators/operator.ts';

/** Operators that accept any text that is not empty. */
export function textOperators(dialect: DialectName): readonly string[] {
  return texts.get(dialect) ?? [];
}

/** Operators that `anything-but` negates. Each of them accepts a text. */
export function negatableOperators(dialect: DialectName): readonly string[] {
  return negatable.get(dialect) ?? [];
}

const texts = forEach((name) => [...operators.values()].filter((one) => isAccepted(name, one) && takesText(name, one)));

const negatable = forEach((name) => {
  const inner = innerOperators(resolveDialect(name).rules, operators.get('anything-but') as Operator);
  return [...inner.values()].filter(({ support }) => support !== 'refused').map(({ operator }) => operator);
});

function forEach(list: (dialect: DialectName) => readonly Operator[]): ReadonlyMap<string, readonly string[]> {
  return new Map(dialects.map(({ name }) => [name, list(name as DialectName).map((operator) => operator.name)]));
}

function isAccepted(dialect: DialectName, { name }: Operator): boolean {
  return supportOf(resolveDialect(dialect).rules, name) !== 'refused';
}

function takesText(dialect: DialectName, operator: Operator): boolean {
  const { rules } = resolveDialect(dialect);
  return (
    JSON.stringify(operator.schema({ rules, plain: {}, inner: {}, negates: false })) ===
    '{"type":"string","minLength":1}'
  );
}
