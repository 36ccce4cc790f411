/** Editors that know a schema alone report what the checker reports, complete and explain: those of VS Code and of YAML. */
import { describe, expect, it } from 'vitest';
import { patternForEditors } from '../../../src/cli/schemas/schemas.ts';
import {
  type Code,
  catalogue,
  type Diagnostic,
  type DialectName,
  dialects,
  parsePattern,
  parsePointer,
} from '../../../src/index.ts';
import { readJson } from '../../../src/json.ts';
import { type Editor, vsCode, yamlServer } from './editors.ts';

/** Errors that are not in the structure of a pattern. */
const BEYOND: Readonly<Partial<Record<Code, string>>> = {
  'empty-text': 'there is no value to judge',
  'invalid-json': 'the readers of editors report it, and YAML allows what JSON does not',
  'too-deep': 'a schema does not count levels',
  'too-large': 'a schema does not add up paths',
  'not-json-value': 'no text has such a value',
  'duplicate-name': 'the readers of editors report it',
};

/** What the message for `avoid` must contain: the names and the types that are expected. */
const SAYS: Readonly<Partial<Record<Code, readonly string[]>>> = {
  'pattern-in-string': ['string that holds a pattern'],
  'pattern-not-object': ['a pattern is a JSON object'],
  'unknown-key': ['not an attribute', 'source', 'type'],
  'foreign-key': ['`detail`', 'Amazon EventBridge', '`data`'],
  'attribute-not-array': ['`source`', 'array of conditions'],
  'data-not-object': ['`data`', 'object of fields'],
  'field-not-array': ['array of conditions', 'object of fields'],
  'empty-object': ['empty object'],
  'empty-conditions': ['without conditions'],
  'nested-array': ['plain value', 'object with an operator'],
  'unreadable-name': ['name', 'JSONPath'],
  'empty-condition': ['needs an operator'],
  'unknown-operator': ['no such operator', 'prefix', 'numeric'],
  'foreign-operator': ['`wildcard`', 'Amazon EventBridge'],
  'operator-as-field': ['`anything-but` is an operator', 'name of a field'],
  'unsupported-operator': ['`contains`', '`rocketmq`'],
  'combined-operators': ['one operator'],
  'uncombinable-operator': ['`exists`', 'cannot be combined'],
  'operand-type': ['`prefix`', 'a string'],
  'empty-operand': ['`prefix`', 'empty'],
  'anything-but-list-item': ['`anything-but`', 'plain values'],
  'anything-but-inner': ['`anything-but`', '`prefix`', '`suffix`'],
  'numeric-length': ['numeric', '2 or 4 items'],
  'numeric-comparison': ['not a comparison', '`>=`'],
  'numeric-number': ['bound', 'a number'],
  'numeric-range': ['bound', '-1000000000..1000000000'],
  'cidr-syntax': ['IPv4 block', '10.0.0.0/24'],
  'cidr-ipv6': ['IPv6', 'IPv4 only'],
};

/** What the messages of aws say instead, and of errors that aws alone has. */
const SAYS_IN_AWS: typeof SAYS = {
  'unsupported-operator': ['`contains`', '`aws`'],
  'numeric-comparison': ['not a comparison', '`>=`'],
  'anything-but-inner': ['`anything-but`', '`prefix`', '`equals-ignore-case`', '`wildcard`'],
  'anything-but-empty-list': ['empty list'],
  'affix-inner': ['`prefix`', '`equals-ignore-case`'],
  'anything-but-kind': ['`anything-but`', 'strings', 'numbers'],
  'numeric-order': ['one of > and >=, then one of < and <='],
  'or-not-branches': ['`$or`', 'at least two objects'],
  'wildcard-syntax': ['wildcard', 'star', 'backslash'],
  'block-syntax': [],
};

/** Errors of aws that its schema does not report: it reads no blocks and no numbers, counts nothing, and has one rule for all names. */
const NOT_IN_SCHEMA: readonly Code[] = [
  'block-syntax',
  'number-not-comparable',
  'operator-in-branch',
  'too-many-combinations',
  'too-many-paths',
];

/** About members of one object together: the fault is in the whole object. */
const OF_THE_OBJECT: readonly Code[] = ['uncombinable-operator'];

const dialectNames = dialects.map(({ name }) => name as DialectName);
const codes = Object.keys(catalogue) as Code[];

function errorOf(text: string, code: Code, dialect: DialectName): Diagnostic | undefined {
  const { diagnostics } = parsePattern(text, { dialect });
  return diagnostics.find((one) => one.code === code && one.severity === 'error');
}

/** The member, with its name, or the item that a finding is about. */
function faultyPart(text: string, { pointer, code }: Diagnostic): { readonly start: number; readonly end: number } {
  const parts = parsePointer(pointer) ?? [];
  let node = readJson(text).node;
  let range = node?.range ?? { start: 0, end: 0 };
  for (const part of OF_THE_OBJECT.includes(code) ? parts.slice(0, -1) : parts) {
    if (node?.kind === 'object') {
      const member = node.members.find(({ name }) => name === part);
      range = { start: member?.nameRange.start ?? 0, end: member?.value.range.end ?? 0 };
      node = member?.value;
    } else if (node?.kind === 'array') {
      node = node.items[Number(part)];
      range = node?.range ?? range;
    }
  }
  return range;
}

it('each code that is an error in some dialect is judged here, or is not structural', () => {
  const errors = codes.filter((code) =>
    dialectNames.some((dialect) => errorOf(catalogue[code].avoid, code, dialect) !== undefined),
  );
  const severe = codes.filter((code) => catalogue[code].severity === 'error');
  const judged = [BEYOND, SAYS, SAYS_IN_AWS].flatMap((table) => Object.keys(table));
  expect([...new Set([...judged, ...NOT_IN_SCHEMA])].sort()).toEqual([...new Set([...errors, ...severe])].sort());
});

describe.each(
  dialectNames
    .flatMap((dialect) => [vsCode, yamlServer].map((open) => [dialect, open(patternForEditors(dialect))] as const))
    .map(([dialect, editor]) => [dialect, editor.name, editor] as const),
)('the schema of %s in %s', (dialect, name, editor: Editor) => {
  const says = dialect === 'aws' ? { ...SAYS, ...SAYS_IN_AWS } : SAYS;
  const structural = codes.filter(
    (code) =>
      says[code] !== undefined &&
      !NOT_IN_SCHEMA.includes(code) &&
      errorOf(catalogue[code].avoid, code, dialect) !== undefined,
  );
  const payload = dialect === 'aws' ? 'detail' : 'data';

  it('reports each structural error of the catalogue, by its name and at its place', async () => {
    expect(structural.length).toBeGreaterThan(dialect === 'aws' ? 20 : 23);
    for (const code of structural) {
      const { avoid } = catalogue[code];
      const part = faultyPart(avoid, errorOf(avoid, code, dialect) as Diagnostic);
      const problems = await editor.problems(avoid);
      expect(problems.length, `${code}: ${avoid}`).toBeGreaterThan(0);
      for (const { message, start, end } of problems) {
        for (const words of says[code] ?? []) expect(message, code).toContain(words);
        expect(start, `${code}: ${message}`).toBeGreaterThanOrEqual(part.start);
        expect(end, `${code}: ${message}`).toBeLessThanOrEqual(part.end);
      }
    }
  });

  it('reports nothing in the patterns to prefer', async () => {
    for (const code of codes) {
      const { prefer } = catalogue[code];
      // That of `not-json-value` is an object of a program.
      if (parsePattern(prefer, { dialect }).pattern === undefined) continue;
      expect(await editor.problems(prefer), `${code}: ${prefer}`).toEqual([]);
    }
  });

  it('completes attributes, operators and comparisons', async () => {
    expect(await editor.complete('{|}')).toEqual(expect.arrayContaining(['source', payload]));
    expect(await editor.complete('{"source": |}')).toEqual(expect.arrayContaining(['[{"prefix": ""}]']));
    expect(await editor.complete('{"source": [|]}')).toEqual(
      expect.arrayContaining([expect.stringContaining('"cidr"')]),
    );
    const comparisons = ['"="', ...(dialect === 'aws' ? [] : ['"!="']), '"<"', '"<="', '">"', '">="'];
    expect(await editor.complete('{"data": {"n": [{"numeric": [|]}]}}')).toEqual(expect.arrayContaining(comparisons));
    expect(await editor.complete('{"data": {"n": [{"exists": |}]}}')).toEqual(
      expect.arrayContaining(['true', 'false']),
    );
    expect(await editor.complete('{"|"}')).not.toContain(dialect === 'aws' ? 'data' : 'detail');
  });

  it('explains an operator with its sentence', async () => {
    const sentence = 'a string that starts with the operand';
    expect(await editor.hover('{"source": [{"pre|fix": "acs."}]}')).toContain(sentence);
    expect(await editor.hover('{"source": [{"anything-but": {"pre|fix": "acs."}}]}')).toContain(sentence);
    expect(await editor.hover('{"sour|ce": [{"prefix": "acs."}]}')).toContain('`source`');
  });

  if (name === vsCode({}).name) {
    it('completes the names of operators in an object', async () => {
      const names = await editor.complete('{"source": [{"|"}]}');
      expect(names).toEqual(expect.arrayContaining(['prefix', 'anything-but', 'exists']));
      expect(names.includes('contains')).toBe(dialect === 'aliyun');
      expect(names.includes('wildcard')).toBe(dialect === 'aws');
    });
  } else {
    it('completes block style', async () => {
      expect(await editor.complete('source:\n  - |')).toContain('{"prefix": ""}');
      expect(await editor.complete('data:\n  n:\n    - numeric: |')).toContain('[">", 0]');
    });

    it('reports errors in block style', async () => {
      const problems = await editor.problems('source: shop.orders\ndata:\n  state: [paid, {prefx: part-}]\n');
      expect(problems.map(({ message }) => message)).toEqual([
        dialect === 'aws'
          ? 'a field is an array of conditions or an object of fields'
          : 'the value of `source` is an array of conditions',
        expect.stringContaining('there is no such operator; the operators are prefix, '),
      ]);
    });
  }
});

describe.each([vsCode, yamlServer])('the schema of aws in an editor', (open) => {
  const editor = open(patternForEditors('aws'));

  it.each([
    ['{"$or": [{"a": ["x"]}, {"b": [{"prefx": "y"}]}]}', 'there is no such operator'],
    ['{"$or": [{"a": ["x"]}, {}]}', 'empty object'],
    ['{"$or": 5}', 'at least two objects'],
    ['{"detail": {"$or": [{"a": ["x"]}]}}', 'at least two objects'],
    ['{"a": [{"anything-but": {"prefix": ["a", 5]}}]}', 'the operand of `prefix` is a string'],
    ['{"a": [{"anything-but": {"suffix": []}}]}', 'the operand of `suffix` is empty'],
    ['{"a": [{"anything-but": {"prefix": [""]}}]}', 'the operand of `prefix` is empty'],
    ['{"a": [{"anything-but": {"wildcard": ["a", "b**"]}}]}', 'form of a wildcard'],
    ['{"a": [{"anything-but": [true]}]}', '`anything-but`'],
    ['{"a": [{"prefix": {"equals-ignore-case": 5}}]}', 'the operand of `equals-ignore-case` is a string'],
    ['{"a": [{"prefix": {"wildcard": "x"}}]}', 'one `equals-ignore-case`'],
    ['{"a": [{"wildcard": ["x"]}]}', 'the operand of `wildcard` is a string'],
    ['{"a": [{"cidr": "host/8"}]}', 'a block of addresses'],
    ['{"a": [{"prefix": "a", "suffix": "b"}]}', 'a condition has one operator'],
  ])('reports what is wrong with %s', async (text, words) => {
    expect(parsePattern(text, { dialect: 'aws' }).pattern).toBeUndefined();
    const messages = (await editor.problems(text)).map(({ message }) => message);
    expect(messages).toEqual(expect.arrayContaining([expect.stringContaining(words)]));
  });

  it.each([
    '{"$or": [{"a": ["x"]}, {"$or": [{"b": [1]}, {"c": [null]}]}]}',
    '{"$or": ["x", "y"]}',
    '{"$or": {"a": ["x"]}}',
    '{"detail-type": ["x"], "anything": {"a.b": [{"anything-but": {"equals-ignore-case": ["a", ""]}}]}}',
    '{"a": [{"prefix": {"equals-ignore-case": ""}}, {"suffix": ""}, {"anything-but": [1, 2]}]}',
    '{"a": [{"cidr": "2001:db8::/32"}, {"wildcard": "a\\\\*b*"}, {"numeric": [">=", 0, "<", 1e300]}]}',
  ])('reports nothing in %s', async (text) => {
    expect(parsePattern(text, { dialect: 'aws' }).pattern).toBeDefined();
    expect(await editor.problems(text)).toEqual([]);
  });

  it('completes branches and what may stand inside an operator', async () => {
    expect(await editor.complete('{"$or": |}')).toContain('[{}, {}]');
    expect(await editor.complete('{"a": [{"prefix": |}]}')).toEqual(
      expect.arrayContaining(['""', '{"equals-ignore-case": ""}']),
    );
    const inside = await editor.complete('{"a": [{"anything-but": {"prefix": |}}]}');
    expect(inside).toContain('""');
    expect(inside).not.toContain('{"equals-ignore-case": ""}');
    expect(await editor.complete('{"a": [|]}')).toEqual(
      expect.arrayContaining(['{"wildcard": "*"}', '{"cidr": "2001:db8::/32"}', '{"anything-but": {"suffix": [""]}}']),
    );
  });

  it('explains `$or` and operators of its own', async () => {
    expect(await editor.hover('{"$o|r": [{"a": ["x"]}, {"b": ["y"]}]}')).toContain('one must hold');
    expect(await editor.hover('{"a": [{"wild|card": "x*"}]}')).toContain('`*` stands for any text');
    expect(await editor.hover('{"det|ail": {"a": ["x"]}}')).toContain('payload');
  });
});
