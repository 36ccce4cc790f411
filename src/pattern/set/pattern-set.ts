/**
 * Matches an event against many patterns in one pass. The cost depends on the patterns that share keys with the event,
 * hardly on the size of the set.
 */
import { assertOptions, isIterable, takes } from '../arguments.ts';
import { type Rules, resolveDialect } from '../dialect.ts';
import { assertEvent } from '../event.ts';
import type { Explanation } from '../explain/explanation.ts';
import { nodeFromValue } from '../json/from-value.ts';
import { printJson } from '../json/node.ts';
import {
  assertPart,
  assumesWellFormed,
  compilePattern,
  type Matcher,
  type MatchOptions,
  PatternError,
  partOf,
  patternOf,
  setConsoleText,
} from '../matcher.ts';
import type { PatternInput, PatternOptions } from '../parse.ts';
import { isPattern, type Pattern } from '../pattern.ts';
import { type Alternative, type Plan, type PlanCondition, planPattern } from '../plan.ts';
import { printPattern } from '../print.ts';
import type { Mode } from '../scan/engine.ts';
import { readText } from '../scan/event-text.ts';
import { clipped } from '../value/excerpt.ts';
import type { Entry } from './entry.ts';
import { SetIndex } from './set-index.ts';
import { mustBeTried, TriedPatterns } from './tried-patterns.ts';

/** Thrown for an id that is already in the set. */
export class DuplicateIdError extends Error {
  /** The name of the class, also where several copies of this package are loaded. */
  override readonly name = 'DuplicateIdError';
  /** The id that was added twice. */
  readonly id: string | number;

  /** Made by `add` and `from` of a set. */
  constructor(id: string | number) {
    super(`the id \`${id}\` is in the set already; delete it first`);
    this.id = id;
  }
}

export type PatternEntry<Id extends string | number> = readonly [id: Id, pattern: PatternInput];

/** Literal ids are inferred as literal types, and a set accepts others too. */
type Widened<Id extends string | number> = Id extends string ? string : number;

/** The maximum number of ids in the summary. */
const MANY_IDS = 5;

/** Many patterns with ids. One pass over an event finds the ids of the matching patterns, in the order of addition. */
export class PatternSet<Id extends string | number = string> {
  private readonly options: PatternOptions;
  private readonly rules: Rules;
  /**
   * In the order of addition.
   * INVARIANT: this map defines the content of the set; changing it is the last step of `add` and `delete`. Everything
   * else is derived from it.
   */
  private readonly members = new Map<Id, Entry<Id>>();
  /** The extensions of added `Pattern`s, with which their texts are read again. */
  private readonly extensions = new Set<string>();
  /** False during a change, and after one that threw: an exhausted stack or heap may throw anywhere. */
  private intact = true;
  private index: SetIndex<Id>;
  /** The patterns that no index can decide. */
  private readonly tried = new TriedPatterns<Entry<Id>>((source) => planPattern(patternOf(source, this.reading())));
  /** The pattern that was explained last. */
  private explaining: { readonly entry: Entry<Id>; readonly matcher: Matcher } | undefined;

  /** @throws TypeError for an unknown dialect, and for options of a wrong type */
  constructor(options: PatternOptions = {}) {
    assertOptions(options);
    this.options = options;
    this.rules = resolveDialect(options.dialect).rules;
    this.index = this.newIndex();
    setConsoleText(this, () => this.summary());
  }

  /**
   * Makes a set of many patterns; faster than adding each.
   * @throws PatternError for the first pattern with errors, with its `id`; `others` are the errors of the other
   * patterns
   * @throws DuplicateIdError, TypeError as `add` does
   */
  static from<Id extends string | number>(
    patterns: readonly PatternEntry<Id>[] | Iterable<PatternEntry<Id>>,
    options: PatternOptions = {},
  ): PatternSet<Widened<Id>> {
    takes(isIterable(patterns), 'PatternSet.from', 'pairs of an id and a pattern', patterns);
    const set = new PatternSet<string | number>(options);
    const broken: PatternError[] = [];
    // Groups are counted before patterns are filed, so that the rarest group of each is known.
    const all = Array.from(patterns, (entry) => {
      takes(Array.isArray(entry), 'PatternSet.from', 'pairs of an id and a pattern', entry);
      const [id, source] = entry;
      try {
        const { text, alternatives } = set.read(id, source);
        return { id, text, groups: set.index.groupsOf(alternatives) };
      } catch (thrown) {
        if (!(thrown instanceof PatternError)) throw thrown;
        broken.push(thrown);
        return { id, text: '', groups: [] };
      }
    });
    const [first, ...others] = broken;
    if (first !== undefined) throw new PatternError(first.diagnostics, first.omitted, first.id, others);
    for (const { id, text, groups } of all) {
      if (set.members.has(id)) throw new DuplicateIdError(id);
      set.members.set(id, set.file(id, text, groups, all.length));
    }
    set.index.trim();
    return set as PatternSet<string | number> as PatternSet<Widened<Id>>;
  }

  /** The number of patterns. */
  get size(): number {
    return this.members.size;
  }

  /** Whether a pattern has this id. */
  has(id: Id): boolean {
    return this.members.has(id);
  }

  /**
   * The pattern of an id; undefined for one that is not in the set. Read again at each call, since the set keeps only
   * texts, which are far smaller.
   */
  get(id: Id): Pattern | undefined {
    const member = this.members.get(id);
    return member && patternOf(member.source, this.reading(), id);
  }

  /** Removes all patterns. */
  clear(): void {
    this.intact = false;
    this.members.clear();
    this.rebuild();
  }

  /** In the order of addition. */
  ids(): IterableIterator<Id> {
    return this.members.keys();
  }

  /**
   * Adds a pattern. Changes nothing if it throws.
   * @throws DuplicateIdError for an id that is in the set
   * @throws PatternError, which carries the findings, for a pattern with errors
   * @throws TypeError for a `Pattern` of another dialect than the set's, and for an id that is neither a string nor a
   * number
   */
  add(id: Id, source: PatternInput): void {
    if (this.members.has(id)) throw new DuplicateIdError(id);
    const { text, alternatives } = this.read(id, source);
    this.rebuild();
    this.intact = false;
    this.members.set(id, this.file(id, text, this.index.groupsOf(alternatives), this.size + 1));
    this.intact = true;
  }

  /** Removes a pattern. Returns whether the id was in the set. Changes nothing if it throws. */
  delete(id: Id): boolean {
    if (!this.members.has(id)) return false;
    this.rebuild();
    this.intact = false;
    const entry = this.members.get(id) as Entry<Id>;
    if (!this.tried.delete(entry)) this.index.unfile(entry, this.size);
    this.members.delete(id);
    this.intact = true;
    return true;
  }

  /** Rebuilds everything from `members` if a change threw. */
  private rebuild(): void {
    if (this.intact) return;
    const index = this.newIndex();
    this.index = index;
    this.tried.clear();
    for (const { id, source } of this.members.values()) {
      const groups = index.groupsOf(filed(planPattern(patternOf(source, this.reading(), id))));
      this.members.set(id, this.file(id, source, groups, this.size));
    }
    this.intact = true;
  }

  /** Without alternatives the pattern is tried. */
  private file(id: Id, source: string, alternatives: readonly (readonly number[])[], size: number): Entry<Id> {
    if (alternatives.length > 0) return this.index.file(id, source, alternatives, size);
    const entry = this.index.reserve(id, source);
    this.tried.add(entry);
    return entry;
  }

  /**
   * The ids of the patterns that a parsed event matches, in the order of addition. The event is read as by
   * `Matcher.matches`.
   * @throws TypeError unless the event is an object, and for a BigInt that a pattern reads
   */
  matches(event: object): Id[] {
    assertEvent(event);
    this.rebuild();
    const ids = this.index.matches(event);
    return this.tried.size === 0 ? ids : this.merged(ids, this.tried.matching(event));
  }

  /**
   * The ids of the patterns that an event as JSON text or UTF-8 bytes matches, in the order of addition.
   * @throws EventSyntaxError, RangeError as `Matcher.matchesJson`
   */
  matchesJson(event: string | Uint8Array, options?: MatchOptions): Id[] {
    const mode = assumesWellFormed(options) ? 'trusted' : 'checked';
    this.rebuild();
    if (this.tried.size > 0) return this.matchesWithTried(partOf(event, options), mode);
    if (options?.start === undefined && options?.end === undefined) return readText(event, mode, this.index);
    assertPart(event, options);
    return readText(event, mode, this.index, options.start, options.end);
  }

  private matchesWithTried(event: string | Uint8Array, mode: Mode): Id[] {
    return this.merged(readText(event, mode, this.index), this.tried.matchingText(event));
  }

  /** Of two lists of matches those in the order of addition. */
  private merged(ids: readonly Id[], tried: readonly Entry<Id>[]): Id[] {
    if (tried.length === 0) return [...ids];
    const all = new Set([...ids, ...tried.map(({ id }) => id)]);
    return [...this.members.keys()].filter((id) => all.has(id));
  }

  /**
   * Explains why the event matches one pattern of the set or not.
   * @throws RangeError for an id that is not in the set; EventSyntaxError, TypeError as matching does
   */
  explain(event: object | string | Uint8Array, id: Id): Explanation {
    const entry = this.members.get(id);
    if (entry === undefined) throw new RangeError(`there is no pattern \`${String(id)}\` in the set`);
    // Only the last matcher is kept: usually one pattern explains many events, and all matchers would be larger than
    // the set.
    if (this.explaining?.entry !== entry)
      this.explaining = { entry, matcher: compilePattern(entry.source, this.reading()) };
    return this.explaining.matcher.explain(event);
  }

  private newIndex(): SetIndex<Id> {
    return new SetIndex(this.rules, this.readConditions, () => this.members.values());
  }

  /** Does not change the content of the set. */
  private read(id: Id, source: PatternInput): { text: string; alternatives: readonly Alternative[] } {
    takes(typeof id === 'string' || typeof id === 'number', 'PatternSet', 'ids that are strings or numbers', id);
    if (isPattern(source)) {
      const pattern = patternOf(source, { dialect: resolveDialect(this.options.dialect) });
      for (const extension of pattern.extensions) this.extensions.add(extension);
      return { text: printPattern(pattern), alternatives: filed(planPattern(pattern)) };
    }
    const alternatives = filed(planPattern(patternOf(source, this.options, id)));
    // Not JSON.stringify, which would call `toJSON`.
    const text = typeof source === 'string' ? source : printJson(nodeFromValue(source, () => undefined));
    return { text, alternatives };
  }

  private summary(): string {
    const ids = [...this.members.keys()].slice(0, MANY_IDS).map((id) => JSON.stringify(id));
    const more = this.size - ids.length;
    if (this.size === 0) return 'PatternSet(0) {}';
    return `PatternSet(${this.size}) { ${clipped([...ids, ...(more > 0 ? [`… ${more} more`] : [])].join(', '))} }`;
  }

  private reading(): PatternOptions {
    if (this.extensions.size === 0) return this.options;
    return { ...this.options, extensions: [...(this.options.extensions ?? []), ...this.extensions] };
  }

  /** Conditions mean the same at any path. */
  private readonly readConditions = (conditions: string): readonly PlanCondition[] => {
    const pattern = patternOf(`{"data":{"field":${conditions}}}`, { dialect: this.options.dialect });
    return planPattern(pattern).fields[0]?.conditions ?? [];
  };
}

/** The alternatives that are filed. */
function filed(plan: Plan): readonly Alternative[] {
  return mustBeTried(plan) ? [] : plan.alternatives;
}
