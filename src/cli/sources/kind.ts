/** The contract of a kind of document: how it is recognised, and how its patterns are found. */
import type { JsonObjectNode } from '../../index.ts';
import type { Collector } from './collector.ts';
import type { Layer } from './layer.ts';

export interface Kind {
  /** With its article, for messages. */
  readonly name: string;
  /** The parts of such a document that contain patterns. */
  readonly holders: readonly string[];
  /** The advice for a document of this kind that is never read. */
  readonly hint?: string;
  /** Tests for names at the top that no pattern has. */
  is(root: JsonObjectNode): boolean;
  read(root: JsonObjectNode, layer: Layer, collector: Collector): void;
}
