/** One side of a comparison of many patterns: a document, a folder, or one of both sides of a plan. Each pattern has an id. */
import type { Problem } from '../findings/failure.ts';
import { idOf, pathIn } from '../sources/named-patterns.ts';
import type { AllPatterns, Found, PassedOver, PatternSource, Skipped } from '../sources/patterns.ts';

export interface Side {
  /** As the user named it. */
  readonly name: string;
  readonly entries: ReadonlyMap<string, SideEntry>;
  /** Parts that cannot be read, and represent no pattern. */
  readonly problems: readonly Problem[];
  readonly passed: readonly PassedOver[];
}

/** A text that should be a pattern, a pattern that is computed later, or an unreadable file, which may contain several patterns. */
export type SideEntry =
  | { readonly source: PatternSource }
  | { readonly skipped: Skipped }
  | { readonly broken: Problem; readonly wholeFile: boolean };

export const emptySide = (name: string): Side => ({ name, entries: new Map(), problems: [], passed: [] });

/** The id of a pattern is its address; that of a pattern without one is the name of the file. */
export function sideOfDocument(name: string, file: string, { patterns, skipped, broken }: Found): Side {
  return sideOf(name, [
    ...patterns.map((source): NamedEntry => [source.address ?? idOf(file), { source }]),
    ...skipped.map((one): NamedEntry => [one.address, { skipped: one }]),
    ...broken.map(({ address, problem }): NamedEntry => [address, { broken: problem, wholeFile: false }]),
  ]);
}

/** The id is the path from the folder, without the extension; of a document, with `#address`. */
export function sideOfFolder(name: string, all: AllPatterns, cwd: string): Side {
  const id = (file: string, address?: string): string => {
    const path = idOf(pathIn(name, file, cwd));
    return address === undefined ? path : `${path}#${address}`;
  };
  const placed = all.problems.flatMap((one) => (one.file === undefined ? [] : [{ ...one, file: one.file }]));
  const named: NamedEntry[] = [
    ...all.patterns.map((source): NamedEntry => {
      const isOfPack = source.packed !== undefined && source.file === name && source.address !== undefined;
      return [isOfPack ? source.address : id(source.file, source.address), { source }];
    }),
    ...all.skipped.map((one): NamedEntry => [id(one.file, one.address), { skipped: one }]),
    ...placed.map((one): NamedEntry => [id(one.file), { broken: one, wholeFile: true }]),
  ];
  named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    ...sideOf(name, named),
    problems: all.problems.filter(({ file }) => file === undefined),
    passed: all.passed,
  };
}

type NamedEntry = readonly [id: string, entry: SideEntry];

/** Patterns with the same id are distinguished by their order. */
function sideOf(name: string, named: readonly NamedEntry[]): Side {
  const entries = new Map<string, SideEntry>();
  for (const [id, entry] of named) {
    let key = id;
    for (let i = 2; entries.has(key); i++) key = `${id} (${i})`;
    entries.set(key, entry);
  }
  return { name, entries, problems: [], passed: [] };
}
