/** The checks that a JSON Schema does not have: unknown members, and members that are valid alone and wrong together. */
import { MAX_DIAGNOSTICS } from '../../index.ts';
import { nearest } from '../../pattern/suggest.ts';
import type { Path, ReportFinding } from './finding.ts';
import { isObject, memberShape, same, structOf } from './lookup.ts';
import type { Need, Shape, Struct } from './shape.ts';
import { checkTarget } from './target-rules.ts';
import { missing } from './translate.ts';

type Values = Readonly<Record<string, unknown>>;

export interface RuleOptions {
  /** Whether a missing member that only the data-plane SDK requires is a warning; otherwise the schema reports it as an error. */
  readonly starsWarn: boolean;
}

export class Rules {
  private readonly report: ReportFinding;
  private readonly options: RuleOptions;
  private unknowns = 0;

  constructor(report: ReportFinding, options: RuleOptions) {
    this.report = report;
    this.options = options;
  }

  /** Checks a value and its parts. Values of the wrong type are skipped: the schema reports them. */
  check(value: unknown, shape: Shape, path: Path): void {
    if (shape.kind === 'list') {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) this.check(item, shape.item, [...path, i]);
      return;
    }
    const struct = structOf(shape);
    if (struct === undefined || !isObject(value)) return;
    this.members(value, struct, path);
    this.needs(value, struct, path);
    this.order(value, struct, path);
    if (struct.target === true) checkTarget(value, path, shape, this.report);
  }

  private members(values: Values, struct: Struct, path: Path): void {
    const entries = Object.entries(values);
    for (const [name, value] of entries) {
      const shape = memberShape(struct, name);
      if (shape === undefined) {
        // A second member of Source or Sink is already reported as one too many.
        if (struct.exactlyOne !== true || entries.length === 1) this.unknown(name, struct, path);
      } else this.check(value, shape, [...path, name]);
    }
    if (!this.options.starsWarn) return;
    for (const [name, shape] of Object.entries(struct.members)) {
      if (shape.required === 'openapi-v2' && values[name] === undefined) {
        missing(struct, path, name, this.report, 'warning');
      }
    }
  }

  private unknown(name: string, struct: Struct, path: Path): void {
    // Findings beyond the limit are not shown: they need no suggestion, which takes time.
    const shown = ++this.unknowns <= MAX_DIAGNOSTICS;
    const meant = shown ? nearest(name, Object.keys(struct.members)) : undefined;
    const hint = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    this.report('unknown-member', [...path, name], { name }, { hint });
  }

  private needs(values: Values, struct: Struct, path: Path): void {
    for (const [name, value] of Object.entries(values)) {
      const shape = memberShape(struct, name);
      const chosen = constantOf(value);
      const need = shape?.needs?.find((n) => chosen !== undefined && same(n.value, chosen));
      if (need !== undefined) this.need(need, values, [...path, name]);
    }
  }

  private need({ value, members, code }: Need, values: Values, path: Path): void {
    const names = members.filter((member) => values[member] === undefined || values[member] === '');
    if (names.length > 0) this.report(code, path, { value, names });
  }

  private order(values: Values, { order }: Struct, path: Path): void {
    if (order === undefined) return;
    const [low, high] = order;
    const [from, to] = [values[low], values[high]];
    if (typeof from === 'number' && typeof to === 'number' && from > to) {
      this.report('capacity-order', [...path, low], { low, high });
    }
  }
}

/** The text of a string or of a constant target parameter. */
function constantOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isConstant = isObject(value) && typeof value.Form === 'string' && same(value.Form, 'CONSTANT');
  return isConstant && typeof value.Value === 'string' ? value.Value : undefined;
}
