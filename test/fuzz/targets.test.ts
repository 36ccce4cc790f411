/** The fuzzers: each runs briefly, and each finds a fault that is put into the engine. `npm run fuzz` runs them at length. */
import { describe, expect, it } from 'vitest';
import { drive, isBalanced, type Outcome } from '../../fuzz/drive.ts';
import { anyPattern } from '../../fuzz/generate/pattern.ts';
import { Random } from '../../fuzz/random.ts';
import { fewer, simplerTexts } from '../../fuzz/shrink.ts';
import type { Target } from '../../fuzz/target.ts';
import { analysis } from '../../fuzz/targets/analysis.ts';
import { client } from '../../fuzz/targets/client.ts';
import { targets } from '../../fuzz/targets/index.ts';
import { sets } from '../../fuzz/targets/sets.ts';
import { tables } from '../../fuzz/targets/tables.ts';
import { texts } from '../../fuzz/targets/texts.ts';
import { verdicts } from '../../fuzz/targets/verdicts.ts';
import * as engine from '../../src/index.ts';
import { readJson } from '../../src/json.ts';
import { referenceAccepts } from '../support/reference-accepts.ts';
import { memoryWorld } from '../support/service/sequences.ts';

const SEED = 20;
const COUNT = 400;
/** Patterns in one set: fewer than in `npm run fuzz`, to save time. */
const SIZE = 10;

describe('a short run of the fuzzer', () => {
  it.each(Object.keys(targets))('with the target %s finds no difference, and has cases of both kinds', async (name) => {
    const target = name === 'verdicts' ? (verdicts(engine, SIZE) as Target) : targets[name]!();
    const { failure, tally } = await drive(target, { seed: SEED, count: COUNT });
    await target.close?.();
    expect(failure).toBeUndefined();
    expect(tally.judged).toBeGreaterThanOrEqual(COUNT);
    expect(isBalanced(tally), JSON.stringify(tally)).toBe(true);
  });

  it.each(['aliyun', 'rocketmq'] as const)('makes patterns that %s accepts, the same for the same seed', (dialect) => {
    const make = () => Array.from({ length: 500 }, (_, stream) => anyPattern(new Random(SEED, stream), dialect));
    const patterns = make();
    expect(patterns.filter((pattern) => !referenceAccepts(pattern, dialect))).toEqual([]);
    expect(new Set(patterns).size).toBeGreaterThan(450);
    expect(make()).toEqual(patterns);
  });
});

type Matcher = engine.Matcher;

/** The engine with other matchers. */
function withMatcher(
  change: (matcher: Matcher) => Partial<Matcher>,
): typeof engine & { readonly readJson: typeof readJson } {
  const compilePattern: typeof engine.compilePattern = (...given) => {
    const matcher = engine.compilePattern(...given);
    return { ...matcher, ...change(matcher) };
  };
  return { ...engine, readJson, compilePattern };
}

class ForgetfulSet<Id extends string | number> extends engine.PatternSet<Id> {
  /** Deletes no pattern whose id has a successor. */
  override delete(id: Id): boolean {
    return this.has(((id as number) + 1) as Id) ? this.has(id) : super.delete(id);
  }
}

class LazySet<Id extends string | number> extends engine.PatternSet<Id> {
  static override from(patterns: Iterable<readonly [never, string]>, options?: engine.PatternOptions): never {
    const set = new LazySet(options);
    for (const [id, pattern] of patterns) set.add(id, pattern);
    return set as never;
  }

  override matches(event: object): Id[] {
    return super.matches(event).filter((id) => (id as number) < 1);
  }
}

class NearsightedSet<Id extends string | number> extends engine.PatternSet<Id> {
  override matches(event: object): Id[] {
    return super.matches(event).slice(0, 1);
  }
}

/** The judge cannot distinguish it from a client that reports a wrong outcome. */
function worldThatDeletesNothing(): ReturnType<typeof memoryWorld> {
  const world = memoryWorld();
  const { streams } = world.service;
  const work = streams.do.bind(streams);
  streams.do = (operation, params) => (operation === 'DeleteEventStreaming' ? { data: true } : work(operation, params));
  return world;
}

const YES: engine.Answer = { answer: 'yes' };

/** The fault, the target that finds it, and how it is put in. */
const faults: readonly (readonly [what: string, target: () => Target<never>, of: RegExp])[] = [
  [
    'a matcher that takes bytes beyond ASCII for a mismatch',
    () =>
      verdicts(
        withMatcher(({ matchesJson }) => ({
          matchesJson: (event, options) =>
            matchesJson(event, options) && !(typeof event !== 'string' && event.some((byte) => byte > 0x7f)),
        })),
        SIZE,
      ) as Target<never>,
    /^(matcher|pattern given as an object).*bytes/,
  ],
  [
    'a trusted text of which only the beginning counts',
    () =>
      verdicts(
        withMatcher(({ matchesJson }) => ({
          matchesJson: (event, options) => (options?.wellFormed && event.length > 99) || matchesJson(event, options),
        })),
        SIZE,
      ) as Target<never>,
    /^matcher, wellFormed/,
  ],
  [
    'an explanation with another verdict',
    () =>
      verdicts(
        withMatcher(({ explain }) => ({ explain: (event) => ({ ...explain(event), matches: true }) })),
        SIZE,
      ) as Target<never>,
    /^explanation/,
  ],
  [
    'a set that reads its first pattern only',
    () => verdicts({ ...engine, PatternSet: LazySet }, SIZE) as Target<never>,
    /^set of (one|many), object/,
  ],
  [
    'a matcher that does not match what it should refuse',
    () =>
      texts(
        withMatcher(({ matchesJson }) => ({
          matchesJson: (event, options) => {
            try {
              return matchesJson(event, options);
            } catch {
              return false;
            }
          },
        })),
      ) as Target<never>,
    /^matcher/,
  ],
  [
    'a reader that takes two commas for one',
    () => texts({ ...engine, readJson: (text) => readJson(text.replaceAll(',,', ',')) }) as Target<never>,
    /^readJson/,
  ],
  ['a set that keeps what is deleted', () => sets({ ...engine, PatternSet: ForgetfulSet }) as Target<never>, /./],
  [
    'a set that gives one id where it should give several',
    () => sets({ ...engine, PatternSet: NearsightedSet }) as Target<never>,
    /^object/,
  ],
  [
    'an analysis that always says yes',
    () => analysis({ ...engine, implies: () => YES }) as Target<never>,
    /^(implies|redundant)/,
  ],
  [
    'a witness that proves nothing',
    () => analysis({ ...engine, neverMatches: () => ({ answer: 'no', witness: '{}' }) }) as Target<never>,
    /^neverMatches/,
  ],
  [
    'overlaps that are not found',
    () => analysis({ ...engine, overlaps: () => [][Symbol.iterator]() as never }) as Target<never>,
    /^overlaps/,
  ],
  [
    'a field that is called redundant and is not',
    () =>
      analysis({
        ...engine,
        redundant: (pattern) => ({
          ...engine.redundant(pattern),
          fields: (pattern as engine.Pattern).fields.slice(0, 1).map(({ pointer }) => pointer),
        }),
      }) as Target<never>,
    /^redundant/,
  ],
  [
    'a table that loses rows',
    () =>
      tables(async (_, [[at = 0] = []]) => ({
        isRead: at % 2 === 1,
        ...(at % 8 === 3 && { fault: '39 rows' }),
      })) as Target<never>,
    /./,
  ],
];

it('the fuzzer finds a call that reports a wrong outcome', async () => {
  const { failure } = await drive(client(worldThatDeletesNothing), { seed: SEED, count: 5000 });
  expect(failure?.difference).toMatchObject({ of: 'sequence', found: expect.stringContaining('is there') });
});

describe('a fault in the engine', () => {
  const run = (target: Target<never>, from = 0): Promise<Outcome> => drive(target, { seed: SEED, count: 5000, from });

  it.each(faults)('is found and reduced: %s', async (_, make, of) => {
    const { failure } = await run(make());
    expect(failure?.difference.of).toMatch(of);
    expect(JSON.stringify(failure?.smallest).length).toBeLessThan(600);
  });

  it('is found again by the seed and the number of its case', async () => {
    const make = () => sets({ ...engine, PatternSet: NearsightedSet }) as Target<never>;
    const { failure } = await run(make());
    const again = await run(make(), failure?.case);
    expect(again.failure).toEqual(failure);
    expect(again.tally.judged).toBeLessThan(1000);
  });

  it('that throws is found', async () => {
    const broken = withMatcher(() => ({
      matches: () => {
        throw new RangeError('out of range');
      },
    }));
    const { failure } = await run(verdicts(broken, SIZE) as Target<never>);
    expect(failure?.difference).toMatchObject({ of: 'throws', found: expect.stringContaining('out of range') });
  });

  it('is reported as not found when a run ends early', async () => {
    const stop = new AbortController();
    const options = { seed: SEED, count: 1e6, signal: stop.signal, onProgress: () => stop.abort() };
    const { interrupted, failure, tally } = await drive(texts(), options);
    expect({ interrupted, failure }).toEqual({ interrupted: true, failure: undefined });
    expect(tally.judged).toBeLessThan(1000);
  });
});

describe('simpler cases', () => {
  it('are shorter lists, each with one item left out', () => {
    const lists = [...fewer(['a', 'b', 'c', 'd', 'e'])];
    expect(lists.every((list) => list.length < 5)).toBe(true);
    for (const item of ['a', 'b', 'c', 'd', 'e']) expect(lists.some((list) => !list.includes(item))).toBe(true);
    expect([...fewer(['a'])]).toEqual([]);
  });

  it('are JSON, and the plainest text has no simpler one', () => {
    const texts = [...simplerTexts('{ "a": ["xyz", 1.25], "a": {"b": null} }')];
    expect(() => texts.map((text) => JSON.parse(text))).not.toThrow();
    expect(texts).toContain('{"a":["xyz",1.25],"a":{"b":null}}');
    expect(texts).toContain('{"a":{"b":null}}');
    expect([...simplerTexts('{}')]).toEqual([]);
    expect([...simplerTexts('not JSON')]).toEqual([]);
  });
});
