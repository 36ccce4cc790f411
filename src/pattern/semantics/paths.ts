/**
 * Semantic checks of fields on related paths. Fields interact only if the path of one is a prefix of another's, or if
 * two paths are equal, which requires names with dots that are read as paths. Pairs of fields are enough: a field that
 * holds for a present value excludes an object, so everything below it is missing; and fields with equal paths can hold
 * together on an array as long as each accepts a value.
 */
import type { ReportFinding } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { remove, safe } from '../fix/edits.ts';
import { eventPath } from '../plan.ts';
import type { Budget } from '../value/budget.ts';
import { isWithin } from '../value/superfluous.ts';
import { union } from '../value/value-set.ts';
import type { Judged } from './field.ts';

/** The fields whose path is a proper prefix of a field's path, and those with the same path. */
interface Way {
  readonly above: readonly Judged[];
  readonly beside: readonly Judged[];
}

interface Step {
  /** At most `MANY_FIELDS`. */
  readonly fields: Judged[];
  readonly children: Map<string, Step>;
}

/** The maximum number of fields with one path that are compared with each other; typical patterns have one or two. */
const MANY_FIELDS = 8;

export type Ways = ReadonlyMap<Judged, Way>;

/** For each field that is related to another one. */
export function waysOf(fields: readonly Judged[], rules: Rules): Ways {
  // Without paths in names the paths of different fields are unrelated, and where arrays are transparent they can all hold values.
  if (
    rules.names === 'literal' ||
    rules.arrays === 'transparent' ||
    !fields.some(({ field }) => field.path.some(hasDot))
  )
    return new Map();
  const paths = fields.map(({ field }) => eventPath(field.path, rules));
  const root: Step = { fields: [], children: new Map() };
  const ends = paths.map((path, i) => {
    let step = root;
    for (const name of path) {
      let next = step.children.get(name);
      if (next === undefined) {
        next = { fields: [], children: new Map() };
        step.children.set(name, next);
      }
      step = next;
    }
    if (step.fields.length < MANY_FIELDS) step.fields.push(fields[i] as Judged);
    return step;
  });
  return new Map(
    fields.flatMap((field, i) => {
      const above: Judged[] = [];
      let step: Step | undefined = root;
      for (const name of paths[i] as readonly string[]) {
        step = step?.children.get(name);
        if (step !== undefined && step !== ends[i]) for (const one of step.fields) above.push(one);
      }
      const beside = (ends[i] as Step).fields.filter((other) => other !== field);
      return above.length + beside.length === 0 ? [] : [[field, { above, beside }] as const];
    }),
  );
}

function hasDot(name: string): boolean {
  return name.includes('.');
}

/**
 * Reports pairs of fields that cannot hold together. No field is in two pairs. Skips fields in `done`, and adds the
 * reported ones.
 */
export function reportConflicts(ways: Ways, done: Set<Judged>, report: ReportFinding): void {
  const free = (field: Judged): boolean => !done.has(field);
  for (const [field, { above, beside }] of ways) {
    if (!free(field)) continue;
    const outer = field.missing ? undefined : above.find(free);
    const partner = outer ?? beside.find((other) => free(other) && areApart(field, other));
    if (partner === undefined) continue;
    done.add(field).add(partner);
    const conflict = outer !== undefined || partner.missing ? [partner, field] : [field, partner];
    const [first, second] = [...conflict].sort((a, b) => startOf(a) - startOf(b)) as [Judged, Judged];
    report(
      'never-matches',
      second.place,
      { clash: outer === undefined ? 'one path' : 'inside a value', conflict: conflict.map(pointerOf) },
      {
        hint: 'leave one of them out, or write two patterns',
        related: [{ place: first.place, message: 'the other one of the two' }],
      },
    );
  }
}

/** Whether one of two fields with the same path holds only when missing, and the other only when present. */
function areApart(a: Judged, b: Judged): boolean {
  return (onlyMissing(a) && !b.missing) || (onlyMissing(b) && !a.missing);
}

function onlyMissing({ sets, empty, missing }: Judged): boolean {
  return missing && sets.every((set, i) => set.missing || empty[i]);
}

/**
 * Reports fields that hold whenever others do. From the last one on, so that of two equivalent fields the first one
 * stays. Skips fields in `done`, and adds the reported ones. No two of the fields contradict each other.
 */
export function reportFollowing(ways: Ways, done: Set<Judged>, budget: Budget, report: ReportFinding): void {
  // A field that is itself superfluous is not given as a reason.
  const kept = (field: Judged): boolean => !done.has(field);
  for (const [field, { above, beside }] of [...ways].reverse()) {
    if (!kept(field)) continue;
    const outer = above.find(kept);
    const because = outer === undefined ? followsFrom(field, beside.filter(kept), budget) : [outer];
    if (because === undefined) continue;
    done.add(field);
    const related = because.map(({ place }) => ({ place, message: 'it holds whenever this one does' }));
    const fixes = () => [safe('leave this field out', ...remove(field.place))];
    report('field-always-holds', field.place, { because: because.map(pointerOf) }, { related, fixes });
  }
}

/** The other fields with the same path that imply a field; undefined if none do. */
function followsFrom(field: Judged, others: readonly Judged[], budget: Budget): readonly Judged[] | undefined {
  const covering = others.filter((other) => coversField(field, other, budget));
  const alone = covering.find((other) => field.missing || !other.missing);
  if (alone !== undefined) return [alone];
  const there = others.find((other) => !other.missing);
  return covering[0] === undefined || there === undefined ? undefined : [covering[0], there];
}

function coversField(field: Judged, other: Judged, budget: Budget): boolean {
  return isWithin(union(other.sets), field.sets, budget) === true;
}

function startOf({ place }: Judged): number {
  return place.node.range.start;
}

function pointerOf({ field }: Judged): string {
  return field.pointer;
}
