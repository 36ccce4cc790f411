/** The compiled pattern: reads a pattern, plans it and compiles the plan. */
import { assertOptions, isAmount, typeOf } from './arguments.ts';
import { compileForObjects } from './compile.ts';
import type { Diagnostic } from './diagnostic.ts';
import { resolveDialect } from './dialect.ts';
import { assertEvent, eventNode } from './event.ts';
import { EventValues } from './event-values.ts';
import { compileExplain } from './explain/explain.ts';
import type { Explain, Explanation } from './explain/explanation.ts';
import type { Omitted } from './finding.ts';
import type { JsonObjectNode } from './json/node.ts';
import { type PatternInput, type PatternOptions, readPattern } from './parse.ts';
import { isPattern, type Pattern } from './pattern.ts';
import { type Plan, planPattern } from './plan.ts';
import { printPattern } from './print.ts';
import { compileForText } from './scan/compile-text.ts';
import { readText, type TextReader } from './scan/event-text.ts';
import { ValuesInText } from './scan/values-text.ts';
import { clipped } from './value/excerpt.ts';

/** Options of `matchesJson`. */
export interface MatchOptions {
  /**
   * Promises that the text is JSON without duplicate members. Reading stops once the verdict is known, so a later error is not reported,
   * and it is undefined which of two duplicate members counts. In the dialect `aws` also two members with the same path are duplicates:
   * `a.b`, and `b` in `a`.
   */
  readonly wellFormed?: boolean | undefined;
  /** The event is the bytes from `start` on, by default from 0, of those that are given: a larger buffer needs no view of its part. */
  readonly start?: number | undefined;
  /** The event ends before this byte, by default at the end of the bytes that are given. */
  readonly end?: number | undefined;
}

/** A compiled pattern. Stateless: safe to share. */
export interface Matcher {
  /** The pattern that was compiled. */
  readonly pattern: Pattern;
  /**
   * Matches a parsed event, read as plain JSON data: own enumerable members, no `toJSON`. The event is not changed.
   * @throws TypeError unless the event is an object, and for a BigInt that a field reads
   */
  matches(event: object): boolean;
  /**
   * Matches JSON text or its UTF-8 bytes. Numbers keep their text, and the last of duplicate members counts.
   * @throws EventSyntaxError for text that is not JSON or not an object, with the offset from `start`
   * @throws RangeError for a `start` or `end` that is no place in the bytes
   */
  matchesJson(event: string | Uint8Array, options?: MatchOptions): boolean;
  /**
   * Explains field by field why the event matches or not. Much slower than matching.
   * @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than 1000 levels
   */
  explain(event: object | string | Uint8Array): Explanation;
  /** `explain` for an event that `readJson` has read. */
  explainNode(event: JsonObjectNode): Explanation;
}

/** Thrown for a pattern with errors. */
export class PatternError extends Error {
  /** The name of the class, also where several copies of this package are loaded. */
  override readonly name = 'PatternError';
  /** The findings of the pattern: its errors, and warnings beside them. */
  readonly diagnostics: readonly Diagnostic[];
  /** The number of findings that were left out of `diagnostics`. */
  readonly omitted: Omitted;
  /** The id of the pattern, if it is one of a set. */
  readonly id: string | number | undefined;
  /** The errors of other patterns of the same call. */
  readonly others: readonly PatternError[];

  /** Made by `compilePattern` and the functions that compile; the message names the first error and counts the others. */
  constructor(
    diagnostics: readonly Diagnostic[],
    omitted: Omitted,
    id?: string | number,
    others: readonly PatternError[] = [],
  ) {
    const errors = diagnostics.filter((d) => d.severity === 'error');
    const more = errors.length + omitted.errors - 1;
    const first = errors[0];
    const place = first === undefined || first.pointer === '' ? '' : ` at \`${first.pointer}\``;
    const what = id === undefined ? 'the pattern' : `the pattern \`${id}\``;
    const ids = others.map((other) => `\`${other.id}\``).slice(0, MANY_IDS);
    const left = others.length - ids.length;
    const also = ids.length === 0 ? '' : `; nor is ${ids.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
    super(`${what} is not valid: ${first?.message}${place}${more > 0 ? ` (and ${more} more)` : ''}${also}`);
    this.id = id;
    this.others = others;
    this.diagnostics = diagnostics;
    this.omitted = omitted;
  }
}

/** The maximum number of pattern ids in a message. */
const MANY_IDS = 5;

/**
 * Compiles a pattern to a matcher.
 * @throws PatternError, which carries the findings, for a pattern with errors
 * @throws TypeError for an unknown dialect, for one that is not the dialect of a given `Pattern`, and for the result of `parsePattern`
 */
export function compilePattern(source: PatternInput, options: PatternOptions = {}): Matcher {
  const pattern = patternOf(source, options);
  const plan = planPattern(pattern);
  let explain: Explain | undefined;
  const matcher: Matcher = {
    pattern,
    ...compilePlan(plan),
    explain(event) {
      const node = eventNode(event);
      explain ??= compileExplain(plan);
      return explain(node, typeof event === 'string');
    },
    explainNode(event) {
      explain ??= compileExplain(plan);
      return explain(event, true);
    },
  };
  setConsoleText(matcher, () => `Matcher { ${clipped(printPattern(pattern))} }`);
  return matcher;
}

/** Compiles each strategy on its first use: most callers use one. */
export function compilePlan(plan: Plan): Pick<Matcher, 'matches' | 'matchesJson'> {
  let object: ((event: object) => boolean) | undefined;
  let text: TextReader<boolean> | undefined;
  return {
    matches(event) {
      assertEvent(event);
      object ??= compileForObjects(plan);
      return object(event);
    },
    matchesJson(event, options) {
      const mode = assumesWellFormed(options) ? 'trusted' : 'checked';
      text ??= plan.rules.arrays === 'transparent' ? new ValuesInText(new EventValues(plan)) : compileForText(plan);
      if (options?.start === undefined && options?.end === undefined) return readText(event, mode, text);
      assertPart(event, options);
      return readText(event, mode, text, options.start, options.end);
    },
  };
}

/**
 * Whether the caller set `wellFormed`.
 * @throws TypeError for options of a wrong type
 */
export function assumesWellFormed(options: MatchOptions | undefined): boolean {
  if (options === undefined) return false;
  assertOptions(options);
  return options.wellFormed === true;
}

/**
 * The event in the bytes that a caller gave.
 * @throws TypeError, RangeError as `assertPart`
 */
export function partOf(event: string | Uint8Array, options: MatchOptions | undefined): string | Uint8Array {
  if (options?.start === undefined && options?.end === undefined) return event;
  assertPart(event, options);
  return event.subarray(options.start, options.end);
}

/**
 * Checks the place of an event in bytes.
 * @throws TypeError for a place in anything else, and RangeError for one that is not in the bytes
 */
export function assertPart(event: string | Uint8Array, { start = 0, end }: MatchOptions): asserts event is Uint8Array {
  if (!(event instanceof Uint8Array))
    throw new TypeError(`\`start\` and \`end\` are places in bytes, not in ${typeOf(event)}`);
  const to = end ?? event.length;
  if (isAmount(start) && isAmount(to) && start <= to && to <= event.length) return;
  throw new RangeError(`\`start\` and \`end\` are places in the ${event.length} bytes, not ${start} and ${to}`);
}

/**
 * Sets what `console.log` prints of an object in Node; elsewhere it is an unused symbol. Not a method of a class: bundlers keep a class
 * with a computed name even if it is unused.
 */
export function setConsoleText(object: object, text: () => string): void {
  Object.defineProperty(object, Symbol.for('nodejs.util.inspect.custom'), { value: text });
}

/**
 * The given pattern, or the one read from a source. `id` names the pattern in error messages.
 * @throws PatternError for a pattern with errors; TypeError as `compilePattern`
 */
export function patternOf(source: PatternInput, options: PatternOptions, id?: string | number): Pattern {
  assertOptions(options);
  if (isPattern(source)) {
    if (options.dialect !== undefined && resolveDialect(options.dialect) !== source.dialect) {
      throw new TypeError(
        `the pattern was read in the dialect \`${source.dialect.name}\`; read its text again for another one`,
      );
    }
    return source;
  }
  if (isResult(source)) {
    throw new TypeError(
      'this is the result of parsePattern, not a pattern: pass its `.pattern`, which is absent after an error',
    );
  }
  const { pattern, diagnostics, omitted } = readPattern(source, options);
  if (pattern === undefined) throw new PatternError(diagnostics, omitted, id);
  return pattern;
}

/** Whether this is a result of `parsePattern`. A pattern never has both members, since an attribute is an array, never an object. */
function isResult(source: unknown): boolean {
  if (typeof source !== 'object' || source === null) return false;
  const { diagnostics, omitted } = source as Readonly<Record<string, unknown>>;
  return Array.isArray(diagnostics) && typeof omitted === 'object' && omitted !== null && !Array.isArray(omitted);
}
