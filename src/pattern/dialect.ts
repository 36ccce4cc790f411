/**
 * A dialect is data: its top-level keys and a few named rules of meaning. No other file of the engine depends on a dialect by name, so a
 * difference between two dialects is always a difference of rules.
 */

import { hasMember, typeOf } from './arguments.ts';

/** `undocumented` is accepted, with an `info` finding. */
export type Support = 'accepted' | 'undocumented' | 'refused';

/** The named differences between dialects, each with the value of one dialect. `ruleSentences` explains every value. */
export interface Rules {
  /** An operator that not every dialect has is ruled by its own name. */
  readonly contains: Support;
  /** Whether `anything-but` may negate a `suffix`. */
  readonly 'anything-but suffix': Support;
  /** Several operators in one object. */
  readonly 'combined-operators': 'all-must-hold' | 'refused';
  /** The severity of a top-level key that is no attribute of an event. */
  readonly 'unknown-keys': 'warning' | 'error';
  /** Whether a name that occurs twice is refused, or its last member counts. */
  readonly 'duplicate-names': 'error' | 'last-counts';
  /** Whether `{"anything-but": []}`, which excludes nothing, has a warning. */
  readonly 'empty-anything-but': 'warning' | 'accepted';
  /** Whether a plain string equals a number or a literal of the same text. */
  readonly equality: 'by-kind' | 'by-text';
  /** The text of an event's number that is a member below `data`. */
  readonly 'number-text': 'as-sent' | 'retyped';
  /** Whether a block with a mask contains its first and its last address. */
  readonly 'cidr-ends': 'included' | 'excluded';
  /** Whether `010.0.0.1` is an address (10.0.0.1). */
  readonly 'cidr-zeros': 'refused' | 'decimal';
  /** The meaning of a dot in a name below `data`. */
  readonly names: 'literal' | 'json-path';
}

/** The name of a rule. */
export type RuleName = keyof Rules;

/** The rules that a computation read, with their values. */
export type RulesRead = Map<RuleName, unknown>;

/** The same rules with getters that record in `rulesRead` which rules were read. */
export function recordingRules(rules: Rules, rulesRead: RulesRead): Rules {
  const names = Object.keys(rules) as RuleName[];
  const getters = names.map((name): [RuleName, PropertyDescriptor] => {
    const value = rules[name];
    const get = (): unknown => {
      rulesRead.set(name, value);
      return value;
    };
    return [name, { enumerable: true, get }];
  });
  return Object.defineProperties({} as Rules, Object.fromEntries(getters));
}

/** Whether a dialect has the same values for all recorded rules. */
export function hasSameValues(rules: Rules, rulesRead: RulesRead): boolean {
  return [...rulesRead].every(([name, value]) => rules[name] === value);
}

/** The language of one service or engine: the keys of its events, and its rules. */
export interface Dialect {
  /** By which options select it. */
  readonly name: string;
  /** What the dialect is: one sentence in lower case, without a full stop. */
  readonly summary: string;
  /** Top-level keys, without the extensions that a caller declares. */
  readonly keys: readonly string[];
  /** The values of all rules. */
  readonly rules: Rules;
}

/** The names of the built-in dialects: Alibaba Cloud EventBridge by its documentation, and the open-source engine of Apache RocketMQ. */
export type DialectName = 'aliyun' | 'rocketmq';

/** CloudEvents 1.0 attributes and EventBridge's own extension attributes ("Event overview", hosted documentation). */
export const keys = [
  'specversion',
  'id',
  'type',
  'source',
  'datacontenttype',
  'dataschema',
  'subject',
  'time',
  'data',
  'aliyunaccountid',
  'aliyunoriginalaccountid',
  'aliyunpublishtime',
  'aliyuneventbusname',
  'aliyunregionid',
  'aliyunpublishaddr',
  'aliyuneventid',
] as const;

/** Alibaba Cloud EventBridge, by its documentation; the default. */
export const aliyun: Dialect = {
  name: 'aliyun',
  summary: 'Alibaba Cloud EventBridge, by its documentation',
  keys,
  rules: {
    contains: 'accepted',
    'anything-but suffix': 'undocumented',
    'combined-operators': 'all-must-hold',
    'unknown-keys': 'warning',
    'duplicate-names': 'error',
    'empty-anything-but': 'warning',
    equality: 'by-kind',
    'number-text': 'as-sent',
    'cidr-ends': 'included',
    'cidr-zeros': 'refused',
    names: 'literal',
  },
};

/** Apache RocketMQ EventBridge, as its Java code behaves. */
export const rocketmq: Dialect = {
  name: 'rocketmq',
  summary: 'Apache RocketMQ EventBridge, as its Java code does it',
  keys,
  rules: {
    contains: 'refused',
    'anything-but suffix': 'accepted',
    'combined-operators': 'refused',
    'unknown-keys': 'error',
    'duplicate-names': 'last-counts',
    'empty-anything-but': 'accepted',
    equality: 'by-text',
    'number-text': 'retyped',
    'cidr-ends': 'excluded',
    'cidr-zeros': 'decimal',
    names: 'json-path',
  },
};

/** The first one is the default. */
export const dialects: readonly Dialect[] = [aliyun, rocketmq];

/**
 * Resolves a dialect by its name. Returns a Dialect unchanged, and the default for undefined.
 * @throws TypeError for a name that is not that of a dialect
 */
export function resolveDialect(dialect: DialectName | Dialect | undefined): Dialect {
  if (dialect === undefined) return aliyun;
  if (hasMember(dialect, 'name') && hasMember(dialect, 'keys') && hasMember(dialect, 'rules'))
    return dialect as Dialect;
  const found = dialects.find((d) => d.name === dialect);
  if (found !== undefined) return found;
  throw new TypeError(
    `${typeof dialect === 'string' ? `there is no dialect \`${dialect}\`` : `a dialect is a name or a Dialect, not ${typeOf(dialect)}`}; the dialects are ${dialects.map((d) => d.name).join(', ')}`,
  );
}

/** Whether an operator is accepted, alone or inside another one. Operators without a rule of their own are accepted. */
export function supportOf(rules: Rules, operator: string, inside?: string): Support {
  const name = inside === undefined ? operator : `${inside} ${operator}`;
  return Object.hasOwn(rules, name) ? ((rules as unknown as Record<string, Support>)[name] as Support) : 'accepted';
}

/** A sentence for each value of a rule that completes "this engine …". */
export const ruleSentences: { readonly [R in RuleName]: Readonly<Record<Rules[R], string>> } = {
  contains: {
    accepted: 'has the operator `contains`',
    undocumented: 'accepts `contains`, though its documentation does not name it',
    refused: 'has no operator `contains`',
  },
  'anything-but suffix': {
    accepted: 'accepts a suffix inside `anything-but`',
    undocumented: 'accepts a suffix inside `anything-but`, though its documentation does not name it',
    refused: 'refuses a suffix inside `anything-but`',
  },
  'combined-operators': {
    'all-must-hold': 'accepts several operators in one object, and all must hold',
    refused: 'refuses several operators in one object',
  },
  'unknown-keys': {
    warning: 'accepts unknown top-level keys',
    error: 'refuses unknown top-level keys',
  },
  'duplicate-names': {
    error: 'refuses a member name that occurs twice',
    'last-counts': 'uses the last member of a duplicate name',
  },
  'empty-anything-but': {
    warning: 'accepts an empty list in `anything-but`, with a warning of eb-pattern',
    accepted: 'accepts an empty list in `anything-but`',
  },
  equality: {
    'by-kind': 'never treats a string as equal to a number or a literal',
    'by-text': 'compares strings, numbers and literals by their text',
  },
  'number-text': {
    'as-sent': 'compares the text of a number as it was sent',
    retyped: 'rewrites a number below `data` before it compares the text',
  },
  'cidr-ends': {
    included: 'counts the first and the last address of a block as inside',
    excluded: 'counts the first and the last address of a block as outside',
  },
  'cidr-zeros': {
    refused: 'refuses addresses with leading zeros',
    decimal: 'reads addresses with leading zeros as decimal',
  },
  names: {
    literal: 'takes a name with a dot literally',
    'json-path': 'reads a name below `data` as a path, so a dot steps down',
  },
};
