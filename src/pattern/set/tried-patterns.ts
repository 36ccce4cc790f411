/** Patterns of a set that are tried one by one. */
import { readEvent } from '../event.ts';
import { EventValues } from '../event-values.ts';
import type { Plan } from '../plan.ts';

/** A pattern of a set, as text. */
interface Source {
  readonly source: string;
}

/**
 * Whether a pattern must be tried: one that ends a path with an empty name. Whether such a name is looked for depends on
 * the other paths of the pattern, and an index has the paths of all patterns.
 */
export function mustBeTried({ fields, rules }: Plan): boolean {
  return rules.arrays === 'transparent' && fields.some(({ path }) => path.length > 1 && path.at(-1) === '');
}

export class TriedPatterns<Member extends Source> {
  /** In the order of addition, compiled when they are first tried. */
  private readonly members = new Map<Member, EventValues | undefined>();
  private readonly planOf: (source: string) => Plan;

  constructor(planOf: (source: string) => Plan) {
    this.planOf = planOf;
  }

  get size(): number {
    return this.members.size;
  }

  add(member: Member): void {
    this.members.set(member, undefined);
  }

  /** Whether it was there. */
  delete(member: Member): boolean {
    return this.members.delete(member);
  }

  clear(): void {
    this.members.clear();
  }

  /** @throws TypeError as `EventValues` does */
  matching(event: object): Member[] {
    return this.filtered((values) => values.matches(event));
  }

  /** `event` is known to be the text of an object. */
  matchingText(event: string | Uint8Array): Member[] {
    const node = readEvent(event);
    return this.filtered((values) => values.matchesNode(node));
  }

  private filtered(matches: (values: EventValues) => boolean): Member[] {
    const found: Member[] = [];
    for (const [member, compiled] of this.members) {
      const values = compiled ?? new EventValues(this.planOf(member.source));
      if (compiled === undefined) this.members.set(member, values);
      if (matches(values)) found.push(member);
    }
    return found;
  }
}
