/** Which parts of the pattern and of an event belong together: a field and the value that it sees, a condition and the values that it holds for. */
import { nodeAt, type PartialNode } from '../../editor/index.ts';
import type { Explanation, Field, FieldExplanation, JsonNode, Range } from '../../index.ts';

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
  /** The values that it holds for; those that it does not hold for, where there are no others. */
  readonly inEvent: readonly Range[];
  /** Of a condition that does not hold: the parts that decide, such as one item of a list. */
  readonly deciding: readonly Range[];
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
  const written = new Set(fields.map(({ pointer }) => pointer));
  return explanation.fields.map((field, i) => {
    const isWritten = written.has(field.pointer);
    const own = isWritten ? nodeAt(pattern, field.pointer) : undefined;
    const places = (pointers: readonly string[]) => (isWritten ? rangesOf(pattern, pointers) : []);
    return {
      number: i + 1,
      field,
      inPattern: own === undefined ? [] : [...(own.nameRange === undefined ? [] : [own.nameRange]), own.node.range],
      inEvent: placesOfSeen(field, event),
      conditions: field.conditions.map(({ pointer, copies = [], holds, holdsFor, failsFor = [] }) => ({
        holds,
        inPattern: places([pointer, ...copies.map((copy) => copy.pointer)]),
        inEvent: rangesOf(
          event,
          (holds ? holdsFor : failsFor).map((place) => place.pointer),
        ),
        deciding: places(failsFor.map(({ part }) => part)),
      })),
    };
  });
}

function rangesOf(root: PartialNode, pointers: readonly string[]): readonly Range[] {
  return [...new Set(pointers)].flatMap((pointer) => nodeAt(root, pointer)?.node.range ?? []);
}

/** Of a missing field, the name of the last member on the way, or the bracket that the event begins with. */
function placesOfSeen({ seen }: FieldExplanation, event: JsonNode): readonly Range[] {
  const found = nodeAt(event, seen.pointer);
  if (found === undefined) return [];
  if (seen.kind !== 'missing') return [found.node.range];
  const { start } = found.node.range;
  return [found.nameRange ?? { start, end: start + 1 }];
}

/** What stands at an offset: the condition if it is in one, else the field. */
export function spotAt(links: readonly Link[], side: 'inPattern' | 'inEvent', offset: number): Spot | undefined {
  let found: Spot | undefined;
  for (const link of links) {
    const { pointer: field } = link.field;
    // A value of the event belongs to what holds for it.
    const condition = link.conditions.findIndex(
      (one) => (side === 'inPattern' || one.holds) && one[side].some((range) => touches(range, offset)),
    );
    if (condition >= 0) return { field, condition };
    if (found === undefined && link[side].some((range) => touches(range, offset))) found = { field };
  }
  return found;
}

function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
