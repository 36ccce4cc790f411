import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStream, isSecretMember, type StreamFinding, streamSchema } from '../../../src/client/model/index.ts';
import { pointerTo } from '../../../src/index.ts';
import { runs } from '../../support/runs.ts';
import { anyDocument, documentOf, type Place, placesOf, sinkNames, sourceNames } from './arbitrary.ts';
import { changed, type Json, valid } from './documents.ts';

const check = (document: unknown): readonly StreamFinding[] => checkStream(document, { operation: 'create' });
const told = (document: unknown): string[] => check(document).map((f) => `${f.severity} ${f.code} ${f.pointer}`);

/** A document and one of the places in it that `which` accepts. */
const placeIn = (which: (place: Place) => boolean): fc.Arbitrary<readonly [Json, Place]> =>
  anyDocument
    .chain((document) => {
      const places = placesOf(document).filter(which);
      return fc.tuple(fc.constant(document), places.length === 0 ? fc.constant(undefined) : fc.constantFrom(...places));
    })
    .filter((pair): pair is [Json, Place] => pair[1] !== undefined);

const holder = (path: Place['path']): string => pointerTo(path.slice(0, -1));
const isRoot = ({ path }: Place): boolean => path.length === 0;
const hasMembers = ({ shape }: Place): boolean => shape.kind === 'object' || shape.kind === 'target';
const wrongTypeFor = ({ shape }: Place): unknown => (shape.kind === 'number' || shape.kind === 'boolean' ? 'x' : 7);

/** Every source beside every sink in a full run, and each of them once or more otherwise. */
const ends = sourceNames
  .flatMap((source, i) => sinkNames.map((sink, j) => ({ source, sink, isKept: (i + j) % sourceNames.length === 0 })))
  .filter(({ isKept }) => isKept || process.env.EB_PATTERN_RUNS === '1');

describe('a document made from the tables', () => {
  it('of every source and sink has no finding', () => {
    expect(new Set(ends.map(({ source }) => source)).size).toBe(sourceNames.length);
    expect(new Set(ends.map(({ sink }) => sink)).size).toBe(sinkNames.length);
    for (const { source, sink } of ends) {
      fc.assert(
        fc.property(documentOf(source, sink), (document) => {
          expect(told(document)).toEqual([]);
        }),
        { numRuns: 4 },
      );
    }
  });

  it('of every source and sink may have every member', () => {
    for (const { source, sink } of ends) {
      const [document] = fc.sample(documentOf(source, sink, true), { numRuns: 1, seed: 1 });
      expect(told(document)).toEqual([]);
    }
  });

  it('has exactly one finding for a value of the wrong type', () => {
    fc.assert(
      fc.property(
        placeIn((place) => !isRoot(place) && place.shape.kind !== 'any'),
        ([document, place]) => {
          const wrong = changed(document, place.path, wrongTypeFor(place));
          expect(told(wrong)).toEqual([`error wrong-type ${pointerTo(place.path)}`]);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('has exactly one finding for an object given as a string', () => {
    fc.assert(
      fc.property(
        placeIn((place) => !isRoot(place) && ['object', 'target', 'list', 'map'].includes(place.shape.kind)),
        ([document, place]) => {
          const wrong = changed(document, place.path, JSON.stringify(place.value));
          expect(told(wrong)).toEqual([`error json-in-string ${pointerTo(place.path)}`]);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('has exactly one finding for a missing required member', () => {
    fc.assert(
      fc.property(
        placeIn(({ shape }) => shape.required !== undefined),
        ([document, { path, shape }]) => {
          const severity = shape.required === 'always' ? 'error' : 'warning';
          expect(told(changed(document, path, undefined))).toEqual([`${severity} missing-member ${holder(path)}`]);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('has exactly one finding for a value outside its set or range', () => {
    const bounded = ({ shape }: Place): boolean =>
      shape.kind === 'choice' || shape.kind === 'numeral' || (shape.kind === 'number' && shape.max !== undefined);
    fc.assert(
      fc.property(placeIn(bounded), ([document, { path, shape }]) => {
        // A minimum that is too small, or a maximum that is too large, so that their order stays right.
        const outside = shape.kind === 'number' ? (String(path.at(-1)).startsWith('Min') ? 0 : 1000) : '1001';
        const also = shape.kind === 'choice' && shape.also !== undefined ? 'noon' : outside;
        const code = shape.kind === 'choice' ? 'value-not-in-set' : 'value-out-of-range';
        expect(told(changed(document, path, also))).toEqual([`error ${code} ${pointerTo(path)}`]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('has exactly one finding for an unknown member', () => {
    fc.assert(
      fc.property(placeIn(hasMembers), ([document, { path, shape }]) => {
        const findings = told(changed(document, [...path, 'Zzzzzzzzz'], 1));
        const isChoiceOfTypes = shape.kind === 'object' && shape.exactlyOne === true;
        expect(findings).toEqual([
          isChoiceOfTypes
            ? `error several-endpoints ${pointerTo(path)}`
            : `warning unknown-member ${pointerTo([...path, 'Zzzzzzzzz'])}`,
        ]);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Any JavaScript value, and documents with one inside. */
const hostile = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc
    .tuple(
      placeIn(() => true),
      fc.anything({ withBigInt: true, withNullPrototype: true }),
    )
    .map(([[document, { path }], value]) => changed(document, path, value)),
);

describe('any input', () => {
  it('gets findings and is not changed', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('create', 'update'),
        fc.constantFrom('rest', 'openapi-v2', 'rpc', 'api'),
        (document, operation, transport) => {
          const findings = checkStream(document, { operation, transport });
          for (const { message, pointer } of findings)
            expect([typeof message, pointer === '' || pointer.startsWith('/')]).toEqual(['string', true]);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  const cyclic: Json = { ...valid };
  cyclic.Transforms = [cyclic];
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  let shared: unknown = 1;
  for (let i = 0; i < 60; i++) shared = [shared, shared];
  const throwing = (name: string): object =>
    Object.defineProperty({}, name, {
      enumerable: true,
      get: () => {
        throw new Error('s3cr3t');
      },
    });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  it.each([
    ['contains itself', cyclic, ['error not-json-value /Transforms/0']],
    ['is very deep', { ...valid, Foo: deep }, ['error too-deep /Foo']],
    ['is small in memory and endless as JSON', { ...valid, Foo: shared }, ['error body-too-large ']],
    ['is a huge array of nothing', { ...valid, Foo: new Array(4e9) }, ['error body-too-large ']],
    ['has a getter that throws', { ...valid, Foo: throwing('a') }, ['error not-json-value /Foo']],
    [
      'has getters that throw, side by side and deep inside',
      {
        Foo: throwing('a'),
        Bar: {
          b: { d: Symbol('x') },
          c: throwing('a'),
          get e(): unknown {
            throw new Error('s3cr3t');
          },
        },
        Baz: () => 1,
      },
      [
        'error not-json-value /Foo',
        'error not-json-value /Bar',
        'error not-json-value /Bar/b/d',
        'error not-json-value /Bar/c',
        'error not-json-value /Baz',
      ],
    ],
    ['has a toJSON that throws', { ...valid, Foo: throwing('toJSON') }, ['error not-json-value /Foo']],
    ['is a proxy that was revoked', proxy, ['error not-json-value ']],
    ['has a function', { ...valid, Foo: () => 1 }, ['error not-json-value /Foo']],
    [
      'has a number that JSON cannot represent',
      { ...valid, RunOptions: { MaximumTasks: Number.POSITIVE_INFINITY } },
      ['error not-json-value /RunOptions/MaximumTasks'],
    ],
    ['has members that are undefined, as if they were not there', { ...valid, Description: undefined }, []],
    ['has a date, which is sent as a string', { ...valid, Description: new Date(0) }, []],
    ['is undefined', undefined, ['error stream-not-object ']],
    ['is null', null, ['error stream-not-object ']],
    ['is text', JSON.stringify(valid), ['error stream-not-object ']],
    ['is a list', [valid], ['error stream-not-object ']],
  ] as const)('that %s gets findings', (_, document, expected) => {
    expect(told(document)).toEqual(expected);
  });

  it('of hundreds of kilobytes gets as many findings as are kept', () => {
    const names = Object.fromEntries(Array.from({ length: 40_000 }, (_, i) => [`Querename${i}`, 1]));
    const list = Array.from({ length: 40_000 }, () => 7);
    expect(check({ ...valid, ...names })).toHaveLength(100);
    expect(check({ ...valid, Transforms: list })).toHaveLength(100);
  });
});

describe('a secret', () => {
  const secretsIn = (value: unknown, inside = false): string[] => {
    if (typeof value === 'string') return inside && value.startsWith('s3cr3t-') ? [value] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, member]) => secretsIn(member, inside || isSecretMember(name)));
  };
  const SECRET = 's3cr3t-0123456789ab';
  const leaks = (document: unknown): void => {
    const text = JSON.stringify([
      ...checkStream(document, { operation: 'create', transport: 'openapi-v2' }),
      ...checkStream(document, { operation: 'update' }),
    ]);
    for (const secret of [...secretsIn(document), SECRET]) expect(text).not.toContain(secret);
  };

  it('is in no finding of any document', () => {
    fc.assert(
      fc.property(
        placeIn((place) => !isRoot(place)),
        fc.anything(),
        ([document, { path }], value) => {
          leaks(document);
          // A secret contains only the secret text, in any form, so that any leak is a leak of the secret.
          if (!path.some((part) => isSecretMember(String(part)))) leaks(changed(document, path, value));
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  const wrongs: readonly unknown[] = [
    SECRET,
    [SECRET],
    { a: SECRET },
    { Value: SECRET, Form: SECRET, Template: `\${${SECRET}}` },
    { Value: SECRET, Form: 'JSONPATH' },
    { Value: SECRET, Form: 'CONSTANT', Template: SECRET },
    { Value: SECRET, Form: 'TEMPLATE', Template: `\${${SECRET}}` },
    JSON.stringify({ Value: SECRET }),
  ];
  const members = [
    ['SinkDorisParameters', 'Password'],
    ['SinkPrometheusParameters', 'HeaderParameters'],
    ['SinkHttpsParameters', 'Token'],
    ['SinkHttpsParameters', 'Passwort'],
    ['SinkApacheKafkaParameters', 'SaslPassword'],
    ['SinkDashVectorParameters', 'ApiKey'],
  ] as const;
  it.each(members)('is not shown in a wrong form: %s, %s', (sink, member) => {
    for (const wrong of wrongs) {
      leaks({ ...valid, Sink: { [sink]: { [member]: wrong } } });
      leaks({ ...valid, Sink: JSON.stringify({ [sink]: { [member]: wrong } }) });
      leaks({ ...valid, Sink: { [sink]: JSON.stringify({ [member]: wrong }) } });
    }
  });
});

describe('the JSON Schema', () => {
  /** The codes that a schema can express; the others relate members to each other, or parse text. */
  const formal: ReadonlySet<string> = new Set([
    'stream-not-object',
    'json-in-string',
    'wrong-type',
    'missing-member',
    'no-endpoint',
    'several-endpoints',
    'only-on-openapi-v2',
    'value-not-in-set',
    'value-out-of-range',
    'text-too-long',
    'too-many-items',
    'invalid-name',
  ]);
  const families = [
    ['others', 'rest'],
    ['openapi-v2', 'openapi-v2'],
  ] as const;

  it.each(families)('of the family %s refuses exactly what the check calls an error of form', (family, transport) => {
    const accepts = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(streamSchema(family));
    let refused = 0;
    const document = fc.oneof(
      anyDocument,
      fc.json().map((text): unknown => JSON.parse(text)),
      fc
        .tuple(
          placeIn(() => true),
          fc.json(),
        )
        .map(([[whole, { path }], text]) => changed(whole, path, JSON.parse(text))),
      placeIn((place) => !isRoot(place)).map(([whole, { path }]) => changed(whole, path, undefined)),
    );
    fc.assert(
      fc.property(document, (value) => {
        const errors = checkStream(value, { operation: 'create', transport }).filter(
          ({ severity, code }) => severity === 'error' && formal.has(code),
        );
        if (errors.length > 0) refused++;
        expect(accepts(value)).toBe(errors.length === 0);
      }),
      { numRuns: runs(3000) },
    );
    expect(refused).toBeGreaterThan(runs(3000) / 5);
  });
});
