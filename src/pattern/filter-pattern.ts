/** A pattern as a TypeScript type, made from the operator table: a misspelt operator is an error in the editor. */
import type { keys } from './dialect.ts';
import type { Row } from './operators/index.ts';
import type { Inside, PlainValue } from './operators/operator.ts';

/** `{ prefix: string } | { suffix: string } | …` as one type with a member for each operator, each of which may be there. */
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

/** What may stand inside `anything-but`. */
export interface NegatedCondition extends Members<Written<Extract<Row, { readonly negatable: true }>>> {}

/** Operators with their operands. */
export interface OperatorCondition extends Filled<Members<Written<Row>>> {}

/** The conditions of a field, of which one must hold. */
export type Conditions = readonly (PlainValue | OperatorCondition)[];

/** Fields below `data`. */
export interface Fields {
  readonly [name: string]: Conditions | Fields;
}

type Attributes = { readonly [Name in Exclude<(typeof keys)[number], 'data'>]?: Conditions };

/**
 * A pattern as it is written in code: `{ source: ['acs.oss'] } satisfies FilterPattern`. It catches misspelt operators, operands of another
 * type and conditions without an array; all else is found by `parsePattern`. Extension attributes are members like any other.
 */
export type FilterPattern = Attributes & { readonly data?: Fields } & { readonly [name: string]: Conditions | Fields };
