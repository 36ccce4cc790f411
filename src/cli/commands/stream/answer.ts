/** The answers of the stream commands. */
import {
  about,
  anyObject,
  anything,
  boolean,
  constant,
  count,
  list,
  number,
  object,
  oneOf,
  type Static,
  text,
} from '../../answer/shape.ts';
import { gates, proofs, relation } from '../../compare/answer.ts';
import { checkedDocument, soundDocument, streamAnswer } from '../../stream/answer.ts';

const request = about(
  'What would be sent; secrets are masked.',
  object({ method: text, url: text, headers: anyObject, body: anything }),
);
/** The answer of a dry run. */
const dry = { dryRun: constant(true), request };
const dryMembers = object(dry);
export type Dry = Static<typeof dryMembers>;

export const checkAnswer = streamAnswer('check', {
  documents: list(object({ ...checkedDocument, valid: boolean }, { name: text })),
});

const sound = object(soundDocument);
export type SoundDocument = Static<typeof sound>;

export const createAnswer = streamAnswer('create', soundDocument, { eventStreamingArn: text });
export const updateAnswer = streamAnswer('update', soundDocument);
/** The answer of a dry run with a valid document. */
export function dryDocumentAnswer(command: 'create' | 'update') {
  return streamAnswer(command, { ...soundDocument, ...dry });
}

const change = object(
  { kind: oneOf('add', 'change', 'remove'), pointer: about('RFC 6901, into the stream document.', text) },
  { secret: about('Then both values are masked.', constant(true)), before: anything, after: anything },
);
const planned = {
  ...soundDocument,
  action: oneOf('create', 'update', 'none'),
  changes: about('In the order of the document, the pattern apart.', list(change)),
  gates,
  unknown: about('Pointers of secrets that the service keeps to itself.', list(text)),
  apply: about('What applying it takes.', object({ requests: count }, { cost: number })),
};
const plannedPattern = { pattern: object({ after: text }, { before: text, relation, ...proofs }) };
export const plannedMembers = object(planned, plannedPattern);
export type PlannedMembers = Static<typeof plannedMembers>;

export const planAnswer = streamAnswer('plan', planned, plannedPattern);
export const applyAnswer = streamAnswer('apply', { ...planned, applied: boolean }, plannedPattern);

export const getAnswer = streamAnswer('get', { stream: anyObject });
export const listAnswer = streamAnswer('list', { streams: list(anyObject) }, { nextToken: text, total: count });
export const waitAnswer = streamAnswer(
  'wait',
  { name: text, reached: boolean, status: text },
  { message: text, hint: text },
);

/** An action on a stream by its name. */
export type LifecycleCommand = 'start' | 'pause' | 'delete' | 'business-option';
export function doneAnswer(command: LifecycleCommand) {
  return streamAnswer(command, { name: text });
}
export function dryActAnswer(command: LifecycleCommand) {
  return streamAnswer(command, { name: text, ...dry });
}
/** When the user did not confirm. */
export const keptAnswer = streamAnswer('delete', { name: text, deleted: constant(false) });
