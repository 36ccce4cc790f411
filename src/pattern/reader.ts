/**
 * Reads a pattern from nodes and reports everything invalid in it at once. Probable mistakes in valid patterns are found by check.ts and
 * semantics/.
 */
import { checkField, checkKey, checkName, ONLY_DATA } from './check.ts';
import { type Make, type Place, type ReportFinding, within } from './diagnostic.ts';
import { type Dialect, supportOf } from './dialect.ts';
import type { JsonArray, JsonMember, JsonNode, JsonObjectNode } from './json/node.ts';
import { MAX_DEPTH, readJson } from './json/read.ts';
import { checkMisplaced, isBareCondition, isForeignCondition } from './misplaced-operators.ts';
import { foreignOperators, innerOperators, operators, plain } from './operators/index.ts';
import { allHoldOnMissing, describe, type OperatorContext, type Test } from './operators/operator.ts';
import { type Condition, type Field, makeCondition, testsOf } from './pattern.ts';
import type { ReadField } from './semantics/check.ts';

/** Total path names of a pattern: a thousand fields, each a thousand levels deep. */
const MAX_STEPS = 1_000_000;

const NO_FIELDS =
  'a list contains conditions, not fields: write fields in an object; the elements of an array are tried one by one';

export class PatternReader {
  private readonly dialect: Dialect;
  private readonly report: ReportFinding;
  private readonly positions: boolean;
  private readonly keys: ReadonlySet<string>;
  private readonly contexts = new Map<string, OperatorContext>();
  private readonly fields: ReadField[] = [];
  /** Names on the paths of all fields so far. */
  private steps = 0;

  /** `positions`: as in `explain`. */
  constructor(dialect: Dialect, extensions: readonly string[], report: ReportFinding, positions: boolean) {
    this.dialect = dialect;
    this.report = report;
    this.positions = positions;
    this.keys = new Set([...dialect.keys, ...extensions]);
  }

  /** The fields, in source order. */
  read(place: Place): readonly ReadField[] {
    const { node } = place;
    if (node.kind !== 'object') this.notAnObject(place);
    else for (const member of this.effectiveMembers(place, node, 'fields')) this.topMember(place, node, member);
    return this.fields;
  }

  private notAnObject(place: Place): void {
    const { node } = place;
    if (node.kind === 'string' && readJson(node.value).node?.kind === 'object') {
      this.report('pattern-in-string', place, {}, { fixes: (make) => [make.unquoteFix(place, node.value)] });
    } else {
      this.report('pattern-not-object', place, { found: describe(node) }, { fixes: (make) => make.rootFixes(place) });
    }
  }

  private topMember(root: Place, object: JsonObjectNode, member: JsonMember): void {
    const { name } = member;
    const child = within(root, name, member.value);
    if (!this.keys.has(name) && checkMisplaced(child, member, object, [], this.dialect.rules, this.report)) return;
    const means = this.keys.has(name)
      ? name
      : checkKey(child, member, object, this.keys, this.dialect.rules, this.report);
    if (means === 'data') this.data(child);
    else this.attribute(child, name);
  }

  private attribute(place: Place, key: string): void {
    const { node } = place;
    if (node.kind === 'array') {
      this.field(place, node, [key]);
      return;
    }
    const isCondition = node.kind !== 'object' || node.members.every(({ name }) => operators.has(name));
    const fixes = (make: Make) => {
      if (!isCondition) return make.bareWordFixes(place, this.dialect.rules);
      const wrapped = make.wrapFixes(place);
      return make.isWord(key) ? wrapped.map(make.asChoice) : wrapped;
    };
    this.report('attribute-not-array', place, { key, found: describe(node) }, { hint: ONLY_DATA, fixes });
  }

  private data(place: Place): void {
    const { node } = place;
    if (node.kind === 'object') {
      this.object(place, node, ['data'], 1);
      return;
    }
    const hint =
      node.kind === 'array' ? 'name the member of `data` that the conditions are for: {"state": […]}' : undefined;
    this.report('data-not-object', place, { found: describe(node) }, { hint, fixes: (make) => make.dataFixes(place) });
  }

  /** `steps` is the length of the path in an event, longer than `path` where a name with dots is a path. */
  private object(place: Place, node: JsonObjectNode, path: readonly string[], steps: number): void {
    if (node.members.length === 0)
      this.report('empty-object', place, {}, { fixes: (make) => make.removalFixes(place) });
    for (const member of this.effectiveMembers(place, node, 'fields')) {
      const child = within(place, member.name, member.value);
      if (checkMisplaced(child, member, node, path, this.dialect.rules, this.report)) continue;
      const childPath = [...path, member.name];
      const childSteps = steps + this.stepsOf(member.name);
      if (childSteps > MAX_DEPTH) {
        this.report('too-deep', child, { limit: MAX_DEPTH }, { focus: member.nameRange });
        continue;
      }
      this.checkName(child, member);
      if (member.value.kind === 'array') {
        this.steps += childSteps;
        if (this.steps > MAX_STEPS) {
          if (this.steps - childSteps <= MAX_STEPS) {
            this.report('too-large', child, { limit: MAX_STEPS }, { focus: member.nameRange });
          }
          return;
        }
        this.field(child, member.value, childPath);
      } else if (member.value.kind === 'object') this.belowData(child, member, member.value, childPath, childSteps);
      else this.notAnArray(child, describe(member.value), member, path);
    }
  }

  private checkName(place: Place, member: JsonMember): void {
    const { name, nameRange: focus } = member;
    // A name without dots means the same in every dialect. Not reading the rule here saves `crossCheck` one reading of the pattern.
    if (/^[\w-]+$/.test(name)) return;
    if (this.dialect.rules.names === 'literal') checkName(place, member, this.report);
    else if (!isReadable(name)) {
      this.report('unreadable-name', place, { name }, { focus, fixes: (make) => make.readableNameFixes(member) });
    }
  }

  /** `path` leads to the object of the member. */
  private notAnArray(place: Place, found: string, { name }: JsonMember, path: readonly string[]): void {
    const { rules } = this.dialect;
    const fixes = (make: Make) => {
      const whole = place.parent;
      const words = path.length < 2 || whole === undefined ? [] : make.bareWordFixes(whole, rules);
      const wrapped = make.wrapFixes(place);
      // A word that is also an operator may be a member name.
      return make.isWord(name) ? [...words, ...wrapped.map(make.asChoice)] : wrapped;
    };
    this.report('field-not-array', place, { found }, { fixes });
  }

  /**
   * `{"state": {"prefix": "a"}}` is read as an object of fields, but is probably a condition without brackets, and so is `{"size": {"$gt":
   * 5}}`. `path` leads to the member.
   */
  private belowData(
    place: Place,
    member: JsonMember,
    value: JsonObjectNode,
    path: readonly string[],
    steps: number,
  ): void {
    const found = 'a condition outside an array';
    if (isBareCondition(value)) this.notAnArray(place, found, member, path.slice(0, -1));
    else if (isForeignCondition(value)) {
      const fixes = (make: Make) => make.bareWordFixes(place, this.dialect.rules);
      this.report('field-not-array', place, { found }, { fixes, hint: 'write conditions of this language in a list' });
    } else this.object(place, value, path, steps);
  }

  private stepsOf(name: string): number {
    return name.includes('.') && this.dialect.rules.names !== 'literal' ? name.split('.').length : 1;
  }

  /** The last member of each name. Earlier ones are reported and not read, since their pointer would lead to the last one. */
  private effectiveMembers(place: Place, node: JsonObjectNode, of: 'fields' | 'operators'): readonly JsonMember[] {
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

  private field(place: Place, node: JsonArray, path: readonly string[]): void {
    if (node.items.length === 0) {
      this.report('empty-conditions', place, {}, { fixes: (make) => make.removalFixes(place) });
    }
    const conditions: Condition[] = [];
    const places: Place[] = [];
    for (const [i, item] of node.items.entries()) {
      const child = within(place, i, item);
      const tests = this.condition(child);
      if (tests === undefined) continue;
      conditions.push(makeCondition({ pointer: child.pointer, ...this.ranged(item) }, tests));
      places.push(child);
    }
    const alternatives = checkField(place, path, conditions, places, this.dialect, this.report);
    const mayBeMissing = conditions.some((condition) => allHoldOnMissing(testsOf(condition)));
    const field: Field = { path, pointer: place.pointer, ...this.ranged(node), conditions, mayBeMissing };
    this.fields.push({ field, place, alternatives });
  }

  private condition(place: Place): readonly Test[] | undefined {
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
    const tests = members.map((member) => this.operator(within(place, member.name, member.value), member));
    if (members.length > 1) this.checkCompany(place, members);
    return tests.every((test) => test !== undefined) ? tests : undefined;
  }

  private checkCompany(place: Place, members: readonly JsonMember[]): void {
    const known = members.filter((member) => operators.has(member.name));
    const alone = known.find((member) => operators.get(member.name)?.combinable === false);
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
    const hint = refused
      ? 'no condition of this engine means both: list the values, or keep the narrower operator and filter again in the target'
      : 'no other condition means both: for engines that refuse this, keep the narrower operator and filter the rest in the target';
    this.report('combined-operators', place, { names, refused }, { severity, hint });
  }

  private operator(place: Place, member: JsonMember): Test | undefined {
    const { name, nameRange: focus } = member;
    const operator = operators.get(name);
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
    const known = [...operators.keys()].filter((other) => supportOf(rules, other) !== 'refused');
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
      const inner = innerOperators(rules, operators.get(operator) ?? plain);
      const members: OperatorContext['members'] = (place, node) => this.effectiveMembers(place, node, 'operators');
      const negates = operators.get(operator)?.negated !== undefined;
      context = { rules, report: this.report, plain, inner, members, negates, foreign: foreignOperators };
      this.contexts.set(operator, context);
    }
    return context;
  }

  private ranged(node: JsonNode): { range?: JsonNode['range'] } {
    return this.positions ? { range: node.range } : {};
  }
}

/** Whether a name can be part of a JSONPath without quoting. */
function isReadable(name: string): boolean {
  return !/[ *[\]()]/.test(name) && name.split('.').every((part) => part !== '');
}
