/**
 * What is missing where arrays are transparent depends on the values that are chosen before, so that a value that stands in another element
 * of an array can make a field hold for one conjunction and fail for another.
 */
import type { Budget } from '../value/budget.ts';
import { otherScalars } from '../value/value-set.ts';
import type { Witness } from './answer.ts';
import { placedOf } from './joint-alternatives.ts';
import { type Choices, chosen, hasScalar, onlyMissing, onlyPresent, pathKey } from './path-choices.ts';
import { refute } from './refute.ts';
import type { SubjectField } from './subject.ts';
import { type Placed, writeEvent } from './transparent-event.ts';
import { scalarText, type Usual } from './tree.ts';

type Conjunction = readonly SubjectField[];

/**
 * A conjunction without the fields that hold for every value and for none, where no other field of their top-level name comes later: they
 * hold whatever is chosen for the others, and constrain none.
 */
export function withoutIdle(fields: Conjunction, budget: Budget): Conjunction {
  const last = new Set<string>();
  const kept: SubjectField[] = [];
  for (const field of [...fields].reverse()) {
    const name = field.path[0] as string;
    if (!last.has(name) && field.set.missing && hasScalar(otherScalars(field.set), budget) === false) continue;
    last.add(name);
    kept.push(field);
  }
  return kept.reverse();
}

/** A field that may be missing, and one that is chosen before it in another conjunction only. */
export interface Loose {
  readonly fields: Conjunction;
  readonly missing: SubjectField;
  readonly anchor: SubjectField;
}

/**
 * The absences of a conjunction that another one does not prove. Without any, it holds for an event if its fields hold for the values that
 * are chosen for `from`, and for one consistent value of each further path. `extras` are all paths that only the conjunctions have.
 */
export function looseIn(fields: Conjunction, from: Conjunction, extras: Conjunction): readonly Loose[] {
  const at = new Map(fields.map((field, i) => [pathKey(field.path), i]));
  const chosenFirst = new Map(from.map((field, i) => [pathKey(field.path), i]));
  return fields.flatMap((field, i): readonly Loose[] => {
    if (!field.set.missing) return [];
    const [name] = field.path;
    const own = chosenFirst.get(pathKey(field.path));
    // It is present whenever the other conjunction matches.
    if (own !== undefined && from[own]?.set.missing !== true) return [];
    const before = own === undefined ? [...from, ...extras] : from.slice(0, own);
    return before
      .filter(({ path }) => path[0] === name && pathKey(path) !== pathKey(field.path))
      .filter(({ path }) => (at.get(pathKey(path)) ?? i) >= i)
      .map((anchor) => ({ fields, missing: field, anchor }));
  });
}

/** Pairs that are tried. */
const MANY = 32;

/**
 * Events with a value in another element than those that `from` chooses. `proved` are the conjunctions that need none to fail, `loose` the
 * absences of the others.
 */
export function* eventsWithElements(
  from: Choices,
  proved: readonly Conjunction[],
  loose: readonly Loose[],
  fields: readonly SubjectField[],
  budget: Budget,
  usual: Usual,
): Generator<Witness> {
  for (const { fields: own, missing, anchor } of loose.slice(0, MANY)) {
    const choices = new Map(from);
    const absent = from.get(pathKey(missing.path));
    if (absent !== undefined) choices.set(pathKey(missing.path), onlyMissing(absent));
    const present = from.get(pathKey(anchor.path));
    if (present === undefined) continue;
    choices.set(pathKey(anchor.path), onlyPresent(present));
    const found = refute(choices, proved, budget);
    if (typeof found === 'string') continue;
    const placed = [...found.values()].flatMap((choice) => placedOf(choice, budget));
    // Later fields that may be missing would hold beside the value.
    const later = own
      .slice(own.indexOf(missing) + 1)
      .filter(({ path, set }) => path[0] === missing.path[0] && set.missing);
    const unwanted = [missing, ...later].map((field) => placedOutside(field, budget));
    for (const values of later.length === 0 ? [unwanted] : [unwanted, unwanted.slice(0, 1)])
      for (const together of [true, false]) yield apart(placed, anchor, values, fields, together, usual);
  }
}

/** A value for which a field does not hold, or any where there is none. */
function placedOutside({ path, set }: SubjectField, budget: Budget): Placed {
  const text = scalarText(chosen({ path, scalars: otherScalars(set), mayBeMissing: false }, budget) ?? 'x');
  return { path, texts: [text] };
}

/** `together`: all values of the top-level name stand in the element of the anchor, or the anchor alone. */
function apart(
  placed: readonly Placed[],
  anchor: SubjectField,
  unwanted: readonly Placed[],
  fields: readonly SubjectField[],
  together: boolean,
  usual: Usual,
): Witness {
  const [name] = anchor.path as [string];
  const isAnchor = ({ path }: Placed): boolean => pathKey(path) === pathKey(anchor.path);
  const isInside = (one: Placed): boolean => one.path[0] === name && (together || isAnchor(one));
  const isBeside = (one: Placed): boolean => one.path[0] === name && one.path.length > 1 && !isInside(one);
  const inside = placed.filter(isInside);
  const elements = new Map([[name, [inside, unwanted]]]);
  const values = placed.filter((one) => !isInside(one) && !isBeside(one));
  return writeEvent({ values, elements, joined: placed.filter(isBeside), fields }, { arrays: true, usual });
}
