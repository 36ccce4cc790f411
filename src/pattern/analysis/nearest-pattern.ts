/** What could be changed in a pattern so that it matches an event: edits of its text, and what else each of them lets in. */
import { eventNode } from '../event.ts';
import { applyEdits } from '../fix/apply.ts';
import type { JsonObjectNode } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import { compilePattern } from '../matcher.ts';
import { type PatternOptions, readPattern } from '../parse.ts';
import type { Pattern } from '../pattern.ts';
import { diff, type PatternDiff } from './diff.ts';
import { type EditKind, patternEdits } from './pattern-edits.ts';

export interface NearestPattern {
  /** One for each field that failed, in the order of the pattern. */
  readonly steps: readonly { readonly kind: EditKind; readonly pointer: string; readonly title: string }[];
  /** The pattern's text with the edits; all else is as it was. */
  readonly text: string;
  /** What the edited pattern matches beside the old one: `gained` is an event that it lets in, `lost` one that it leaves out. */
  readonly diff: PatternDiff;
}

/** For an event that fails more fields no pattern is near. */
const MOST_FIELDS = 20;

/**
 * Patterns that match the event, the likeliest first; none for an event that matches, or that fails more than 20 fields. Each was read and shown the
 * event. The text must be a valid pattern.
 * @throws PatternError for a pattern with errors; EventSyntaxError, TypeError for what is no event
 */
export function nearestPatterns(
  text: string,
  event: object | string | Uint8Array,
  options: PatternOptions = {},
): readonly NearestPattern[] {
  const { pattern, explainNode } = compilePattern(text, options);
  const node = eventNode(event);
  const failing = explainNode(node).fields.filter(({ holds }) => !holds).length;
  if (failing === 0 || failing > MOST_FIELDS) return [];
  const found = new Map<string, NearestPattern>();
  // Each pass takes another way with every field: the likeliest, the next one, and so on to the last.
  for (let way = 0; ; way++) {
    const mended = mend(text, node, way, failing, options);
    if (mended !== undefined && !found.has(mended.text)) {
      const { steps, text: edited } = mended;
      found.set(edited, { steps, text: edited, diff: diff(pattern, mended.pattern) });
    }
    if (mended?.isLast !== false) break;
  }
  return [...found.values()];
}

interface Mended extends Omit<NearestPattern, 'diff'> {
  readonly pattern: Pattern;
  readonly isLast: boolean;
}

/** Field by field, each time in the text that the last edit made. */
function mend(
  source: string,
  event: JsonObjectNode,
  way: number,
  most: number,
  options: PatternOptions,
): Mended | undefined {
  let text = source;
  let isLast = true;
  const steps: NearestPattern['steps'][number][] = [];
  for (let i = 0; i <= most; i++) {
    const { pattern } = readPattern(text, options);
    const root = readJson(text).node;
    if (pattern === undefined || root === undefined) return undefined;
    const { matches, fields } = compilePattern(pattern).explainNode(event);
    if (matches) return { steps, text, pattern, isLast };
    const failing = fields.filter(({ holds }) => !holds);
    const [field] = failing;
    if (field === undefined) return undefined;
    const valid = patternEdits(root, field, event)
      .map((edit) => ({ ...edit, edited: applyEdits(text, edit.edits) }))
      .filter(({ edited }) => failingIn(edited, event, options) < failing.length)
      // The name alone, where that is enough.
      .filter(({ kind }, k, all) => kind !== 'rename' || all[k - 1]?.kind !== 'rename');
    const edit = valid[Math.min(way, valid.length - 1)];
    if (edit === undefined) return undefined;
    if (way < valid.length - 1) isLast = false;
    text = edit.edited;
    steps.push({ kind: edit.kind, pointer: field.pointer, title: edit.title });
  }
  return undefined;
}

/** How many fields fail; a text that is no pattern is worse than any. */
function failingIn(text: string, event: JsonObjectNode, options: PatternOptions): number {
  const { pattern } = readPattern(text, options);
  if (pattern === undefined) return Number.POSITIVE_INFINITY;
  return compilePattern(pattern)
    .explainNode(event)
    .fields.filter(({ holds }) => !holds).length;
}
