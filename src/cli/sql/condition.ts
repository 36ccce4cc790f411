/**
 * A pattern as a necessary condition in SQL: it holds for every event that matches, and for some that do not. An engine reads JSON in its own
 * way, so each place where it may differ from the matcher is either left to the matcher or made wider.
 */
import { type Field, type Pattern, printCondition } from '../../index.ts';
import { type JsonNode, readJson } from '../../json.ts';
import { joinFields, standTogether } from './alternatives.ts';
import { namesWithDots } from './dotted-names.ts';
import type { Engine } from './engine.ts';
import { FieldWriter } from './field-writer.ts';

/** Why the condition of a field holds for more events than the field. */
export interface Widening {
  readonly path: readonly string[];
  readonly why: string;
}

export interface SqlCondition {
  readonly condition: string;
  readonly wider: readonly Widening[];
}

export function sqlCondition(
  { fields, dialect: { rules } }: Pattern,
  columnName: string,
  engine: Engine,
): SqlCondition {
  const column = engine.column(columnName);
  const wider: Widening[] = [];
  const objects = new Map<string, readonly string[]>([['[]', []]]);
  const isJoined = rules.names === 'joined';
  const all = joinFields(fields, (field) => {
    const { path } = field;
    const way = wayOf(path, rules);
    if (isJoined && way.includes('')) {
      wider.push({ path, why: 'an empty name joins in a way of its own; the field is left out' });
      return undefined;
    }
    if (engine.get(column, way) === undefined) {
      wider.push({ path, why: `${engine.title} cannot express a name on the way; the field is left out` });
      return undefined;
    }
    const writer = new FieldWriter(engine, rules, (why) => wider.push({ path, why }));
    const alike = isJoined ? replacing(field, fields) : [field];
    if (alike.length > 1) wider.push({ path, why: 'another field has the same path; the conditions of either hold' });
    const nodes = alike.flatMap(({ conditions }) =>
      conditions.map((condition) => readJson(printCondition(condition)).node as JsonNode),
    );
    const isInData = rules.fields === 'attributes-and-data' && path[0] === 'data';
    // A name with dots is also looked for as it is written.
    const ways = isJoined && path.length < way.length ? [way, path] : [way];
    const found = ways.flatMap((names) => {
      const value = engine.get(column, names);
      if (value === undefined) return [];
      if (rules.arrays === 'transparent') return [writer.writeThrough(nodes, column, names)];
      for (const [depth] of names.entries()) objects.set(JSON.stringify(names.slice(0, depth)), names.slice(0, depth));
      return [writer.write(nodes, value, isInData ? engine.get(column, ['data']) : undefined)];
    });
    return found.length === 1 ? (found[0] as string) : `(${found.join('\n    OR ')})`;
  });
  if (all === undefined) return { condition: 'true', wider: distinct(wider) };
  const guard = [engine.safe(column), ...[...objects.values()].flatMap((way) => engine.uniqueNames(column, way) ?? [])];
  if (isJoined) {
    const dotted = namesWithDots(fields.map(({ path }) => ({ path, way: wayOf(path, rules) })));
    for (const regexp of dotted) guard.push(`NOT ${engine.hasMatch(column, engine.text(regexp))}`);
  }
  // A row that the guard leaves out passes, also when the guard is NULL.
  return {
    condition: `CASE WHEN ${guard.join('\n  AND ')}\n  THEN coalesce(${all}, false)\n  ELSE true END`,
    wider: distinct(wider),
  };
}

/** The names of the members of an event on the way to a field. */
function wayOf(path: readonly string[], { names }: Pattern['dialect']['rules']): readonly string[] {
  if (names === 'joined') return path.join('.').split('.');
  if (names === 'literal') return path;
  // Names below `data` are paths.
  return path.flatMap((name, i) => (i === 0 ? name : name.split('.')));
}

/** The field with the others that may count in its place, since they have the same path. */
function replacing(field: Field, fields: readonly Field[]): readonly Field[] {
  const path = field.path.join('.');
  const index = fields.indexOf(field);
  const others = fields.filter(
    (other, i) => i !== index && other.path.join('.') === path && standTogether(fields, index, i),
  );
  return [field, ...others];
}

function distinct(all: readonly Widening[]): readonly Widening[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
