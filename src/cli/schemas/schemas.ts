/** The JSON Schemas for editors, by the kinds of documents. */
import type { Command } from 'commander';
import { streamSchema } from '../../client/index.ts';
import { type DialectName, dialects, type JsonSchema } from '../../index.ts';
import { choicesOf } from '../config/choices.ts';
import { configSchema } from '../config/schema.ts';
import { annotated } from './annotate.ts';
import { editorPatternSchema } from './pattern.ts';
import { editorSuiteSchema } from './suite.ts';

/** Of patterns; without a dialect of the default one. @throws TypeError for a dialect that does not exist */
export function patternForEditors(dialect = dialects[0]?.name as DialectName, extensions: readonly string[] = []) {
  const schema = editorPatternSchema(dialect, extensions);
  // Another schema than the one of this name.
  return extensions.length > 0 ? schema : identified(`pattern:${dialect}`, schema);
}

export function suiteForEditors(): JsonSchema {
  return identified('suite', editorSuiteSchema());
}

/** `program` has the choices of the flags, which are those of the members. */
export function configForEditors(program: Command): JsonSchema {
  return identified('config', annotated(configSchema(choicesOf(() => program)) as JsonSchema));
}

export function streamForEditors(): JsonSchema {
  return identified('stream', annotated(streamSchema()));
}

/** The version changes with the meaning of a document, not with the words of its schema. */
export function identified(name: string, { $schema, ...schema }: JsonSchema): JsonSchema {
  return { $schema, $id: `urn:eb-pattern:schema:${name}:1`, ...schema };
}
