/** Reads fields and their conditions from nodes; the readers of patterns find the fields. */
import { checkField } from './check.ts';
import { type Make, type Place, type ReportFinding, within } from './diagnostic.ts';
import { type Dialect, supportOf } from './dialect.ts';
import type { JsonArray, JsonMember, JsonNode, JsonObjectNode, Range } from './json/node.ts';
import { readJson } from './json/read.ts';
import { foreignIn, foreignOperators, innerOperators, operatorsIn, plain } from './operators/index.ts';
import { allHoldOnMissing, describe, type Operator, type OperatorContext, type Test } from './operators/operator.ts';
import { type Condition, type Field, makeCondition } from './pattern.ts';
import type { ReadField } from './semantics/check.ts';

const NO_FIELDS =
  'a list contains conditions, not fields: write fields in an object; the elements of an array are tried one by one';

export class FieldReader {
  protected readonly dialect: Dialect;
  protected readonly report: ReportFinding;
  private readonly positions: boolean;
  private readonly operators: ReadonlyMap<string, Operator>;
  private readonly contexts = new Map<string, OperatorContext>();

  /** `positions`: as in `explain`. */
  constructor(dialect: Dialect, report: ReportFinding, positions: boolean) {
    this.dialect = dialect;
    this.report = report;
    this.positions = positions;
    this.operators = operatorsIn(dialect.rules);
  }

  protected notAnObject(place: Place): void {
    const { node } = place;
    if (node.kind === 'string' && readJson(node.value).node?.kind === 'object') {
      this.report('pattern-in-string', place, {}, { fixes: (make) => [make.unquoteFix(place, node.value)] });
    } else {
      this.report('pattern-not-object', place, { found: describe(node) }, { fixes: (make) => make.rootFixes(place) });
    }
  }

  /** The last member of each name. Earlier ones are reported and not read, since their pointer would lead to the last one. */
  protected effectiveMembers(place: Place, node: JsonObjectNode, of: 'fields' | 'operators'): readonly JsonMember[] {
    if (node.members.length < 2) return node.members;
    if (new Set(node.members.map(({ name }) => name)).size === node.members.length) return node.members;
    const last = new Map<string, JsonMember[]>();
    for (const member of node.members) {
      const same = last.get(member.name);
      if (same === undefined) last.set(member.name, [member]);
      else same.push(member);
    }
    const rule = this.dialect.rules['duplicate-names'];
    // Where paths are compared instead of names, only the names of operators come here.
    const lastCounts = rule === 'last-counts';
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
          hint: of === 'fields' ? 'write one member with all its conditions' : 'write one member',
          fixes: (make) => make.duplicateFixes(members, node, { lastCounts, of }),
          related: members
            .slice(0, -1)
            .slice(0, 10)
            .map((m) => ({ place: at, focus: m.nameRange, message: 'it is also written here' })),
        },
      );
    }
    return node.members.filter((member) => last.get(member.name)?.at(-1) === member);
  }

  /** `steps` as in `Field`. */
  protected field(place: Place, node: JsonArray, path: readonly string[], steps?: Field['steps']): ReadField {
    if (node.items.length === 0) {
      this.report('empty-conditions', place, {}, { fixes: (make) => make.removalFixes(place) });
    }
    let conditions: Condition[] = [];
    let places: Place[] = [];
    let mayBeMissing = false;
    for (let i = 0; i < node.items.length; i++) {
      const child = within(place, i, node.items[i] as JsonNode);
      const tests = this.condition(child);
      if (tests === undefined) continue;
      const condition = makeCondition(child.pointer, this.rangeOf(child.node), tests);
      mayBeMissing ||= allHoldOnMissing(tests);
      // As in json/read.ts: lists that begin with an item are smaller, and most fields have one condition.
      if (places.length === 0) {
        conditions = [condition];
        places = [child];
      } else {
        conditions.push(condition);
        places.push(child);
      }
    }
    const alternatives = checkField(place, path, conditions, places, this.dialect, this.report);
    return { field: this.made(place, path, steps, conditions, mayBeMissing), place, alternatives };
  }

  private made(
    { node, pointer }: Place,
    path: Field['path'],
    steps: Field['steps'],
    conditions: Field['conditions'],
    mayBeMissing: boolean,
  ): Field {
    const range = this.rangeOf(node);
    if (steps !== undefined) return { path, steps, pointer, ...(range && { range }), conditions, mayBeMissing };
    if (range === undefined) return { path, pointer, conditions, mayBeMissing };
    return { path, pointer, range, conditions, mayBeMissing };
  }

  protected condition(place: Place): readonly Test[] | undefined {
    const { node } = place;
    if (node.kind === 'array') {
      const hint = 'write its items without the inner brackets, each as a condition of its own';
      this.report('nested-array', place, {}, { hint, fixes: (make) => make.flattenFixes(place) });
      return undefined;
    }
    if (node.kind === 'object') return this.operatorObject(place, node);
    const operand = plain.parse(place, this.context(plain.name));
    return operand === undefined ? undefined : [{ operator: plain, operand }];
  }

  private operatorObject(place: Place, node: JsonObjectNode): readonly Test[] | undefined {
    if (node.members.length === 0) {
      this.report('empty-condition', place, {}, { fixes: (make) => make.emptyConditionFixes(place) });
      return undefined;
    }
    const members = this.effectiveMembers(place, node, 'operators');
    const [first] = members;
    if (first !== undefined && members.length === 1) {
      const test = this.operator(within(place, first.name, first.value), first);
      return test && [test];
    }
    const tests = members.map((member) => this.operator(within(place, member.name, member.value), member));
    this.checkCompany(place, members);
    return tests.every((test) => test !== undefined) ? tests : undefined;
  }

  private checkCompany(place: Place, members: readonly JsonMember[]): void {
    const known = members.filter((member) => this.operators.has(member.name));
    const alone = known.find((member) => this.operators.get(member.name)?.combinable === false);
    if (alone !== undefined) {
      const at = within(place, alone.name, alone.value);
      this.report(
        'uncombinable-operator',
        at,
        { name: alone.name },
        { focus: alone.nameRange, fixes: (make) => make.aloneFixes(at) },
      );
      return;
    }
    // An unknown operator has a finding of its own.
    if (known.length < members.length) return;
    const refused = this.dialect.rules['combined-operators'] === 'refused';
    const names = known.map((member) => member.name);
    const severity = refused ? 'error' : 'warning';
    const { rules } = this.dialect;
    const instead =
      supportOf(rules, 'wildcard') === 'refused' ? '' : ', write one `wildcard` for how a text begins and ends';
    const hint = refused
      ? `no condition of this engine means both: list the values${instead}, or keep the narrower operator and filter again in the target`
      : 'no other condition means both: for engines that refuse this, keep the narrower operator and filter the rest in the target';
    this.report('combined-operators', place, { names, refused }, { severity, hint });
  }

  private operator(place: Place, member: JsonMember): Test | undefined {
    const { name, nameRange: focus } = member;
    const operator = this.operators.get(name);
    if (operator === undefined) {
      this.unknownOperator(place, member);
      return undefined;
    }
    if (supportOf(this.dialect.rules, name) === 'refused') {
      const { rules, name: dialect } = this.dialect;
      this.report(
        'unsupported-operator',
        place,
        { name, dialect },
        { focus, fixes: (make) => make.unsupportedFixes(place, rules) },
      );
      return undefined;
    }
    const operand = operator.parse(place, this.context(name));
    return operand === undefined ? undefined : { operator, operand };
  }

  private unknownOperator(place: Place, member: JsonMember): void {
    const { name, nameRange: focus } = member;
    const { rules } = this.dialect;
    const known = [...this.operators.keys()].filter((other) => supportOf(rules, other) !== 'refused');
    const { kind } = member.value;
    const others = kind === 'array' || kind === 'object' ? NO_FIELDS : `the operators are ${known.join(', ')}`;
    const owner = foreignOperators.get(name);
    const fixes = (make: Make) => make.operatorFixes(place, member, known, rules);
    // A misspelled name is meant as an operator also where its operand is wrong, too, so that no fix is offered.
    const meant = (make: Make) => (kind === 'object' ? undefined : fixes(make)[0]?.title);
    const hint = (make: Make) => make.adviceOn(name) ?? meant(make) ?? others;
    if (owner !== undefined) this.report('foreign-operator', place, { name, owner }, { focus, hint, fixes });
    else this.report('unknown-operator', place, { name }, { focus, hint, fixes });
  }

  private context(operator: string): OperatorContext {
    let context = this.contexts.get(operator);
    if (context === undefined) {
      const { rules } = this.dialect;
      const inner = innerOperators(rules, this.operators.get(operator) ?? plain);
      const members: OperatorContext['members'] = (place, node) => this.effectiveMembers(place, node, 'operators');
      const negates = this.operators.get(operator)?.negated !== undefined;
      context = { rules, report: this.report, plain, inner, members, negates, foreign: foreignIn(rules) };
      this.contexts.set(operator, context);
    }
    return context;
  }

  private rangeOf(node: JsonNode): Range | undefined {
    return this.positions ? node.range : undefined;
  }
}
