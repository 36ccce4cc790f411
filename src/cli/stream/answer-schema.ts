/** The JSON Schema of the answers of the stream commands, a part of that of all reports. */

import { diffSchema } from '../compare/answer-schema.ts';
import { findingCatalogue } from '../findings/catalogue.ts';
import { VERSION } from '../session/json.ts';
import {
  about,
  count,
  document,
  list,
  object,
  position,
  ref,
  type Schema,
  text,
  yes,
} from '../session/schema-words.ts';

const number: Schema = { type: 'number' };
const anything: Schema = {};

const place = { line: position, column: position, endLine: position, endColumn: position };

const finding = object(
  {
    code: { enum: Object.keys(findingCatalogue) },
    severity: { enum: ['error', 'warning', 'info'] },
    message: text,
    pointer: about('RFC 6901, into the stream document.', text),
    file: text,
    params: { type: 'object' },
  },
  {
    hint: text,
    ...place,
    patternPointer: about('RFC 6901, into the pattern inside FilterPattern.', text),
    fixes: about('Rewrites of the pattern; the first is the most likely.', list(ref('fix'))),
  },
);

const checked = {
  file: text,
  findings: list(ref('streamFinding')),
  omitted: about('How many findings are not listed.', object({ errors: count, warnings: count, infos: count })),
};
const sound = { ...checked, name: text, valid: { const: true } };

const request = about(
  'What would be sent; secrets are masked.',
  object({ method: text, url: text, headers: { type: 'object' }, body: anything }),
);
const dry = { dryRun: { const: true }, request };

const change = object(
  { kind: { enum: ['add', 'change', 'remove'] }, pointer: about('RFC 6901, into the stream document.', text) },
  { secret: about('Then both values are masked.', { const: true }), before: anything, after: anything },
);
const { properties } = diffSchema as { readonly properties: Readonly<Record<string, Schema>> };
const { lost, gained, reason, never, relation, gates } = properties as Record<string, Schema>;

const planned = {
  ...sound,
  action: { enum: ['create', 'update', 'none'] },
  changes: about('In the order of the document, the pattern apart.', list(change)),
  gates: gates as Schema,
  unknown: about('Pointers of secrets that the service keeps to itself.', list(text)),
  apply: about('What applying it takes.', object({ requests: count }, { cost: number })),
};
const plannedToo = {
  pattern: object({ after: text }, { before: text, relation, lost, gained, reason, never } as Record<string, Schema>),
};

/** The common members of each document of a stream command: the last reply of the service, and the number of requests. */
const outcome = {
  code: about(
    '`Success`, or what the service or the client calls the error; null when nothing was sent.',
    nullable('string'),
  ),
  httpStatus: about('Of the last answer; null when none came.', nullable('integer')),
  requestId: about('Of the last answer, for the support of the service; null when it has none.', nullable('string')),
  retryable: about('Whether the same call may succeed later, and may be repeated without harm.', yes),
  requests: about('How many were sent; each is billed, also one that fails.', count),
};
const cost = about('Where a price of one request is known.', number);

function nullable(type: string): Schema {
  return { type: [type, 'null'] };
}

function billed(command: string, required: Readonly<Record<string, Schema>>, optional: object = {}): Schema {
  return document(`stream ${command}`, { ...required, ...outcome }, { cost, ...optional });
}

/** The document for an invalid stream document: only `plan` and `apply` have sent requests. */
const refused = (command: string): Schema => billed(command, { ...checked, valid: { const: false } });

const named = (command: string): Schema => billed(command, { name: text });
const dryNamed = (command: string): Schema => billed(command, { name: text, ...dry });

const failures = { ...list(ref('problem')), minItems: 1 };
const failed = object(
  { version: { const: VERSION }, command: { ...text, pattern: '^stream ' }, ...outcome, errors: failures },
  { cost, retryAfter: about('Milliseconds that the service asked to wait.', number) },
);

/** The documents, by the names of their definitions. */
export const streamDocuments: Readonly<Record<string, Schema>> = {
  streamCheck: billed('check', {
    documents: list(object({ ...checked, valid: yes }, { name: text })),
  }),
  streamCreate: billed('create', sound, { eventStreamingArn: text }),
  streamCreateDry: billed('create', { ...sound, ...dry }),
  streamCreateRefused: refused('create'),
  streamUpdate: billed('update', sound),
  streamUpdateDry: billed('update', { ...sound, ...dry }),
  streamUpdateRefused: refused('update'),
  streamPlan: billed('plan', planned, plannedToo),
  streamPlanRefused: refused('plan'),
  streamApply: billed('apply', { ...planned, applied: yes }, plannedToo),
  streamApplyRefused: refused('apply'),
  streamMatch: billed('match', {
    pattern: text,
    events: list(object({ file: text, matches: yes, offline: about('What this package says.', yes) })),
  }),
  streamGet: billed('get', { stream: { type: 'object' } }),
  streamList: billed('list', { streams: list({ type: 'object' }) }, { nextToken: text, total: count }),
  streamStart: named('start'),
  streamStartDry: dryNamed('start'),
  streamPause: named('pause'),
  streamPauseDry: dryNamed('pause'),
  streamBusinessOption: named('business-option'),
  streamBusinessOptionDry: dryNamed('business-option'),
  streamDelete: named('delete'),
  streamDeleteDry: dryNamed('delete'),
  streamKept: billed('delete', { name: text, deleted: { const: false } }),
  streamWait: billed('wait', { name: text, reached: yes, status: text }, { message: text, hint: text }),
  streamFailed: about('The answer when a stream command failed.', failed),
};

export const streamDefinitions: Readonly<Record<string, Schema>> = { streamFinding: finding };
