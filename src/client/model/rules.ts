/** Walks a document beside its table: unknown members, and members that are right by themselves and wrong together. */
import { MAX_DIAGNOSTICS, nearest } from '../../index.ts';
import type { Path, Report } from './finding.ts';
import { groupOf, isObject, memberShape, same } from './lookup.ts';
import type { Group, Need, Shape } from './shape.ts';
import { checkTarget } from './target-rules.ts';
import { missing } from './translate.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RuleOptions {
  /** Whether the members that only the data-plane SDK requires are missing with a warning. */
  readonly starsWarn: boolean;
}

export class Rules {
  private readonly report: Report;
  private readonly options: RuleOptions;
  private unknowns = 0;

  constructor(report: Report, options: RuleOptions) {
    this.report = report;
    this.options = options;
  }

  /** Values of the wrong type are not entered: the schema has said what is wrong with them. */
  check(value: unknown, shape: Shape, path: Path): void {
    if (shape.kind === 'list') {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) this.check(item, shape.item, [...path, i]);
      return;
    }
    const group = groupOf(shape);
    if (group === undefined || !isObject(value)) return;
    this.members(value, group, path);
    this.needs(value, group, path);
    this.order(value, group, path);
    if (group.target === true) checkTarget(value, path, shape, this.report);
  }

  private members(values: Values, group: Group, path: Path): void {
    const entries = Object.entries(values);
    for (const [name, value] of entries) {
      const shape = memberShape(group, name);
      if (shape === undefined) {
        // Beside another type it is one too many, whatever it is.
        if (group.exactlyOne !== true || entries.length === 1) this.unknown(name, group, path);
      } else this.check(value, shape, [...path, name]);
    }
    if (!this.options.starsWarn) return;
    for (const [name, shape] of Object.entries(group.members)) {
      if (shape.required === 'openapi-v2' && values[name] === undefined) {
        missing(group, path, name, this.report, 'warning');
      }
    }
  }

  private unknown(name: string, group: Group, path: Path): void {
    // More than these are counted and not shown, and looking for near names takes time.
    const shown = ++this.unknowns <= MAX_DIAGNOSTICS;
    const meant = shown ? nearest(name, Object.keys(group.members)) : undefined;
    const hint = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    this.report('unknown-member', [...path, name], { name }, { hint });
  }

  private needs(values: Values, group: Group, path: Path): void {
    for (const [name, value] of Object.entries(values)) {
      const shape = memberShape(group, name);
      const chosen = constantOf(value);
      const need = shape?.needs?.find((n) => chosen !== undefined && same(n.value, chosen));
      if (need !== undefined) this.need(need, values, [...path, name]);
    }
  }

  private need({ value, members, code }: Need, values: Values, path: Path): void {
    const names = members.filter((member) => values[member] === undefined || values[member] === '');
    if (names.length > 0) this.report(code, path, { value, names });
  }

  private order(values: Values, { order }: Group, path: Path): void {
    if (order === undefined) return;
    const [low, high] = order;
    const [from, to] = [values[low], values[high]];
    if (typeof from === 'number' && typeof to === 'number' && from > to) {
      this.report('capacity-order', [...path, low], { low, high });
    }
  }
}

/** A plain string, or the constant of a target parameter. */
function constantOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isConstant = isObject(value) && typeof value.Form === 'string' && same(value.Form, 'CONSTANT');
  return isConstant && typeof value.Value === 'string' ? value.Value : undefined;
}
