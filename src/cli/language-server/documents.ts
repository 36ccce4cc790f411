/** The open documents, each with the analysis of its newest text. */

import { isSuiteName } from '../fix/suite.ts';
import { isHclName } from '../sources/hcl-name.ts';
import { type Analysed, type Analysis, analyse } from './analysis.ts';
import { isConfigName } from './config-name.ts';
import { eventsOf, type NearbyEvent, type NearbyEvents } from './events.ts';
import type { Workspace } from './workspace.ts';

interface Known {
  readonly text: string;
  readonly analysis: Promise<Analysed>;
  /** Once the analysis has ended. */
  files?: ReadonlySet<string>;
}

interface KnownEvents {
  /** Of `Date.now()`. */
  readonly since: number;
  readonly nearby: Promise<NearbyEvents>;
  files?: ReadonlySet<string>;
}

/** Milliseconds after which the events are read from the disk again: an editor may not report changes of files. */
const EVENTS_FRESH = 2000;

export interface Typing {
  readonly analysis: Analysis;
  /** For a name without a value: the text to write after it. */
  readonly separator?: string;
}

export class Documents {
  readonly workspace: Workspace;
  private readonly known = new Map<string, Known>();
  private readonly nearby = new Map<string, KnownEvents>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  change(path: string, text: string): void {
    this.workspace.unsaved.set(path, text);
    this.changed(path);
  }

  close(path: string): void {
    this.workspace.unsaved.delete(path);
    this.nearby.delete(path);
    this.changed(path);
  }

  /** Drops all analyses after a change of a file on which they may depend. */
  forget(): void {
    this.workspace.forgetSettings();
    this.known.clear();
    this.nearby.clear();
  }

  /** Drops what depends on the text of the file. */
  private changed(path: string): void {
    if (isConfigName(path)) this.forget();
    this.known.delete(path);
    if (isSuiteName(path)) this.nearby.delete(path);
    // Without files the answer is still being made, perhaps of the old text.
    for (const known of [this.known, this.nearby] as Map<string, Known | KnownEvents>[]) {
      for (const [other, { files }] of known) {
        if (other !== path && files?.has(path) !== false) known.delete(other);
      }
    }
  }

  /** The analysis of the newest text; undefined for a document that is not open. */
  async analysis(path: string): Promise<Analysis | undefined> {
    const known = this.read(path);
    if (known === undefined) return undefined;
    const analysis = await known.analysis;
    known.files = analysis.files;
    return analysis;
  }

  /** The events beside the patterns of a document. */
  async events(path: string): Promise<readonly NearbyEvent[]> {
    if (!this.workspace.unsaved.has(path)) return [];
    let known = this.nearby.get(path);
    if (known === undefined || Date.now() - known.since > EVENTS_FRESH) {
      const fresh: KnownEvents = { since: Date.now(), nearby: eventsOf(path, this.workspace) };
      known = fresh;
      this.nearby.set(path, fresh);
      fresh.files = (await fresh.nearby).files;
    }
    return (await known.nearby).events;
  }

  /**
   * The analysis for completion: when the line has only a name, of the text with a value after the offset, since neither YAML nor HCL can
   * be read without one; else of the text itself.
   */
  async whileTyping(path: string, offset: number): Promise<Typing | undefined> {
    const analysis = await this.analysis(path);
    const isYaml = /\.ya?ml$/i.test(path);
    if (analysis === undefined || !(isYaml || isHclName(path))) return analysis && { analysis };
    const { text } = analysis;
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const [, item, name = ''] = /^[ \t]*(- +)?("?[\w.-]*)$/.exec(line) ?? [undefined, '-'];
    // An item of a list may be any value: only the text decides.
    const isNameAlone = /^[ \t]*(?:\r?\n|$)/.test(text.slice(offset)) && (item === undefined || name !== '');
    if (!isNameAlone) return { analysis };
    const separator = isYaml ? ': ' : ' = ';
    const rest = `${name === '' ? '_' : ''}${name.startsWith('"') ? '"' : ''}${separator}[]`;
    const patched = await analyse(path, text.slice(0, offset) + rest + text.slice(offset), this.workspace.copy());
    return patched.patterns.length > 0 ? { analysis: patched, separator } : { analysis };
  }

  private read(path: string): Known | undefined {
    const text = this.workspace.unsaved.get(path);
    if (text === undefined) return undefined;
    let known = this.known.get(path);
    if (known === undefined || known.text !== text) {
      known = { text, analysis: analyse(path, text, this.workspace) };
      this.known.set(path, known);
    }
    return known;
  }
}
