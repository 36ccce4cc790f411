/**
 * The closed list of findings: severity and message of each code. Summaries, reasons and examples are in catalogue.ts, which only
 * documentation loads.
 */

export type Severity = 'error' | 'warning' | 'info';

export interface Message<P> {
  /** The default; the dialect may override it. */
  readonly severity: Severity;
  /** One sentence in lower case, without a full stop. */
  readonly message: (params: P) => string;
}

function message<P>(value: Message<P>): Message<P> {
  return value;
}

/** Quotes user input in backticks and clips it to 60 characters. */
function quote(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** Why no event can match. The arguments are the texts of conditions, names of operators, or pointers of fields. */
const CLASHES = {
  condition: ([one]: string[]) => `${one} holds for no value`,
  conditions: (all: string[]) => `none of the ${all.length} conditions of this field holds for any value`,
  operators: (names: string[]) => `no value meets ${names.slice(0, -1).join(', ')} and ${names.at(-1)} together`,
  'inside a value': ([outer, inner]: string[]) => `${outer} never holds for an object, and ${inner} is a member of it`,
  'one path': ([missing, there]: string[]) =>
    `${missing} and ${there} are the same path: the first must be missing, the second present`,
} satisfies Record<string, (named: string[]) => string>;

export const messages = {
  'empty-text': message<Record<never, never>>({
    severity: 'error',
    message: () => 'an empty text is not a pattern',
  }),
  'invalid-json': message<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `the pattern is not JSON: ${problem}`,
  }),
  'too-deep': message<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `the pattern is nested deeper than ${limit} levels`,
  }),
  'too-large': message<{ limit: number }>({
    severity: 'error',
    message: ({ limit }) => `the paths of the fields have more than ${limit} names in all`,
  }),
  'not-json-value': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `${found} is not JSON data`,
  }),
  'pattern-in-string': message<Record<never, never>>({
    severity: 'error',
    message: () => 'this is a string that holds a pattern, not the pattern itself',
  }),
  'pattern-not-object': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `a pattern is a JSON object, not ${found}`,
  }),
  'duplicate-name': message<{ name: string; lastCounts: boolean }>({
    severity: 'error',
    message: ({ name, lastCounts }) =>
      `the name ${quote(name)} occurs more than once${lastCounts ? ' and only the last one counts' : ' and one of them would silently win'}`,
  }),
  'unknown-key': message<{ key: string }>({
    severity: 'warning',
    message: ({ key }) => `${quote(key)} is not an attribute of an event`,
  }),
  'foreign-key': message<{ key: string; owner: string; meant: string }>({
    severity: 'warning',
    message: ({ key, owner, meant }) => `${quote(key)} is the name of ${owner}; here it is ${quote(meant)}`,
  }),
  'attribute-not-array': message<{ key: string; found: string }>({
    severity: 'error',
    message: ({ key, found }) => `the value of ${quote(key)} is an array of conditions, not ${found}`,
  }),
  'data-not-object': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `\`data\` is an object of fields, not ${found}`,
  }),
  'field-not-array': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `a field is an array of conditions or an object of fields, not ${found}`,
  }),
  'empty-object': message<Record<never, never>>({
    severity: 'error',
    message: () => 'an empty object holds no field',
  }),
  'empty-conditions': message<Record<never, never>>({
    severity: 'error',
    message: () => 'a field without conditions could never hold',
  }),
  'nested-array': message<Record<never, never>>({
    severity: 'error',
    message: () => 'a condition is a plain value or an object with an operator, not an array',
  }),
  'unreadable-name': message<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `the name ${quote(name)} cannot be used: this engine reads it as a JSONPath`,
  }),
  'path-as-name': message<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `${quote(name)} is one name, not a path: dots and brackets in a name are literal`,
  }),
  'empty-condition': message<Record<never, never>>({
    severity: 'error',
    message: () => 'a condition needs an operator',
  }),
  'unknown-operator': message<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `there is no operator ${quote(name)}`,
  }),
  'foreign-operator': message<{ name: string; owner: string }>({
    severity: 'error',
    message: ({ name, owner }) => `${quote(name)} is an operator of ${owner}, not of this service`,
  }),
  'operator-as-field': message<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `${quote(name)} is an operator, used here as the name of a field`,
  }),
  'unsupported-operator': message<{ name: string; dialect: string }>({
    severity: 'error',
    message: ({ name, dialect }) => `the dialect ${quote(dialect)} has no ${quote(name)} here`,
  }),
  'undocumented-operator': message<{ name: string; inside: string }>({
    severity: 'info',
    message: ({ name, inside }) => `${quote(name)} inside ${quote(inside)} is not in the documentation`,
  }),
  'combined-operators': message<{ names: readonly string[]; refused: boolean }>({
    severity: 'warning',
    message: ({ names, refused }) =>
      refused
        ? `a condition has one operator here, not ${names.length}: ${names.map(quote).join(', ')}`
        : `all of ${names.map(quote).join(', ')} must hold for the same value, and the open-source engine refuses this`,
  }),
  'uncombinable-operator': message<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `${quote(name)} cannot be combined with other operators`,
  }),
  'operand-type': message<{ operator: string; wants: string; found: string }>({
    severity: 'error',
    message: ({ operator, wants, found }) => `the operand of ${quote(operator)} is ${wants}, not ${found}`,
  }),
  'empty-operand': message<{ operator: string }>({
    severity: 'error',
    message: ({ operator }) => `the operand of ${quote(operator)} is empty`,
  }),
  'anything-but-list-item': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `the list of \`anything-but\` holds plain values, not ${found}`,
  }),
  'anything-but-empty-list': message<Record<never, never>>({
    severity: 'warning',
    message: () => 'an empty list excludes nothing, so every present plain value passes',
  }),
  'anything-but-inner': message<{ names: readonly string[]; allowed: readonly string[] }>({
    severity: 'error',
    message: ({ names, allowed }) =>
      `\`anything-but\` negates plain values or one of ${allowed.map(quote).join(', ')}, not ${
        names.length === 0
          ? 'an empty object'
          : names.length === 1
            ? quote(names[0] ?? '')
            : `${names.length} operators at once`
      }`,
  }),
  'numeric-length': message<{ length: number }>({
    severity: 'error',
    message: ({ length }) => `a numeric condition has 2 or 4 items, not ${length}`,
  }),
  'numeric-comparison': message<{ found: string; allowed: readonly string[] }>({
    severity: 'error',
    message: ({ found, allowed }) => `${quote(found)} is not a comparison; there are ${allowed.map(quote).join(', ')}`,
  }),
  'numeric-number': message<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `the bound of a numeric condition is a number, not ${found}`,
  }),
  'numeric-range': message<{ text: string; limit: number }>({
    severity: 'error',
    message: ({ text, limit }) => `the bound ${quote(text)} is outside -${limit}..${limit}`,
  }),
  'numeric-precision': message<{ text: string }>({
    severity: 'warning',
    message: ({ text }) => `the bound ${quote(text)} has more than 15 significant digits or 6 decimals`,
  }),
  'number-text': message<{ text: string; usual: string; same: boolean }>({
    severity: 'warning',
    message: ({ text, usual, same }) =>
      same
        ? `the number ${quote(text)} is compared by its text, and most producers send ${quote(usual)}`
        : `the number ${quote(text)} is compared by its text, and producers that keep numbers as doubles, as JavaScript does, send ${quote(usual)}`,
  }),
  'cidr-syntax': message<{ text: string; problem: string }>({
    severity: 'error',
    message: ({ text, problem }) => `${quote(text)} is not an IPv4 block: ${problem}`,
  }),
  'cidr-ipv6': message<{ text: string }>({
    severity: 'error',
    message: ({ text }) => `${quote(text)} is IPv6, and the service matches IPv4 only`,
  }),
  'cidr-host-bits': message<{ text: string; block: string }>({
    severity: 'warning',
    message: ({ text, block }) => `${quote(text)} means the block ${quote(block)}`,
  }),
  'duplicate-condition': message<{ condition: string }>({
    severity: 'warning',
    message: ({ condition }) => `the condition ${quote(condition)} repeats an earlier one`,
  }),
  'never-matches': message<{ conflict: readonly string[]; clash: keyof typeof CLASHES }>({
    severity: 'warning',
    message: ({ conflict, clash }) => `no event can match: ${CLASHES[clash](conflict.map(quote))}`,
  }),
  'redundant-condition': message<{ condition: string; holds: boolean; covering: readonly string[] }>({
    severity: 'warning',
    message: ({ condition, holds, covering: [only] }) =>
      holds
        ? `${only === undefined ? 'the other conditions of the field' : quote(only)} already ${only === undefined ? 'accept' : 'accepts'} all that ${quote(condition)} accepts`
        : `the condition ${quote(condition)} holds for no value`,
  }),
  'field-always-holds': message<{ because: readonly string[] }>({
    severity: 'warning',
    message: ({ because }) =>
      because.length === 0
        ? 'this field holds for every plain value, and when it is missing'
        : `this field holds whenever ${because.map(quote).join(' and ')} ${because.length === 1 ? 'holds' : 'hold'}`,
  }),
  'alternatives-cover-all': message<{ count: number; every: string }>({
    severity: 'warning',
    message: ({ count, every }) =>
      `together these ${count} conditions accept every ${every === 'number' ? every : `${every}, as \`{"exists": true}\` does`}: alternatives are OR`,
  }),
  'literal-wildcard': message<{ text: string; character: string }>({
    severity: 'warning',
    message: ({ text, character }) => `\`${character}\` in ${quote(text)} is matched literally: there are no wildcards`,
  }),
  'text-attribute': message<{ name: string }>({
    severity: 'info',
    message: ({ name }) => `${quote(name)} is a string in every event, and this condition expects a number`,
  }),
  'service-source': message<{ source: string }>({
    severity: 'info',
    message: ({ source }) => `${quote(source)} is not the source of a service: those begin with \`acs.\``,
  }),
  'matches-everything': message<Record<never, never>>({
    severity: 'info',
    message: () => 'this pattern matches every event',
  }),
  'many-operators': message<{ count: number; limit: number }>({
    severity: 'warning',
    message: ({ count, limit }) =>
      `this field has ${count} operator conditions, and the service documents at most ${limit}`,
  }),
  'long-pattern': message<{ length: number; limit: number }>({
    severity: 'warning',
    message: ({ length, limit }) => `the pattern has ${length} characters, and the service documents at most ${limit}`,
  }),
} as const;

export type Code = keyof typeof messages;

/** The values in the message of a code. */
export type Params<C extends Code> =
  Parameters<(typeof messages)[C]['message']> extends [infer P] ? P : Record<never, never>;
