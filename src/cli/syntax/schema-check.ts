/** Validates a document by a compiled JSON Schema, with the place of each problem in the file. */
import type { Range } from '../../index.ts';
import { memberNamed } from '../../suite/members.ts';
import { type Schema, type SchemaError, schemaProblems, type Validator, type Words } from '../../suite/schema-words.ts';
import type { Problem } from '../findings/failure.ts';
import { nodeAt, plainValue, problemAt, type SourceDocument } from './document.ts';

export type { Schema, SchemaError, Validator };

/** Makes a problem with the place of a value, or of its member of a name. */
export type Locate = (pointer: string, message: string, name?: string) => Problem;

export interface DocumentSchema {
  readonly schema: Schema;
  /** Compiled from `schema` by scripts/validators.ts. */
  readonly validate: Validator;
  readonly words: Words;
}

/** One problem for each error, in the order of the file. */
export function shapeProblems(
  { schema, validate, words }: DocumentSchema,
  root: SourceDocument['root'],
  locate: Locate,
): readonly Problem[] {
  return schemaProblems(validate, schema, plainValue(root), words)
    .map(({ pointer, message, name }) => locate(pointer, message, name))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** Places in a file. */
export function inDocument(document: SourceDocument): Locate {
  return (pointer, message, name) => {
    const node = nodeAt(document.root, pointer)?.node;
    const member = node?.kind === 'object' && name !== undefined ? memberNamed(node, name) : undefined;
    const range: Range = member?.nameRange ?? node?.range ?? { start: 0, end: 0 };
    return problemAt(document, range, message);
  };
}
