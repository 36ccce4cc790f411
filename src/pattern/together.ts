/**
 * Whether the fields of one alternative hold together where arrays are transparent: the values that are chosen for the fields come from one
 * element of each array. This file is the only definition of that; objects, texts and explanations feed it.
 */
import { EventSyntaxError } from './event.ts';

const TOO_MANY =
  'names that occur twice or have dots make several arrays with one path, whose elements combine in too many ways';

/** An element of an array in an event, on the way to a value. Elements of one array have the same `array`. */
export interface Element {
  /** The number of the array among those of the event. */
  readonly array: number;
  readonly index: number;
  /** The element that contains the array. */
  readonly within: Element | undefined;
  /** The number of elements around it. */
  readonly depth: number;
  /** An element further out, so that any of them is reached in a logarithmic number of steps. */
  readonly jump: Element | undefined;
}

export function elementOf(array: number, index: number, within: Element | undefined): Element {
  if (within === undefined) return { array, index, within, depth: 0, jump: undefined };
  const { depth, jump } = within;
  // Skew-binary jumps (Myers, "An applicative random-access stack").
  const far = jump !== undefined && depth - jump.depth === jump.depth - (jump.jump?.depth ?? -1);
  return { array, index, within, depth: depth + 1, jump: far ? jump.jump : within };
}

/** Where a field finds values in an event, and where it holds. */
export interface FieldValues {
  /** Whether it holds for a value outside of all elements. */
  free: boolean;
  /** Whether there is a value outside of all elements. */
  present: boolean;
  /** The elements with a value for which it holds. */
  holding: Element[];
  /** The elements with any value; needed only where the field may be missing. */
  all: Element[];
}

/** Adds a value to those of a field; `element` is the innermost one that it stands in. */
export function recordValue(
  values: FieldValues,
  holds: boolean,
  mayBeMissing: boolean,
  element: Element | undefined,
): void {
  if (element === undefined) {
    values.present = true;
    if (holds) values.free = true;
    return;
  }
  // Scalars of one array stand in the same element.
  if (holds && values.holding.at(-1) !== element) values.holding.push(element);
  if (mayBeMissing && values.all.at(-1) !== element) values.all.push(element);
}

/** A field of an alternative as the join sees it. */
interface Candidate {
  readonly values: Pick<FieldValues, 'free' | 'present'>;
  readonly holding: readonly Element[];
  readonly all: readonly Element[];
  readonly mayBeMissing: boolean;
}

/** Whether a field holds by itself. */
export function holdsAlone({ free, holding, present, all }: FieldValues, mayBeMissing: boolean): boolean {
  return free || holding.length > 0 || (mayBeMissing && !present && all.length === 0);
}

/**
 * Whether values can be chosen for all fields that are consistent. `fields` are in the order of their paths, which decides what is missing:
 * a field is missing when no value of it is consistent with the values chosen for the fields before it. Linear in the number of values
 * where each path leads through one array at each level, as in events without duplicate names.
 */
export function holdTogether(fields: readonly FieldValues[], mayBeMissing: readonly boolean[]): boolean {
  const candidates = fields.map((values, i): Candidate => {
    const { holding, all } = values;
    return { values, holding, all, mayBeMissing: mayBeMissing[i] === true };
  });
  return solve(candidates, 0);
}

/** Decides the fields inside one element, or in the whole event: `depth` is the number of elements around. */
function solve(fields: readonly Candidate[], depth: number): boolean {
  return groupsOf(fields, depth).every((group) => solveGroup(group, depth));
}

/** Fields that share no array are independent of each other. */
interface Group {
  readonly fields: Candidate[];
  readonly arrays: Set<number>;
}

function groupsOf(fields: readonly Candidate[], depth: number): readonly Group[] {
  if (fields.length < 2) return fields.map((field) => ({ fields: [field], arrays: arraysOf(field, depth) }));
  const byArray = new Map<number, number>();
  // Union of sets: `parent[i]` is a field of the same group.
  const parent = fields.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    parent[i] = root;
    return root;
  };
  const arrays = fields.map((field) => arraysOf(field, depth));
  for (const [i, some] of arrays.entries()) {
    for (const array of some) {
      const other = byArray.get(array);
      if (other === undefined) byArray.set(array, i);
      else parent[rootOf(i)] = rootOf(other);
    }
  }
  const groups = new Map<number, Group>();
  for (const [i, field] of fields.entries()) {
    const root = rootOf(i);
    let group = groups.get(root);
    if (group === undefined) {
      group = { fields: [], arrays: new Set() };
      groups.set(root, group);
    }
    group.fields.push(field);
    for (const array of arrays[i] as Set<number>) group.arrays.add(array);
  }
  return [...groups.values()];
}

/** The arrays at one level in which a field has values. */
function arraysOf({ holding, all }: Candidate, depth: number): Set<number> {
  const arrays = new Set<number>();
  for (const element of holding) arrays.add(at(element, depth).array);
  for (const element of all) arrays.add(at(element, depth).array);
  return arrays;
}

/** The element at one level on the way to another one. */
function at(element: Element, depth: number): Element {
  let found = element;
  while (found.depth > depth) {
    const { jump, within } = found;
    found = (jump !== undefined && jump.depth >= depth ? jump : within) as Element;
  }
  return found;
}

function solveGroup({ fields, arrays }: Group, depth: number): boolean {
  const [only] = fields;
  if (fields.length === 1 && only !== undefined) return holdsSomewhere(only);
  if (!fields.every((field) => field.mayBeMissing || holdsSomewhere(field))) return false;
  return arrays.size === 1 ? solveArray(fields, depth) : searchTogether(fields, depth);
}

function holdsSomewhere({ values, holding, all, mayBeMissing }: Candidate): boolean {
  return values.free || holding.length > 0 || (mayBeMissing && isMissing({ values, all }));
}

function isMissing({ values, all }: Pick<Candidate, 'values' | 'all'>): boolean {
  return !values.present && all.length === 0;
}

/** Fields of one array: tries each element, once for each field that may be the first to choose it. */
function solveArray(fields: readonly Candidate[], depth: number): boolean {
  // Without any choice: each field holds outside of the array, or is missing in all of it.
  if (fields.every((field) => field.values.free || (field.mayBeMissing && isMissing(field)))) return true;
  const buckets = bucketsOf(fields, depth);
  for (const bucket of buckets.values()) {
    for (let first = 0; first < fields.length; first++) {
      if (chooses(fields, bucket, first, depth)) return true;
      const { values, mayBeMissing, all } = fields[first] as Candidate;
      // A field before the first choice holds outside of the array, or is missing in all of it.
      if (!values.free && !(mayBeMissing && isMissing({ values, all }))) break;
    }
  }
  return false;
}

/** The values of each field in one element, sorted by the field. */
interface Bucket {
  readonly holding: (Element[] | undefined)[];
  readonly all: (Element[] | undefined)[];
  readonly element: Element;
}

function bucketsOf(fields: readonly Candidate[], depth: number): Map<Element, Bucket> {
  const buckets = new Map<Element, Bucket>();
  const bucketOf = (element: Element): Bucket => {
    const here = at(element, depth);
    let bucket = buckets.get(here);
    if (bucket === undefined) {
      bucket = { holding: [], all: [], element: here };
      buckets.set(here, bucket);
    }
    return bucket;
  };
  const add = (list: (Element[] | undefined)[], i: number, element: Element): void => {
    const known = list[i];
    if (known === undefined) list[i] = [element];
    else known.push(element);
  };
  for (const [i, { holding, all }] of fields.entries()) {
    for (const element of holding) add(bucketOf(element).holding, i, element);
    for (const element of all) add(bucketOf(element).all, i, element);
  }
  return buckets;
}

const NO_ELEMENTS: readonly Element[] = [];

/** Whether field `first` is the first that takes a value of the element, and those behind it hold there or outside. */
function chooses(
  fields: readonly Candidate[],
  { holding, all, element }: Bucket,
  first: number,
  depth: number,
): boolean {
  const inside: Candidate[] = [];
  for (let i = first; i < fields.length; i++) {
    const { values, mayBeMissing } = fields[i] as Candidate;
    const mine = holding[i];
    const must = i === first;
    if (must && mine === undefined) return false;
    const some = all[i] ?? NO_ELEMENTS;
    // A value of the element itself needs no further choice.
    const direct = mine?.includes(element) === true;
    const outside = values.free && !must;
    inside.push({
      values: { free: direct || outside, present: values.present || some.includes(element) },
      holding: deeper(mine ?? NO_ELEMENTS, depth),
      all: deeper(some, depth),
      mayBeMissing: mayBeMissing && !must,
    });
  }
  return solve(inside, depth + 1);
}

/** The elements below the level. */
function deeper(elements: readonly Element[], depth: number): readonly Element[] {
  return elements.length === 1 && elements[0]?.depth === depth
    ? NO_ELEMENTS
    : elements.filter((one) => one.depth > depth);
}

/**
 * Comparisons of an element with those chosen, in one search, and further ones for each value. An event can say with duplicate names what
 * takes exponential time, since a field that holds in elements of different arrays is a clause, and the arrays are its variables.
 */
const MOST_COMPARISONS = 200_000;
const FOR_EACH_VALUE = 20;

/**
 * Several arrays at one place, which only duplicate names and names with dots can make: every choice is tried, and a combination of a field
 * and the elements chosen so far is tried once.
 * @throws EventSyntaxError after `MOST_COMPARISONS` and those for each value
 */
function searchTogether(fields: readonly Candidate[], depth: number): boolean {
  const failed = new Set<string>();
  const chosen = new Map<number, number>();
  const keyOf = (i: number): string =>
    `${i}:${[...chosen]
      .map((pair) => pair.join('.'))
      .sort()
      .join()}`;
  const values = fields.reduce((sum, { holding, all }) => sum + holding.length + all.length, 0);
  let left = MOST_COMPARISONS + FOR_EACH_VALUE * values;
  const isConsistent = (element: Element): boolean => {
    if (--left < 0) throw new EventSyntaxError(TOO_MANY, 0);
    for (let one: Element | undefined = element; one !== undefined && one.depth >= depth; one = one.within) {
      const index = chosen.get(one.array);
      if (index !== undefined && index !== one.index) return false;
    }
    return true;
  };
  const search = (i: number): boolean => {
    const field = fields[i];
    if (field === undefined) return true;
    const key = keyOf(i);
    if (failed.has(key)) return false;
    const { values, holding, all, mayBeMissing } = field;
    if (values.free && search(i + 1)) return true;
    if (mayBeMissing && !values.present && !all.some(isConsistent) && search(i + 1)) return true;
    for (const element of new Set(holding)) {
      if (!isConsistent(element)) continue;
      const added: number[] = [];
      for (let one: Element | undefined = element; one !== undefined && one.depth >= depth; one = one.within) {
        if (chosen.has(one.array)) continue;
        chosen.set(one.array, one.index);
        added.push(one.array);
      }
      if (search(i + 1)) return true;
      for (const array of added) chosen.delete(array);
    }
    failed.add(key);
    return false;
  };
  return search(0);
}
