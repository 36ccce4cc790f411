/** Warnings that one name, one value or one list of conditions is enough to find: probable mistakes and what is not portable. */
import { type Make, type Place, type ReportFinding, within } from './diagnostic.ts';
import { type Dialect, type Rules, supportOf } from './dialect.ts';
import { foreignKey, nearestKey, pathBelow } from './fix/names.ts';
import { serviceSource } from './fix/sources.ts';
import { wildcardIn } from './fix/wildcard-text.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from './json/node.ts';
import { adviceOnName } from './misplaced-operators.ts';
import { operators, plain } from './operators/index.ts';
import { describe, type Test } from './operators/operator.ts';
import { type Condition, testsOf } from './pattern.ts';
import { printCondition } from './print.ts';

/** Operator conditions of one field, and UTF-16 code units of a pattern (API reference, Limits). */
const MAX_OPERATORS = 5;
const MAX_LENGTH = 2048;
/** What a quota can be raised to, and what the API takes (AWS documentation, quotas and PutRule). */
const MAX_RAISED = 4096;

/**
 * Reports a top-level key that is neither an attribute of the dialect nor an extension. Returns what its value is read as: `data`, or the
 * key itself as an attribute.
 */
export function checkKey(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  known: ReadonlySet<string>,
  rules: Rules,
  report: ReportFinding,
): string {
  const { name, value, nameRange: focus } = member;
  const holdsFields = value.kind === 'object' && !isCondition(value);
  const foreign = foreignKey(name);
  const near = foreign === undefined ? nearestKey(name, known) : undefined;
  const advice = adviceOnName(name);
  // The service refuses a pattern in which any other key than `data` holds fields.
  const severity = holdsFields || rules['unknown-keys'] === 'error' ? 'error' : 'warning';
  if (foreign !== undefined) {
    const { meant } = foreign;
    const fixes = (make: Make) =>
      holdsFields === (meant === 'data') ? make.renameFixes(`write \`${meant}\``, member, object, meant) : [];
    report('foreign-key', place, { key: name, ...foreign }, { focus, severity, fixes });
  } else if (advice !== undefined) {
    report('unknown-key', place, { key: name }, { focus, severity, hint: advice });
  } else {
    const meant = near !== undefined && holdsFields === (near === 'data') ? near : undefined;
    const hint = meant === undefined ? OWN_KEY : `did you mean \`${meant}\`?`;
    const fixes = (make: Make) =>
      meant === undefined
        ? make.movedFixes(place, member, object, known)
        : make.renameFixes(hint, member, object, meant);
    if (holdsFields)
      report('attribute-not-array', place, { key: name, found: describe(value) }, { hint: ONLY_DATA, fixes });
    else report('unknown-key', place, { key: name }, { focus, severity, hint, fixes });
  }
  return holdsFields ? 'data' : name;
}

const OWN_KEY =
  'if your events carry this attribute, declare it as an extension; fields of the payload are below `data`';
export const ONLY_DATA = 'only `data` holds objects of fields';

/** Top-level keys by which a pattern is for events of the service, and not for those of another producer. */
const OF_SERVICE: ReadonlySet<string> = new Set(['detail-type', 'source', 'account', 'region', 'resources', 'detail']);

/**
 * Reports a top-level key that looks like a misspelled one, in a dialect whose fields stand anywhere: with other letters or separators, or
 * with a slip beside a key of the service.
 */
export function checkAnyKey(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  { keys, rules }: Dialect,
  report: ReportFinding,
): void {
  const { name, value, nameRange: focus } = member;
  if (keys.includes(name)) return;
  const letters = lettersOf(name);
  const same = keys.find((key) => lettersOf(key) === letters);
  const isOfService = object.members.some((other) => OF_SERVICE.has(other.name));
  const meant = same ?? (isOfService ? nearestKey(name, keys) : undefined);
  if (meant === undefined || (value.kind !== 'array' && value.kind !== 'object')) return;
  const hint = `did you mean \`${meant}\`?`;
  const severity = rules['unknown-keys'];
  const fixes = (make: Make) => make.renameFixes(hint, member, object, meant);
  report('unknown-key', place, { key: name }, { focus, severity, hint, fixes });
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function isCondition({ members }: JsonObjectNode): boolean {
  return members.every(({ name }) => operators.has(name));
}

/** Reports a name below `data` that looks like a path, in dialects that take names literally. */
export function checkName(place: Place, member: JsonMember, report: ReportFinding): void {
  const { name, nameRange: focus } = member;
  if (pathBelow(name) === undefined && !/^\$\.|^[\w.$-]+\[(?:\d+|\*)\]/.test(name)) return;
  const hint = 'write a path as nested objects; the elements of an array are tried one by one';
  report('path-as-name', place, { name }, { focus, hint, fixes: (make) => make.nestedNameFixes(place, member) });
}

/** A condition that is not a duplicate of an earlier one of its field. */
export interface Alternative {
  readonly tests: readonly Test[];
  readonly place: Place;
  readonly condition: Condition;
}

/** `places[i]` is the place of `conditions[i]`. Returns the conditions without duplicates, in source order. */
export function checkField(
  place: Place,
  path: readonly string[],
  conditions: readonly Condition[],
  places: readonly Place[],
  dialect: Dialect,
  report: ReportFinding,
): readonly Alternative[] {
  if (conditions.length > MAX_OPERATORS && dialect.rules['operator-limit'] === 'five') {
    const count = conditions.filter((one) => testsOf(one).some(({ operator }) => operator !== plain)).length;
    const hint = 'divide the field among several patterns';
    if (count > MAX_OPERATORS) report('many-operators', place, { count, limit: MAX_OPERATORS }, { hint });
  }
  for (const at of places) if (hasWildcard(at.node)) checkText(at, dialect.rules, report);
  if (path.length === 1 && dialect.rules.fields === 'attributes-and-data')
    checkAttribute(path[0] as string, conditions, places, dialect, report);
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) {
    return [{ tests: testsOf(only), place: places[0] as Place, condition: only }];
  }
  const alternatives = new Map<string, Alternative>();
  for (const [i, condition] of conditions.entries()) {
    const at = places[i] as Place;
    const text = printCondition(condition);
    const first = alternatives.get(text);
    if (first === undefined) {
      alternatives.set(text, { tests: testsOf(condition), place: at, condition });
      continue;
    }
    const related = [{ place: first.place, message: 'it is first written here' }];
    report(
      'duplicate-condition',
      at,
      { condition: text },
      {
        related,
        fixes: (make) => [make.safe(`remove the copy of ${make.named(text, 'the condition')}`, ...make.remove(at))],
      },
    );
  }
  return [...alternatives.values()];
}

/** Whether `checkText` reports anything; it makes a place for each part of the condition. */
function hasWildcard(node: JsonNode): boolean {
  if (node.kind === 'string') return wildcardIn(node.value) !== undefined;
  if (node.kind === 'array') return node.items.some(hasWildcard);
  return node.kind === 'object' && node.members.some(({ value }) => hasWildcard(value));
}

/** Reports strings with a character that is a wildcard in other languages, at any depth of a condition. */
function checkText(place: Place, rules: Rules, report: ReportFinding): void {
  const { node } = place;
  if (node.kind === 'string') {
    const character = wildcardIn(node.value);
    const only = supportOf(rules, 'wildcard') !== 'refused';
    // A question mark is no wildcard of `wildcard`.
    if (character === undefined || (only && character === '?')) return;
    const hint = only
      ? 'write a `wildcard` if the star stands for other characters'
      : 'write what the text begins with, ends with or contains';
    const fixes = (make: Make) => make.textFixes(place, rules);
    report('literal-wildcard', place, { text: node.value, character, only }, { hint, fixes });
  } else if (node.kind === 'array') {
    for (const [i, item] of node.items.entries()) checkText(within(place, i, item), rules, report);
  } else if (node.kind === 'object') {
    for (const { name, value } of node.members) {
      if (!WITH_STARS.has(name)) checkText(within(place, name, value), rules, report);
    }
  }
}

/** Operators whose text may well have a star. */
const WITH_STARS: ReadonlySet<string> = new Set(['wildcard', 'exactly']);

/** Attributes whose strings look like numbers or times. */
const DIGITS: ReadonlySet<string> = new Set([
  'specversion',
  'id',
  'time',
  'aliyunaccountid',
  'aliyunoriginalaccountid',
  'aliyunpublishtime',
  'aliyuneventid',
]);

/** Reports comparisons of numbers on attributes of the envelope, which are strings, and sources without the `acs.` of a service. */
function checkAttribute(
  name: string,
  conditions: readonly Condition[],
  places: readonly Place[],
  { keys, rules }: Dialect,
  report: ReportFinding,
): void {
  if (!keys.includes(name)) return;
  const isDigits = DIGITS.has(name);
  for (const [i, condition] of conditions.entries()) {
    const place = places[i] as Place;
    const { node } = place;
    const wantsNumber = testsOf(condition).some(({ operator }) => operator.wants === 'number');
    if (isDigits && (wantsNumber || (rules.equality === 'by-kind' && node.kind === 'number'))) {
      const hint =
        name === 'time' ? 'compare a time by its beginning: {"prefix": "2026-08"}' : 'compare it with a string';
      report('text-attribute', place, { name }, { hint, fixes: (make) => make.quoteFixes(node) });
    }
    const source = name === 'source' && node.kind === 'string' ? serviceSource(node.value) : undefined;
    if (node.kind === 'string' && source !== undefined) {
      const text = JSON.stringify(source);
      const fixes = (make: Make) => [make.choice(`write ${text}, the source of the service`, make.replace(node, text))];
      report('service-source', place, { source: node.value }, { fixes });
    }
  }
}

export function checkRoot(root: Place, length: number, rules: Rules, report: ReportFinding): void {
  const { node } = root;
  if (node.kind === 'object' && node.members.length === 0 && rules.fields === 'attributes-and-data') {
    report('matches-everything', root, {}, { hint: 'add a field to restrict it: {"source": ["acs.oss"]}' });
  }
  if (length <= MAX_LENGTH) return;
  const isQuota = rules['pattern-length'] === 'quota';
  const limit = isQuota && length > MAX_RAISED ? MAX_RAISED : MAX_LENGTH;
  report(
    'long-pattern',
    root,
    { length, limit, isQuota: isQuota && limit === MAX_LENGTH },
    {
      hint: 'let one operator cover many values, or divide the pattern',
      fixes: (make) => make.spaceFixes(node, length, limit),
    },
  );
}
