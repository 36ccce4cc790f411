/** A setting: its name in each place, the form of its values, and a value with its origin. */
import { pointerTo } from '../../index.ts';
import type { Problem } from '../findings/failure.ts';

export interface Member {
  /** The path in the file: `test.coverage.threshold`. */
  readonly name: string;
  /** The name of its flag in the parser of arguments, which is the flag in camel case. */
  readonly attribute: string;
  /** Variables of the environment; the first one that is set counts. */
  readonly variables: readonly string[];
  /** The command, or the group of commands, to which it applies; undefined for all that have the flag. */
  readonly only?: 'test' | 'stream';
  /** Commands whose flag it does not set. */
  readonly except?: readonly string[];
  /** Commands that use it without having a flag for it. */
  readonly without?: readonly string[];
  readonly form: Form;
  /** JSON Schema of the value in the file. The choices of the flag are added. */
  readonly schema: MemberSchema;
  /** For a number: its description. */
  readonly what?: string;
  /** The value contains a file name relative to the config file: alone, in a list, or after `FORMAT:`. */
  readonly path?: 'file' | 'format:file';
  /** Advice for a variable that is set and empty. Without it such a variable counts as absent. */
  readonly refuseEmpty?: string;
  /** Why a config file, which may be a stranger's, must not set it: then only the flag and the environment do. */
  readonly refuseInFile?: string;
}

/** The form of a value in every source. */
export type Form = 'text' | 'number' | 'switch' | 'list' | 'map';

export interface MemberSchema {
  readonly type: string | readonly string[];
  readonly description: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly [keyword: string]: unknown;
}

/** The value of a setting, with its origin. */
export interface Setting {
  readonly member: Member;
  readonly value: string | boolean | readonly string[] | Readonly<Record<string, string>>;
  readonly origin: Origin;
}

export type Origin =
  | { readonly kind: 'flag' | 'environment'; readonly name: string }
  | ({ readonly kind: 'file' } & Pick<Problem, 'file' | 'line' | 'column'>);

/** `--max-warnings`, of `maxWarnings`. */
export function flagOf({ attribute }: Pick<Member, 'attribute'>): string {
  return `--${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A JSON pointer into the file. */
export function pointerOf({ name }: Member): string {
  return pointerTo(name.split('.'));
}

/** The number in a text, if it is valid for the member. */
export function numberOf(text: string, { schema }: Member): number | undefined {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity, type, multipleOf } = schema;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const whole = type === 'integer' || multipleOf === 1;
  if (!Number.isFinite(value) || value < minimum || value <= exclusiveMinimum || value > maximum) return undefined;
  return whole && !Number.isInteger(value) ? undefined : value;
}
