/**
 * The closed list of findings: severity and message of each code. Summaries, reasons and examples are in catalogue.ts, which only
 * documentation loads. The makers of messages are marked as free of side effects: a bundle that reads no pattern leaves the table out.
 */
import type { Message, ParamsOf } from './finding.ts';
import { quote, quoteAll } from './value/excerpt.ts';

/* @__NO_SIDE_EFFECTS__ */
function error<P = Record<never, never>>(message: (params: P) => string): Message<P> {
  return { severity: 'error', message };
}

/* @__NO_SIDE_EFFECTS__ */
function warning<P = Record<never, never>>(message: (params: P) => string): Message<P> {
  return { severity: 'warning', message };
}

/* @__NO_SIDE_EFFECTS__ */
function info<P = Record<never, never>>(message: (params: P) => string): Message<P> {
  return { severity: 'info', message };
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

/** Where the verdict of event-ruler depends on other conditions of a field, or on the order in which they were added. */
const ACCIDENTS = {
  'numbers-and-addresses': 'it tries the digits of a number against the addresses of the field',
  'address-families': 'it compares addresses of both families digit by digit',
  'numbers-and-suffixes': 'beside numeric conditions it tries numbers against suffixes',
  quotes: 'a prefix or suffix may run into the quotes of a string',
  'outside-basic-plane': 'it compares this character as `??` when it ignores case',
  'texts-and-ranges': 'it may lose a plain text beside ranges',
  'shared-conditions': 'it may lose a combination that shares a condition with another one',
  'star-and-case':
    'a wildcard that begins with a star and a text whose case is ignored, or a suffix beyond ASCII, run into each other',
} as const;

export const messages = {
  'empty-text': error(() => 'an empty text is not a pattern'),
  'invalid-json': error<{ problem: string }>(({ problem }) => `the pattern is not JSON: ${problem}`),
  'too-deep': error<{ limit: number }>(({ limit }) => `the pattern is nested deeper than ${limit} levels`),
  'too-large': error<{ limit: number }>(({ limit }) => `the paths of the fields have more than ${limit} names in all`),
  'not-json-value': error<{ found: string }>(({ found }) => `${found} is not JSON data`),
  'pattern-in-string': error(() => 'this is a string that holds a pattern, not the pattern itself'),
  'pattern-not-object': error<{ found: string }>(({ found }) => `a pattern is a JSON object, not ${found}`),
  'duplicate-name': error<{ name: string; lastCounts: boolean }>(
    ({ name, lastCounts }) =>
      `the name ${quote(name)} occurs more than once${lastCounts ? ' and only the last one counts' : ' and one of them would silently win'}`,
  ),
  'unknown-key': warning<{ key: string }>(({ key }) => `${quote(key)} is not an attribute of an event`),
  'foreign-key': warning<{ key: string; owner: string; meant: string }>(
    ({ key, owner, meant }) => `${quote(key)} is the name of ${owner}; here it is ${quote(meant)}`,
  ),
  'attribute-not-array': error<{ key: string; found: string }>(
    ({ key, found }) => `the value of ${quote(key)} is an array of conditions, not ${found}`,
  ),
  'data-not-object': error<{ found: string }>(({ found }) => `\`data\` is an object of fields, not ${found}`),
  'field-not-array': error<{ found: string }>(
    ({ found }) => `a field is an array of conditions or an object of fields, not ${found}`,
  ),
  'empty-object': error(() => 'an empty object holds no field'),
  'empty-conditions': error(() => 'a field without conditions could never hold'),
  'nested-array': error(() => 'a condition is a plain value or an object with an operator, not an array'),
  'unreadable-name': error<{ name: string }>(
    ({ name }) => `the name ${quote(name)} cannot be used: this engine reads it as a JSONPath`,
  ),
  'path-as-name': warning<{ name: string }>(
    ({ name }) => `${quote(name)} is one name, not a path: dots and brackets in a name are literal`,
  ),
  'empty-condition': error(() => 'a condition needs an operator'),
  'unknown-operator': error<{ name: string }>(({ name }) => `there is no operator ${quote(name)}`),
  'foreign-operator': error<{ name: string; owner: string }>(
    ({ name, owner }) => `${quote(name)} is an operator of ${owner}, not of this service`,
  ),
  'operator-as-field': error<{ name: string }>(
    ({ name }) => `${quote(name)} is an operator, used here as the name of a field`,
  ),
  'unsupported-operator': error<{ name: string; dialect: string }>(
    ({ name, dialect }) => `the dialect ${quote(dialect)} has no ${quote(name)} here`,
  ),
  'undocumented-operator': info<{ name: string; inside: string }>(
    ({ name, inside }) => `${quote(name)} inside ${quote(inside)} is not in the documentation`,
  ),
  'combined-operators': warning<{ names: readonly string[]; refused: boolean }>(({ names, refused }) =>
    refused
      ? `a condition has one operator here, not ${names.length}: ${quoteAll(names)}`
      : `all of ${quoteAll(names)} must hold for the same value, and the open-source engine refuses this`,
  ),
  'uncombinable-operator': error<{ name: string }>(
    ({ name }) => `${quote(name)} cannot be combined with other operators`,
  ),
  'operand-type': error<{ operator: string; wants: string; found: string }>(
    ({ operator, wants, found }) => `the operand of ${quote(operator)} is ${wants}, not ${found}`,
  ),
  'empty-operand': error<{ operator: string }>(({ operator }) => `the operand of ${quote(operator)} is empty`),
  'anything-but-list-item': error<{ found: string }>(
    ({ found }) => `the list of \`anything-but\` holds plain values, not ${found}`,
  ),
  'anything-but-empty-list': warning(() => 'an empty list excludes nothing, so every present plain value passes'),
  'anything-but-inner': error<{ names: readonly string[]; allowed: readonly string[] }>(
    ({ names, allowed }) =>
      `\`anything-but\` negates plain values or one of ${quoteAll(allowed)}, not ${
        names.length === 0
          ? 'an empty object'
          : names.length === 1
            ? quote(names[0] ?? '')
            : `${names.length} operators at once`
      }`,
  ),
  'numeric-length': error<{ length: number }>(({ length }) => `a numeric condition has 2 or 4 items, not ${length}`),
  'numeric-comparison': error<{ found: string; allowed: readonly string[] }>(
    ({ found, allowed }) => `${quote(found)} is not a comparison; there are ${quoteAll(allowed)}`,
  ),
  'numeric-number': error<{ found: string }>(
    ({ found }) => `the bound of a numeric condition is a number, not ${found}`,
  ),
  'numeric-range': error<{ text: string; limit: number }>(
    ({ text, limit }) => `the bound ${quote(text)} is outside -${limit}..${limit}`,
  ),
  'numeric-precision': warning<{ text: string }>(
    ({ text }) => `the bound ${quote(text)} has more than 15 significant digits or 6 decimals`,
  ),
  'number-text': warning<{ text: string; usual: string; same: boolean }>(({ text, usual, same }) =>
    same
      ? `the number ${quote(text)} is compared by its text, and most producers send ${quote(usual)}`
      : `the number ${quote(text)} is compared by its text, and producers that keep numbers as doubles, as JavaScript does, send ${quote(usual)}`,
  ),
  'cidr-syntax': error<{ text: string; problem: string }>(
    ({ text, problem }) => `${quote(text)} is not an IPv4 block: ${problem}`,
  ),
  'cidr-ipv6': error<{ text: string }>(({ text }) => `${quote(text)} is IPv6, and the service matches IPv4 only`),
  'cidr-host-bits': warning<{ text: string; block: string }>(
    ({ text, block }) => `${quote(text)} means the block ${quote(block)}`,
  ),
  'duplicate-condition': warning<{ condition: string }>(
    ({ condition }) => `the condition ${quote(condition)} repeats an earlier one`,
  ),
  'never-matches': warning<{ conflict: readonly string[]; clash: keyof typeof CLASHES }>(
    ({ conflict, clash }) => `no event can match: ${CLASHES[clash](conflict.map(quote))}`,
  ),
  'redundant-condition': warning<{ condition: string; holds: boolean; covering: readonly string[] }>(
    ({ condition, holds, covering: [only] }) =>
      holds
        ? `${only === undefined ? 'the other conditions of the field' : quote(only)} already ${only === undefined ? 'accept' : 'accepts'} all that ${quote(condition)} accepts`
        : `the condition ${quote(condition)} holds for no value`,
  ),
  'field-always-holds': warning<{ because: readonly string[] }>(({ because }) =>
    because.length === 0
      ? 'this field holds for every plain value, and when it is missing'
      : `this field holds whenever ${because.map(quote).join(' and ')} ${because.length === 1 ? 'holds' : 'hold'}`,
  ),
  'alternatives-cover-all': warning<{ count: number; every: string }>(
    ({ count, every }) =>
      `together these ${count} conditions accept every ${every === 'number' ? every : `${every}, as \`{"exists": true}\` does`}: alternatives are OR`,
  ),
  'literal-wildcard': warning<{ text: string; character: string; only: boolean }>(
    ({ text, character, only }) =>
      `\`${character}\` in ${quote(text)} is matched literally: ${only ? 'only `wildcard` has' : 'there are no'} wildcards`,
  ),
  'text-attribute': info<{ name: string }>(
    ({ name }) => `${quote(name)} is a string in every event, and this condition expects a number`,
  ),
  'service-source': info<{ source: string }>(
    ({ source }) => `${quote(source)} is not the source of a service: those begin with \`acs.\``,
  ),
  'matches-everything': info(() => 'this pattern matches every event'),
  'many-operators': warning<{ count: number; limit: number }>(
    ({ count, limit }) => `this field has ${count} operator conditions, and the service documents at most ${limit}`,
  ),
  'long-pattern': warning<{ length: number; limit: number; isQuota: boolean }>(
    ({ length, limit, isQuota }) =>
      `the pattern has ${length} characters, and the service ${isQuota ? `takes at most ${limit} unless its quota is raised` : `documents at most ${limit}`}`,
  ),
  'or-not-branches': error<{ found: string }>(
    ({ found }) => `\`$or\` is a list of at least two objects of fields, not ${found}`,
  ),
  'operator-in-branch': error<{ name: string }>(
    ({ name }) => `no field inside \`$or\` may be named ${quote(name)}, which is an operator`,
  ),
  'or-as-name': warning<{ reason: string }>(
    ({ reason }) => `\`$or\` is read as the name of a field here, not as alternatives, because ${reason}`,
  ),
  'too-many-combinations': error<{ count: string; limit: number }>(
    ({ count, limit }) => `the branches of \`$or\` make ${count} combinations, and the service takes at most ${limit}`,
  ),
  'too-many-paths': error<{ count: number; limit: number }>(
    ({ count, limit }) =>
      `the pattern has ${count} fields that must hold together, and the engine takes at most ${limit}`,
  ),
  'path-twice': warning<{ path: string }>(
    ({ path }) => `a later field has the path ${quote(path)} too, and only the last one counts`,
  ),
  'empty-name': warning(() => 'an empty name makes a path that hardly any event has'),
  'absence-order': info<{ path: string; before: string }>(
    ({ path, before }) =>
      `in an array of objects ${quote(path)} must be missing in all elements, because paths are taken in order and it comes before ${quote(before)}`,
  ),
  'engine-accident': warning<{ accident: keyof typeof ACCIDENTS }>(
    ({ accident }) => `the engine may answer otherwise here: ${ACCIDENTS[accident]}`,
  ),
  'complex-wildcards': warning<{ count: number; limit: number }>(
    ({ count, limit }) =>
      `the wildcards of this field have the complexity ${count}, and the service refuses some from ${limit} on`,
  ),
  'wildcard-syntax': error<{ text: string; problem: 'two-stars' | 'escape'; offset: number }>(
    ({ text, problem, offset }) =>
      problem === 'two-stars'
        ? `${quote(text)} has two stars side by side, at ${offset}`
        : `${quote(text)} has a backslash that escapes neither a star nor a backslash, at ${offset}`,
  ),
  'affix-inner': error<{ operator: string; allowed: string; names: readonly string[] }>(
    ({ operator, allowed, names }) =>
      `the operand of ${quote(operator)} is a string or one ${quote(allowed)}, not ${names.length === 0 ? 'an empty object' : quoteAll(names)}`,
  ),
  'anything-but-kind': error<{ found: string; mixed: boolean }>(({ found, mixed }) =>
    mixed
      ? `\`anything-but\` excludes strings or numbers, not ${found}`
      : `\`anything-but\` excludes only strings and numbers, not ${found}`,
  ),
  'numeric-order': error<{ problem: string }>(({ problem }) => `these bounds are refused: ${problem}`),
  'number-not-comparable': error<{ text: string }>(
    ({ text }) => `no double has the value of ${quote(text)}, so it cannot be compared`,
  ),
  'number-beyond-double': warning<{ text: string; nearest: string }>(
    ({ text }) => `no double has the value of ${quote(text)}, so only the same text is equal to it`,
  ),
  'number-undocumented': warning<{ text: string }>(
    ({ text }) =>
      `the documentation takes numbers from -5e9 to 5e9 with 15 digits, 6 of them decimals, not ${quote(text)}`,
  ),
  'address-literal': info<{ text: string }>(
    ({ text }) => `${quote(text)} is an address, and every spelling of it is equal here`,
  ),
  'block-syntax': error<{ text: string; problem: string }>(
    ({ text, problem }) => `${quote(text)} is not a block of addresses: ${problem}`,
  ),
  'undocumented-condition': info<{ name: string }>(({ name }) => `${quote(name)} is not in the documentation`),
} as const;

/** The codes of findings on patterns. None is ever renamed. */
export type Code = keyof typeof messages;

/** The values in the message of a code. */
export type Params<C extends Code> = ParamsOf<typeof messages, C>;
