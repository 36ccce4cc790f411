/** The contents of a file as data: its patterns, and places that cannot be read, in source order. */

import type { JsonNode } from '../../index.ts';
import type { Problem } from '../findings/failure.ts';
import type { Partial } from '../patterns/partial.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { PassedOver } from './answer.ts';

/** A pattern as JSON text, with a map back to its file. */
export interface PatternSource extends LocatedPattern {
  /** A piece of the text in the spelling of the file. Absent for a map of YAML, whose text is not in the file. */
  readonly spell?: ((piece: string) => string | undefined) | undefined;
  /** For a map of YAML: its node, whose ranges lead into the file. */
  readonly node?: JsonNode | undefined;
  /** As the user names it: `file`, or `file#address`. */
  readonly name: string;
  /** For the pattern of a stream document: the stream around it. */
  readonly stream?: StreamSource | undefined;
}

export interface StreamSource {
  /** Its ranges lead into the file. */
  readonly root: JsonNode;
  /** Whether it is one of several documents in its file. */
  readonly several: boolean;
}

/** A pattern that is computed later, for instance when a tool applies a plan. */
export interface Skipped {
  readonly file: string;
  readonly address: string;
  readonly line: number;
  readonly column: number;
  /** The reason, in one sentence. */
  readonly message: string;
  /** The pattern around the unknown values. Absent when nothing is known. */
  readonly partial?: Partial;
}

export interface Broken {
  readonly address: string;
  readonly problem: Problem;
}

export interface Found {
  readonly patterns: readonly PatternSource[];
  readonly skipped: readonly Skipped[];
  readonly broken: readonly Broken[];
  /** Present when no part of the file is a pattern, with the reason. */
  readonly passed?: PassedOver;
  /** Present when the whole text counts as a pattern because it is not JSON: where and why it is not. */
  readonly notJson?: Problem;
}
