/** The members and values of an event by name and by text, made once for all fields that look for something in vain. */
import { type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { readJson } from '../json/read.ts';

/** So many values are looked at, those near the root first; what stands behind them is not found. */
const MOST_VALUES = 20_000;
/** So many places of one name, or of one value, are kept. */
const MOST_PLACES = 20;
/** JSON texts in strings are looked into while they are no longer, all together. */
const MOST_TEXT = 1_000_000;
/** A longer value is not found by its text. */
const LONGEST_VALUE = 200;

export type Step = string | number;

export interface IndexedPlace {
  readonly node: JsonNode;
  /** The last step of the path that leads to it; undefined for a root. */
  readonly step: Step | undefined;
  readonly parent: IndexedPlace | undefined;
  /** The string in whose JSON text it stands: the path begins there. */
  readonly within: IndexedPlace | undefined;
}

export class EventIndex {
  private readonly event: JsonObjectNode;
  private names: Map<string, IndexedPlace[]> | undefined;
  private readonly values = new Map<string, IndexedPlace[]>();

  constructor(event: JsonObjectNode) {
    this.event = event;
  }

  /** The members of a name. */
  named(name: string): readonly IndexedPlace[] {
    return this.filled().get(name) ?? [];
  }

  /** The scalars that are this JSON text. */
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
    // The list grows while it is walked.
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
  const room = Math.max(0, most);
  if (node.kind === 'object') {
    return node.members.slice(0, room).map(({ name, value }) => ({ node: value, step: name, parent, within }));
  }
  if (node.kind !== 'array') return [];
  return node.items.slice(0, room).map((item, i) => ({ node: item, step: i, parent, within }));
}

/** The steps that lead to a place, from the event or from the JSON text that it stands in. */
export function pathOf(place: IndexedPlace): Step[] {
  const steps: Step[] = [];
  for (let at: IndexedPlace | undefined = place; at?.step !== undefined; at = at.parent) steps.push(at.step);
  return steps.reverse();
}
