/** The contents of a file as data: its patterns, and places of patterns that cannot be read, in source order. */

import type { JsonNode } from '../../index.ts';
import type { Problem } from '../findings/failure.ts';
import type { Partial } from '../patterns/partial.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { PassedKind } from './recognise.ts';

/** A pattern as JSON text, with a way back to its file. */
export interface PatternSource extends LocatedPattern {
  /** A piece of the text as it is written in the file. Absent where the text does not stand in the file as it is: a map of YAML. */
  readonly spell?: ((piece: string) => string | undefined) | undefined;
  /** Of such a map: its node, whose ranges lead into the file. */
  readonly node?: JsonNode | undefined;
  /** As a user would name it: `file`, or `file#address`. */
  readonly name: string;
  /** Of the pattern of a stream document: the stream around it. */
  readonly stream?: StreamSource | undefined;
}

export interface StreamSource {
  /** Its ranges lead into the file. */
  readonly root: JsonNode;
  /** Whether it is one of several documents in its file. */
  readonly several: boolean;
}

/** A pattern that is not known yet, such as one that a tool makes when it is applied. */
export interface Skipped {
  readonly file: string;
  readonly address: string;
  readonly line: number;
  readonly column: number;
  /** Why, in one sentence. */
  readonly message: string;
  /** The pattern around the values that are not known. Absent where nothing is known. */
  readonly partial?: Partial;
}

export interface Broken {
  readonly address: string;
  readonly problem: Problem;
}

/** A file that is not taken for a pattern. */
export interface PassedOver {
  readonly file: string;
  readonly kind: PassedKind;
  /** Why, in one sentence. */
  readonly message: string;
}

export interface Found {
  readonly patterns: readonly PatternSource[];
  readonly skipped: readonly Skipped[];
  readonly broken: readonly Broken[];
  /** When nothing in the file is a pattern, and why. */
  readonly passed?: PassedOver;
  /** When all of the text is taken for a pattern because it is not JSON: where and why it is not. */
  readonly notJson?: Problem;
}
