/**
 * Reads a pattern of a dialect whose fields stand anywhere and whose alternatives are joined by `$or`, and reports everything invalid in it.
 * A pattern that is invalid so is read once more with `$or` as an ordinary name, as event-ruler does.
 */
import { checkAnyKey } from './check.ts';
import { type Code, type Details, type Place, type ReportFinding, within } from './diagnostic.ts';
import type { Dialect, Rules } from './dialect.ts';
import { FieldReader } from './field-reader.ts';
import { alternativesOf, countAlternatives, formulaOf } from './formula.ts';
import type { JsonArray, JsonMember, JsonObjectNode } from './json/node.ts';
import { MAX_DEPTH } from './json/read.ts';
import { messages } from './messages.ts';
import { checkJoin, checkOperatorName, isBareCondition } from './misplaced-operators.ts';
import { describe } from './operators/operator.ts';
import type { Field } from './pattern.ts';
import { joinedPath } from './plan.ts';
import type { ReadField } from './semantics/check.ts';

const OR = '$or';

/** The maximum number of combinations of branches ("Creating Amazon EventBridge event patterns", `$or`). */
const MAX_ALTERNATIVES = 1000;
/** The maximum number of paths of one alternative (event-ruler). */
const MAX_PATHS = 256;
/** Total path names of a pattern, as in `PatternReader`. */
const MAX_STEPS = 1_000_000;

/** Names that no member of a branch may have (event-ruler, Constants.RESERVED_FIELD_NAMES_IN_OR_RELATIONSHIP). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'exactly equals-ignore-case prefix suffix anything-but exists wildcard numeric cidr = < <= > >= regex not-wildcard ' +
    'not-equals-ignore-case date-after date-on-or-after date-before date-on-or-before in-date-range ip-address-in-range ' +
    'ip-address-not-in-range'
  ).split(' '),
);

/** The operators of the second reading are those of an older time. */
const OLDER: Partial<Rules> = { 'anything-but wildcard': 'refused', 'anything-but-lists': 'ignoring-case' };

/** Findings of a reading that may be discarded. */
class Findings {
  private readonly kept: { readonly error: boolean; readonly message: string; send(report: ReportFinding): void }[] =
    [];

  readonly report: ReportFinding = (code, place, params, details: Details = {}) => {
    const { severity, message } = messages[code as Code] as { severity: string; message: (of: never) => string };
    const error = (details.severity ?? severity) === 'error';
    this.kept.push({
      error,
      message: error ? message(params as never) : '',
      send: (report) => report(code, place, params, details),
    });
  };

  get firstError(): string | undefined {
    return this.kept.find(({ error }) => error)?.message;
  }

  send(report: ReportFinding): void {
    for (const one of this.kept) one.send(report);
  }
}

/** The fields, in source order. `positions`: as in `explain`. */
export function readAnywhere(
  root: Place,
  dialect: Dialect,
  report: ReportFinding,
  positions: boolean,
): readonly ReadField[] {
  const first = new Findings();
  const reader = new AnywhereReader(dialect, first.report, positions, 'branches');
  const fields = reader.read(root);
  const reason = first.firstError;
  if (reason !== undefined && reader.disjunctions.length > 0) {
    const second = new Findings();
    const older = { ...dialect, rules: { ...dialect.rules, ...OLDER } };
    const named = new AnywhereReader(older, second.report, positions, 'name').read(root);
    if (second.firstError === undefined) {
      second.send(report);
      for (const { place, member } of reader.disjunctions) {
        report('or-as-name', place, { reason }, { focus: member.nameRange });
      }
      return named;
    }
  }
  first.send(report);
  return fields;
}

/** Names and branches on the way to an object. */
interface Way {
  readonly path: readonly string[];
  /** Present below `$or`. */
  readonly steps?: readonly (string | number)[];
}

class AnywhereReader extends FieldReader {
  /** The members named `$or`. */
  readonly disjunctions: { readonly place: Place; readonly member: JsonMember }[] = [];
  private readonly fields: ReadField[] = [];
  private readonly or: 'branches' | 'name';
  private steps = 0;

  constructor(dialect: Dialect, report: ReportFinding, positions: boolean, or: 'branches' | 'name') {
    super(dialect, report, positions);
    this.or = or;
  }

  read(place: Place): readonly ReadField[] {
    const { node } = place;
    if (node.kind !== 'object') {
      this.notAnObject(place);
      return [];
    }
    this.object(place, node, { path: [] });
    this.checkAlternatives(place);
    return this.fields;
  }

  private object(place: Place, node: JsonObjectNode, way: Way): void {
    if (node.members.length === 0) {
      this.report('empty-object', place, {}, { fixes: (make) => make.removalFixes(place) });
    }
    for (const member of node.members) {
      const child = within(place, member.name, member.value);
      if (member.name === OR) {
        this.disjunctions.push({ place: child, member });
        if (this.or === 'branches') {
          this.disjunction(child, member, way);
          continue;
        }
      }
      this.member(child, member, way);
      if (way.path.length === 0) checkAnyKey(child, member, node, this.dialect, this.report);
      else if (member.name !== OR) checkOperatorName(child, member, node, way.path, this.dialect, this.report);
    }
  }

  private member(place: Place, member: JsonMember, { path, steps }: Way): void {
    const { name, nameRange: focus, value } = member;
    if (path.length >= MAX_DEPTH) {
      this.report('too-deep', place, { limit: MAX_DEPTH }, { focus });
      return;
    }
    if (steps !== undefined && RESERVED.has(name)) {
      const hint = 'write the field that it is for, and its conditions in a list';
      this.report('operator-in-branch', place, { name }, { focus, hint });
      return;
    }
    if (name === '') this.report('empty-name', place, {}, { focus });
    const way: Way = { path: [...path, name], ...(steps === undefined ? {} : { steps: [...steps, name] }) };
    if (name !== OR && checkJoin(place, member, this.report)) return;
    if (value.kind === 'array') this.fieldAt(place, value, way, focus);
    else if (value.kind === 'object' && !isBareCondition(value)) this.object(place, value, way);
    else {
      const found = value.kind === 'object' ? 'a condition outside an array' : describe(value);
      this.report('field-not-array', place, { found }, { fixes: (make) => make.wrapFixes(place) });
    }
  }

  private fieldAt(place: Place, node: JsonArray, { path, steps }: Way, focus: JsonMember['nameRange']): void {
    this.steps += path.length;
    if (this.steps > MAX_STEPS) {
      if (this.steps - path.length <= MAX_STEPS) this.report('too-large', place, { limit: MAX_STEPS }, { focus });
      return;
    }
    this.fields.push(this.field(place, node, path, steps));
  }

  private disjunction(place: Place, member: JsonMember, { path, steps = path }: Way): void {
    const { value, nameRange: focus } = member;
    if (value.kind !== 'array' || value.items.length < 2) {
      const found = value.kind !== 'array' || value.items.length === 0 ? describe(value) : 'a list of one';
      this.report('or-not-branches', place, { found }, { focus, hint: ONE_BRANCH });
      return;
    }
    for (const [i, item] of value.items.entries()) {
      const branch = within(place, i, item);
      if (item.kind === 'object') this.object(branch, item, { path, steps: [...steps, OR, i] });
      else this.report('or-not-branches', branch, { found: `a list with ${describe(item)}` }, { hint: ONE_BRANCH });
    }
  }

  /** Counts before expanding, since the number grows exponentially. */
  private checkAlternatives(root: Place): void {
    const parts = formulaOf(this.fields.map(({ field }) => field));
    const count = countAlternatives(parts);
    if (count > MAX_ALTERNATIVES) {
      const [first] = this.disjunctions;
      const shown = count > 1e9 ? 'more than a billion' : String(count);
      this.report(
        'too-many-combinations',
        first?.place ?? root,
        { count: shown, limit: MAX_ALTERNATIVES },
        { hint: FEWER },
      );
      return;
    }
    const used = new Set<Field>();
    const places = new Map(this.fields.map((one) => [one.field, one.place]));
    let longest = 0;
    for (const alternative of alternativesOf(parts, (field) => [joinedPath(field.path), field])) {
      longest = Math.max(longest, alternative.size);
      for (const field of alternative.values()) used.add(field);
    }
    if (longest > MAX_PATHS) this.report('too-many-paths', root, { count: longest, limit: MAX_PATHS });
    const counted = new Map<string, Field>();
    for (const { field } of this.fields) counted.set(joinedPath(field.path), field);
    for (const { field, place } of this.fields) {
      if (used.has(field)) continue;
      const path = joinedPath(field.path);
      const last = places.get(counted.get(path) as Field) as Place;
      const related = [{ place: last, message: 'this one counts' }];
      // Of several members with one name all would be removed.
      const object = place.parent?.node;
      const name = field.path.at(-1);
      const isAlone = object?.kind === 'object' && object.members.filter((one) => one.name === name).length === 1;
      const fixes: Details['fixes'] = (make) => (isAlone ? [make.safe('leave it out', make.remove(place))] : []);
      this.report('path-twice', place, { path }, { related, fixes });
    }
  }
}

const ONE_BRANCH = 'write at least two objects in the list of `$or`, each with the fields of one alternative';
const FEWER = 'divide the pattern, or write the values of one field in one list';
