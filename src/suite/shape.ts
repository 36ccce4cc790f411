/** Checks a suite with its JSON Schema. */
import { type JsonNode, parsePointer, type Range } from '../index.ts';
import { memberNamed } from './members.ts';
import { plainValue } from './plain-value.ts';
import type { SuiteProblem } from './problem.ts';
import { expandedSchema } from './schema.ts';
import { memberName, notOneOf, type SchemaError, schemaProblems, type Words } from './schema-words.ts';
import { suite } from './validator.generated.js';

/** The problems of an expanded suite, in the order of the text. */
export function shapeProblems(root: JsonNode): readonly SuiteProblem[] {
  const problems = schemaProblems(suite, expandedSchema, plainValue(root), suiteWords).map(
    ({ pointer, message, name }): SuiteProblem => ({ range: rangeOf(root, pointer, name), message }),
  );
  // The tests of rows repeat the problems of their test.
  const distinct = new Map(problems.map((one) => [`${one.range.start} ${one.message}`, one]));
  return [...distinct.values()].sort((a, b) => a.range.start - b.range.start);
}

function rangeOf(root: JsonNode, pointer: string, name: string | undefined): Range {
  const parts = parsePointer(pointer) ?? [];
  const node = parts.reduce<JsonNode | undefined>((at, part) => {
    if (at?.kind === 'object') return memberNamed(at, part)?.value;
    return at?.kind === 'array' ? at.items[Number(part)] : undefined;
  }, root);
  const member = node?.kind === 'object' && name !== undefined ? memberNamed(node, name) : undefined;
  return member?.nameRange ?? node?.range ?? root.range;
}

/** The names and messages of suites. */
const suiteWords: Words = { owner, message };

function owner(pointer: string): string | undefined {
  if (pointer === '') return 'a suite';
  return /^\/tests\/[0-9]+$/.test(pointer) ? 'a test' : undefined;
}

function message(error: SchemaError, what: string): string | undefined {
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
