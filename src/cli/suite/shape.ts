/** Checks the shape of a suite with its JSON Schema and says in plain words what is wrong. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { Failure } from '../failure.ts';
import { plainValue, type SourceDocument } from '../read/document.ts';
import { inDocument, memberName, notOneOf, Shape } from '../read/shape.ts';
import { suiteSchema } from './schema.ts';

const shape = new Shape(suiteSchema, { owner, message });

/** @throws Failure with one problem for each thing that is wrong */
export function checkShape(document: SourceDocument): void {
  const problems = shape.problems(plainValue(document.root), inDocument(document));
  if (problems.length > 0) throw new Failure(...problems);
}

function owner(pointer: string): string | undefined {
  if (pointer === '') return 'a suite';
  return /^\/tests\/[0-9]+$/.test(pointer) ? 'a test' : undefined;
}

function message(error: ErrorObject, what: string): string | undefined {
  const { keyword, params, instancePath } = error;
  const member = memberName(instancePath);
  switch (keyword) {
    case 'required':
      return params.missingProperty === 'match'
        ? `${what} says \`match: true\` or \`match: false\`, and this one says neither`
        : undefined;
    case 'enum':
      return member === 'invalid' ? notOneOf(`${what} is a code of a finding`, error) : undefined;
    case 'minItems':
      return member === 'tests' || member === 'invalid' ? `the suite tests nothing: \`${member}\` is empty` : undefined;
    case 'pattern':
      return `${what} is a JSON pointer, which begins with \`/\``;
    case 'oneOf':
      return (params as { passingSchemas: unknown }).passingSchemas === null
        ? 'the suite tests nothing: it has neither `tests` nor `invalid`'
        : 'a suite has `tests` or `invalid`, not both';
    default:
      return undefined;
  }
}
