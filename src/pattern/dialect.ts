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
  /** The operator `wildcard`. */
  readonly wildcard: Support;
  /** The operator `equals-ignore-case`. */
  readonly 'equals-ignore-case': Support;
  /** The operator `exactly`. */
  readonly exactly: Support;
  /** Whether `prefix` may ignore case. */
  readonly 'prefix equals-ignore-case': Support;
  /** Whether `suffix` may ignore case. */
  readonly 'suffix equals-ignore-case': Support;
  /** Whether `anything-but` may negate an `equals-ignore-case`. */
  readonly 'anything-but equals-ignore-case': Support;
  /** Whether `anything-but` may negate a `wildcard`. */
  readonly 'anything-but wildcard': Support;
  /** Whether `anything-but` may negate a list of texts for `prefix` or `suffix`, or for any operator. */
  readonly 'anything-but-lists': 'refused' | 'ignoring-case' | 'accepted';
  /** The values that `anything-but` excludes: any, or only strings or only numbers. */
  readonly 'anything-but-values': 'any' | 'one-kind';
  /** Several operators in one object. */
  readonly 'combined-operators': 'all-must-hold' | 'refused';
  /** Whether fields are attributes and members of `data`, or stand anywhere. */
  readonly fields: 'attributes-and-data' | 'anywhere';
  /** Whether a member `$or` joins alternatives. */
  readonly $or: 'refused' | 'accepted';
  /** The severity of a top-level key that is no attribute of an event. */
  readonly 'unknown-keys': 'warning' | 'error';
  /** Whether a name that occurs twice is refused, its last member counts, or the last field with one path counts. */
  readonly 'duplicate-names': 'error' | 'last-counts' | 'last-path-counts';
  /** How many operator conditions a field may have, by the documentation. */
  readonly 'operator-limit': 'five' | 'none';
  /** The documented limit of 2,048 characters of a pattern: fixed, or the default of a quota. */
  readonly 'pattern-length': 'fixed' | 'quota';
  /** Whether `{"anything-but": []}`, which excludes nothing, has a warning. */
  readonly 'empty-anything-but': 'warning' | 'accepted' | 'refused';
  /** An empty text as the operand of an operator on strings. */
  readonly 'empty-operand': 'refused' | 'accepted';
  /** Whether a plain string equals a number or a literal of the same text. */
  readonly equality: 'by-kind' | 'by-text';
  /** Whether equal numbers are those with the same text or those with the same value. */
  readonly 'equal-numbers': 'by-text' | 'by-value';
  /** The comparisons of `numeric`: any one or two that count close numbers as equal, or one bound and a range of exact numbers. */
  readonly comparisons: 'tolerant' | 'exact';
  /** The text of an event's number that is a member below `data`. */
  readonly 'number-text': 'as-sent' | 'retyped';
  /** Whether a block with a mask contains its first and its last address. */
  readonly 'cidr-ends': 'included' | 'excluded';
  /** Whether `010.0.0.1` is an address (10.0.0.1). */
  readonly 'cidr-zeros': 'refused' | 'decimal';
  /** The addresses of a block: IPv4 alone or with a mask, or both families and a mask below their length. */
  readonly 'cidr-blocks': 'ipv4' | 'both-families';
  /** Whether a plain string that is an address equals every spelling of it. */
  readonly 'address-literals': 'text' | 'address';
  /** The meaning of a dot in a name: none, a step of a path below `data`, or the same as a step into an object. */
  readonly names: 'literal' | 'json-path' | 'joined';
  /** What a field sees in an array: its elements if they are scalars, or all scalars at any depth, as if objects in arrays stood in place. */
  readonly arrays: 'scalars' | 'transparent';
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
  /** The key under which events of the service carry the data of their producer. */
  readonly payload: string;
  /** The members that every event of the service has, in their usual order, each with the JSON text of a value. Made events have them. */
  readonly envelope: readonly (readonly [name: string, text: string])[];
  /** Further values that members outside of the payload often have, as JSON texts: generated events have them. */
  readonly usual: readonly (readonly [name: string, ...texts: string[]])[];
  /**
   * The members without which TestEventPattern of the service refuses an event, as answers of the service show that LocalStack has
   * recorded; absent where that is not known.
   */
  readonly required?: readonly string[];
  /** The values of all rules. */
  readonly rules: Rules;
}

/**
 * The names of the built-in dialects: Alibaba Cloud EventBridge by its documentation, the open-source engine of Apache RocketMQ, and Amazon
 * EventBridge.
 */
export type DialectName = 'aliyun' | 'rocketmq' | 'aws';

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

/** The required attributes of CloudEvents 1.0. */
const envelope = [
  ['specversion', '"1.0"'],
  ['id', '"1"'],
  ['source', '"example"'],
  ['type', '"example"'],
] as const;

/** Of the examples in the hosted documentation. */
const usual = [
  ['source', '"acs.oss"', '"acs.ecs"', '"acs.mns"', '"acs.rocketmq"', '"https://example.com/a?b=c#d"'],
  [
    'type',
    '"oss:ObjectCreated:PutObject"',
    '"ecs:Instance:StateChange"',
    '"mq:Topic:SendMessage"',
    '"mns:Queue:SendMessage"',
  ],
  ['subject', '"acs:oss:cn-hangzhou:1234567:bucket/game/123.jpg"', '""'],
  ['datacontenttype', '"application/json"', '"application/json; charset=utf-8"', '"text/plain"'],
  ['aliyunregionid', '"cn-hangzhou"', '"cn-beijing"', '"eu-central-1"'],
  ['aliyuneventbusname', '"default"', '"my-bus"'],
] as const;

/** Alibaba Cloud EventBridge, by its documentation; the default. */
export const aliyun: Dialect = {
  name: 'aliyun',
  summary: 'Alibaba Cloud EventBridge, by its documentation',
  keys,
  payload: 'data',
  envelope,
  usual,
  rules: {
    contains: 'accepted',
    'anything-but suffix': 'undocumented',
    wildcard: 'refused',
    'equals-ignore-case': 'refused',
    exactly: 'refused',
    'prefix equals-ignore-case': 'refused',
    'suffix equals-ignore-case': 'refused',
    'anything-but equals-ignore-case': 'refused',
    'anything-but wildcard': 'refused',
    'anything-but-lists': 'refused',
    'anything-but-values': 'any',
    'combined-operators': 'all-must-hold',
    fields: 'attributes-and-data',
    $or: 'refused',
    'unknown-keys': 'warning',
    'duplicate-names': 'error',
    'operator-limit': 'five',
    'pattern-length': 'fixed',
    'empty-anything-but': 'warning',
    'empty-operand': 'refused',
    equality: 'by-kind',
    'equal-numbers': 'by-text',
    comparisons: 'tolerant',
    'number-text': 'as-sent',
    'cidr-ends': 'included',
    'cidr-zeros': 'refused',
    'cidr-blocks': 'ipv4',
    'address-literals': 'text',
    names: 'literal',
    arrays: 'scalars',
  },
};

/** Apache RocketMQ EventBridge, as its Java code behaves. */
export const rocketmq: Dialect = {
  name: 'rocketmq',
  summary: 'Apache RocketMQ EventBridge, as its Java code does it',
  keys,
  payload: 'data',
  envelope,
  usual,
  rules: {
    contains: 'refused',
    'anything-but suffix': 'accepted',
    wildcard: 'refused',
    'equals-ignore-case': 'refused',
    exactly: 'refused',
    'prefix equals-ignore-case': 'refused',
    'suffix equals-ignore-case': 'refused',
    'anything-but equals-ignore-case': 'refused',
    'anything-but wildcard': 'refused',
    'anything-but-lists': 'refused',
    'anything-but-values': 'any',
    'combined-operators': 'refused',
    fields: 'attributes-and-data',
    $or: 'refused',
    'unknown-keys': 'error',
    'duplicate-names': 'last-counts',
    'operator-limit': 'five',
    'pattern-length': 'fixed',
    'empty-anything-but': 'accepted',
    'empty-operand': 'refused',
    equality: 'by-text',
    'equal-numbers': 'by-text',
    comparisons: 'tolerant',
    'number-text': 'retyped',
    'cidr-ends': 'excluded',
    'cidr-zeros': 'decimal',
    'cidr-blocks': 'ipv4',
    'address-literals': 'text',
    names: 'json-path',
    arrays: 'scalars',
  },
};

/** The members that events of Amazon EventBridge have. Patterns may name any others. */
const amazonKeys = [
  'version',
  'id',
  'detail-type',
  'source',
  'account',
  'time',
  'region',
  'resources',
  'detail',
] as const;

/** The members of every event (AWS documentation, "Event structure"); its account is the one of AWS's examples. */
const amazonEnvelope = [
  ['version', '"0"'],
  ['id', '"1"'],
  ['detail-type', '"example"'],
  ['source', '"example"'],
  ['account', '"123456789012"'],
  ['time', '"2026-01-01T00:00:00Z"'],
  ['region', '"us-east-1"'],
  ['resources', '[]'],
  ['detail', '{}'],
] as const;

/** Of the examples in the AWS documentation. */
const amazonUsual = [
  ['detail-type', '"Object Created"', '"EC2 Instance State-change Notification"', '"Scheduled Event"'],
  ['source', '"aws.s3"', '"aws.ec2"', '"aws.events"', '"com.example.orders"'],
  ['region', '"eu-central-1"', '"cn-north-1"', '""'],
  ['resources', '["arn:aws:ec2:us-east-1:123456789012:instance/i-1234567890abcdef0"]', '["arn:aws:s3:::bucket","x"]'],
] as const;

/** Amazon EventBridge, as its open-source engine (aws/event-ruler 2.1) behaves. */
export const aws: Dialect = {
  name: 'aws',
  summary: 'Amazon EventBridge, as its open-source engine event-ruler does it',
  keys: amazonKeys,
  payload: 'detail',
  envelope: amazonEnvelope,
  usual: amazonUsual,
  required: ['id', 'account', 'source', 'time', 'region', 'detail-type'],
  rules: {
    contains: 'refused',
    'anything-but suffix': 'accepted',
    wildcard: 'accepted',
    'equals-ignore-case': 'accepted',
    exactly: 'undocumented',
    'prefix equals-ignore-case': 'accepted',
    'suffix equals-ignore-case': 'accepted',
    'anything-but equals-ignore-case': 'accepted',
    'anything-but wildcard': 'accepted',
    'anything-but-lists': 'accepted',
    'anything-but-values': 'one-kind',
    'combined-operators': 'refused',
    fields: 'anywhere',
    $or: 'accepted',
    'unknown-keys': 'warning',
    'duplicate-names': 'last-path-counts',
    'operator-limit': 'none',
    'pattern-length': 'quota',
    'empty-anything-but': 'refused',
    'empty-operand': 'accepted',
    equality: 'by-kind',
    'equal-numbers': 'by-value',
    comparisons: 'exact',
    'number-text': 'as-sent',
    'cidr-ends': 'included',
    'cidr-zeros': 'decimal',
    'cidr-blocks': 'both-families',
    'address-literals': 'address',
    names: 'joined',
    arrays: 'transparent',
  },
};

/** All built-in dialects, which options select by name; the first one is the default. */
export const dialects: readonly Dialect[] = [aliyun, rocketmq, aws];

/** The dialects of one service and its engine: one pattern can be judged by each of them on the same events. */
export const relatedDialects: readonly Dialect[] = [aliyun, rocketmq];

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
  wildcard: supportSentences('`wildcard`'),
  'equals-ignore-case': supportSentences('`equals-ignore-case`'),
  exactly: supportSentences('`exactly`'),
  'prefix equals-ignore-case': supportSentences('`equals-ignore-case` inside `prefix`'),
  'suffix equals-ignore-case': supportSentences('`equals-ignore-case` inside `suffix`'),
  'anything-but equals-ignore-case': supportSentences('`equals-ignore-case` inside `anything-but`'),
  'anything-but wildcard': supportSentences('`wildcard` inside `anything-but`'),
  'anything-but-lists': {
    refused: 'refuses a list of texts inside `anything-but`',
    'ignoring-case': 'accepts a list of texts inside `anything-but` only for `equals-ignore-case`',
    accepted: 'accepts a list of texts inside `anything-but`',
  },
  'anything-but-values': {
    any: 'excludes any plain values in `anything-but`',
    'one-kind': 'excludes only strings or only numbers in `anything-but`',
  },
  fields: {
    'attributes-and-data': 'has fields for the attributes of an event and below `data`',
    anywhere: 'has fields at any place',
  },
  $or: {
    refused: 'has no `$or`',
    accepted: 'joins alternatives by `$or`',
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
    'last-path-counts': 'uses the last field with a path',
  },
  'operator-limit': {
    five: 'documents at most five operator conditions for a field',
    none: 'documents no limit of operator conditions for a field',
  },
  'pattern-length': {
    fixed: 'documents at most 2,048 characters for a pattern',
    quota: 'documents at most 2,048 characters for a pattern, a quota that can be raised to 4,096',
  },
  'empty-anything-but': {
    warning: 'accepts an empty list in `anything-but`, with a warning of eb-pattern',
    accepted: 'accepts an empty list in `anything-but`',
    refused: 'refuses an empty list in `anything-but`',
  },
  'empty-operand': {
    refused: 'refuses an empty text as an operand',
    accepted: 'accepts an empty text as an operand',
  },
  equality: {
    'by-kind': 'never treats a string as equal to a number or a literal',
    'by-text': 'compares strings, numbers and literals by their text',
  },
  'equal-numbers': {
    'by-text': 'compares plain numbers by their text',
    'by-value': 'compares plain numbers by their value',
  },
  comparisons: {
    tolerant: 'counts numbers as equal that differ by no more than 1e-7',
    exact: 'compares numbers exactly',
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
  'cidr-blocks': {
    ipv4: 'has blocks of IPv4 addresses only',
    'both-families': 'has blocks of IPv4 and IPv6 addresses',
  },
  'address-literals': {
    text: 'compares a string that is an address by its text',
    address: 'counts all spellings of an address as equal',
  },
  names: {
    literal: 'takes a name with a dot literally',
    'json-path': 'reads a name below `data` as a path, so a dot steps down',
    joined: 'joins the names of a path by dots, so that a dot steps down',
  },
  arrays: {
    scalars: 'sees only the plain values of an array',
    transparent: 'looks into objects and arrays in arrays',
  },
};

/* @__NO_SIDE_EFFECTS__ */
function supportSentences(what: string): Readonly<Record<Support, string>> {
  return {
    accepted: `accepts ${what}`,
    undocumented: `accepts ${what}, though its documentation does not name it`,
    refused: `has no ${what}`,
  };
}
