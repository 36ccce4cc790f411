/** Finds the fields of a pattern with alternatives that can be left out: what remains is compared with what was there. */
import { stepsOf } from '../formula.ts';
import { compilePattern, type Matcher } from '../matcher.ts';
import { brandPattern, type Field } from '../pattern.ts';
import { joinedPath } from '../plan.ts';
import { afford, type Budget } from '../value/budget.ts';
import { isEmpty, otherScalars } from '../value/value-set.ts';
import { impliesAlternatives } from './alternatives.ts';
import { type Subject, type SubjectField, subjectOf } from './subject.ts';

/** What may be left out at once: a field, or all fields of a branch. */
type Unit = readonly Field[];

/** Fields that may be left out together, and why others are undecided. */
export interface RedundantFields {
  readonly fields: ReadonlySet<Field>;
  readonly unknown?: string;
}

/** Branches first, and from the last one on, so that of two that imply each other the first one stays. */
export function redundantFields(subject: Subject, budget: Budget): RedundantFields {
  const gone = new Set<Field>();
  let unknown: string | undefined;
  let left = subject;
  for (const unit of unitsOf(subject, budget)) {
    const some = unit.filter((field) => !gone.has(field));
    if (some.length === 0) continue;
    const fields = left.pattern.fields.filter((field) => !some.includes(field));
    if (!isWhole(left.pattern.fields, fields)) continue;
    if (!afford(budget, fields.length)) return { fields: gone, unknown: OVER };
    const next = leftWithout(left, some, fields);
    const back = impliesAlternatives(next, left, budget, false);
    const same = back.answer === 'yes' ? impliesAlternatives(left, next, budget, false) : back;
    if (same.answer === 'unknown') unknown ??= same.reason;
    if (same.answer !== 'yes') continue;
    for (const field of some) gone.add(field);
    left = next;
  }
  return { fields: gone, ...(unknown === undefined ? {} : { unknown }) };
}

const OVER = 'the budget was spent before each field was left out once';

function unitsOf({ pattern, fields, alternatives = [] }: Subject, budget: Budget): readonly Unit[] {
  const last = [...pattern.fields].reverse();
  if (alternatives.length > 1) {
    const branches = new Map<string, Field[]>();
    for (const field of last) {
      for (const key of branchKeys(field)) branches.set(key, [...(branches.get(key) ?? []), field]);
    }
    return [...[...branches.values()].filter((some) => some.length > 1), ...last.map((field) => [field])];
  }
  // Of one conjunction, a field that can fail makes a difference, and so does one whose path is not written again.
  const used = new Map(fields.map((field) => [field.plan.source, field]));
  const counted = new Set(alternatives.flatMap((one) => one.fields.map(({ plan }) => plan.source)));
  return last
    .filter((field) => {
      const set = used.get(field)?.set;
      return !counted.has(field) || (set?.missing === true && isEmpty(otherScalars(set), budget) === true);
    })
    .map((field) => [field]);
}

/** The branches that a field is in, each as its steps. */
function branchKeys(field: Field): readonly string[] {
  const steps = stepsOf(field);
  return steps.flatMap((step, i) => (typeof step === 'number' ? [JSON.stringify(steps.slice(0, i + 1))] : []));
}

/** Whether no list of branches has become one of a single branch, and whether there are fields. */
function isWhole(before: readonly Field[], after: readonly Field[]): boolean {
  const lists = (fields: readonly Field[]): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const field of fields) {
      for (const key of branchKeys(field)) {
        const list = key.slice(0, key.lastIndexOf(','));
        found.set(list, (found.get(list) ?? new Set()).add(key));
      }
    }
    return found;
  };
  const remaining = lists(after);
  return after.length > 0 && [...lists(before).keys()].every((list) => (remaining.get(list)?.size ?? 0) > 1);
}

/** What remains of a subject without some fields, or without the branch that they are. */
function leftWithout(left: Subject, some: Unit, fields: readonly Field[]): Subject {
  const { dialect, extensions } = left.pattern;
  const pattern = brandPattern({ dialect, extensions, fields });
  // A field that another one replaces comes back without that.
  if (some.some((field) => fields.some((other) => mayReplace(field, other)))) return subjectOf(pattern);
  const isGone = ({ plan }: SubjectField): boolean => some.includes(plan.source);
  let compiled: Matcher | undefined;
  const conjunction = (own: readonly SubjectField[]): Subject => ({
    pattern,
    fields: own,
    get matcher() {
      compiled ??= compilePattern(pattern);
      return compiled;
    },
  });
  const isBranchGone = some.length > 1;
  const alternatives = (left.alternatives ?? []).flatMap((one): readonly Subject[] => {
    if (!one.fields.some(isGone)) return [one];
    return isBranchGone ? [] : [conjunction(one.fields.filter((field) => !isGone(field)))];
  });
  return Object.assign(conjunction(left.fields.filter((field) => !isGone(field))), { alternatives });
}

/** Whether two fields with one path can be in one alternative: they are in no different branches of one list. */
function mayReplace(field: Field, other: Field): boolean {
  if (joinedPath(field.path) !== joinedPath(other.path)) return false;
  const [mine, others] = [stepsOf(field), stepsOf(other)];
  const at = mine.findIndex((step, i) => step !== others[i]);
  return typeof mine[at] !== 'number' || typeof others[at] !== 'number';
}
