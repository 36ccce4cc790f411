/** Editors that know a schema alone report what the checker reports, complete and explain: those of VS Code and of YAML. */
import { describe, expect, it } from 'vitest';
import { patternForEditors } from '../../../src/cli/schemas/schemas.ts';
import {
  type Code,
  catalogue,
  type Diagnostic,
  type DialectName,
  parsePattern,
  parsePointer,
  relatedDialects,
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

/** Errors of the dialect aws alone, whose schema has no messages of its own; those of `false` it does not report. */
const OF_AWS: Readonly<Partial<Record<Code, boolean>>> = {
  'affix-inner': true,
  'anything-but-kind': true,
  'numeric-order': true,
  'or-not-branches': true,
  'wildcard-syntax': true,
  // A schema reads no blocks and no numbers, and counts no combinations; names in branches are part of no path.
  'block-syntax': false,
  'number-not-comparable': false,
  'operator-in-branch': false,
  'too-many-combinations': false,
  'too-many-paths': false,
};

/** About members of one object together: the fault is in the whole object. */
const OF_THE_OBJECT: readonly Code[] = ['uncombinable-operator'];

const dialectNames = relatedDialects.map(({ name }) => name as DialectName);
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
  expect([...Object.keys(BEYOND), ...Object.keys(SAYS), ...Object.keys(OF_AWS)].sort()).toEqual(
    [...new Set([...errors, ...severe])].sort(),
  );
});

describe.each(
  dialectNames
    .flatMap((dialect) => [vsCode, yamlServer].map((open) => [dialect, open(patternForEditors(dialect))] as const))
    .map(([dialect, editor]) => [dialect, editor.name, editor] as const),
)('the schema of %s in %s', (dialect, name, editor: Editor) => {
  const structural = codes.filter(
    (code) => SAYS[code] !== undefined && errorOf(catalogue[code].avoid, code, dialect) !== undefined,
  );

  it('reports each structural error of the catalogue, by its name and at its place', async () => {
    expect(structural.length).toBeGreaterThan(23);
    for (const code of structural) {
      const { avoid } = catalogue[code];
      const part = faultyPart(avoid, errorOf(avoid, code, dialect) as Diagnostic);
      const problems = await editor.problems(avoid);
      expect(problems.length, `${code}: ${avoid}`).toBeGreaterThan(0);
      for (const { message, start, end } of problems) {
        for (const words of SAYS[code] ?? []) expect(message, code).toContain(words);
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
    expect(await editor.complete('{|}')).toEqual(expect.arrayContaining(['source', 'type', 'data']));
    expect(await editor.complete('{"source": |}')).toEqual(expect.arrayContaining(['[{"prefix": ""}]']));
    expect(await editor.complete('{"source": [|]}')).toEqual(
      expect.arrayContaining([expect.stringContaining('"cidr"')]),
    );
    const comparisons = ['"="', '"!="', '"<"', '"<="', '">"', '">="'];
    expect(await editor.complete('{"data": {"n": [{"numeric": [|]}]}}')).toEqual(expect.arrayContaining(comparisons));
    expect(await editor.complete('{"data": {"n": [{"exists": |}]}}')).toEqual(
      expect.arrayContaining(['true', 'false']),
    );
    expect(await editor.complete('{"|"}')).not.toContain('detail');
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
      expect(names).not.toContain('wildcard');
    });
  } else {
    it('completes block style', async () => {
      expect(await editor.complete('source:\n  - |')).toContain('{"prefix": ""}');
      expect(await editor.complete('data:\n  n:\n    - numeric: |')).toContain('[">", 0]');
    });

    it('reports errors in block style', async () => {
      const problems = await editor.problems('source: shop.orders\ndata:\n  state: [paid, {prefx: part-}]\n');
      expect(problems.map(({ message }) => message)).toEqual([
        'the value of `source` is an array of conditions',
        expect.stringContaining('there is no such operator; the operators are prefix, '),
      ]);
    });
  }
});

describe.each([vsCode, yamlServer])('the schema of aws in an editor', (open) => {
  const editor = open(patternForEditors('aws'));

  it('reports the structural errors of the catalogue', async () => {
    const found = codes.filter((code) => errorOf(catalogue[code].avoid, code, 'aws') !== undefined);
    expect(found.length).toBeGreaterThan(20);
    const unreported: Code[] = [];
    for (const code of found) if ((await editor.problems(catalogue[code].avoid)).length === 0) unreported.push(code);
    const expected = found.filter((code) => BEYOND[code] !== undefined || OF_AWS[code] === false);
    expect(unreported.filter((code) => BEYOND[code] === undefined)).toEqual(
      expected.filter((code) => BEYOND[code] === undefined),
    );
  });

  it('reports nothing in the patterns to prefer', async () => {
    for (const code of codes) {
      const { prefer } = catalogue[code];
      if (parsePattern(prefer, { dialect: 'aws' }).pattern === undefined) continue;
      expect(await editor.problems(prefer), `${code}: ${prefer}`).toEqual([]);
    }
  });
});
