/**
 * The summary, reason and examples of each finding, from which `docs/diagnostics.md` and `eb-pattern code` are made; messages are in
 * `messages.ts`. One table of more than 400 lines, so that neighbouring codes can be compared in one place.
 */
import { type Code, type Message, messages } from './messages.ts';

/** The documentation of a code. */
interface Background {
  readonly summary: string;
  readonly why: string;
  /** Two patterns: `avoid` triggers the finding; `prefer` does not, and accepts no event that `avoid` was meant to exclude. */
  readonly avoid: string;
  readonly prefer: string;
  /** `true` when there are fixes, at least for `avoid`; otherwise the reason why the text alone does not determine one. */
  readonly fixable: true | string;
  /** The source of the fact: a page of the service, or an engine that was read and run. */
  readonly evidence: string;
}

export interface Entry<P> extends Message<P>, Background {}

const PAGE = 'Alibaba Cloud documentation, "Event patterns"';
const API = 'Alibaba Cloud API reference, CreateEventStreaming and Limits';
const ENGINE = 'Apache RocketMQ EventBridge, the open-source engine, read and run';
const RFC8259 = 'RFC 8259';
const MEANING = 'the meaning of the language';

// A function, so that bundles without the catalogue leave the table out.
const background = (): Readonly<Record<Code, Background>> => ({
  'empty-text': {
    summary: 'the text is empty',
    why: 'A pattern is one JSON object. Only the `FilterPattern` of a stream document may be empty or absent.',
    avoid: '',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: ENGINE,
  },
  'invalid-json': {
    summary: 'the text is not JSON',
    why: 'A pattern is strict JSON: double quotes, no comments, no trailing comma. The service parses the text and refuses anything else.',
    avoid: "{'source': ['acs.oss'],}",
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: RFC8259,
  },
  'too-deep': {
    summary: 'the pattern is nested too deeply',
    why: 'No event is nested that deeply, and a limit keeps a hostile text from exhausting the stack.',
    avoid: '{"data": {"a": {"a": {"a": "… a thousand times"}}}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: 'the text does not determine which levels to remove',
    evidence: 'a limit of eb-pattern itself',
  },
  'too-large': {
    summary: 'the paths of all fields together are too long',
    why: 'Each field is stored with its whole path, so thousands of fields a thousand levels deep would need more memory than is available. The service takes 2,048 characters.',
    avoid: '{"data": {"a": {"a": {"a": "… hundreds of levels, and thousands of fields below them"}}}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: 'the text does not determine which fields to remove',
    evidence: 'a limit of eb-pattern itself',
  },
  'not-json-value': {
    summary: 'the object holds a value that JSON cannot represent',
    why: 'A pattern given as an object is read as JSON data. `undefined`, functions, symbols, NaN and BigInt would be lost or changed on the way to the service.',
    avoid: '{ source: [undefined] }',
    prefer: '{ source: ["acs.oss"] }',
    fixable: 'an object has no text to edit',
    evidence: RFC8259,
  },
  'pattern-in-string': {
    summary: 'the pattern is a JSON string that holds the pattern',
    why: 'Terraform, Pulumi and the API hold a pattern as a string inside their own documents. The text of the pattern is the content of that string, without the outer quotes and escapes.',
    avoid: '"{\\"source\\":[\\"acs.oss\\"]}"',
    prefer: '{"source":["acs.oss"]}',
    fixable: true,
    evidence: API,
  },
  'pattern-not-object': {
    summary: 'the pattern is not an object',
    why: 'Each member of the object names an attribute of the event, or `data`.',
    avoid: '[{"source": ["acs.oss"]}]',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: PAGE,
  },
  'duplicate-name': {
    summary: 'a member name occurs twice in one object',
    why: 'JSON readers keep one of the members and drop the others, so that a condition disappears silently.',
    avoid: '{"data": {"state": ["on"]}, "data": {"size": [1]}}',
    prefer: '{"data": {"state": ["on"], "size": [1]}}',
    fixable: true,
    evidence: `${ENGINE}: it keeps the last one`,
  },
  'unknown-key': {
    summary: 'a top-level key is not an attribute of an event',
    why: 'An event has the CloudEvents attributes, those that EventBridge adds, and `data`. A condition on any other key finds nothing, unless your producers send that extension attribute: then declare it.',
    avoid: '{"Source": ["acs.oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it refuses the pattern`,
  },
  'foreign-key': {
    summary: "a top-level key is another event bus's name for an attribute",
    why: 'The events of this service are CloudEvents: what Amazon EventBridge calls `detail` and `detail-type` is `data` and `type` here. A condition on the other name finds nothing.',
    avoid: '{"source": ["acs.oss"], "detail": {"state": ["stopped"]}}',
    prefer: '{"source": ["acs.oss"], "data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it refuses the pattern`,
  },
  'attribute-not-array': {
    summary: "an attribute's value is not an array of conditions",
    why: 'A field lists its alternatives, even when there is only one. Only `data` may hold objects.',
    avoid: '{"source": "acs.oss"}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: PAGE,
  },
  'data-not-object': {
    summary: '`data` is not an object of fields',
    why: 'Conditions apply to members of `data`, never to `data` as a whole.',
    avoid: '{"data": [{"state": ["stopped"]}]}',
    prefer: '{"data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'field-not-array': {
    summary: 'a field below `data` is neither an object nor an array of conditions',
    why: 'A field lists its alternatives, even when there is only one.',
    avoid: '{"data": {"state": "stopped"}}',
    prefer: '{"data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: PAGE,
  },
  'empty-object': {
    summary: 'an object below the root has no fields',
    why: 'The engine refuses an object without fields: it would have no effect.',
    avoid: '{"source": ["acs.oss"], "data": {}}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: ENGINE,
  },
  'empty-conditions': {
    summary: 'a field has no conditions',
    why: 'A field holds when one of its conditions does. To require only that a field is present, use `exists`.',
    avoid: '{"source": []}',
    prefer: '{"source": [{"exists": true}]}',
    fixable: true,
    evidence: ENGINE,
  },
  'nested-array': {
    summary: 'an array is among the conditions of a field',
    why: 'The conditions of a field are one flat list; when the event holds an array, each of its elements is tried by itself.',
    avoid: '{"source": [["acs.oss", "acs.ecs"]]}',
    prefer: '{"source": ["acs.oss", "acs.ecs"]}',
    fixable: true,
    evidence: ENGINE,
  },
  'unreadable-name': {
    summary: 'a name below `data` cannot be read as a path',
    why: 'The Java engine puts a name below `data` into a JSONPath. A blank, `*`, `[`, `]`, `(`, `)` or an empty part between dots makes it another path or no path at all.',
    avoid: '{"data": {"a..b": ["x"]}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: true,
    evidence: ENGINE,
  },
  'path-as-name': {
    summary: 'a name below `data` looks like a path',
    why: 'A path is written as nested objects. A member whose name has a dot in it is rare, and a JSONPath is never read. If your events do have such a member, allow the finding.',
    avoid: '{"data": {"order.state": ["paid"]}}',
    prefer: '{"data": {"order": {"state": ["paid"]}}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it reads the name as a JSONPath`,
  },
  'empty-condition': {
    summary: 'a condition has no operator',
    why: 'An object among the conditions names an operator and its operand.',
    avoid: '{"source": [{}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: ENGINE,
  },
  'unknown-operator': {
    summary: 'an operator does not exist',
    why: 'The service refuses a pattern with an unknown operator. Names are compared letter by letter.',
    avoid: '{"source": [{"Prefix": "acs."}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'foreign-operator': {
    summary: "an operator belongs to another cloud's event bus",
    why: 'Event buses share the look of their patterns, not their operators. The service refuses this one.',
    avoid: '{"source": [{"wildcard": "acs.*"}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: PAGE,
  },
  'operator-as-field': {
    summary: 'an operator is used as the name of a field',
    why: 'A pattern names fields, and conditions with operators are in the list of a field. Around fields an operator has no effect: the language reads its name as that of an attribute or of a member of `data`. If your events have a member of this name, allow the finding.',
    avoid: '{"anything-but": {"source": ["acs.ecs"]}}',
    prefer: '{"source": [{"anything-but": "acs.ecs"}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'unsupported-operator': {
    summary: 'the dialect has no such operator',
    why: 'The operator is documented for the service, but the open-source engine refuses the pattern. That engine can match only the beginning or the end of a text.',
    avoid: '{"type": [{"contains": "Error"}]}',
    prefer: '{"type": [{"suffix": "Error"}]}',
    fixable: true,
    evidence: `${PAGE} names it; ${ENGINE}: it refuses it`,
  },
  'undocumented-operator': {
    summary: 'the documentation does not name this use of an operator',
    why: 'The open-source engine accepts it; the documentation shows only a prefix. Test it on the service before you depend on it, or use a positive condition: no documented condition excludes an ending.',
    avoid: '{"data": {"file": [{"anything-but": {"suffix": ".tmp"}}]}}',
    prefer: '{"data": {"file": [{"suffix": ".jpg"}, {"suffix": ".png"}]}}',
    fixable: 'no documented condition excludes an ending; positive conditions are documented',
    evidence: ENGINE,
  },
  'combined-operators': {
    summary: 'one object has several operators',
    why: 'The API reference shows several operators in one object, and all must hold for the same value. The open-source engine refuses the pattern, so it is not portable. No portable condition means the same: list the values, or keep the narrower operator and filter the rest in the target.',
    avoid: '{"subject": [{"prefix": "acs:", "suffix": ".jpg"}]}',
    prefer: '{"subject": ["acs:photos/1.jpg", "acs:photos/2.jpg"]}',
    fixable:
      'no other condition means both at once: list the values, or keep the narrower operator and filter the rest in the target',
    evidence: `${API}; ${ENGINE}: it refuses it`,
  },
  'uncombinable-operator': {
    summary: 'an operator cannot be combined with others in one object',
    why: 'The operator tests whether the field is present, and the others test its value: together they contradict or repeat each other.',
    avoid: '{"subject": [{"exists": true, "prefix": "acs:"}]}',
    prefer: '{"subject": [{"prefix": "acs:"}]}',
    fixable: true,
    evidence: ENGINE,
  },
  'operand-type': {
    summary: 'the operand has the wrong type',
    why: 'Each operator takes one type of operand, and the service refuses any other.',
    avoid: '{"source": [{"prefix": ["acs."]}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'empty-operand': {
    summary: 'the operand is an empty string',
    why: 'Every string begins and ends with the empty string, and the engine refuses it. To accept any value, use `exists`.',
    avoid: '{"source": [{"prefix": ""}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: ENGINE,
  },
  'anything-but-list-item': {
    summary: 'the list of `anything-but` holds something other than plain values',
    why: 'The list contains the excluded values. An operator is negated on its own, not in a list.',
    avoid: '{"data": {"state": [{"anything-but": [["stopped"]]}]}}',
    prefer: '{"data": {"state": [{"anything-but": ["stopped"]}]}}',
    fixable: true,
    evidence: ENGINE,
  },
  'anything-but-empty-list': {
    summary: 'the list of `anything-but` is empty',
    why: 'The engine accepts the list, and every value matches. If that is intended, write `exists`.',
    avoid: '{"data": {"state": [{"anything-but": []}]}}',
    prefer: '{"data": {"state": [{"exists": true}]}}',
    fixable: true,
    evidence: ENGINE,
  },
  'anything-but-inner': {
    summary: '`anything-but` does not negate this',
    why: 'Only these inner operators exist, and only one at a time.',
    avoid: '{"data": {"n": [{"anything-but": {"numeric": ["=", 1]}}]}}',
    prefer: '{"data": {"n": [{"numeric": ["!=", 1]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'numeric-length': {
    summary: 'a numeric condition is not one or two comparisons',
    why: 'It is one comparison (an operator and a number) or two, which must both hold.',
    avoid: '{"data": {"n": [{"numeric": [">", 0, 5]}]}}',
    prefer: '{"data": {"n": [{"numeric": [">", 0, "<=", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'numeric-comparison': {
    summary: 'a comparison does not exist',
    why: 'The items of a numeric condition alternate: a comparison, then a number.',
    avoid: '{"data": {"n": [{"numeric": ["==", 5]}]}}',
    prefer: '{"data": {"n": [{"numeric": ["=", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'numeric-number': {
    summary: 'a bound is not a number',
    why: 'Numbers are compared as numbers; a string of digits is not one, in the pattern or in the event.',
    avoid: '{"data": {"n": [{"numeric": ["<", "5"]}]}}',
    prefer: '{"data": {"n": [{"numeric": ["<", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'numeric-range': {
    summary: 'a bound is out of range',
    why: 'The service takes bounds from -1.0e9 to 1.0e9; numbers of events are not limited. A range beyond these bounds cannot be expressed: list equal values as plain numbers, which are compared by their text; send a larger unit (minutes instead of milliseconds, megabytes instead of bytes; seconds since 1970 are beyond the limit too) or a text and use `prefix`; or filter in the target.',
    avoid: '{"data": {"n": [{"numeric": [">", 5000000000]}]}}',
    prefer: '{"data": {"n": [5368709120, 10737418240]}}',
    fixable:
      'no condition compares by value beyond the limit; only equal values can be listed, which is offered for `=`',
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'numeric-precision': {
    summary: 'a bound is more precise than the comparison',
    why: 'Numbers compare as doubles, and count as equal when they differ by at most 1e-7: smaller differences have no effect.',
    avoid: '{"data": {"n": [{"numeric": [">", 0.12345678]}]}}',
    prefer: '{"data": {"n": [{"numeric": [">", 0.123457]}]}}',
    fixable: 'a shorter number would be a different bound',
    evidence: PAGE,
  },
  'number-text': {
    summary: 'a plain number is written in a way that most producers never send',
    why: 'A plain number matches the same text only: 300, 300.0 and 3e2 are three values. To compare by value, use `numeric`. A number that a double cannot represent, such as a 64-bit id, is sent whole by Java, Go and Python, and as another number by JavaScript: send such an id as a string.',
    avoid: '{"data": {"n": [300.0]}}',
    prefer: '{"data": {"n": [300]}}',
    fixable: true,
    evidence: `${PAGE} (before 2024); ${ENGINE}`,
  },
  'cidr-syntax': {
    summary: 'a block is not an IPv4 address with an optional mask',
    why: 'A block is four decimal parts from 0 to 255 without leading zeros and, after a slash, the number of leading bits, 0 to 32.',
    avoid: '{"data": {"ip": [{"cidr": "10.0.0.0-10.0.0.255"}]}}',
    prefer: '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  },
  'cidr-ipv6': {
    summary: 'a block is IPv6',
    why: 'The documentation says that only IPv4 is supported, and no other condition matches a block of IPv6 addresses. List the addresses as your producers spell them; a prefix on the text is no replacement, since one IPv6 address has many spellings.',
    avoid: '{"data": {"ip": [{"cidr": "2001:db8::/32"}]}}',
    prefer: '{"data": {"ip": ["2001:db8::1", "2001:db8::2"]}}',
    fixable: 'no condition matches a block of IPv6 addresses',
    evidence: PAGE,
  },
  'cidr-host-bits': {
    summary: 'a block is written with bits beyond its mask',
    why: 'The bits beyond the mask do not count. If one address was meant, write it without a mask.',
    avoid: '{"data": {"ip": [{"cidr": "10.0.0.5/24"}]}}',
    prefer: '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}',
    fixable: true,
    evidence: ENGINE,
  },
  'duplicate-condition': {
    summary: 'a condition occurs twice in one field',
    why: 'The conditions of a field are alternatives: a second copy changes nothing, and another one was probably meant.',
    avoid: '{"source": ["acs.oss", "acs.oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: MEANING,
  },
  'never-matches': {
    summary: 'no event can match the pattern',
    why: 'The service accepts the pattern and silently delivers nothing. The finding names the fewest conditions, operators or fields that cannot hold together: change one of them.',
    avoid: '{"data": {"cores": [{"numeric": [">", 8, "<", 4]}]}}',
    prefer: '{"data": {"cores": [{"numeric": [">", 4, "<", 8]}]}}',
    fixable: 'the text does not determine which part is wrong',
    evidence: MEANING,
  },
  'redundant-condition': {
    summary: 'a condition is covered by the others of its field',
    why: 'The conditions of a field are alternatives: one that accepts no additional value can be removed, and a narrower or another one was probably meant.',
    avoid: '{"source": [{"prefix": "acs."}, "acs.oss"]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: MEANING,
  },
  'field-always-holds': {
    summary: 'a field has no effect',
    why: 'Its conditions together accept every plain value and a missing member, or another field of the pattern implies it. It still fails for values for which no condition can hold: an object, an empty array, and an array of anything but plain values.',
    avoid: '{"source": ["acs.oss"], "data": {"state": [{"exists": false}, {"exists": true}]}}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: MEANING,
  },
  'alternatives-cover-all': {
    summary: 'conditions of a field accept every plain value, or every number, together',
    why: 'One condition of a field is enough. Two negations beside each other exclude nothing: what one excludes the other accepts. Conditions that must hold at once are written in one list of `anything-but`, in one `numeric`, or in one object.',
    avoid: '{"source": [{"anything-but": "acs.ecs"}, {"anything-but": "acs.oss"}]}',
    prefer: '{"source": [{"anything-but": ["acs.ecs", "acs.oss"]}]}',
    fixable: true,
    evidence: MEANING,
  },
  'literal-wildcard': {
    summary: 'a text has a character that is a wildcard in other languages',
    why: 'Triggers of Function Compute and other event buses have wildcards in values; this language has none. Write what the value begins with, ends with or contains.',
    avoid: '{"type": ["oss:ObjectCreated:*"]}',
    prefer: '{"type": [{"prefix": "oss:ObjectCreated:"}]}',
    fixable: true,
    evidence: PAGE,
  },
  'text-attribute': {
    summary: 'an attribute is a string, and a condition on it expects a number',
    why: 'Attributes of CloudEvents are strings, also `time` and `specversion`: a comparison of numbers never holds for them. A time can be compared by its beginning.',
    avoid: '{"specversion": [1]}',
    prefer: '{"specversion": ["1.0"]}',
    fixable: true,
    evidence: 'CloudEvents 1.0; Alibaba Cloud documentation, "Event overview"',
  },
  'service-source': {
    summary: 'a source looks like the name of a service without its `acs.`',
    why: 'The source of each service of Alibaba Cloud is `acs.` and the name of the service. Only your own producers send others.',
    avoid: '{"source": ["oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: 'Alibaba Cloud documentation, "Event sources"',
  },
  'matches-everything': {
    summary: 'the pattern has no fields',
    why: 'A pattern without fields matches every event of a bus, which is rarely intended for a rule.',
    avoid: '{}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: 'the text does not determine a restriction',
    evidence: PAGE,
  },
  'many-operators': {
    summary: 'a field has more operator conditions than the service documents',
    why: 'The limits of the service name five expressions for each field; plain values are not counted.',
    avoid:
      '{"type": [{"prefix": "a"}, {"prefix": "b"}, {"prefix": "c"}, {"prefix": "d"}, {"prefix": "e"}, {"prefix": "f"}]}',
    prefer: '{"type": [{"prefix": "a"}, {"prefix": "b"}, {"prefix": "c"}, {"prefix": "d"}, {"prefix": "e"}]}',
    fixable: 'the text does not determine which conditions to move to another pattern',
    evidence: API,
  },
  'long-pattern': {
    summary: 'the text is longer than the service documents',
    why: 'The limits of the service name 2,048 characters for a pattern. White space counts; operators that cover many values make a pattern shorter.',
    avoid: '{"source": ["…", "a list of two thousand characters"]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: API,
  },
});

/** Every finding by its code: message, summary, reason, examples and evidence. */
export const catalogue: { readonly [C in Code]: (typeof messages)[C] & Background } = /* @__PURE__ */ together();

function together(): typeof catalogue {
  const known = background();
  const entries = (Object.keys(messages) as Code[]).map((code) => [code, { ...messages[code], ...known[code] }]);
  return Object.fromEntries(entries) as unknown as typeof catalogue;
}
