/** Where the verdicts of a pattern and of its counterpart for the other cloud part: by which rules, at which fields, on which events. */
import {
  compilePattern,
  type Matcher,
  nearMisses,
  neverMatches,
  type PatternInput,
  type RuleName,
  sample,
} from '../index.ts';
import { type JsonNode, type JsonObjectNode, readJson } from '../json.ts';
import { matcherFor, otherSide } from './arguments.ts';
import { convertFields, type FieldConversion, type Unsaid } from './convert.ts';
import { type ComparedField, type Departure, departures } from './departures.ts';
import { counterpartOf } from './event.ts';
import type { Side } from './names.ts';

/** A rule by which the verdicts of a pattern and of its counterpart differ, with an event on which they do. */
export interface CloudDifference {
  /** The rule of the dialects; `ruleSentences` has its meaning in each. */
  readonly rule: RuleName;
  /** JSON pointers into the pattern: the fields about which it decides. */
  readonly pointers: readonly string[];
  /** On which events: the end of a sentence that begins with "for". */
  readonly events: string;
  /** The JSON text of an event of the pattern's service. Both verdicts on it were computed. */
  readonly event: string;
  /** Its counterpart at the other service, as JSON text. */
  readonly counterpart: string;
  /** The dialect in which the event or its counterpart matches; in the other one it does not. */
  readonly matchesIn: Side;
}

/** A rule by which the verdicts may differ, where no event was found on which they do. */
export interface UndecidedDifference extends Pick<CloudDifference, 'rule' | 'pointers' | 'events'> {
  /** Why this is not decided, in one sentence. */
  readonly reason: string;
}

/**
 * Whether a pattern and its counterpart give the same verdicts on every event and its counterpart. Events are those of the services: their
 * attributes are texts, and the envelope repeats no name.
 */
export type CloudCheck =
  | {
      /** There is no counterpart. */
      readonly answer: 'unsaid';
      /** What cannot be said in the other language. */
      readonly unsaid: readonly Unsaid[];
    }
  | {
      /** `differs` where an event shows it. On events other than those of the named rules, both agree. */
      readonly answer: 'differs' | 'unknown';
      /** The counterpart; of several patterns one must match. */
      readonly texts: readonly string[];
      /** One for each rule; empty for `unknown`. */
      readonly differences: readonly CloudDifference[];
      /** What is not decided. */
      readonly undecided: readonly UndecidedDifference[];
    }
  | {
      /** They agree on every event. */
      readonly answer: 'agrees';
      /** The counterpart; of several patterns one must match. */
      readonly texts: readonly string[];
    };

/**
 * Compares a pattern with its counterpart in the language of the other cloud.
 * @throws PatternError for a pattern with errors
 * @throws TypeError for a pattern of another dialect, and for wrong arguments
 */
export function crossCheckClouds(pattern: PatternInput, to: Side): CloudCheck {
  const matcher = matcherFor(pattern, to, 'crossCheckClouds');
  const { texts, unsaid, fields } = convertFields(matcher.pattern, to);
  if (unsaid.length > 0) return { answer: 'unsaid', unsaid };
  const pair = new Pair(matcher, texts, to);
  if (pair.neverMatch()) return { answer: 'agrees', texts };
  const compared = fields.map((field) => comparedField(field, to));
  const differences: CloudDifference[] = [];
  const undecided: UndecidedDifference[] = [];
  for (const departure of departures) {
    const { rule, events } = departure;
    const concerned = compared.filter((field) => departure.mayDecide(field, pair.from, compared));
    const found = concerned.flatMap((field) => pair.witness(departure, field) ?? []);
    const [first] = found;
    const open = concerned.map(({ pointer }) => pointer).filter((one) => !found.some(({ pointer }) => pointer === one));
    if (first !== undefined) {
      const { pointer: _, ...witness } = first;
      differences.push({ rule, pointers: found.map(({ pointer }) => pointer), events, ...witness });
    }
    if (open.length > 0) undecided.push({ rule, pointers: open, events, reason: NOT_FOUND });
  }
  if (differences.length > 0) return { answer: 'differs', texts, differences, undecided };
  return undecided.length > 0 ? { answer: 'unknown', texts, differences, undecided } : { answer: 'agrees', texts };
}

const NOT_FOUND = 'no event was found on which the verdicts differ, and it was not proved that there is none';

type Found = Pick<CloudDifference, 'event' | 'counterpart' | 'matchesIn'> & { readonly pointer: string };

/** Events of each kind from which others are made, and events that are tried for one field and rule. */
const BASES = 4;
const TRIED = 2000;

/** A pattern and its counterpart. */
class Pair {
  readonly from: Side;
  private readonly to: Side;
  private readonly own: Matcher;
  private readonly others: readonly Matcher[];
  private matched: readonly JsonNode[] | undefined;
  private missed: readonly JsonNode[] | undefined;

  constructor(own: Matcher, texts: readonly string[], to: Side) {
    this.from = otherSide(to);
    this.to = to;
    this.own = own;
    this.others = texts.map((text) => compilePattern(text, { dialect: to }));
  }

  neverMatch(): boolean {
    return [this.own, ...this.others].every(({ pattern }) => neverMatches(pattern).answer === 'yes');
  }

  witness(departure: Departure, field: ComparedField): Found | undefined {
    let left = TRIED;
    for (const base of this.bases()) {
      for (const event of departure.make(field, base)) {
        if (left-- === 0) return undefined;
        const { counterpart, matches, agrees } = this.judge(event);
        if (!agrees) return { pointer: field.pointer, event, counterpart, matchesIn: matches ? this.from : this.to };
      }
    }
    return undefined;
  }

  private judge(event: string): { counterpart: string; matches: boolean; agrees: boolean } {
    const counterpart = counterpartOf(objectIn(event), this.to);
    const matches = this.own.matchesJson(event);
    return { counterpart, matches, agrees: this.others.some((other) => other.matchesJson(counterpart)) === matches };
  }

  /** Events on which both agree, so that a difference that one change makes is due to that change; those that one of them matches first. */
  private *bases(): Generator<JsonNode> {
    this.matched ??= this.agreed([
      ...sample(this.own.pattern, BASES),
      ...this.others
        .flatMap((other) => sample(other.pattern, BASES))
        .map((event) => counterpartOf(objectIn(event), this.from)),
    ]);
    yield* this.matched;
    // Made only when they are needed: near misses take longer than samples.
    this.missed ??= this.agreed(nearMisses(this.own.pattern, BASES).map(({ event }) => event));
    yield* this.missed;
  }

  private agreed(events: readonly string[]): readonly JsonNode[] {
    return [...new Set(events)].filter((event) => this.judge(event).agrees).map(objectIn);
  }
}

function objectIn(text: string): JsonObjectNode {
  return readJson(text).node as JsonObjectNode;
}

function comparedField({ field, path, conditions, said }: FieldConversion, to: Side): ComparedField {
  const other = said.flatMap((text) => readJson(text).node ?? []);
  return {
    pointer: field.pointer,
    path,
    conditions: to === 'aws' ? { aliyun: conditions, aws: other } : { aliyun: other, aws: conditions },
  };
}
