/**
 * Checks a pattern with unknown or secret values. An unknown value represents any value in its place: only findings that hold for all
 * values are reported. The text of a secret pattern is not shown.
 */
import { type DialectName, type JsonNode, type PatternOptions, pointerTo } from '../../index.ts';
import { findingCatalogue } from '../findings/catalogue.ts';
import type { FileFinding, Findings } from '../findings/failure.ts';
import { printed } from '../syntax/printed.ts';
import { type LocatedPattern, readPattern } from './pattern.ts';

interface NamedPartial {
  readonly file: string;
  readonly address: string;
  readonly name: string;
  readonly within: string;
  readonly shown?: string;
  /** Its language, where its source decides that. */
  readonly dialect?: DialectName | undefined;
  /** Maps an offset of the text, or of the root's text, to one of the file. */
  place(offset: number): number;
}

/** A known pattern of which neither names nor values may be shown. */
export interface SecretPattern extends NamedPartial {
  readonly text: string;
}

/** A pattern with unknown values. */
export interface PartialPattern extends NamedPartial {
  readonly root: JsonNode;
  isUnknown(node: JsonNode): boolean;
}

export type Partial = SecretPattern | PartialPattern;

/** How far a pattern was checked: `partly` when some values are unknown, `not` when all of it is. */
export type HowFar = 'whole' | 'partly' | 'not';

export interface CheckedPartial {
  readonly checked: HowFar;
  /** The unknown values, as JSON pointers into the pattern; the empty one is all of it. Findings that depend on them were not decided. */
  readonly undecided: readonly string[];
  /** Absent when nothing was checked. */
  readonly findings?: Findings;
}

/** `partial` is undefined when nothing of the pattern is known. */
export function checkPartial(partial: Partial | undefined, options: PatternOptions): CheckedPartial {
  if (partial === undefined) return NOT_CHECKED;
  if (!('root' in partial)) {
    return { checked: 'whole', undecided: [], findings: concealed(readPattern(partial, options).findings) };
  }
  const findings = readPartial(partial, options);
  return findings === undefined
    ? NOT_CHECKED
    : { checked: 'partly', undecided: unknownIn(partial.root, partial.isUnknown), findings };
}

const NOT_CHECKED: CheckedPartial = { checked: 'not', undecided: [''] };

function unknownIn(
  node: JsonNode,
  isUnknown: (node: JsonNode) => boolean,
  path: readonly (string | number)[] = [],
): readonly string[] {
  if (isUnknown(node)) return [pointerTo(path)];
  if (node.kind === 'array') return node.items.flatMap((item, i) => unknownIn(item, isUnknown, [...path, i]));
  if (node.kind !== 'object') return [];
  return node.members.flatMap(({ name, value }) => unknownIn(value, isUnknown, [...path, name]));
}

/** Values of all kinds, including comparison operators: in sequence they form a whole condition of `numeric`. */
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

/** The distances between the values of two neighbouring unknowns. */
const STEPS = [0, 1, 2];

/** A larger pattern, which the service refuses, is not checked repeatedly. */
const MAX_TEXT = 64 * 1024;

/** The findings that do not depend on the values, except those on YAML. Undefined for a pattern that is too large. */
function readPartial(partial: PartialPattern, options: PatternOptions): Findings | undefined {
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

/** The findings with the summaries of their codes, without any text of the pattern. */
function concealed(findings: Findings): Findings {
  const diagnostics = findings.diagnostics.map(
    ({ code, severity, range, focus }): FileFinding => ({
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

function keyOf({ code, pointer, message }: FileFinding): string {
  return JSON.stringify([code, pointer, message]);
}

function withoutHint({ hint: _, ...rest }: FileFinding): FileFinding {
  return rest;
}

function substituted(partial: PartialPattern, first: number, step: number): LocatedPattern {
  let at = 0;
  const visit = (node: JsonNode): JsonNode => {
    if (partial.isUnknown(node)) return valueAt(first + step * at++, node);
    if (node.kind === 'array') return { ...node, items: node.items.map(visit) };
    if (node.kind !== 'object') return node;
    return { ...node, members: node.members.map((member) => ({ ...member, value: visit(member.value) })) };
  };
  const { file, address, within, shown, dialect } = partial;
  const { text, place } = printed(visit(partial.root));
  const located = { file, address, within, dialect, text, place: (offset: number) => partial.place(place(offset)) };
  return shown === undefined ? located : { ...located, shown };
}

/** The value with the range of the unknown one. */
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
