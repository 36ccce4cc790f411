/**
 * Finds the smallest changes of a pattern so that it matches an event: edits of its text, and what else each of them
 * matches.
 */
import { eventNode } from '../event.ts';
import type { Explanation, FieldExplanation } from '../explain/explanation.ts';
import { applyEdits } from '../fix/apply.ts';
import type { JsonObjectNode } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import { compilePattern } from '../matcher.ts';
import { readPattern } from '../parse.ts';
import type { Field } from '../pattern.ts';
import type { Edit } from '../place.ts';
import { finish, type Steps } from '../steps.ts';
import type { Answer } from './answer.ts';
import { diff, type PatternDiff } from './diff.ts';
import { nodeAtPath } from './field-holds.ts';
import { type Kind, onlyThisKind } from './only-this-kind.ts';
import { type EditKind, type Failing, type FieldRepair, repairsFor } from './pattern-edits.ts';
import { renamedBy } from './pattern-names.ts';
import { namePointers, PatternText } from './pattern-text.ts';
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
  const explanation = matcher.explainNode(node);
  const root = readJson(text).node as JsonObjectNode;
  const source = new PatternText(text, root, matcher.pattern);
  const renamed = renamedBy(matcher, node, source);
  const nearest = renamed.explanation.alternatives?.[0];
  const areApart = nearest?.matches === false && nearest.fails.length === 0;
  const failing: Failing = { text: source, options, event: node, renamed, areApart };
  const repairs = new Map<number, readonly FieldRepair[]>();
  const groups = failingTogether(explanation);
  for (const index of new Set(groups.flat())) {
    repairs.set(index, repairsFor(explanation.fields[index] as FieldExplanation, index, failing));
    yield;
  }
  const waysOf = (index: number): readonly FieldRepair[] => repairs.get(index) ?? [];
  const most = [...repairs.values()].reduce((longest, ways) => Math.max(longest, ways.length), 0);
  const found = new Map<string, NearestPattern>();
  // Each pass takes another alternative of every field, from the most probable to the last.
  for (let pass = 0; pass < most; pass++) {
    for (const group of groups) {
      const taken = group.flatMap((index): Taken[] => {
        const way = waysOf(index)[Math.min(pass, waysOf(index).length - 1)];
        return way === undefined ? [] : [{ index, way }];
      });
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
  }
  return [...found.values()];
}

/** The maximum number of equally near combinations of branches that are repaired. */
const MOST_ALTERNATIVES = 3;

/**
 * The indices of the fields to be changed together: those of one combination of branches, for each of the nearest. Where fields hold in
 * different elements of an array, changing one of them is enough.
 */
function failingTogether({ matches, fields, alternatives }: Explanation): readonly (readonly number[])[] {
  if (matches) return [];
  if (alternatives === undefined) return [[...fields.keys()].filter((index) => fields[index]?.holds === false)];
  const [nearest] = alternatives;
  const near = alternatives.filter(({ fails }) => fails.length === nearest?.fails.length).slice(0, MOST_ALTERNATIVES);
  return near.flatMap((one) => (one.fails.length > 0 ? [one.fails] : one.fields.map((index) => [index])));
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
  const field = pattern.fields[index] as Field;
  const pointers = namePointers(field);
  const path = [...field.path];
  for (const { pointer, to } of names) path[pointers.indexOf(pointer)] = to;
  return path;
}
