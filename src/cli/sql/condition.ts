/**
 * A pattern as a necessary condition in SQL: it holds for every event that matches, and for some that do not. An engine reads JSON in its own
 * way, so each place where it may differ from the matcher is either left to the matcher or made wider.
 */
import { type Pattern, printCondition } from '../../index.ts';
import { type JsonNode, readJson } from '../../json.ts';
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

export function sqlCondition({ fields }: Pattern, columnName: string, engine: Engine): SqlCondition {
  const column = engine.column(columnName);
  const wider: Widening[] = [];
  const parts: string[] = [];
  const objects = new Map<string, readonly string[]>();
  for (const { path, conditions } of fields) {
    const value = engine.get(column, path);
    if (value === undefined) {
      wider.push({ path, why: `${engine.title} cannot express a name on the way; the field is left out` });
      continue;
    }
    for (let depth = 0; depth < path.length; depth++)
      objects.set(JSON.stringify(path.slice(0, depth)), path.slice(0, depth));
    const field = new FieldWriter(engine, (why) => wider.push({ path, why }));
    const nodes = conditions.map((condition) => readJson(printCondition(condition)).node as JsonNode);
    parts.push(field.write(nodes, value, path[0] === 'data' ? engine.get(column, ['data']) : undefined));
  }
  if (parts.length === 0) return { condition: TRUE, wider };
  const unique = [...objects.values()].flatMap((path) => engine.uniqueNames(column, path) ?? []);
  const guard = [engine.safe(column), ...unique].join('\n  AND ');
  // A row that the guard leaves out passes, also when the guard is NULL.
  return {
    condition: `CASE WHEN ${guard}\n  THEN coalesce(${parts.join('\n  AND ')}, false)\n  ELSE true END`,
    wider: distinct(wider),
  };
}

function distinct(all: readonly Widening[]): readonly Widening[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

class FieldWriter {
  private readonly engine: Engine;
  private readonly widen: (why: string) => void;

  constructor(engine: Engine, widen: (why: string) => void) {
    this.engine = engine;
    this.widen = widen;
  }

  /** `value` is that of the field; `data`, for a field below it, that of `data`. */
  write(conditions: readonly JsonNode[], value: string, data: string | undefined): string {
    const { engine } = this;
    const isAbsence = (node: JsonNode): boolean =>
      operand(node, 'exists')?.kind === 'boolean' && !isTrue(operand(node, 'exists'));
    const held = conditions.filter((one) => !isAbsence(one));
    const some = (x: string): string =>
      held.length === 0 ? FALSE : held.map((one) => this.condition(one, x)).join(' OR ');
    const isContainer = (x: string): string => `(${engine.isArray(x)} OR ${engine.isObject(x)})`;
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
        return this.text(node.value, x, over, (s, literal) => `${s} = ${literal}`);
      case 'number':
        if (!over) {
          this.widen('a number below `anything-but` is left out: the matcher compares its text');
          return FALSE;
        }
        if (!Number.isFinite(node.value)) {
          this.widen('a number beyond the range of doubles stands for every number');
          return engine.isNumber(x);
        }
        this.widen('a number is compared by its value: 5.0 and 5 are equal here');
        return `(${engine.isNumber(x)} AND ${engine.double(x)} = ${numberOf(node.value)})`;
      case 'boolean':
        return node.value ? engine.isTrue(x) : engine.isFalse(x);
      default:
        return engine.isNull(x);
    }
  }

  private text(value: string, x: string, over: boolean, test: (s: string, literal: string) => string): string {
    const { engine } = this;
    if (!UNWRITABLE.test(value)) return `(${engine.isString(x)} AND ${test(engine.string(x), engine.text(value))})`;
    this.widen('a text with a lone surrogate or NUL stands for every text');
    return over ? engine.isString(x) : FALSE;
  }

  private operator(name: string, operand: JsonNode, x: string, over: boolean): string {
    const { engine } = this;
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
      tests.push(comparison(symbol.value, value, numberOf(bound.value)));
    }
    return `(${[engine.isNumber(x), ...tests].join(' AND ')})`;
  }

  /** The whole octets of the block as the beginning of a text. */
  private cidr(block: string, x: string, over: boolean): string {
    const { engine } = this;
    const [address = '', bits = '32'] = block.split('/');
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(address)) {
      this.widen('`cidr` of this form stands for every text');
      return over ? engine.isString(x) : FALSE;
    }
    const whole = Math.floor(Number(bits) / 8);
    if (!over) return whole === 4 ? this.text(address, x, over, (s, literal) => `${s} = ${literal}`) : FALSE;
    if (whole < 4) this.widen('`cidr` is compared by whole octets, and the text behind them is not read');
    if (whole === 0) return engine.isString(x);
    const start = address.split('.').slice(0, whole).join('.');
    return this.text(whole === 4 ? start : `${start}.`, x, over, engine.startsWith);
  }
}

function operand(node: JsonNode, name: string): JsonNode | undefined {
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

/** A literal of type double: `5.0` is a decimal. */
function numberOf(value: number): string {
  const text = String(value);
  if (text.includes('e')) return text;
  return `${text.includes('.') ? text : `${text}.0`}e0`;
}
