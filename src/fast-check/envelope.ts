/** Arbitraries of the attributes of CloudEvents 1.0 and of data as real sources send them. */
import fc from 'fast-check';
import { anyJson, anyObject, anyScalar } from './json-text.ts';
import { once } from './once.ts';
import { anyName } from './text.ts';
import { type Member, objectText } from './tree.ts';

const quoted = (text: string): string => JSON.stringify(text);
const oneOf = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts).map(quoted);

/** The required attributes, in their usual order. */
const REQUIRED = {
  specversion: oneOf('1.0'),
  id: fc.oneof({ withCrossShrink: true }, fc.nat(99).map(String), fc.uuid()).map(quoted),
  source: oneOf('example', 'acs.oss', 'acs.ecs', 'acs.mns', 'acs.rocketmq', 'https://example.com/a?b=c#d'),
  type: oneOf(
    'example',
    'oss:ObjectCreated:PutObject',
    'ecs:Instance:StateChange',
    'mq:Topic:SendMessage',
    'mns:Queue:SendMessage',
  ),
};

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

const OPTIONAL = {
  subject: fc.oneof(oneOf('acs:oss:cn-hangzhou:1234567:bucket/game/123.jpg', ''), fc.webPath().map(quoted)),
  time: instant.map((date) => quoted(date.toISOString())),
  datacontenttype: oneOf('application/json', 'application/json; charset=utf-8', 'text/plain'),
  dataschema: fc.webUrl().map(quoted),
  aliyunaccountid: fc.nat().map((id) => quoted(String(id))),
  aliyunregionid: oneOf('cn-hangzhou', 'cn-beijing', 'eu-central-1'),
  aliyuneventbusname: oneOf('default', 'my-bus'),
  aliyunpublishtime: instant.map((date) => quoted(date.toISOString())),
};

/** Attributes of an event, each at most once; with `complete` the required ones are present. */
export function anyAttributes(complete: boolean): fc.Arbitrary<readonly Member[]> {
  const required = complete ? (Object.keys(REQUIRED) as (keyof typeof REQUIRED)[]) : [];
  return fc.record({ ...REQUIRED, ...OPTIONAL }, { requiredKeys: required }).map(Object.entries);
}

/** Data as in messages of queues and in changes of resources, or any JSON. */
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

/** Unknown members, and attributes and data with unusual values. */
export function anyExtras(...names: readonly string[]): fc.Arbitrary<readonly Member[]> {
  const member = fc.oneof(
    { weight: 2, arbitrary: fc.tuple(anyName(...names), anyJson()) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('data'), anyData()) },
  );
  return fc.uniqueArray(member, { maxLength: 3, selector: ([name]) => name });
}
