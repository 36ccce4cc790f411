/** Finds an event that several conjunctions match where arrays are transparent, or proves that there is none. */

import type { Dialect } from '../dialect.ts';
import type { Budget } from '../value/budget.ts';
import type { Witness } from './answer.ts';
import {
  anything,
  type Choice,
  type Choices,
  chosen,
  hasScalar,
  holding,
  isPossible,
  pathKey,
  scalarsOf,
} from './path-choices.ts';
import type { Solution } from './solve.ts';
import type { Subject, SubjectField } from './subject.ts';
import { type Placed, writeEvent } from './transparent-event.ts';
import { scalarText } from './tree.ts';

/**
 * An event without objects in arrays, if there is one; otherwise with an element for each conjunction in the array of a top-level name.
 * Without `arrays` no field has more than one value.
 */
export function solveConjunctions(
  subjects: readonly Subject[],
  { budget, arrays }: { readonly budget: Budget; readonly arrays: boolean },
): Solution<Witness> {
  const single = singleValues(subjects, budget);
  if (single === 'unknown') return 'unknown';
  if (single !== 'none') {
    const values = [...single.values()].flatMap((choice) => placedOf(choice, budget));
    return { value: writeEvent({ values, fields: fieldsOf(subjects) }, { arrays, usual: dialectOf(subjects) }) };
  }
  return arrays ? valuesOfEach(subjects, budget) : 'none';
}

function fieldsOf(subjects: readonly Subject[]): readonly SubjectField[] {
  return subjects.flatMap(({ fields }) => fields);
}

/** One choice for each path that suits all conjunctions. */
function singleValues(subjects: readonly Subject[], budget: Budget): Choices | 'none' | 'unknown' {
  const choices: Choices = new Map();
  for (const { fields } of subjects) {
    for (const field of fields) {
      const key = pathKey(field.path);
      choices.set(key, holding(choices.get(key) ?? anything(field.path), field));
    }
  }
  let unknown = false;
  for (const choice of choices.values()) {
    const possible = isPossible(choice, budget);
    if (possible === false) return 'none';
    if (possible === undefined) unknown = true;
  }
  return unknown ? 'unknown' : choices;
}

/** The value of a choice; none where the field may be missing and no value suits. */
export function placedOf(choice: Choice, budget: Budget): readonly Placed[] {
  const value = chosen(choice, budget);
  return value === undefined ? [] : [{ path: choice.path, texts: [scalarText(value)] }];
}

/**
 * Each conjunction has values of its own. They contradict each other only where one lacks what another one has. What is missing beside a
 * value that was chosen before may stand in another element of the array of their top-level name; what is missing without one must be
 * missing everywhere. Each further absence can make others such, so the least set of absences decides.
 */
function valuesOfEach(subjects: readonly Subject[], budget: Budget): Solution<Witness> {
  const absent = new Set<SubjectField>();
  const byPath = new Map<string, SubjectField[]>();
  for (const { fields } of subjects) {
    for (const field of fields) {
      const has = hasScalar(scalarsOf(field.set), budget);
      if (has === undefined) return 'unknown';
      if (!has && !field.set.missing) return 'none';
      if (!has) absent.add(field);
      const key = pathKey(field.path);
      const known = byPath.get(key);
      if (known === undefined) byPath.set(key, [field]);
      else known.push(field);
    }
  }
  for (let before = -1; before !== absent.size; ) {
    before = absent.size;
    for (const { fields } of subjects) {
      for (const field of leading(fields, absent)) {
        for (const other of byPath.get(pathKey(field.path)) as SubjectField[]) {
          if (!other.set.missing) return 'none';
          absent.add(other);
        }
      }
    }
  }
  return { value: layOut(subjects, absent, byPath, budget) };
}

/** The absent fields before which no field below the same top-level name is present. */
function leading(fields: readonly SubjectField[], absent: ReadonlySet<SubjectField>): readonly SubjectField[] {
  const present = new Set<string>();
  return fields.filter((field) => {
    const [name] = field.path as [string];
    if (absent.has(field)) return !present.has(name);
    present.add(name);
    return false;
  });
}

function layOut(
  subjects: readonly Subject[],
  absent: ReadonlySet<SubjectField>,
  byPath: ReadonlyMap<string, readonly SubjectField[]>,
  budget: Budget,
): Witness {
  const placed = (field: SubjectField): readonly Placed[] =>
    absent.has(field) ? [] : placedOf(holding(anything(field.path), field), budget);
  const divided = new Set<string>();
  const values: Placed[] = [];
  for (const fields of byPath.values()) {
    const [{ path }] = fields as [SubjectField];
    if (fields.some((field) => absent.has(field)) && !fields.every((field) => absent.has(field)))
      divided.add(path[0] as string);
    const common = fields.reduce(holding, anything(path));
    const found = placedOf(common, budget);
    const texts = found.length > 0 ? found : fields.flatMap(placed);
    if (texts.length > 0) values.push({ path, texts: [...new Set(texts.flatMap((one) => one.texts))] });
  }
  const elements = new Map<string, readonly (readonly Placed[])[]>();
  for (const name of divided) {
    const inside = ({ path }: Pick<Placed, 'path'>): boolean => path[0] === name;
    const each = subjects.map(({ fields }) => fields.filter(inside).flatMap(placed));
    elements.set(
      name,
      each.filter((some) => some.length > 0),
    );
  }
  const isUndivided = ({ path }: Placed): boolean => !divided.has(path[0] as string);
  const layout = { values: values.filter(isUndivided), elements, fields: fieldsOf(subjects) };
  return writeEvent(layout, { arrays: true, usual: dialectOf(subjects) });
}

/** Subjects that are compared have one dialect. */
function dialectOf([first]: readonly Subject[]): Dialect {
  return (first as Subject).pattern.dialect;
}
