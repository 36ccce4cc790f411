/** Every way to a verdict against the reference interpreter, on near-miss events. */
import * as engine from '../../src/index.ts';
import { repeatsNames, survivesParsing, survivesUtf8 } from '../../test/pattern/survives-parsing.ts';
import { readJson } from '../../test/support/json.ts';
import { type DialectName, type Field, fieldHolds, fieldsOf } from '../../test/support/reference.ts';
import { referenceAccepts } from '../../test/support/reference-accepts.ts';
import { Aim, eventText, otherText } from '../generate/event.ts';
import { anyPattern } from '../generate/pattern.ts';
import type { Random } from '../random.ts';
import { fewer, oneSimpler, simplerTexts } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';

export interface Case {
  readonly dialect: DialectName;
  /** All of them stand in one set. */
  readonly patterns: readonly Judged[];
}

interface Judged {
  readonly pattern: string;
  readonly events: readonly Texts[];
}

/** Two texts of one event. */
interface Texts {
  readonly event: string;
  readonly other: string;
  /** Whether the verdict is explained too, which costs more than all else together. */
  readonly explained: boolean;
}

const EVENTS = 20;

const encoder = new TextEncoder();

export type Engine = Pick<typeof engine, 'compilePattern' | 'PatternSet'>;

/** `size`: how many patterns stand in one set. */
export function verdicts({ compilePattern, PatternSet }: Engine = engine, size = 200): Target<Case> {
  return {
    name: 'verdicts',
    compares: 'objects, texts, bytes, trusted text, sets and explanations with the reference interpreter',
    unit: 'pairs',
    positive: 'matched',
    make: (random) => make(random, size),
    judge,
    smaller,
  };

  function judge({ dialect, patterns }: Case, tally: Tally): Difference | undefined {
    const many = PatternSet.from(
      patterns.map(({ pattern }, id) => [id, pattern] as const),
      { dialect },
    );
    for (const [id, { pattern, events }] of patterns.entries()) {
      const fields = fieldsOf(readJson(pattern), dialect);
      const ways = waysOf(pattern, dialect, many, id);
      for (const texts of events) {
        const difference = judgeEvent(fields, dialect, ways, texts, tally);
        if (difference !== undefined) return difference;
      }
      const [first] = events;
      const difference =
        first && contradicted(ways.explainOfMany(first.event), held(fields, first.event, dialect), 'of a set');
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  function waysOf(pattern: string, dialect: DialectName, many: engine.PatternSet<number>, id: number): Ways {
    const matcher = compilePattern(pattern, { dialect });
    const alone = PatternSet.from([[id, pattern]], { dialect });
    const object = survivesParsing(pattern) ? compilePattern(JSON.parse(pattern), { dialect }) : matcher;
    return {
      text: {
        matcher: (text) => matcher.matchesJson(text),
        'pattern given as an object': (text) => object.matchesJson(text),
        'set of one': (text) => alone.matchesJson(text).includes(id),
        'set of many': (text) => many.matchesJson(text).includes(id),
      },
      trusted: {
        'matcher, wellFormed': (text) => matcher.matchesJson(text, { wellFormed: true }),
        'set of one, wellFormed': (text) => alone.matchesJson(text, { wellFormed: true }).includes(id),
        'set of many, wellFormed': (text) => many.matchesJson(text, { wellFormed: true }).includes(id),
      },
      object: {
        'matcher, object': (event) => matcher.matches(event),
        'set of one, object': (event) => alone.matches(event).includes(id),
        'set of many, object': (event) => many.matches(event).includes(id),
      },
      explain: (event) => matcher.explain(event),
      explainOfMany: (event) => many.explain(event, id),
    };
  }
}

type Verdict<Event> = Readonly<Record<string, (event: Event) => boolean>>;

interface Ways {
  readonly text: Verdict<string | Uint8Array>;
  /** For texts without duplicate members. */
  readonly trusted: Verdict<string | Uint8Array>;
  readonly object: Verdict<object>;
  readonly explain: (event: object | string | Uint8Array) => engine.Explanation;
  /** Reads the pattern anew each time. */
  readonly explainOfMany: (event: object | string | Uint8Array) => engine.Explanation;
}

/** `held`: of each field, in the order of the pattern. */
function contradicted(
  { matches, fields }: engine.Explanation,
  held: readonly boolean[],
  form: string,
): Difference | undefined {
  const found = fields.map(({ holds }) => holds);
  if (matches !== held.every(Boolean) || found.join() !== held.join()) {
    return { of: `explanation, ${form}`, expected: held, found: { matches, fields: found } };
  }
  const wrong = fields.find(
    ({ holds, reason, conditions }) =>
      (reason === undefined) !== holds || conditions.some((condition) => condition.holds) !== holds,
  );
  return wrong && { of: `explanation, ${form}`, expected: 'a reason for each field that fails', found: wrong };
}

function judgeEvent(
  fields: readonly Field[],
  dialect: DialectName,
  ways: Ways,
  { event, other, explained }: Texts,
  tally: Tally,
): Difference | undefined {
  const byText = held(fields, event, dialect);
  const expected = byText.every(Boolean);
  tally.judge(expected);
  if (explained) tally.count('of them explained');
  const bytes = survivesUtf8(event) ? encoder.encode(event) : event;
  const otherBytes = encoder.encode(other);
  const trusted = repeatsNames(event) ? {} : ways.trusted;
  const parsed = JSON.parse(event) as object;
  // Verdicts may hang on what parsing loses: then the text that a producer would send for the object is judged.
  const byObject = survivesParsing(event) ? byText : held(fields, JSON.stringify(parsed), dialect);
  return (
    differing(ways.text, event, expected, 'text') ??
    differing(ways.text, bytes, expected, 'bytes') ??
    differing(ways.text, other, expected, 'another text') ??
    differing(ways.text, otherBytes, expected, 'bytes of another text') ??
    differing(trusted, event, expected, 'text') ??
    differing(trusted, bytes, expected, 'bytes') ??
    differing(ways.object, parsed, byObject.every(Boolean), 'parsed') ??
    (explained
      ? (contradicted(ways.explain(event), byText, 'text') ?? contradicted(ways.explain(parsed), byObject, 'parsed'))
      : undefined)
  );
}

/** Which fields hold, by the reference interpreter; `referenceMatches` asks the same of a pattern's text. */
function held(fields: readonly Field[], text: string, dialect: DialectName): boolean[] {
  const event = readJson(text);
  return fields.map((field) => fieldHolds(field, event, dialect));
}

function differing<Event>(ways: Verdict<Event>, event: Event, expected: boolean, form: string): Difference | undefined {
  for (const [name, verdict] of Object.entries(ways)) {
    const found = verdict(event);
    if (found !== expected) return { of: `${name}, ${form}`, expected, found };
  }
  return undefined;
}

function make(random: Random, size: number): Case {
  const dialect = random.pick(['aliyun', 'rocketmq'] as const);
  const patterns = Array.from({ length: size }, (): Judged => {
    const pattern = anyPattern(random, dialect);
    const aim = new Aim(fieldsOf(readJson(pattern), dialect), dialect);
    const events = Array.from({ length: EVENTS }, (): Texts => {
      const event = aim.event(random);
      return { event: eventText(event, random), other: otherText(event, random), explained: random.once(4) };
    });
    return { pattern, events };
  });
  return { dialect, patterns };
}

function* smaller({ dialect, patterns }: Case): Generator<Case> {
  for (const some of fewer(patterns)) yield { dialect, patterns: some };
  for (const some of oneSimpler(patterns, simplerJudged)) {
    if (some.every(({ pattern }) => referenceAccepts(pattern, dialect))) yield { dialect, patterns: some };
  }
}

function* simplerJudged({ pattern, events }: Judged): Generator<Judged> {
  for (const some of fewer(events)) yield { pattern, events: some };
  for (const text of simplerTexts(pattern)) yield { pattern: text, events };
  for (const some of oneSimpler(events, simplerEvent)) yield { pattern, events: some };
}

function* simplerEvent({ event, other, explained }: Texts): Generator<Texts> {
  for (const text of simplerTexts(event)) if (text.startsWith('{')) yield { event: text, other: text, explained };
  if (other !== event) yield { event, other: event, explained };
}
