/**
 * Reads a pattern: its shape, its conditions, and everything that is wrong with them at once. What is valid and yet
 * surely not meant is the business of check.ts, and of meaning/ once all is read.
 */
import { checkField, checkKey, checkLength } from './check.ts';
import { type Diagnostic, Diagnostics, type Omitted, type Place, type Report, within } from './diagnostic.ts';
import { type Dialect, type DialectName, resolveDialect, supportOf } from './dialect.ts';
import { type NotJson, nodeFromValue } from './json/from-value.ts';
import { type JsonMember, type JsonNode, type JsonObjectNode, printJson } from './json/node.ts';
import { pointerTo } from './json/pointer.ts';
import { type JsonProblem, MAX_DEPTH, readJson } from './json/read.ts';
import { checkMeaning, type ReadField } from './meaning/check.ts';
import { foreignOperators, innerOperators, operators, plain } from './operators/index.ts';
import { describe, type OperatorContext, type Test } from './operators/operator.ts';
import { brandPattern, type Condition, type Field, type Pattern } from './pattern.ts';
import { nearest } from './suggest.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [name: string]: JsonValue };

export interface PatternOptions {
  /** Default `aliyun`. */
  readonly dialect?: DialectName | Dialect | undefined;
  /** Names of extension attributes that events carry at top level, besides those that the dialect knows. */
  readonly extensions?: readonly string[] | undefined;
}

export interface ParseResult {
  /** There exactly when no finding is an error. */
  readonly pattern?: Pattern;
  /** In source order, at most 100, errors kept first. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings were left out. */
  readonly omitted: Omitted;
}

/**
 * Reads and checks a pattern, from text or from a plain object; never throws for a bad pattern. Time and memory are linear in the
 * source. Ranges are there for text only. What a valid pattern means is checked as well, within a small budget.
 * @throws TypeError for a dialect that does not exist
 */
export function parsePattern(source: string | JsonObject, options: PatternOptions = {}): ParseResult {
  return read(source, options, true);
}

/** As `parsePattern`, without the findings on what a valid pattern means: for those who want the pattern and show no warning. */
export function readPattern(source: string | JsonObject, options: PatternOptions = {}): ParseResult {
  return read(source, options, false);
}

function read(source: string | JsonObject, options: PatternOptions, meaning: boolean): ParseResult {
  const dialect = resolveDialect(options.dialect);
  const extensions = [...(options.extensions ?? [])];
  const diagnostics = new Diagnostics(typeof source === 'string');
  const reader = new PatternReader(dialect, extensions, diagnostics.report, typeof source === 'string');
  const fields = typeof source === 'string' ? reader.text(source) : reader.value(source);
  if (diagnostics.errors > 0) return diagnostics.list();
  if (meaning) checkMeaning(fields, dialect.rules, diagnostics.report);
  return {
    pattern: brandPattern({ dialect, extensions, fields: fields.map(({ field }) => field) }),
    ...diagnostics.list(),
  };
}

/** A thousand fields, each a thousand levels down. */
const MAX_STEPS = 1_000_000;

class PatternReader {
  private readonly dialect: Dialect;
  private readonly report: Report;
  private readonly positions: boolean;
  private readonly keys: ReadonlySet<string>;
  private readonly contexts = new Map<string, OperatorContext>();
  private readonly fields: ReadField[] = [];
  /** Names on the paths of all fields so far. */
  private steps = 0;

  constructor(dialect: Dialect, extensions: readonly string[], report: Report, positions: boolean) {
    this.dialect = dialect;
    this.report = report;
    this.positions = positions;
    this.keys = new Set([...dialect.keys, ...extensions]);
  }

  text(text: string): readonly ReadField[] {
    const { node, problem } = readJson(text);
    if (problem !== undefined) {
      this.reportProblem(problem, text);
      return [];
    }
    this.root({ node, pointer: '' });
    checkLength({ node, pointer: '' }, text.length, this.report);
    return this.fields;
  }

  value(source: unknown): readonly ReadField[] {
    let valid = true;
    const refuse = (found: string, path: readonly (string | number)[]): JsonNode => {
      valid = false;
      const node: JsonNode = { kind: 'null', range: { start: 0, end: 0 } };
      this.report('not-json-value', { node, pointer: pointerTo(path) }, { found });
      return node;
    };
    const node = nodeFromValue(source, (kind, path) => {
      if (kind !== 'depth') return refuse(NOT_JSON[kind], path);
      valid = false;
      const stop: JsonNode = { kind: 'null', range: { start: 0, end: 0 } };
      this.report('too-deep', { node: stop, pointer: pointerTo(path.slice(0, 1)) }, { limit: MAX_DEPTH });
      return stop;
    });
    if (!valid) return [];
    this.root({ node, pointer: '' });
    checkLength({ node, pointer: '' }, printJson(node).length, this.report);
    return this.fields;
  }

  private reportProblem({ kind, offset, message }: JsonProblem, text: string): void {
    const at: JsonNode = { kind: 'null', range: { start: offset, end: Math.min(offset + 1, text.length) } };
    const place = { node: at, pointer: '' };
    if (kind === 'empty') this.report('empty-text', place, {}, { hint: 'write {} to match every event' });
    else if (kind === 'depth') this.report('too-deep', place, { limit: MAX_DEPTH });
    else this.report('invalid-json', place, { problem: message });
  }

  private root(place: Place): void {
    const { node } = place;
    if (node.kind !== 'object') {
      if (node.kind === 'string' && readJson(node.value).node?.kind === 'object') {
        const hint = `write ${node.value.length > 80 ? 'its content' : node.value} without the outer quotes and escapes`;
        this.report('pattern-in-string', place, {}, { hint });
      } else {
        this.report('pattern-not-object', place, { found: describe(node) });
      }
      return;
    }
    for (const member of this.effectiveMembers(place, node)) {
      const child = within(place, member.name, member.value);
      if (!this.keys.has(member.name)) checkKey(child, member, this.keys, this.dialect.rules, this.report);
      if (member.name === 'data') this.data(child);
      else this.attribute(child, member.name);
    }
  }

  private attribute(place: Place, key: string): void {
    const { node } = place;
    if (node.kind === 'array') {
      this.field(place, [key]);
      return;
    }
    const operator = node.kind === 'object' && node.members.length === 1 ? node.members[0]?.name : undefined;
    const hint =
      node.kind !== 'object'
        ? `write [${short(node)}]`
        : operator !== undefined && operators.has(operator)
          ? `write [${short(node)}]`
          : 'only `data` holds objects of fields';
    this.report('attribute-not-array', place, { key, found: describe(node) }, { hint });
  }

  private data(place: Place): void {
    const { node } = place;
    if (node.kind === 'object') {
      this.object(place, node, ['data'], 1);
    } else {
      const hint =
        node.kind === 'array' ? 'name the member of `data` that the conditions are for: {"state": […]}' : undefined;
      this.report('data-not-object', place, { found: describe(node) }, { hint });
    }
  }

  /** `steps`: how many members an event is stepped through on this path; more than names where a dot steps down. */
  private object(place: Place, node: JsonObjectNode, path: readonly string[], steps: number): void {
    if (node.members.length === 0)
      this.report('empty-object', place, {}, { hint: 'leave it out, or name a field in it' });
    for (const member of this.effectiveMembers(place, node)) {
      const child = within(place, member.name, member.value);
      const childPath = [...path, member.name];
      const childSteps = steps + this.stepsOf(member.name);
      if (childSteps > MAX_DEPTH) {
        this.report('too-deep', child, { limit: MAX_DEPTH }, { focus: member.nameRange });
        continue;
      }
      if (!this.readable(member.name)) {
        this.report('unreadable-name', child, { name: member.name }, { focus: member.nameRange });
      }
      if (member.value.kind === 'array') {
        this.steps += childSteps;
        if (this.steps > MAX_STEPS) {
          if (this.steps - childSteps <= MAX_STEPS) {
            this.report('too-large', child, { limit: MAX_STEPS }, { focus: member.nameRange });
          }
          return;
        }
        this.field(child, childPath);
      } else if (member.value.kind === 'object') this.belowData(child, member.value, childPath, childSteps);
      else {
        const hint = `write [${short(member.value)}]`;
        this.report('field-not-array', child, { found: describe(member.value) }, { hint });
      }
    }
  }

  /** `{"state": {"prefix": "a"}}` is an object of fields that looks like a condition without its brackets. */
  private belowData(place: Place, node: JsonObjectNode, path: readonly string[], steps: number): void {
    const [member] = node.members;
    const looksLikeCondition =
      member !== undefined && node.members.length === 1 && operators.has(member.name) && !isContainer(member.value);
    if (looksLikeCondition) {
      this.report(
        'field-not-array',
        place,
        { found: 'a condition outside an array' },
        { hint: `write [${short(node)}]` },
      );
    } else {
      this.object(place, node, path, steps);
    }
  }

  private stepsOf(name: string): number {
    return this.dialect.rules.names === 'literal' ? 1 : name.split('.').length;
  }

  private readable(name: string): boolean {
    return (
      this.dialect.rules.names === 'literal' ||
      (!/[ *[\]()]/.test(name) && name.split('.').every((part) => part !== ''))
    );
  }

  /** The members that count: the last one of each name. Earlier ones are reported and not read, since their pointer leads elsewhere. */
  private effectiveMembers(place: Place, node: JsonObjectNode): readonly JsonMember[] {
    const last = new Map<string, JsonMember[]>();
    for (const member of node.members) {
      const same = last.get(member.name);
      if (same === undefined) last.set(member.name, [member]);
      else same.push(member);
    }
    if (last.size === node.members.length) return node.members;
    const lastCounts = this.dialect.rules['duplicate-names'] === 'last-counts';
    for (const [name, members] of last) {
      const effective = members[members.length - 1] as JsonMember;
      if (members.length === 1) continue;
      const at = within(place, name, effective.value);
      this.report(
        'duplicate-name',
        at,
        { name, lastCounts },
        {
          focus: effective.nameRange,
          severity: lastCounts ? 'warning' : 'error',
          hint: 'write one member with all its conditions',
          related: members
            .slice(0, -1)
            .slice(0, 10)
            .map((m) => ({ place: at, focus: m.nameRange, message: 'it is here as well' })),
        },
      );
    }
    return node.members.filter((member) => last.get(member.name)?.at(-1) === member);
  }

  private field(place: Place, path: readonly string[]): void {
    const { node } = place;
    if (node.kind !== 'array') return;
    if (node.items.length === 0) {
      this.report(
        'empty-conditions',
        place,
        {},
        { hint: 'leave the field out to accept anything, or write [{"exists": true}]' },
      );
    }
    const conditions: Condition[] = [];
    const places: Place[] = [];
    for (const [i, item] of node.items.entries()) {
      const child = within(place, i, item);
      const tests = this.condition(child);
      if (tests === undefined) continue;
      conditions.push({ pointer: child.pointer, ...this.ranged(item), tests });
      places.push(child);
    }
    const alternatives = checkField(place, conditions, places, this.report);
    const field: Field = { path, pointer: place.pointer, ...this.ranged(node), conditions };
    this.fields.push({ field, place, alternatives });
  }

  private condition(place: Place): readonly Test[] | undefined {
    const { node } = place;
    if (node.kind === 'array') {
      const hint = node.items.every((item) => !isContainer(item))
        ? 'write its items without the inner brackets'
        : undefined;
      this.report('nested-array', place, {}, { hint });
      return undefined;
    }
    if (node.kind === 'object') return this.operatorObject(place, node);
    const operand = plain.parse(place, this.context(plain.name));
    return operand === undefined ? undefined : [{ operator: plain, operand }];
  }

  private operatorObject(place: Place, node: JsonObjectNode): readonly Test[] | undefined {
    if (node.members.length === 0) {
      this.report('empty-condition', place, {}, { hint: 'write an operator: {"exists": true}' });
      return undefined;
    }
    const members = this.effectiveMembers(place, node);
    const tests = members.map((member) => this.operator(within(place, member.name, member.value), member));
    if (members.length > 1) this.checkCompany(place, members);
    return tests.every((test) => test !== undefined) ? tests : undefined;
  }

  private checkCompany(place: Place, members: readonly JsonMember[]): void {
    const known = members.filter((member) => operators.has(member.name));
    const alone = known.find((member) => operators.get(member.name)?.combinable === false);
    if (alone !== undefined) {
      this.report(
        'uncombinable-operator',
        within(place, alone.name, alone.value),
        { name: alone.name },
        { focus: alone.nameRange },
      );
      return;
    }
    // An unknown operator among them is a finding of its own already.
    if (known.length < members.length) return;
    const refused = this.dialect.rules['combined-operators'] === 'refused';
    const names = known.map((member) => member.name);
    const severity = refused ? 'error' : 'warning';
    const hint = refused ? 'write each as a condition of its own if one is enough' : undefined;
    this.report('combined-operators', place, { names, refused }, { severity, hint });
  }

  private operator(place: Place, { name, nameRange }: JsonMember): Test | undefined {
    const operator = operators.get(name);
    if (operator === undefined) {
      this.unknownOperator(place, name, nameRange);
      return undefined;
    }
    if (supportOf(this.dialect.rules, name) === 'refused') {
      this.report('unsupported-operator', place, { name, dialect: this.dialect.name }, { focus: nameRange });
      return undefined;
    }
    const operand = operator.parse(place, this.context(name));
    return operand === undefined ? undefined : { operator, operand };
  }

  private unknownOperator(place: Place, name: string, focus: JsonMember['nameRange']): void {
    const known = [...operators.keys()].filter((other) => supportOf(this.dialect.rules, other) !== 'refused');
    const all = `the operators are ${known.join(', ')}`;
    const owner = foreignOperators.get(name);
    if (owner !== undefined) {
      this.report('foreign-operator', place, { name, owner }, { focus, hint: all });
      return;
    }
    const meant = nearest(name, known);
    this.report(
      'unknown-operator',
      place,
      { name },
      { focus, hint: meant === undefined ? all : `did you mean \`${meant}\`?` },
    );
  }

  private context(operator: string): OperatorContext {
    let context = this.contexts.get(operator);
    if (context === undefined) {
      const { rules } = this.dialect;
      const inner = innerOperators(rules, operators.get(operator) ?? plain);
      const members: OperatorContext['members'] = (place, node) => this.effectiveMembers(place, node);
      context = { rules, report: this.report, plain, inner, members };
      this.contexts.set(operator, context);
    }
    return context;
  }

  private ranged(node: JsonNode): { range?: JsonNode['range'] } {
    return this.positions ? { range: node.range } : {};
  }
}

const NOT_JSON: Readonly<Record<Exclude<NotJson, 'depth'>, string>> = {
  bigint: 'a BigInt',
  function: 'a function',
  'not-finite': 'a number that is not finite',
  symbol: 'a symbol',
  undefined: '`undefined`',
};

function isContainer(node: JsonNode): boolean {
  return node.kind === 'array' || node.kind === 'object';
}

function short(node: JsonNode): string {
  const text = printJson(node);
  return text.length > 60 ? '…' : text;
}
