/** The nearest event that a pattern matches: what would have to be sent instead, with the fewest members changed. */
import { eventNode } from '../event.ts';
import { applyEdits } from '../fix/apply.ts';
import { type JsonObjectNode, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import { readJson } from '../json/read.ts';
import type { Edit } from '../place.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { claimTree } from './claims.ts';
import { members, type Step } from './repair.ts';
import { editsOf } from './rewrite.ts';
import { StyledText } from './styled-text.ts';
import { type AnalysisOptions, budgetFor, type Source, type Subject, subjectsOf } from './subject.ts';
import { verified } from './verify.ts';

export interface Change {
  /** A JSON pointer into the event. `/-` at its end stands for an element that is added to an array (RFC 6902). */
  readonly pointer: string;
  /** The pointer that the member had, where it is renamed; `from` and `to` are its values, the same unless that changes too. */
  readonly renamedFrom?: string;
  /** JSON texts; absent for what was not there, and for what is taken out. */
  readonly from?: string;
  readonly to?: string;
}

export type NearestMatch =
  | {
      readonly answer: 'yes';
      /** The event's own text with the edits; canonical JSON for an event that was given otherwise. */
      readonly event: Witness;
      readonly changes: readonly Change[];
      /** Of the event's text: all else stays as it is. In source order; none overlap. Absent for an event that was given as an object or as bytes. */
      readonly edits?: readonly Edit[];
    }
  /** The pattern never matches. */
  | { readonly answer: 'no' }
  | { readonly answer: 'unknown'; readonly reason: string };

/**
 * For an event that matches already there are no changes. Other members of the event stay as they are, in a text to the last character: a member
 * whose name is nearly right is renamed, an array stays one, and a new value is the one of those wanted that is nearest to the old one.
 * @throws PatternError, TypeError as `compilePattern` does; EventSyntaxError, TypeError for what is no event
 */
export function nearestMatch(
  pattern: Source,
  event: object | string | Uint8Array,
  options?: AnalysisOptions,
): NearestMatch {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const given = eventNode(event);
  const source = typeof event === 'string' ? event : printJson(given);
  const node = typeof event === 'string' ? given : (readJson(source).node as JsonObjectNode);
  const text = new StyledText(source, node);
  const place = claimTree(subject.fields.map((field) => ({ field, holds: true })));
  const found = members(place, { node, path: [], text, budget: budgetFor(options) });
  if (found === 'none') return { answer: 'no' };
  if (found === 'unknown') return { answer: 'unknown', reason: OVER_BUDGET };
  const { rewrite, steps } = found.value;
  const edits = editsOf(rewrite, node, text);
  const nearest = verified(applyEdits(source, edits), [[subject, true]]);
  const changes = steps.map(changeOf);
  return { answer: 'yes', event: nearest, changes, ...(typeof event === 'string' ? { edits } : {}) };
}

function changeOf({ path, renamed, from, to }: Step): Change {
  return {
    pointer: pointerTo(path),
    ...(renamed === undefined ? {} : { renamedFrom: pointerTo([...path.slice(0, -1), renamed]) }),
    ...(from === undefined ? {} : { from: printJson(from) }),
    ...(to === undefined ? {} : { to: to() }),
  };
}
