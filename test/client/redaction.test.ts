/** A secret is hidden in every spelling of JSON, form, HTML and base64 encoders, and in combinations of three. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redactor } from '../../src/client/redact/redactor.ts';
import { runs } from '../support/runs.ts';
import { encoders, spelled } from '../support/spellings.ts';

const HIDDEN = '***';

/** Characters that some encoder escapes, and some that none does. */
const character = fc.oneof(
  fc.constantFrom(...'abcXYZ019 -_.~'),
  fc.constantFrom(...'"\\/\'&<>=+%#?;:,()[]{}@!*|^`$\t\n'),
  fc.constantFrom('ü', 'é', '密', '😀', '\u007f', 'u0041', '%41', '\\n'),
);
const secret = fc
  .array(character, { minLength: 6, maxLength: 24 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text.length >= 6 && new Set(text).size > 3);
const random = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })).map((stream) => (): number => {
  return stream.next().value as number;
});

describe('a secret of a call', () => {
  for (const { name, encode } of encoders) {
    it(`is hidden as ${name}`, () => {
      fc.assert(
        fc.property(secret, random, (text, next) => {
          const written = encode(text, next);
          const shown = new Redactor().add(text).text(`<${written}>`);
          expect(shown).toContain(HIDDEN);
          expect(shown).not.toContain(written);
          // Base64 hides more than the secret; other encoders hide exactly the secret.
          if (!name.startsWith('base64')) expect(shown).toBe(`<${HIDDEN}>`);
        }),
        { seed: 12, numRuns: 150 },
      );
    });
  }

  it('is hidden after up to three encoders, one after another', () => {
    fc.assert(
      fc.property(secret, random, (text, next) => {
        const { text: written, by } = spelled(text, next);
        const shown = new Redactor().add(text).text(`you sent "${written}" to us`);
        expect(shown, by).toContain(HIDDEN);
        expect(shown, by).not.toContain(written);
      }),
      { seed: 13, numRuns: runs(1500) },
    );
  });

  it('is hidden without a change of the rest of the text', () => {
    const redactor = new Redactor().add('c2VjcmV0=="&ü');
    expect(redactor.text('{"a":"c2VjcmV0\\u003d\\u003D\\"\\u0026\\u00fc","b":"\\u003d","c":"100 %"}')).toBe(
      '{"a":"***","b":"\\u003d","c":"100 %"}',
    );
    expect(redactor.text('a=c2VjcmV0%3d%3D%22%26%c3%BC&b=%3D')).toBe('a=***&b=%3D');
    expect(redactor.text('nothing of it: c2VjcmV0, \\u00fc, %ZZ, &bogus; \\')).toBe(
      'nothing of it: c2VjcmV0, \\u00fc, %ZZ, &bogus; \\',
    );
  });

  it('is hidden in a Basic authorization header, for any user name', () => {
    for (const user of ['', 'u', 'ab', 'abc', 'admin']) {
      const header = `Authorization: Basic ${Buffer.from(`${user}:s3cretPassword`).toString('base64')}, next`;
      expect(new Redactor().add('s3cretPassword').text(header)).toBe('Authorization: Basic ***, next');
    }
  });

  it('is hidden line by line when it has several lines', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----';
    const shown = new Redactor().add(key).text(`key: |\r\n    ${key.split('\n').join('\r\n    ')}\r\nend`);
    expect(shown).not.toMatch(/MIIE|EFAA/);
    expect(shown).toMatch(/^key: .*end$/s);
  });
});

describe('a short secret', () => {
  it('is hidden where it is a word of its own, and hides nothing else', () => {
    const redactor = new Redactor().add('a', 'no', '42x');
    expect(redactor.text('a cat has no notion of 42x42x, "no" = a')).toBe(
      '*** cat has *** notion of 42x42x, "***" = ***',
    );
    expect(redactor.text('{"p":"\\u0061"}')).toBe('{"p":"***"}');
  });

  it('does not hide the message', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 3 }), (short) => {
        const message = 'the event streaming [orders-of-the-day] not existed, request 5E8C2C0A6F1B';
        const shown = new Redactor().add(short).text(message);
        expect(shown.length).toBeGreaterThan(message.length / 2);
      }),
      { seed: 3, numRuns: runs(300) },
    );
  });
});

describe('a text of the service', () => {
  it('is shortened to the length of a message after its secrets are hidden', () => {
    const redactor = new Redactor().add('s3cretPassword');
    const brief = redactor.brief(`${'x'.repeat(1995)}s3cretPassword${'y'.repeat(5000)}`);
    expect(brief).toMatch(/^x{1995}\*\*\*yy… \(4998 more characters\)$/);
    expect(redactor.brief('z'.repeat(70_000))).toBe('(a text of 70000 characters)');
  });
});
