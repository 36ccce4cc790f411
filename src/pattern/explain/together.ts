/** Explains events where arrays are transparent: the values of each field with their places, and which fields hold together. */
import { EventValues, type Seeker, type ValueNode } from '../event-values.ts';
import { holdsOnMissing } from '../field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, type JsonScalar, memberOf, printJson } from '../json/node.ts';
import { appendPointer } from '../json/pointer.ts';
import { describe } from '../operators/operator.ts';
import { holdsFor } from '../operators/predicate.ts';
import type { Alternative, Plan, PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { type Element, elementOf, type FieldValues, holdsAlone, holdTogether } from '../together.ts';
import { because, ConditionExplainer } from './condition.ts';
import { heldElsewhere, missingElsewhere, type Sought } from './elsewhere.ts';
import { EventIndex } from './event-index.ts';
import type {
  AlternativeExplanation,
  ConditionExplanation,
  Explain,
  Explanation,
  FieldExplanation,
  Seen,
} from './explanation.ts';
import { failure } from './failure.ts';
import { missingAt, missingReason, stepThrough } from './missing.ts';
import { placeOfNode } from './values.ts';

/** The maximum number of alternatives, and of values of a field, that are shown. */
const MOST_ALTERNATIVES = 10;
const MOST_VALUES = 100;
/** The maximum number of values with reasons for one field, divided among its conditions. */
const MOST_TRIED = 2000;
const FEWEST_TRIED = 3;
/** The maximum number of elements that are tried to name those that decide. */
const MOST_ELEMENTS = 200;

/** A scalar of an event at a path of the plan. */
interface Found {
  readonly node: JsonScalar;
  readonly pointer: string;
  readonly element: Element | undefined;
}

export function explainTogether(plan: Plan): Explain {
  const values = new EventValues(plan);
  const explainers = plan.fields.map((field) => new FieldAtValues(plan, field, values.placeOf(field)));
  return (event, positions): Explanation => {
    const walk = new Walk(values);
    walk.object(values.root, event, '', undefined);
    const alone = explainers.map((one) => one.see(walk.found.get(one.node) ?? []));
    const alternatives = plan.alternatives.map((alternative) => explainAlternative(plan, alternative, alone, walk));
    const matches = alternatives.some((one) => one.matches);
    const heldAbsent = new Set(alternatives.flatMap((one) => (one.matches ? one.fields : [])));
    const seen = { node: event, index: new EventIndex(event), positions };
    const fields = explainers.map((one, i) => one.explain(seen, alone[i] as SeenValues, heldAbsent.has(i)));
    // Sorting is stable, so that equally near ones keep the order of the pattern.
    const nearest = [...alternatives].sort(
      (a, b) => Number(b.matches) - Number(a.matches) || a.fails.length - b.fails.length,
    );
    return { matches, dialect: plan.dialect.name, fields, alternatives: nearest.slice(0, MOST_ALTERNATIVES) };
  };
}

/** Collects the scalars at the paths of the plan, with the pointers of the elements that they stand in. */
class Walk {
  readonly found = new Map<ValueNode, Found[]>();
  readonly pointers = new Map<Element, string>();
  private readonly values: EventValues;
  private arrays = 0;

  constructor(values: EventValues) {
    this.values = values;
  }

  object(node: ValueNode, { members }: JsonObjectNode, pointer: string, element: Element | undefined): void {
    for (const { name, value } of members) {
      const child = this.values.child(node, name);
      if (child !== undefined) this.value(child, value, appendPointer(pointer, name), element);
    }
  }

  private value(node: ValueNode, value: JsonNode, pointer: string, element: Element | undefined): void {
    if (value.kind === 'object') this.object(node, value, pointer, element);
    else if (value.kind === 'array') {
      const array = this.arrays++;
      for (const [i, item] of value.items.entries()) {
        const at = appendPointer(pointer, i);
        const inside = node.shared && !isScalar(item) ? elementOf(array, i, element) : element;
        if (inside !== undefined && inside !== element) this.pointers.set(inside, at);
        this.value(node, item, at, inside);
      }
    } else if (node.fields.length > 0) {
      const known = this.found.get(node);
      const one = { node: value, pointer, element };
      if (known === undefined) this.found.set(node, [one]);
      else known.push(one);
    }
  }
}

interface Event {
  readonly node: JsonObjectNode;
  readonly index: EventIndex;
  readonly positions: boolean;
}

/** What a field sees by itself. */
interface SeenValues {
  readonly found: readonly Found[];
  /** The indices of the values for which it holds. */
  readonly holding: readonly number[];
  readonly values: FieldValues;
  readonly mayBeMissing: boolean;
  readonly holds: boolean;
}

class FieldAtValues {
  readonly node: ValueNode;
  private readonly field: PlanField;
  private readonly seeker: Seeker;
  private readonly conditions: readonly ConditionExplainer[];

  constructor(plan: Plan, field: PlanField, { node, seeker }: { readonly node: ValueNode; readonly seeker: Seeker }) {
    this.field = field;
    this.node = node;
    this.seeker = seeker;
    this.conditions = field.conditions.map((condition) => new ConditionExplainer(condition, plan.rules));
  }

  see(found: readonly Found[]): SeenValues {
    const { predicate, mayBeMissing } = this.seeker;
    const values: FieldValues = { free: false, present: false, holding: [], all: [] };
    const holding: number[] = [];
    for (const [i, { node, element }] of found.entries()) {
      const holds = holdsFor(predicate, node);
      if (holds) holding.push(i);
      if (element === undefined) {
        values.present = true;
        if (holds) values.free = true;
      } else {
        if (holds) values.holding.push(element);
        if (mayBeMissing) values.all.push(element);
      }
    }
    return { found, holding, values, mayBeMissing, holds: holdsAlone(values, mayBeMissing) };
  }

  /** `absent`: whether the field counts as missing beside others although there are values. */
  explain(event: Event, seen: SeenValues, absent: boolean): FieldExplanation {
    const { positions } = event;
    const { path, source } = this.field;
    const { pointer, range } = source;
    const place = { pointer, ...(range === undefined ? {} : { range }), path };
    if (seen.found.length === 0) return { ...place, ...this.missing(event) };
    const conditions = this.tried(seen, positions);
    const what = seenOf(seen.found, positions);
    if (seen.holding.length > 0) return { ...place, holds: true, seen: what, conditions };
    if (absent && seen.mayBeMissing) {
      const held = conditions.map((one, i) => (this.holdsMissing(i) ? { ...one, holds: true } : one));
      return { ...place, holds: true, seen: what, conditions: held };
    }
    const nodes = seen.found.map(({ node }) => node);
    const end = { node: nodes[0] as JsonNode, depth: path.length };
    const where = heldElsewhere(this.sought(event, end));
    const reasons = failure(conditions, nodes);
    return {
      ...place,
      holds: false,
      seen: what,
      ...because(where === undefined ? reasons : [...reasons, where]),
      conditions,
    };
  }

  private holdsMissing(i: number): boolean {
    return holdsOnMissing(this.field.conditions[i] as PlanField['conditions'][number]);
  }

  private tried({ found, holding }: SeenValues, positions: boolean): readonly ConditionExplanation[] {
    const nodes = found.map(({ node }) => node);
    const pointers = found.map(({ pointer }) => pointer);
    const values = { nodes, areElements: true, retyped: false, pointer: '', pointers, positions };
    const tries = Math.max(FEWEST_TRIED, MOST_TRIED / this.conditions.length);
    let left = MOST_TRIED;
    return this.conditions.map((condition) => {
      const explained = condition.explain(values, holding, left, tries);
      left -= explained.holdsFor.length;
      return explained;
    });
  }

  private sought({ node: event, index }: Event, end: Sought['end']): Sought {
    const holds = (node: JsonNode): boolean => isScalar(node) && holdsFor(this.seeker.predicate, node);
    return { event, index, field: this.field, end, throughArrays: true, holds };
  }

  private missing(event: Event): Omit<FieldExplanation, 'pointer' | 'range' | 'path'> {
    const { path } = this.field;
    const { pointer: at, ...end } = stepThrough(event.node, path);
    const place = placeOfNode(at, end.node, event.positions);
    const conditions = this.conditions.map((condition, i) => condition.untried(this.holdsMissing(i)));
    const holds = conditions.some((condition) => condition.holds);
    const isArray = end.node.kind === 'array';
    const none = end.depth === path.length || isArray;
    const seen: Seen = none ? { ...place, kind: 'no-value' } : { ...place, ...missingAt(end, path, at) };
    if (holds) return { holds, seen, conditions };
    const name = path.slice(end.depth).join('.');
    const why =
      seen.kind === 'missing'
        ? missingReason(seen)
        : reason('no-value-in', { pointer: at, found: describe(end.node), ...(name === '' ? {} : { name }) });
    const { node } = end;
    const similar = seen.kind === 'missing' ? seen.suggestion : undefined;
    const known = similar === undefined || node.kind !== 'object' ? undefined : memberOf(node, similar);
    const where = missingElsewhere({ ...this.sought(event, end), known });
    return { holds, seen, ...because(where === undefined ? [why] : [why, where]), conditions };
  }
}

function seenOf(found: readonly Found[], positions: boolean): Seen {
  const [first] = found as readonly [Found];
  const place = placeOfNode(first.pointer, first.node, positions);
  if (found.length === 1) return { ...place, kind: 'value', value: printJson(first.node) };
  const shown = found.slice(0, MOST_VALUES);
  const more = found.length - shown.length;
  const values = shown.map(({ node }) => printJson(node));
  const pointers = shown.map(({ pointer }) => pointer);
  return { ...place, kind: 'values', values, pointers, ...(more > 0 ? { more } : {}) };
}

function explainAlternative(
  plan: Plan,
  alternative: Alternative,
  alone: readonly SeenValues[],
  { pointers }: Walk,
): AlternativeExplanation {
  const fields = alternative.fields.map((field) => plan.fields.indexOf(field));
  const seen = fields.map((i) => alone[i] as SeenValues);
  const may = seen.map(({ mayBeMissing }) => mayBeMissing);
  const matches = holdTogether(
    seen.map(({ values }) => values),
    may,
  );
  if (matches)
    return { matches, fields, fails: [], elements: elementsOf(seen, may).map((one) => pointers.get(one) as string) };
  const fails = fields.filter((i) => alone[i]?.holds === false);
  if (fails.length > 0) return { matches, fields, fails, elements: [] };
  return { matches, fields, fails, elements: [], ...because([apart(plan, fields, alone)]) };
}

/** The elements that decide: the choice is narrowed field by field, as long as the fields hold together. */
function elementsOf(seen: readonly SeenValues[], may: readonly boolean[]): readonly Element[] {
  let values: readonly FieldValues[] = seen.map((one) => one.values);
  const chosen = new Set<Element>();
  let tries = 0;
  for (const [i, { free, holding }] of values.entries()) {
    if (free) continue;
    for (const element of holding) {
      if (tries++ === MOST_ELEMENTS) return [...chosen];
      const narrowed = values.with(i, { ...(values[i] as FieldValues), holding: [element] });
      if (!holdTogether(narrowed, may)) continue;
      values = narrowed;
      chosen.add(element);
      break;
    }
  }
  return [...chosen];
}

/** Fields that hold, each by itself, in different elements. */
function apart(plan: Plan, fields: readonly number[], alone: readonly SeenValues[]): Reason {
  const places = fields.flatMap((i) => {
    const { found, holding, values } = alone[i] as SeenValues;
    const [first] = holding;
    if (first === undefined || values.free) return [];
    return [`\`${plan.fields[i]?.path.join('.')}\` at ${found[first]?.pointer}`];
  });
  return reason('not-together', { places: places.slice(0, 5) });
}
