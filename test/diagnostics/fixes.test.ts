/** Laws of every fix, for any pattern: it removes its finding, and accepts nothing that was excluded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyFix,
  type Code,
  catalogue,
  compilePattern,
  type Diagnostic,
  type DialectName,
  type Fix,
  implies,
  mutants,
  nearMisses,
  parsePattern,
  sample,
} from '../../src/index.ts';
import { brokenPattern, filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';
import { fixtures } from './fixtures.ts';
import { slips } from './slips.ts';

/** Findings that stop the reading of a text, so that a fix may reveal others. */
const HIDING = new Set<Code>(['empty-text', 'invalid-json', 'pattern-in-string', 'pattern-not-object']);

interface Case {
  readonly text: string;
  readonly dialect: DialectName;
}

function eachFix({ text, dialect }: Case, check: (finding: Diagnostic, fix: Fix, fixed: string) => void): void {
  for (const finding of parsePattern(text, { dialect }).diagnostics) {
    for (const fix of finding.fixes ?? []) check(finding, fix, applyFix(text, fix));
  }
}

/**
 * How often a finding occurs. Warnings are compared by message, too, since a fix frees budget in which another one of the code may be
 * found.
 */
function timesOf({ code, severity, message }: Diagnostic, text: string, dialect: DialectName): number {
  const same = parsePattern(text, { dialect }).diagnostics.filter((one) => one.code === code);
  return same.filter((one) => severity === 'error' || one.message === message).length;
}

function countsOf(text: string, dialect: DialectName, severity?: string): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const found of parsePattern(text, { dialect }).diagnostics) {
    if (severity === undefined || found.severity === severity)
      counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
  }
  return counts;
}

/** The digits of all numbers of a text, also of those in strings and after escapes, in a normal form. */
function numbersOf(text: string): Set<string> {
  const unescaped = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new Set(
    [...unescaped.matchAll(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)].map(([number]) => {
      const [, sign = '', whole = '', fraction = '', exponent = '0'] =
        /^(-?)(\d+)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
      const digits = `${whole}${fraction}`.replace(/^0+/, '');
      const end = digits.replace(/0+$/, '');
      return `${end === '' ? '' : sign}${end}e${end === '' ? 0 : Number(exponent) - fraction.length + digits.length - end.length}`;
    }),
  );
}

/** Addresses are left out: a law of their own compares their digits. */
const OF_ADDRESSES = new Set<Code>(['cidr-syntax', 'cidr-host-bits']);

function assertLaws(one: Case): number {
  let fixes = 0;
  eachFix(one, (finding, fix, fixed) => {
    fixes++;
    const about = `${finding.code} of ${one.text}: ${fix.title} makes ${fixed}`;
    const before = timesOf(finding, one.text, one.dialect);
    expect(timesOf(finding, fixed, one.dialect), about).toBeLessThan(before);
    const errors = countsOf(one.text, one.dialect, 'error');
    for (const [code, count] of countsOf(fixed, one.dialect, 'error')) {
      if (HIDING.has(finding.code)) expect(HIDING.has(code), about).toBe(false);
      else expect(count, `${code} after ${about}`).toBeLessThanOrEqual(errors.get(code) ?? 0);
    }
    if (!OF_ADDRESSES.has(finding.code)) {
      const known = numbersOf(one.text);
      expect(
        [...numbersOf(fixed)].filter((number) => !known.has(number)),
        about,
      ).toEqual([]);
    }
    if (fix.kind === 'safe' && finding.severity !== 'error') assertSameVerdicts(one, fixed, about);
    expect(finding.hint).toBe(finding.fixes?.[0]?.title);
  });
  return fixes;
}

function assertSameVerdicts({ text, dialect }: Case, fixed: string, about: string): void {
  if (parsePattern(text, { dialect }).pattern === undefined) return;
  const [before, after] = [compilePattern(text, { dialect }), compilePattern(fixed, { dialect })];
  const events = [before, after].flatMap(({ pattern }) => [
    ...sample(pattern, 5, { budget: 5000 }),
    ...nearMisses(pattern, 5, { budget: 5000 }).map(({ event }) => event),
  ]);
  for (const event of events) expect(after.matchesJson(event), `${about} for ${event}`).toBe(before.matchesJson(event));
}

/** The n-th, or the last one when there are fewer. */
function nth<T>(all: Iterable<T>, n: number): T | undefined {
  let last: T | undefined;
  let left = n;
  for (const one of all) {
    last = one;
    if (left-- === 0) break;
  }
  return last;
}

const DIALECTS: readonly DialectName[] = ['aliyun', 'rocketmq'];

describe.each(DIALECTS)('each fix under %s', (dialect) => {
  it("of the catalogue's `avoid` texts and of the fixtures is right", () => {
    const texts = [
      ...Object.values(catalogue).map(({ avoid }) => avoid),
      ...fixtures.map(({ pattern }) => pattern.replace('«', '').replace('»', '')).filter((text) => text.length < 5000),
    ];
    const fixes = texts.map((text) => assertLaws({ text, dialect }));
    expect(fixes.filter((count) => count > 0).length).toBeGreaterThan(60);
  });

  it('of a pattern with one random slip is right', () => {
    const all = slips(dialect);
    const step = Math.round(all.length / runs(all.length));
    const fixes = all.filter((_, i) => i % step === 0).map((text) => assertLaws({ text, dialect }));
    expect(fixes.filter((count) => count > 0).length).toBeGreaterThan(fixes.length / 3);
  });

  it('of generated broken patterns is right', () => {
    let fixes = 0;
    fc.assert(
      fc.property(brokenPattern(dialect), (text) => {
        fixes += assertLaws({ text, dialect });
      }),
      { numRuns: runs(300) },
    );
    expect(fixes).toBeGreaterThan(runs(300) / 3);
  });

  it('of the slips that operators declare is right', () => {
    fc.assert(
      fc.property(filterPattern(dialect), fc.nat(), (text, pick) => {
        assertLaws({ text, dialect });
        const { pattern } = parsePattern(text, { dialect });
        if (pattern === undefined) return;
        // Each mutant is proved to differ, which is the slow part of this test.
        const { range, after } = nth(mutants(pattern), pick % 5) ?? {};
        if (range === undefined || after === undefined) return;
        assertLaws({ text: `${text.slice(0, range.start)}${after.join(',')}${text.slice(range.end)}`, dialect });
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('no fix and no hint accepts what the pattern excluded', () => {
  const TEXTS = [['a'], ['a', 'b'], ['a', 'ab'], ['a', 'b', 'c']];
  const END = { prefix: (text: string) => `${text}x`, suffix: (text: string) => `x${text}` } as const;
  type Name = keyof typeof END;
  const wide = (name: Name, operand: unknown): unknown[] => [
    { 'anything-but': { [name]: operand } },
    { 'anything-but': [{ [name]: operand }] },
  ];

  /** Patterns with the values that they exclude. */
  const excluded: (readonly [pattern: unknown, values: readonly unknown[]])[] = [
    ...(['prefix', 'suffix'] as const).flatMap((name) =>
      TEXTS.flatMap((texts) => wide(name, texts).map((condition) => [condition, texts.map(END[name])] as const)),
    ),
    ...(['prefix', 'suffix'] as const).flatMap((name) => [
      [{ 'anything-but': { [name]: '' } }, ['', 'a', 'b']] as const,
      [{ 'anything-but': { [name]: { 'equals-ignore-case': 'a' } } }, [END[name]('a'), END[name]('A')]] as const,
      [{ 'anything-but': { [name]: ['a'], other: 1 } }, [END[name]('a')]] as const,
      [{ [name]: '', 'anything-but': 'b' }, [5, true, 'b']] as const,
      [{ [name]: '', numeric: ['>', 5] }, [6, 'a']] as const,
      [{ [name]: '*.a', contains: 'b' }, ['b', 'x.a', 'xb.a', '.ab']] as const,
      [{ [name]: 'a.*', contains: 'b' }, ['b', 'a.b', 'b.a']] as const,
    ]),
    [{ 'anything-but': { contains: ['a', 'b'] } }, ['xa', 'xb']],
    [{ 'anything-but': { cidr: ['10.0.0.0/8', '11.0.0.0/8'] } }, ['10.0.0.1', '11.0.0.1']],
    [{ 'anything-but': { cidr: '10.0.0.0/8' } }, ['10.0.0.1']],
    [{ 'anything-but': { 'equals-ignore-case': 'a' } }, ['a', 'A']],
    [{ 'anything-but': { 'equals-ignore-case': ['a', 'b'] } }, ['a', 'A', 'b', 'B']],
    [{ 'anything-but': { wildcard: 'a*b' } }, ['ab', 'axb']],
    [{ 'anything-but': { wildcard: ['a*', 'b*'] } }, ['ax', 'bx']],
    [{ 'anything-but': { regex: '^a' } }, ['ax']],
    [{ 'anything-but': { prefix: 'a', suffix: 'b' } }, ['ab', 'axb', 'ax', 'xb']],
    [{ 'anything-but': { exists: true } }, ['a', 5]],
    [{ 'anything-but': { numeric: ['>', 0, '<', 5] } }, [1, 4]],
    [{ 'anything-but': { numeric: ['=', 1] } }, [1]],
    [{ 'anything-but': { startsWith: ['a', 'b'] } }, ['ax', 'bx']],
    [{ 'anything-but': { in: ['a', 'b'] } }, ['a', 'b']],
    [{ 'anything-but': { prefx: 'a' } }, ['ax']],
    [{ 'anything-but': 'tmp-*' }, ['tmp-*']],
    [{ notprefix: 'a' }, ['ax']],
    [{ '!prefix': 'a' }, ['ax']],
    [{ nprefix: 'a' }, ['ax']],
    [{ 'not-contains': 'a' }, ['xa']],
    [{ noteq: 'a' }, ['a']],
    [{ notIn: ['a', 'b'] }, ['a', 'b']],
    [{ nin: ['a', 'b'] }, ['a', 'b']],
    [{ not: { prefix: 'a' } }, ['ax']],
    [{ not: { prefix: ['a', 'b'] } }, ['ax', 'bx']],
    [{ doesNotStartWith: 'a' }, ['ax']],
    [{ doesNotExist: true }, ['a', 5]],
    [{ prefix: ['a', 'b'], suffix: 'c' }, ['a', 'b', 'c', 'ax', 'xc']],
    [{ prefix: ['a', 'b'], 'anything-but': 'ab' }, ['ab', 'c', 5]],
    [{ exists: true, prefix: 'a' }, ['b', 5]],
    [{ exists: false, prefix: 'a' }, ['b', 'ax', 5]],
    [{ prefix: 'a', suffix: 'b' }, ['a', 'b', 'xb', 'ax']],
    [{ prefix: 'a', wildcard: '*b' }, ['a', 'b', 'xb', 'ax']],
    [{ prefix: 'a', 'equals-ignore-case': 'b' }, ['a', 'ax', 'b', 'B']],
    [{ 'anything-but': [], prefix: 'a' }, ['b', 5]],
    [{ gt: 5, prefix: 'a' }, [6, 'a', 4]],
    [{ numeric: ['not in', 5, 6] }, [5, 6]],
    [{ numeric: ['not', 5] }, [5]],
    [{ numeric: ['notBetween', 5, 10] }, [5, 7, 10]],
    [{ notInRange: [5, 10] }, [5, 7, 10]],
    [{ 'anything-but': { between: [5, 10] } }, [5, 7, 10]],
    [{ 'anything-but': { numeric: ['between', 5, 10] } }, [5, 7, 10]],
    [{ numeric: ['between', 5, 10], prefix: 'a' }, [4, 11, 'a', 7]],
  ];

  it.each(excluded.map(([condition, values]) => [JSON.stringify(condition), values] as const))(
    '%s',
    (condition, values) => {
      for (const dialect of DIALECTS) {
        const text = `{"data":{"s":[${condition}]}}`;
        eachFix({ text, dialect }, (_, fix, fixed) => {
          const { pattern } = parsePattern(fixed, { dialect });
          if (pattern === undefined) return;
          const matcher = compilePattern(pattern);
          for (const s of values)
            expect(matcher.matches({ data: { s } }), `${fix.title} for ${JSON.stringify(s)}`).toBe(false);
        });
        // Without a fix, the hint may not contain a rewrite.
        for (const { fixes, hint = '' } of parsePattern(text, { dialect }).diagnostics) {
          if (fixes === undefined) expect(hint).not.toMatch(/[{[]"|did you mean/);
        }
      }
    },
  );
});

describe('the `prefer` text', () => {
  /** The meaning of an invalid `avoid`, as a valid pattern. */
  const MEANT: Partial<Record<Code, string>> = {
    'invalid-json': '{"source":["acs.oss"]}',
    'pattern-in-string': '{"source":["acs.oss"]}',
    'pattern-not-object': '{"source":["acs.oss"]}',
    'duplicate-name': '{"data":{"size":[1]}}',
    'unknown-key': '{"source":["acs.oss"]}',
    'foreign-key': '{"source":["acs.oss"],"data":{"state":["stopped"]}}',
    'attribute-not-array': '{"source":["acs.oss"]}',
    'data-not-object': '{"data":{"state":["stopped"]}}',
    'field-not-array': '{"data":{"state":["stopped"]}}',
    'empty-object': '{"source":["acs.oss"]}',
    'empty-conditions': '{"source":[{"exists":true}]}',
    'nested-array': '{"source":["acs.oss","acs.ecs"]}',
    'path-as-name': '{"data":{"order":{"state":["paid"]}}}',
    'empty-condition': '{"source":[{"exists":true}]}',
    'unknown-operator': '{"source":[{"prefix":"acs."}]}',
    'foreign-operator': '{"source":[{"prefix":"acs."}]}',
    'operator-as-field': '{"source":[{"anything-but":"acs.ecs"}]}',
    'uncombinable-operator': '{"subject":[{"prefix":"acs:"}]}',
    'operand-type': '{"source":[{"prefix":"acs."}]}',
    'empty-operand': '{"source":[{"exists":true}]}',
    'anything-but-list-item': '{"data":{"state":[{"anything-but":["stopped"]}]}}',
    'anything-but-inner': '{"data":{"n":[{"anything-but":[1]}]}}',
    'numeric-length': '{"data":{"n":[{"numeric":[">",0,"<=",5]}]}}',
    'numeric-comparison': '{"data":{"n":[{"numeric":["=",5]}]}}',
    'numeric-number': '{"data":{"n":[{"numeric":["<",5]}]}}',
    'number-text': '{"data":{"n":[{"numeric":["=",300]}]}}',
    'cidr-syntax': '{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}',
    'never-matches': '{"data":{"cores":[{"numeric":[">",4,"<",8]}]}}',
    'literal-wildcard': '{"type":[{"prefix":"oss:ObjectCreated:"}]}',
    'text-attribute': '{"specversion":["1.0"]}',
    'service-source': '{"source":["acs.oss"]}',
  };
  /** Meanings that no pattern can express: values that were wanted, and values that were not. */
  const JUDGED: Partial<
    Record<Code, { readonly wanted: (value: unknown) => boolean; readonly values: readonly unknown[] }>
  > = {
    'numeric-range': {
      wanted: (n) => Number(n) > 5e9,
      values: [0, 1e9, 1000000001, 4.9e9, 5e9, 5368709120, 10737418240],
    },
    'cidr-ipv6': {
      wanted: (ip) => String(ip).startsWith('2001:db8:'),
      values: ['10.0.0.1', '2001:db8::1', '2001:db9::1'],
    },
  };
  /** Codes about something other than the accepted values, with the reason. */
  const OTHERWISE: ReadonlySet<Code> = new Set<Code>([
    // There is no pattern.
    'empty-text',
    // They are described only, or cannot be read.
    ...(['too-deep', 'too-large', 'not-json-value', 'unreadable-name', 'long-pattern'] as const),
    // Its `prefer` refuses an object or an empty array, which the entry says.
    'field-always-holds',
  ]);

  // What the texts of `aws` accept is judged where its analysis is.
  const codes = (Object.keys(catalogue) as Code[]).filter((code) => catalogue[code].dialect !== 'aws');

  it.each(codes.filter((code) => !OTHERWISE.has(code)))(
    'of %s accepts nothing that its `avoid` was meant to exclude',
    (code) => {
      const { avoid, prefer } = catalogue[code];
      const judged = JUDGED[code];
      if (judged !== undefined) {
        const matcher = compilePattern(prefer);
        const [name] = Object.keys((JSON.parse(prefer) as { data: object }).data);
        const accepted = judged.values.filter((value) => matcher.matches({ data: { [name as string]: value } }));
        expect(accepted.length).toBeGreaterThan(0);
        expect(accepted.filter((value) => !judged.wanted(value))).toEqual([]);
        return;
      }
      expect(implies(prefer, MEANT[code] ?? avoid).answer).toBe('yes');
    },
  );
});
