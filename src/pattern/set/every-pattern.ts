/** Tries every pattern of a set. For dialects whose arrays are transparent. */
import { assertEventText, readEvent } from '../event.ts';
import { EventValues } from '../event-values.ts';
import type { Plan } from '../plan.ts';

/** A pattern of a set, as text. */
interface Source {
  readonly source: string;
}

export class EveryPattern {
  private readonly compiled = new WeakMap<Source, EventValues>();
  private readonly planOf: (source: string) => Plan;

  constructor(planOf: (source: string) => Plan) {
    this.planOf = planOf;
  }

  matching<Member extends Source>(members: Iterable<Member>, event: object): Member[] {
    return [...members].filter((member) => this.valuesOf(member).matches(event));
  }

  matchingText<Member extends Source>(members: Iterable<Member>, event: string | Uint8Array): Member[] {
    assertEventText(event);
    const node = readEvent(event);
    return [...members].filter((member) => this.valuesOf(member).matchesNode(node));
  }

  private valuesOf(member: Source): EventValues {
    let values = this.compiled.get(member);
    if (values === undefined) {
      values = new EventValues(this.planOf(member.source));
      this.compiled.set(member, values);
    }
    return values;
  }
}
