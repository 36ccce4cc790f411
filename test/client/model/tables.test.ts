import { describe, expect, it } from 'vitest';
import type { EventStreamingDocument, TargetParameter } from '../../../src/client/model/index.ts';
import { asSent, isSecretMember, isSecretPath, secretNames } from '../../../src/client/model/index.ts';
import { isJsonPath } from '../../../src/client/model/json-path.ts';
import type { Shape, Struct } from '../../../src/client/model/shape.ts';
import { sinks } from '../../../src/client/model/sinks.ts';
import { sources } from '../../../src/client/model/sources.ts';
import { listed } from './listed.ts';

const tables: Readonly<Record<string, Struct>> = { ...sources, ...sinks };

/** Members that the data-plane SDK, the reference of RabbitMQ or the update adds to those of the control plane. */
const added: Readonly<Record<string, string>> = {
  SourceDTSParameters: 'RegionId:s',
  SourceKafkaParameters: 'ExtendConfig:map',
  SourceSLSParameters: 'ConsumerGroup:s, RegionId:s',
  SourceRabbitMQParameters: listed.SourceRabbitMQMsgSyncParameters as string,
  SourceRabbitMQMsgSyncParameters: listed.SourceRabbitMQParameters as string,
  SinkDataHubParameters: 'ContentSchema:TP, ContentType:TP',
  SinkFcParameters: 'BatchSize:TP, ExtendConfig:map',
  SinkKafkaParameters: 'ExtendConfig:map, SaslUser:TP',
};

/** `A:s, B:{C:s}` as a sorted list; a repeated member counts once. */
const split = (members: string): string[] => [
  ...new Set(members.split(/, (?![^{]*\})/).filter((member) => member !== '')),
];
const spelled = (name: string): string[] => split([listed[name], added[name]].filter(Boolean).join(', ')).sort();

function printed({ members }: Struct): string[] {
  return Object.entries(members)
    .map(([name, shape]) => `${name}:${letterOf(shape)}`)
    .sort();
}

function letterOf(shape: Shape): string {
  switch (shape.kind) {
    case 'number':
      return 'n';
    case 'boolean':
      return 'b';
    case 'target':
      return 'TP';
    case 'list':
      return `${letterOf(shape.item)}[]`;
    case 'object':
      return `{${printed(shape).join(', ')}}`;
    case 'any':
    case 'map':
      return shape.kind;
    default:
      return 's';
  }
}

describe('the tables', () => {
  it('have 22 sources, 27 sinks, and Odps', () => {
    expect(Object.keys(sources)).toHaveLength(22);
    expect(Object.keys(sinks)).toHaveLength(28);
    expect(Object.keys(tables).sort()).toEqual([...Object.keys(listed), 'SinkOdpsParameters'].sort());
  });

  it.each(Object.keys(listed))('have the listed members for %s', (name) => {
    expect(printed(tables[name] as Struct)).toEqual(spelled(name));
  });
});

describe('secrets', () => {
  it('include those that the design names', () => {
    expect(secretNames).toEqual(
      expect.arrayContaining(['Password', 'SaslPassword', 'SslKeyPassword', 'AccessKeySecret', 'ApiKey', 'Token']),
    );
    expect(secretNames).toEqual(expect.arrayContaining(['InstancePassword', 'AppSecret']));
  });

  it.each([
    ['Password', true],
    ['password', true],
    ['SaslPasword', true],
    ['SaslPasswd', true],
    ['securityToken', true],
    ['x-api-key', true],
    ['TokenPerMinute', false],
    ['NextToken', false],
    ['KmsSecretValueKey', false],
    ['Topic', false],
  ])('of %s: %s', (name, expected) => {
    expect(isSecretMember(name)).toBe(expected);
  });

  it('include all that is inside a secret', () => {
    expect(isSecretPath(['Sink', 'SinkDorisParameters', 'Password', 'Value'])).toBe(true);
    expect(isSecretPath(['Sink', 'SinkDorisParameters', 'Table', 'Value'])).toBe(false);
  });
});

describe('a JSONPath', () => {
  it.each([
    '$',
    '$.a',
    '$.data.a-b',
    '$..a',
    '$.*',
    "$['a b'].c",
    '$["a"]',
    '$[0]',
    '$.a[-1]',
    '$.a[*].b',
    '$.a[1:2]',
    '$.a[0,1]',
    '$.a[?(@.b == 1)].c',
    '$.a.length()',
    '$..[0]',
    '$.数据',
  ])('may be %s', (path) => expect(isJsonPath(path)).toBe(true));

  it.each(['', 'a', 'data.a', '$a', '$.', '$..', '$.a b', '$.a[', '$.a[]', '$.a[?(@.b', "$['a]", ' $.a', '${a}'])(
    'may not be %j',
    (path) => expect(isJsonPath(path)).toBe(false),
  );
});

describe('a document as it is sent', () => {
  const body = (Value: unknown): unknown => ({ Sink: { SinkMNSParameters: { Body: { Form: 'TEMPLATE', Value } } } });

  it('has objects in target parameters as JSON text, and the rest unchanged', () => {
    const rest = { Foo: { Value: { a: 1 } }, Transforms: [{ Arn: 'a' }] };
    expect(asSent({ ...rest, ...(body({ a: '$.a' }) as object) })).toEqual({
      ...rest,
      ...(body('{"a":"$.a"}') as object),
    });
    expect(asSent(body('$.a'))).toEqual(body('$.a'));
  });
});

describe('the types', () => {
  it('have the members, and require one source', () => {
    const name: TargetParameter = { Form: 'CONSTANT', Value: 'q' };
    const document: EventStreamingDocument = {
      EventStreamingName: 'orders',
      Source: { SourceMNSParameters: { QueueName: 'orders' } },
      Sink: { SinkMNSParameters: { QueueName: name } },
      RunOptions: { BusinessOption: { BusinessMode: 'EventNumMode' } },
    };
    const wrong: unknown[] = [
      // @ts-expect-error two sources
      { ...document, Source: { SourceMNSParameters: {}, SourceSLSParameters: {} } } satisfies EventStreamingDocument,
      // @ts-expect-error no source
      { ...document, Source: {} } satisfies EventStreamingDocument,
      // @ts-expect-error a member that is misspelled
      { ...document, Source: { SourceMNSParameters: { QueueNmae: 'q' } } } satisfies EventStreamingDocument,
      // @ts-expect-error a number where a string is meant
      { ...document, Sink: { SinkMNSParameters: { QueueName: { Value: 5 } } } } satisfies EventStreamingDocument,
      // @ts-expect-error a business option without its mode
      { ...document, RunOptions: { BusinessOption: {} } } satisfies EventStreamingDocument,
    ];
    expect(wrong).toHaveLength(5);
  });
});
