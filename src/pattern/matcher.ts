/** A pattern, ready to match: reads it, plans it, and hands the plan to the strategies. */
import { assertOptions } from './arguments.ts';
import { compileForObjects } from './compile.ts';
import type { Diagnostic, Omitted } from './diagnostic.ts';
import { resolveDialect } from './dialect.ts';
import { assertEvent, eventNode } from './event.ts';
import { compileExplain, type Explain } from './explain/explain.ts';
import type { Explanation } from './explain/explanation.ts';
import type { JsonObjectNode } from './json/node.ts';
import { type JsonObject, type PatternOptions, readPattern } from './parse.ts';
import { isPattern, type Pattern } from './pattern.ts';
import { type Plan, planPattern } from './plan.ts';
import { printPattern } from './print.ts';
import { compileForText, type TextMatcher } from './scan/compile-text.ts';
import { walkEvent } from './scan/event-text.ts';
import { clipped } from './value/excerpt.ts';

export interface MatchOptions {
  /**
   * The caller vouches that the text is JSON without duplicate members. It is read no further than the verdict needs, so an error behind that place
   * is not noticed, and which of two duplicate members counts is left open.
   */
  readonly wellFormed?: boolean | undefined;
}

/** A compiled pattern. It holds no state: one matcher may be used from anywhere. */
export interface Matcher {
  readonly pattern: Pattern;
  /**
   * A parsed event, read as plain JSON data: own enumerable members, no `toJSON`; it is never changed.
   * @throws TypeError for what is no object, and for a BigInt that a field reads
   */
  matches(event: object): boolean;
  /**
   * JSON text or its UTF-8 bytes. Number texts are kept, and the last of duplicate members counts.
   * @throws EventSyntaxError for text that is not JSON, or no object
   */
  matchesJson(event: string | Uint8Array, options?: MatchOptions): boolean;
  /**
   * Why the event matches or does not, field by field. Slow beside matching.
   * @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than the JSON reader goes
   */
  explain(event: object | string | Uint8Array): Explanation;
  /** As `explain`, of an event that is read already: `readJson` gave the node. */
  explainNode(event: JsonObjectNode): Explanation;
}

/** A pattern has errors. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly diagnostics: readonly Diagnostic[];
  readonly omitted: Omitted;
  /** Of the pattern, where it has one: in a set. */
  readonly id: string | number | undefined;
  /** The errors of other patterns that were read at once. */
  readonly others: readonly PatternError[];

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

/** So many patterns are named in a message. */
const MANY_IDS = 5;

/**
 * @throws PatternError, which carries the findings, for a pattern with errors
 * @throws TypeError for a dialect that does not exist, or that is not the one of a `Pattern` given, and for the result of `parsePattern`
 */
export function compilePattern(source: string | JsonObject | Pattern, options: PatternOptions = {}): Matcher {
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
  showAs(matcher, () => `Matcher { ${clipped(printPattern(pattern))} }`);
  return matcher;
}

/** Each strategy is compiled when it is first asked for: most callers use one. */
export function compilePlan(plan: Plan): Pick<Matcher, 'matches' | 'matchesJson'> {
  let object: ((event: object) => boolean) | undefined;
  let text: TextMatcher | undefined;
  return {
    matches(event) {
      assertEvent(event);
      object ??= compileForObjects(plan);
      return object(event);
    },
    matchesJson(event, options) {
      text ??= compileForText(plan);
      return walkEvent(event, isVouchedFor(options) ? text.wellFormed : text.checked);
    },
  };
}

/** @throws TypeError for options of a wrong type */
export function isVouchedFor(options: MatchOptions | undefined): boolean {
  if (options === undefined) return false;
  assertOptions(options);
  return options.wellFormed === true;
}

/**
 * What `console.log` prints of an object; elsewhere than in Node it is only a symbol. Not a method of a class: a bundler keeps a class with
 * a computed name, also where nothing uses it.
 */
export function showAs(object: object, text: () => string): void {
  Object.defineProperty(object, Symbol.for('nodejs.util.inspect.custom'), { value: text });
}

/** The pattern itself, or the one that a source is, which must be valid. `id` names it in the message when it is not. */
export function patternOf(
  source: string | JsonObject | Pattern,
  options: PatternOptions,
  id?: string | number,
): Pattern {
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
      'this is what parsePattern answers, not a pattern: take its `.pattern`, which is absent after an error',
    );
  }
  const { pattern, diagnostics, omitted } = readPattern(source, options);
  if (pattern === undefined) throw new PatternError(diagnostics, omitted, id);
  return pattern;
}

/** No pattern has these two: an attribute is a list of conditions, never an object. */
function isResult(source: unknown): boolean {
  if (typeof source !== 'object' || source === null) return false;
  const { diagnostics, omitted } = source as Readonly<Record<string, unknown>>;
  return Array.isArray(diagnostics) && typeof omitted === 'object' && omitted !== null && !Array.isArray(omitted);
}
