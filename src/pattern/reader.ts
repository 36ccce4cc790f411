/**
 * Reads a pattern from nodes and reports everything invalid in it at once. Probable mistakes in valid patterns are found by check.ts and
 * semantics/.
 */
import { checkKey, checkName, ONLY_DATA } from './check.ts';
import { type Make, type Place, type ReportFinding, within } from './diagnostic.ts';
import type { Dialect } from './dialect.ts';
import { FieldReader } from './field-reader.ts';
import type { JsonMember, JsonObjectNode } from './json/node.ts';
import { MAX_DEPTH } from './json/read.ts';
import { checkMisplaced, isBareCondition, isForeignCondition } from './misplaced-operators.ts';
import { operators } from './operators/index.ts';
import { describe } from './operators/operator.ts';
import type { ReadField } from './semantics/check.ts';

/** Total path names of a pattern: a thousand fields, each a thousand levels deep. */
const MAX_STEPS = 1_000_000;

export class PatternReader extends FieldReader {
  private readonly keys: ReadonlySet<string>;
  private readonly fields: ReadField[] = [];
  /** Names on the paths of all fields so far. */
  private steps = 0;

  /** `positions`: as in `explain`. */
  constructor(dialect: Dialect, extensions: readonly string[], report: ReportFinding, positions: boolean) {
    super(dialect, report, positions);
    this.keys = new Set([...dialect.keys, ...extensions]);
  }

  /** The fields, in source order. */
  read(place: Place): readonly ReadField[] {
    const { node } = place;
    if (node.kind !== 'object') this.notAnObject(place);
    else for (const member of this.effectiveMembers(place, node, 'fields')) this.topMember(place, node, member);
    return this.fields;
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
      this.fields.push(this.field(place, node, [key]));
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
        this.fields.push(this.field(child, member.value, childPath));
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
}

/** Whether a name can be part of a JSONPath without quoting. */
function isReadable(name: string): boolean {
  return !/[ *[\]()]/.test(name) && name.split('.').every((part) => part !== '');
}
