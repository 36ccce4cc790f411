/**
 * A pattern as a necessary condition in SQL: it holds for every event that matches, and for some that do not. An engine reads JSON in its own
 * way, so each place where it may differ from the matcher is either left to the matcher or made wider.
 */
import { type Field, type Pattern, printCondition } from '../../index.ts';
import { type JsonNode, readJson } from '../../json.ts';
import { joinFields, standTogether } from './alternatives.ts';
import { type Engine, UNWRITABLE } from './engine.ts';

/** Why the condition of a field holds for more events than the field. */
export interface Widening {
  readonly path: readonly string[];
  readonly why: string;
}

export interface SqlCondition {
  readonly condition: string;
  readonly wider: readonly Widening[];
}

const TRUE = 'true';
const FALSE = 'false';

/** A name with a dot, which joins the names of a path in some dialects: also with a quote behind the dot, and a dot that is escaped. */
const DOTTED_NAME = '"[^"]*[.][^"]*"[^,"}]*:|[.][^"]*[\\\\]"|u002[eE]';

/** Of both families, in any spelling. */
const ADDRESS = '^[0-9a-fA-F.:]+(%.*)?$';

/** A regular expression without backslashes. Infinity and NaN are numbers of Java. */
const NUMBER_START = '^[-+.0-9IN]';

/** Names that a JSON path takes as they are. */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

export function sqlCondition(
  { fields, dialect: { rules } }: Pattern,
  columnName: string,
  engine: Engine,
): SqlCondition {
  const column = engine.column(columnName);
  const wider: Widening[] = [];
  const objects = new Map<string, readonly string[]>();
  const leaveOut = (path: readonly string[], why: string): undefined => {
    wider.push({ path, why: `${why}; the field is left out` });
  };
  const all = joinFields(fields, (field) => {
    const { path, conditions } = field;
    const isJoined = rules.names === 'joined';
    const way = isJoined ? path.join('.').split('.') : path;
    if (isJoined && isReplaced(field, fields)) return leaveOut(path, 'another field has the same path');
    if (rules.names === 'json-path' && !path.slice(1).every((name) => PLAIN_NAME.test(name))) {
      return leaveOut(path, 'a name on the way is read as a path');
    }
    const value = engine.get(column, way);
    if (value === undefined) return leaveOut(path, `${engine.title} cannot express a name on the way`);
    for (let depth = 0; depth < way.length; depth++)
      objects.set(JSON.stringify(way.slice(0, depth)), way.slice(0, depth));
    const writer = new FieldWriter(engine, rules, (why) => wider.push({ path, why }));
    const nodes = conditions.map((condition) => readJson(printCondition(condition)).node as JsonNode);
    const isInData = rules.fields === 'attributes-and-data' && path[0] === 'data';
    return writer.write(nodes, value, isInData ? engine.get(column, ['data']) : undefined);
  });
  if (all === undefined) return { condition: TRUE, wider: distinct(wider) };
  const ways = [...objects.values()];
  const unique = ways.flatMap((way) => engine.uniqueNames(column, way) ?? []);
  const guard = [engine.safe(column), ...unique];
  // Objects in arrays stand in place of the arrays.
  if (rules.arrays === 'transparent') {
    for (const way of ways.filter(({ length }) => length > 0)) {
      guard.push(`coalesce(NOT ${engine.isArray(engine.get(column, way) as string)}, true)`);
    }
  }
  if (rules.names === 'joined') guard.push(`NOT ${engine.hasMatch(column, engine.text(DOTTED_NAME))}`);
  // A row that the guard leaves out passes, also when the guard is NULL.
  return {
    condition: `CASE WHEN ${guard.join('\n  AND ')}\n  THEN coalesce(${all}, false)\n  ELSE true END`,
    wider: distinct(wider),
  };
}

/** Whether another field with the same path may count in its place. */
function isReplaced(field: Field, fields: readonly Field[]): boolean {
  const path = field.path.join('.');
  const index = fields.indexOf(field);
  return fields.some((other, i) => i !== index && other.path.join('.') === path && standTogether(fields, index, i));
}

function distinct(all: readonly Widening[]): readonly Widening[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

class FieldWriter {
  private readonly engine: Engine;
  private readonly rules: Pattern['dialect']['rules'];
  private readonly widen: (why: string) => void;

  constructor(engine: Engine, rules: Pattern['dialect']['rules'], widen: (why: string) => void) {
    this.engine = engine;
    this.rules = rules;
    this.widen = widen;
  }

  /** `value` is that of the field; `data`, for a field below it, that of `data`. */
  write(conditions: readonly JsonNode[], value: string, data: string | undefined): string {
    const { engine } = this;
    const isAbsence = (node: JsonNode): boolean =>
      memberOf(node, 'exists')?.kind === 'boolean' && !isTrue(memberOf(node, 'exists'));
    const held = conditions.filter((one) => !isAbsence(one));
    const some = (x: string): string =>
      held.length === 0 ? FALSE : held.map((one) => this.condition(one, x)).join(' OR ');
    const isContainer = (x: string): string => `(${engine.isArray(x)} OR ${engine.isObject(x)})`;
    if (this.rules.arrays === 'transparent') {
      const ways = [
        `(${engine.isPresent(value)} AND NOT ${isContainer(value)} AND (${some(value)}))`,
        // The values in an array within it are its values, too.
        `(${engine.isArray(value)} AND (${engine.any(value, (x) => `(${some(x)})`)} OR ${engine.any(value, isContainer)}))`,
      ];
      // Only plain values exist.
      if (held.length < conditions.length) ways.push(`(${engine.isMissing(value)} OR ${isContainer(value)})`);
      return `(${ways.join('\n    OR ')})`;
    }
    const ways = [
      `(${engine.isPresent(value)} AND NOT ${isContainer(value)} AND (${some(value)}))`,
      // An array with a container in it never holds.
      `(${engine.isArray(value)} AND ${engine.any(value, (x) => `(${some(x)})`)} AND NOT ${engine.any(value, isContainer)})`,
    ];
    if (held.length < conditions.length) {
      const present = data === undefined ? '' : ` AND ${engine.isPresent(data)}`;
      ways.push(`(${engine.isMissing(value)}${present})`);
    }
    return `(${ways.join('\n    OR ')})`;
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
    const equal = this.text(value, x, over, (s, literal) => `${s} = ${literal}`);
    if (over && this.rules['address-literals'] === 'address' && /^[\d.]+$|:/.test(value)) {
      this.widen('a string that may be an address stands for every text like one');
      return `(${equal} OR ${this.textWith(ADDRESS, x)})`;
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

  /** Whether it is a string with a match of a regular expression without backslashes. */
  private textWith(regexp: string, x: string): string {
    const { engine } = this;
    return `(${engine.isString(x)} AND ${engine.hasMatch(engine.string(x), engine.text(regexp))})`;
  }

  /** A test that ignores case. Other texts than those of ASCII pass, since languages differ about their case. */
  private folded(value: string, x: string, test: (s: string, literal: string) => string): string {
    const { engine } = this;
    if (!/^[ -~]*$/.test(value)) {
      this.widen('case is ignored in ASCII only: another text stands for every text');
      return engine.isString(x);
    }
    const string = engine.string(x);
    const isOther = engine.hasMatch(string, engine.text('[^ -~]'));
    return `(${engine.isString(x)} AND (${test(engine.lower(string), engine.text(value.toLowerCase()))} OR ${isOther}))`;
  }

  private text(value: string, x: string, over: boolean, test: (s: string, literal: string) => string): string {
    const { engine } = this;
    if (!UNWRITABLE.test(value)) return `(${engine.isString(x)} AND ${test(engine.string(x), engine.text(value))})`;
    this.widen('a text with a lone surrogate or NUL stands for every text');
    return over ? engine.isString(x) : FALSE;
  }

  private operator(name: string, operand: JsonNode, x: string, over: boolean): string {
    const { engine } = this;
    if (operand.kind === 'array' && operand.items.length > 0 && (name === 'prefix' || name === 'suffix')) {
      return `(${operand.items.map((item) => this.operator(name, item, x, over)).join(' OR ')})`;
    }
    const inner = name === 'equals-ignore-case' ? operand : memberOf(operand, 'equals-ignore-case');
    if (over && inner?.kind === 'string') {
      if (name === 'equals-ignore-case') return this.folded(inner.value, x, (s, literal) => `${s} = ${literal}`);
      if (name === 'prefix') return this.folded(inner.value, x, engine.startsWith);
      if (name === 'suffix') return this.folded(inner.value, x, engine.endsWith);
    }
    if (name === 'exactly') return this.equals(operand, x, over);
    if (name === 'wildcard' && operand.kind === 'string' && over) return this.wildcard(operand.value, x);
    if (name === 'prefix' && operand.kind === 'string') return this.text(operand.value, x, over, engine.startsWith);
    if (name === 'suffix' && operand.kind === 'string') return this.text(operand.value, x, over, engine.endsWith);
    if (name === 'contains' && operand.kind === 'string') return this.text(operand.value, x, over, engine.contains);
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
      tests.push((isTolerant ? comparison : withBound)(symbol.value, value, numberOf(bound.value)));
    }
    return `(${engine.isNumber(x)} AND ${this.retyped(`(${tests.join(' AND ')})`, x)})`;
  }

  /** What stands before the first star, and behind the last. */
  private wildcard(pattern: string, x: string): string {
    const { engine } = this;
    if (pattern.includes('\\')) {
      this.widen('`wildcard` with a backslash stands for every text');
      return engine.isString(x);
    }
    const parts = pattern.split('*');
    if (parts.length === 1) return this.text(pattern, x, true, (s, literal) => `${s} = ${literal}`);
    if (parts.length > 2)
      this.widen('of `wildcard` only the text before the first star and behind the last is compared');
    const first = this.text(parts[0] as string, x, true, engine.startsWith);
    return `(${first} AND ${this.text(parts[parts.length - 1] as string, x, true, engine.endsWith)})`;
  }

  /** The whole octets of the block as the beginning of a text. */
  private cidr(block: string, x: string, over: boolean): string {
    const { engine } = this;
    const [address = '', bits = '32'] = block.split('/');
    if (this.rules['cidr-zeros'] === 'decimal' || !/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
      this.widen('`cidr` of this form stands for every text like an address');
      return over ? this.textWith(ADDRESS, x) : FALSE;
    }
    const whole = Math.floor(Number(bits) / 8);
    if (!over) return whole === 4 ? this.text(address, x, over, (s, literal) => `${s} = ${literal}`) : FALSE;
    if (whole < 4) this.widen('`cidr` is compared by whole octets, and the text behind them is not read');
    if (whole === 0) return engine.isString(x);
    const start = address.split('.').slice(0, whole).join('.');
    return this.text(whole === 4 ? start : `${start}.`, x, over, engine.startsWith);
  }
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
