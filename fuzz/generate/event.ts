/**
 * Events for fields: random events almost never match, so every value is taken from those near the literals of its field,
 * and the reference interpreter says whether the field holds for it.
 */
import {
  type Change,
  changesOnTheWay,
  extraNames,
  inArray,
  type Placed,
  put,
  shapesOf,
  withExtras,
} from '../../test/support/arbitraries/event.ts';
import { NULL, objectNode, rearrange, spell } from '../../test/support/arbitraries/json-text.ts';
import { nearValues } from '../../test/support/arbitraries/near-values.ts';
import { type Json, type Member, writeJson } from '../../test/support/json.ts';
import { type DialectName, type Field, fieldHolds } from '../../test/support/reference.ts';
import type { Random } from '../random.ts';
import { anyNode, anyScalar } from './pattern.ts';

/** All fields of one path, and the values that lie near their conditions. */
interface Place {
  readonly path: readonly string[];
  readonly fields: readonly Field[];
  readonly near: readonly Json[];
}

/** So often a value is drawn before one of the other verdict is taken. */
const DRAWS = 12;

/** Makes events for the fields of one pattern, or of several at once. */
export class Aim {
  private readonly fields: readonly Field[];
  private readonly dialect: DialectName;
  private readonly places: readonly Place[];
  private readonly changes: readonly Change[];

  constructor(fields: readonly Field[], dialect: DialectName) {
    this.fields = fields;
    this.dialect = dialect;
    const keys = new Map(fields.map(({ path }) => [JSON.stringify(path), path]));
    this.places = Array.from(keys, ([key, path]) => {
      const same = fields.filter((field) => JSON.stringify(field.path) === key);
      return { path, fields: same, near: nearValues(same.flatMap(({ conditions }) => conditions)) };
    });
    this.changes = fields.flatMap(changesOnTheWay);
  }

  /** In about half of the events every field holds, in most others one field or one step of its path is wrong. */
  event(random: Random): Json {
    const { places } = this;
    const wrong = random.weighted<(index: number) => boolean>(
      [9, () => () => false],
      [5, () => only(random.below(Math.max(1, places.length)))],
      [2, () => () => random.once(2)],
    );
    let event: Json = objectNode([]);
    for (const [index, place] of places.entries()) {
      event = put(event, place.path, this.value(place, !wrong(index), random)) ?? event;
    }
    if (this.changes.length > 0 && random.once(8)) event = random.pick(this.changes)(event);
    return random.once(2) ? withExtras(event, this.extras(random), this.extras(random)) : event;
  }

  private value(place: Place, wanted: boolean, random: Random): Placed {
    let value: Placed;
    for (let draw = 0; draw < DRAWS; draw++) {
      value = candidate(place.near, random);
      const event = alone(place.path, value);
      // Where two fields of one path contradict each other, nothing will do.
      const holds = place.fields.every((field) =>
        fieldHolds({ ...field, path: PATHS[depthOf(field.path)] }, event, this.dialect),
      );
      if (holds === wanted) return value;
    }
    return value;
  }

  private extras(random: Random): Member[] {
    const names = extraNames(this.fields);
    const members = random.list(0, 2, (): Member => {
      return [random.pick(names), random.once(4) ? anyNode(random) : anyScalar(random)];
    });
    return [...new Map(members)];
  }
}

function only(at: number): (index: number) => boolean {
  return (index) => index === at;
}

/** Only whether a path has one step or more changes what a field sees, so values are tried at short paths. */
const PATHS = { one: ['x'], more: ['data', 'x'] } as const;

function depthOf(path: readonly string[]): keyof typeof PATHS {
  return path.length === 1 ? 'one' : 'more';
}

function alone(path: readonly string[], value: Placed): Json {
  const member = objectNode(value === undefined ? [] : [['x', value]]);
  return depthOf(path) === 'one' ? member : objectNode([['data', member]]);
}

/** Scalars twice as often as arrays of scalars and odd shapes together. */
function candidate(near: readonly Json[], random: Random): Placed {
  const at = random.below(near.length);
  const scalar = near[at] ?? NULL;
  return random.weighted<Placed>(
    [4, () => scalar],
    [1, () => inArray(scalar, random.below(3 * near.length), near)],
    [1, () => random.pick(shapesOf([scalar]))],
  );
}

/** The event as a plain text, or now and then with white space, escapes and duplicates. */
export function eventText(event: Json, random: Random): string {
  return random.weighted(
    [14, () => writeJson(event)],
    [5, () => otherText(event, random)],
    [1, () => withRawSurrogates(writeJson(event))],
  );
}

/** Lone surrogates as they are, which JSON allows in a string and UTF-8 does not. */
function withRawSurrogates(text: string): string {
  return text.replace(/\\\\|\\u(d[89a-f][0-9a-f]{2})/g, (all, unit: string | undefined) =>
    unit === undefined ? all : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** Another text of the same event: white space, escapes, another order, members that a later one of the same name hides. */
export function otherText(event: Json, random: Random): string {
  return spell(rearrange(event, random.below), random.below);
}
