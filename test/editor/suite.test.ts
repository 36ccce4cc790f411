/** Suites without files: the command line runs those that the editor writes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, parsePartial, suiteOf } from '../../src/editor/index.ts';
import { compilePattern, type DialectName, EventSyntaxError, PatternError, parsePattern } from '../../src/index.ts';
import { run } from '../cli/run-main.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { referenceMatches } from '../support/reference.ts';

const PATTERN = '{\n  "source": ["acs.oss"],\n  "data": {"size": [{"numeric": [">", 300.0]}]}\n}';
const matching = '{"source":"acs.oss","type":"t","data":{"size":301.50,"name":"it’s \\u0007"}}';
const other = '{"source":"acs.oss","type":"t","data":{"size":1,"name":"it’s \\u0007"}}';

async function testRun(suites: Readonly<Record<string, string>>) {
  return run(['test', '--format', 'json', '.'], { files: suites });
}

describe('suiteOf', () => {
  it('writes a test for each event, with its verdict and the fields that fail', () => {
    expect(suiteOf(PATTERN, [{ event: matching }, { event: other }, { event: other, match: true }])).toBe(
      [
        `pattern: '{"source": ["acs.oss"], "data": {"size": [{"numeric": [">", 300.0]}]}}'`,
        `base: '{"source": "acs.oss", "type": "t", "data": {"size": 301.50, "name": "it’s \\u0007"}}'`,
        'tests:',
        `  - name: 'matches: source is "acs.oss", data.size is 301.50'`,
        '    match: true',
        `  - name: 'does not match: data.size is 1'`,
        '    with: {"data": {"size": 1}}',
        '    match: false',
        `    fails: ['/data/size']`,
        `  - name: 'matches: source is "acs.oss", data.size is 1'`,
        '    with: {"data": {"size": 1}}',
        '    match: true',
        '',
      ].join('\n'),
    );
  });

  it('writes nothing without events, and refuses invalid patterns and events', () => {
    expect(suiteOf(PATTERN, [])).toBe('');
    expect(() => suiteOf('{', [{ event: matching }])).toThrow(PatternError);
    expect(() => suiteOf(PATTERN, [{ event: '{' }])).toThrow(EventSyntaxError);
    expect(() => suiteOf(PATTERN, [], { dialect: 'x' as DialectName })).toThrow(TypeError);
  });

  it('writes suites that `eb-pattern test` passes, and that fail for another verdict', async () => {
    const files: Record<string, string> = {};
    let wrong = 0;
    for (const dialect of ['aliyun', 'rocketmq'] as const) {
      for (const [i, text] of fc.sample(filterPattern(dialect), { numRuns: 20, seed: 21 }).entries()) {
        const matcher = compilePattern(text, { dialect });
        const events = fc
          .sample(eventFor(text, dialect), { numRuns: 6, seed: 22 })
          .filter((event) => !/[\ud800-\udfff]/.test(event + text))
          .map((event, k) => {
            const isWrong = i % 10 === 0 && k === 0;
            if (isWrong) wrong++;
            return { event, match: isWrong ? !matcher.matchesJson(event) : undefined };
          });
        const suite = suiteOf(text, events, { dialect });
        if (suite !== '') files[`${dialect}${i}.eb-test.yaml`] = suite;
      }
    }
    const { out, code } = await testRun(files);
    const { passed, failed, errors } = JSON.parse(out) as { passed: number; failed: number; errors: unknown[] };
    expect(errors).toEqual([]);
    expect(code).toBe(1);
    expect(failed).toBe(wrong);
    expect(passed).toBeGreaterThan(60);
  });

  it('writes the extensions and the dialect that are not the default', () => {
    const text = suiteOf('{"source":["a"]}', [{ event: matching }], { dialect: 'rocketmq', extensions: ['tenant'] });
    expect(text).toContain(`\ndialect: rocketmq\nextensions: ['tenant']\n`);
  });
});

describe('coverageOf', () => {
  it.each(['aliyun', 'rocketmq'] as const)(
    'counts the events for which each part holds, as the reference does (%s)',
    (dialect) => {
      for (const text of fc.sample(filterPattern(dialect), { numRuns: 15, seed: 31 })) {
        const { pattern } = parsePattern(text, { dialect });
        const events = fc.sample(eventFor(text, dialect), { numRuns: 8, seed: 32 });
        const { fields, events: shown } = coverageOf(pattern!, events);
        expect(shown).toBe(events.length);
        for (const { pointer, text: printed, held, failed, range } of fields) {
          const names = parsePartial(text, { dialect }).fields.find((field) => field.pointer === pointer)!.path;
          const alone = [...names].reverse().reduce((inner, name) => `{${JSON.stringify(name)}:${inner}}`, printed);
          expect(held).toBe(events.filter((event) => referenceMatches(alone, event, dialect)).length);
          expect(held + failed).toBe(shown);
          expect(text.slice(range!.start, range!.end).startsWith('[')).toBe(true);
        }
      }
    },
  );

  it('lists the outcomes that occurred, and those that cannot', () => {
    const never = parsePattern('{"data":{"a":["x",{"numeric":["<",1,">",2]}]}}').pattern!;
    const { outcomes, decided, impossible } = coverageOf(never, ['{"data":{"a":"x"}}', '{"data":{"a":1}}']);
    expect({ outcomes, decided, impossible }).toEqual({ outcomes: 5, decided: 5, impossible: 1 });
    expect(coverageOf(parsePattern({}).pattern!, [])).toEqual({
      fields: [],
      events: 0,
      outcomes: 1,
      decided: 0,
      impossible: 0,
    });
  });
});
