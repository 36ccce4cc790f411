/**
 * Generates events for one pattern. Random events almost never match, so every field's value is chosen near the field's own literals, and
 * the judge sorts the values into those for which the field holds and the others.
 */
import fc from 'fast-check';
import type { Json, Member } from '../json.ts';
import { memberOf, readJson, writeJson } from '../json.ts';
import type { AnyDialect, DialectName, Field } from '../reference.ts';
import { fieldHolds, fieldsOf } from '../reference.ts';
import { awsEventFor } from './aws-event.ts';
import {
  anyNode,
  anyScalar,
  arrayNode,
  choices,
  chooser,
  NULL,
  objectNode,
  rearrange,
  spell,
  textNode,
} from './json-text.ts';
import { nearValues } from './near-values.ts';

/** The value at a field's path in an event; undefined for a missing member. */
export type Placed = Json | undefined;

/**
 * Texts of events for an accepted pattern. In about half of them every field holds, in most others one field or one step of its path is
 * wrong, and the rest is a mixture.
 */
export function eventFor(patternText: string, dialect: AnyDialect): fc.Arbitrary<string> {
  if (dialect === 'aws') return awsEventFor(patternText);
  const fields = fieldsOf(readJson(patternText), dialect);
  const plain = fc.constant<number[]>([]);
  const layout = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: choices() });
  return fc
    .tuple(placedValues(fields, dialect), detour(fields), extras(fields), extras(fields), layout)
    .map(([values, change, besideFields, besideData, picked]) => {
      const choose = chooser(picked);
      const event = change(eventWith(fields, values));
      return spell(rearrange(withExtras(event, besideFields, besideData), choose), choose);
    });
}

function placedValues(fields: readonly Field[], dialect: DialectName): fc.Arbitrary<Placed[]> {
  const sorted = fields.map((field) => sortedValues(field, dialect));
  const hits = fc.tuple(...sorted.map(({ hit }) => hit));
  const misses = fc.tuple(...sorted.map(({ miss }) => miss));
  const wrong = fc.oneof(
    { weight: 9, arbitrary: fc.constant<'none'>('none') },
    { weight: 6, arbitrary: fc.nat() },
    { weight: 1, arbitrary: fc.array(fc.boolean(), { minLength: fields.length, maxLength: fields.length }) },
  );
  return fc.tuple(hits, misses, wrong).map(([good, bad, which]) =>
    good.map((value, index) => {
      if (which === 'none') return value;
      const isWrong = typeof which === 'number' ? which % fields.length === index : which[index];
      return isWrong ? bad[index] : value;
    }),
  );
}

interface Sorted {
  readonly hit: fc.Arbitrary<Placed>;
  readonly miss: fc.Arbitrary<Placed>;
}

function sortedValues(field: Field, dialect: DialectName): Sorted {
  const scalars = nearValues(field.conditions);
  const groups = [scalars, scalars.map(inArray), shapesOf(scalars)].map((group) => {
    const holds = group.map((value) => fieldHolds(field, eventWith([field], [value]), dialect));
    return { hits: group.filter((_, index) => holds[index]), misses: group.filter((_, index) => !holds[index]) };
  });
  const miss = oneOfGroups(groups.map(({ misses }) => misses));
  // A field that no value satisfies has only misses.
  const hit = groups.some(({ hits }) => hits.length > 0) ? oneOfGroups(groups.map(({ hits }) => hits)) : miss;
  return { hit, miss };
}

/** Scalars twice as often as arrays of scalars, and as other shapes. */
function oneOfGroups(groups: readonly (readonly Placed[])[]): fc.Arbitrary<Placed> {
  const filled = groups
    .map((group, index) => ({ group, weight: index === 0 ? 4 : 1 }))
    .filter(({ group }) => group.length > 0);
  return fc.oneof(...filled.map(({ group, weight }) => ({ weight, arbitrary: fc.constantFrom(...group) })));
}

/** An array of the scalar alone, or with one neighbour before or after it. */
export function inArray(scalar: Json, index: number, scalars: readonly Json[]): Json {
  const neighbour = scalars[(index * 7 + 3) % scalars.length] ?? scalar;
  return arrayNode([[scalar], [scalar, neighbour], [neighbour, scalar]][index % 3] ?? []);
}

export function shapesOf(scalars: readonly Json[]): Placed[] {
  const value = scalars.at(-1) ?? NULL;
  const empty = objectNode([]);
  const wrapped = [arrayNode([value, empty]), arrayNode([arrayNode([value])]), objectNode([['z', value]])];
  return [undefined, undefined, undefined, arrayNode([]), empty, ...wrapped];
}

/** The smallest event with the values at the paths of the fields. The parents of a missing value exist. */
function eventWith(fields: readonly Field[], values: readonly Placed[]): Json {
  return fields.reduce<Json>((event, { path }, index) => put(event, path, values[index]) ?? event, objectNode([]));
}

/** The node with another value at the path; other values on the path are replaced, and undefined removes the member. */
export function put(node: Placed, path: readonly string[], value: Placed): Placed {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const members = node?.kind === 'object' ? node.members : [];
  const child = put(node && memberOf(node, name), rest, value);
  const others = members.filter(([other]) => other !== name);
  return objectNode(child === undefined ? others : [...others, [name, child]]);
}

function valueAt(node: Placed, path: readonly string[]): Placed {
  return path.reduce<Placed>((found, name) => found && memberOf(found, name), node);
}

export type Change = (event: Json) => Json;

/** Mostly no change; otherwise one on the path of a field: another value in the place of an object, or a dot read otherwise. */
function detour(fields: readonly Field[]): fc.Arbitrary<Change> {
  const none = fc.constant<Change>((event) => event);
  const changes = fields.flatMap(changesOnTheWay);
  if (changes.length === 0) return none;
  return fc.oneof({ weight: 7, arbitrary: none }, { weight: 1, arbitrary: fc.constantFrom(...changes) });
}

/** The errors on the path of a field's value. */
export function changesOnTheWay(field: Field): Change[] {
  return [...replacedSteps(field), ...otherReading(field)];
}

function replacedSteps({ path }: Field): Change[] {
  const parents = path.slice(1).map((_, index) => path.slice(0, index + 1));
  const replacements: ((old: Json) => Placed)[] = [
    () => undefined,
    () => NULL,
    (old) => arrayNode([old]),
    (old) => textNode(writeJson(old)),
  ];
  return parents.flatMap((parent) =>
    replacements.map((replace): Change => {
      return (event) => put(event, parent, replace(valueAt(event, parent) ?? NULL)) ?? event;
    }),
  );
}

/** For a dotted name: the value is also, or only, where the other dialect reads it. */
function otherReading({ path, written }: Field): Change[] {
  const split = path.flatMap((name) => name.split('.'));
  const other = path.length === written.length ? split : written;
  if (other.length === path.length) return [];
  const copy: Change = (event) => put(event, other, valueAt(event, path)) ?? event;
  const move: Change = (event) => put(put(event, path, undefined), other, valueAt(event, path)) ?? event;
  return [copy, move];
}

function extras(fields: readonly Field[]): fc.Arbitrary<Member[]> {
  const names = extraNames(fields);
  const value = fc.oneof({ weight: 3, arbitrary: anyScalar() }, { weight: 1, arbitrary: anyNode() });
  return fc.uniqueArray(fc.tuple(fc.constantFrom(...names), value), { maxLength: 2, selector: ([name]) => name });
}

/** Names of members that no field reads. */
export function extraNames(fields: readonly Field[]): string[] {
  const used = new Set(fields.flatMap(({ path }) => path));
  const names = ['extra', 'Data', 'DATA', 'z', '', 'a.b', 'constructor', '__proto__', '中'];
  return names.filter((name) => !used.has(name));
}

export function withExtras(event: Json, besideFields: readonly Member[], besideData: readonly Member[]): Json {
  if (event.kind !== 'object') return event;
  const members = event.members.map(([name, value]): Member => {
    const grows = name === 'data' && value.kind === 'object';
    return [name, grows ? objectNode([...besideData, ...value.members]) : value];
  });
  return objectNode([...besideFields, ...members]);
}
