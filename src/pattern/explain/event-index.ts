/** An index of an event's members by name and of its scalars by text, built once for all failed fields. */
import { type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { readJson } from '../json/read.ts';

/** The maximum number of indexed values, those near the root first. */
const MOST_VALUES = 20_000;
/** The maximum number of places of one name, or of one value. */
const MOST_PLACES = 20;
/** The maximum total length of strings that are read as JSON, in UTF-16 code units. */
const MOST_TEXT = 1_000_000;
/** Longer strings are not indexed. */
const LONGEST_VALUE = 200;

export type Step = string | number;

export interface IndexedPlace {
  readonly node: JsonNode;
  /** The last step of the path; undefined for a root. */
  readonly step: Step | undefined;
  readonly parent: IndexedPlace | undefined;
  /** The string whose JSON text contains the node; the path begins there. */
  readonly within: IndexedPlace | undefined;
}

export class EventIndex {
  private readonly event: JsonObjectNode;
  private names: Map<string, IndexedPlace[]> | undefined;
  private readonly values = new Map<string, IndexedPlace[]>();

  constructor(event: JsonObjectNode) {
    this.event = event;
  }

  /** The members with a name. */
  named(name: string): readonly IndexedPlace[] {
    return this.filled().get(name) ?? [];
  }

  /** The scalars with this JSON text. */
  valued(text: string): readonly IndexedPlace[] {
    this.filled();
    return this.values.get(text) ?? [];
  }

  private filled(): Map<string, IndexedPlace[]> {
    if (this.names !== undefined) return this.names;
    const names = new Map<string, IndexedPlace[]>();
    this.names = names;
    let texts = 0;
    const open: IndexedPlace[] = [{ node: this.event, step: undefined, parent: undefined, within: undefined }];
    // The list grows during the iteration.
    for (let i = 0; i < open.length; i++) {
      const place = open[i] as IndexedPlace;
      const { node, step, within } = place;
      if (typeof step === 'string') keep(names, step, place);
      if (node.kind === 'object' || node.kind === 'array') {
        for (const one of below(place, MOST_VALUES - open.length)) open.push(one);
        continue;
      }
      if (node.kind !== 'string' || node.value.length <= LONGEST_VALUE) keep(this.values, printJson(node), place);
      if (node.kind !== 'string' || within !== undefined || !/^\s*[[{]/.test(node.value)) continue;
      texts += node.value.length;
      const json = texts > MOST_TEXT ? undefined : readJson(node.value).node;
      if (json !== undefined) open.push({ node: json, step: undefined, parent: undefined, within: place });
    }
    return names;
  }
}

function keep(places: Map<string, IndexedPlace[]>, key: string, place: IndexedPlace): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else if (known.length < MOST_PLACES) known.push(place);
}

function below(parent: IndexedPlace, most: number): IndexedPlace[] {
  const { node, within } = parent;
  const count = Math.max(0, most);
  if (node.kind === 'object') {
    return node.members.slice(0, count).map(({ name, value }) => ({ node: value, step: name, parent, within }));
  }
  if (node.kind !== 'array') return [];
  return node.items.slice(0, count).map((item, i) => ({ node: item, step: i, parent, within }));
}

/** The steps to a place, from the event or from the enclosing JSON text. */
export function pathOf(place: IndexedPlace): Step[] {
  const steps: Step[] = [];
  for (let at: IndexedPlace | undefined = place; at?.step !== undefined; at = at.parent) steps.push(at.step);
  return steps.reverse();
}
