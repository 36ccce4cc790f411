/**
 * Checks a pattern in which values stand that are not known yet: each stands for any value at its place. What is found whatever the
 * values are is said, and nothing else.
 */
import type { Diagnostic, JsonNode, PatternOptions } from '../../index.ts';
import type { Findings } from '../failure.ts';
import { findingCatalogue } from '../findings.ts';
import { type LocatedPattern, readPattern } from './pattern.ts';
import { printed } from './printed.ts';

export interface Partial {
  readonly file: string;
  readonly address: string;
  readonly name: string;
  readonly within: string;
  readonly shown?: string;
  readonly root: JsonNode;
  /** Nothing of it is shown: neither names nor values. */
  readonly secret: boolean;
  isUnknown(node: JsonNode): boolean;
  /** From an offset of the root's text to one of the file. */
  place(offset: number): number;
}

/** Values of all kinds, operators of comparisons among them: one behind the other they make a whole condition of `numeric`. */
const VALUES = [
  '"unknown-1"',
  '">"',
  '5',
  '"<"',
  '10',
  '"10.0.0.0/8"',
  'true',
  'null',
  '["unknown-2"]',
  '{"unknown":["x"]}',
];

/** How far apart the values of two unknowns are that stand one behind the other. */
const STEPS = [0, 1, 2];

/** A larger pattern is not checked so many times; the service refuses it anyway. */
const MAX_TEXT = 64 * 1024;

/** The findings that do not depend on the values; those about YAML are not among them. Undefined for a pattern that is too large. */
export function readPartial(partial: Partial, options: PatternOptions): Findings | undefined {
  if (partial.secret) return concealed(readPattern(substituted(partial, 0, 0), options).findings);
  let kept: Findings | undefined;
  for (const step of STEPS) {
    for (let first = 0; first < VALUES.length; first++) {
      const text = substituted(partial, first, step);
      if (text.text.length > MAX_TEXT) return undefined;
      const { findings } = readPattern(text, options);
      if (kept === undefined) kept = findings;
      else {
        const found = new Set(findings.diagnostics.map(keyOf));
        kept = { ...kept, diagnostics: kept.diagnostics.filter((one) => found.has(keyOf(one))) };
      }
    }
  }
  const withoutValues = kept?.diagnostics.map((one) => (one.hint?.includes('unknown-') ? withoutHint(one) : one));
  return kept && { ...kept, diagnostics: withoutValues ?? [], omitted: { errors: 0, warnings: 0, infos: 0 } };
}

/** What the code means, at its place, without any word of the pattern. */
function concealed(findings: Findings): Findings {
  const diagnostics = findings.diagnostics.map(
    ({ code, severity, range, focus }): Diagnostic => ({
      code,
      severity,
      pointer: '',
      ...(range === undefined ? {} : { range }),
      ...(focus === undefined ? {} : { focus }),
      message: `${findingCatalogue[code]?.summary} (the pattern is sensitive, and not shown)`,
      params: {},
    }),
  );
  return { ...findings, diagnostics };
}

function keyOf({ code, pointer, message }: Diagnostic): string {
  return JSON.stringify([code, pointer, message]);
}

function withoutHint({ hint: _, ...rest }: Diagnostic): Diagnostic {
  return rest;
}

function substituted(partial: Partial, first: number, step: number): LocatedPattern {
  let at = 0;
  const visit = (node: JsonNode): JsonNode => {
    if (partial.isUnknown(node)) return valueAt(first + step * at++, node);
    if (node.kind === 'array') return { ...node, items: node.items.map(visit) };
    if (node.kind !== 'object') return node;
    return { ...node, members: node.members.map((member) => ({ ...member, value: visit(member.value) })) };
  };
  const { file, address, within, shown } = partial;
  const { text, place } = printed(visit(partial.root));
  const located = { file, address, within, text, place: (offset: number) => partial.place(place(offset)) };
  return shown === undefined ? located : { ...located, shown };
}

/** With the range of what it stands for. */
function valueAt(index: number, { range }: JsonNode): JsonNode {
  const value: unknown = JSON.parse(VALUES[index % VALUES.length] as string);
  return nodeOf(value, range);
}

function nodeOf(value: unknown, range: JsonNode['range']): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value, range };
  if (typeof value === 'number') return { kind: 'number', value, text: String(value), range };
  if (typeof value === 'boolean') return { kind: 'boolean', value, range };
  if (value === null) return { kind: 'null', range };
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item) => nodeOf(item, range)), range };
  const members = Object.entries(value as object).map(([name, item]) => ({
    name,
    nameRange: range,
    value: nodeOf(item, range),
  }));
  return { kind: 'object', members, range };
}
