/** The readers in the second script: forms of patterns and events other than JSON text. */
import type { Shared } from './fragment.ts';

/** The documents of a YAML text as JSON texts, or why they have no such form. */
export type YamlTexts = { readonly texts: readonly string[] } | { readonly problem: string };

export type ReadYaml = (text: string) => YamlTexts;

/** Reads a file by the name that a document has for it. */
export type ReadFile = (name: string) => string | undefined;

/** A suite as states of the page, one for each of its patterns, which `address` names; or why it cannot be shown. */
export type SuiteStates =
  | { readonly states: readonly { readonly address: string; readonly shared: Shared }[] }
  | { readonly problem: string };

export interface FoundPattern {
  /** A pointer into the document, with the number of the document where there are several; empty for the text itself. */
  readonly address: string;
  readonly text: string;
  /** For a suite: the state with its events. */
  readonly shared?: Shared;
}

export interface FoundPatterns {
  /** At least one. */
  readonly patterns: readonly FoundPattern[];
  /** Why a text that looks like YAML has no equivalent in JSON. */
  readonly problem?: string;
}

export interface Readers {
  readonly yaml: ReadYaml;
  /** Undefined for a text that is no suite. */
  readonly suite: (text: string, file: ReadFile) => SuiteStates | undefined;
  readonly patterns: (text: string, isPattern: (text: string) => boolean) => FoundPatterns;
}
