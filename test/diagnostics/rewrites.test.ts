/** The pattern that the first fix of a finding makes, and texts without a fix since their meaning is unclear. */
import { describe, expect, it } from 'vitest';
import { applyFix, type DialectName, parsePattern } from '../../src/index.ts';

function firstFixed(text: string, dialect: DialectName = 'aliyun'): string | undefined {
  const found = parsePattern(text, { dialect }).diagnostics.find(({ fixes }) => fixes !== undefined);
  const [first] = found?.fixes ?? [];
  return first && applyFix(text, first);
}

/** Conditions of one field, before and after. */
const CONDITIONS: readonly (readonly [written: string, fixed: string | undefined])[] = [
  // Operators whose operand cannot be a condition.
  ['{"or": [["a"]]}', undefined],
  ['{"or": ["a", ["b"], {"prefix": "c"}]}', undefined],
  ['{"and": "a"}', undefined],
  ['{"doesNotStartWith": ""}', undefined],
  ['{"doesNotStartWith": ["a", "b"]}', undefined],
  ['{"wildcard": {"a": 1}}', undefined],
  ['{"wildcard": [5]}', undefined],
  ['{"regex": 5}', undefined],
  [`{"regex": "^${'a'.repeat(2000)}"}`, undefined],
  ['{"number": [">", 5]}', '{"numeric": [">",5]}'],
  ['{"number": 5}', '{"numeric": ["=", 5]}'],
  // A backslash escapes a wildcard; several stars are one.
  ['{"wildcard": "a\\\\*b*"}', '{"prefix": "a*b"}'],
  ['{"wildcard": "a\\\\\\\\*"}', '{"prefix": "a\\\\"}'],
  ['{"wildcard": "a**"}', '{"prefix": "a"}'],
  ['{"wildcard": "**a**"}', '{"contains": "a"}'],
  ['{"wildcard": "a**b"}', '{"prefix": "a", "suffix": "b"}'],
  // Numbers.
  ['{"numeric": [["=", 5]]}', '{"numeric": ["=", 5]}'],
  ['{"numeric": [[">", 0], ["<", 5]]}', '{"numeric": [">", 0, "<", 5]}'],
  ['{"numeric": [true, 5e9]}', undefined],
  ['{"anything-but": {"numeric": [">", 5]}}', '{"numeric": ["<=", 5]}'],
  ['{"anything-but": {"numeric": [">", 1, "<", 5]}}', '{"numeric": ["<=", 1]}, {"numeric": [">=", 5]}'],
  ['{"anything-but": {"numeric": [">", 1, "<", 5, "!=", 3]}}', undefined],
  // Addresses.
  ['{"cidr": "10.0.0.0-10.0.1.255"}', '{"cidr": "10.0.0.0/23"}'],
  // A range of so many blocks is improbable.
  ['{"cidr": "10.0.0.1-10.0.3.77"}', undefined],
  ['{"cidr": "10.0.0.0/255.255.0.0"}', '{"cidr": "10.0.0.0/16"}'],
  ['{"cidr": "10.0.0.0/255.0.255.0"}', undefined],
  ['{"cidr": "10.0/16"}', '{"cidr": "10.0.0.0/16"}'],
  ['{"cidr": "10.0/33"}', undefined],
  ['{"cidr": "10.0.*.*"}', '{"cidr": "10.0.0.0/16"}'],
  ['{"cidr": "999.0.*.*"}', undefined],
  ['{"cidr": ["10.0.0.0/8"]}', '{"cidr": "10.0.0.0/8"}'],
  ['{"cidr": ["10.0.0.0/8", 5]}', undefined],
  ['{"cidr": "10.0.0.5/24"}', '{"cidr": "10.0.0.0/24"}'],
  // Each item of one list with each of the other, while they are few.
  [
    '{"prefix": ["a", "b"], "suffix": ["x", "y"]}',
    '{"prefix": "a", "suffix": "x"}, {"prefix": "a", "suffix": "y"}, {"prefix": "b", "suffix": "x"}, {"prefix": "b", "suffix": "y"}',
  ],
  ['{"prefix": ["a", "b", "c", "d", "e"], "suffix": ["v", "w", "x", "y", "z"]}', undefined],
  [`{"prefix": ${JSON.stringify(Array.from({ length: 25 }, (_, i) => `${i}.`))}}`, undefined],
  // Lists in lists.
  ['{"anything-but": [[]]}', undefined],
  ['{"anything-but": ["a", []]}', '{"anything-but": ["a"]}'],
  ['{"anything-but": [["a"]]}', '{"anything-but": ["a"]}'],
  ['[]', undefined],
  ['"a", []', '"a"'],
  ['{}', '{"exists": true}'],
  ['"a", {}', '"a"'],
];

describe('the first fix of a condition', () => {
  it.each(CONDITIONS)('%s', (written, fixed) => {
    const around = (conditions: string): string => `{"data": {"s": [${conditions}]}}`;
    expect(firstFixed(around(written))).toBe(fixed && around(fixed));
    // Without a fix there is still a finding.
    expect(parsePattern(around(written)).diagnostics).not.toEqual([]);
  });
});

const PATTERNS: readonly (readonly [written: string, fixed: string | undefined])[] = [
  ['"oss:ObjectCreated:PutObject"', '{"type": ["oss:ObjectCreated:PutObject"]}'],
  ['["acs.oss","acs.ecs"]', '{"source": ["acs.oss", "acs.ecs"]}'],
  ['["acs.oss", 5]', undefined],
  ['"anything"', undefined],
  ['{"data": 5}', undefined],
  ['{"data": "x"}', undefined],
  ['{"data": "{\\"a\\":[1]}"}', '{"data": {"a":[1]}}'],
  ['{"$.id": ["a"]}', '{"id": ["a"]}'],
  ['{"$.id": ["a"], "id": ["b"]}', undefined],
  ['{"$.nonsense": ["a"]}', '{"data": {"nonsense": ["a"]}}'],
  ['{"$.order.state": ["a"]}', '{"data": {"order": {"state": ["a"]}}}'],
  ['{"$or": [{"type": []}, {"type": []}]}', undefined],
  ['{"$or": [{"type": ["a"]}, 5]}', undefined],
  ['{"$or": [{"type": "a"}, {"type": "b"}]}', undefined],
  ['{"source": {"foo": "a"}}', undefined],
  ['{"source": {"eq": "a"}}', '{"source": ["a"]}'],
  ['{"source": {"not": {}}}', undefined],
  ['{"data": {"a": {"not": "a"}}}', '{"data": {"a": [{"anything-but": "a"}]}}'],
];

describe('the first fix of a pattern', () => {
  it.each(PATTERNS)('%s', (written, fixed) => {
    expect(firstFixed(written)).toBe(fixed);
    expect(parsePattern(written).diagnostics).not.toEqual([]);
  });

  it('does not exist for a very long text that is nearly JSON', () => {
    const text = `{"source": ["${'a'.repeat(100_000)}",]}`;
    expect(firstFixed('{"source": ["a",]}')).toBe('{"source": ["a"]}');
    expect(firstFixed(text)).toBeUndefined();
  });

  it('has a hint that leaves out a long name', () => {
    const hints = (name: string): readonly (string | undefined)[] =>
      parsePattern(JSON.stringify({ data: { [name]: [], a: ['x'] } })).diagnostics.map(({ hint }) => hint);
    expect(hints('short')).toEqual(['leave `short` out to accept anything']);
    expect(hints('x'.repeat(41))).toEqual(['leave the field out to accept anything']);
  });
});
