/** Explanations where arrays are transparent: where the wanted name or value is instead, and differences that cannot be seen. */
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/index.ts';

const texts = (pattern: string, event: string): string[] =>
  compilePattern(pattern, { dialect: 'aws' })
    .explain(event)
    .fields.flatMap(({ reasons = [] }) => reasons.map(({ text }) => text));

describe('an explanation under aws', () => {
  it.each([
    ['{"detail":{"state":["x"]}}', '{"detail":{"body":{"state":"x"}}}', '`state` is at /detail/body/state'],
    ['{"state":["x"]}', '{"detail":{"state":"x"}}', '`state` is at /detail/state'],
    ['{"detail":{"body":{"state":["x"]}}}', '{"detail":{"state":"x"}}', '`state` is at /detail/state'],
    ['{"$.detail.state":["x"]}', '{"detail":{"state":"x"}}', '`state` is at /detail/state'],
    ['{"detail":{"state":["x"]}}', '{"detail":{"a":[{"state":"x"}]}}', '`state` is at /detail/a/0/state'],
    [
      '{"detail":{"items[0].state":["x"]}}',
      '{"detail":{"items":[{"state":"x"}]}}',
      '`state` is at /detail/items/0/state',
    ],
    ['{"detail":{"a":{"id":["i-123456"]}}}', '{"detail":{"b":"i-123456"}}', '"i-123456" is at /detail/b'],
    ['{"detail":{"a":["i-123456"]}}', '{"detail":{"a":["x"],"b":[["i-123456"]]}}', '"i-123456" is at /detail/b/0/0'],
    ['{"$or":[{"a":["x"]},{"b":["y"]}]}', '{"c":{"b":"y"}}', '`b` is at /c/b'],
  ])('of %s on %s tells that %s', (pattern, event, text) => {
    expect(texts(pattern, event)).toContain(text);
  });

  it.each([
    ['{"wildcard":"a b*"}', '"a\u200b bx"', 'U+200B'],
    ['{"wildcard":"*caf\u00e9"}', '"un cafe\u0301"', 'U+0301'],
    ['{"equals-ignore-case":"straße"}', '"Straße\u00a0"', 'U+00A0'],
    ['{"equals-ignore-case":"abc"}', '"\u0430bC"', 'U+0430'],
    ['{"prefix":{"equals-ignore-case":"a b"}}', '"A\u00a0Bc"', 'U+00A0'],
    ['{"suffix":{"equals-ignore-case":"a b"}}', '"xA\u00a0B"', 'U+00A0'],
  ])('of %s on %s shows %s', (condition, value, code) => {
    expect(texts(`{"a":[${condition}]}`, `{"a":${value}}`).join()).toContain(code);
  });

  it('says that case is ignored where the difference can be seen', () => {
    expect(texts('{"a":[{"equals-ignore-case":"ab"}]}', '{"a":"xb"}')).toEqual([
      '"xb" is not "ab": the case of the condition is ignored',
    ]);
  });
});
