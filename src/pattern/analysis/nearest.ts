/** Finds the nearest event that a pattern matches, with the fewest changed members. */
import { eventNode } from '../event.ts';
import { applyEdits } from '../fix/apply.ts';
import { type JsonObjectNode, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import { readJson } from '../json/read.ts';
import type { PatternInput } from '../parse.ts';
import type { Edit } from '../place.ts';
import type { Budget } from '../value/budget.ts';
import { excludeAlternatives, OBJECTS_IN_ARRAYS } from './alternatives.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { claimTree } from './claims.ts';
import { type ElementView, editsInEvent, elementViews, pathInEvent } from './one-element.ts';
import { type EventChange, members } from './repair.ts';
import { editsOf } from './rewrite.ts';
import { StyledText } from './styled-text.ts';
import { type AnalysisOptions, budgetFor, type Subject, subjectsOf } from './subject.ts';
import { verified } from './verify.ts';

/** One change of an event: a value replaced, added or removed, or a member renamed. */
export interface Change {
  /** A JSON pointer into the event. `/-` at its end means an element that is added to an array (RFC 6902). */
  readonly pointer: string;
  /** The old pointer of a renamed member; `from` and `to` are its values, equal unless the value changes too. */
  readonly renamedFrom?: string;
  /** The old value as JSON text; absent when the value is added. */
  readonly from?: string;
  /** The new value as JSON text; absent when the value is removed. */
  readonly to?: string;
}

/** The event nearest to a given one that a pattern matches. */
export type NearestMatch =
  | {
      /** There is one. */
      readonly answer: 'yes';
      /** The event's own text with the edits; canonical JSON for an event that was not given as text. */
      readonly event: Witness;
      /** What differs from the given event; empty when the pattern matches that already. */
      readonly changes: readonly Change[];
      /**
       * Edits of the event's text, in source order, without overlaps. Absent for an event that was given as an object
       * or as bytes.
       */
      readonly edits?: readonly Edit[];
    }
  | {
      /** The pattern never matches. */
      readonly answer: 'no';
    }
  | {
      /** Not decided within the budget. */
      readonly answer: 'unknown';
      /** Why, in one sentence. */
      readonly reason: string;
    };

/**
 * Finds the nearest event. There are no changes if the event matches already. Other members stay as they are, in a text
 * to the last character: a misspelled member is renamed, an array stays an array, and a new value is the accepted one
 * that is nearest to the old one.
 * @throws PatternError, TypeError as `compilePattern` does; EventSyntaxError, TypeError for a value that is not an
 * event
 */
export function nearestMatch(
  pattern: PatternInput,
  event: object | string | Uint8Array,
  options?: AnalysisOptions,
): NearestMatch {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const given = eventNode(event);
  const source = typeof event === 'string' ? event : printJson(given);
  const node = typeof event === 'string' ? given : (readJson(source).node as JsonObjectNode);
  if (subject.alternatives !== undefined && subject.matcher.matchesJson(source)) {
    return { answer: 'yes', event: source, changes: [], ...(typeof event === 'string' ? { edits: [] } : {}) };
  }
  const whole: ElementView = { text: source, node, chosen: [] };
  const near = (one: Subject, view: ElementView): NearestMatch => {
    const place = claimTree(one.fields.map((field) => ({ field, holds: true })));
    const text = new StyledText(view.text, view.node);
    const found = members(place, { node: view.node, path: [], text, budget: budgetFor(options) });
    if (found === 'none') return { answer: 'no' };
    if (found === 'unknown') return { answer: 'unknown', reason: OVER_BUDGET };
    const { rewrite, steps } = found.value;
    const edits = editsInEvent(view, editsOf(rewrite, view.node, text));
    if (edits === undefined) return { answer: 'unknown', reason: OBJECTS_IN_ARRAYS };
    const edited = applyEdits(source, edits);
    if (subject.alternatives !== undefined && !subject.matcher.matchesJson(edited)) {
      return { answer: 'unknown', reason: OBJECTS_IN_ARRAYS };
    }
    const nearest = verified(edited, [[subject, true]]);
    const changes = steps.map((step) => changeOf(step, view));
    return { answer: 'yes', event: nearest, changes, ...(typeof event === 'string' ? { edits } : {}) };
  };
  if (subject.alternatives === undefined) return near(subject, whole);
  const tried = subject.alternatives.slice(0, MANY_ALTERNATIVES);
  const most = Math.max(FEWEST_VIEWS, Math.floor(MOST_VIEWS / tried.length));
  const found = tried.map((one) => {
    const paths = one.fields.map(({ path }) => path);
    const inElements = nearestOf(elementViews(source, node, paths, most).map((view) => near(one, view)));
    // A change inside an element leaves the others, which a new value for the whole array does not.
    return inElements?.answer === 'yes' ? inElements : near(one, whole);
  });
  return nearestOf(found) ?? noneOf(subject, budgetFor(options));
}

const OBJECT_BESIDE_VALUE =
  'the event needs an array with a value and an object, since the path of a field leads on to another one; such changes are not searched';

/** Alternatives that are tried; the others are not needed for an answer, only for a nearer one. */
const MANY_ALTERNATIVES = 50;
/** Combinations of elements that are tried for all alternatives together, and for each. */
const MOST_VIEWS = 40;
const FEWEST_VIEWS = 2;

function nearestOf(found: readonly NearestMatch[]): NearestMatch | undefined {
  const events = found.filter((one) => one.answer === 'yes').sort((a, b) => a.changes.length - b.changes.length);
  const [nearest] = events;
  if (nearest !== undefined) return nearest;
  return found.find((one) => one.answer === 'unknown');
}

function noneOf(subject: Subject, budget: Budget): NearestMatch {
  const never = excludeAlternatives([subject], budget, true);
  if (never.answer === 'yes') return { answer: 'no' };
  return never.answer === 'unknown' ? never : { answer: 'unknown', reason: OBJECT_BESIDE_VALUE };
}

function changeOf({ path, renamed, from, to }: EventChange, view: ElementView): Change {
  const whole = pathInEvent(view, path);
  return {
    pointer: pointerTo(whole),
    ...(renamed === undefined ? {} : { renamedFrom: pointerTo([...whole.slice(0, -1), renamed]) }),
    ...(from === undefined ? {} : { from: printJson(from) }),
    ...(to === undefined ? {} : { to: to() }),
  };
}
