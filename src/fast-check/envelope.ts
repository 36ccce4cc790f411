/** Arbitraries of the members of events around their payload, and of payloads as real sources send them. */
import fc from 'fast-check';
import type { Dialect } from '../index.ts';
import { anyJson, anyObject, anyScalar } from './json-text.ts';
import { once } from './once.ts';
import { anyName } from './text.ts';
import { type Member, objectText } from './tree.ts';

const quoted = (text: string): string => JSON.stringify(text);
const oneOf = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts).map(quoted);

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const time = instant.map((date) => quoted(date.toISOString()));

/** Values of members of which a list of examples says too little. */
const FORMS: ReadonlyMap<string, fc.Arbitrary<string>> = new Map([
  ['id', fc.oneof({ withCrossShrink: true }, fc.nat(99).map(String), fc.uuid()).map(quoted)],
  ['time', time],
  ['subject', fc.webPath().map(quoted)],
  ['dataschema', fc.webUrl().map(quoted)],
  ['aliyunaccountid', fc.nat().map((id) => quoted(String(id)))],
  ['aliyunpublishtime', time],
  ['account', fc.nat().map((id) => quoted(String(id).padStart(12, '0')))],
]);

/** Members of an event outside of its payload, each at most once; with `complete` those that every event has are present. */
export function anyAttributes(
  { envelope, usual, keys, payload }: Dialect,
  complete: boolean,
): fc.Arbitrary<readonly Member[]> {
  const required = envelope.map(([name]) => name).filter((name) => name !== payload);
  const others = keys.filter((name) => name !== payload && !required.includes(name));
  const values = [...required, ...others].flatMap((name) => {
    const form = FORMS.get(name);
    const [, ...examples] = usual.find(([member]) => member === name) ?? [];
    const always = form === undefined ? envelope.filter(([member]) => member === name).map(([, text]) => text) : [];
    const texts = [...always, ...examples];
    const some = [...(texts.length === 0 ? [] : [fc.constantFrom(...texts)]), ...(form === undefined ? [] : [form])];
    return some.length === 0 ? [] : [[name, fc.oneof({ withCrossShrink: true }, ...some)] as const];
  });
  return fc.record(Object.fromEntries(values), { requiredKeys: complete ? required : [] }).map(Object.entries);
}

/** Payloads as in messages of queues and in changes of resources, or any JSON. */
export const anyData = once((): fc.Arbitrary<string> => {
  const body = fc.oneof(anyScalar(), anyObject(anyScalar()), anyJson());
  const shapes: Record<string, fc.Arbitrary<string>>[] = [
    { topic: oneOf('orders'), systemProperties: anyObject(anyScalar()), userProperties: anyObject(anyScalar()), body },
    { envelope: anyObject(anyScalar()), body, props: anyObject(anyScalar()) },
    { requestId: fc.uuid().map(quoted), messageId: fc.uuid().map(quoted), messageBody: body },
    {
      name: oneOf('i-1', 'i-2'),
      state: oneOf('Running', 'Stopped'),
      count: anyScalar(),
      tags: anyJson(),
      ip: fc.ipV4().map(quoted),
    },
    {
      bucket: oneOf('b').map((name) => objectText([['name', name]])),
      object: anyObject(anyScalar()),
      items: fc.array(anyObject(anyScalar()), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
    },
  ];
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: anyObject(anyJson()) },
    ...shapes.map((shape) => ({
      weight: 2,
      arbitrary: fc
        .record(shape, { requiredKeys: [] })
        .map((members) => objectText(Object.entries(members) as Member[])),
    })),
    { weight: 2, arbitrary: anyJson() },
  );
});

/** Unknown members, and attributes and payloads with unusual values. */
export function anyExtras({ payload }: Dialect, names: readonly string[]): fc.Arbitrary<readonly Member[]> {
  const member = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(anyName(...names), anyJson()) },
    { weight: 1, arbitrary: fc.tuple(fc.constant(payload), anyData()) },
  );
  return fc.uniqueArray(member, { maxLength: 3, selector: ([name]) => name });
}
