/** Fixes for operators in the place of field names: around fields, or below a field outside its list. */

import type { Rules } from '../dialect.ts';
import { type JsonMember, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { choice, listed, replace, safe, shown } from './edits.ts';
import { nestedText } from './nest.ts';
import { bareWordFixes } from './operator.ts';
import { conditionText } from './replacement.ts';
import { joinOf } from './words.ts';

/** The maximum number of fields to rewrite. */
const MANY = 10;

/**
 * Fixes for a member with the name of an operator. `object` is at the parent of `place`; `operators` are those of the
 * language; `isField`: whether the object is the value of a member below `data`.
 */
export function fieldOperatorFixes(
  place: Place,
  member: JsonMember,
  object: JsonObjectNode,
  {
    operators,
    isField,
    rules,
  }: { readonly operators: readonly string[]; readonly isField: boolean; readonly rules: Rules },
): readonly Fix[] {
  const { name, value } = member;
  const join = joinOf(name);
  const own = join === 'not' ? 'anything-but' : operators.includes(name) ? name : undefined;
  const note = own === 'anything-but' ? ', which requires a value' : '';
  const around = own === undefined || holdsOperators(value, operators) ? undefined : inside(own, value);
  const joined = join === 'or' ? orFixes(member, object) : join === 'and' ? andFixes(member, object) : [];
  if (around !== undefined) return instead(member, object, around, choice, note);
  if (joined.length > 0 || !isField || object.members.length !== 1 || place.parent === undefined) return joined;
  if (own !== name) return bareWordFixes(place.parent, rules);
  // An operator takes one text, and a list of texts is written as conditions beside each other. Those that are refused are not offered.
  const items = value.kind === 'array' && value.items.length <= MANY ? value.items : [];
  const each = `[${items.map((item) => conditionText(name, printJson(item))).join(', ')}]`;
  const texts = [`[${printJson(object)}]`, ...(items.length === 0 ? [] : [each])];
  return texts.map((text) => choice(`write ${shown(text)}`, replace(object, text)));
}

/** Whether a value is a condition or a list of conditions, not an object of fields. */
function holdsOperators(value: JsonNode, operators: readonly string[]): boolean {
  const parts = value.kind === 'array' ? value.items : [value];
  return parts.some(
    (part) =>
      part.kind === 'object' && part.members.every((one) => operators.includes(one.name) && one.value.kind !== 'array'),
  );
}

/** Replaces a member by others, if the object has none of their names. */
function instead(
  { nameRange, value }: JsonMember,
  object: JsonObjectNode,
  members: readonly Written[],
  make: typeof safe,
  note = '',
): readonly Fix[] {
  const names = new Set(members.map(({ name }) => name));
  if (names.size < members.length || object.members.some(({ name }) => names.has(name))) return [];
  const text = members.map(({ name, text }) => `${JSON.stringify(name)}: ${text}`).join(', ');
  return [
    make(`write ${shown(text)}${note}`, replace({ range: { start: nameRange.start, end: value.range.end } }, text)),
  ];
}

interface Written {
  readonly name: string;
  readonly text: string;
}

/** `{"prefix": {"type": "a"}}` becomes `{"type": [{"prefix": "a"}]}`. A negation may contain only one field. */
function inside(operator: string, value: JsonNode): readonly Written[] | undefined {
  const parts = value.kind === 'array' ? value.items : [value];
  const fields = parts.map((part) => (part.kind === 'object' ? fieldsOf(part) : []));
  if (operator === 'anything-but' ? fields.some(({ length }) => length !== 1) : fields.length !== 1) return undefined;
  const all = fields.flat();
  if (all.length === 0 || all.length > MANY) return undefined;
  return all.map(({ path: [name = '', ...rest], leaf }) => {
    const operand = leaf.kind === 'array' && leaf.items.length === 1 ? (leaf.items[0] as JsonNode) : leaf;
    return { name, text: nestedText(rest, `[${conditionText(operator, printJson(operand))}]`) };
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly leaf: JsonNode;
}

/** The values that are not objects, with the names that lead to them. */
function fieldsOf({ members }: JsonObjectNode): readonly Leaf[] {
  return members.flatMap(({ name, value }) =>
    value.kind === 'object'
      ? fieldsOf(value).map(({ path, leaf }) => ({ path: [name, ...path], leaf }))
      : [{ path: [name], leaf: value }],
  );
}

/** `$and` of objects with different fields becomes one object. */
function andFixes(member: JsonMember, object: JsonObjectNode): readonly Fix[] {
  const parts: readonly JsonNode[] = member.value.kind === 'array' ? member.value.items : [member.value];
  if (!parts.every((part) => part.kind === 'object')) return [];
  const members = parts.flatMap((part) => part.members);
  if (members.length === 0) return [];
  const written = members.map(({ name, value }) => ({ name, text: printJson(value) }));
  return instead(member, object, written, safe);
}

/** `$or` of objects with the same field becomes one list of conditions. */
function orFixes(member: JsonMember, object: JsonObjectNode): readonly Fix[] {
  const parts = member.value.kind === 'array' ? member.value.items : [];
  const fields = parts.map((part) =>
    part.kind === 'object' && part.members.length === 1 ? part.members[0] : undefined,
  );
  const [first] = fields;
  if (first === undefined || object.members.some(({ name }) => name === first.name)) return [];
  if (!fields.every((field) => field?.name === first.name && field.value.kind === 'array')) return [];
  const conditions = fields.flatMap((field) => (field?.value.kind === 'array' ? field.value.items : []));
  if (conditions.length === 0) return [];
  return [
    safe(
      'write one field with all the conditions: they are alternatives',
      replace({ range: member.nameRange }, JSON.stringify(first.name)),
      replace(member.value, `[${listed(conditions)}]`),
    ),
  ];
}
