/** Reads a pattern that may be broken, as while it is being typed: all problems at once, and the fields that are complete already. */
import { assertExtensions, assertOptions, takes } from './arguments.ts';
import { type Diagnostic, Diagnostics, type Report } from './diagnostic.ts';
import { type Dialect, resolveDialect } from './dialect.ts';
import { makers } from './fix/index.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from './json/node.ts';
import { type PartialNode, type PartialObject, readPartialJson } from './json/partial.ts';
import { type ParseResult, type PatternOptions, parseText, reportProblem } from './parse.ts';
import type { Field } from './pattern.ts';
import { PatternReader } from './reader.ts';

export interface PartialPattern extends ParseResult {
  /** In source order: those of a valid pattern; else those whose names and conditions are all there, without the conditions that are refused. */
  readonly fields: readonly Field[];
  /** What could be read of the text. */
  readonly node: PartialNode;
}

/**
 * As `parsePattern`, and goes on after an error of JSON: every such error is a finding, and what is complete is read and checked. Never throws for a bad
 * pattern. Linear in the text. Fixes are there as `parsePattern` gives them: in text that is not JSON, only for that.
 * @throws TypeError for a dialect that does not exist
 */
export function parsePartial(text: string, options: PatternOptions = {}): PartialPattern {
  takes(typeof text === 'string', 'parsePartial', 'the text of a pattern', text);
  assertOptions(options);
  assertExtensions(options.extensions);
  const dialect = resolveDialect(options.dialect);
  const { result: strict, node: whole, fields: read } = parseText(text, options);
  if (whole !== undefined)
    return { ...strict, fields: strict.pattern?.fields ?? read.map(({ field }) => field), node: whole };
  const { node, problems, omitted } = readPartialJson(text);
  const diagnostics = new Diagnostics();
  for (const problem of problems) reportProblem(problem, text, diagnostics.report);
  const fields = fieldsOf(node, dialect, options, diagnostics.report);
  const listed = diagnostics.list({ make: makers });
  return {
    // Only the strict reader's finding has fixes: they mend the whole text.
    diagnostics: listed.diagnostics.map((one) => strict.diagnostics.find((first) => isSame(first, one)) ?? one),
    omitted: { ...listed.omitted, errors: listed.omitted.errors + omitted },
    fields,
    node,
  };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.range?.start === b.range?.start;
}

function fieldsOf(root: PartialNode, dialect: Dialect, options: PatternOptions, report: Report): readonly Field[] {
  const node = root.kind === 'object' ? completeFields(root) : undefined;
  if (node === undefined) return [];
  const reader = new PatternReader(dialect, options.extensions ?? [], report, true);
  return reader.read({ node, pointer: '' }).map(({ field }) => field);
}

/** The object with those of its members that are complete, if there are any. */
function completeFields(node: PartialObject): JsonObjectNode | undefined {
  const members = node.members.flatMap(({ name, nameRange, value }): JsonMember[] => {
    const complete = value.kind === 'object' ? completeFields(value) : completeNode(value);
    return complete === undefined ? [] : [{ name, nameRange, value: complete }];
  });
  const wasEmpty = node.members.length === 0 && node.open === undefined;
  return members.length > 0 || wasEmpty ? { kind: 'object', members, range: node.range } : undefined;
}

/** The node when nothing is missing in it. */
function completeNode(node: PartialNode): JsonNode | undefined {
  return isComplete(node) ? node : undefined;
}

function isComplete(node: PartialNode): node is JsonNode {
  switch (node.kind) {
    case 'hole':
      return false;
    case 'array':
      return node.open === undefined && node.items.every(isComplete);
    case 'object':
      return node.open === undefined && node.members.every(({ value }) => isComplete(value));
    case 'string':
      return node.open === undefined;
    default:
      return true;
  }
}
