/** Completion in a pattern: names and values of events, attributes, operators and their operands. */
import { assertExtensions, assertOptions, takes } from '../pattern/arguments.ts';
import { type Dialect, type Rules, resolveDialect, supportOf } from '../pattern/dialect.ts';
import type { Range } from '../pattern/json/node.ts';
import { innerOperators, operandSchema, operatorsIn } from '../pattern/operators/index.ts';
import { type Operator, snippetsOf } from '../pattern/operators/operator.ts';
import type { PatternOptions } from '../pattern/parse.ts';
import { contextAt, type EditContext } from './context.ts';
import { type EventSource, EventValues, type NameInEvents } from './event-values.ts';
import { around, complete as asItIs, memberOf, template } from './insertion.ts';
import { type Choices, choicesAt } from './operand-schema.ts';

/** Options of `complete`. */
export interface CompleteOptions extends PatternOptions {
  /** Events whose names and values are suggested. */
  readonly events?: readonly EventSource[] | undefined;
}

/** The result of `complete`. */
export interface Completions {
  /** The range of the text that an item replaces; empty where it is inserted. */
  readonly range: Range;
  /** The likeliest first; not filtered by the text in the range. */
  readonly items: readonly Completion[];
}

/** One suggestion. */
export interface Completion {
  /** What it completes: a key of the event, a field below `data`, a value, an operator, an operand, or the brackets around a field. */
  readonly kind: 'attribute' | 'field' | 'value' | 'operator' | 'operand' | 'brackets';
  /** The text to show in a list: a name or a JSON text. */
  readonly label: string;
  /** Its source or its meaning: one sentence without a full stop. */
  readonly detail?: string;
  /** The JSON text to write, with the commas that are missing around it. */
  readonly text: string;
  /** As in `Insertion`. */
  readonly places: readonly Range[];
}

/** Largest number of values of events that are suggested. */
const MAX_VALUES = 100;

/**
 * Suggestions at an offset (in UTF-16 code units) of the text of a pattern, which may be broken. Writing one makes no new error of JSON.
 * Time is linear in the text and the events.
 * @throws TypeError for a dialect that does not exist
 */
export function complete(text: string, offset: number, options: CompleteOptions = {}): Completions {
  takes(typeof text === 'string', 'complete', 'the text of a pattern', text);
  takes(typeof offset === 'number', 'complete', 'an offset into the text', offset);
  assertOptions(options);
  assertExtensions(options.extensions);
  const context = contextAt(text, offset);
  const items = new Offer(context, resolveDialect(options.dialect), options).list();
  const before = context.commaBefore ? ', ' : '';
  const after = context.commaAfter ? ', ' : '';
  return { range: context.range, items: items.map((item) => ({ ...item, ...around(before, item, after) })) };
}

const OR = '$or';
const BRANCHES = '[{}, {}]';

type Steps = EditContext['path'];

/** The path without the steps into branches of `$or`; `isBranch` when it leads to a branch. */
function withoutBranches(path: Steps, { $or }: Rules): { readonly path: Steps; readonly isBranch: boolean } {
  if ($or === 'refused') return { path, isBranch: false };
  const rest: (string | number)[] = [];
  for (let i = 0; i < path.length; i++) {
    if (path[i] === OR && typeof path[i + 1] === 'number') {
      i++;
      if (i === path.length - 1) return { path: rest, isBranch: true };
    } else if (typeof path[i] === 'number') return { path: [...rest, ...path.slice(i)], isBranch: false };
    else rest.push(path[i] as string);
  }
  return { path: rest, isBranch: false };
}

class Offer {
  private readonly context: EditContext;
  private readonly dialect: Dialect;
  private readonly extensions: readonly string[];
  private readonly events: EventValues;
  private readonly accepted: readonly Operator[];
  private readonly offered: readonly Operator[];

  constructor(context: EditContext, dialect: Dialect, { extensions, events }: CompleteOptions) {
    this.context = context;
    this.dialect = dialect;
    this.extensions = extensions ?? [];
    this.events = new EventValues(events ?? [], dialect.rules.arrays === 'transparent');
    const had = [...operatorsIn(dialect.rules).values()];
    this.accepted = had.filter(({ name }) => supportOf(dialect.rules, name) !== 'refused');
    // A condition with another one has a warning.
    this.offered = this.accepted.filter(({ name }) => supportOf(dialect.rules, name) === 'accepted');
  }

  list(): readonly Completion[] {
    const { slot } = this.context;
    if (slot === 'none') return [];
    const { path, isBranch } = withoutBranches(this.context.path, this.dialect.rules);
    if (isBranch && slot === 'value') return [this.object()];
    const item = path.findIndex((part) => typeof part === 'number');
    const names = (item < 0 ? path : path.slice(0, item)) as readonly string[];
    if (item < 0) return slot === 'name' ? this.names(names) : this.fieldValue(names);
    const [operator, ...operand] = path.slice(item + 1);
    if (operator === undefined) return slot === 'name' ? this.operatorNames() : this.conditions(names);
    return typeof operator === 'string' ? this.operand(names, operator, operand) : [];
  }

  /** Names of an object of fields. */
  private names(path: readonly string[]): readonly Completion[] {
    const { siblings, has } = this.context;
    const { rules, keys, payload } = this.dialect;
    const isAnywhere = rules.fields === 'anywhere';
    if (path.length > 0 && path[0] !== payload && !isAnywhere) return [];
    const known = path.length === 0 ? [...keys, ...this.extensions] : [];
    const found = this.events.names(this.eventPath(path)).filter(({ name }) => {
      if (path.length === 0) return rules['unknown-keys'] !== 'error' || known.includes(name);
      // Read as a path, such a name leads elsewhere.
      return rules.names !== 'json-path' || !/[ *[\]().]/.test(name);
    });
    const all = new Map<string, NameInEvents | undefined>(found.map((one) => [one.name, one]));
    for (const key of known) if (!all.has(key)) all.set(key, undefined);
    const names = [...all].flatMap(([name, inEvents]): Completion[] => {
      const isPayload = path.length === 0 && name === payload;
      const isObject = path.length === 0 && !isAnywhere ? isPayload : (inEvents?.isObject ?? isPayload);
      // The kind of an existing value is kept.
      if (siblings.includes(name) || (path.length === 0 && has !== undefined && (has === 'object') !== isObject))
        return [];
      const insertion = memberOf(name, has === undefined ? template(isObject ? '{}' : '[]') : undefined);
      const detail = inEvents === undefined ? {} : { detail: this.seen(inEvents.events) };
      return [{ kind: path.length === 0 ? 'attribute' : 'field', label: name, ...detail, ...insertion }];
    });
    return [...names, ...this.disjunction()];
  }

  private disjunction(): readonly Completion[] {
    const { siblings, has } = this.context;
    if (this.dialect.rules.$or !== 'accepted' || siblings.includes(OR)) return [];
    const insertion = memberOf(OR, has === undefined ? template(BRANCHES) : undefined);
    return [{ kind: 'operator', label: OR, detail: 'alternatives, of which one must hold', ...insertion }];
  }

  private object(): Completion {
    return { kind: 'brackets', label: '{}', detail: 'an object of fields', ...template('{}') };
  }

  /** The values of a name in an object of fields. */
  private fieldValue(path: readonly string[]): readonly Completion[] {
    const [first, ...below] = path;
    const { rules, payload } = this.dialect;
    const object = this.object();
    if (first === undefined || (first === payload && below.length === 0)) return [object];
    if (rules.$or === 'accepted' && path.at(-1) === OR) {
      return [{ kind: 'brackets', label: BRANCHES, detail: 'alternatives', ...template(BRANCHES) }];
    }
    const isAnywhere = rules.fields === 'anywhere';
    if (first !== payload && below.length > 0 && !isAnywhere) return [];
    const list: Completion = { kind: 'brackets', label: '[]', detail: 'a list of conditions', ...template('[]') };
    const conditions = this.conditions(path).map((one) => ({ ...one, ...around('[', one, ']') }));
    const names = this.events.names(this.eventPath(path));
    return [
      ...(names.length > 0 ? [object] : []),
      list,
      ...conditions,
      ...(names.length > 0 || (first !== payload && !isAnywhere) ? [] : [object]),
    ];
  }

  /** Items of a list of conditions. */
  private conditions(path: readonly string[]): readonly Completion[] {
    const written = this.offered.flatMap((operator) =>
      snippetsOf(operator, this.dialect.rules).map((snippet): Completion => {
        const insertion = around('{', memberOf(operator.name, template(snippet)), '}');
        return { kind: 'operator', label: insertion.text, detail: operator.summary, ...insertion };
      }),
    );
    return [...this.values(path, () => true), ...written];
  }

  private operatorNames(): readonly Completion[] {
    const { siblings } = this.context;
    if (siblings.length > 0 && this.dialect.rules['combined-operators'] === 'refused') return [];
    return this.offered
      .filter(({ name, combinable }) => siblings.length === 0 || (combinable && !siblings.includes(name)))
      .map((operator) => this.operatorName(operator));
  }

  private operatorName({ name, summary, operand }: Operator): Completion {
    const value = this.context.has === undefined ? template(operand.snippets[0]) : undefined;
    return { kind: 'operator', label: name, detail: summary, ...memberOf(name, value) };
  }

  /** A place in the operand of an operator; `at` is the way to it. */
  private operand(path: readonly string[], name: string, at: readonly (string | number)[]): readonly Completion[] {
    const operator = this.accepted.find((one) => one.name === name);
    if (operator === undefined) return [];
    const { rules } = this.dialect;
    const choices = choicesAt(operandSchema(rules, operator), at);
    const inner = choices.names.flatMap((one) => innerOperators(rules, operator).get(one)?.operator ?? []);
    if (this.context.slot === 'name')
      return this.context.siblings.length > 0 ? [] : inner.map((one) => this.operatorName(one));
    return this.operandValues(path, at.length === 0 ? snippetsOf(operator, rules) : [], choices, inner);
  }

  private operandValues(
    path: readonly string[],
    snippets: readonly string[],
    { values, accepts }: Choices,
    inner: readonly Operator[],
  ): readonly Completion[] {
    const listed = values.map((text): Completion => ({ kind: 'operand', label: text, ...asItIs(text) }));
    const forms = snippets
      .filter((text) => !values.includes(text))
      .map((text): Completion => ({ kind: 'operand', label: text, ...template(text) }));
    const objects = inner.map((operator): Completion => {
      const insertion = around('{', memberOf(operator.name, template(operator.operand.snippets[0])), '}');
      return { kind: 'operator', label: insertion.text, detail: operator.summary, ...insertion };
    });
    return [
      ...listed,
      ...this.values(path, accepts),
      ...forms,
      ...objects.filter(({ label }) => !snippets.includes(label)),
    ];
  }

  /** Plain values that events have at the field. */
  private values(path: readonly string[], accepts: Choices['accepts']): readonly Completion[] {
    return this.events
      .values(this.eventPath(path))
      .slice(0, MAX_VALUES)
      .filter(({ kind, text }) => accepts(kind, text))
      .map(({ text, events }) => ({ kind: 'value', label: text, detail: this.seen(events), ...asItIs(text) }));
  }

  /** The members that an event is stepped through. */
  private eventPath(path: readonly string[]): readonly string[] {
    const { rules, payload } = this.dialect;
    if (rules.names === 'literal' || (rules.names === 'json-path' && path[0] !== payload)) return path;
    return path.flatMap((name) => name.split('.'));
  }

  private seen(events: number): string {
    return this.events.size === 1 ? 'in the event' : `in ${events} of ${this.events.size} events`;
  }
}
