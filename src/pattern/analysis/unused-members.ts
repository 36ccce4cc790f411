/** The members of an event that the pattern has no field for, one of which may be misspelled. */
import type { JsonNode } from '../json/node.ts';
import { nearest } from '../suggest.ts';
import { lookAlike } from '../value/look-alike.ts';

/** The maximum number of members that are searched. */
const MANY_NAMES = 200;

/** The maximum number of names of similar length that are compared by edit distance. */
const MANY_NEAR = 20;

/** Names of these characters look like other ones only if characters differ that "did you mean" counts as edits. */
const PLAIN = /^[!-~]*$/;

export class UnusedMembers {
  /** Maps old names to new ones. */
  readonly renamed = new Map<string, string>();
  private readonly free: Map<string, JsonNode>;
  private readonly byCase = new Map<string, string>();
  private readonly byLength = new Map<number, Set<string>>();
  private readonly unusual: readonly string[];

  constructor(values: ReadonlyMap<string, JsonNode>, spoken: ReadonlyMap<string, unknown>) {
    this.free = new Map([...values].filter(([name]) => !spoken.has(name)).slice(0, MANY_NAMES));
    for (const name of this.free.keys()) {
      this.byCase.set(name.toLowerCase(), name);
      const same = this.byLength.get(name.length);
      if (same === undefined) this.byLength.set(name.length, new Set([name]));
      else same.add(name);
    }
    this.unusual = [...this.free.keys()].filter((name) => !PLAIN.test(name));
  }

  /** The member whose name differs only in case, one edit, or invisible characters. */
  like(name: string): readonly [name: string, value: JsonNode] | undefined {
    const seen = PLAIN.test(name) ? this.unusual : [...this.free.keys()];
    const cased = this.byCase.get(name.toLowerCase());
    const old =
      seen.find((one) => this.free.has(one) && lookAlike(one, name) !== undefined) ??
      (cased !== undefined && this.free.has(cased) ? cased : nearest(name, this.near(name)));
    return old === undefined ? undefined : [old, this.free.get(old) as JsonNode];
  }

  take(old: string, name: string): void {
    this.free.delete(old);
    this.byLength.get(old.length)?.delete(old);
    this.renamed.set(old, name);
  }

  /** Names of similar length, the same length first. */
  private near({ length }: string): readonly string[] {
    const near: string[] = [];
    for (const one of [length, length - 1, length + 1, length - 2, length + 2]) {
      for (const name of this.byLength.get(one) ?? []) {
        if (near.length === MANY_NEAR) return near;
        near.push(name);
      }
    }
    return near;
  }
}
