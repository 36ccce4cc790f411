/** Stream documents made from the tables: valid ones, and the places in them that can be broken. */
import fc from 'fast-check';
import type { Members, Shape, Struct } from '../../../src/client/model/shape.ts';
import { documents } from '../../../src/client/model/stream.ts';
import type { Json } from './documents.ts';

const root = documents.create;
const word = fc.stringMatching(/^[a-z]{1,6}$/);
/** A secret that occurs nowhere else. */
const secretWord = fc.stringMatching(/^[a-z0-9]{12}$/).map((text) => `s3cr3t-${text}`);
const upperOrLower = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, text.toLowerCase(), text.toUpperCase());

function target(values: readonly string[] | undefined, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const constant = (values === undefined ? text : fc.constantFrom(...values)).map((Value) => ({
    Form: 'CONSTANT',
    Value,
  }));
  if (values !== undefined) return constant;
  return fc.oneof(
    constant,
    fc.constant({ Form: 'ORIGINAL' }),
    word.map((name) => ({ Form: 'jsonpath', Value: `$.data.${name}` })),
    word.map((name) => ({ Form: 'TEMPLATE', Value: JSON.stringify({ [name]: '$.id' }), Template: `a \${${name}} b` })),
  );
}

function valueFor(shape: Shape): fc.Arbitrary<unknown> {
  const text = shape.secret === true ? secretWord : word;
  switch (shape.kind) {
    case 'choice':
      return fc.constantFrom(...shape.values).chain(upperOrLower);
    case 'numeral':
      return fc.integer({ min: shape.min, max: shape.max }).map(String);
    case 'number':
      return fc.integer({ min: shape.min ?? -1000, max: shape.max ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'any':
    case 'map':
      return fc.dictionary(word, fc.oneof(word, fc.integer()), { maxKeys: 2 });
    case 'target':
      return target(shape.values, text);
    case 'list':
      return fc.array(valueFor(shape.item), { maxLength: 2 });
    case 'object':
      return shape.target === true ? target(undefined, text) : group(shape);
    default:
      return text;
  }
}

/** Required members always, others sometimes; a chosen member has those that it needs, and a range is ordered. */
function group(shape: Struct, whole = false): fc.Arbitrary<Json> {
  const names = Object.keys(shape.members).filter((name) => !['Tag', 'FilterPattern'].includes(name));
  const model = Object.fromEntries(names.map((name) => [name, valueFor(shape.members[name] as Shape)]));
  const requiredKeys = names.filter(
    (name) => whole || shape.members[name]?.required !== undefined || isNeeded(name, shape.members),
  );
  return fc.record(model, { requiredKeys }).map((values) => {
    const [low = '', high = ''] = shape.order ?? [];
    const [from, to] = [values[low], values[high]];
    const copy: Json = { ...values };
    if (typeof from === 'number' && typeof to === 'number' && from > to)
      Object.assign(copy, { [low]: to, [high]: from });
    return copy;
  });
}

function isNeeded(name: string, members: Members): boolean {
  return Object.values(members).some(({ needs }) => needs?.some((need) => need.members.includes(name)) === true);
}

const { Source: source, Sink: sink, EventStreamingName: _, FilterPattern: __, ...more } = root.members;

/** A valid document without a warning for one source and one sink; `whole`: with every member that they have. */
export function documentOf(sourceName: string, sinkName: string, whole = false): fc.Arbitrary<Json> {
  const one = (of: Struct, name: string) =>
    group(of.members[name] as Struct, whole).map((values) => ({ [name]: values }));
  const rest = { ...root, members: more } as unknown as Struct;
  return fc.tuple(one(source, sourceName), one(sink, sinkName), group(rest)).map(([Source, Sink, values]) => ({
    EventStreamingName: 'orders',
    FilterPattern: '{"source":["acs.oss"]}',
    Source,
    Sink,
    ...values,
  }));
}

export const sourceNames = Object.keys(source.members);
export const sinkNames = Object.keys(sink.members).filter((name) => name !== 'SinkOdpsParameters');

export const anyDocument: fc.Arbitrary<Json> = fc
  .tuple(fc.constantFrom(...sourceNames), fc.constantFrom(...sinkNames))
  .chain(([from, to]) => documentOf(from, to));

export interface Place {
  readonly path: readonly (string | number)[];
  readonly shape: Shape;
  readonly value: unknown;
}

/** Every value of a document that is described by a table. */
export function placesOf(value: unknown, shape: Shape = root, path: Place['path'] = []): Place[] {
  const here = { path, shape, value };
  if (shape.kind === 'list')
    return [here, ...(value as unknown[]).flatMap((v, i) => placesOf(v, shape.item, [...path, i]))];
  const members: Members | undefined =
    shape.kind === 'object' ? shape.members : shape.kind === 'target' ? targetMembers : undefined;
  if (members === undefined) return [here];
  return [
    here,
    ...Object.entries(value as Json).flatMap(([name, v]) => placesOf(v, members[name] as Shape, [...path, name])),
  ];
}

const targetMembers = {
  Value: { kind: 'text or object' },
  Form: { kind: 'choice', values: ['ORIGINAL', 'JSONPATH', 'CONSTANT', 'TEMPLATE'] },
  Template: { kind: 'text', max: 10_240 },
} as const satisfies Members;
