/** Checks plain values with a JSON Schema and says in plain words what is wrong. It knows no schema, and no file. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Range } from '../../index.ts';
import { memberNamed } from '../../suite/members.ts';
import { schemaProblems, type Words } from '../../suite/schema-words.ts';
import type { Problem } from '../findings/failure.ts';
import { nodeAt, problemAt, type SourceDocument } from './document.ts';

/** Where a value is, or its member of a name, with what is wrong there. */
export type Locate = (pointer: string, message: string, name?: string) => Problem;

export class Shape {
  private readonly schema: object;
  private readonly words: Words;
  /** Compiled when something is checked: that takes longer than most checks. */
  private validate: ReturnType<Ajv2020['compile']> | undefined;

  constructor(schema: object, words: Words) {
    this.schema = schema;
    this.words = words;
  }

  /** One problem for each thing that is wrong, in the order of the file. */
  problems(value: unknown, locate: Locate): readonly Problem[] {
    this.validate ??= new Ajv2020({
      allErrors: true,
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      verbose: true,
      // The schemas are ours, and a test holds them against the draft: here it would take longer than all else.
      validateSchema: false,
    }).compile(this.schema);
    if (this.validate(value)) return [];
    // The branches of `oneOf` only repeat what its own error says.
    const errors = (this.validate.errors ?? []).filter(({ schemaPath }) => !schemaPath.startsWith('#/oneOf/'));
    return schemaProblems(errors, this.words)
      .map(({ pointer, message, name }) => locate(pointer, message, name))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
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
