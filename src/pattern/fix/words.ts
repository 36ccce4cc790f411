/** Words that people write for operators, from other languages and event buses, and what conditions say the same. */

import { type Rules, supportOf } from '../dialect.ts';
import { isScalar, type JsonMember, type JsonNode, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { isNumberText } from '../value/number-texts.ts';
import { surroundings } from './condition.ts';
import { replace, safe } from './edits.ts';
import { conditionText, type Instead, insteadOf } from './instead.ts';
import { expressionConditions } from './regular-expression.ts';
import { GLOB, LIKE, wildcardConditions } from './wildcard.ts';

type Rewrite = (operand: JsonNode, rules: Rules) => readonly (Instead | undefined)[];

const MAX_VALUES = 50;

const words: ReadonlyMap<string, Rewrite> = new Map([
  ...named(
    '= == === eq equal equals equalto is exact exactly exactmatch value values in oneof anyof isin isoneof any',
    values,
  ),
  ...named(
    '! != !== <> not ne neq noteq notequal notequals notequalto isnot notin nin noneof notoneof isnotin except exclude excludes anythingbut anything other',
    others,
  ),
  ...named(
    'startswith startwith beginswith beginwith starts begins start begin hasprefix prefixes prefix',
    texts('prefix'),
  ),
  ...named('endswith endwith ends end hassuffix suffixes postfix suffix', texts('suffix')),
  ...named(
    'contains contain containing includes include has hassubstring substring substr containsstring',
    texts('contains'),
  ),
  ...named('notstartswith doesnotstartwith notbeginswith doesnotbeginwith notprefix', excluded('prefix')),
  ...named('notendswith doesnotendwith notsuffix', excluded('suffix')),
  ...named('between range inrange', between),
  ...named('number numbers', numbers),
  ...named('ip ipaddress ipv4 ipinrange ipaddressinrange iprange subnet cidrblock incidr network sourceip', block),
  ...named('exist exists present ispresent defined isdefined isnotnull notnull isset notnullorundefined', there(true)),
  ...named(
    'notexist notexists doesnotexist missing ismissing absent isabsent undefined isundefined isnullorundefined',
    there(false),
  ),
  ...named('wildcard glob shellstyle', wildcards(GLOB)),
  ...named('like ilike', wildcards(LIKE)),
  ...named('regex regexp regularexpression pattern matches match matchesregex rlike', expressions),
  ...named('equalsignorecase equalsignoringcase ieq iequals', onlyThisSpelling),
]);

/** Words for comparisons, with the symbol of each. */
const comparisons: ReadonlyMap<string, string> = new Map([
  ...named('> gt greaterthan greater morethan above', '>'),
  ...named('>= => gte ge greaterthanorequal greaterthanorequals greaterthanorequalto atleast min minimum', '>='),
  ...named('< lt lessthan less below', '<'),
  ...named('<= =< lte le lessthanorequal lessthanorequals lessthanorequalto atmost max maximum', '<='),
]);

function named<T>(names: string, meaning: T): readonly (readonly [string, T])[] {
  return names.split(' ').map((name) => [name, meaning] as const);
}

/** The symbol of a comparison that has a word for its name: `>=` of `gte` and of `NumberGreaterThanOrEquals`. */
export function symbolOf(name: string): string | undefined {
  return lookUp(comparisons, name);
}

function rewriteOf(name: string): Rewrite | undefined {
  const symbol = symbolOf(name);
  return symbol === undefined ? lookUp(words, name) : compared(symbol);
}

/** `StringBeginsWith`, `$in`, `starts_with` and `starts-with` are the words `beginswith`, `in` and `startswith`. */
function lookUp<T>(table: ReadonlyMap<string, T>, name: string): T | undefined {
  if (name.length > 40) return undefined;
  const word = bare(name);
  if (word === '') return table.get(name.trim());
  if (name.startsWith('!')) return table.get(`not${word}`);
  return table.get(word) ?? table.get(word.replace(/^(?:string|number|bool|str|num)/, ''));
}

/** Letters and digits in lower case: what is left when spellings differ. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a name says the opposite of an operator: `notprefix`, `!prefix`, `nprefix`. */
export function negates(name: string, operator: string): boolean {
  if (/^[!~-]/.test(name)) return true;
  const [word, known] = [bare(name), bare(operator)];
  return (
    word.length > known.length &&
    word.endsWith(known) &&
    /^(?:n|no|not|non|un|is?nt|doesnt|in)$/.test(word.slice(0, -known.length))
  );
}

/** The rewrites of an operator that is not of this language; `place` is that of its operand. */
export function wordFixes(place: Place, name: string, rules: Rules): readonly Fix[] {
  const range = bothBounds(place);
  if (range !== undefined) return [range];
  const found = rewriteOf(name)?.(place.node, rules) ?? [];
  return insteadOf(
    place,
    found.filter((one) => one !== undefined),
  );
}

function values(operand: JsonNode): readonly Instead[] {
  const items = listOf(operand);
  if (items === undefined) return [];
  const conditions = items.map(printJson);
  if (items.every(({ kind }) => kind !== 'number')) return [{ conditions, accepts: 'same' }];
  const [only] = items;
  const byValue: Instead = {
    conditions: [conditionText('numeric', `["=", ${conditions[0]}]`)],
    accepts: 'same',
    note: ' to compare by value',
  };
  const byText: Instead = { conditions, accepts: 'fewer', note: ', compared by its text' };
  return items.length === 1 && only?.kind === 'number' ? [byValue, byText] : [byText];
}

/** What is not wanted: another value of any kind may stand there. */
function others(operand: JsonNode): readonly Instead[] {
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

/** Plain values, one or a few. */
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

/** Of a list each would have to be excluded, and one field excludes one beginning only. */
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

/** The text of a number, also where it stands in quotes. */
function numberIn(node: JsonNode | undefined): string | undefined {
  if (node?.kind === 'number') return node.text;
  return node?.kind === 'string' && isNumberText(node.value) ? node.value : undefined;
}

function between(operand: JsonNode): readonly Instead[] {
  const [low, high, ...more] = operand.kind === 'array' ? operand.items.map(numberIn) : [];
  if (low === undefined || high === undefined || more.length > 0) return [];
  const range = (above: string, below: string): string =>
    conditionText('numeric', `["${above}", ${low}, "${below}", ${high}]`);
  return [
    { conditions: [range('>=', '<=')], accepts: 'same', note: ', both ends included' },
    { conditions: [range('>', '<')], accepts: 'fewer', note: ', neither end included' },
  ];
}

function numbers(operand: JsonNode): readonly Instead[] {
  return operand.kind === 'array'
    ? [{ conditions: [conditionText('numeric', printJson(operand))], accepts: 'same' }]
    : values(operand);
}

function block(operand: JsonNode): readonly Instead[] {
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
    const all = found as readonly Instead[];
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

function expressions(operand: JsonNode, rules: Rules): readonly (Instead | undefined)[] {
  return operand.kind === 'string' ? [expressionConditions(operand.value, rules)] : [];
}

function onlyThisSpelling(operand: JsonNode): readonly Instead[] {
  const items = listOf(operand);
  if (items === undefined || !items.every(({ kind }) => kind === 'string')) return [];
  return [{ conditions: items.map(printJson), accepts: 'fewer', note: ', in this spelling only' }];
}

/** `{"gt": 0, "lte": 5}` is one condition with two comparisons. */
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
