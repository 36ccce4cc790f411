/**
 * The fields of an alternative where arrays stand for their elements: conditions below one array hold in one element of it. Objects with a
 * name twice pass, and so do arrays in arrays in arrays.
 */
import type { JsonNode } from '../../json.ts';
import type { Engine } from './engine.ts';
import { type FieldWriter, isAbsence } from './field-writer.ts';

export interface PathField {
  /** The names on the way from the column. */
  readonly way: readonly string[];
  readonly conditions: readonly JsonNode[];
  readonly writer: FieldWriter;
}

/**
 * All fields of an alternative, by the texts of their paths, each path once. `isWhole`: none is left out, which could have chosen the element
 * in which another one is missing.
 */
export function writeTogether(fields: readonly PathField[], column: string, engine: Engine, isWhole: boolean): string {
  return new ElementWriter(engine, isWhole).object(column, fields, 0);
}

class ElementWriter {
  private readonly engine: Engine;

  private readonly isWhole: boolean;

  constructor(engine: Engine, isWhole: boolean) {
    this.engine = engine;
    this.isWhole = isWhole;
  }

  /** Fields below one object; the first `depth` names lead to it. */
  object(object: string, fields: readonly PathField[], depth: number): string {
    const byName = new Map<string, PathField[]>();
    for (const field of fields) {
      const name = field.way[depth] as string;
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [field]);
      else known.push(field);
    }
    const parts = [...byName].flatMap(([name, group]) => {
      const value = this.member(object, name, depth);
      const isHere = ({ way }: PathField): boolean => way.length === depth + 1;
      const below = group.filter((field) => !isHere(field));
      return [
        ...group.filter(isHere).map((field) => this.value(value, field, depth)),
        ...(below.length === 0 ? [] : [this.elements(value, below, depth)]),
      ];
    });
    return parts.length === 1 ? (parts[0] as string) : `(${parts.join('\n    AND ')})`;
  }

  private member(object: string, name: string, depth: number): string {
    return (depth === 0 ? this.engine.get : this.engine.getIn)(object, [name]) as string;
  }

  private value(value: string, field: PathField, depth: number): string {
    const { engine } = this;
    const { conditions, writer } = field;
    const held = conditions.filter((one) => !isAbsence(one));
    const isMet = (x: string): string => `(NOT ${writer.isContainer(x)} AND (${writer.some(held, x)}))`;
    const found = engine.each(value, 'x', (x) => engine.each(x, 'z', (z) => `(${engine.isArray(z)} OR ${isMet(z)})`));
    if (held.length === conditions.length) return found;
    const isMissing = this.absence(value, field, depth);
    return held.length === 0 ? isMissing : `(${found} OR ${isMissing})`;
  }

  /**
   * Fields below a value, in their order. The first one that has a value chooses the element in which the others are looked for: those before
   * it are missing in all elements.
   */
  private elements(value: string, fields: readonly PathField[], depth: number): string {
    const [first, ...others] = fields as [PathField, ...PathField[]];
    if (!this.isWhole) {
      const missing = fields.map((field) => this.absence(value, field, depth)).join(' AND ');
      const found = this.someElement(value, fields, depth);
      return fields.every(({ conditions }) => conditions.some(isAbsence)) ? `(${found} OR (${missing}))` : found;
    }
    const held = first.conditions.filter((one) => !isAbsence(one));
    const found = held.length > 0 && this.someElement(value, [{ ...first, conditions: held }, ...others], depth);
    if (found && held.length === first.conditions.length) return found;
    const rest = others.length === 0 ? [] : [this.elements(value, others, depth)];
    const missing = [this.absence(value, first, depth), ...rest].join(' AND ');
    return found ? `(${found} OR (${missing}))` : `(${missing})`;
  }

  private someElement(value: string, fields: readonly PathField[], depth: number): string {
    const { engine } = this;
    return engine.each(value, `e${depth}`, (outer) =>
      engine.each(outer, `f${depth}`, (element) => {
        const unique = engine.uniqueNames(element, []);
        const pass = [engine.isArray(element), ...(unique === undefined ? [] : [`NOT ${unique}`])];
        return `(${pass.join(' OR ')} OR ${this.object(element, fields, depth + 1)})`;
      }),
    );
  }

  /** Whether no value is at the path of a field, which goes on from a value. */
  private absence(value: string, field: PathField, depth: number): string {
    return `NOT coalesce(${this.presence(value, field, depth)}, false)`;
  }

  private presence(value: string, field: PathField, depth: number): string {
    const { engine } = this;
    const { way, writer } = field;
    return engine.each(value, `p${depth}`, (outer) =>
      engine.each(outer, `q${depth}`, (element) => {
        const name = way[depth + 1];
        if (name === undefined) return `NOT ${writer.isContainer(element)}`;
        return this.presence(this.member(element, name, depth + 1), field, depth + 1);
      }),
    );
  }
}
