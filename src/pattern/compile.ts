/** Compiles a plan to closures over the event's members. Everything is decided here; matching only calls. */
import type { Diagnostic, Omitted } from './diagnostic.ts';
import { type Rules, resolveDialect } from './dialect.ts';
import { assertEvent, isMissing, isSteppable, memberValue, nodeTest, readEvent, valueTest } from './event.ts';
import { type Explanation, explainPlan } from './explain.ts';
import { compileField } from './field.ts';
import { type JsonNode, type JsonObjectNode, memberOf } from './json/node.ts';
import { type JsonObject, type PatternOptions, parsePattern } from './parse.ts';
import { isPattern, type Pattern } from './pattern.ts';
import { fieldsBelow, type PathNode, planPattern } from './plan.ts';

export interface MatchOptions {
  /** The caller vouches that the text is JSON. */
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
  /** Why the event matches or does not, field by field. Slow beside matching. */
  explain(event: object | string | Uint8Array): Explanation;
}

/** A pattern has errors. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly diagnostics: readonly Diagnostic[];
  readonly omitted: Omitted;

  constructor(diagnostics: readonly Diagnostic[], omitted: Omitted) {
    const errors = diagnostics.filter((d) => d.severity === 'error');
    const more = errors.length + omitted.errors - 1;
    const first = errors[0];
    const place = first === undefined || first.pointer === '' ? '' : ` at \`${first.pointer}\``;
    super(`the pattern is not valid: ${first?.message}${place}${more > 0 ? ` (and ${more} more)` : ''}`);
    this.diagnostics = diagnostics;
    this.omitted = omitted;
  }
}

/**
 * @throws PatternError, which carries the findings, for a pattern with errors
 * @throws TypeError for a dialect that does not exist, or that is not the one of a `Pattern` given
 */
export function compilePattern(source: string | JsonObject | Pattern, options: PatternOptions = {}): Matcher {
  const pattern = patternOf(source, options);
  const plan = planPattern(pattern);
  const object = compileObject(plan.root, plan.rules);
  const node = compileNode(plan.root, plan.rules);
  return {
    pattern,
    matches(event) {
      assertEvent(event);
      return object(event);
    },
    matchesJson: (event) => node(readEvent(event)),
    explain: (event) => explainPlan(plan, event),
  };
}

/** The pattern itself, or the one that a source is, which must be valid. */
export function patternOf(source: string | JsonObject | Pattern, options: PatternOptions): Pattern {
  if (isPattern(source)) {
    if (options.dialect !== undefined && resolveDialect(options.dialect) !== source.dialect) {
      throw new TypeError(
        `the pattern was read in the dialect \`${source.dialect.name}\`; read its text again for another one`,
      );
    }
    return source;
  }
  const { pattern, diagnostics, omitted } = parsePattern(source, options);
  if (pattern === undefined) throw new PatternError(diagnostics, omitted);
  return pattern;
}

function compileObject(node: PathNode, rules: Rules): (event: object) => boolean {
  const tests = leavesFirst(node).map(([name, child]) => {
    const test = compileValue(child, rules);
    return (event: object) => test(memberValue(event, name));
  });
  return every(tests);
}

function compileValue(node: PathNode, rules: Rules): (value: unknown) => boolean {
  const here = node.fields.map((field) => valueTest(compileField(field, rules)));
  if (node.children.size === 0) return every(here);
  const below = compileObject(node, rules);
  const whenMissing = holdsWhenMissing(node, rules);
  const { required } = node;
  here.push((value) => {
    if (isSteppable(value)) return below(value);
    if (typeof value === 'bigint') throw new TypeError('a BigInt is not JSON data');
    return whenMissing && !(required && isMissing(value));
  });
  return every(here);
}

function compileNode(node: PathNode, rules: Rules): (event: JsonObjectNode) => boolean {
  const tests = leavesFirst(node).map(([name, child]) => {
    const test = compileNodeValue(child, rules);
    return (event: JsonObjectNode) => test(memberOf(event, name));
  });
  return every(tests);
}

function compileNodeValue(node: PathNode, rules: Rules): (value: JsonNode | undefined) => boolean {
  const here = node.fields.map((field) => nodeTest(compileField(field, rules)));
  if (node.children.size === 0) return every(here);
  const below = compileNode(node, rules);
  const whenMissing = holdsWhenMissing(node, rules);
  const { required } = node;
  here.push((value) => (value?.kind === 'object' ? below(value) : whenMissing && !(required && value === undefined)));
  return every(here);
}

/** Whether every field below a node holds when the path ends there. */
function holdsWhenMissing(node: PathNode, rules: Rules): boolean {
  return [...node.children.values()].flatMap(fieldsBelow).every((field) => compileField(field, rules).missing);
}

/** Cheapest first; the order cannot change the verdict, since all must hold. */
function leavesFirst(node: PathNode): readonly (readonly [string, PathNode])[] {
  return [...node.children].sort(([, a], [, b]) => a.children.size - b.children.size);
}

function every<T>(tests: readonly ((value: T) => boolean)[]): (value: T) => boolean {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (value) => first(value) && second(value);
  return (value) => {
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}
