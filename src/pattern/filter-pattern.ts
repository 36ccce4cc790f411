/** A pattern as a TypeScript type, derived from the operator table, so that editors report a misspelt operator. */
import type { keys } from './dialect.ts';
import type { Row } from './operators/index.ts';
import type { Inside, PlainValue } from './operators/operator.ts';

/** Turns `{ prefix: string } | { suffix: string } | …` into one type with an optional member for each operator. */
type Members<Written> = {
  readonly [Name in Written extends unknown ? keyof Written : never]?: Written extends Readonly<
    Record<Name, infer Operand>
  >
    ? Operand
    : never;
};

type Written<Of> = Of extends { readonly written?: infer Form } ? NonNullable<Form> : never;

type Filled<Members> = { readonly [Name in keyof Members]: Fill<Members[Name]> };

type Fill<Operand> = Operand extends Inside ? NegatedCondition : Operand;

/** The operand of `anything-but` that negates an operator. */
export interface NegatedCondition extends Members<Written<Extract<Row, { readonly negatable: true }>>> {}

/** Operators with their operands. */
export interface OperatorCondition extends Filled<Members<Written<Row>>> {}

/** The conditions of a field; one of them must hold. */
export type Conditions = readonly (PlainValue | OperatorCondition)[];

/** Fields below `data`. */
export interface Fields {
  readonly [name: string]: Conditions | Fields;
}

type Attributes = { readonly [Name in Exclude<(typeof keys)[number], 'data'>]?: Conditions };

/**
 * A pattern as it is written in code: `{ source: ['acs.oss'] } satisfies FilterPattern`. The type refuses misspelt operators, operands of
 * another type and conditions without an array; `parsePattern` finds everything else. Extension attributes are members like any other.
 */
export type FilterPattern = Attributes & { readonly data?: Fields } & { readonly [name: string]: Conditions | Fields };
