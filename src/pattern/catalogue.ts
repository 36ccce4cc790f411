/**
 * The closed catalogue of findings: from it come the codes, their messages, `docs/diagnostics.md` and `eb-pattern code`.
 * It is one table of more than 400 lines, so that a code is read, and compared with its neighbours, in one place.
 */

export type Severity = 'error' | 'warning' | 'info';

export interface Entry<P> {
  /** Unless the dialect says otherwise. */
  readonly severity: Severity;
  readonly summary: string;
  /** One sentence in lower case, without a full stop. */
  readonly message: (params: P) => string;
  readonly why: string;
  /** Two patterns: one that triggers the finding, and one without it that accepts no event that the first was meant to exclude. */
  readonly avoid: string;
  readonly prefer: string;
  /** `true` when there are fixes, for the pattern to avoid at least; else why no edit of the text can say what was meant. */
  readonly fixable: true | string;
  /** Where the fact comes from: a page of the service, or an engine that was read and run. */
  readonly evidence: string;
}

function entry<P>(value: Entry<P>): Entry<P> {
  return value;
}

const PAGE = 'Alibaba Cloud documentation, "Event patterns"';
const API = 'Alibaba Cloud API reference, CreateEventStreaming and Limits';
const ENGINE = 'Apache RocketMQ EventBridge, the open-source engine, read and run';
const RFC8259 = 'RFC 8259';
const MEANING = 'the meaning of the language';

/** User input in a message: in backticks, and never long enough to hide the sentence. */
function quote(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

/** Why no event can match, told of the texts of conditions, the names of operators, or the pointers of fields. */
const CLASHES = {
  condition: ([one]: string[]) => `${one} holds for no value`,
  conditions: (all: string[]) => `none of the ${all.length} conditions of this field holds for any value`,
  operators: (names: string[]) => `no value meets ${names.slice(0, -1).join(', ')} and ${names.at(-1)} together`,
  'inside a value': ([outer, inner]: string[]) =>
    `${outer} never holds for an object, and ${inner} wants a member of it`,
  'one path': ([missing, there]: string[]) =>
    `${missing} and ${there} are one path, and the first wants nothing there, the second a value`,
} satisfies Record<string, (named: string[]) => string>;

/** Every finding by its code: what it says, why, what to write instead, and how it is known. */
export const catalogue = {
  'empty-text': entry<Record<never, never>>({
    severity: 'error',
    summary: 'the text is empty',
    message: () => 'an empty text is not a pattern',
    why: 'A pattern is one JSON object. Only the `FilterPattern` of a stream document may be empty or absent.',
    avoid: '',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'invalid-json': entry<{ problem: string }>({
    severity: 'error',
    summary: 'the text is not JSON',
    message: ({ problem }) => `the pattern is not JSON: ${problem}`,
    why: 'A pattern is strict JSON: double quotes, no comments, no trailing comma. The service parses the text and refuses anything else.',
    avoid: "{'source': ['acs.oss'],}",
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: RFC8259,
  }),
  'too-deep': entry<{ limit: number }>({
    severity: 'error',
    summary: 'the pattern is nested too deeply',
    message: ({ limit }) => `the pattern is nested deeper than ${limit} levels`,
    why: 'No event nests so far, and a limit keeps a hostile text from exhausting the stack.',
    avoid: '{"data": {"a": {"a": {"a": "… a thousand times"}}}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: 'which levels can go is not in the text',
    evidence: 'a limit of eb-pattern itself',
  }),
  'too-large': entry<{ limit: number }>({
    severity: 'error',
    summary: 'the paths of all fields together are too long',
    message: ({ limit }) => `the paths of the fields have more than ${limit} names in all`,
    why: 'Each field is kept with its whole path, so that thousands of fields a thousand levels down would need more memory than there is. The service takes 2,048 characters.',
    avoid: '{"data": {"a": {"a": {"a": "… hundreds of levels, and thousands of fields below them"}}}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: 'which fields can go is not in the text',
    evidence: 'a limit of eb-pattern itself',
  }),
  'not-json-value': entry<{ found: string }>({
    severity: 'error',
    summary: 'the object holds a value that JSON cannot say',
    message: ({ found }) => `${found} is not JSON data`,
    why: 'A pattern given as an object is read as JSON data. `undefined`, functions, symbols, NaN and BigInt would be lost or changed on the way to the service.',
    avoid: '{ source: [undefined] }',
    prefer: '{ source: ["acs.oss"] }',
    fixable: 'an object has no text to edit',
    evidence: RFC8259,
  }),
  'pattern-in-string': entry<Record<never, never>>({
    severity: 'error',
    summary: 'the pattern is a JSON string that holds the pattern',
    message: () => 'this is a string that holds a pattern, not the pattern itself',
    why: 'Terraform, Pulumi and the API hold a pattern as a string inside their own documents. The text of the pattern is what that string says, without the outer quotes and escapes.',
    avoid: '"{\\"source\\":[\\"acs.oss\\"]}"',
    prefer: '{"source":["acs.oss"]}',
    fixable: true,
    evidence: API,
  }),
  'pattern-not-object': entry<{ found: string }>({
    severity: 'error',
    summary: 'the pattern is not an object',
    message: ({ found }) => `a pattern is a JSON object, not ${found}`,
    why: 'Each member of the object names an attribute of the event, or `data`.',
    avoid: '[{"source": ["acs.oss"]}]',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: PAGE,
  }),
  'duplicate-name': entry<{ name: string; lastCounts: boolean }>({
    severity: 'error',
    summary: 'a member name occurs twice in one object',
    message: ({ name, lastCounts }) =>
      `the name ${quote(name)} occurs more than once${lastCounts ? ' and only the last one counts' : ' and one of them would silently win'}`,
    why: 'JSON readers keep one of the members and drop the others, so that a condition disappears without a word.',
    avoid: '{"data": {"state": ["on"]}, "data": {"size": [1]}}',
    prefer: '{"data": {"state": ["on"], "size": [1]}}',
    fixable: true,
    evidence: `${ENGINE}: it keeps the last one`,
  }),
  'unknown-key': entry<{ key: string }>({
    severity: 'warning',
    summary: 'a top-level key is no attribute of an event',
    message: ({ key }) => `${quote(key)} is not an attribute of an event`,
    why: 'An event has the CloudEvents attributes, those that EventBridge adds, and `data`. A condition on any other key finds nothing, unless your producers send that extension attribute: then declare it.',
    avoid: '{"Source": ["acs.oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it refuses the pattern`,
  }),
  'foreign-key': entry<{ key: string; owner: string; meant: string }>({
    severity: 'warning',
    summary: "a top-level key is another event bus's name for an attribute",
    message: ({ key, owner, meant }) => `${quote(key)} is the name of ${owner}; here it is ${quote(meant)}`,
    why: 'The events of this service are CloudEvents: what Amazon EventBridge calls `detail` and `detail-type` is `data` and `type` here. A condition on the other name finds nothing.',
    avoid: '{"source": ["acs.oss"], "detail": {"state": ["stopped"]}}',
    prefer: '{"source": ["acs.oss"], "data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it refuses the pattern`,
  }),
  'attribute-not-array': entry<{ key: string; found: string }>({
    severity: 'error',
    summary: "an attribute's value is not an array of conditions",
    message: ({ key, found }) => `the value of ${quote(key)} is an array of conditions, not ${found}`,
    why: 'A field lists its alternatives, even when there is only one. Only `data` may hold objects.',
    avoid: '{"source": "acs.oss"}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: PAGE,
  }),
  'data-not-object': entry<{ found: string }>({
    severity: 'error',
    summary: '`data` is not an object of fields',
    message: ({ found }) => `\`data\` is an object of fields, not ${found}`,
    why: 'Conditions stand on the members of `data`, never on `data` as a whole.',
    avoid: '{"data": [{"state": ["stopped"]}]}',
    prefer: '{"data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'field-not-array': entry<{ found: string }>({
    severity: 'error',
    summary: 'a field below `data` is neither an object nor an array of conditions',
    message: ({ found }) => `a field is an array of conditions or an object of fields, not ${found}`,
    why: 'A field lists its alternatives, even when there is only one.',
    avoid: '{"data": {"state": "stopped"}}',
    prefer: '{"data": {"state": ["stopped"]}}',
    fixable: true,
    evidence: PAGE,
  }),
  'empty-object': entry<Record<never, never>>({
    severity: 'error',
    summary: 'an object below the root has no fields',
    message: () => 'an empty object holds no field',
    why: 'The engine refuses an object without fields: it would say nothing about the event.',
    avoid: '{"source": ["acs.oss"], "data": {}}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'empty-conditions': entry<Record<never, never>>({
    severity: 'error',
    summary: 'a field has no conditions',
    message: () => 'a field without conditions could never hold',
    why: 'A field holds when one of its conditions does. To ask only that a field is there, use `exists`.',
    avoid: '{"source": []}',
    prefer: '{"source": [{"exists": true}]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'nested-array': entry<Record<never, never>>({
    severity: 'error',
    summary: 'an array stands among the conditions of a field',
    message: () => 'a condition is a plain value or an object with an operator, not an array',
    why: 'The conditions of a field are one flat list; when the event holds an array, each of its elements is tried by itself.',
    avoid: '{"source": [["acs.oss", "acs.ecs"]]}',
    prefer: '{"source": ["acs.oss", "acs.ecs"]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'unreadable-name': entry<{ name: string }>({
    severity: 'error',
    summary: 'a name below `data` cannot be read as a path',
    message: ({ name }) => `the name ${quote(name)} cannot be used: this engine reads it as a JSONPath`,
    why: 'The Java engine puts a name below `data` into a JSONPath. A blank, `*`, `[`, `]`, `(`, `)` or an empty part between dots makes it another path or no path at all.',
    avoid: '{"data": {"a..b": ["x"]}}',
    prefer: '{"data": {"a": {"b": ["x"]}}}',
    fixable: true,
    evidence: ENGINE,
  }),
  'path-as-name': entry<{ name: string }>({
    severity: 'warning',
    summary: 'a name below `data` looks like a path',
    message: ({ name }) => `${quote(name)} is one name and not a path: no dot or bracket steps down`,
    why: 'A path is written as objects in each other. A member whose name has a dot in it is rare, and a JSONPath is never read. If your events do have such a member, allow the finding.',
    avoid: '{"data": {"order.state": ["paid"]}}',
    prefer: '{"data": {"order": {"state": ["paid"]}}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}: it reads the name as a JSONPath`,
  }),
  'empty-condition': entry<Record<never, never>>({
    severity: 'error',
    summary: 'a condition has no operator',
    message: () => 'a condition without an operator says nothing',
    why: 'An object among the conditions names an operator and its operand.',
    avoid: '{"source": [{}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'unknown-operator': entry<{ name: string }>({
    severity: 'error',
    summary: 'an operator does not exist',
    message: ({ name }) => `there is no operator ${quote(name)}`,
    why: 'The service refuses a pattern with an operator that it does not know. Names are compared letter by letter.',
    avoid: '{"source": [{"Prefix": "acs."}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'foreign-operator': entry<{ name: string; owner: string }>({
    severity: 'error',
    summary: "an operator belongs to another cloud's event bus",
    message: ({ name, owner }) => `${quote(name)} is an operator of ${owner}, not of this service`,
    why: 'Event buses share the look of their patterns, not their operators. The service refuses this one.',
    avoid: '{"source": [{"wildcard": "acs.*"}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: PAGE,
  }),
  'operator-as-field': entry<{ name: string }>({
    severity: 'error',
    summary: 'an operator stands where a field is named',
    message: ({ name }) => `${quote(name)} is an operator, and stands where a field is named`,
    why: 'A pattern names fields, and conditions with operators stand in the list of a field. Around fields an operator says nothing here: the language takes its name for that of an attribute or of a member of `data`. If your events have a member of this name, allow the finding.',
    avoid: '{"anything-but": {"source": ["acs.ecs"]}}',
    prefer: '{"source": [{"anything-but": "acs.ecs"}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'unsupported-operator': entry<{ name: string; dialect: string }>({
    severity: 'error',
    summary: 'the dialect has no such operator',
    message: ({ name, dialect }) => `the dialect ${quote(dialect)} has no ${quote(name)} here`,
    why: 'The operator is documented for the service, but the open-source engine refuses the pattern. There, a part of a text can be asked for at its beginning or its end only.',
    avoid: '{"type": [{"contains": "Error"}]}',
    prefer: '{"type": [{"suffix": "Error"}]}',
    fixable: true,
    evidence: `${PAGE} names it; ${ENGINE}: it refuses it`,
  }),
  'undocumented-operator': entry<{ name: string; inside: string }>({
    severity: 'info',
    summary: 'the documentation does not name this use of an operator',
    message: ({ name, inside }) => `${quote(name)} inside ${quote(inside)} is not in the documentation`,
    why: 'The open-source engine accepts it; the documentation shows only a prefix. Test it on the service before you depend on it, or name what is wanted: no documented condition excludes an ending.',
    avoid: '{"data": {"file": [{"anything-but": {"suffix": ".tmp"}}]}}',
    prefer: '{"data": {"file": [{"suffix": ".jpg"}, {"suffix": ".png"}]}}',
    fixable: 'no documented condition excludes an ending; a positive condition for what is wanted is documented',
    evidence: ENGINE,
  }),
  'combined-operators': entry<{ names: readonly string[]; refused: boolean }>({
    severity: 'warning',
    summary: 'several operators stand in one object',
    message: ({ names, refused }) =>
      refused
        ? `a condition has one operator here, not ${names.length}: ${names.map(quote).join(', ')}`
        : `all of ${names.map(quote).join(', ')} must hold for the same value, and the open-source engine refuses this`,
    why: 'The API reference shows several operators in one object, and all must hold for the same value. The open-source engine refuses the pattern, so it is not portable. No portable condition says the same: name the values, or ask for the narrower part and filter the rest in the target.',
    avoid: '{"subject": [{"prefix": "acs:", "suffix": ".jpg"}]}',
    prefer: '{"subject": ["acs:photos/1.jpg", "acs:photos/2.jpg"]}',
    fixable:
      'no other condition asks for both at once: name the values, or ask for the narrower part and filter the rest in the target',
    evidence: `${API}; ${ENGINE}: it refuses it`,
  }),
  'uncombinable-operator': entry<{ name: string }>({
    severity: 'error',
    summary: 'an operator that stands alone has company',
    message: ({ name }) => `${quote(name)} stands alone in its object`,
    why: 'The operator speaks of the field itself and the others of its value: together they contradict or repeat each other.',
    avoid: '{"subject": [{"exists": true, "prefix": "acs:"}]}',
    prefer: '{"subject": [{"prefix": "acs:"}]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'operand-type': entry<{ operator: string; wants: string; found: string }>({
    severity: 'error',
    summary: 'the operand has the wrong type',
    message: ({ operator, wants, found }) => `the operand of ${quote(operator)} is ${wants}, not ${found}`,
    why: 'Each operator takes one type of operand, and the service refuses any other.',
    avoid: '{"source": [{"prefix": ["acs."]}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'empty-operand': entry<{ operator: string }>({
    severity: 'error',
    summary: 'the operand is an empty string',
    message: ({ operator }) => `the operand of ${quote(operator)} is empty`,
    why: 'Every string begins and ends with the empty string, and the engine refuses it. To accept any value, use `exists`.',
    avoid: '{"source": [{"prefix": ""}]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: ENGINE,
  }),
  'anything-but-list-item': entry<{ found: string }>({
    severity: 'error',
    summary: 'the list of `anything-but` holds something that is no plain value',
    message: ({ found }) => `the list of \`anything-but\` holds plain values, not ${found}`,
    why: 'A list names the values that are not wanted. An operator is negated by itself, not in a list.',
    avoid: '{"data": {"state": [{"anything-but": [["stopped"]]}]}}',
    prefer: '{"data": {"state": [{"anything-but": ["stopped"]}]}}',
    fixable: true,
    evidence: ENGINE,
  }),
  'anything-but-empty-list': entry<Record<never, never>>({
    severity: 'warning',
    summary: 'the list of `anything-but` is empty',
    message: () => 'an empty list excludes nothing, so every present plain value passes',
    why: 'The engine accepts the list and lets every value pass. If that is meant, `exists` says it plainly.',
    avoid: '{"data": {"state": [{"anything-but": []}]}}',
    prefer: '{"data": {"state": [{"exists": true}]}}',
    fixable: true,
    evidence: ENGINE,
  }),
  'anything-but-inner': entry<{ names: readonly string[]; allowed: readonly string[] }>({
    severity: 'error',
    summary: '`anything-but` does not negate this',
    message: ({ names, allowed }) =>
      `\`anything-but\` negates plain values or one of ${allowed.map(quote).join(', ')}, not ${
        names.length === 0
          ? 'an empty object'
          : names.length === 1
            ? quote(names[0] ?? '')
            : `${names.length} operators at once`
      }`,
    why: 'Only these inner operators exist, and only one at a time.',
    avoid: '{"data": {"n": [{"anything-but": {"numeric": ["=", 1]}}]}}',
    prefer: '{"data": {"n": [{"numeric": ["!=", 1]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'numeric-length': entry<{ length: number }>({
    severity: 'error',
    summary: 'a numeric condition is not one or two comparisons',
    message: ({ length }) => `a numeric condition has 2 or 4 items, not ${length}`,
    why: 'It is one comparison (an operator and a number) or two, which must both hold.',
    avoid: '{"data": {"n": [{"numeric": [">", 0, 5]}]}}',
    prefer: '{"data": {"n": [{"numeric": [">", 0, "<=", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'numeric-comparison': entry<{ found: string; allowed: readonly string[] }>({
    severity: 'error',
    summary: 'a comparison does not exist',
    message: ({ found, allowed }) => `${quote(found)} is not a comparison; there are ${allowed.map(quote).join(', ')}`,
    why: 'The items of a numeric condition alternate: a comparison, then a number.',
    avoid: '{"data": {"n": [{"numeric": ["==", 5]}]}}',
    prefer: '{"data": {"n": [{"numeric": ["=", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'numeric-number': entry<{ found: string }>({
    severity: 'error',
    summary: 'a bound is not a number',
    message: ({ found }) => `the bound of a numeric condition is a number, not ${found}`,
    why: 'Numbers are compared as numbers; a string of digits is not one, in the pattern or in the event.',
    avoid: '{"data": {"n": [{"numeric": ["<", "5"]}]}}',
    prefer: '{"data": {"n": [{"numeric": ["<", 5]}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'numeric-range': entry<{ text: string; limit: number }>({
    severity: 'error',
    summary: 'a bound is out of range',
    message: ({ text, limit }) => `the bound ${quote(text)} is outside -${limit}..${limit}`,
    why: 'The service takes bounds from -1.0e9 to 1.0e9, and the number of the event may be any. A range beyond cannot be said: list equal values as plain numbers, which are compared by their text; send a larger unit (minutes instead of milliseconds, megabytes instead of bytes; seconds since 1970 are beyond the limit too) or a text and use `prefix`; or filter in the target.',
    avoid: '{"data": {"n": [{"numeric": [">", 5000000000]}]}}',
    prefer: '{"data": {"n": [5368709120, 10737418240]}}',
    fixable:
      'no condition compares by value beyond the limit; only equal values can be listed, which is offered for `=`',
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'numeric-precision': entry<{ text: string }>({
    severity: 'warning',
    summary: 'a bound is more precise than the comparison',
    message: ({ text }) => `the bound ${quote(text)} has more than 15 significant digits or 6 decimals`,
    why: 'Numbers compare as doubles, and count as equal when they differ by at most 1e-7: what lies beyond is not seen.',
    avoid: '{"data": {"n": [{"numeric": [">", 0.12345678]}]}}',
    prefer: '{"data": {"n": [{"numeric": [">", 0.123457]}]}}',
    fixable: 'a shorter number is another number',
    evidence: PAGE,
  }),
  'number-text': entry<{ text: string; usual: string; same: boolean }>({
    severity: 'warning',
    summary: 'a plain number is written in a way that most producers never send',
    message: ({ text, usual, same }) =>
      same
        ? `the number ${quote(text)} is compared by its text, and most producers send ${quote(usual)}`
        : `the number ${quote(text)} is compared by its text, and producers that keep numbers as doubles, as JavaScript does, send ${quote(usual)}`,
    why: 'A plain number matches the same text only: 300, 300.0 and 3e2 are three values. To compare by value, use `numeric`. A number that no double holds, such as a 64-bit id, is sent whole by Java, Go and Python, and as another number by JavaScript: send such an id as a string.',
    avoid: '{"data": {"n": [300.0]}}',
    prefer: '{"data": {"n": [300]}}',
    fixable: true,
    evidence: `${PAGE} (before 2024); ${ENGINE}`,
  }),
  'cidr-syntax': entry<{ text: string; problem: string }>({
    severity: 'error',
    summary: 'a block is not an IPv4 address with an optional mask',
    message: ({ text, problem }) => `${quote(text)} is not an IPv4 block: ${problem}`,
    why: 'A block is four decimal parts from 0 to 255 without leading zeros and, after a slash, the number of leading bits, 0 to 32.',
    avoid: '{"data": {"ip": [{"cidr": "10.0.0.0-10.0.0.255"}]}}',
    prefer: '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}',
    fixable: true,
    evidence: `${PAGE}; ${ENGINE}`,
  }),
  'cidr-ipv6': entry<{ text: string }>({
    severity: 'error',
    summary: 'a block is IPv6',
    message: ({ text }) => `${quote(text)} is IPv6, and the service matches IPv4 only`,
    why: 'The documentation says that only IPv4 is supported, and no other condition matches a block of IPv6 addresses. List the addresses as your producers spell them; a prefix on the text is no replacement, since one IPv6 address has many spellings.',
    avoid: '{"data": {"ip": [{"cidr": "2001:db8::/32"}]}}',
    prefer: '{"data": {"ip": ["2001:db8::1", "2001:db8::2"]}}',
    fixable: 'no condition matches a block of IPv6 addresses',
    evidence: PAGE,
  }),
  'cidr-host-bits': entry<{ text: string; block: string }>({
    severity: 'warning',
    summary: 'a block is written with bits beyond its mask',
    message: ({ text, block }) => `${quote(text)} means the block ${quote(block)}`,
    why: 'The bits beyond the mask do not count. If one address was meant, write it without a mask.',
    avoid: '{"data": {"ip": [{"cidr": "10.0.0.5/24"}]}}',
    prefer: '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}',
    fixable: true,
    evidence: ENGINE,
  }),
  'duplicate-condition': entry<{ condition: string }>({
    severity: 'warning',
    summary: 'a condition occurs twice in one field',
    message: ({ condition }) => `the condition ${quote(condition)} is there already`,
    why: 'The conditions of a field are alternatives: a second copy changes nothing, and another one was probably meant.',
    avoid: '{"source": ["acs.oss", "acs.oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: MEANING,
  }),
  'never-matches': entry<{ conflict: readonly string[]; clash: keyof typeof CLASHES }>({
    severity: 'warning',
    summary: 'no event can match the pattern',
    message: ({ conflict, clash }) => `no event can match: ${CLASHES[clash](conflict.map(quote))}`,
    why: 'The service accepts the pattern and delivers nothing, without a word. The finding names the fewest conditions, operators or fields that cannot hold together: change one of them.',
    avoid: '{"data": {"cores": [{"numeric": [">", 8, "<", 4]}]}}',
    prefer: '{"data": {"cores": [{"numeric": [">", 4, "<", 8]}]}}',
    fixable: 'which of the parts is wrong is not in the text',
    evidence: MEANING,
  }),
  'redundant-condition': entry<{ condition: string; holds: boolean; covering: readonly string[] }>({
    severity: 'warning',
    summary: 'a condition changes nothing beside the others of its field',
    message: ({ condition, holds, covering: [only] }) =>
      holds
        ? `${only === undefined ? 'the other conditions of the field' : quote(only)} already ${only === undefined ? 'accept' : 'accepts'} all that ${quote(condition)} accepts`
        : `the condition ${quote(condition)} holds for no value`,
    why: 'The conditions of a field are alternatives: one that accepts no value of its own can go, and a narrower or another one was probably meant.',
    avoid: '{"source": [{"prefix": "acs."}, "acs.oss"]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: MEANING,
  }),
  'field-always-holds': entry<{ because: readonly string[] }>({
    severity: 'warning',
    summary: 'a field decides nothing',
    message: ({ because }) =>
      because.length === 0
        ? 'this field holds for every plain value, and when it is missing'
        : `this field holds whenever ${because.map(quote).join(' and ')} ${because.length === 1 ? 'holds' : 'hold'}`,
    why: 'Its conditions together accept every plain value and a missing member, or another field of the pattern leaves it no choice. What it still refuses is what no condition holds for: an object, an empty array, and an array of anything but plain values.',
    avoid: '{"source": ["acs.oss"], "data": {"state": [{"exists": false}, {"exists": true}]}}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: MEANING,
  }),
  'alternatives-cover-all': entry<{ count: number }>({
    severity: 'warning',
    summary: 'the conditions of a field accept every plain value together',
    message: ({ count }) =>
      `together these ${count} conditions accept every plain value, as \`{"exists": true}\` does: alternatives are OR`,
    why: 'One condition of a field is enough. Two negations beside each other exclude nothing: what one excludes the other accepts. What must hold at once stands in one list of `anything-but`, or in one object.',
    avoid: '{"source": [{"anything-but": "acs.ecs"}, {"anything-but": "acs.oss"}]}',
    prefer: '{"source": [{"anything-but": ["acs.ecs", "acs.oss"]}]}',
    fixable: true,
    evidence: MEANING,
  }),
  'literal-wildcard': entry<{ text: string; character: string }>({
    severity: 'warning',
    summary: 'a text has a character that is a wildcard in other languages',
    message: ({ text, character }) =>
      `\`${character}\` in ${quote(text)} stands for itself: there are no wildcards here`,
    why: 'Triggers of Function Compute and other event buses know wildcards in values; this language has none. Write what the value begins with, ends with or contains.',
    avoid: '{"type": ["oss:ObjectCreated:*"]}',
    prefer: '{"type": [{"prefix": "oss:ObjectCreated:"}]}',
    fixable: true,
    evidence: PAGE,
  }),
  'text-attribute': entry<{ name: string }>({
    severity: 'info',
    summary: 'an attribute is a text, and a condition on it wants a number',
    message: ({ name }) => `${quote(name)} is a text in every event, and this condition wants a number`,
    why: 'Attributes of CloudEvents are strings, also `time` and `specversion`: a comparison of numbers never holds for them. A time can be compared by its beginning.',
    avoid: '{"specversion": [1]}',
    prefer: '{"specversion": ["1.0"]}',
    fixable: true,
    evidence: 'CloudEvents 1.0; Alibaba Cloud documentation, "Event overview"',
  }),
  'service-source': entry<{ source: string }>({
    severity: 'info',
    summary: 'a source looks like the name of a service without its `acs.`',
    message: ({ source }) => `${quote(source)} is no source of a service: those begin with \`acs.\``,
    why: 'The source of each service of Alibaba Cloud is `acs.` and the name of the service. Only your own producers send others.',
    avoid: '{"source": ["oss"]}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: true,
    evidence: 'Alibaba Cloud documentation, "Event sources"',
  }),
  'matches-everything': entry<Record<never, never>>({
    severity: 'info',
    summary: 'the pattern has no fields',
    message: () => 'this pattern matches every event',
    why: 'A pattern without fields asks for nothing. That is the way to take every event of a bus, and rarely what a rule is for.',
    avoid: '{}',
    prefer: '{"source": ["acs.oss"]}',
    fixable: 'what is wanted is not in the text',
    evidence: PAGE,
  }),
  'many-operators': entry<{ count: number; limit: number }>({
    severity: 'warning',
    summary: 'a field has more operator conditions than the service documents',
    message: ({ count, limit }) =>
      `this field has ${count} operator conditions, and the service documents at most ${limit}`,
    why: 'The limits of the service name five expressions for each field; plain values are not counted.',
    avoid:
      '{"type": [{"prefix": "a"}, {"prefix": "b"}, {"prefix": "c"}, {"prefix": "d"}, {"prefix": "e"}, {"prefix": "f"}]}',
    prefer: '{"type": [{"prefix": "a"}, {"prefix": "b"}, {"prefix": "c"}, {"prefix": "d"}, {"prefix": "e"}]}',
    fixable: 'which conditions belong into another pattern is not in the text',
    evidence: API,
  }),
  'long-pattern': entry<{ length: number; limit: number }>({
    severity: 'warning',
    summary: 'the text is longer than the service documents',
    message: ({ length, limit }) => `the pattern has ${length} characters, and the service documents at most ${limit}`,
    why: 'The limits of the service name 2,048 characters for a pattern. White space counts; operators that cover many values make a pattern shorter.',
    avoid: '{"source": ["…", "a list of two thousand characters"]}',
    prefer: '{"source": [{"prefix": "acs."}]}',
    fixable: true,
    evidence: API,
  }),
} as const;

export type Code = keyof typeof catalogue;

/** The values that the message of a code names. */
export type Params<C extends Code> =
  Parameters<(typeof catalogue)[C]['message']> extends [infer P] ? P : Record<never, never>;
