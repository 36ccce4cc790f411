/** Lines that are judged by their bytes, in WebAssembly: the results of the same lines one by one, and few left undecided. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Judge } from '../../../src/cli/lines/judge.ts';
import type { PartResult, Work } from '../../../src/cli/lines/work.ts';
import { compilePattern } from '../../../src/index.ts';
import { EventSpace, FAILS, HOLDS, type LineRules } from '../../../src/pattern/scan/event-space.ts';
import { eventFor } from '../../support/arbitraries/event.ts';
import { filterPattern } from '../../support/arbitraries/pattern.ts';
import { runs } from '../../support/runs.ts';
import { engines, withEngine } from '../../support/strategies.ts';

const SIZE = 1 << 16;
const encoder = new TextEncoder();

/** Behind the lines stands what a scan that reads too far would take for a part of the last one. */
const BEHIND = encoder.encode('"a":1}\n{"source":"a"}\n');

/** One byte is replaced, left out or doubled. */
const damages = fc.record({ at: fc.nat(), byte: fc.constantFrom(0, 9, 34, 44, 58, 92, 123, 125, 195), how: fc.nat(2) });

function damaged(line: string, { at, byte, how }: { at: number; byte: number; how: number }): Buffer {
  const bytes = Buffer.from(line);
  const place = at % bytes.length;
  const rest = bytes.subarray(how === 0 ? place + 1 : place);
  const middle = how === 0 ? [byte] : how === 1 ? [byte, byte] : [];
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(middle), how === 2 ? rest.subarray(1) : rest]);
}

const cases = fc
  .constantFrom('aliyun' as const, 'rocketmq' as const)
  .chain((dialect) => filterPattern(dialect).map((pattern) => ({ dialect, pattern })))
  .chain(({ dialect, pattern }) =>
    fc.record({
      dialect: fc.constant(dialect),
      pattern: fc.constant(pattern),
      lines: fc.array(
        fc.tuple(
          eventFor(pattern, dialect).map((line) => line.replaceAll('\n', ' ')),
          fc.option(damages, { freq: 8 }),
          fc.constantFrom('\n', '\n', '\n', '\r\n', '\n \n'),
        ),
        { minLength: 3, maxLength: 25 },
      ),
      lastHasEnd: fc.boolean(),
      padding: fc.nat(70),
    }),
  );

/** Text that is trusted has no damage. */
function undamaged<T extends Lines>(one: T): T {
  return { ...one, lines: one.lines.map(([line, , end]) => [line, null, end] as const) };
}

/** Lines are taken from text of another encoding, so that each character is a byte. */
function linesIn(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

const wanted = fc.constantFrom(HOLDS, FAILS);

interface Lines {
  readonly lines: readonly (readonly [string, { at: number; byte: number; how: number } | null, string])[];
  readonly lastHasEnd: boolean;
}

function bytesOf({ lines, lastHasEnd }: Lines): Buffer {
  const all = Buffer.concat(
    lines.flatMap(([line, damage, end]) => [
      damage === null ? Buffer.from(line) : damaged(line, damage),
      Buffer.from(end),
    ]),
  );
  return lastHasEnd ? all : all.subarray(0, -1);
}

describe.runIf(engines.includes('WebAssembly'))('lines that are judged by their bytes', () => {
  const count = { decided: 0, held: 0, undecided: 0 };

  it('have the verdicts of the predicates, and what is not an event is left undecided', () => {
    fc.assert(
      fc.property(
        cases,
        fc.boolean(),
        wanted,
        fc.boolean(),
        ({ dialect, pattern, padding, ...rest }, wellFormed, verdict, keeps) => {
          const matcher = compilePattern(pattern, { dialect });
          const outcomeOf = (line: Uint8Array): boolean | undefined => {
            try {
              return withEngine('JavaScript', () => matcher.matchesJson(line, { wellFormed }));
            } catch {
              return undefined;
            }
          };
          withEngine('WebAssembly', () => {
            const bytes = bytesOf(wellFormed ? undamaged(rest) : rest);
            const space = new EventSpace(SIZE);
            const rules = { isChecked: !wellFormed, longest: 1 << 20, wanted: verdict, keeps };
            const tests = space.openLineTests(matcher.pattern, rules);
            if (tests === undefined) return;
            const start = space.start + padding;
            space.bytes.set(bytes, start);
            space.bytes.set(BEHIND, start + bytes.length);
            const between = (from: number, to: number): Buffer => bytes.subarray(from - start, to - start);
            for (let at = start; at < start + bytes.length; ) {
              const judged = space.judgeLines(at, start + bytes.length, tests, 1 << 20);
              const { decidedEnd, end, keptEnd } = judged;
              expect(end).toBeGreaterThan(at);
              const decided = linesIn(between(at, decidedEnd));
              const matching = decided.filter((text) => {
                const outcome = outcomeOf(Buffer.from(text, 'latin1'));
                if (outcome === undefined) expect.fail(`${pattern} is decided for ${Buffer.from(text, 'latin1')}`);
                return outcome === (verdict === HOLDS);
              });
              expect(judged).toMatchObject({ decided: decided.length, matched: matching.length });
              const kept = linesIn(space.bytes.subarray(at, keptEnd));
              expect(kept).toEqual(keeps ? matching : []);
              const rest = Math.max(keptEnd, decidedEnd);
              expect(
                Buffer.from(space.bytes.subarray(rest, start + bytes.length)).equals(bytes.subarray(rest - start)),
              ).toBe(true);
              count.decided += decided.length;
              count.held += verdict === HOLDS ? matching.length : decided.length - matching.length;
              count.undecided += linesIn(between(decidedEnd, end)).length;
              at = end;
            }
          });
        },
      ),
      { numRuns: runs(1600) },
    );
  });

  it.each([
    ['{"source":["a"]}', '{"source":"a"}', '{"source":"b"}', '{}', '{"source":["b"]}'],
    ['{"source":[{"prefix":"a.b"}]}', '{"source":"a.b"}', '{"source":"a.c"}', '{"source":1}', '{"source":"\\u0061"}'],
    [
      '{"source":[{"suffix":"abcdefghij"}]}',
      '{"source":"1abcdefghij"}',
      '{"source":"abcdefghi"}',
      '{"source":null}',
      '{"source":"\\u0061"}',
    ],
    ['{"source":[{"anything-but":["a"]}]}', '{"source":"b"}', '{"source":"a"}', '{}', '{"source":"\\u0062"}'],
    ['{"source":[{"exists":false}]}', '{"type":"b"}', '{"source":"a"}', '{"source":1}', '{"source":[1]}'],
    [
      '{"data":{"a":{"b":[true,"é"]}}}',
      '{"data":{"a":{"b":"é"}}}',
      '{"data":{"a":{"b":"e"}}}',
      '{"data":{"a":1}}',
      '{"d\\u0061ta":1}',
    ],
  ])('of %s are decided', (pattern, holds, fails, failsToo, open) => {
    withEngine('WebAssembly', () => {
      const bytes = encoder.encode([holds, fails, failsToo, open, holds].join('\n'));
      for (const isChecked of [true, false]) {
        const space = new EventSpace(SIZE);
        const rules: LineRules = { isChecked, longest: 1 << 20, wanted: HOLDS, keeps: true };
        const tests = space.openLineTests(compilePattern(pattern).pattern, rules);
        space.bytes.set(bytes, space.start);
        const end = space.start + bytes.length;
        const first = space.judgeLines(space.start, end, tests!, 9);
        expect(first).toMatchObject({ decided: 3, matched: 1, keptEnd: space.start + Buffer.byteLength(holds) + 1 });
        expect(first.end - first.decidedEnd).toBe(Buffer.byteLength(open) + 1);
        expect(space.judgeLines(first.end, end, tests!, 9)).toMatchObject({ decided: 1, matched: 1, end });
        // What matches beyond the limit is left undecided.
        const none = { decided: 0, matched: 0, decidedEnd: first.end, keptEnd: first.end, end };
        expect(space.judgeLines(first.end, end, tests!, 0)).toEqual(none);
      }
    });
  });

  it('are part of one result with the others', () => {
    const answers = ['lines', 'count', 'ids'] as const;
    fc.assert(
      fc.property(
        cases,
        fc.record({
          answer: fc.constantFrom(...answers),
          invert: fc.boolean(),
          wellFormed: fc.boolean(),
          onBadLine: fc.constantFrom('skip' as const, 'fail' as const),
          maxLine: fc.constantFrom(100, 1 << 20),
        }),
        fc.option(fc.integer({ min: 1, max: 9 })),
        ({ dialect, pattern, ...rest }, how, limit) => {
          const work: Work = { patterns: [['p', pattern]], dialect, extensions: undefined, ...how };
          const bytes = bytesOf(how.wellFormed ? undamaged(rest) : rest);
          const judged = (): PartResult => {
            const judge = new Judge(work);
            const space = judge.openSpace();
            judge.begin(limit ?? undefined);
            space.hold();
            try {
              space.bytes.set(bytes, space.start);
              judge.takeRead(Buffer.from(space.bytes.buffer, space.start, bytes.length), 0, bytes.length, 0);
            } finally {
              space.letGo();
            }
            return judge.finish();
          };
          expect(withEngine('WebAssembly', judged)).toEqual(withEngine('JavaScript', judged));
        },
      ),
      { numRuns: runs(800) },
    );
  });

  afterAll(() => {
    expect(count.held).toBeGreaterThan(count.decided / 10);
    expect(count.decided - count.held).toBeGreaterThan(count.decided / 10);
    // The patterns are full of numbers and odd names.
    expect(count.decided).toBeGreaterThan(count.undecided / 20);
  });
});
