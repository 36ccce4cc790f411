/** Explains field by field why an event matches or not. */
import { memberPredicate } from '../event.ts';
import { compileField, type FieldTest, holdsOnMissing, isRetyped } from '../field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, type JsonScalar, memberOf, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import { nodeTest } from '../node-test.ts';
import { holdsFor, type Predicate } from '../operators/predicate.ts';
import type { Plan, PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { because, ConditionExplainer, compared } from './condition.ts';
import { heldElsewhere, missingElsewhere, type Sought } from './elsewhere.ts';
import { EventIndex } from './event-index.ts';
import type { ConditionExplanation, Explain, FieldExplanation, Seen } from './explanation.ts';
import { failure } from './failure.ts';
import { missingAt, missingReason, step } from './missing.ts';
import { explainTogether } from './together.ts';
import { placeOfNode, type Values } from './values.ts';

/** Compiles lazily: each part when an event first needs it. */
export function compileExplain(plan: Plan): Explain {
  if (plan.rules.arrays === 'transparent') return explainTogether(plan);
  const explainers = plan.fields.map((field) => new FieldExplainer(plan, field));
  return (event, positions) => {
    const seen: Event = { node: event, index: new EventIndex(event), positions };
    const fields = explainers.map((field) => field.explain(seen));
    return { matches: fields.every((field) => field.holds), dialect: plan.dialect.name, fields };
  };
}

interface Event {
  readonly node: JsonObjectNode;
  readonly index: EventIndex;
  readonly positions: boolean;
}

type Explained = Pick<FieldExplanation, 'holds' | 'seen' | 'reason' | 'reasons' | 'conditions'>;

/** The maximum number of values with reasons for one field, divided among its conditions. */
const MOST_TRIED = 2000;
const FEWEST_TRIED = 3;
/** The maximum number of values named for one field, and of characters of their pointers. */
const MOST_NAMED = 20_000;
const MOST_POINTERS = 1_000_000;

class FieldExplainer {
  private readonly plan: Plan;
  private readonly field: PlanField;
  private readonly conditions: readonly ConditionExplainer[];
  private compiled: FieldTest | undefined;
  private member: Predicate | undefined;
  private anywhere: ReturnType<typeof nodeTest> | undefined;

  constructor(plan: Plan, field: PlanField) {
    this.plan = plan;
    this.field = field;
    this.conditions = field.conditions.map((condition) => new ConditionExplainer(condition, plan.rules));
  }

  explain(event: Event): FieldExplanation {
    const { path, source } = this.field;
    const { pointer, range } = source;
    return { pointer, ...(range === undefined ? {} : { range }), path, ...this.explained(event) };
  }

  private explained({ node: event, index, positions }: Event): Explained {
    const { path } = this.field;
    const end = step(event, path);
    const sought: Sought = { event, index, field: this.field, end, holds: (value) => this.holds(value) };
    const { node, depth } = end;
    const pointer = pointerTo(path.slice(0, depth));
    const place = placeOfNode(pointer, node, positions);
    if (depth < path.length) return this.missing(sought, { ...place, ...missingAt(end, path) });
    if (node.kind === 'object') return this.unmatchable({ ...place, kind: 'object' }, reason('is-object', {}));
    const nodes = node.kind === 'array' ? node.items : [node];
    if (nodes.length === 0) {
      return this.unmatchable({ ...place, kind: 'empty-array' }, reason('is-empty-array', {}));
    }
    if (!nodes.every(isScalar)) {
      return this.unmatchable({ ...place, kind: 'array-with-objects' }, reason('is-array-with-objects', {}));
    }
    const areElements = node.kind === 'array';
    const retyped = !areElements && isRetyped(this.field, this.plan.rules);
    const conditions = this.tried({ nodes, areElements, retyped, pointer, positions });
    const holds = conditions.some((condition) => condition.holds);
    const seen = { ...place, ...seenOf(node, nodes, retyped) };
    if (holds) return { holds, seen, conditions };
    const elsewhere = heldElsewhere(sought);
    const reasons = failure(conditions, nodes);
    return { holds, seen, ...because(elsewhere === undefined ? reasons : [...reasons, elsewhere]), conditions };
  }

  private tried(values: Values): readonly ConditionExplanation[] {
    const { nodes, retyped, pointer } = values;
    const anyCondition = retyped ? this.memberTest() : this.test().predicate;
    // Usually few elements hold, and only those are tested with each condition.
    const holding = [...nodes.keys()].filter((i) => holdsFor(anyCondition, nodes[i] as JsonScalar));
    const tries = Math.max(FEWEST_TRIED, MOST_TRIED / this.conditions.length);
    let left = Math.min(MOST_NAMED, MOST_POINTERS / (pointer.length + 1));
    return this.conditions.map((condition) => {
      const explained = condition.explain(values, holding, left, tries);
      left -= explained.holdsFor.length;
      return explained;
    });
  }

  private missing(sought: Sought, seen: Extract<Seen, { kind: 'missing' }>): Explained {
    const conditions = this.conditions.map((condition, i) =>
      condition.untried(
        seen.noData !== true && holdsOnMissing(this.field.conditions[i] as PlanField['conditions'][number]),
      ),
    );
    const holds = conditions.some((condition) => condition.holds);
    if (holds) return { holds, seen, conditions };
    const { node } = sought.end;
    const known = seen.suggestion === undefined || node.kind !== 'object' ? undefined : memberOf(node, seen.suggestion);
    const where = missingElsewhere({ ...sought, known });
    const why = missingReason(seen);
    return { holds, seen, ...because(where === undefined ? [why] : [why, where]), conditions };
  }

  private unmatchable(seen: Seen, why: Reason): Explained {
    const conditions = this.conditions.map((condition) => condition.untried(false));
    return { holds: false, seen, ...because([why]), conditions };
  }

  /** Whether a condition of the field holds for a value at any place of the event. */
  private holds(node: JsonNode): boolean {
    this.anywhere ??= nodeTest(this.test());
    return this.anywhere(node);
  }

  private test(): FieldTest {
    this.compiled ??= compileField(this.field, this.plan.rules);
    return this.compiled;
  }

  private memberTest(): Predicate {
    this.member ??= memberPredicate(this.test());
    return this.member;
  }
}

function seenOf(node: JsonNode, nodes: readonly JsonScalar[], retyped: boolean) {
  if (node.kind === 'array') return { kind: 'array', values: nodes.map(printJson) } as const;
  const [value] = nodes as [JsonScalar];
  const as = compared(value, retyped);
  return { kind: 'value', value: printJson(value), ...(as === value ? {} : { comparedAs: printJson(as) }) } as const;
}
