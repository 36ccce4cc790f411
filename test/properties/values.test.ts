/** Addresses, comparisons and number texts, each judged by a slow and obvious implementation. */
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressIn, addressOf, type BlockText, blocksOf, readBlock } from '../../src/pattern/value/addresses.ts';
import { retype } from '../../src/pattern/value/java-numbers.ts';
import { comparisons, precisionOf } from '../../src/pattern/value/numbers.ts';
import { javaNumberText } from '../support/java-number.ts';
import { runs } from '../support/runs.ts';

const octet = fc.oneof(
  fc.constantFrom('0', '1', '9', '10', '99', '100', '199', '249', '250', '255'),
  fc.nat(255).map(String),
);
const wrongPart = fc.constantFrom(
  '256',
  '260',
  '300',
  '999',
  '1000',
  '00',
  '01',
  '010',
  '001',
  '0255',
  '',
  '-1',
  '+1',
  '1e1',
  '0x1',
  '１',
  ' 1',
);
const quad = fc.array(octet, { minLength: 4, maxLength: 4 }).map((parts) => parts.join('.'));

/** Addresses, and texts with one slip. */
const nearAddress = fc.oneof(
  { weight: 3, arbitrary: quad },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(octet, { minLength: 4, maxLength: 4 }), fc.nat(3), wrongPart)
      .map(([parts, i, wrong]) => parts.with(i, wrong).join('.')),
  },
  { weight: 1, arbitrary: fc.array(octet, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.')) },
  {
    weight: 1,
    arbitrary: fc.tuple(quad, fc.constantFrom('.', ' ', '\n', '/8', '\0', 'a')).map(([text, tail]) => text + tail),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(quad, fc.constantFrom('.', ' ', '::ffff:', '0')).map(([text, head]) => head + text),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('0', '1', '2', '5', '.', '/'), maxLength: 16 }) },
);

function byIpaddr(text: string): number {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return -1;
  return ipaddr.IPv4.parse(text)
    .toByteArray()
    .reduce((number, byte) => number * 256 + byte, 0);
}

describe('the IPv4 address of an event', () => {
  it('is the one that ipaddr.js reads from a strict dotted quad', () => {
    let addresses = 0;
    fc.assert(
      fc.property(nearAddress, (text) => {
        const expected = byIpaddr(text);
        if (expected >= 0) addresses++;
        expect(addressIn(text, false)).toBe(expected);
      }),
      { numRuns: runs(10_000) },
    );
    expect(addresses).toBeGreaterThan(runs(10_000) / 5);
    expect(addresses).toBeLessThan(4000);
  });

  it('may have leading zeros in up to three decimal digits where the dialect permits it', () => {
    fc.assert(
      fc.property(nearAddress, (text) => {
        // ipaddr.js would read leading zeros as octal, so they are removed first.
        const digits = /^[0-9]{1,3}(\.[0-9]{1,3}){3}$/.test(text);
        const stripped = text
          .split('.')
          .map((part) => String(Number(part)))
          .join('.');
        expect(addressIn(text, true)).toBe(digits ? byIpaddr(stripped) : -1);
      }),
      { numRuns: runs(10_000) },
    );
  });

  it('prints as it was written', () => {
    fc.assert(
      fc.property(quad, (text) => {
        expect(addressOf(addressIn(text, false))).toBe(text);
      }),
    );
  });
});

describe('the CIDR block of a pattern', () => {
  it('has the first and the last address that ipaddr.js gives', () => {
    fc.assert(
      fc.property(quad, fc.nat(32), (address, bits) => {
        const text = `${address}/${bits}`;
        const first = ipaddr.IPv4.networkAddressFromCIDR(text).toString();
        const last = ipaddr.IPv4.broadcastAddressFromCIDR(text).toString();
        expect(readBlock(text, false)).toEqual({
          first: byIpaddr(first),
          last: byIpaddr(last),
          masked: true,
          hostBits: first !== address,
          canonical: `${first}/${bits}`,
        });
      }),
      { numRuns: runs(4000) },
    );
  });

  it('is refused unless it is a strict dotted quad with a mask of one or two digits up to 32', () => {
    const mask = fc.oneof(
      fc.constant(''),
      fc.constantFrom('/', '/33', '/99', '/024', '/-1', '/8/8', '/a', '/ 8'),
      fc.nat(32).map((n) => `/${n}`),
    );
    fc.assert(
      fc.property(nearAddress, mask, (address, suffix) => {
        const text = address + suffix;
        const [quadText = '', bits, ...more] = text.split('/');
        const maskIsGood = bits === undefined || (/^\d\d?$/.test(bits) && Number(bits) <= 32 && more.length === 0);
        expect('first' in readBlock(text, false)).toBe(byIpaddr(quadText) >= 0 && maskIsGood);
      }),
      { numRuns: runs(6000) },
    );
  });

  it('is found for any range of addresses, each of which lies in one block', () => {
    fc.assert(
      fc.property(quad, fc.nat(32), fc.constantFrom(0, 0, 1, -1, 77), (address, bits, off) => {
        const first = byIpaddr(ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`).toString());
        const last = first + 2 ** (32 - bits) - 1 + off;
        fc.pre(last >= first && last < 2 ** 32);
        const blocks = (blocksOf(first, last, 64) ?? []).map((block) => readBlock(block, false) as BlockText);
        if (off === 0) expect(blocks).toHaveLength(1);
        let next = first;
        for (const block of blocks) {
          expect(block).toMatchObject({ first: next, hostBits: false });
          next = block.last + 1;
        }
        expect(next).toBe(last + 1);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('comparisons', () => {
  /** Section 3: equal within 1e-7; less and greater mean different by more than that. */
  function holds(symbol: string, x: number, n: number): boolean {
    const distance = Math.abs(x - n);
    const order = distance <= 1e-7 ? 'equal' : x < n ? 'less' : 'greater';
    const wanted: Record<string, readonly string[]> = {
      '=': ['equal'],
      '!=': ['less', 'greater'],
      '<': ['less'],
      '<=': ['less', 'equal'],
      '>': ['greater'],
      '>=': ['greater', 'equal'],
    };
    return wanted[symbol]?.includes(order) ?? false;
  }

  const bound = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
  const offset = fc.constantFrom(
    0,
    1e-7,
    -1e-7,
    0.99e-7,
    -0.99e-7,
    1.01e-7,
    -1.01e-7,
    1e-6,
    1,
    -1,
    1e300,
    -1e300,
    Number.POSITIVE_INFINITY,
  );

  it('are the six of the language, and hold as its formula says', () => {
    expect([...comparisons.keys()]).toEqual(['=', '!=', '<', '<=', '>', '>=']);
    fc.assert(
      fc.property(bound, offset, (n, delta) => {
        const x = n + delta;
        for (const [symbol, comparison] of comparisons)
          expect(comparison(x, n), `${x} ${symbol} ${n}`).toBe(holds(symbol, x, n));
      }),
      { numRuns: runs(4000) },
    );
  });

  // Section 3 gives both examples: the difference of the first rounds above 1e-7.
  it.each([
    [1.0000001, 1, false],
    [0.9999999, 1, true],
  ])('have the tolerance of the language: %d and %d are equal: %s', (x, n, equal) => {
    expect(comparisons.get('=')?.(x, n)).toBe(equal);
    expect(comparisons.get('!=')?.(x, n)).toBe(!equal);
  });
});

/** JSON numbers: of ordinary size, at the limits of Java's types, and far beyond. */
const border = fc.constantFrom(0n, 1n, 2n ** 31n, 2n ** 32n, 2n ** 63n, 2n ** 64n, 10n ** 18n, 10n ** 19n);
const digits = fc.oneof(
  fc.nat().map(String),
  fc.tuple(border, fc.integer({ min: -2, max: 2 })).map(([n, d]) => (n + BigInt(d) < 0n ? '0' : String(n + BigInt(d)))),
  fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String),
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((x) => BigInt(Math.floor(Math.min(x, 1e30))).toString()),
);
const numberText = fc
  .tuple(
    fc.boolean(),
    digits,
    fc.option(fc.oneof(fc.constantFrom('0', '00', '5', '10', '000001', '125'), fc.nat().map(String))),
    fc.option(
      fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: -40, max: 40 }) },
        fc.integer({ min: -400, max: 400 }),
        fc.constantFrom(1000000, -1000000),
      ),
    ),
    fc.constantFrom('e', 'E', 'e+', 'E+'),
  )
  .map(([negative, whole, fraction, exponent, e]) => {
    const power = exponent === null ? '' : exponent < 0 ? `${e[0]}${exponent}` : `${e}${exponent}`;
    return `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}${power}`;
  });

describe('the number text of rocketmq', () => {
  it('is the one that a slow reader of digits and BigInts gives', () => {
    fc.assert(
      fc.property(fc.oneof(numberText, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)), (text) => {
        const json = text.replace(/^(-?)\./, '$10.');
        expect(retype(json)).toBe(javaNumberText(json));
      }),
      { numRuns: runs(10_000) },
    );
  });

  // Every example of section 5.
  it.each([
    ['300', '300'],
    ['3.0e2', '300'],
    ['1E2', '100'],
    ['-0', '0'],
    ['-2147483649', '2147483647'],
    ['1e19', '1E+19'],
    ['9223372036854775808', '9223372036854775808'],
    ['1.10', '1.1'],
    ['300.00', '300.0'],
    ['0.0001', '1.0E-4'],
    ['12345678.9', '1.23456789E7'],
    ['1.23456789012345678', '1.23456789012345678'],
    ['-0.0', '0.0'],
    // The limits of the rule.
    ['2147483647', '2147483647'],
    ['2147483648', '2147483648'],
    ['-2147483648', '-2147483648'],
    ['9223372036854775807', '9223372036854775807'],
    ['0.001', '0.001'],
    ['9999999.5', '9999999.5'],
    ['10000000.5', '1.00000005E7'],
    ['10000000.0', '1.0E7'],
    ['9999999.0', '9999999.0'],
    ['0.00099', '9.9E-4'],
  ])('of %s is compared as %s', (text, expected) => {
    expect(retype(text)).toBe(expected);
  });
});

describe('the precision of a number', () => {
  it('counts the digits that remain without zeros at both ends', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.nat(25), fc.nat(3), (whole, scale, zeros) => {
        const all = String(whole).padStart(scale + 1, '0');
        const text = scale === 0 ? all : `${all.slice(0, -scale)}.${all.slice(-scale)}${'0'.repeat(zeros)}`;
        const significant = String(whole).replace(/0+$/, '');
        const dropped = String(whole).length - significant.length;
        expect(precisionOf(text)).toEqual({
          significantDigits: significant.length,
          decimals: Math.max(0, scale - dropped),
        });
      }),
    );
  });

  it.each([
    ['0', 0, 0],
    ['0.000', 0, 0],
    ['1e-9', 1, 9],
    ['1.5e1', 2, 0],
    ['1e1000000', 1, 0],
    ['1e-1000000', 1, 1_000_000],
  ])('of %s is %d digits and %d decimals', (text, significantDigits, decimals) => {
    expect(precisionOf(text)).toEqual({ significantDigits, decimals });
  });
});
