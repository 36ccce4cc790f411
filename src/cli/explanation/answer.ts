/** Explanations, nearest events and nearest patterns, as members of JSON answers. */
import { type Reason, type ReasonCode, reasonTexts } from '../../index.ts';
import { edit } from '../answer/finding.ts';
import {
  about,
  anyObject,
  boolean,
  constant,
  count,
  define,
  dialect,
  either,
  list,
  object,
  oneOf,
  position,
  reference,
  type Static,
  type StaticObject,
  text,
} from '../answer/shape.ts';
import { difference } from '../patterns/dialects.ts';

const range = about(
  'Offsets in UTF-16 code units, the end exclusive, into the JSON text that was read: the file, a line of it, or the JSON that stands in it or was made of it.',
  object({ start: count, end: count }),
);
const inPattern = { pointer: about('RFC 6901, into the pattern.', text) };
const inEvent = { pointer: about('RFC 6901, into the event.', text) };

const seen = about(
  'What stands at the path of the field; where that ends before, the last value on the way. Values are JSON texts.',
  either(
    object({ ...inEvent, kind: constant('value'), value: text }, { range, comparedAs: text }),
    object({ ...inEvent, kind: constant('array'), values: list(text) }, { range }),
    object({ ...inEvent, kind: oneOf('empty-array', 'array-with-objects', 'object', 'no-value') }, { range }),
    object(
      {
        ...inEvent,
        kind: constant('values'),
        values: about('JSON texts.', list(text)),
        pointers: about('RFC 6901, into the event.', list(text)),
      },
      { more: count, range },
    ),
    object(
      { ...inEvent, kind: constant('missing'), endsAt: text, found: text, next: text },
      { range, suggestion: text, holdsJson: constant(true), noData: constant(true) },
    ),
  ),
);

export const reason = define(
  'reason',
  object(
    { code: oneOf(...(Object.keys(reasonTexts) as ReasonCode[])), params: anyObject, text },
    { note: about('The special rule or the detail behind it.', reference<Reason>('reason')) },
  ),
);
const reasons = about('What `reason` is made of.', list(reason));

const condition = object(
  {
    ...inPattern,
    text: about('Canonical JSON.', text),
    holds: boolean,
    holdsFor: about('The values that it holds for: of an array the elements.', list(object(inEvent, { range }))),
  },
  {
    range,
    copies: about('Where else in the field the same condition stands.', list(object(inPattern, { range }))),
    value: about('The first value that it holds for, as JSON text.', text),
    excerpt: text,
    more: about('How many values it holds for that are not listed.', position),
    failsFor: about(
      'Values that it does not hold for, in the order of `reasons`.',
      list(
        object(
          { ...inEvent, part: about('What of the condition decides: RFC 6901, into the pattern.', text) },
          { range },
        ),
      ),
    ),
    reason: text,
    reasons,
  },
);

const alternative = object(
  {
    matches: boolean,
    fields: about('Which fields must hold together, as indices.', list(position)),
    fails: about('Those of them that do not hold by themselves.', list(position)),
    elements: about('The elements of arrays that decide: RFC 6901, into the event.', list(text)),
  },
  { reason: text, reasons },
);

export const explanation = define(
  'explanation',
  object(
    {
      matches: boolean,
      dialect,
      fields: list(
        object(
          {
            ...inPattern,
            path: about('The member names that the event was stepped through.', list(text)),
            holds: boolean,
            seen,
            conditions: list(condition),
          },
          { range: about('Of its conditions.', range), reason: text, reasons },
        ),
      ),
    },
    { alternatives: about('The combinations of the branches of `$or`, the nearest first.', list(alternative)) },
  ),
);

export const nearest = define(
  'nearest',
  about(
    'The changes with which an event would match.',
    either(
      object(
        {
          answer: constant('yes'),
          event: about('JSON text: that of the event with the edits.', text),
          changes: list(
            object(
              { pointer: about('RFC 6901, into the event; `/-` at the end adds an element to an array.', text) },
              { renamedFrom: about('The pointer of a member that is renamed.', text), from: text, to: text },
            ),
          ),
        },
        {
          edits: about(
            'Of `explain`: the changes as edits of the text of the event, in its order; all are done at once.',
            list(edit),
          ),
        },
      ),
      object({ answer: constant('no') }),
      object({ answer: constant('unknown'), reason: text }),
    ),
  ),
);
export type NearestReport = Static<typeof nearest>;

export const nearestPattern = define(
  'nearestPattern',
  object(
    {
      steps: about(
        'What is done, in the order of the pattern.',
        list(
          object(
            {
              kind: oneOf('rename', 'step-down', 'widen', 'drop', 'accept', 'accept-missing', 'leave-out'),
              pointer: about('RFC 6901, into the pattern.', text),
              title: about('One sentence.', text),
            },
            { more: about("How many other elements of the event's array could be accepted instead.", count) },
          ),
        ),
      ),
      text: about('The text of the pattern afterwards.', text),
      diff: about(
        'What it matches beside the old pattern.',
        object(
          { relation: oneOf('equal', 'narrower', 'wider', 'overlapping', 'disjoint', 'unknown') },
          { gained: about('JSON text.', text), lost: about('JSON text.', text), reason: text },
        ),
      ),
      onlyThisKind: about(
        'Whether it lets in nothing but events with the same values where fields failed.',
        either(
          object({ answer: constant('yes') }),
          object({ answer: constant('no'), witness: about('Another event that it lets in: JSON text.', text) }),
          object({ answer: constant('unknown'), reason: text }),
        ),
      ),
    },
    {
      edits: about(
        'Of the file, in its order; all are done at once. Absent for a pattern that stands in a document.',
        list(edit),
      ),
    },
  ),
);
export type PatternChangeReport = Static<typeof nearestPattern>;

/** The members for a pattern without an event. */
export const meaningMembers = {
  meaning: about(
    'What an event must have to match: a sentence that leads in, and one for each field.',
    list(object({ text }, { pointer: about('Of the field.', text) })),
  ),
};
export const meaningOptional = {
  dialects: about(
    'Whether the dialects of one service differ on any event. Absent for a dialect that is not compared with others.',
    either(
      object({ answer: constant('yes'), event: about('JSON text.', text) }, { difference }),
      object({ answer: constant('no') }),
      object({ answer: constant('refused'), by: about('Names of dialects.', list(text)) }),
      object({ answer: constant('unknown'), reason: text }),
    ),
  ),
};
export type Meaning = StaticObject<typeof meaningMembers, typeof meaningOptional>;

/** A field that fails. */
const fails = object({ pointer: text, reason: text });
export type Fails = Static<typeof fails>;

/** The result of one of many patterns for an event. */
export const judgedPattern = object({
  id: text,
  matches: boolean,
  fields: about('How many fields the pattern has.', count),
  fails: about('Those that do not hold.', list(fails)),
});
export type JudgedPattern = Static<typeof judgedPattern>;
