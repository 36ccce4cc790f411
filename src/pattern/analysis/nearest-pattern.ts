/**
 * Finds the smallest changes of a pattern so that it matches an event: edits of its text, and what else each of them
 * matches.
 */
import { eventNode } from '../event.ts';
import { applyEdits } from '../fix/apply.ts';
import type { JsonObjectNode } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import { compilePattern } from '../matcher.ts';
import { readPattern } from '../parse.ts';
import type { Edit } from '../place.ts';
import { finish, type Steps } from '../steps.ts';
import type { Answer } from './answer.ts';
import { diff, type PatternDiff } from './diff.ts';
import { nodeAtPath } from './field-holds.ts';
import { type Kind, onlyThisKind } from './only-this-kind.ts';
import { type EditKind, type Failing, type FieldRepair, repairsFor } from './pattern-edits.ts';
import { renamedBy } from './pattern-names.ts';
import { PatternText } from './pattern-text.ts';
import type { AnalysisOptions } from './subject.ts';

/** An edited pattern that matches a given event, with what the edits change besides. */
export interface NearestPattern {
  /** In the order of the pattern: the change of each field that failed. A name above several fields is renamed once. */
  readonly steps: readonly PatternStep[];
  /** Edits of the pattern's text, in source order. */
  readonly edits: readonly Edit[];
  /** The text with the edits. */
  readonly text: string;
  /**
   * The difference between the edited pattern and the old one: `gained` is an event that only the new one matches,
   * `lost` one that only the old one matches.
   */
  readonly diff: PatternDiff;
  /**
   * Whether the edited pattern matches no new events except those with the same values where fields failed. The witness
   * of "no" is another one.
   */
  readonly onlyThisKind: Answer;
}

/** The change of one field of a pattern. */
export interface PatternStep {
  /** How the field is made to hold. */
  readonly kind: EditKind;
  /** RFC 6901, into the pattern before the edits. */
  readonly pointer: string;
  /** The effect, as the title of a fix. */
  readonly title: string;
  /** The number of other elements of the event's array that could be accepted instead. */
  readonly more?: number;
}

/**
 * Patterns that match the event, the most probable first; empty for an event that matches. Each result has been read
 * and matched against the event. The text must be a valid pattern. The budget
 * applies to each analysis question about each result.
 * @throws PatternError for a pattern with errors; EventSyntaxError, TypeError for a value that is not an event
 */
export function nearestPatterns(
  text: string,
  event: object | string | Uint8Array,
  options: AnalysisOptions = {},
): readonly NearestPattern[] {
  return finish(nearestPatternSteps(text, event, options));
}

/** As `nearestPatterns`: a step is one question about one pattern. */
export function* nearestPatternSteps(
  text: string,
  event: object | string | Uint8Array,
  options: AnalysisOptions,
): Steps<readonly NearestPattern[]> {
  const matcher = compilePattern(text, options);
  const node = eventNode(event);
  const { fields } = matcher.explainNode(node);
  const root = readJson(text).node as JsonObjectNode;
  const source = new PatternText(text, root, matcher.pattern);
  const failing: Failing = { text: source, options, event: node, renamed: renamedBy(matcher, node, source) };
  const ways: { readonly index: number; readonly ways: readonly FieldRepair[] }[] = [];
  for (const [index, field] of fields.entries()) {
    if (field.holds) continue;
    ways.push({ index, ways: repairsFor(field, index, failing) });
    yield;
  }
  const most = ways.reduce((longest, one) => Math.max(longest, one.ways.length), 0);
  const found = new Map<string, NearestPattern>();
  // Each pass takes another alternative of every field, from the most probable to the last.
  for (let pass = 0; pass < most; pass++) {
    const taken = ways.map((one) => ({
      index: one.index,
      way: one.ways[Math.min(pass, one.ways.length - 1)] as FieldRepair,
    }));
    const edits = source.edits(taken.flatMap(({ way }) => way.changes));
    const edited = applyEdits(text, edits);
    const { pattern } = found.has(edited) ? {} : readPattern(edited, options);
    if (pattern === undefined || !compilePattern(pattern).explainNode(node).matches) continue;
    const steps = stepsOf(taken, failing);
    yield;
    const kinds = taken.map((one) => kindOf(one, failing));
    const only = onlyThisKind(matcher.pattern, pattern, kinds, options);
    yield;
    const difference = diff(matcher.pattern, pattern, options);
    found.set(edited, { steps, edits, text: edited, diff: difference, onlyThisKind: only });
    yield;
  }
  return [...found.values()];
}

interface Taken {
  readonly index: number;
  readonly way: FieldRepair;
}

function stepsOf(taken: readonly Taken[], { text }: Failing): readonly PatternStep[] {
  const said = new Set<string>();
  return taken.flatMap(({ index, way: { kind, title, names, more } }): PatternStep[] => {
    const fresh = names.filter(({ pointer }) => !said.has(pointer));
    for (const { pointer } of fresh) said.add(pointer);
    const titles = [...fresh.map(({ to }) => `name it \`${to}\``), ...(title === '' ? [] : [title])];
    if (titles.length === 0) return [];
    const own = text.pattern.fields[index]?.pointer ?? '';
    const pointer = title === '' ? (fresh[0]?.pointer ?? own) : own;
    const one: PatternStep = { kind: fresh.length > 0 ? 'rename' : kind, pointer, title: listed(titles) };
    return [more === undefined ? one : { ...one, more }];
  });
}

function listed(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')}, and ${titles.at(-1)}`;
}

/** The value of the event at the field after the change. */
function kindOf({ index, way }: Taken, { text, event, renamed }: Failing): Kind {
  const before = renamed.explanation.fields[index]?.path ?? [];
  let path = before;
  const [change] = way.changes;
  if (change?.kind === 'move') path = [...before.slice(0, -1), change.into, before.at(-1) as string];
  if (way.names.length > 0) path = renamedPath(text, index, way);
  return { index, path, node: nodeAtPath(event, path) };
}

function renamedPath({ pattern }: PatternText, index: number, { names }: FieldRepair): readonly string[] {
  const path = [...(pattern.fields[index]?.path ?? [])];
  for (const { pointer, to } of names) path[pointer.split('/').length - 2] = to;
  return path;
}
