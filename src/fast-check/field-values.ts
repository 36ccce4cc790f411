/** What a pattern asks of an event, field by field, and values on both sides of each field's border. */
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

/** What stands at the path of a field; undefined is nothing. */
export type Value = Tree | undefined;

export interface AskedField {
  /** The member names that an event is stepped through. */
  readonly path: readonly string[];
  /** How many conditions there are, without duplicates. */
  readonly conditions: number;
  /** Different values for which a condition holds, simplest first. None if the condition contradicts itself, or no object has its number text. */
  values(condition: number): readonly Value[];
  /** Different values for which the field does not hold, simplest first. */
  misses(): readonly Value[];
  holds(value: Value): boolean;
}

/** From so many values of a condition one is drawn, and then changed. */
const VARIETY = 12;

/** Nothing holds for these, but that a field may want nothing. */
const PLAIN_SHAPES: readonly Value[] = ['null', new Map(), undefined];
const SHAPES: readonly Value[] = [...PLAIN_SHAPES, '[]', '[{}]'];

export function askedFields({ pattern, explain }: Matcher, as: As, arrays: boolean): AskedField[] {
  const { fields } = explain('{}');
  return pattern.fields.map((field, i) =>
    askedField(pattern, field, fields[i] as FieldExplanation, as, arrays ? SHAPES : PLAIN_SHAPES),
  );
}

function askedField(
  pattern: Pattern,
  field: Field,
  { path, conditions }: FieldExplanation,
  as: As,
  shapes: readonly Value[],
): AskedField {
  const texts = conditions.map(({ text }) => text);
  const alone = compileAlone(pattern, field, texts);
  // Below `data` nothing holds where there is no `data`.
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

/** A pattern of one field, with some of its conditions. */
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
