/** Fixes for two comparisons in an order that `aws` refuses: what each accepts, by the comparisons themselves. */
import { describe, expect, it } from 'vitest';
import { applyFix, compilePattern, parsePattern } from '../../src/index.ts';

const COMPARES: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};
const VALUES = [0, 1, 1.5, 2, 3];

function accepted(text: string): readonly number[] {
  const matcher = compilePattern(text, { dialect: 'aws' });
  return VALUES.filter((n) => matcher.matches({ n }));
}

const symbols = Object.keys(COMPARES);
const pairs = symbols.flatMap((a) =>
  symbols.flatMap((b) => [1, 2].flatMap((x) => [1, 2].map((y) => [a, x, b, y] as const))),
);

describe('the fix of two comparisons', () => {
  it('accepts the numbers between both where there are some, or leaves a choice', () => {
    const wrong: string[] = [];
    const count = { safe: 0, choice: 0 };
    for (const [a, x, b, y] of pairs) {
      const text = `{"n":["x",{"numeric":["${a}",${x},"${b}",${y}]}]}`;
      const [found] = parsePattern(text, { dialect: 'aws' }).diagnostics;
      if (found?.code !== 'numeric-order') continue;
      const [first, second] = [a, b].map(
        (symbol, i) => (value: number) => COMPARES[symbol]?.(value, [x, y][i] as number),
      );
      const both = VALUES.filter((value) => first?.(value) && second?.(value));
      const either = VALUES.filter((value) => first?.(value) || second?.(value));
      for (const fix of found.fixes ?? []) {
        count[fix.kind]++;
        const now = accepted(applyFix(text, fix)).join();
        const right =
          fix.kind === 'safe'
            ? now === both.join()
            : both.length === 0 && (now === either.join() || fix.title.includes('between'));
        if (!right) wrong.push(`${text}: ${fix.title}`);
      }
      if (both.length > 0 && found.fixes?.[0]?.kind !== 'safe') wrong.push(`${text}: no fix`);
    }
    expect(wrong).toEqual([]);
    expect(count.safe).toBeGreaterThan(40);
    expect(count.choice).toBeGreaterThan(10);
  });
});
