/** Checks the shape of a suite with its JSON Schema and says in plain words what is wrong. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { Failure } from '../failure.ts';
import { plainValue, type SourceDocument } from '../read/document.ts';
import { inDocument, memberName, notOneOf, Shape } from '../read/shape.ts';
import { expandedSchema } from './schema.ts';

const shape = new Shape(expandedSchema, { owner, message });

/** @throws Failure with one problem for each thing that is wrong */
export function checkShape(document: SourceDocument): void {
  const problems = shape.problems(plainValue(document.root), inDocument(document));
  if (problems.length === 0) return;
  // What is wrong with a test is wrong in each of its rows.
  throw new Failure([...new Map(problems.map((p) => [`${p.line}:${p.column}:${p.message}`, p])).values()]);
}

function owner(pointer: string): string | undefined {
  if (pointer === '') return 'a suite';
  return /^\/tests\/[0-9]+$/.test(pointer) ? 'a test' : undefined;
}

function message(error: ErrorObject, what: string): string | undefined {
  const { keyword, instancePath } = error;
  const member = memberName(instancePath);
  switch (keyword) {
    case 'type':
      return member === 'skip'
        ? '`skip` says why: a text, such as `skip: waits for the new form of events`'
        : undefined;
    case 'enum':
      return member === 'invalid' ? notOneOf(`${what} is a code of a finding`, error) : undefined;
    case 'minItems':
      return member === 'tests' || member === 'invalid' ? `the suite tests nothing: \`${member}\` is empty` : undefined;
    case 'pattern':
      return `${what} is a JSON pointer, which begins with \`/\``;
    case 'minProperties':
      return member === 'routes' ? '`routes` says `includes` or `excludes`, or is a list' : `${what} is empty`;
    default:
      return undefined;
  }
}
