/** The baseline during a run: known findings, entries without a finding, and the contents of a new one. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Omitted } from '../../index.ts';
import type { FileFinding, Findings } from '../findings/failure.ts';
import { type BaselineEntry, type FindingPlace, keyOf, namer } from './baseline.ts';

interface Seen {
  readonly place: FindingPlace;
  /** Offsets, each with its number: several suites may check one pattern, whose findings count once. */
  readonly order: Map<number, number>;
  count: number;
}

const NOTHING: Omitted = { errors: 0, warnings: 0, infos: 0 };

export class Known {
  /** The name of the file. */
  readonly name: string;
  private readonly folder: string;
  private readonly fileOf: (file: string) => string;
  /** Absent while a baseline is written: then all findings are known. */
  private readonly entries: ReadonlyMap<string, BaselineEntry> | undefined;
  private readonly seen = new Map<string, Seen>();
  private readonly patterns = new Set<string>();
  private readonly files = new Set<string>();

  constructor(name: string, cwd: string, entries?: readonly BaselineEntry[]) {
    this.name = name;
    this.folder = dirname(resolve(cwd, name));
    this.fileOf = namer(name, cwd);
    this.entries = entries && new Map(entries.map((entry) => [keyOf(entry), entry]));
  }

  /** Called once for each pattern, before its findings. */
  look({ file, address }: Findings): void {
    const named = this.fileOf(file);
    this.files.add(named);
    this.patterns.add(keyOf({ file: named, ...(address === undefined ? {} : { address }) }));
  }

  knows(findings: Findings, { code, pointer, focus, range }: FileFinding): boolean {
    const { key, seen } = this.at({ ...this.placeOf(findings), pointer, code });
    const start = (focus ?? range)?.start ?? 0;
    let number = seen.order.get(start);
    if (number === undefined) {
      number = seen.count++;
      seen.order.set(start, number);
    }
    return number < this.most(key);
  }

  /** Findings that are not listed have no code, so their number decides: all of them are known, or none. */
  withoutKnown(findings: Findings): Omitted {
    const { errors, warnings, infos } = findings.omitted;
    const count = errors + warnings + infos;
    if (count === 0) return findings.omitted;
    const { key, seen } = this.at(this.placeOf(findings));
    seen.count = Math.max(seen.count, count);
    return count <= this.most(key) ? NOTHING : findings.omitted;
  }

  /** Sorted as in the baseline. `incomplete`: files, named as in findings, that were not checked completely. */
  gone(incomplete: ReadonlySet<string>): readonly BaselineEntry[] {
    const partly = new Set([...incomplete].map(this.fileOf));
    const gone: BaselineEntry[] = [];
    for (const [key, entry] of this.entries ?? []) {
      if (!this.lookedFor(entry, partly)) continue;
      const count = entry.count - (this.seen.get(key)?.count ?? 0);
      if (count > 0) gone.push({ ...entry, count });
    }
    return gone;
  }

  /** All findings of the run. */
  all(): readonly BaselineEntry[] {
    return [...this.seen.values()].map(({ place, count }) => ({ ...place, count }));
  }

  private lookedFor({ file, address }: BaselineEntry, partly: ReadonlySet<string>): boolean {
    if (this.patterns.has(keyOf({ file, ...(address === undefined ? {} : { address }) }))) return true;
    if (this.files.has(file)) return !partly.has(file);
    return !partly.has(file) && !existsSync(resolve(this.folder, file));
  }

  private placeOf({ file, address }: Findings): FindingPlace {
    return { file: this.fileOf(file), ...(address === undefined ? {} : { address }) };
  }

  private at(place: FindingPlace): { readonly key: string; readonly seen: Seen } {
    const key = keyOf(place);
    let seen = this.seen.get(key);
    if (seen === undefined) {
      seen = { place, order: new Map(), count: 0 };
      this.seen.set(key, seen);
    }
    return { key, seen };
  }

  private most(key: string): number {
    return this.entries === undefined ? Number.POSITIVE_INFINITY : (this.entries.get(key)?.count ?? 0);
  }
}
