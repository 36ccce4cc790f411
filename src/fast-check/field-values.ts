/** Values for each field of a pattern: some for which the field holds, and some for which it does not. */
import {
  compilePattern,
  type Field,
  type FieldExplanation,
  type Matcher,
  nearMisses,
  type Pattern,
  sample,
} from '../index.ts';
import { type As, matchesAs } from './form.ts';
import { put, readTree, type Tree, treeText, valueAt } from './tree.ts';

/** The value at the path of a field; undefined where it is absent. */
export type Value = Tree | undefined;

export interface FieldValues {
  /** Member names from the top of the event to the field. */
  readonly path: readonly string[];
  /** Number of conditions without duplicates. */
  readonly conditions: number;
  /** Distinct values for which a condition holds, the shortest first. Empty where no value holds, or only a number text that objects lose. */
  values(condition: number): readonly Value[];
  /** Distinct values for which the field does not hold. */
  misses(): readonly Value[];
  holds(value: Value): boolean;
}

/** Number of values for a condition, from which one is drawn and then changed. */
const VARIETY = 12;

/** Values that most conditions do not hold for. */
const PLAIN_SHAPES: readonly Value[] = ['null', new Map(), undefined];
const SHAPES: readonly Value[] = [...PLAIN_SHAPES, '[]', '[{}]'];

export function fieldValues({ pattern, explain }: Matcher, as: As, arrays: boolean): FieldValues[] {
  const { fields } = explain('{}');
  return pattern.fields.map((field, i) =>
    valuesOf(pattern, field, fields[i] as FieldExplanation, as, arrays ? SHAPES : PLAIN_SHAPES),
  );
}

function valuesOf(
  pattern: Pattern,
  field: Field,
  { path, conditions }: FieldExplanation,
  as: As,
  shapes: readonly Value[],
): FieldValues {
  const texts = conditions.map(({ text }) => text);
  const alone = compileAlone(pattern, field, texts);
  // No condition below `data` holds where `data` is absent.
  const around: Tree = new Map(path.length > 1 ? [[path[0] as string, new Map()]] : []);
  const holds = (value: Value): boolean => matchesAs(as, alone, put(around, path, value));
  const known = new Map<number, readonly Value[]>();
  let misses: readonly Value[] | undefined;
  return {
    path,
    conditions: texts.length,
    holds,
    values(index) {
      let values = known.get(index);
      if (values === undefined) {
        const one = compileAlone(pattern, field, [texts[index] as string]).pattern;
        values = simplestFirst(sample(one, VARIETY), path).filter(holds);
        known.set(index, values);
      }
      return values;
    },
    misses() {
      if (misses === undefined) {
        const near = nearMisses(alone.pattern, VARIETY).map(({ event }) => event);
        misses = distinct([...simplestFirst(near, path), ...shapes]).filter((value) => !holds(value));
      }
      return misses;
    },
  };
}

/** A pattern with one field and some of its conditions. */
function compileAlone({ dialect, extensions }: Pattern, { path }: Field, conditions: readonly string[]): Matcher {
  const text = path.reduceRight((below, name) => `{${JSON.stringify(name)}:${below}}`, `[${conditions.join(',')}]`);
  return compilePattern(text, { dialect, extensions });
}

function simplestFirst(events: readonly string[], path: readonly string[]): Value[] {
  const values = distinct(events.map((event) => valueAt(readTree(event), path)));
  return values.sort((a, b) => textOf(a).length - textOf(b).length || (textOf(a) < textOf(b) ? -1 : 1));
}

function distinct(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [textOf(value), value])).values()];
}

function textOf(value: Value): string {
  return value === undefined ? '' : treeText(value);
}
