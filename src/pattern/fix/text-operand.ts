/** Fixes for operands that should be a string: lists, numbers, empty strings, operators of other event buses. */

import { type JsonMember, type JsonNode, printJson } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { choice, remove, replace, safe, shown } from './edits.ts';
import { conditionText } from './replacement.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

/** The maximum number of conditions that one condition is divided into. */
const MANY = 20;

/** `covers`: as in `parseText`. */
export function textOperandFixes(place: Place, covers: (wide: string, narrow: string) => boolean): readonly Fix[] {
  const { node } = place;
  if (node.kind === 'number' || node.kind === 'boolean') {
    const text = JSON.stringify(node.kind === 'number' ? node.text : String(node.value));
    return [choice(`write ${shown(text)} in quotes, if the event holds a string`, replace(node, text))];
  }
  const texts = node.kind === 'array' ? textsOf(node) : undefined;
  if (texts === undefined || node.kind !== 'array') return [];
  const wide = texts.length > MANY ? texts : widest(texts, covers);
  const [only] = wide;
  if (wide.length === 1 && only !== undefined) {
    const text = JSON.stringify(only);
    const title = node.items.length === 1 ? 'without the brackets' : 'which covers the others';
    return [safe(`write ${shown(text)}${node.items.length === 1 ? ' ' : ', '}${title}`, replace(node, text))];
  }
  const around = surroundings(place);
  // Alternatives of negations hold for every value.
  if (around === undefined || around.nested) return [];
  return divided(around, node, wide);
}

/** The distinct texts of a list; undefined if an item is not a string, or empty. */
function textsOf(node: JsonNode): readonly string[] | undefined {
  const texts = node.kind === 'array' ? node.items.map((item) => (item.kind === 'string' ? item.value : '')) : [];
  return texts.length === 0 || texts.includes('') ? undefined : [...new Set(texts)];
}

function widest(texts: readonly string[], covers: (wide: string, narrow: string) => boolean): readonly string[] {
  return texts.filter((text) => !texts.some((other) => other !== text && covers(other, text)));
}

/** Distributes: `a` and (`b` or `c`) becomes (`a` and `b`) or (`a` and `c`). */
function divided({ object, condition }: Surroundings, list: JsonNode, texts: readonly string[]): readonly Fix[] {
  const choices = object.members.map((member) => ({ member, operands: operandsOf(member, list, texts) }));
  const count = choices.reduce((product, { operands }) => product * operands.length, 1);
  if (count > MANY) return [];
  const conditions = choices.reduce<readonly string[]>(
    (some, { member, operands }) =>
      some.flatMap((text) =>
        operands.map((operand) => `${text}${text === '' ? '' : ', '}${JSON.stringify(member.name)}: ${operand}`),
      ),
    [''],
  );
  const text = conditions.map((members) => `{${members}}`).join(', ');
  return [safe(`write one condition for each: ${shown(text)}`, replace(condition.node, text))];
}

/** A list for an operator that takes one text is divided too; `anything-but` takes lists. */
function operandsOf({ name, value }: JsonMember, list: JsonNode, texts: readonly string[]): readonly string[] {
  if (value === list) return texts.map((text) => JSON.stringify(text));
  const others = name === 'anything-but' ? undefined : textsOf(value);
  return others === undefined ? [printJson(value)] : others.map((text) => JSON.stringify(text));
}

/** Operators that hold only for strings: an empty text beside them is redundant. */
const OF_TEXTS: ReadonlySet<string> = new Set(['prefix', 'suffix', 'contains', 'cidr']);

export function emptyOperandFixes(place: Place): readonly Fix[] {
  const around = surroundings(place);
  if (around === undefined || around.nested) return [];
  const { object, member, condition, alone } = around;
  if (alone) return [choice('write {"exists": true} to accept any value', replace(condition.node, '{"exists": true}'))];
  const beside = object.members.find(
    ({ name, value }) => value !== member.value && OF_TEXTS.has(name) && value.kind === 'string' && value.value !== '',
  );
  return beside === undefined
    ? []
    : [safe(`leave \`${member.name}\` out: every string contains the empty text`, ...remove(place))];
}

/** `member` is the operator of another bus in the object at the place of the operand. */
export function foreignOperandFixes(
  place: Place,
  { name, value }: JsonMember,
  { negates }: { readonly negates: boolean },
): readonly Fix[] {
  // Excluding one spelling instead of all would accept the others.
  if (negates || !name.includes('case') || value.kind !== 'string' || value.value === '') return [];
  const text = printJson(value);
  return [choice(`write ${shown(text)}, in this spelling only`, replace(place.node, text))];
}

/**
 * For an operator inside one that takes none: the same one, or a negation that belongs around it. `place` is that of
 * the operand.
 */
export function nestedOperatorFixes(place: Place): readonly Fix[] {
  const around = surroundings(place);
  const [inner, another] = place.node.kind === 'object' ? place.node.members : [];
  if (around === undefined || inner === undefined || another !== undefined) return [];
  const { member, condition, nested, alone } = around;
  const operand = printJson(inner.value);
  if (inner.name === member.name) {
    return [safe(`write ${shown(operand)} without the inner \`${inner.name}\``, replace(place.node, operand))];
  }
  if (inner.name !== 'anything-but' || nested || !alone) return [];
  const text = conditionText(inner.name, conditionText(member.name, operand));
  return [choice(`write ${shown(text)}`, replace(condition.node, text))];
}
