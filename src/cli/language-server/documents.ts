/** The open documents, each with the analysis of its newest text. */

import { isHclName } from '../sources/hcl-name.ts';
import { type Analysis, analyse } from './analysis.ts';
import { eventsOf, type NearbyEvent } from './events.ts';
import type { Workspace } from './workspace.ts';

interface Known {
  readonly text: string;
  readonly analysis: Promise<Analysis>;
  events?: Promise<readonly NearbyEvent[]>;
}

export interface Typing {
  readonly analysis: Analysis;
  /** For a name without a value: the text to write after it. */
  readonly separator?: string;
}

export class Documents {
  readonly workspace: Workspace;
  private readonly known = new Map<string, Known>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  change(path: string, text: string): void {
    this.workspace.unsaved.set(path, text);
    this.known.delete(path);
    if (isSetting(path)) this.forget();
  }

  close(path: string): void {
    this.workspace.unsaved.delete(path);
    this.known.delete(path);
    if (isSetting(path)) this.forget();
  }

  /** Drops all analyses after a change of a file on which they may depend. */
  forget(): void {
    this.workspace.forgetSettings();
    this.known.clear();
  }

  /** The analysis of the newest text; undefined for a document that is not open. */
  async analysis(path: string): Promise<Analysis | undefined> {
    return this.read(path)?.analysis;
  }

  /** The events beside the patterns of a document. */
  async events(path: string): Promise<readonly NearbyEvent[]> {
    const known = this.read(path);
    if (known === undefined) return [];
    known.events ??= known.analysis.then((analysis) => eventsOf(path, analysis, this.workspace));
    return known.events;
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

function isSetting(path: string): boolean {
  return /eb-pattern\.config\.|baseline/i.test(path);
}
