/** Two documents of patterns, such as the plans before and after a change, compared address by address. */
import { neverMatches, type Pattern, type PatternOptions } from '../../index.ts';
import { Failure, type Problem, problemsOf } from '../failure.ts';
import { validPattern } from '../read/pattern.ts';
import type { Holding, PatternSource, Skipped } from '../sources/patterns.ts';
import { type Comparison, compare, effectOf, type Proof } from './compare.ts';
import type { Judged } from './gates.ts';

export interface AddressChange extends Partial<Comparison> {
  readonly address: string;
  /** `unknown` where a tool has yet to make one of the patterns; `changed` where not the same events match, or it is not known. */
  readonly change: 'added' | 'removed' | 'changed' | 'equal' | 'unknown';
}

export interface DocumentChange {
  readonly change: AddressChange;
  readonly judged: Judged;
  /** The texts of the patterns that are there. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * In the order of the new document; what is gone comes last.
 * @throws Failure for patterns that are not valid
 */
export function compareDocuments(before: Holding, after: Holding, options: PatternOptions): DocumentChange[] {
  const problems: Problem[] = [...before.broken, ...after.broken].map(({ problem }) => problem);
  const old = entriesOf(before, options, problems);
  const now = entriesOf(after, options, problems);
  if (problems.length > 0) throw new Failure(...problems);
  const addresses = [...now.keys(), ...[...old.keys()].filter((address) => !now.has(address))];
  return addresses.map((address) => changeOf(address, old.get(address), now.get(address)));
}

/** A pattern that can be read, or one that nobody knows yet. */
type Entry = { readonly source: PatternSource; readonly pattern: Pattern } | { readonly skipped: Skipped };

function entriesOf({ patterns, skipped }: Holding, options: PatternOptions, problems: Problem[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (address: string, entry: Entry): void => {
    // Several of one address are told apart by their order.
    let key = address;
    for (let i = 2; entries.has(key); i++) key = `${address} (${i})`;
    entries.set(key, entry);
  };
  for (const source of patterns) {
    try {
      add(source.address ?? '', { source, pattern: validPattern(source, options) });
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  for (const one of skipped) add(one.address, { skipped: one });
  return entries;
}

function changeOf(address: string, old: Entry | undefined, now: Entry | undefined): DocumentChange {
  const texts = {
    ...(old !== undefined && 'source' in old ? { before: old.source.text } : {}),
    ...(now !== undefined && 'source' in now ? { after: now.source.text } : {}),
  };
  for (const entry of [old, now]) {
    if (entry === undefined || !('skipped' in entry)) continue;
    const { file, line, column, message } = entry.skipped;
    const reason = `the pattern is not known (${file}:${line}:${column}): ${message}`;
    const judged = { name: address, loses: 'unknown', gains: 'unknown' } as const;
    return { change: { address, change: 'unknown', relation: 'unknown', reason }, judged, ...texts };
  }
  const [before, after] = [patternOf(old), patternOf(now)];
  if (before === undefined || after === undefined) return { ...exchange(address, before, after), ...texts };
  const comparison = compare(before, after);
  const change = comparison.relation === 'equal' ? 'equal' : 'changed';
  const judged = { name: address, ...effectOf(comparison, before, after) };
  return { change: { address, change, ...comparison }, judged, ...texts };
}

function patternOf(entry: Entry | undefined): Pattern | undefined {
  return entry !== undefined && 'pattern' in entry ? entry.pattern : undefined;
}

/** A pattern that comes gains all that it matches, one that goes loses that. */
function exchange(address: string, before: Pattern | undefined, after: Pattern | undefined): DocumentChange {
  const never = neverMatches((before ?? after) as Pattern);
  const matches = never.answer === 'no' ? 'yes' : never.answer === 'yes' ? 'no' : 'unknown';
  const proof: Proof | undefined = never.answer === 'no' ? { event: never.witness, fails: [] } : undefined;
  const judged = { name: address, exchanged: true } as const;
  if (after === undefined) {
    const lost = proof === undefined ? {} : { lost: proof };
    return { change: { address, change: 'removed', ...lost }, judged: { ...judged, loses: matches, gains: 'no' } };
  }
  const gained = proof === undefined ? {} : { gained: proof };
  return { change: { address, change: 'added', ...gained }, judged: { ...judged, loses: 'no', gains: matches } };
}
