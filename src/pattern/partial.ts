/** Reads a pattern that may be incomplete, for editors: all problems at once, and the complete fields. */
import { assertExtensions, assertOptions, takes } from './arguments.ts';
import { type Diagnostic, Diagnostics, type ReportFinding } from './diagnostic.ts';
import { type Dialect, resolveDialect } from './dialect.ts';
import { makers } from './fix/index.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from './json/node.ts';
import { type PartialNode, type PartialObject, readPartialJson } from './json/partial.ts';
import { isComplete } from './json/partial-node.ts';
import { type ParseResult, type PatternOptions, parseText, readFields, reportProblem } from './parse.ts';
import type { Field } from './pattern.ts';

/** The result of `parsePartial`. */
export interface PartialPattern extends ParseResult {
  /** In source order: all fields of a valid pattern, otherwise the complete ones, without refused conditions. */
  readonly fields: readonly Field[];
  /** The tree of the text. */
  readonly node: PartialNode;
}

/**
 * `parsePattern` that continues after JSON errors: each is a finding, and complete parts are read and checked. Never throws for an invalid
 * pattern. Linear in the text. Fixes are those of `parsePattern`; text that is not JSON has fixes only for that.
 * @throws TypeError for an unknown dialect
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
    // Only the finding of the strict reader has fixes, which repair the whole text.
    diagnostics: listed.diagnostics.map((one) => strict.diagnostics.find((first) => isSame(first, one)) ?? one),
    omitted: { ...listed.omitted, errors: listed.omitted.errors + omitted },
    fields,
    node,
  };
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.range?.start === b.range?.start;
}

function fieldsOf(
  root: PartialNode,
  dialect: Dialect,
  options: PatternOptions,
  report: ReportFinding,
): readonly Field[] {
  const node = root.kind === 'object' ? completeFields(root) : undefined;
  if (node === undefined) return [];
  const language = { dialect, extensions: options.extensions ?? [] };
  return readFields({ node, pointer: '' }, language, report, true).map(({ field }) => field);
}

/** The object with its complete members only; undefined if there are none. */
function completeFields(node: PartialObject): JsonObjectNode | undefined {
  const members = node.members.flatMap(({ name, nameRange, value }): JsonMember[] => {
    const complete = value.kind === 'object' ? completeFields(value) : completeNode(value);
    return complete === undefined ? [] : [{ name, nameRange, value: complete }];
  });
  const wasEmpty = node.members.length === 0 && node.open === undefined;
  return members.length > 0 || wasEmpty ? { kind: 'object', members, range: node.range } : undefined;
}

/** The node if nothing in it is missing. */
function completeNode(node: PartialNode): JsonNode | undefined {
  return isComplete(node) ? node : undefined;
}
