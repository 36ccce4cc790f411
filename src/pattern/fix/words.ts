/** Words for operators in other languages and event buses, with the equivalent conditions. */

import { type Rules, supportOf } from '../dialect.ts';
import { isScalar, type JsonMember, type JsonNode, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { INSIDE, numberIn, OUTSIDE } from '../value/range-words.ts';
import { bare, each, lookUp } from '../value/word-lookup.ts';
import { NO_NEGATION, ONE_EXCLUDED } from './advice.ts';
import { replace, safe } from './edits.ts';
import { plainNumber } from './number-text.ts';
import { between, type Comparisons, inConditions, outside } from './range.ts';
import { expressionConditions } from './regular-expression.ts';
import { conditionText, type Replacement, replacementFixes } from './replacement.ts';
import { symbolOf } from './spelling.ts';
import { surroundings } from './surroundings.ts';
import { GLOB, LIKE, wildcardConditions } from './wildcard.ts';

type Rewrite = (operand: JsonNode, rules: Rules) => readonly (Replacement | undefined)[];

interface Word {
  readonly rewrite: Rewrite;
  /** The hint when no condition means the same. */
  readonly advice: string;
}

const MAX_VALUES = 50;

const ONE_TEXT = 'the operator takes one non-empty text; write several as separate conditions';
const NUMBERS = '`numeric` compares numbers with bounds from -1e9 to 1e9; no condition compares the order of texts';
const NO_WILDCARD = 'no condition has wildcards: write what the text begins with, ends with or contains';

const words: ReadonlyMap<string, Word> = new Map([
  ...named(
    '= == === eq equal equals equalto is exact exactly exactmatch value values in oneof isin isoneof',
    alternatives,
    'write plain values directly in the list of the field',
  ),
  ...named('or any anyof', alternatives, 'write alternatives next to each other in the list of the field'),
  ...named(
    '! != !== <> not ne neq noteq notequal notequals notequalto isnot notin nin noneof notoneof isnotin except exclude excludes anythingbut anything other nor none',
    others,
    '`anything-but` takes plain values, or one operator that it can negate',
  ),
  ...named('and all allof', together, 'operators in one object must all hold for the same value'),
  ...named(
    'startswith startwith beginswith beginwith starts begins start begin hasprefix prefixes prefix',
    texts('prefix'),
    ONE_TEXT,
  ),
  ...named('endswith endwith ends end hassuffix suffixes postfix suffix', texts('suffix'), ONE_TEXT),
  ...named(
    'contains contain containing includes include has hassubstring substring substr containsstring',
    texts('contains'),
    ONE_TEXT,
  ),
  ...named('notstartswith doesnotstartwith notbeginswith doesnotbeginwith notprefix', excluded('prefix'), ONE_EXCLUDED),
  ...named('notendswith doesnotendwith notsuffix', excluded('suffix'), ONE_EXCLUDED),
  ...named('notcontains doesnotcontain', () => [], NO_NEGATION),
  ...named('notequalsignorecase', excluded('equals-ignore-case'), ONE_EXCLUDED),
  ...named('notwildcard notlike', excluded('wildcard'), ONE_EXCLUDED),
  ...named(INSIDE, inRange, NUMBERS),
  ...named(OUTSIDE, outOfRange, NUMBERS),
  ...named('number numbers', numbers, NUMBERS),
  ...named(
    'ip ipaddress ipv4 ipinrange ipaddressinrange iprange subnet cidrblock incidr network sourceip',
    block,
    '`cidr` takes one IPv4 address or block; write several as separate conditions',
  ),
  ...named(
    'ipv6 cidrv6 cidr6 ipv6address',
    () => [],
    'only IPv4 addresses are compared: list the others as plain texts',
  ),
  ...named(
    'exist exists present ispresent defined isdefined isnotnull notnull isset notnullorundefined',
    there(true),
    '`exists` takes `true` or `false`',
  ),
  ...named(
    'notexist notexists doesnotexist missing ismissing absent isabsent undefined isundefined isnullorundefined',
    there(false),
    '`exists` takes `true` or `false`',
  ),
  ...named('wildcard glob shellstyle', wildcards(GLOB), NO_WILDCARD),
  ...named('like ilike', wildcards(LIKE), NO_WILDCARD),
  ...named(
    'regex regexp regularexpression pattern matches match matchesregex rlike',
    expressions,
    'no condition takes a regular expression: write what the text begins with, ends with or contains',
  ),
  ...named(
    'equalsignorecase equalsignoringcase ieq iequals',
    onlyThisSpelling,
    'no condition ignores case: list the spellings that your producers send',
  ),
]);

function named(names: string, rewrite: Rewrite, advice: string): readonly (readonly [string, Word])[] {
  return each(names, { rewrite, advice });
}

function wordOf(name: string): Word | undefined {
  const symbol = symbolOf(name);
  return symbol === undefined ? lookUp(words, name) : { rewrite: compared(symbol), advice: NUMBERS };
}

/** The hint for a word of another language that no condition can express. */
export function adviceOn(name: string): string | undefined {
  return wordOf(name)?.advice;
}

/** Whether a name is the negation of an operator: `notprefix`, `!prefix`, `nprefix`. */
export function negates(name: string, operator: string): boolean {
  if (/^[!~-]/.test(name)) return true;
  const [word, known] = [bare(name), bare(operator)];
  return (
    word.length > known.length &&
    word.endsWith(known) &&
    /^(?:n|no|not|non|un|is?nt|doesnt|in)$/.test(word.slice(0, -known.length))
  );
}

/** Whether a name is a common word for an operator. */
export function isWord(name: string): boolean {
  return wordOf(name) !== undefined;
}

/** Words that are also common names of members. */
const NAMES = new Set(
  `value values number numbers ip ipaddress ipv4 ipv6 ipv6address subnet network sourceip range outside within begin start end min minimum max maximum
  match pattern glob other exact present missing absent defined undefined prefixes suffixes postfix above below less greater include contain`.split(
    /\s+/,
  ),
);

/** Whether a name is such a word, and not a common name of a member. */
export function isOnlyWord(name: string): boolean {
  return isWord(name) && !NAMES.has(bare(name));
}

/** `adviceOn` for a word inside an operator; `negates`: inside a negation. */
export function adviceInside(name: string, negates: boolean): string | undefined {
  // Ignoring case can be expressed by listing spellings, also in a negation.
  return negates && !name.includes('case') ? NO_NEGATION : adviceOn(name);
}

/** The comparisons that a word for a range, such as `between` or `notInRange`, means. */
export function rangesOf(name: string, operand: JsonNode): readonly Comparisons[] {
  const rewrite = wordOf(name)?.rewrite;
  return rewrite === inRange ? between(operand) : rewrite === outOfRange ? outside(operand) : [];
}

/** The symbol of a word for equality: `=` for `in`, `!=` for `not`. */
export function equalityOf(name: string): '=' | '!=' | undefined {
  const rewrite = wordOf(name)?.rewrite;
  return rewrite === alternatives ? '=' : rewrite === others ? '!=' : undefined;
}

/** Whether a word negates its operand: `ne`, `not`, `nin`, `anything-but`. */
export function isNegation(name: string): boolean {
  return equalityOf(name) === '!=';
}

const JOINS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ...each('or any anyof oneof', 'or' as const),
  ...each('and all allof', 'and' as const),
  ...each('not nor none noneof anythingbut', 'not' as const),
]);

/** How a word joins fields in other languages: `$or`, `allOf`, `not`. */
export function joinOf(name: string): 'or' | 'and' | 'not' | undefined {
  return name.length > 40 ? undefined : JOINS.get(bare(name));
}

/** The fixes for an operator of another language; `place` is that of its operand. */
export function wordFixes(place: Place, name: string, rules: Rules): readonly Fix[] {
  const range = bothBounds(place);
  if (range !== undefined) return [range];
  const found = wordOf(name)?.rewrite(place.node, rules) ?? [];
  return replacementFixes(
    place,
    found.filter((one) => one !== undefined),
  );
}

/** Plain values or conditions as alternatives. */
function alternatives(operand: JsonNode): readonly Replacement[] {
  const items = operand.kind === 'array' ? operand.items : [];
  const conditions = items.some(isScalar) || items.every(hasOperator) ? items : [];
  if (!conditions.some(hasOperator) || conditions.length > MAX_VALUES) return values(operand);
  return conditions.every((item) => isScalar(item) || hasOperator(item))
    ? [{ conditions: conditions.map(printJson), accepts: 'same' }]
    : [];
}

/** Conditions that must all hold for one value: their operators in one object, each once. */
function together(operand: JsonNode, rules: Rules): readonly Replacement[] {
  const items = operand.kind === 'array' ? operand.items : [];
  const members = items.flatMap((item) => (item.kind === 'object' ? item.members : []));
  if (rules['combined-operators'] === 'refused' || items.length < 2 || !items.every(hasOperator)) return [];
  if (new Set(members.map(({ name }) => name)).size < members.length) return [];
  const condition = members.map(({ name, value }) => `${JSON.stringify(name)}: ${printJson(value)}`).join(', ');
  return [{ conditions: [`{${condition}}`], accepts: 'same' }];
}

function hasOperator(node: JsonNode): boolean {
  return node.kind === 'object' && node.members.length > 0;
}

function values(operand: JsonNode): readonly Replacement[] {
  const items = listOf(operand);
  if (items === undefined) return [];
  const conditions = items.map(printJson);
  if (items.every(({ kind }) => kind !== 'number')) return [{ conditions, accepts: 'same' }];
  const [only] = items;
  const byValue: Replacement = {
    conditions: [conditionText('numeric', `["=", ${conditions[0]}]`)],
    accepts: 'same',
    note: ' to compare by value',
  };
  const byText: Replacement = {
    conditions: items.map(plainText),
    accepts: 'fewer',
    note: `, compared by ${items.length === 1 ? 'its' : 'their'} text`,
  };
  return items.length === 1 && only?.kind === 'number' ? [byValue, byText] : [byText];
}

function plainText(node: JsonNode): string {
  return node.kind === 'number' ? plainNumber(node) : printJson(node);
}

/** A negation: the condition holds for another value of any kind. */
function others(operand: JsonNode): readonly Replacement[] {
  const conditions = [conditionText('anything-but', printJson(operand))];
  if (operand.kind === 'object') return [{ conditions, accepts: 'same' }];
  const items = listOf(operand);
  if (items === undefined) return [];
  if (items.every(({ kind }) => kind !== 'number')) return [{ conditions, accepts: 'same' }];
  const [only] = items;
  if (items.length > 1 || only === undefined) return [];
  return [
    {
      conditions: [conditionText('numeric', `["!=", ${printJson(only)}]`)],
      accepts: 'fewer',
      note: ' to compare by value',
    },
  ];
}

/** One plain value or a few. */
function listOf(operand: JsonNode): readonly JsonNode[] | undefined {
  const items = operand.kind === 'array' ? operand.items : [operand];
  return items.length > 0 && items.length <= MAX_VALUES && items.every(isScalar) ? items : undefined;
}

function texts(operator: string): Rewrite {
  return (operand, rules) => {
    const items = listOf(operand);
    if (items === undefined || supportOf(rules, operator) === 'refused') return [];
    if (!items.every((item) => item.kind === 'string' && item.value !== '')) return [];
    return [{ conditions: items.map((item) => conditionText(operator, printJson(item))), accepts: 'same' }];
  };
}

/** Only for a single text: a field cannot exclude several beginnings. */
function excluded(operator: string): Rewrite {
  return (operand, rules) => {
    if (operand.kind !== 'string' || operand.value === '' || supportOf(rules, operator, 'anything-but') === 'refused')
      return [];
    return [
      { conditions: [conditionText('anything-but', conditionText(operator, printJson(operand)))], accepts: 'same' },
    ];
  };
}

function compared(symbol: string): Rewrite {
  return (operand) => {
    const number = numberIn(operand);
    if (number === undefined) return [];
    const note = operand.kind === 'string' ? { note: ', if the event holds a number' } : {};
    return [{ conditions: [conditionText('numeric', `["${symbol}", ${number}]`)], accepts: 'same', ...note }];
  };
}

function inRange(operand: JsonNode): readonly Replacement[] {
  return between(operand).map(inConditions);
}

function outOfRange(operand: JsonNode): readonly Replacement[] {
  return outside(operand).map(inConditions);
}

function numbers(operand: JsonNode): readonly Replacement[] {
  return operand.kind === 'array'
    ? [{ conditions: [conditionText('numeric', printJson(operand))], accepts: 'same' }]
    : values(operand);
}

function block(operand: JsonNode): readonly Replacement[] {
  const items = listOf(operand);
  if (items === undefined || !items.every(({ kind }) => kind === 'string')) return [];
  return [{ conditions: items.map((item) => conditionText('cidr', printJson(item))), accepts: 'same' }];
}

function there(wanted: boolean): Rewrite {
  return (operand) =>
    operand.kind === 'boolean'
      ? [{ conditions: [conditionText('exists', String(operand.value === wanted))], accepts: 'same' }]
      : [];
}

function wildcards(marks: typeof GLOB): Rewrite {
  return (operand, rules) => {
    const items = listOf(operand) ?? [];
    const found = items.map((item) =>
      item.kind === 'string' ? wildcardConditions(item.value, marks, rules) : undefined,
    );
    if (found.length === 0 || found.some((one) => one === undefined)) return [];
    const all = found as readonly Replacement[];
    const accepts = all.every((one) => one.accepts === 'same') ? 'same' : 'others';
    return [
      {
        conditions: all.flatMap(({ conditions }) => conditions),
        accepts,
        ...(accepts === 'same' ? {} : { note: NEAR }),
      },
    ];
  };
}

const NEAR = ', which accepts a little more';

function expressions(operand: JsonNode, rules: Rules): readonly (Replacement | undefined)[] {
  return operand.kind === 'string' ? [expressionConditions(operand.value, rules)] : [];
}

function onlyThisSpelling(operand: JsonNode): readonly Replacement[] {
  const items = listOf(operand);
  if (items === undefined || !items.every(({ kind }) => kind === 'string')) return [];
  return [{ conditions: items.map(printJson), accepts: 'fewer', note: ', in this spelling only' }];
}

/** `{"gt": 0, "lte": 5}` becomes one condition with two comparisons. */
function bothBounds(place: Place): Fix | undefined {
  const around = surroundings(place);
  if (around === undefined || around.nested || around.object.members.length !== 2) return undefined;
  const [first, second] = around.object.members.map(boundOf);
  if (first === undefined || second === undefined) return undefined;
  const condition = conditionText('numeric', `[${first}, ${second}]`);
  return safe(`write ${condition}`, replace(around.condition.node, condition));
}

function boundOf({ name, value }: JsonMember): string | undefined {
  const symbol = symbolOf(name);
  return symbol === undefined || value.kind !== 'number' ? undefined : `"${symbol}", ${value.text}`;
}
