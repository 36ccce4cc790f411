/**
 * What the fields of a plan see in an event where arrays are transparent: each scalar at a path is a value, through objects and arrays at
 * any depth. One pass over the event tests every value and records, where several fields of an alternative may share an array, the elements
 * that it stands in.
 */
import { isMissing, isSteppable } from './event.ts';
import { compileField } from './field.ts';
import type { JsonNode, JsonObjectNode } from './json/node.ts';
import { MAX_DEPTH } from './json/read.ts';
import type { Predicate } from './operators/predicate.ts';
import type { Plan, PlanField } from './plan.ts';
import { type Element, elementOf, type FieldValues, holdsAlone, holdTogether, recordValue } from './together.ts';

/** A path of the plan; `children` are by the steps of paths. */
export interface ValueNode {
  readonly children: Map<string, ValueNode>;
  readonly fields: Seeker[];
  /** Whether several fields of one alternative are here or below, so that the elements of an array here matter. */
  shared: boolean;
  /** What a member name of an event leads to: a child, or a place further down for a name with dots. */
  readonly known: Map<string, ValueNode | undefined>;
}

/** A field with the values that an event has for it. */
export interface Seeker {
  readonly predicate: Predicate;
  readonly mayBeMissing: boolean;
  readonly values: FieldValues;
}

interface Joined {
  readonly seekers: readonly Seeker[];
  readonly values: readonly FieldValues[];
  readonly mayBeMissing: readonly boolean[];
  readonly shares: boolean;
}

/** Member names with the place they lead to that are kept for each path; further ones are looked up each time. */
const MANY_NAMES = 256;

export class EventValues {
  readonly root: ValueNode = nodeOf();
  private readonly seekers: readonly Seeker[];
  private readonly places = new Map<PlanField, { readonly node: ValueNode; readonly seeker: Seeker }>();
  private readonly alternatives: readonly Joined[];
  /** Whether a member with an empty name is looked into. */
  readonly emptyNames: boolean;
  /** Whether a field may be missing: then a value outside of all arrays does not make the others superfluous. */
  private readonly absence: boolean;
  private arrays = 0;

  constructor({ fields, alternatives, rules }: Plan) {
    const seekers = new Map<PlanField, Seeker>();
    const ways = new Map<PlanField, readonly ValueNode[]>();
    for (const field of fields) {
      const { predicate, missing } = compileField(field, rules);
      const values: FieldValues = { free: false, present: false, holding: [], all: [] };
      const seeker = { predicate, mayBeMissing: missing, values };
      seekers.set(field, seeker);
      const way = reach(this.root, field.path);
      const node = way.at(-1) as ValueNode;
      node.fields.push(seeker);
      this.places.set(field, { node, seeker });
      ways.set(field, way);
    }
    this.seekers = [...seekers.values()];
    this.absence = this.seekers.some(({ mayBeMissing }) => mayBeMissing);
    this.emptyNames = fields.some(({ path }) => hasEmptyStep(path));
    this.alternatives = alternatives.map((alternative) => {
      const some = alternative.fields.map((field) => seekers.get(field) as Seeker);
      const shares = markShared(alternative.fields.map((field) => ways.get(field) as readonly ValueNode[]));
      return {
        seekers: some,
        values: some.map(({ values }) => values),
        mayBeMissing: some.map(({ mayBeMissing }) => mayBeMissing),
        shares,
      };
    });
  }

  /** The node of a field of the plan, and what seeks its values there. */
  placeOf(field: PlanField): { readonly node: ValueNode; readonly seeker: Seeker } {
    return this.places.get(field) as { readonly node: ValueNode; readonly seeker: Seeker };
  }

  /** @throws TypeError for a BigInt on a path, and for arrays nested deeper than `MAX_DEPTH` levels */
  matches(event: object): boolean {
    this.begin();
    this.object(this.root, event, undefined);
    return this.verdict();
  }

  matchesNode(event: JsonObjectNode): boolean {
    this.begin();
    this.objectNode(this.root, event, undefined);
    return this.verdict();
  }

  begin(): void {
    this.arrays = 0;
    for (const { values } of this.seekers) {
      values.free = false;
      values.present = false;
      if (values.holding.length > 0) values.holding = [];
      if (values.all.length > 0) values.all = [];
    }
  }

  /** The number of a new array. */
  openArray(): number {
    return this.arrays++;
  }

  /** Whether one of the alternatives holds for the values so far. */
  verdict(): boolean {
    for (const { seekers, values, mayBeMissing, shares } of this.alternatives) {
      let holds = true;
      let free = true;
      for (const one of seekers) {
        if (one.values.free) continue;
        if (!one.mayBeMissing && one.values.holding.length === 0) {
          holds = false;
          break;
        }
        free = false;
      }
      if (!holds) continue;
      if (free) return true;
      if (
        shares ? holdTogether(values, mayBeMissing) : seekers.every((one) => holdsAlone(one.values, one.mayBeMissing))
      )
        return true;
    }
    return false;
  }

  private object(node: ValueNode, object: object, element: Element | undefined): void {
    for (const name of Object.keys(object)) {
      const child = this.child(node, name);
      if (child !== undefined) this.value(child, (object as Record<string, unknown>)[name], element, 0);
    }
  }

  private value(node: ValueNode, value: unknown, element: Element | undefined, nesting: number): void {
    switch (typeof value) {
      case 'string':
        this.string(node, value, element);
        return;
      case 'number':
        if (Number.isFinite(value)) this.number(node, value, undefined, element);
        else this.literal(node, null, element);
        return;
      case 'boolean':
        this.literal(node, value, element);
        return;
      case 'object':
        if (value === null) this.literal(node, null, element);
        else if (!Array.isArray(value)) {
          if (node.children.size > 0) this.object(node, value, element);
        } else this.array(node, value, element, nesting);
        return;
      case 'bigint':
        throw new TypeError('a BigInt is not JSON data');
      default:
    }
  }

  private array(node: ValueNode, items: readonly unknown[], element: Element | undefined, nesting: number): void {
    if (nesting >= MAX_DEPTH) throw new TypeError(`the event is nested deeper than ${MAX_DEPTH} levels`);
    const { shared } = node;
    const array = shared ? this.openArray() : 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (isMissing(item)) this.literal(node, null, element);
      else if (shared && (isSteppable(item) || Array.isArray(item)))
        this.value(node, item, elementOf(array, i, element), nesting + 1);
      else this.value(node, item, element, nesting + 1);
    }
  }

  private objectNode(node: ValueNode, { members }: JsonObjectNode, element: Element | undefined): void {
    for (const { name, value } of members) {
      const child = this.child(node, name);
      if (child !== undefined) this.valueNode(child, value, element);
    }
  }

  private valueNode(node: ValueNode, value: JsonNode, element: Element | undefined): void {
    switch (value.kind) {
      case 'string':
        this.string(node, value.value, element);
        return;
      case 'number':
        this.number(node, value.value, value.text, element);
        return;
      case 'boolean':
        this.literal(node, value.value, element);
        return;
      case 'null':
        this.literal(node, null, element);
        return;
      case 'object':
        if (node.children.size > 0) this.objectNode(node, value, element);
        return;
      case 'array': {
        const { shared } = node;
        const array = shared ? this.openArray() : 0;
        for (const [i, item] of value.items.entries()) {
          const isInside = shared && (item.kind === 'object' || item.kind === 'array');
          this.valueNode(node, item, isInside ? elementOf(array, i, element) : element);
        }
      }
    }
  }

  string(node: ValueNode, value: string, element: Element | undefined): void {
    for (const seeker of node.fields) {
      if (this.matters(seeker))
        recordValue(seeker.values, seeker.predicate.string(value), seeker.mayBeMissing, element);
    }
  }

  /** `text` as in `Predicate`. */
  number(node: ValueNode, value: number, text: string | undefined, element: Element | undefined): void {
    for (const seeker of node.fields) {
      if (this.matters(seeker))
        recordValue(seeker.values, seeker.predicate.number(value, text), seeker.mayBeMissing, element);
    }
  }

  literal(node: ValueNode, value: boolean | null, element: Element | undefined): void {
    for (const seeker of node.fields) {
      const { mayBeMissing, predicate, values } = seeker;
      const holds = value === null ? predicate.null : value ? predicate.true : predicate.false;
      recordValue(values, holds, mayBeMissing, element);
    }
  }

  private matters({ values }: Seeker): boolean {
    return !values.free || this.absence;
  }

  /** The place that a member name leads to from a node. */
  child(node: ValueNode, name: string): ValueNode | undefined {
    const known = node.known.get(name);
    if (known !== undefined || node.known.has(name)) return known;
    const child = this.find(node, name);
    if (node.known.size < MANY_NAMES) node.known.set(name, child);
    return child;
  }

  private find(node: ValueNode, name: string): ValueNode | undefined {
    if (name === '' && !this.emptyNames) return undefined;
    if (!name.includes('.')) return node.children.get(name);
    let at: ValueNode | undefined = node;
    for (const step of name.split('.')) {
      at = at.children.get(step);
      if (at === undefined) return undefined;
    }
    return at;
  }
}

function nodeOf(): ValueNode {
  return { children: new Map(), fields: [], shared: false, known: new Map() };
}

/** The nodes on the way to a path. */
function reach(root: ValueNode, path: readonly string[]): readonly ValueNode[] {
  let node = root;
  return path.map((step) => {
    let next = node.children.get(step);
    if (next === undefined) {
      next = nodeOf();
      node.children.set(step, next);
    }
    node = next;
    return next;
  });
}

/** Marks the nodes that several fields of an alternative have on their way. Returns whether there is one. */
function markShared(ways: readonly (readonly ValueNode[])[]): boolean {
  const seen = new Set<ValueNode>();
  let found = false;
  for (const way of ways) {
    for (const node of way) {
      if (seen.has(node)) {
        node.shared = true;
        found = true;
      } else seen.add(node);
    }
  }
  return found;
}

/** Whether event-ruler counts an empty name among the steps of a path: it drops empty steps at the end. */
function hasEmptyStep(path: readonly string[]): boolean {
  if (path.length === 1) return path[0] === '';
  const last = path.findLastIndex((step) => step !== '');
  return path.slice(0, last + 1).includes('');
}
