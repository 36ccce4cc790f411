/** Which parts of the pattern and of an event belong together: a field and the value that it sees, a condition and the values that it holds for. */
import { nodeAt, type PartialNode } from '../../editor/index.ts';
import {
  type Condition,
  type Explanation,
  type Field,
  type FieldExplanation,
  type JsonNode,
  pointerTo,
  printCondition,
  printJson,
  type Range,
} from '../../index.ts';

export interface Link {
  /** Of the field, from 1: what both panes show beside the colour. */
  readonly number: number;
  readonly field: FieldExplanation;
  /** The field's name and its conditions. */
  readonly inPattern: readonly Range[];
  /** The value that it sees; where the way ends, for a field that is missing. */
  readonly inEvent: readonly Range[];
  readonly conditions: readonly ConditionLink[];
}

export interface ConditionLink {
  readonly holds: boolean;
  /** As often as the condition is written in the field. */
  readonly inPattern: readonly Range[];
  /** The values that it holds for. */
  readonly inEvent: readonly Range[];
}

/** What is pointed at. */
export interface Spot {
  /** The pointer of the field. */
  readonly field: string;
  /** Index among the conditions of the explanation; absent for the whole field. */
  readonly condition?: number | undefined;
}

/**
 * @param fields of the pattern as it is written now: those of the explanation that are not among them have no place in the text
 * @param pattern the tree of that text
 */
export function linksOf(
  explanation: Explanation,
  fields: readonly Field[],
  pattern: PartialNode,
  event: JsonNode,
): readonly Link[] {
  const written = new Map(fields.map((field) => [field.pointer, field]));
  return explanation.fields.map((field, i) => {
    const own = written.get(field.pointer);
    const seen = nodeAt(event, pointerTo(field.path))?.node;
    const name = nodeAt(pattern, field.pointer)?.nameRange;
    return {
      number: i + 1,
      field,
      inPattern: own?.range === undefined ? [] : [...(name === undefined ? [] : [name]), own.range],
      inEvent: seen === undefined ? placeOfMissing(field, event) : [seen.range],
      conditions: field.conditions.map(({ text, holds, value }) => ({
        holds,
        inPattern: rangesOf(text, own?.conditions ?? []),
        inEvent: seen === undefined || value === undefined ? [] : holding(seen, value),
      })),
    };
  });
}

function rangesOf(text: string, conditions: readonly Condition[]): readonly Range[] {
  return conditions.flatMap((condition) =>
    condition.range !== undefined && printCondition(condition) === text ? [condition.range] : [],
  );
}

/** Of an array, every element that is the same JSON as the one that the condition holds for. */
function holding(seen: PartialNode, value: string): readonly Range[] {
  const all = seen.kind === 'array' ? seen.items : [seen];
  return all.flatMap((node) => (printJson(node as JsonNode) === value ? [node.range] : []));
}

/** The name of the last member on the way, or the bracket that the event begins with. */
function placeOfMissing({ seen }: FieldExplanation, event: JsonNode): readonly Range[] {
  if (seen.kind !== 'missing') return [];
  const end = nodeAt(event, seen.endsAt);
  if (end === undefined) return [];
  const { start } = end.node.range;
  return [end.nameRange ?? { start, end: start + 1 }];
}

/** What stands at an offset: the condition if it is in one, else the field. */
export function spotAt(links: readonly Link[], side: 'inPattern' | 'inEvent', offset: number): Spot | undefined {
  let found: Spot | undefined;
  for (const link of links) {
    const { pointer: field } = link.field;
    const condition = link.conditions.findIndex((one) => one[side].some((range) => touches(range, offset)));
    if (condition >= 0) return { field, condition };
    if (found === undefined && link[side].some((range) => touches(range, offset))) found = { field };
  }
  return found;
}

function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
