import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPlainMember } from '../../../src/cli/sources/swapped-arguments.ts';
import { parsePattern } from '../../../src/index.ts';
import { readJson } from '../../../src/json.ts';
import { filterPattern } from '../../support/arbitraries/pattern.ts';
import { runs } from '../../support/runs.ts';

type Members = Record<string, unknown>;

/** The members of an object and of those below objects. */
function membersIn(value: unknown): readonly (readonly [parent: Members, name: string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const parent = value as Members;
  return Object.keys(parent).flatMap((name) => [[parent, name] as const, ...membersIn(parent[name])]);
}

const patterns = fc.constantFrom('aliyun' as const, 'rocketmq' as const, 'aws' as const).chain((dialect) =>
  fc.record({
    dialect: fc.constant(dialect),
    pattern: filterPattern(dialect),
    place: fc.nat(),
    plain: fc.constantFrom<unknown>(1, 'a', true, null, '', { prefix: 'a' }, { exists: true }),
  }),
);

test('a pattern with a plain value below an object is refused by every dialect, so that such text is an event', () => {
  fc.assert(
    fc.property(patterns, ({ dialect, pattern, place, plain }) => {
      expect(hasPlainMember(readJson(pattern).node)).toBe(false);
      const changed = JSON.parse(pattern) as Members;
      const members = membersIn(changed);
      const [parent, name] = members[place % members.length] ?? [changed, 'a'];
      // A name may be `__proto__`.
      Object.defineProperty(parent, name, { value: plain, enumerable: true, configurable: true });
      const text = JSON.stringify(changed);
      expect(hasPlainMember(readJson(text).node)).toBe(true);
      expect(parsePattern(text, { dialect }).pattern).toBeUndefined();
    }),
    { numRuns: runs(300) },
  );
});
