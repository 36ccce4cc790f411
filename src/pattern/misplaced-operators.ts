/**
 * Finds operators where a field name is expected: around fields, as other buses join them (`$or`, `$and`, `not`), or below a field without
 * its list. Each is one finding; its value is not read when it cannot be a field.
 */
import type { Make, Place, ReportFinding } from './diagnostic.ts';
import { type Dialect, keys, type Rules } from './dialect.ts';
import { isOnlyWord, isWord, joinOf } from './fix/words.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from './json/node.ts';
import { foreignOperators, operators, operatorsIn } from './operators/index.ts';

const ATTRIBUTES: ReadonlySet<string> = new Set(keys);

const ADVICE = {
  or: 'write one pattern for each alternative; write the alternatives of one field in one list',
  and: 'write the fields beside each other: all of them must hold',
  not: 'write excluded values in the list of their field, inside `anything-but`; filter combinations in the target',
};
const OF_FIELD = 'name the field that it is for, and write the condition in the list of that field';

/** The hint for an attribute that is named like an operator. */
export function adviceOnName(name: string): string | undefined {
  if (!isOperator(name) && !isOnlyWord(name)) return undefined;
  const join = joinOf(name);
  const owner = ownerOf(name);
  return `\`${name}\` is an operator${owner === undefined ? '' : ` of ${owner}`}: ${join === undefined ? OF_FIELD : ADVICE[join]}`;
}

function isOperator(name: string): boolean {
  return operators.has(name) || foreignOperators.has(name);
}

/** The language that has the operator; undefined for operators of this one. */
function ownerOf(name: string): string | undefined {
  return foreignOperators.get(name) ?? (operators.has(name) ? undefined : 'other languages');
}

/**
 * Reports a member whose name is an operator where a field is expected. `path` are the names that lead to the object of the member. Returns
 * whether the value cannot be a field and must not be read.
 */
export function checkMisplaced(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  path: readonly string[],
  rules: Rules,
  report: ReportFinding,
): boolean {
  const refused = isRefused(member, path.length === 0);
  // Below `data` the name may be that of a member. At the top level it is an unknown key, which is reported elsewhere.
  if (!refused && (path.length === 0 || !isMeant(member))) return false;
  reportMisplaced(place, member, object, { isField: path.length > 1, refused, rules }, report);
  return refused;
}

/**
 * Reports a field that is named like an operator and was hardly meant as one, in a dialect whose fields stand anywhere: below an attribute of
 * the envelope, which has no members, or by a name that members of events do not have. `path` are the names that lead to the object.
 */
export function checkOperatorName(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  path: readonly string[],
  { keys: attributes, payload, rules }: Dialect,
  report: ReportFinding,
): void {
  const root = path[0] as string;
  const isAttribute = path.length === 1 && root !== payload && attributes.includes(root);
  if (isAttribute ? !isOperator(member.name) : !isMeant(member)) return;
  // `checkJoin` reports these.
  if (joinOf(member.name) !== undefined && holdsPatterns(member.value)) return;
  reportMisplaced(place, member, object, { isField: true, refused: false, rules }, report);
}

/** Apart from the test, which runs for every member: closures take memory even where they are not made. */
function reportMisplaced(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  { isField, refused, rules }: { readonly isField: boolean; readonly refused: boolean; readonly rules: Rules },
  report: ReportFinding,
): void {
  const { name, value, nameRange: focus } = member;
  const own = operatorsIn(rules);
  const join = joinOf(name);
  const owner = ownerOf(name);
  const fixes = (make: Make) =>
    make.fieldOperatorFixes(place, member, object, { operators: [...own.keys()], isField, rules });
  const joins = join !== undefined && (holdsPatterns(value) || (value.kind === 'object' && !isBareCondition(value)));
  const hint = (make: Make) =>
    joins
      ? ADVICE[join]
      : ((isField && !(own !== operators && own.has(name)) ? make.adviceOn(name) : undefined) ?? OF_FIELD);
  if (refused && owner !== undefined) report('foreign-operator', place, { name, owner }, { focus, hint, fixes });
  else {
    const severity = refused ? 'error' : 'warning';
    report('operator-as-field', place, { name }, { focus, severity, hint, fixes });
  }
}

/** Whether a member with the name of an operator cannot be a field. */
function isRefused({ name, value }: JsonMember, isTop: boolean): boolean {
  const own = isOperator(name);
  if (!own && joinOf(name) === undefined) return isTop && isOnlyWord(name) && value.kind !== 'array';
  if (holdsPatterns(value) && (isTop || !operators.has(name) || !isPlain(name))) return true;
  if (isTop) return own ? !isConditions(value) : value.kind !== 'array';
  if (!own || isPlain(name)) return false;
  return value.kind === 'array' ? !isConditions(value) : value.kind !== 'object' || isBareCondition(value);
}

/** Whether a name that the language reads as that of a member was almost certainly meant as an operator. */
function isMeant({ name, value }: JsonMember): boolean {
  if (operators.get(name)?.wants === 'number') return isComparison(value);
  return isOperator(name) && !isPlain(name);
}

/** A single word of letters, as members of `data` often are. */
function isPlain(name: string): boolean {
  return /^[a-zA-Z]+$/.test(name);
}

/**
 * Reports a list of objects of fields under a name that joins them in other languages, in a dialect that has `$or` and free names. Returns
 * whether it does; the objects must not be read as conditions.
 */
export function checkJoin(place: Place, { name, value, nameRange: focus }: JsonMember, report: ReportFinding): boolean {
  const join = joinOf(name);
  if (join === undefined || !holdsPatterns(value)) return false;
  report(
    'foreign-operator',
    place,
    { name, owner: ownerOf(name) ?? 'other languages' },
    { focus, hint: BESIDE_OR[join] },
  );
  return true;
}

const BESIDE_OR = {
  or: 'write `$or`, with at least two objects of fields',
  and: ADVICE.and,
  not: 'write excluded values inside `anything-but`, each in the list of its field',
};

/** Whether a node is a list of objects, one of which holds fields. */
function holdsPatterns(node: JsonNode): boolean {
  const isField = ({ name, value }: JsonMember): boolean =>
    !operators.has(name) && (ATTRIBUTES.has(name) || (isContainer(value) && !isWord(name)));
  return (
    node.kind === 'array' &&
    node.items.every(({ kind }) => kind === 'object') &&
    node.items.some((item) => item.kind === 'object' && item.members.some(isField))
  );
}

function isComparison(node: JsonNode): boolean {
  const [symbol, bound] = node.kind === 'array' ? node.items : [];
  return symbol?.kind === 'string' && /^(?:!?=|[<>]=?)$/.test(symbol.value) && bound?.kind === 'number';
}

function isContainer({ kind }: JsonNode): boolean {
  return kind === 'array' || kind === 'object';
}

/** An operator with a plain operand outside a list. With a list or an object as its operand it could be a field. */
export function isBareCondition(node: JsonNode): boolean {
  return (
    node.kind === 'object' &&
    node.members.length > 0 &&
    node.members.every(({ name, value }) => {
      const operator = operators.get(name);
      if (operator === undefined || value.kind === 'array') return false;
      return value.kind !== 'object' || (operator.negated !== undefined && isBareCondition(value));
    })
  );
}

/** Operators of other languages, not plain words, with plain operands: `{"$gt": 5, "$lt": 9}`. */
export function isForeignCondition(node: JsonNode): boolean {
  return (
    node.kind === 'object' &&
    node.members.some(({ value }) => !isContainer(value)) &&
    node.members.every(({ name }) => foreignOperators.has(name) && !isPlain(name))
  );
}

/** Whether a value can be the conditions of a field: a list of plain values and of objects with operators. */
function isConditions(node: JsonNode): boolean {
  const isCondition = (item: JsonNode): boolean =>
    item.kind !== 'array' && (item.kind !== 'object' || item.members.every(({ name }) => operators.has(name)));
  return node.kind === 'array' && node.items.every(isCondition);
}
