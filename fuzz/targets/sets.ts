/** Sets against single matchers, whatever comes and goes. */
import * as engine from '../../src/index.ts';
import { loadWebAssembly } from '../../src/pattern/scan/scan.ts';
import { moving } from '../../src/pattern/scan/wasm/moving.ts';
import { repeatsNames, survivesUtf8 } from '../../test/pattern/survives-parsing.ts';
import type { DialectName } from '../../test/support/reference.ts';
import { referenceAccepts } from '../../test/support/reference-accepts.ts';
import { anyFamily } from '../generate/families.ts';
import type { Random } from '../random.ts';
import { fewer, oneSimpler, simplerTexts } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';
import { countersNearTheirEnd } from './counters.ts';

export type Step =
  | { readonly do: 'add'; readonly id: number; readonly pattern: string }
  | { readonly do: 'add what is refused'; readonly pattern: string }
  | { readonly do: 'delete'; readonly id: number }
  /** Another set, made at once from what is in this one. */
  | { readonly do: 'rebuild' }
  | { readonly do: 'match'; readonly event: string };

export interface Case {
  readonly dialect: DialectName;
  /** How many events before the end of the counters the set begins; without it at the beginning. */
  readonly beforeTheEnd?: number;
  /** Whether sets and matchers are moved to the memory of WebAssembly at once, not after some events. */
  readonly moves?: true;
  readonly steps: readonly Step[];
}

export type Engine = Pick<typeof engine, 'compilePattern' | 'PatternSet'>;

type Set = engine.PatternSet<number>;

const encoder = new TextEncoder();

export function sets({ compilePattern, PatternSet }: Engine = engine): Target<Case> {
  return {
    name: 'sets',
    compares: 'sets that grow and shrink with single matchers, hostile families and counters near their end included',
    unit: 'events',
    positive: 'matched by some pattern',
    make,
    judge,
    smaller,
  };

  function judge(one: Case, tally: Tally): Difference | undefined {
    if (one.moves === undefined) return judgeSteps(one, tally);
    const usual = { ...moving };
    Object.assign(moving, { after: 0, perPath: 0, perPattern: 0 });
    loadWebAssembly();
    try {
      return judgeSteps(one, tally);
    } finally {
      Object.assign(moving, usual);
    }
  }

  function judgeSteps({ dialect, beforeTheEnd, steps }: Case, tally: Tally): Difference | undefined {
    const empty = (): Set => new PatternSet<number>({ dialect });
    const ready = (set: Set): Set => {
      if (beforeTheEnd !== undefined) countersNearTheirEnd(set, beforeTheEnd);
      return set;
    };
    let set = ready(empty());
    const model = new Map<number, engine.Matcher>();
    const sources = new Map<number, string>();
    const compiled = new Map<string, engine.Matcher>();
    const compile = (pattern: string): engine.Matcher => {
      const known = compiled.get(pattern) ?? compilePattern(pattern, { dialect });
      compiled.set(pattern, known);
      return known;
    };
    for (const step of steps) {
      let difference: Difference | undefined;
      switch (step.do) {
        case 'add': {
          const isNew = !model.has(step.id);
          difference = expectThrow(isNew ? undefined : engine.DuplicateIdError, () => set.add(step.id, step.pattern));
          if (!isNew) break;
          model.set(step.id, compile(step.pattern));
          sources.set(step.id, step.pattern);
          break;
        }
        case 'add what is refused':
          difference = expectThrow(engine.PatternError, () => set.add(-1, step.pattern));
          break;
        case 'delete': {
          sources.delete(step.id);
          difference = same('delete', model.delete(step.id), set.delete(step.id));
          break;
        }
        case 'rebuild':
          set = ready(PatternSet.from(sources, { dialect }));
          break;
        case 'match':
          difference = match(set, model, step.event, tally);
      }
      difference ??= same('size', model.size, set.size);
      if (difference !== undefined) return difference;
    }
    return same('ids', [...model.keys()], [...set.ids()]);
  }
}

function match(
  set: Set,
  model: ReadonlyMap<number, engine.Matcher>,
  event: string,
  tally: Tally,
): Difference | undefined {
  // Equal patterns share their matcher, so each is asked once.
  const verdicts = new Map<engine.Matcher, boolean>();
  const holds = (matcher: engine.Matcher, verdict: () => boolean): boolean => {
    const known = verdicts.get(matcher) ?? verdict();
    verdicts.set(matcher, known);
    return known;
  };
  const expected = [...model].flatMap(([id, matcher]) =>
    holds(matcher, () => matcher.matchesJson(event)) ? [id] : [],
  );
  tally.judge(expected.length > 0);
  tally.count('pairs', model.size);
  const parsed = JSON.parse(event) as object;
  verdicts.clear();
  const ofObject = [...model].flatMap(([id, matcher]) => (holds(matcher, () => matcher.matches(parsed)) ? [id] : []));
  const bytes = survivesUtf8(event) ? encoder.encode(event) : event;
  const trusted = { wellFormed: !repeatsNames(event) };
  const [first] = expected;
  return (
    same('text', expected, set.matchesJson(event)) ??
    same('bytes', expected, set.matchesJson(bytes)) ??
    same('object', ofObject, set.matches(parsed)) ??
    same('text, wellFormed', expected, set.matchesJson(event, trusted)) ??
    same('bytes, wellFormed', expected, set.matchesJson(bytes, trusted)) ??
    (first === undefined ? undefined : same('explanation', true, set.explain(event, first).matches))
  );
}

function same(of: string, expected: unknown, found: unknown): Difference | undefined {
  return JSON.stringify(expected) === JSON.stringify(found) ? undefined : { of, expected, found };
}

type ErrorClass = typeof engine.DuplicateIdError | typeof engine.PatternError;

function expectThrow(expected: ErrorClass | undefined, act: () => void): Difference | undefined {
  let found = 'nothing thrown';
  try {
    act();
    if (expected === undefined) return undefined;
  } catch (thrown) {
    if (expected !== undefined && thrown instanceof expected) return undefined;
    found = String(thrown);
  }
  return { of: 'add', expected: expected?.name ?? 'no error', found };
}

const REFUSED = [
  '{"source":[{"prefix":5}],"type":["t"]}',
  '{"source":["shared"],"data":{"s":["a"],"n":[]}}',
  '{"source":["a"]',
];

function make(random: Random): Case {
  const dialect = random.pick(['aliyun', 'rocketmq'] as const);
  const { pattern, event } = anyFamily(random, dialect);
  // Now and then large enough for postings to be filed again and places to be numbered anew.
  const ids = random.weighted([8, () => 40], [2, () => 120], [1, () => 400]);
  const add = (): Step => ({ do: 'add', id: random.below(ids), pattern: pattern() });
  const match = (): Step => ({ do: 'match', event: event() });
  const steps = random.list(4, 30, () =>
    random.weighted<Step[]>(
      [5, () => random.list(1, ids / 8, add)],
      [2, () => random.list(1, ids / 16, () => ({ do: 'delete', id: random.below(ids) }))],
      [1, () => Array.from({ length: ids }, (_, id): Step => ({ do: 'delete', id }))],
      [1, () => [{ do: 'add what is refused', pattern: random.pick(REFUSED) }]],
      [1, () => [{ do: 'rebuild' }]],
      [5, () => random.list(1, 8, match)],
    ),
  );
  const near = random.once(4) ? { beforeTheEnd: random.below(12) } : {};
  const moves = random.once(2) ? { moves: true as const } : {};
  return { dialect, ...near, ...moves, steps: [...steps.flat(), ...random.list(2, 8, match)] };
}

function* smaller({ steps, ...rest }: Case): Generator<Case> {
  for (const some of fewer(steps)) yield { ...rest, steps: some };
  const { beforeTheEnd, moves, ...plain } = rest;
  if (beforeTheEnd !== undefined) yield { ...plain, ...(moves && { moves }), steps };
  if (moves !== undefined) yield { ...plain, ...(beforeTheEnd !== undefined && { beforeTheEnd }), steps };
  for (const some of oneSimpler(steps, (step) => simplerStep(step, rest.dialect))) yield { ...rest, steps: some };
}

function* simplerStep(step: Step, dialect: DialectName): Generator<Step> {
  if (step.do === 'match') {
    for (const event of simplerTexts(step.event)) if (event.startsWith('{')) yield { ...step, event };
  }
  if (step.do === 'add') {
    for (const pattern of simplerTexts(step.pattern))
      if (referenceAccepts(pattern, dialect)) yield { ...step, pattern };
  }
}
