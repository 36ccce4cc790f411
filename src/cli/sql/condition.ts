/**
 * A pattern as a necessary condition in SQL: it holds for every event that matches, and for some that do not. An engine reads JSON in its own
 * way, so each place where it may differ from the matcher is either left to the matcher or made wider.
 */
import { type Field, type Pattern, printCondition } from '../../index.ts';
import { type JsonNode, readJson } from '../../json.ts';
import { type Plan, type PlanField, planPattern } from '../../pattern/plan.ts';
import { namesWithDots } from './dotted-names.ts';
import { type PathField, writeTogether } from './elements.ts';
import type { Engine } from './engine.ts';
import { FieldWriter } from './field-writer.ts';

/** Why the condition of a field holds for more events than the field. */
export interface Widening {
  readonly path: readonly string[];
  readonly why: string;
}

export interface SqlCondition {
  /** Rows for which it does not hold pass: the engine may read them in another way than the matcher. */
  readonly guard: string;
  /** With the guard in it. */
  readonly condition: string;
  readonly wider: readonly Widening[];
}

/** Of alternatives, and of characters that they have; with more, only fields that are in all of them count. */
const MOST = 64;
/** ClickHouse reads queries of 256 KB. */
const LONGEST = 100_000;

export function sqlCondition(pattern: Pattern, columnName: string, engine: Engine): SqlCondition {
  return new ConditionWriter(planPattern(pattern), engine.column(columnName), engine).write();
}

class ConditionWriter {
  private readonly plan: Plan;
  private readonly column: string;
  private readonly engine: Engine;
  private readonly wider = new Map<string, Widening>();

  constructor(plan: Plan, column: string, engine: Engine) {
    this.plan = plan;
    this.column = column;
    this.engine = engine;
  }

  write(): SqlCondition {
    const all = this.plan.rules.arrays === 'transparent' ? this.alternatives() : this.fields();
    const wider = [...this.wider.values()];
    if (all === undefined) return { guard: 'true', condition: 'true', wider };
    const guard = [...this.guard()].join('\n  AND ');
    // Also when the guard is NULL.
    return { guard, condition: `CASE WHEN ${guard}\n  THEN coalesce(${all}, false)\n  ELSE true END`, wider };
  }

  private fields(): string | undefined {
    const parts = this.plan.fields.flatMap((field) => (this.isWritable(field) ? [this.field(field)] : []));
    return joined(parts, 'AND');
  }

  /** A field where arrays on the way are not looked into. */
  private field({ path, source, rootRequired }: PlanField): string {
    const { engine, column } = this;
    const value = engine.get(column, path) as string;
    return this.writerFor(source).write(
      conditionsOf(source),
      value,
      rootRequired ? engine.get(column, ['data']) : undefined,
    );
  }

  private alternatives(): string | undefined {
    const { alternatives } = this.plan;
    if (alternatives.length <= MOST) {
      const parts = alternatives.map(({ fields }) => this.together(fields));
      // An alternative without a condition is true, and so are all together.
      const all = parts.every((part) => part !== undefined) ? joined(parts, 'OR') : undefined;
      if (all === undefined || all.length <= LONGEST) return all;
      this.wider.clear();
    }
    const [first, ...others] = alternatives.map(({ fields }) => new Set(fields));
    const everywhere = [...(first ?? [])].filter((field) => others.every((fields) => fields.has(field)));
    for (const { source } of this.plan.fields) {
      if (everywhere.some((field) => field.source === source)) continue;
      this.widen(source, 'the alternatives are too many for one condition; the field is left out');
    }
    return this.together(everywhere, false);
  }

  private together(fields: readonly PlanField[], isWhole = true): string | undefined {
    const { engine, column } = this;
    const parts: string[] = [];
    const rest: PathField[] = [];
    for (const field of fields) {
      if (!this.isWritable(field)) continue;
      const { path: way, source } = field;
      const written = { way, conditions: conditionsOf(source), writer: this.writerFor(source) };
      if (source.path.length === way.length) {
        rest.push(written);
        continue;
      }
      // A name with dots is also looked for as it is written.
      this.widen(source, 'a name with dots is looked for by itself, in any element of an array on the way');
      const ways = [way, source.path].map((one) =>
        writeTogether([{ ...written, way: one }], column, engine, isWhole && fields.length === 1),
      );
      parts.push(`(${ways.join('\n    OR ')})`);
    }
    if (rest.length > 0) parts.push(writeTogether(rest, column, engine, isWhole && rest.length === fields.length));
    return joined(parts, 'AND');
  }

  private isWritable({ path, source }: PlanField): boolean {
    if (this.plan.rules.names === 'joined' && source.path.join('.').split('.').includes('')) {
      this.widen(source, 'an empty name joins in a way of its own; the field is left out');
      return false;
    }
    if (this.engine.get(this.column, path) !== undefined) return true;
    this.widen(source, `${this.engine.title} cannot express a name on the way; the field is left out`);
    return false;
  }

  private writerFor(field: Field): FieldWriter {
    return new FieldWriter(this.engine, this.plan.rules, (why) => this.widen(field, why));
  }

  private widen({ path }: Field, why: string): void {
    this.wider.set(JSON.stringify([path, why]), { path, why });
  }

  private *guard(): Generator<string> {
    const { engine, column, plan } = this;
    yield engine.safe(column);
    const objects = new Map<string, readonly string[]>([['[]', []]]);
    for (const { path } of plan.rules.arrays === 'transparent' ? [] : plan.fields) {
      for (const depth of path.keys()) objects.set(JSON.stringify(path.slice(0, depth)), path.slice(0, depth));
    }
    for (const way of objects.values()) {
      const unique = engine.uniqueNames(column, way);
      if (unique !== undefined) yield unique;
    }
    if (plan.rules.names !== 'joined') return;
    const ways = plan.fields.map(({ path, source }) => ({ path: source.path, way: path }));
    for (const regexp of namesWithDots(ways)) yield `NOT ${engine.hasMatch(column, engine.text(regexp))}`;
  }
}

function conditionsOf({ conditions }: Field): readonly JsonNode[] {
  return conditions.map((condition) => readJson(printCondition(condition)).node as JsonNode);
}

function joined(parts: readonly string[], word: 'AND' | 'OR'): string | undefined {
  return parts.length <= 1 ? parts[0] : `(${parts.join(`\n  ${word} `)})`;
}
