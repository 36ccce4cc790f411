import { describe, expect, it } from 'vitest';
import {
  type CheckStreamOptions,
  checkBusinessOption,
  checkName,
  checkStream,
} from '../../../src/client/model/index.ts';
import { type Json, over, valid, withBody, withSink, withSource } from './documents.ts';

type Case = readonly [
  what: string,
  document: unknown,
  expected: readonly string[],
  options?: Partial<CheckStreamOptions>,
];

/** `severity code pointer`, followed by the pointer into the pattern when there is one. */
const told = (document: unknown, options: Partial<CheckStreamOptions> = {}): string[] =>
  checkStream(document, { operation: 'create', ...options }).map(
    ({ severity, code, pointer, patternPointer }) =>
      `${severity} ${code} ${pointer}${patternPointer === undefined ? '' : ` ${patternPointer}`}`,
  );

function table(cases: readonly Case[]): void {
  for (const [what, document, expected, options] of cases) {
    it(what, () => expect(told(document, options)).toEqual(expected));
  }
}

const without = (name: string): Json => {
  const { [name]: _, ...rest } = valid as Json;
  return rest;
};

describe('the name of a stream', () => {
  const bad = 'error invalid-name /EventStreamingName';
  const cases: readonly (readonly [name: unknown, expected: readonly string[]])[] = [
    ['a', []],
    ['9-a-B', []],
    ['a'.repeat(127), []],
    ['a'.repeat(128), [bad]],
    ['', [bad]],
    ['-a', [bad]],
    ['_a', [bad]],
    ['a b', [bad]],
    ['é', [bad]],
    ['a_b', ['warning underscore-in-name /EventStreamingName']],
    [5, ['error wrong-type /EventStreamingName']],
  ];

  it.each(cases)('is judged alike in a document and alone: %j', (name, expected) => {
    expect(told(over({ EventStreamingName: name }))).toEqual(expected);
    expect(checkName(name).map((f) => `${f.severity} ${f.code} ${f.pointer}`)).toEqual(expected);
  });

  it('has the limit of its length in the message', () => {
    expect(checkName('a'.repeat(130))[0]?.message).toBe(
      'the name is not valid: it has 130 characters, and the service cuts off what is beyond 127',
    );
  });
});

describe('the source and the sink', () => {
  const mns = { SourceMNSParameters: { QueueName: 'q' } };
  table([
    ['a valid document has no finding', valid, []],
    ['no source is an error', without('Source'), ['error missing-member ']],
    ['no sink is an error', without('Sink'), ['error missing-member ']],
    ['a source without a type is an error', over({ Source: {} }), ['error no-endpoint /Source']],
    ['a sink without a type is an error', over({ Sink: {} }), ['error no-endpoint /Sink']],
    [
      'two sources are an error',
      over({ Source: { ...mns, SourceEventBusParameters: {} } }),
      ['error several-endpoints /Source'],
    ],
    [
      'a second member is one too many, known or not',
      over({ Source: { ...mns, Foo: 1 } }),
      ['error several-endpoints /Source'],
    ],
    [
      'an unknown type may be new',
      over({ Source: { SourceMNSParameter: {} } }),
      ['warning unknown-member /Source/SourceMNSParameter'],
    ],
    [
      'a source that is a string of JSON is an error',
      over({ Source: JSON.stringify(mns) }),
      ['error json-in-string /Source'],
    ],
    ['a source that is another string is an error', over({ Source: 'mns' }), ['error wrong-type /Source']],
    [
      'Odps is known on the data plane only',
      withSink('SinkOdpsParameters', {}),
      ['error only-on-openapi-v2 /Sink/SinkOdpsParameters'],
    ],
    ['Odps passes on openapi-v2', withSink('SinkOdpsParameters', {}), [], { transport: 'openapi-v2' }],
    [
      'Odps does not pass on rpc',
      withSink('SinkOdpsParameters', {}),
      ['error only-on-openapi-v2 /Sink/SinkOdpsParameters'],
      { transport: 'rpc' },
    ],
  ]);
});

describe('required members', () => {
  const stars: Readonly<Record<string, readonly string[]>> = {
    SourceRabbitMQParameters: ['VirtualHostName', 'QueueName'],
    SourceRocketMQParameters: ['GroupID'],
    SourceKafkaParameters: ['ConsumerGroup'],
    SourceMQTTParameters: ['InstanceId', 'Topic'],
    SourceDTSParameters: ['BrokerUrl', 'Topic', 'Sid', 'Username', 'Password', 'InitCheckPoint', 'TaskId'],
    SourceSLSParameters: ['Project', 'LogStore', 'RoleName'],
  };

  it.each(Object.entries(stars))('of %s are those of the data-plane SDK', (source, names) => {
    for (const [transport, severity] of [
      ['openapi-v2', 'error'],
      ['rest', 'warning'],
      ['rpc', 'warning'],
      ['api', 'warning'],
    ] as const) {
      const findings = checkStream(withSource(source, {}), { operation: 'create', transport });
      expect(findings.map((f) => f.params.name).sort()).toEqual([...names].sort());
      for (const f of findings)
        expect(f).toMatchObject({ severity, code: 'missing-member', pointer: `/Source/${source}` });
    }
  });

  table([
    [
      'the members of the reference alone are enough for the message synchronisation',
      withSource('SourceRabbitMQMsgSyncParameters', {}),
      [],
      { transport: 'openapi-v2' },
    ],
    [
      'a business option has a mode',
      over({ RunOptions: { BusinessOption: {} } }),
      ['error missing-member /RunOptions/BusinessOption'],
    ],
  ]);
});

describe('values', () => {
  const rabbit = (parameters: Json): Json => withSource('SourceRabbitMQMsgSyncParameters', parameters);
  const at = (code: string, member: string): string =>
    `error ${code} /Source/SourceRabbitMQMsgSyncParameters/${member}`;
  const rocket = (parameters: Json): Json => withSource('SourceRocketMQParameters', { GroupID: 'g', ...parameters });
  const option = (low: unknown, high: unknown): Json =>
    over({
      RunOptions: {
        BusinessOption: { BusinessMode: 'CapacityUnitMode', MinCapacityUnitCount: low, MaxCapacityUnitCount: high },
      },
    });
  const window = (CountBasedWindow: unknown): Json => over({ RunOptions: { BatchWindow: { CountBasedWindow } } });
  const units = '/RunOptions/BusinessOption/MinCapacityUnitCount';
  table([
    ['OrderConsume is a string', rabbit({ OrderConsume: true }), [at('wrong-type', 'OrderConsume')]],
    ['OrderConsume is true or false', rabbit({ OrderConsume: 'yes' }), [at('value-not-in-set', 'OrderConsume')]],
    ['BodyDataType has three values', rabbit({ BodyDataType: 'XML' }), [at('value-not-in-set', 'BodyDataType')]],
    ['case does not matter', rabbit({ BodyDataType: 'TEXT', OrderConsume: 'TRUE', NetworkType: 'publicnetwork' }), []],
    ['NetworkType has two values', rabbit({ NetworkType: 'Private' }), [at('value-not-in-set', 'NetworkType')]],
    ['PrefetchCount "1" passes', rabbit({ PrefetchCount: '1' }), []],
    ['PrefetchCount "1000" passes', rabbit({ PrefetchCount: '1000' }), []],
    ['PrefetchCount "0" does not', rabbit({ PrefetchCount: '0' }), [at('value-out-of-range', 'PrefetchCount')]],
    ['PrefetchCount "1001" does not', rabbit({ PrefetchCount: '1001' }), [at('value-out-of-range', 'PrefetchCount')]],
    ['PrefetchCount 100 is no string', rabbit({ PrefetchCount: 100 }), [at('wrong-type', 'PrefetchCount')]],
    [
      'InstanceType of RocketMQ has three values',
      rocket({ InstanceType: 'Cloud_6' }),
      ['error value-not-in-set /Source/SourceRocketMQParameters/InstanceType'],
    ],
    ['a timestamp goes with its offset', rocket({ Offset: 'CONSUME_FROM_TIMESTAMP', Timestamp: 1 }), []],
    [
      'an offset from a time needs the time',
      rocket({ Offset: 'consume_from_timestamp' }),
      ['error offset-without-timestamp /Source/SourceRocketMQParameters/Offset'],
    ],
    [
      'SLS starts at the begin',
      withSource('SourceSLSParameters', { Project: 'p', LogStore: 'l', RoleName: 'r', ConsumePosition: 'begin' }),
      [],
    ],
    [
      'SLS starts at a second',
      withSource('SourceSLSParameters', { Project: 'p', LogStore: 'l', RoleName: 'r', ConsumePosition: '1767225600' }),
      [],
    ],
    [
      'SLS does not start at a date',
      withSource('SourceSLSParameters', { Project: 'p', LogStore: 'l', RoleName: 'r', ConsumePosition: '2026-01-01' }),
      ['error value-not-in-set /Source/SourceSLSParameters/ConsumePosition'],
    ],
    ['capacity from 1 to 999 passes', option(1, 999), []],
    ['capacity 0 does not', option(0, 999), [`error value-out-of-range ${units}`]],
    ['capacity 1.5 does not', option(1.5, 999), [`error value-out-of-range ${units}`]],
    [
      'capacity 1000 does not',
      option(1, 1000),
      ['error value-out-of-range /RunOptions/BusinessOption/MaxCapacityUnitCount'],
    ],
    ['the least capacity is at most the greatest', option(3, 2), [`error capacity-order ${units}`]],
    ['a batch window of any number passes', window(-1), []],
    ['a batch window is a number', window('5'), ['error wrong-type /RunOptions/BatchWindow/CountBasedWindow']],
    [
      'the timeout of an API destination is at most 60',
      withSink('SinkApiDestinationParameters', { Timeout: 61 }),
      ['error value-out-of-range /Sink/SinkApiDestinationParameters/Timeout'],
    ],
    ['null is no string', over({ Description: null }), ['error wrong-type /Description']],
    ['a list is no object', over({ RunOptions: [] }), ['error wrong-type /RunOptions']],
    ['a pattern is text', over({ FilterPattern: { source: ['a'] } }), ['error wrong-type /FilterPattern']],
    [
      'transforms may not be JSON in a string',
      over({ Transforms: '[{"Arn":"a"}]' }),
      ['error json-in-string /Transforms'],
    ],
    ['an unknown member passes with a warning', over({ Retries: 1 }), ['warning unknown-member /Retries']],
    ['an update has no tags', over({ Tags: [] }), ['warning unknown-member /Tags'], { operation: 'update' }],
    [
      '`constructor` is only a name',
      JSON.parse('{"constructor":1,"__proto__":2}'),
      [
        'error missing-member ',
        'error missing-member ',
        'error missing-member ',
        'warning unknown-member /constructor',
        'warning unknown-member /__proto__',
      ],
    ],
  ]);

  it('outside a range have the range in the message', () => {
    const [fraction] = checkStream(option(1.5, 2), { operation: 'create' });
    expect(fraction?.message).toBe('`1.5` is no whole number from 1 to 999');
    const [late] = checkStream(withSink('SinkApiDestinationParameters', { Timeout: 61 }), { operation: 'create' });
    expect(late?.message).toBe('`61` is no number from 1 to 60');
  });

  it('of a wrong type have a hint with the right one', () => {
    const hints = (document: unknown): unknown => checkStream(document, { operation: 'create' }).map((f) => f.hint);
    expect(hints(rabbit({ PrefetchCount: 100 }))).toEqual(['write "100"']);
    expect(hints(window('5'))).toEqual(['write 5 without quotes']);
    expect(hints(withSource('SourceMNSParameters', { IsBase64Decode: 'true' }))).toEqual(['write true without quotes']);
    expect(hints(over({ Description: null }))).toEqual(['leave it out']);
    expect(hints(withBody('a'))).toEqual(['write {"Form": "CONSTANT", "Value": "a"}']);
    expect(hints(withSink('SinkDorisParameters', { Password: 'p' }))).toEqual([
      'write {"Form": "CONSTANT", "Value": …}',
    ]);
    expect(hints(over({ FilterPattern: {} }))).toEqual(['write the JSON text of the pattern in a string']);
  });

  it('with a misspelt member have a suggestion', () => {
    const [finding] = checkStream(withSource('SourceMNSParameters', { QueuName: 'q' }), { operation: 'create' });
    expect(finding?.hint).toBe('did you mean `QueueName`?');
  });
});

describe('a private network', () => {
  const all = { VpcId: 'v', VSwitchIds: 's', SecurityGroupId: 'g' };
  const constant = (Value: string): Json => ({ Form: 'CONSTANT', Value });
  const names = (document: unknown): unknown =>
    checkStream(document, { operation: 'create' }).map((f) => [f.severity, f.code, f.params.names]);
  const source = (parameters: Json): Json => withSource('SourceOpenSourceRabbitMQParameters', parameters);
  const instance = (parameters: Json): Json => withSource('SourceRocketMQParameters', { GroupID: 'g', ...parameters });
  it.each([
    ['requires a VPC', source({ NetworkType: 'PrivateNetwork' }), ['VpcId', 'VSwitchIds', 'SecurityGroupId']],
    [
      'requires each member of a VPC',
      source({ NetworkType: 'PrivateNetwork', VpcId: 'v', VSwitchIds: '' }),
      ['VSwitchIds', 'SecurityGroupId'],
    ],
    ['may have a VPC', source({ NetworkType: 'PrivateNetwork', ...all }), undefined],
    ['is not required for a public network', source({ NetworkType: 'PublicNetwork' }), undefined],
    [
      'of an instance has members of its own',
      instance({ InstanceNetwork: 'PrivateNetwork', ...all }),
      ['InstanceVpcId', 'InstanceVSwitchIds', 'InstanceSecurityGroupId'],
    ],
    [
      'of Kafka is called PublicNetwork',
      withSource('SourceKafkaParameters', { ConsumerGroup: 'g', Network: 'PublicNetwork' }),
      ['VpcId', 'VSwitchIds', 'SecurityGroupId'],
    ],
    [
      'may be a constant',
      withSink('SinkDorisParameters', { NetworkType: constant('PrivateNetwork'), VpcId: constant('v') }),
      ['VSwitchIds', 'SecurityGroupId'],
    ],
  ] as const)('%s', (_, document, missing) => {
    expect(names(document)).toEqual(missing === undefined ? [] : [['warning', 'network-without-vpc', missing]]);
  });
});

describe('a target parameter', () => {
  const at = '/Sink/SinkMNSParameters/Body';
  const path = (Value: unknown): Json => withBody({ Form: 'JSONPATH', Value });
  const template = (Value: unknown, Template?: unknown): Json =>
    withBody({ Form: 'TEMPLATE', Value, ...(Template === undefined ? {} : { Template }) });
  table([
    ['passes the event', withBody({ Form: 'ORIGINAL', Value: '' }), []],
    ['may be written in any case', withBody({ Form: 'jsonpath', Value: '$.data' }), []],
    ['has one of four forms', withBody({ Form: 'XML' }), [`error value-not-in-set ${at}/Form`]],
    ['is no plain string', withBody('a'), [`error wrong-type ${at}`]],
    ['is no string of JSON', withBody('{"Form":"ORIGINAL"}'), [`error json-in-string ${at}`]],
    ['has no number as its value', withBody({ Form: 'CONSTANT', Value: 5 }), [`error wrong-type ${at}/Value`]],
    [
      'takes a value of 10,240 characters',
      withBody({ Form: 'CONSTANT', Value: 'a'.repeat(10_240) }),
      ['warning long-body '],
    ],
    [
      'refuses a longer value',
      withBody({ Form: 'CONSTANT', Value: 'a'.repeat(10_241) }),
      ['warning long-body ', `error text-too-long ${at}/Value`],
    ],
    ['takes a path', path('$.data.name'), []],
    ['warns of a word in place of a path', path('name'), [`warning value-not-json-path ${at}/Value`]],
    ['warns of no path at all', withBody({ Form: 'JSONPATH' }), [`warning value-not-json-path ${at}`]],
    ['warns of an object', path({ a: '$.a' }), [`warning value-not-text ${at}/Value`]],
    ['takes a template', template('{"a":"$.a"}', 'x ${a} ${jsonEscape(a)}'), []],
    ['needs the template', template('{"a":"$.a"}'), [`error template-missing ${at}`]],
    [
      'warns of an undefined name',
      template('{"a":"$.a"}', '${a}${b}'),
      [`warning template-name-undefined ${at}/Template`],
    ],
    [
      'warns of an undefined name inside a helper',
      template('{"a":"$.a"}', '${htmlEscape(b)}'),
      [`warning template-name-undefined ${at}/Template`],
    ],
    [
      'warns of an undefined name without a value',
      template(undefined, '${b}'),
      [`warning template-name-undefined ${at}/Template`],
    ],
    [
      'warns of an undefined name when the value is no object',
      template('$.b', '${b}'),
      [`warning template-name-undefined ${at}/Template`],
    ],
    [
      'warns of a template that is not used',
      withBody({ Form: 'ORIGINAL', Template: 'x' }),
      [`warning template-unused ${at}/Template`],
    ],
    [
      'has constants of a closed set',
      withSink('SinkKafkaParameters', { Acks: { Form: 'CONSTANT', Value: '2' } }),
      ['error constant-not-in-set /Sink/SinkKafkaParameters/Acks/Value'],
    ],
    [
      'may be a path in the place of a constant',
      withSink('SinkKafkaParameters', { Acks: { Form: 'JSONPATH', Value: '$.a' } }),
      [],
    ],
    [
      'is checked in the messages of a transform',
      over({
        Transforms: [{ DashScopeTransformParameters: { Messages: [{ Role: 'user', Form: 'JSONPATH', Value: 'x' }] } }],
      }),
      ['warning value-not-json-path /Transforms/0/DashScopeTransformParameters/Messages/0/Value'],
    ],
  ]);
});

describe('the pattern in a document', () => {
  const pattern = (value: unknown): string => JSON.stringify(value);
  const rocket = (BodyDataType: string | undefined, FilterPattern: string): Json =>
    withSource(
      'SourceRocketMQParameters',
      { GroupID: 'g', ...(BodyDataType === undefined ? {} : { BodyDataType }) },
      { FilterPattern },
    );
  const intoBody = pattern({ data: { body: { state: ['paid'] } } });
  const warned = ['warning pattern-into-text-body /FilterPattern /data/body/state'];
  table([
    ['may be empty', over({ FilterPattern: '' }), []],
    ['may be absent when a stream is created', without('FilterPattern'), []],
    [
      'has a warning when an update lacks it',
      without('FilterPattern'),
      ['warning update-without-pattern '],
      { operation: 'update' },
    ],
    [
      'has a warning when it is empty in an update',
      over({ FilterPattern: '' }),
      ['warning update-without-pattern /FilterPattern'],
      { operation: 'update' },
    ],
    ['may be {} in an update', over({ FilterPattern: '{}' }), [], { operation: 'update' }],
    [
      'is checked by the pattern checker',
      over({ FilterPattern: '{"source":"a"}' }),
      ['error filter-pattern /FilterPattern /source'],
    ],
    [
      'has the severity of the checker',
      over({ FilterPattern: '{"Source":["a"]}' }),
      ['warning filter-pattern /FilterPattern /Source'],
    ],
    [
      'may use the extensions of the caller',
      over({ FilterPattern: '{"tenant":["a"]}' }),
      [],
      { extensions: ['tenant'] },
    ],
    [
      'is read in the dialect of the caller',
      over({ FilterPattern: '{"Source":["a"]}' }),
      ['error filter-pattern /FilterPattern /Source'],
      { dialect: 'rocketmq' },
    ],
    ['may read a JSON body', rocket('json', intoBody), []],
    ['may read a body of unknown type', rocket(undefined, intoBody), []],
    ['has a warning for a field in a text body', rocket('TEXT', intoBody), warned],
    ['has a warning for a field in a binary body', rocket('Binary', intoBody), warned],
    ['may compare a text body as a whole', rocket('Text', pattern({ data: { body: ['paid'] } })), []],
    [
      'may require that a member of a text body is missing',
      rocket('Text', pattern({ data: { body: { state: [{ exists: false }] } } })),
      [],
    ],
    ['may read members beside the body', rocket('Text', pattern({ data: { systemProperties: { TAGS: ['a'] } } })), []],
    [
      'reads a dot as a step into the body where the dialect does',
      rocket('Text', pattern({ data: { 'body.state': ['paid'] } })),
      ['warning pattern-into-text-body /FilterPattern /data/body.state'],
      { dialect: 'rocketmq' },
    ],
    [
      'may read the body of an MNS message',
      withSource('SourceMNSParameters', {}, { FilterPattern: pattern({ data: { messageBody: { a: ['b'] } } }) }),
      [],
    ],
  ]);

  it('has findings that contain those of the pattern checker', () => {
    const [finding] = checkStream(over({ FilterPattern: '{"source":"a"}' }), { operation: 'create' });
    expect(finding).toMatchObject({
      message: 'the value of `source` is an array of conditions, not a string',
      hint: 'write ["a"]',
      params: { code: 'attribute-not-array' },
      diagnostic: { code: 'attribute-not-array', pointer: '/source', range: { start: 10, end: 13 } },
    });
  });

  it('is refused for an unknown dialect', () => {
    expect(() => checkStream(valid, { operation: 'create', dialect: 'esper' as never })).toThrow(TypeError);
  });
});

describe('the size of a document', () => {
  const sized = (bytes: number, character = 'a'): Json => {
    const rest = JSON.stringify(over({ Description: '' })).length;
    return over({
      Description: character.repeat(Math.floor((bytes - rest) / new TextEncoder().encode(character).length)),
    });
  };
  table([
    ['8,192 characters pass', sized(8192), []],
    ['8,193 characters have a warning', sized(8193), ['warning long-body ']],
    ['100 KB pass', sized(102_400), ['warning long-body ']],
    ['100 KB and one byte fail', sized(102_401), ['error body-too-large ']],
    ['bytes count, not characters', sized(102_410, '界'), ['error body-too-large ']],
    [
      'a document of megabytes has no other finding',
      over({ Source: 1, Description: 'a'.repeat(3_000_000) }),
      ['error body-too-large '],
    ],
  ]);
});

describe('the document of the business option', () => {
  it.each([
    [{ EventStreamingName: 'a', BusinessMode: 'EventNumMode' }, []],
    [
      { EventStreamingName: 'a', BusinessMode: 'capacityunitmode', MinCapacityUnitCount: 1, MaxCapacityUnitCount: 1 },
      [],
    ],
    [{ EventStreamingName: 'a' }, ['error missing-member ']],
    [{ BusinessMode: 'EventNumMode' }, ['error missing-member ']],
    [{ EventStreamingName: 'a', BusinessMode: 'Free' }, ['error value-not-in-set /BusinessMode']],
    [
      { EventStreamingName: 'a', BusinessMode: 'EventNumMode', MinCapacityUnitCount: 2, MaxCapacityUnitCount: 1 },
      ['error capacity-order /MinCapacityUnitCount'],
    ],
    [{ EventStreamingName: 'a', BusinessMode: 'EventNumMode', Source: {} }, ['warning unknown-member /Source']],
    [null, ['error stream-not-object ']],
  ])('is checked: %j', (document, expected) => {
    expect(checkBusinessOption(document).map((f) => `${f.severity} ${f.code} ${f.pointer}`)).toEqual(expected);
  });
});

describe('the list of findings', () => {
  it('is in the order of the document', () => {
    const document = { Zeta: 1, Sink: {}, Source: {}, EventStreamingName: '-' };
    expect(told(document)).toEqual([
      'warning unknown-member /Zeta',
      'error no-endpoint /Sink',
      'error no-endpoint /Source',
      'error invalid-name /EventStreamingName',
    ]);
  });

  it('has at most a hundred entries, errors first', () => {
    const unknown = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x${i}`, 1]));
    const findings = checkStream({ ...unknown, ...valid, Sink: {} }, { operation: 'create' });
    expect(findings).toHaveLength(100);
    expect(findings.at(-1)).toMatchObject({ code: 'no-endpoint' });
    expect(findings[0]).toMatchObject({ pointer: '/x0' });
  });
});
