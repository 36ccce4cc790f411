/** Reads a file, YAML or JSON, as JSON nodes with ranges in the file. */
import { type JsonNode, parsePointer, type Range } from '../../index.ts';
import { lineColumn, memberOf, readJson } from '../../json.ts';
import { memberNamed } from '../../suite/members.ts';
import type { NamedText } from '../files/source.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { blankComments } from './json-comments.ts';
import { readYaml } from './yaml.ts';

export { plainValue } from '../../suite/plain-value.ts';

export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  readonly root: JsonNode;
}

/** `what`: its name in messages, for instance a suite. @throws Failure for text that is neither */
export function readDocument({ name, text }: NamedText, what: string): SourceDocument {
  const isCommented = /\.jsonc$/i.test(name);
  if (!isCommented && !name.endsWith('.json')) {
    return { file: name, text, root: readYaml({ name, text }, { what: `the ${what}` }) };
  }
  const { node, problem } = readJson(isCommented ? blankComments(text) : text);
  if (problem !== undefined) {
    const place = lineColumn(text, problem.offset);
    throw new Failure({ file: name, ...place, message: `the ${what} is not JSON: ${problem.message}` });
  }
  return { file: name, text, root: node };
}

/** A problem with its place in the file. */
export function problemAt(
  { file, text }: Pick<SourceDocument, 'file' | 'text'>,
  { start }: Range,
  message: string,
): Problem {
  return { file, ...lineFinder(text)(start), message };
}

/** The node at a pointer; for a member, `nameRange` is the place of its name. */
export function nodeAt(
  root: JsonNode,
  pointer: string,
): { readonly node: JsonNode; readonly nameRange?: Range } | undefined {
  let found: { readonly node: JsonNode; readonly nameRange?: Range } = { node: root };
  for (const part of parsePointer(pointer) ?? []) {
    const { node } = found;
    const member = node.kind === 'object' ? memberNamed(node, part) : undefined;
    const next = node.kind === 'array' ? node.items[Number(part)] : member?.value;
    if (next === undefined) return undefined;
    found = { node: next, ...(member === undefined ? {} : { nameRange: member.nameRange }) };
  }
  return found;
}

/** The node at a path of member names. */
export function memberAt(root: JsonNode, path: readonly string[]): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const name of path) node = node?.kind === 'object' ? memberOf(node, name) : undefined;
  return node;
}
