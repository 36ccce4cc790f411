/**
 * Warnings about patterns whose engine answers otherwise or refuses more than the language says: accidents of event-ruler, the complexity of
 * wildcards, and fields that must be missing in all elements of an array.
 */
import type { ReportFinding } from '../diagnostic.ts';
import { alternativesOf, formulaOf } from '../formula.ts';
import type { Params } from '../messages.ts';
import type { Field } from '../pattern.ts';
import { joinedPath } from '../plan.ts';
import { printCondition } from '../print.ts';
import type { Glob } from '../value/glob.ts';
import { globComplexity } from '../value/glob-complexity.ts';
import { atomsOf, type Literal } from '../value/strings/formula.ts';
import type { ValueSet } from '../value/value-set.ts';
import type { Judged } from './field.ts';

type Accident = Params<'engine-accident'>['accident'];

/** The complexity from which the service is known to refuse some patterns. */
const COMPLEX = 10;

export function reportEngine(fields: readonly Judged[], report: ReportFinding): void {
  for (const one of fields) {
    const accident = accidentOf(one.sets);
    if (accident !== undefined) report('engine-accident', one.place, { accident });
    const count = complexityOf(one.sets);
    if (count >= COMPLEX) report('complex-wildcards', one.place, { count, limit: COMPLEX });
  }
  reportShared(fields, report);
  if (fields.some(({ missing }) => missing)) reportAbsences(fields, report);
}

function complexityOf(sets: readonly ValueSet[]): number {
  const globs = sets.flatMap(({ strings }) =>
    atomsOf(strings.formula).flatMap(({ atom }): readonly Glob[] => (atom.kind === 'wildcard' ? [atom.parts] : [])),
  );
  // Each star and each part adds at least one reading, so that shorter lists are never complex.
  const units = globs.reduce((sum, parts) => sum + parts.length + parts.join('').length + 1, 0);
  return units < COMPLEX ? 0 : globComplexity(globs);
}

/** The first accident that the conditions of a field run into. */
function accidentOf(sets: readonly ValueSet[]): Accident | undefined {
  const literals = sets.map(({ strings }) => atomsOf(strings.formula));
  const all = literals.flat();
  const positive = all.filter(({ negated }) => !negated).map(({ atom }) => atom);
  if (all.some(touchesQuote)) return 'quotes';
  if (all.some(({ atom }) => atom.kind === 'folded' && /[\ud800-\udfff]/.test(atom.text))) return 'outside-basic-plane';
  const families = new Set(positive.flatMap((atom) => (atom.kind === 'ip-addresses' ? [typeof atom.first] : [])));
  if (families.size > 1) return 'address-families';
  const ranges = sets.some(
    ({ numbers }) => numbers.others === false && numbers.intervals.some(({ low, high }) => low < high),
  );
  const hasNumbers = ranges || sets.some(({ numbers }) => numbers.others === false && numbers.intervals.length > 0);
  if (families.size > 0 && hasNumbers) return 'numbers-and-addresses';
  if (ranges && sets.some(({ strings }) => strings.formula === false && strings.except.size > 0))
    return 'texts-and-ranges';
  if (ranges && positive.some(({ kind }) => kind === 'ending')) return 'numbers-and-suffixes';
  const opens = positive.some((atom) => atom.kind === 'wildcard' && atom.parts[0] === '');
  const isEndingBeyondAscii = ({ atom }: Literal): boolean => atom.kind === 'ending' && /[^\0-\x7f]/.test(atom.text);
  const runsInto = positive.some(({ kind }) => kind === 'folded') || all.some(isEndingBeyondAscii);
  return opens && runsInto ? 'star-and-case' : undefined;
}

/** Whether a beginning ends with a quotation mark, or an ending begins with one. */
function touchesQuote({ atom }: Literal): boolean {
  if (atom.kind === 'beginning') return atom.text.endsWith('"');
  if (atom.kind === 'ending') return atom.text.startsWith('"');
  if (atom.kind !== 'folded' || atom.part === 'whole') return false;
  return atom.part === 'beginning' ? atom.text.endsWith('"') : atom.text.startsWith('"');
}

/** Reports fields of one path in different branches that share a condition and have others. */
function reportShared(fields: readonly Judged[], report: ReportFinding): void {
  const byPath = new Map<string, Set<string>>();
  for (const { field, place } of fields) {
    if (field.steps === undefined) continue;
    const path = joinedPath(field.path);
    const texts = new Set(field.conditions.map(printCondition));
    const known = byPath.get(path);
    if (known === undefined) {
      byPath.set(path, texts);
      continue;
    }
    const shared = [...texts].filter((text) => known.has(text)).length;
    if (shared > 0 && shared < Math.max(texts.size, known.size)) {
      report('engine-accident', place, { accident: 'shared-conditions' });
    }
  }
}

/** Names that fields share before it is likely that an array stands on their way: the first one is a member of the envelope. */
const SHARED = 2;

/** Reports fields that may be missing and whose path comes before those of fields in the same objects. */
function reportAbsences(fields: readonly Judged[], report: ReportFinding): void {
  const judged = new Map(fields.map((one) => [one.field, one]));
  const done = new Set<Field>();
  const read = (field: Field) => [joinedPath(field.path), field] as const;
  for (const alternative of alternativesOf(formulaOf(fields.map(({ field }) => field)), read)) {
    const sorted = [...alternative].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [i, [path, field]] of sorted.entries()) {
      const one = judged.get(field);
      if (one?.missing !== true || done.has(field)) continue;
      const steps = path.split('.');
      const beside = steps.slice(0, -1).join('.');
      const isBeside = ([other]: readonly [string, Field]): boolean => other.startsWith(`${beside}.`);
      if (steps.length <= SHARED || sorted.slice(0, i).some(isBeside)) continue;
      const after = sorted.slice(i + 1).find(isBeside);
      if (after === undefined) continue;
      done.add(field);
      report('absence-order', one.place, { path, before: after[0] });
    }
  }
}
