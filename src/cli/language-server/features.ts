/** The answers of the server on the open documents, as plain data with offsets, which a thread can send. */
import { basename } from 'node:path';
import { suiteOf } from '../../editor/index.ts';
import { type DialectName, nearMisses, type Pattern, type Range, sample } from '../../index.ts';
import { DEFAULT_DIALECT, patternOptions } from '../patterns/pattern.ts';
import { type Action, actionsIn, fixAll } from './actions.ts';
import type { AnalysedPattern, Analysis, Note } from './analysis.ts';
import { completionsAt, type FileCompletion } from './completion.ts';
import { Documents } from './documents.ts';
import { countText, matching, type NearbyEvent } from './events.ts';
import { formatted } from './format.ts';
import { type Hover, hoverAt } from './hover.ts';
import { type Hint, hintsOf, type Lens, lensesOf } from './lenses.ts';
import { type Outline, outlineOf } from './symbols.ts';
import type { Workspace } from './workspace.ts';

/** A pattern with its events, for the playground. */
export interface Shown {
  readonly pattern: string;
  readonly dialect: DialectName;
  readonly extensions: readonly string[];
  readonly events: readonly Pick<NearbyEvent, 'name' | 'text'>[];
  /** The events that match, as several lines of text. */
  readonly summary: string;
}

/** Paths are absolute. Each answer is for the newest text; undefined or empty for a document that is not open. */
export interface Features {
  change(path: string, text: string): void;
  close(path: string): void;
  /** Drops cached data after a change of a file on which it may depend. */
  forget(): void;
  notes(path: string): Promise<readonly Note[]>;
  hover(path: string, offset: number): Promise<Hover | undefined>;
  completions(path: string, offset: number): Promise<readonly FileCompletion[]>;
  actions(path: string, range: Range): Promise<readonly Action[]>;
  fixAll(path: string): Promise<Action | undefined>;
  /** `within`: only those of patterns that touch the range. */
  lenses(path: string, within?: Range): Promise<readonly Lens[]>;
  outline(path: string): Promise<readonly Outline[]>;
  /** The whole formatted text. */
  formatted(path: string, indent: string): Promise<string | undefined>;
  hints(path: string): Promise<readonly Hint[]>;
  /** `index`: the index of the pattern in the document. Undefined for an invalid one. */
  shown(path: string, index: number): Promise<Shown | undefined>;
  /** A suite for a pattern; undefined for an invalid one, and when there are no events. */
  suite(path: string, index: number): Promise<string | undefined>;
}

/** The arguments of a method after the path. */
export type Rest<M extends keyof Features> = Parameters<Features[M]> extends [string, ...infer R] ? R : never;

export type AnswerOf<M extends keyof Features> = Awaited<ReturnType<Features[M]>>;

export class LocalFeatures implements Features {
  private readonly documents: Documents;

  constructor(workspace: Workspace) {
    this.documents = new Documents(workspace);
  }

  change(path: string, text: string): void {
    this.documents.change(path, text);
  }

  close(path: string): void {
    this.documents.close(path);
  }

  forget(): void {
    this.documents.forget();
  }

  async notes(path: string): Promise<readonly Note[]> {
    return (await this.documents.analysis(path))?.notes ?? [];
  }

  async hover(path: string, offset: number): Promise<Hover | undefined> {
    return this.withEvents(path, (analysis, events) => hoverAt(offset, analysis, events));
  }

  async completions(path: string, offset: number): Promise<readonly FileCompletion[]> {
    const typing = await this.documents.whileTyping(path, offset);
    return typing === undefined ? [] : completionsAt(offset, typing, await this.documents.events(path));
  }

  async actions(path: string, range: Range): Promise<readonly Action[]> {
    const analysis = await this.documents.analysis(path);
    return analysis === undefined ? [] : actionsIn(range, analysis);
  }

  async fixAll(path: string): Promise<Action | undefined> {
    const analysis = await this.documents.analysis(path);
    return analysis && fixAll(analysis);
  }

  async lenses(path: string, within?: Range): Promise<readonly Lens[]> {
    const lenses = await this.withEvents(path, (analysis, events) => {
      const outline = outlineOf(analysis);
      return lensesOf(analysis, events).filter(({ index }) => {
        const range = outline[index]?.range;
        return within === undefined || range === undefined || (range.start <= within.end && within.start <= range.end);
      });
    });
    return lenses ?? [];
  }

  async outline(path: string): Promise<readonly Outline[]> {
    const analysis = await this.documents.analysis(path);
    return analysis === undefined ? [] : outlineOf(analysis);
  }

  async formatted(path: string, indent: string): Promise<string | undefined> {
    const analysis = await this.documents.analysis(path);
    return analysis && formatted(analysis, indent);
  }

  async hints(path: string): Promise<readonly Hint[]> {
    return (await this.withEvents(path, hintsOf)) ?? [];
  }

  async shown(path: string, index: number): Promise<Shown | undefined> {
    const analysed = await this.valid(path, index);
    if (analysed === undefined) return undefined;
    const { source, dialect = DEFAULT_DIALECT, extension = [], pattern } = analysed;
    const events = await this.documents.events(path);
    return {
      pattern: source.text,
      dialect,
      extensions: extension,
      events: events.map(({ name, text }) => ({ name, text })),
      summary: summaryOf(pattern, events),
    };
  }

  async suite(path: string, index: number): Promise<string | undefined> {
    const analysed = await this.valid(path, index);
    if (analysed === undefined) return undefined;
    const events = await this.documents.events(path);
    const some = events.length > 0 ? events.map(({ text }) => text) : examplesOf(analysed.pattern);
    if (some.length === 0) return undefined;
    const tests = some.map((event) => ({ event }));
    return suiteOf(analysed.source.text, tests, patternOptions(analysed));
  }

  private async withEvents<T>(
    path: string,
    answer: (analysis: Analysis, events: readonly NearbyEvent[]) => T,
  ): Promise<T | undefined> {
    const analysis = await this.documents.analysis(path);
    return analysis && answer(analysis, await this.documents.events(path));
  }

  private async valid(
    path: string,
    index: number,
  ): Promise<(AnalysedPattern & { readonly pattern: Pattern }) | undefined> {
    const analysed = (await this.documents.analysis(path))?.patterns[index];
    const { pattern } = analysed ?? {};
    return analysed === undefined || pattern === undefined ? undefined : { ...analysed, pattern };
  }
}

const MAX_NAMES = 10;

function summaryOf(pattern: Pattern, events: readonly NearbyEvent[]): string {
  const matched = new Set(matching(pattern, events));
  const list = (is: boolean): string => {
    const names = events.filter((event) => matched.has(event) === is).map(({ name }) => basename(name));
    const more = names.length > MAX_NAMES ? `, and ${names.length - MAX_NAMES} more` : '';
    return names.slice(0, MAX_NAMES).join(', ') + more;
  };
  const lines = [countText(matched.size, events.length)];
  if (matched.size > 0) lines.push(`they match: ${list(true)}`);
  if (matched.size < events.length) lines.push(`they do not match: ${list(false)}`);
  return lines.join('\n');
}

/** An event that matches, and one that nearly matches. */
function examplesOf(pattern: Pattern): readonly string[] {
  return [...sample(pattern, 1), ...nearMisses(pattern, 1)].map((one) => (typeof one === 'string' ? one : one.event));
}
