/** Links between the pattern and an event: a field and the value that it reads, a condition and the values for which it holds. */
import { nodeAt, type PartialNode } from '../../editor/index.ts';
import type { Explanation, Field, FieldExplanation, JsonNode, Range } from '../../index.ts';

export interface Link {
  /** The number of the field, from 1, which both panes show beside the colour. */
  readonly number: number;
  readonly field: FieldExplanation;
  /** The field's name and its conditions. */
  readonly inPattern: readonly Range[];
  /** The value that it reads; for a missing field, the place where the path ends. */
  readonly inEvent: readonly Range[];
  readonly conditions: readonly ConditionLink[];
}

export interface ConditionLink {
  readonly holds: boolean;
  /** One range for each copy of the condition in the field. */
  readonly inPattern: readonly Range[];
  /** The values for which it holds; if there are none, those for which it fails. */
  readonly inEvent: readonly Range[];
  /** For a condition that fails: the parts that decide, such as one item of a list. */
  readonly deciding: readonly Range[];
}

/** The part under the pointer. */
export interface Spot {
  /** The pointer of the field. */
  readonly field: string;
  /** Index among the conditions of the explanation; absent for the whole field. */
  readonly condition?: number | undefined;
}

/**
 * @param fields of the pattern as written: fields of the explanation that are not among them have no place in the text
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

/** For a missing field, the name of the last member on the path, or the first bracket of the event. */
function placesOfSeen({ seen }: FieldExplanation, event: JsonNode): readonly Range[] {
  const found = nodeAt(event, seen.pointer);
  if (found === undefined) return [];
  if (seen.kind !== 'missing') return [found.node.range];
  const { start } = found.node.range;
  return [found.nameRange ?? { start, end: start + 1 }];
}

/** The part at an offset: a condition, or else a field. */
export function spotAt(links: readonly Link[], side: 'inPattern' | 'inEvent', offset: number): Spot | undefined {
  let found: Spot | undefined;
  for (const link of links) {
    const { pointer: field } = link.field;
    // A value of the event belongs to the condition that holds for it.
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
