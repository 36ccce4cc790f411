import { describe, expect, it } from 'vitest';
import { checkStream } from '../../src/client/index.ts';
import { parsePattern } from '../../src/index.ts';
import { clipped } from '../../src/pattern/value/excerpt.ts';

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const lengths = Array.from({ length: 8 }, (_, i) => 54 + i);

describe('user input in messages', () => {
  it.each(lengths)('is shortened between characters, after %i letters', (length) => {
    const name = `${'a'.repeat(length)}${'😀'.repeat(10)}`;
    const messages = [
      ...parsePattern(`{${JSON.stringify(name)}:["x"]}`).diagnostics,
      ...checkStream({ [name]: 1 }, { operation: 'create' }),
    ].flatMap(({ message }) => (message.includes('aaaa') ? [message] : []));
    expect(messages).toHaveLength(2);
    for (const message of messages) {
      expect(message).toContain('…`');
      expect(message).not.toMatch(HALF);
    }
  });

  it('is shown whole up to the limit, and shortened beyond it', () => {
    for (const most of [1, 2, 40, 60]) {
      expect(clipped('x'.repeat(most), most)).toBe('x'.repeat(most));
      expect(clipped('x'.repeat(most + 1), most)).toBe(`${'x'.repeat(most - 1)}…`);
    }
  });
});
