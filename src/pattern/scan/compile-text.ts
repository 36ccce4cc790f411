/** Compiles a plan to a matcher on the bytes of an event's text. */
import { memberPredicate } from '../event.ts';
import { compileField, type FieldTest } from '../field.ts';
import type { Predicate } from '../operators/predicate.ts';
import type { Plan } from '../plan.ts';
import { Scanner } from './scanner.ts';
import { emptyText, type Text } from './text.ts';
import { ScanNode } from './trie.ts';
import { valueHolds } from './value.ts';

export interface TextMatcher {
  /** Checks the whole text. @throws MALFORMED */
  checked(text: Text): boolean;
  /** Stops as soon as the verdict is known. @throws MALFORMED for an error before that point, if noticed */
  wellFormed(text: Text): boolean;
}

interface SlotTest {
  readonly test: FieldTest;
  readonly member: Predicate;
}

export function compileForText(plan: Plan): TextMatcher {
  const root = new ScanNode();
  const slots: SlotTest[][] = [];
  for (const field of plan.fields) {
    const node = root.reach(field.path);
    if (node.slot < 0) node.slot = slots.push([]) - 1;
    const test = compileField(field, plan.rules);
    slots[node.slot]?.push({ test, member: memberPredicate(test) });
  }
  const missing = slots.map((tests) => tests.every(({ test }) => test.missing));
  // Fields below `data` need it to be present, even for `exists: false`.
  const required = [
    ...new Set(plan.fields.filter((field) => field.rootRequired).map((field) => field.path[0] as string)),
  ].map((name) => root.reach([name]));
  const scanner = new Scanner(root);
  scanner.reserve(slots.length);
  let current = emptyText;

  function holds(slot: number): boolean {
    const start = scanner.starts[slot] as number;
    const end = scanner.ends[slot] as number;
    for (const { test, member } of slots[slot] as SlotTest[])
      if (!valueHolds(test, member, current, start, end)) return false;
    return true;
  }

  function verdict(): boolean {
    for (const node of required) if (!scanner.saw(node)) return false;
    for (let slot = 0; slot < slots.length; slot++)
      if (!(scanner.has(slot) ? holds(slot) : missing[slot])) return false;
    return true;
  }

  let failed = false;
  function onValue(slot: number): boolean {
    failed = !holds(slot);
    return failed || scanner.count === slots.length;
  }

  // References to the text are dropped once the verdict is known.
  return {
    checked(text) {
      current = text;
      try {
        scanner.scan(text);
        return verdict();
      } finally {
        current = emptyText;
      }
    },
    wellFormed(text) {
      if (slots.length === 0) return true;
      current = text;
      failed = false;
      try {
        scanner.leap(text, onValue);
        return !failed && (scanner.count === slots.length || verdict());
      } finally {
        current = emptyText;
      }
    },
  };
}
