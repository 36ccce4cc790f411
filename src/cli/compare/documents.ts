/** Many patterns before and after a change, compared one by one: those of folders, of documents, or of a plan. */
import { type DialectName, neverMatches, type Pattern, type PatternOptions } from '../../index.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';
import { validPattern } from '../patterns/pattern.ts';
import type { PatternSource } from '../sources/patterns.ts';
import { type AddressChange, CHANGE_KINDS, type ChangeKind, type Proof } from './answer.ts';
import { compare, effectOf } from './compare.ts';
import type { JudgedChange } from './gates.ts';
import { optionsForAll } from './language.ts';
import type { Side, SideEntry } from './sides.ts';

export interface DocumentChange {
  readonly change: AddressChange;
  readonly judged: JudgedChange;
  /** The valid patterns. */
  readonly before?: PatternSource;
  readonly after?: PatternSource;
  /** The language of the valid ones. */
  readonly dialect?: DialectName;
}

export interface Changes {
  readonly changes: readonly DocumentChange[];
  /** Errors of new patterns, which prevent the comparison. */
  readonly problems: readonly Problem[];
}

export function kindOf({ change, relation }: AddressChange): ChangeKind {
  if (change !== 'changed') return change;
  return relation === 'narrower' || relation === 'wider' || relation === 'unknown' ? relation : 'changed';
}

export function countKinds(changes: readonly DocumentChange[]): Readonly<Record<ChangeKind, number>> {
  const kinds = changes.map(({ change }) => kindOf(change));
  const counts = CHANGE_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length] as const);
  return Object.fromEntries(counts) as Record<ChangeKind, number>;
}

/** In the order of the new side; removed patterns come last. An invalid pattern does not affect the comparison of others. */
export function compareSides(before: Side, after: Side, options: PatternOptions): Changes {
  const problems: Problem[] = [...before.problems, ...after.problems];
  const met = new Set<string>();
  const changes: DocumentChange[] = [];
  const entries = [...before.entries.values(), ...after.entries.values()];
  // A packed set has one language, and so has what it is compared with.
  const packed = entries.map(sourceOf).filter((source) => source?.packed !== undefined);
  const common = optionsForAll(packed, options);
  const add = (address: string, old: SideEntry | undefined, now: SideEntry | undefined): Read | undefined => {
    const both = optionsForAll([old && sourceOf(old), now && sourceOf(now)], common);
    const read = now && readEntry(now, both);
    changes.push(changeOf(address, old && readEntry(old, both), read));
    return read;
  };
  for (const [address, entry] of after.entries) {
    const old = lookUp(before, address, common);
    if (old !== undefined) met.add(old.key);
    for (const one of add(address, old?.entry, entry)?.problems ?? []) problems.push(one);
  }
  for (const [address, entry] of before.entries) {
    if (!met.has(address)) add(address, entry, lookUp(after, address, common)?.entry);
  }
  return { changes, problems };
}

function sourceOf(entry: SideEntry): PatternSource | undefined {
  return 'source' in entry ? entry.source : undefined;
}

/** An unreadable file represents all patterns that it may contain. */
function lookUp(
  { entries }: Side,
  id: string,
  options: PatternOptions,
): { readonly key: string; readonly entry: SideEntry } | undefined {
  const own = entries.get(id);
  if (own !== undefined) return { key: id, entry: own };
  for (let at = id.indexOf('#'); at >= 0; at = id.indexOf('#', at + 1)) {
    const key = id.slice(0, at);
    const entry = entries.get(key);
    if (entry !== undefined && isWhole(entry) && readEntry(entry, options).problems.length > 0) return { key, entry };
  }
  return undefined;
}

function isWhole(entry: SideEntry): boolean {
  if ('source' in entry) return entry.source.address === undefined;
  return 'broken' in entry && entry.wholeFile;
}

interface Read {
  readonly source?: PatternSource;
  readonly pattern?: Pattern;
  /** The errors of an invalid pattern. */
  readonly problems: readonly Problem[];
  /** The reason why the pattern is not known. */
  readonly unknown?: string;
}

function readEntry(entry: SideEntry, options: PatternOptions): Read {
  if ('broken' in entry) return { problems: [entry.broken] };
  if ('skipped' in entry) {
    const { file, line, column, message } = entry.skipped;
    return { problems: [], unknown: `the pattern is not known (${file}:${line}:${column}): ${message}` };
  }
  const { source } = entry;
  try {
    return { source, pattern: validPattern(source, options), problems: [] };
  } catch (thrown) {
    return { source, problems: problemsOf(thrown) };
  }
}

function changeOf(address: string, old: Read | undefined, now: Read | undefined): DocumentChange {
  const texts = {
    ...(old?.source === undefined ? {} : { before: old.source }),
    ...(now?.source === undefined ? {} : { after: now.source }),
  };
  const dialect = (now?.pattern ?? old?.pattern)?.dialect.name as DialectName | undefined;
  return { ...judge(address, old, now), ...texts, ...(dialect === undefined ? {} : { dialect }) };
}

function judge(address: string, old: Read | undefined, now: Read | undefined): DocumentChange {
  if ((old?.problems ?? []).length + (now?.problems ?? []).length > 0) return invalid(address, old, now);
  const reason = old?.unknown ?? now?.unknown;
  if (reason !== undefined) {
    const judged = { name: address, loses: 'unknown', gains: 'unknown' } as const;
    return { change: { address, change: 'unknown', relation: 'unknown', reason }, judged };
  }
  const [before, after] = [old?.pattern, now?.pattern];
  if (before === undefined || after === undefined) return exchange(address, before, after);
  const comparison = compare(before, after);
  const change = comparison.relation === 'equal' ? 'equal' : 'changed';
  return {
    change: { address, change, ...comparison },
    judged: { name: address, ...effectOf(comparison, before, after) },
  };
}

/** An invalid old pattern matched no event, since the service would have refused it. The effect of an invalid new one is unknown. */
function invalid(address: string, old: Read | undefined, now: Read | undefined): DocumentChange {
  const isOld = (old?.problems ?? []).length > 0;
  const isNew = (now?.problems ?? []).length > 0;
  const side = isOld && isNew ? 'both' : isOld ? 'old' : 'new';
  const [first] = (isNew ? now : old)?.problems ?? [];
  const change = {
    address,
    change: 'invalid',
    invalid: side,
    reason: first === undefined ? '' : reasonOf(first),
  } as const;
  if (isNew || now?.unknown !== undefined)
    return { change, judged: { name: address, loses: 'unknown', gains: 'unknown' } };
  const judged = { name: address, exchanged: true } as const;
  if (now?.pattern === undefined) return { change, judged: { ...judged, loses: 'no', gains: 'no' } };
  const { change: gain, judged: effect } = exchange(address, undefined, now.pattern);
  return { change: gain.gained === undefined ? change : { ...change, gained: gain.gained }, judged: effect };
}

/** The first finding, which is more precise than their number. */
function reasonOf({ file, line, column, message, findings }: Problem): string {
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}:${column}: `;
  const [finding, ...more] = findings?.diagnostics ?? [];
  if (finding === undefined) return place + message;
  return `${place}${finding.message}${more.length === 0 ? '' : `, and ${more.length} more`}`;
}

/** An added pattern gains all events that it matches, a removed one loses them. */
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
