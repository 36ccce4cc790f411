/** Compiles a plan to closures over the members of a parsed event. All decisions about the pattern are made here, none while matching. */
import type { Rules } from './dialect.ts';
import { isMissing, isSteppable, memberValue, valueTest } from './event.ts';
import { EventValues } from './event-values.ts';
import { compileField, holdsOnMissing } from './field.ts';
import { type PathNode, type Plan, pathTrie } from './plan.ts';

/** A matcher of parsed events. The function throws a TypeError for a BigInt that a field reads. */
export function compileForObjects(plan: Plan): (event: object) => boolean {
  if (plan.rules.arrays === 'transparent') {
    const values = new EventValues(plan);
    return (event) => values.matches(event);
  }
  return compileObject(pathTrie(plan), plan.rules);
}

/** An object with more members is read by name: listing its members would cost more. */
const WIDE = 64;

function compileObject(node: PathNode, rules: Rules): (event: object) => boolean {
  const children = leavesFirst(node);
  const tests = children.map(([name, child]) => ({ name, test: compileValue(child, rules), position: 0 }));
  const byName = every(
    tests.map(
      ({ name, test }) =>
        (event: object) =>
          test(memberValue(event, name)),
    ),
  );
  if (tests.length < 2) return byName;
  let wide = false;
  return (event) => {
    if (wide) return byName(event);
    // One `Object.keys` costs as much as one `propertyIsEnumerable`. Events of one producer have their members in one order, so
    // a name is usually at its position in the last event.
    const names = Object.keys(event);
    wide = names.length > WIDE;
    // This event too: searching a long list for each of many names is quadratic.
    if (wide) return byName(event);
    for (const entry of tests) {
      const { name, test } = entry;
      if (names[entry.position] !== name) {
        const position = names.indexOf(name);
        if (position < 0) {
          if (!test(undefined)) return false;
          continue;
        }
        entry.position = position;
      }
      if (!test((event as Record<string, unknown>)[name])) return false;
    }
    return true;
  };
}

function compileValue(node: PathNode, rules: Rules): (value: unknown) => boolean {
  const here = node.fields.map((field) => valueTest(compileField(field, rules)));
  if (node.children.size === 0) return every(here);
  const below = compileObject(node, rules);
  const isMissingFine = holdsWhenMissing(node);
  const { required } = node;
  here.push((value) => {
    if (isSteppable(value)) return below(value);
    if (typeof value === 'bigint') throw new TypeError('a BigInt is not JSON data');
    return isMissingFine && !(required && isMissing(value));
  });
  return every(here);
}

/** Memoised: called at every level of a path. */
const whenMissing = new WeakMap<PathNode, boolean>();

/** Whether every field below a node holds when the path ends at that node. */
function holdsWhenMissing(node: PathNode): boolean {
  let known = whenMissing.get(node);
  if (known === undefined) {
    known = true;
    for (const child of node.children.values()) {
      known &&= child.fields.every(({ conditions }) => conditions.some(holdsOnMissing)) && holdsWhenMissing(child);
      if (!known) break;
    }
    whenMissing.set(node, known);
  }
  return known;
}

/** Cheapest first. All must hold, so the order does not change the verdict. */
function leavesFirst(node: PathNode): readonly (readonly [string, PathNode])[] {
  return [...node.children].sort(([, a], [, b]) => a.children.size - b.children.size);
}

function every<T>(tests: readonly ((value: T) => boolean)[]): (value: T) => boolean {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (value) => first(value) && second(value);
  return (value) => {
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}
