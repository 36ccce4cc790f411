/** A pattern of Amazon EventBridge as a TypeScript type, so that editors report a misspelt operator. */
import type { PlainValue } from './operators/operator.ts';

/** The operand of `prefix` and `suffix` that ignores case. */
export type IgnoringCase = {
  /** The text. */
  readonly 'equals-ignore-case': string;
};

/** The operands of the operators. */
export type AwsOperands = {
  /** The beginning of a string. */
  readonly prefix: string | IgnoringCase;
  /** The end of a string. */
  readonly suffix: string | IgnoringCase;
  /** A string but for case. */
  readonly 'equals-ignore-case': string;
  /** A text in which `*` stands for any text. */
  readonly wildcard: string;
  /** A string, never as an address. */
  readonly exactly: string;
  /** What the value must not be. */
  readonly 'anything-but': string | number | readonly string[] | readonly number[] | OneOf<AwsExclusions>;
  /** One bound, or a lower and an upper one. */
  readonly numeric:
    | readonly ['=' | '<' | '<=' | '>' | '>=', number]
    | readonly ['>' | '>=', number, '<' | '<=', number];
  /** A block of addresses. */
  readonly cidr: `${string}/${string}`;
  /** Whether the field must be there. */
  readonly exists: boolean;
};

/** The operators inside of `anything-but`: one text, or several of which none may fit. */
export type AwsExclusions = {
  /** The beginning of a string. */
  readonly prefix: string | readonly string[];
  /** The end of a string. */
  readonly suffix: string | readonly string[];
  /** A string but for case. */
  readonly 'equals-ignore-case': string | readonly string[];
  /** A text in which `*` stands for any text. */
  readonly wildcard: string | readonly string[];
};

/** An object with exactly one of the members. */
export type OneOf<Members> = {
  readonly [Name in keyof Members]: { readonly [N in Name]: Members[N] } & {
    readonly [Other in Exclude<keyof Members, Name>]?: never;
  };
}[keyof Members];

/** The conditions of a field; one of them must hold. */
export type AwsConditions = readonly (PlainValue | OneOf<AwsOperands>)[];

/**
 * A pattern of Amazon EventBridge as it is written in code: `{ source: ['aws.s3'] } satisfies AwsPattern`. The type refuses misspelt
 * operators, operands of another type, two operators in one object and conditions without an array; `parsePattern` finds everything else.
 */
export interface AwsPattern {
  /** A field, an object of fields, or the branches of `$or`. */
  readonly [name: string]: AwsConditions | AwsPattern | readonly [AwsPattern, AwsPattern, ...AwsPattern[]];
}
