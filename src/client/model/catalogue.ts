/**
 * The catalogue of the findings on stream documents: codes, messages, and their section in docs/streams.md. It is one table, so that
 * codes can be compared.
 */
import type { Entry } from '../../index.ts';
import { entry, type ParamsOf } from '../../pattern/finding.ts';
import { quote, quoteAll } from '../../pattern/value/excerpt.ts';

const REFERENCE = 'Alibaba Cloud API reference, EventStreaming';
const LIMITS = `${REFERENCE}, "Limits"`;
const DATA_PLANE = 'npm `@alicloud/eventbridge` 1.3.2, the data-plane SDK';
const CONTROL_PLANE = 'the control-plane SDK 2020-04-01, version 6.3.0';
const OWN = 'a limit of eb-pattern itself';

/** The value in a message; a secret is passed as undefined and not shown. */
const named = (found: string | undefined): string => (found === undefined ? 'this value' : quote(found));

const entries = {
  'not-json-value': entry<{ found: string }>({
    severity: 'error',
    summary: 'the document holds a value that JSON does not have',
    message: ({ found }) => `${found} is not JSON data`,
    why: 'The document is sent as JSON. Functions, symbols, NaN, BigInt and objects that contain themselves would be lost or changed on the way.',
    avoid: '{ RunOptions: { MaximumTasks: NaN } }',
    prefer: '{"RunOptions": {"MaximumTasks": 2}}',
    evidence: 'RFC 8259',
  }),
  'too-deep': entry<{ limit: number }>({
    severity: 'error',
    summary: 'the document is nested too deeply',
    message: ({ limit }) => `the document is nested deeper than ${limit} levels`,
    why: 'No stream nests so far, and a limit keeps a hostile document from exhausting the stack.',
    avoid: '{"Sink": {"SinkBaiLianParameters": {"Context": "… a thousand levels"}}}',
    prefer: '{"Sink": {"SinkBaiLianParameters": {"Context": {"a": 1}}}}',
    evidence: OWN,
  }),
  'body-too-large': entry<{ limit: number }>({
    severity: 'error',
    summary: 'the JSON of the document is larger than the service takes',
    message: ({ limit }) => `the document has more than ${limit} bytes as JSON`,
    why: 'The service documents 100 KB (here: 102,400 bytes) as the largest body of a request.',
    avoid: '{"Description": "… more than 100 KB"}',
    prefer: '{"Description": "orders to the warehouse"}',
    evidence: LIMITS,
  }),
  'stream-not-object': entry<{ found: string }>({
    severity: 'error',
    summary: 'the document is not an object',
    message: ({ found }) => `a stream document is an object, not ${found}`,
    why: 'The document names the stream, its source and its sink.',
    avoid: '[]',
    prefer: '{"EventStreamingName": "orders", "Source": {}, "Sink": {}}',
    evidence: REFERENCE,
  }),
  'json-in-string': entry<{ expected: string }>({
    severity: 'error',
    summary: 'a string holds the JSON of an object or a list',
    message: ({ expected }) => `this is a string that holds JSON, not ${expected}`,
    why: 'Terraform, Pulumi and the RPC form of the API write these members as JSON in a string. In a stream document they stand as they are; where a transport needs a string, the client makes it.',
    avoid: '{"Source": "{\\"SourceMNSParameters\\":{\\"QueueName\\":\\"orders\\"}}"}',
    prefer: '{"Source": {"SourceMNSParameters": {"QueueName": "orders"}}}',
    evidence: REFERENCE,
  }),
  'wrong-type': entry<{ expected: string; found: string }>({
    severity: 'error',
    summary: 'a value has the wrong type',
    message: ({ expected, found }) => `expected ${expected}, not ${found}`,
    why: 'The models give each member one type. Many numbers and truth values are strings in them.',
    avoid: '{"Source": {"SourceRabbitMQParameters": {"VirtualHostName": "/", "QueueName": "q", "OrderConsume": true}}}',
    prefer:
      '{"Source": {"SourceRabbitMQParameters": {"VirtualHostName": "/", "QueueName": "q", "OrderConsume": "true"}}}',
    evidence: `${REFERENCE}; ${CONTROL_PLANE}`,
  }),
  'missing-member': entry<{ name: string }>({
    severity: 'error',
    summary: 'a required member is missing',
    message: ({ name }) => `${quote(name)} is missing`,
    why: 'The name, the source, the sink and the mode of a business option are always required. What only the data-plane SDK marks as required is an error on the transport `openapi-v2`, and a warning elsewhere.',
    avoid: '{"RunOptions": {"BusinessOption": {"MinCapacityUnitCount": 1}}}',
    prefer: '{"RunOptions": {"BusinessOption": {"BusinessMode": "CapacityUnitMode", "MinCapacityUnitCount": 1}}}',
    evidence: `${REFERENCE}; ${DATA_PLANE}`,
  }),
  'no-endpoint': entry<{ member: string }>({
    severity: 'error',
    summary: 'the source or the sink names no type',
    message: ({ member }) => `${quote(member)} is empty, and a stream has exactly one ${member.toLowerCase()}`,
    why: 'The one member of Source, and of Sink, says what kind it is.',
    avoid: '{"Source": {}}',
    prefer: '{"Source": {"SourceMNSParameters": {"QueueName": "orders"}}}',
    evidence: REFERENCE,
  }),
  'several-endpoints': entry<{ member: string; names: readonly string[] }>({
    severity: 'error',
    summary: 'the source or the sink names more than one type',
    message: ({ member, names }) =>
      `${quote(member)} has ${quoteAll(names)}, and a stream has exactly one ${member.toLowerCase()}`,
    why: 'A stream joins one source with one sink. For more of them, create more streams.',
    avoid:
      '{"Source": {"SourceMNSParameters": {"QueueName": "orders"}, "SourceEventBusParameters": {"EventBusName": "b"}}}',
    prefer: '{"Source": {"SourceMNSParameters": {"QueueName": "orders"}}}',
    evidence: REFERENCE,
  }),
  'only-on-openapi-v2': entry<{ name: string }>({
    severity: 'error',
    summary: 'only the transport `openapi-v2` knows this type',
    message: ({ name }) => `${quote(name)} is known to the transport \`openapi-v2\` only`,
    why: 'Only the models of the data-plane SDK list it.',
    avoid: '{"Sink": {"SinkOdpsParameters": {}}}',
    prefer: '{"Sink": {"SinkMNSParameters": {"QueueName": {"Form": "CONSTANT", "Value": "orders"}}}}',
    evidence: `${DATA_PLANE}; ${CONTROL_PLANE}`,
  }),
  'value-not-in-set': entry<{ found?: string; allowed: readonly string[] }>({
    severity: 'error',
    summary: 'a value is not one of those that the service documents',
    message: ({ found, allowed }) => `${named(found)} is none of ${quoteAll(allowed)}`,
    why: 'The reference lists the values of this member. Upper and lower case do not matter.',
    avoid: '{"RunOptions": {"ErrorsTolerance": "SOME"}}',
    prefer: '{"RunOptions": {"ErrorsTolerance": "ALL"}}',
    evidence: REFERENCE,
  }),
  'value-out-of-range': entry<{ found?: string; whole: boolean; min: number; max: number }>({
    severity: 'error',
    summary: 'a number is outside its range',
    message: ({ found, whole, min, max }) =>
      `${named(found)} is no ${whole ? 'whole ' : ''}number from ${min} to ${max}`,
    why: 'The reference gives the range of this member.',
    avoid: '{"RunOptions": {"BusinessOption": {"BusinessMode": "CapacityUnitMode", "MinCapacityUnitCount": 0}}}',
    prefer: '{"RunOptions": {"BusinessOption": {"BusinessMode": "CapacityUnitMode", "MinCapacityUnitCount": 1}}}',
    evidence: REFERENCE,
  }),
  'text-too-long': entry<{ limit: number }>({
    severity: 'error',
    summary: 'a text is longer than the service takes',
    message: ({ limit }) => `this text has more than ${limit} characters`,
    why: 'Value and Template of a target parameter have at most 10,240 characters.',
    avoid: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "CONSTANT", "Value": "… more than 10,240 characters"}}}}',
    prefer: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "ORIGINAL"}}}}',
    evidence: LIMITS,
  }),
  'too-many-items': entry<{ limit: number }>({
    severity: 'error',
    summary: 'a list has more items than the service takes',
    message: ({ limit }) => `this list has more than ${limit} items`,
    why: 'A stream has at most 20 tags.',
    avoid: '{"Tags": ["… more than 20"]}',
    prefer: '{"Tags": [{"Key": "team", "Value": "orders"}]}',
    evidence: CONTROL_PLANE,
  }),
  'invalid-name': entry<{ problem: string }>({
    severity: 'error',
    summary: 'the name of the stream is against the rule',
    message: ({ problem }) => `the name is not valid: ${problem}`,
    why: 'A name has 1 to 127 letters, digits and `-`, and begins with a letter or a digit. The service silently cuts off a longer one, so that it could not be found again.',
    avoid: '{"EventStreamingName": "-orders"}',
    prefer: '{"EventStreamingName": "orders"}',
    evidence: REFERENCE,
  }),
  'underscore-in-name': entry<{ name: string }>({
    severity: 'warning',
    summary: 'the name of the stream has an underscore',
    message: ({ name }) => `the name ${quote(name)} has an underscore, which not every source documents`,
    why: 'The sources disagree on whether `_` may be in a name.',
    avoid: '{"EventStreamingName": "my_orders"}',
    prefer: '{"EventStreamingName": "my-orders"}',
    evidence: REFERENCE,
  }),
  'capacity-order': entry<{ low: string; high: string }>({
    severity: 'error',
    summary: 'the least capacity is greater than the greatest',
    message: ({ low, high }) => `${quote(low)} is greater than ${quote(high)}`,
    why: 'The two members are the ends of one range.',
    avoid:
      '{"RunOptions": {"BusinessOption": {"BusinessMode": "CapacityUnitMode", "MinCapacityUnitCount": 5, "MaxCapacityUnitCount": 2}}}',
    prefer:
      '{"RunOptions": {"BusinessOption": {"BusinessMode": "CapacityUnitMode", "MinCapacityUnitCount": 2, "MaxCapacityUnitCount": 5}}}',
    evidence: REFERENCE,
  }),
  'offset-without-timestamp': entry<{ value: string; names: readonly string[] }>({
    severity: 'error',
    summary: 'the offset needs a timestamp that is missing',
    message: ({ value, names }) => `${quote(value)} needs ${quoteAll(names)}`,
    why: 'With this offset, consumption starts at a time, which a further member sets.',
    avoid: '{"Source": {"SourceRocketMQParameters": {"GroupID": "g", "Offset": "CONSUME_FROM_TIMESTAMP"}}}',
    prefer:
      '{"Source": {"SourceRocketMQParameters": {"GroupID": "g", "Offset": "CONSUME_FROM_TIMESTAMP", "Timestamp": 1767225600000}}}',
    evidence: REFERENCE,
  }),
  'network-without-vpc': entry<{ value: string; names: readonly string[] }>({
    severity: 'warning',
    summary: 'a private network is chosen and its VPC is not named',
    message: ({ value, names }) => `${quote(value)} needs ${quoteAll(names)}`,
    why: 'EventBridge enters a private network through a VPC, a switch and a security group of yours.',
    avoid: '{"Source": {"SourceMQTTParameters": {"InstanceId": "i", "Topic": "t", "NetworkType": "PrivateNetwork"}}}',
    prefer:
      '{"Source": {"SourceMQTTParameters": {"InstanceId": "i", "Topic": "t", "NetworkType": "PrivateNetwork", "VpcId": "vpc-1", "VSwitchIds": "vsw-1", "SecurityGroupId": "sg-1"}}}',
    evidence: REFERENCE,
  }),
  'constant-not-in-set': entry<{ found?: string; allowed: readonly string[] }>({
    severity: 'error',
    summary: 'the constant of a target parameter is not one of those that the service documents',
    message: ({ found, allowed }) => `${named(found)} is none of ${quoteAll(allowed)}`,
    why: 'The reference lists the values of this parameter. Upper and lower case do not matter.',
    avoid: '{"Sink": {"SinkFcParameters": {"InvocationType": {"Form": "CONSTANT", "Value": "Later"}}}}',
    prefer: '{"Sink": {"SinkFcParameters": {"InvocationType": {"Form": "CONSTANT", "Value": "Async"}}}}',
    evidence: REFERENCE,
  }),
  'template-missing': entry<Record<never, never>>({
    severity: 'error',
    summary: 'the form is TEMPLATE and there is no Template',
    message: () => 'the form `TEMPLATE` needs `Template`',
    why: 'Value only gives names to parts of the event; Template is the text that uses them.',
    avoid: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": "{\\"id\\":\\"$.id\\"}"}}}}',
    prefer:
      '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": "{\\"id\\":\\"$.id\\"}", "Template": "event ${id}"}}}}',
    evidence: REFERENCE,
  }),
  'template-unused': entry<{ form: string }>({
    severity: 'warning',
    summary: 'a Template stands beside a form that does not use it',
    message: ({ form }) => `a template has no effect with the form ${quote(form)}`,
    why: 'Only the form TEMPLATE reads it. The reference itself shows a Template beside CONSTANT.',
    avoid: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "CONSTANT", "Value": "a", "Template": "b"}}}}',
    prefer: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "CONSTANT", "Value": "a"}}}}',
    evidence: REFERENCE,
  }),
  'template-name-undefined': entry<{ names: readonly string[] }>({
    severity: 'warning',
    summary: 'a template names what its Value does not define',
    message: ({ names }) =>
      `the template names ${quoteAll(names)}, and Value does not define ${names.length > 1 ? 'them' : 'it'}`,
    why: 'Value is a JSON object in a string that gives each name of the template a path or a constant; a name without one is replaced by nothing.',
    avoid: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": "{}", "Template": "event ${id}"}}}}',
    prefer:
      '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": "{\\"id\\":\\"$.id\\"}", "Template": "event ${id}"}}}}',
    evidence: REFERENCE,
  }),
  'value-not-json-path': entry<{ found?: string }>({
    severity: 'warning',
    summary: 'the form is JSONPATH and Value is no JSONPath',
    message: ({ found }) => `${named(found)} is no JSONPath`,
    why: 'A path begins with `$`, which stands for the event. The reference itself shows a plain word.',
    avoid: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "JSONPATH", "Value": "data.name"}}}}',
    prefer: '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "JSONPATH", "Value": "$.data.name"}}}}',
    evidence: REFERENCE,
  }),
  'value-not-text': entry<Record<never, never>>({
    severity: 'warning',
    summary: 'the Value of a target parameter is an object',
    message: () => '`Value` is an object, and the models have a string',
    why: 'Every model declares a string. The reference shows an object once.',
    avoid:
      '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": {"id": "$.id"}, "Template": "event ${id}"}}}}',
    prefer:
      '{"Sink": {"SinkMNSParameters": {"Body": {"Form": "TEMPLATE", "Value": "{\\"id\\":\\"$.id\\"}", "Template": "event ${id}"}}}}',
    evidence: `${REFERENCE}; ${CONTROL_PLANE}`,
  }),
  'unknown-member': entry<{ name: string }>({
    severity: 'warning',
    summary: 'a member is in no model',
    message: ({ name }) => `${quote(name)} is in no model of the service`,
    why: 'The service may know it already, so it is sent. It would ignore a misspelt member without an error.',
    avoid: '{"Source": {"SourceMNSParameters": {"QueueNmae": "orders"}}}',
    prefer: '{"Source": {"SourceMNSParameters": {"QueueName": "orders"}}}',
    evidence: `${CONTROL_PLANE}; ${DATA_PLANE}`,
  }),
  'update-without-pattern': entry<Record<never, never>>({
    severity: 'warning',
    summary: 'an update has no pattern',
    message: () => 'without a `FilterPattern` the update lets every event pass',
    why: 'An update replaces the whole document: the pattern that the stream has is not kept.',
    avoid: '{"Description": "an update without a pattern"}',
    prefer: '{"FilterPattern": "{\\"source\\":[\\"acs.oss\\"]}"}',
    evidence: REFERENCE,
  }),
  'long-body': entry<{ length: number; limit: number }>({
    severity: 'warning',
    summary: 'the JSON of the document is longer than one of the documented limits',
    message: ({ length, limit }) =>
      `the document has ${length} characters as JSON, and one documented limit is ${limit}`,
    why: 'The limits name "8192-100KB" for the body of a request; which of the two counts when is not said.',
    avoid: '{"Description": "… more than 8,192 characters"}',
    prefer: '{"Description": "orders to the warehouse"}',
    evidence: LIMITS,
  }),
  'filter-pattern': entry<{ code: string; text: string }>({
    severity: 'error',
    summary: 'a finding on the pattern',
    message: ({ text }) => text,
    why: 'The finding inside has a code, a severity and a place in the pattern of its own; `eb-pattern code` explains it.',
    avoid: '{"FilterPattern": "{\\"source\\":\\"acs.oss\\"}"}',
    prefer: '{"FilterPattern": "{\\"source\\":[\\"acs.oss\\"]}"}',
    evidence: 'docs/diagnostics.md',
  }),
  'pattern-into-text-body': entry<{ field: string; encoding: string }>({
    severity: 'warning',
    summary: 'the pattern has a field inside a body that is not JSON',
    message: ({ field, encoding }) =>
      `${quote(field)} is inside a body of the type ${quote(encoding)}, where no field is found`,
    why: 'A body that is read as text or bytes has no members: only `{"exists": false}` can hold for a field inside it.',
    avoid:
      '{"FilterPattern": "{\\"data\\":{\\"body\\":{\\"state\\":[\\"paid\\"]}}}", "Source": {"SourceRocketMQParameters": {"GroupID": "g", "BodyDataType": "Text"}}}',
    prefer:
      '{"FilterPattern": "{\\"data\\":{\\"body\\":{\\"state\\":[\\"paid\\"]}}}", "Source": {"SourceRocketMQParameters": {"GroupID": "g", "BodyDataType": "JSON"}}}',
    evidence: 'Alibaba Cloud documentation, samples of events; the meaning of the language',
  }),
} as const satisfies Readonly<Record<string, Entry<never>>>;

/** The codes of findings on stream documents. None is ever renamed. */
export type StreamCode = keyof typeof entries;

/** All findings of `checkStream`, by code. */
export const streamCatalogue: { readonly [C in StreamCode]: (typeof entries)[C] } = entries;

/** The values in the message of a code. */
export type StreamParams<C extends StreamCode> = ParamsOf<typeof streamCatalogue, C>;
