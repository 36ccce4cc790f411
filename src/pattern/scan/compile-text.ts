/** Compiles a plan to a matcher on the bytes of an event's text. */
import { memberPredicate } from '../event.ts';
import { compileField, type FieldTest } from '../field.ts';
import type { Predicate } from '../operators/predicate.ts';
import type { Plan } from '../plan.ts';
import type { Mode } from './engine.ts';
import type { TextReader } from './event-text.ts';
import { Paths } from './paths.ts';
import { resume, scan } from './scan.ts';
import type { Text } from './text.ts';
import { valueHolds } from './value.ts';

interface SlotTest {
  readonly test: FieldTest;
  readonly member: Predicate;
}

export function compileForText(plan: Plan): TextReader<boolean> {
  return new TextMatcher(plan);
}

/** Trusted text is read up to the first value that fails, or to the last value of the plan. */
class TextMatcher implements TextReader<boolean> {
  readonly paths = new Paths();
  /** By slot: all must hold. */
  private readonly slots: SlotTest[][] = [];
  /** By slot: whether its tests hold for an event without the member. */
  private readonly missing: readonly boolean[];
  /** Fields below `data` need it to be present, even for `exists: false`. */
  private readonly required: readonly number[];

  constructor(plan: Plan) {
    const { paths, slots } = this;
    for (const field of plan.fields) {
      let slot = paths.slotOf(field.path);
      if (slot < 0) {
        slot = slots.push([]) - 1;
        paths.open(field.path, slot);
      }
      const test = compileField(field, plan.rules);
      slots[slot]?.push({ test, member: memberPredicate(test) });
    }
    this.missing = slots.map((tests) => tests.every(({ test }) => test.missing));
    const roots = plan.fields.filter((field) => field.rootRequired).map((field) => field.path[0] as string);
    this.required = [...new Set(roots)].map((name) => paths.watch(name));
  }

  read(text: Text, mode: Mode): boolean {
    const { paths, slots } = this;
    if (mode === 'trusted' && slots.length === 0) return true;
    let judged = 0;
    for (let outcome = scan(text, paths, mode); ; outcome = resume()) {
      // A value of a checked text may be replaced, so that `has` is false for it.
      for (; judged < paths.count; judged++) {
        const slot = paths.slots[judged] as number;
        if (paths.has(slot) && !this.holds(text, slot)) return false;
      }
      if (outcome === 'ended') return this.holdsMissing();
      if (judged === slots.length) return true;
    }
  }

  private holds(text: Text, slot: number): boolean {
    const start = this.paths.starts[slot] as number;
    const end = this.paths.ends[slot] as number;
    for (const { test, member } of this.slots[slot] as SlotTest[])
      if (!valueHolds(test, member, text, start, end)) return false;
    return true;
  }

  /** Whether the event has the required members, and may lack the others that it lacks. */
  private holdsMissing(): boolean {
    const { paths, missing, required } = this;
    for (const watched of required) if (!paths.saw(watched)) return false;
    for (let slot = 0; slot < missing.length; slot++) if (missing[slot] === false && !paths.has(slot)) return false;
    return true;
  }
}
