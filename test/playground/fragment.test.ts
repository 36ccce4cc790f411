/** Links contain the whole state; a damaged or huge one is refused with a message. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkError, MAX_SHARED, pack, type Shared, unpack } from '../../src/playground/state/fragment.ts';

const state: Shared = {
  pattern: '{"source": ["acs.oss"]}',
  events: [{ text: '{"source": "acs.oss"}', expected: true, name: 'a.json' }, { text: 'not JSON' }],
  dialect: 'rocketmq',
  extensions: ['tenant'],
  other: '{}',
};

function packed(form: unknown): string {
  return `#v1.${deflateRawSync(typeof form === 'string' ? form : JSON.stringify(form)).toString('base64url')}`;
}

describe('the fragment of a link', () => {
  it('decodes to what was encoded', async () => {
    expect(await unpack(await pack(state))).toEqual(state);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string(), { minLength: 1 }),
        async (pattern, texts) => {
          const shared: Shared = {
            pattern,
            events: texts.map((text) => ({ text })),
            dialect: 'aliyun',
            extensions: [],
          };
          const fragment = await pack(shared);
          expect(fragment).toMatch(/^#v1\.[\w-]+$/);
          expect(await unpack(fragment)).toEqual(shared);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is undefined when the address has none', async () => {
    expect(await unpack('')).toBeUndefined();
    expect(await unpack('#')).toBeUndefined();
  });

  it('is refused when it would be too long', async () => {
    await expect(pack({ ...state, pattern: 'x'.repeat(MAX_SHARED) })).rejects.toThrow(LinkError);
  });

  it('is refused when it is truncated anywhere', async () => {
    const fragment = await pack(state);
    for (let length = 2; length < fragment.length; length++) {
      await expect(unpack(fragment.slice(0, length)), `${length}`).rejects.toThrow(LinkError);
    }
  });

  it.each([
    ['another version', '#v2.AAAA'],
    ['no base64', '#v1.%3Cscript%3E'],
    ['no JSON', packed('{')],
    ['another form', packed([])],
    ['no events', packed({ p: '', e: [], d: 'aliyun', x: [] })],
    ['an event of another form', packed({ p: '', e: [['{}', 1, null]], d: 'aliyun', x: [] })],
    ['a dialect that does not exist', packed({ p: '', e: [['{}', null, null]], d: '__proto__', x: [] })],
    ['extensions of another form', packed({ p: '', e: [['{}', null, null]], d: 'aliyun', x: [1] })],
  ])('is refused for %s', async (_, fragment) => {
    await expect(unpack(fragment)).rejects.toThrow(LinkError);
  });

  it('is decompressed up to 2 MB', async () => {
    const bomb = packed(`"${'a'.repeat(20_000_000)}"`);
    expect(bomb.length).toBeLessThan(40_000);
    await expect(unpack(bomb)).rejects.toThrow('more than 2 MB');
  });
});
