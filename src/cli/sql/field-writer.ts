/** One field of a pattern in SQL. */
import type { Pattern } from '../../index.ts';
import type { JsonNode } from '../../json.ts';
import { isComparable } from '../../pattern/value/numbers.ts';
import { type Engine, UNWRITABLE } from './engine.ts';
import { blockRegexp, foldedRegexp, groupsRegexp, wildcardRegexp } from './regexps.ts';

const TRUE = 'true';
const FALSE = 'false';

/** Of both families, in any spelling. */
const ADDRESS = '^[0-9a-fA-F.:]+(%.*)?$';
const WITH_COLON = '^[0-9a-fA-F]*:[0-9a-fA-F:.]*$';
/** IPv6 addresses that are IPv4 addresses. */
const MAPPED = '(?i)^[0:]+ffff:[0-9a-f:]*$';

/** Operators that compare a part of a text, or read it in another way. */
const PARTS = new Set(['prefix', 'suffix', 'contains', 'wildcard', 'equals-ignore-case']);

/** A regular expression without backslashes. Infinity and NaN are numbers of Java. */
const NUMBER_START = '^[-+.0-9IN]';

/** The condition of one field, given the SQL of its value. */
export class FieldWriter {
  private readonly engine: Engine;
  private readonly rules: Pattern['dialect']['rules'];
  private readonly widen: (why: string) => void;

  constructor(engine: Engine, rules: Pattern['dialect']['rules'], widen: (why: string) => void) {
    this.engine = engine;
    this.rules = rules;
    this.widen = widen;
  }

  /** `value` is that of the field; `data`, for a field below it, that of `data`. */
  write(conditions: readonly JsonNode[], value: string, data?: string): string {
    const { engine } = this;
    const held = conditions.filter((one) => !isAbsence(one));
    const some = (x: string): string => this.some(held, x);
    const isContainer = (x: string): string => this.isContainer(x);
    const ways = [
      `(${engine.isPresent(value)} AND NOT ${isContainer(value)} AND (${some(value)}))`,
      // An array with a container in it never holds.
      `(${engine.isArray(value)} AND ${engine.any(value, 'x', (x) => `(${some(x)})`)} AND NOT ${engine.any(value, 'x', isContainer)})`,
    ];
    if (held.length < conditions.length) {
      const present = data === undefined ? '' : ` AND ${engine.isPresent(data)}`;
      ways.push(`(${engine.isMissing(value)}${present})`);
    }
    return `(${ways.join('\n    OR ')})`;
  }

  /** Whether one of the conditions holds for a value. */
  some(conditions: readonly JsonNode[], x: string): string {
    return conditions.length === 0 ? FALSE : conditions.map((one) => this.condition(one, x)).join(' OR ');
  }

  isContainer(x: string): string {
    return `(${this.engine.isArray(x)} OR ${this.engine.isObject(x)})`;
  }

  private condition(node: JsonNode, x: string): string {
    if (node.kind !== 'object') return this.equals(node, x, true);
    return `(${node.members.map(({ name, value }) => this.operator(name, value, x, true)).join(' AND ')})`;
  }

  /** `over`: the result must hold wherever the condition does; otherwise, below a negation, nowhere else. */
  private equals(node: JsonNode, x: string, over: boolean): string {
    const { engine } = this;
    switch (node.kind) {
      case 'string':
        return this.string(node.value, x, over);
      case 'number':
        if (!over) {
          this.widen('a number below `anything-but` is left out: the matcher compares its text');
          return FALSE;
        }
        if (!Number.isFinite(node.value)) {
          this.widen('a number beyond the range of doubles stands for every number');
          return this.orText(engine.isNumber(x), x);
        }
        if (this.rules['equal-numbers'] === 'by-value' && !isComparable(node.text)) {
          this.widen('a number that no double has is compared as the nearest one');
        }
        if (this.rules['equal-numbers'] === 'by-text') {
          this.widen('a number is compared by its value: 5.0 and 5 are equal here');
        }
        return this.orText(
          `(${engine.isNumber(x)} AND ${this.retyped(`${engine.double(x)} = ${numberOf(node.value)}`, x)})`,
          x,
        );
      case 'boolean':
        return this.orText(node.value ? engine.isTrue(x) : engine.isFalse(x), x, String(node.value), over);
      default:
        return this.orText(engine.isNull(x), x, 'null', over);
    }
  }

  /** Where a string may equal a value of another kind: one with the text of the value, or for a number one that begins like a number. */
  private orText(test: string, x: string, text?: string, over = true): string {
    const { engine } = this;
    if (!over || this.rules.equality === 'by-kind') return test;
    const string = engine.string(x);
    const same =
      text === undefined ? engine.hasMatch(string, engine.text(NUMBER_START)) : `${string} = ${engine.text(text)}`;
    if (text === undefined) this.widen('a number stands for every text that begins like a number');
    return `(${test} OR (${engine.isString(x)} AND ${same}))`;
  }

  /** A test of a number below `data`. One beyond 32 bits may be another number there. */
  private retyped(test: string, x: string): string {
    if (this.rules['number-text'] === 'as-sent') return test;
    this.widen('a number beyond 32 bits stands for every number');
    return `(${test} OR abs(${this.engine.double(x)}) >= 2147483648.0e0)`;
  }

  private string(value: string, x: string, over: boolean): string {
    const { engine } = this;
    // Rows with escapes of NUL and of surrogates pass as a whole, so no other row has such a text.
    if (UNWRITABLE.test(value)) return FALSE;
    const equal = this.text(value, x, (s, literal) => `${s} = ${literal}`);
    if (over && this.rules['address-literals'] === 'address') {
      const same = blockRegexp(value, 'any');
      if (same !== undefined) {
        this.widen('an IPv4 address stands for every one that is written as an IPv6 address');
        return `(${equal} OR ${this.textWith(`${same}|${MAPPED}`, x)})`;
      }
      if (!new RegExp(WITH_COLON).test(value)) return equal;
      this.widen('a string that is an IPv6 address stands for every text that begins like it');
      return `(${equal} OR ${this.textWith(groupsRegexp(value) ?? ADDRESS, x)})`;
    }
    if (!over || this.rules.equality === 'by-kind') return equal;
    if (value === 'true' || value === 'false') {
      return `(${equal} OR ${value === 'true' ? engine.isTrue(x) : engine.isFalse(x)})`;
    }
    if (value === 'null') return `(${equal} OR ${engine.isNull(x)})`;
    if (!new RegExp(NUMBER_START).test(value)) return equal;
    this.widen('a string that begins like a number stands for every number');
    return `(${equal} OR ${engine.isNumber(x)})`;
  }

  /** Whether it is a string with a match of a regular expression. */
  private textWith(regexp: string, x: string): string {
    const { engine } = this;
    return `(${engine.isString(x)} AND ${engine.hasMatch(engine.string(x), engine.text(regexp))})`;
  }

  private text(value: string, x: string, test: (s: string, literal: string) => string): string {
    const { engine } = this;
    return `(${engine.isString(x)} AND ${test(engine.string(x), engine.text(value))})`;
  }

  private operator(name: string, operand: JsonNode, x: string, over: boolean): string {
    const { engine } = this;
    if (operand.kind === 'array' && operand.items.length > 0 && PARTS.has(name)) {
      return `(${operand.items.map((item) => this.operator(name, item, x, over)).join(' OR ')})`;
    }
    if (operand.kind === 'string' && PARTS.has(name) && UNWRITABLE.test(operand.value)) {
      this.widen('a part of a text with a lone surrogate or NUL stands for every text');
      return over ? engine.isString(x) : FALSE;
    }
    const folded = memberOf(operand, 'equals-ignore-case');
    if (folded?.kind === 'string' && !UNWRITABLE.test(folded.value) && (name === 'prefix' || name === 'suffix')) {
      return this.textWith(foldedRegexp(folded.value, name), x);
    }
    if (name === 'exactly') return this.equals(operand, x, over);
    if (name === 'equals-ignore-case' && operand.kind === 'string')
      return this.textWith(foldedRegexp(operand.value), x);
    if (name === 'wildcard' && operand.kind === 'string') return this.textWith(wildcardRegexp(operand.value), x);
    if (name === 'prefix' && operand.kind === 'string') return this.text(operand.value, x, engine.startsWith);
    if (name === 'suffix' && operand.kind === 'string') return this.text(operand.value, x, engine.endsWith);
    if (name === 'contains' && operand.kind === 'string') return this.text(operand.value, x, engine.contains);
    if (name === 'exists') return isTrue(operand) ? TRUE : FALSE;
    if (name === 'anything-but') return this.negated(operand, x);
    if (name === 'numeric' && operand.kind === 'array') return this.numeric(operand.items, x);
    if (name === 'cidr' && operand.kind === 'string') return this.cidr(operand.value, x, over);
    this.widen(`\`${name}\` is left out`);
    return over ? TRUE : FALSE;
  }

  private negated(operand: JsonNode, x: string): string {
    const inner =
      operand.kind === 'array'
        ? operand.items.map((item) => this.equals(item, x, false))
        : operand.kind === 'object'
          ? operand.members.map(({ name, value }) => this.operator(name, value, x, false))
          : [this.equals(operand, x, false)];
    // What is NULL in the engine is not known to be excluded.
    return inner.length === 0 ? TRUE : `NOT coalesce(${inner.join(' OR ')}, false)`;
  }

  private numeric(items: readonly JsonNode[], x: string): string {
    const { engine } = this;
    const value = engine.double(x);
    const tests: string[] = [];
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [symbol, bound] = [items[i], items[i + 1]];
      if (symbol?.kind !== 'string' || bound?.kind !== 'number') return TRUE;
      const isTolerant = this.rules.comparisons === 'tolerant';
      if (!isTolerant && /^[<>]$/.test(symbol.value)) this.widen('a number that is equal to a bound passes');
      tests.push((isTolerant ? comparison : withBound)(symbol.value, value, numberOf(bound.value)));
    }
    return `(${engine.isNumber(x)} AND ${this.retyped(`(${tests.join(' AND ')})`, x)})`;
  }

  private cidr(block: string, x: string, over: boolean): string {
    // Which texts are none is not compared.
    if (!over) return FALSE;
    const { rules } = this;
    const isBoth = rules['cidr-blocks'] === 'both-families';
    const inside = blockRegexp(block, isBoth ? 'any' : rules['cidr-zeros'] === 'decimal' ? 'three' : 'none');
    if (inside === undefined) {
      this.widen('`cidr` of an IPv6 block is compared by whole groups, and the text behind them is not read');
      return this.textWith(groupsRegexp(block) ?? ADDRESS, x);
    }
    if (rules['cidr-ends'] === 'excluded' && block.includes('/')) {
      this.widen('the first and the last address of a `cidr` pass');
    }
    if (!isBoth) return this.textWith(inside, x);
    this.widen('an IPv4 address that is written as an IPv6 address passes `cidr`');
    return this.textWith(`${inside}|${MAPPED}`, x);
  }
}

/** Whether it is `exists: false`. */
export function isAbsence(node: JsonNode): boolean {
  const value = memberOf(node, 'exists');
  return value?.kind === 'boolean' && !isTrue(value);
}

function memberOf(node: JsonNode, name: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.name === name)?.value : undefined;
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value;
}

/** The matcher's own formula, with its tolerance. */
function comparison(symbol: string, value: string, bound: string): string {
  const near = `abs(${value} - (${bound})) <= 1e-7`;
  switch (symbol) {
    case '=':
      return near;
    case '!=':
      return `NOT (${near})`;
    case '<':
    case '>':
      return `(${value} ${symbol} ${bound} AND NOT (${near}))`;
    default:
      return `(${value} ${symbol} ${bound} OR ${near})`;
  }
}

/** Numbers are compared exactly by the matcher and as doubles here, so those beside a bound count as equal to it. */
function withBound(symbol: string, value: string, bound: string): string {
  return symbol === '=' ? `${value} = ${bound}` : `${value} ${symbol.endsWith('=') ? symbol : `${symbol}=`} ${bound}`;
}

/** A literal of type double: `5.0` is a decimal. */
function numberOf(value: number): string {
  const text = String(value);
  if (text.includes('e')) return text;
  return `${text.includes('.') ? text : `${text}.0`}e0`;
}
