/** Mutation: whether the tests of a pattern fail for small changes of it, with a proposed test for each survivor. */
import {
  compilePattern,
  equivalent,
  type Matcher,
  type Mutant,
  mutants,
  type Pattern,
  printPattern,
} from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import { placeFinder } from '../findings/line-finder.ts';
import type { ShownEvent, SuiteEvents } from '../suite/suite-events.ts';
import { type Proposal, propose, TestNames } from './proposal.ts';
import type { Ratio } from './ratio.ts';
import type { TestedPattern } from './tested.ts';

export interface PatternMutation {
  readonly of: TestedPattern;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Mutants that are proved equivalent to the pattern, which no test can kill. */
  readonly equivalent: number;
  /** Tests that fail already, or expect another verdict than the pattern gives: they kill no mutant. */
  readonly failing: number;
  /** Whether there are more mutants than were tried. */
  readonly more: boolean;
}

export interface Survivor {
  /** Pointer into the original: to the condition that was changed, or to the field that was dropped. */
  readonly pointer: string;
  readonly place: LineColumn;
  readonly before: string;
  readonly after: readonly string[];
  /** A test that would kill it, and maybe others; absent when no event was found that distinguishes it from the original. */
  readonly proposal?: Proposal;
}

export interface MutationOptions {
  /** The number of mutants to try for one pattern, by default 2000. All of them cost the square of the pattern's length. */
  readonly most?: number;
  /** Names of the proposals of other patterns. */
  readonly names?: TestNames;
}

export function scoreOf({ killed, survivors }: PatternMutation): Ratio {
  return { part: killed, whole: killed + survivors.length };
}

/** States and strings to visit in the proof that a mutant is equivalent. */
const BUDGET = 10_000;

export function mutate(of: TestedPattern, options: MutationOptions = {}): PatternMutation {
  const steps = mutating(of, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same as a generator, so that the run can be interrupted: after each mutant it yields their number. */
export function* mutating(
  of: TestedPattern,
  { most = 2000, names = new TestNames() }: MutationOptions = {},
): Generator<number, PatternMutation> {
  const { pattern, source } = of;
  const original = compilePattern(pattern);
  const { shown, failing } = passing(of.bySuite, original);
  const surviving: Mutant[] = [];
  let tried = 0;
  let more = false;
  for (const mutant of mutants(pattern)) {
    more = tried === most;
    if (more) break;
    tried++;
    if (!isKilled(mutant, pattern, shown)) surviving.push(mutant);
    yield tried;
  }
  const judged: JudgedMutant[] = [];
  for (const one of judgeSurvivors(surviving, original, of.bySuite, names)) {
    judged.push(one);
    yield tried;
  }
  const place = placeFinder(source);
  const survivors = judged
    .filter(({ equal }) => !equal)
    .map(({ mutant: { pointer, range, before, after }, proposal }): Survivor => {
      const at = { pointer, place: place(range?.start ?? 0), before, after };
      return proposal === undefined ? at : { ...at, proposal };
    });
  return {
    of,
    killed: tried - surviving.length,
    survivors,
    equivalent: judged.length - survivors.length,
    failing,
    more,
  };
}

/** Each event that passes, once for each expectation of its tests. */
function passing(
  bySuite: readonly SuiteEvents[],
  original: Matcher,
): { shown: readonly ShownEvent[]; failing: number } {
  const shown = new Map<string, ShownEvent>();
  let failing = 0;
  for (const one of bySuite.flatMap((ofSuite) => ofSuite.shown)) {
    const { event, match, fails } = one;
    const passes = original.matchesJson(event) === match && (fails === undefined || hasFailing(original, one));
    if (passes) shown.set(JSON.stringify([event, fails?.toSorted()]), one);
    else failing++;
  }
  return { shown: [...shown.values()], failing };
}

function hasFailing(matcher: Matcher, { event, fails = [] }: ShownEvent): boolean {
  const failing = matcher.explain(event).fields.filter(({ holds }) => !holds);
  return failing.length === new Set(fails).size && failing.every(({ pointer }) => fails.includes(pointer));
}

/** By the verdict for one event, or by the fields that fail where a test lists them. */
function isKilled(
  { pattern, field, pointer, branches }: Mutant,
  original: Pattern,
  shown: readonly ShownEvent[],
): boolean {
  const matcher = compilePattern(pattern);
  if (shown.some(({ event, match }) => matcher.matchesJson(event) !== match)) return true;
  if (branches === true) return false;
  const named = shown.filter(({ fails }) => fails !== undefined);
  if (named.length === 0) return false;
  const changed = original.fields[field]?.pointer as string;
  // A test that names the field cannot run on a pattern without it.
  if (pointer === changed) return named.some(({ fails }) => fails?.includes(changed));
  const alone = compilePattern(printPattern({ ...pattern, fields: pattern.fields.slice(field, field + 1) }), pattern);
  return named.some(({ event, fails }) => alone.matchesJson(event) === fails?.includes(changed));
}

interface JudgedMutant {
  readonly mutant: Mutant;
  readonly equal: boolean;
  proposal?: Proposal;
}

/** One proposal may kill several mutants, which need no proposal of their own. */
function* judgeSurvivors(
  surviving: readonly Mutant[],
  original: Matcher,
  bySuite: readonly SuiteEvents[],
  names: TestNames,
): Generator<JudgedMutant> {
  const proposals: Proposal[] = [];
  for (const mutant of surviving) {
    const matcher = compilePattern(mutant.pattern);
    const known = proposals.find(({ event, match }) => matcher.matchesJson(event) !== match);
    if (known !== undefined) {
      yield { mutant, equal: false, proposal: known };
      continue;
    }
    const answer = equivalent(original.pattern, mutant.pattern, { budget: BUDGET });
    if (answer.answer !== 'no') {
      yield { mutant, equal: answer.answer === 'yes' };
      continue;
    }
    const { witness } = answer;
    const proposal = propose({ original, mutant: matcher, field: mutant.field, witness, bySuite, names });
    proposals.push(proposal);
    yield { mutant, equal: false, proposal };
  }
}
