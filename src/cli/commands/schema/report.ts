/** The JSON Schema of the documents of `--format json`, as `eb-pattern schema report` prints it. Objects have no other members. */
import { reasonTexts } from '../../../index.ts';
import { diffSchema, documentsSchema, overlapSchema } from '../../compare/answer-schema.ts';
import { findingCatalogue } from '../../findings/catalogue.ts';
import { VERSION } from '../../session/json.ts';
import {
  about,
  count,
  dialect,
  document,
  list,
  object,
  position,
  ref,
  type Schema,
  text,
  yes,
} from '../../session/schema-words.ts';
import { streamDefinitions, streamDocuments } from '../../stream/answer-schema.ts';

const severity: Schema = { enum: ['error', 'warning', 'info'] };
const address = about('Of the pattern in the file, where the file is a document with patterns in it.', text);

const findingRequired = {
  code: { enum: Object.keys(findingCatalogue) },
  severity,
  message: about('One sentence, lower case, without a full stop.', text),
  pointer: about('RFC 6901, into the pattern; of a finding on the stream around it, into the document.', text),
  file: text,
  params: about('The values that the message names.', {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean', 'array'], items: text },
  }),
};
const findingOptional = {
  hint: about('What to do next.', text),
  address,
  line: about('In the file. Lines and columns count from 1, columns in UTF-16 code units.', position),
  column: position,
  endLine: position,
  endColumn: about('Behind the last character.', position),
  fixes: about(
    'Rewrites; the first is the most likely. Only those that can be written where the pattern stands.',
    list(ref('fix')),
  ),
};

const edit = object({ line: position, column: position, endLine: position, endColumn: position, text });

const fix = object({
  title: about('What it does, one sentence.', text),
  kind: about(
    '`safe` keeps what was said, or says the only thing that can have been meant; a `choice` is one of several meanings.',
    {
      enum: ['safe', 'choice'],
    },
  ),
  edits: about('Of the file as it was checked, in its order; all are done at once.', list(edit)),
});

const problem = object(
  { message: text },
  {
    file: text,
    line: position,
    column: position,
    findings: about('Of a pattern that is not valid.', list(ref('finding'))),
  },
);

const difference = object({
  refused: about('Whether a dialect refuses the pattern, which no event changes.', yes),
  verdicts: list(object({ dialect, verdict: { enum: ['match', 'no match', 'refused'] } })),
  deciding: about('Sets of rules, each of which decides by itself.', list(list(text))),
  message: text,
});

const range = about(
  'Offsets in UTF-16 code units, the end exclusive, into the JSON text that was read: the file, a line of it, or the JSON that stands in it or was made of it.',
  object({ start: count, end: count }),
);
const inPattern = { pointer: about('RFC 6901, into the pattern.', text) };
const inEvent = { pointer: about('RFC 6901, into the event.', text) };

const seen: Schema = {
  description:
    'What stands at the path of the field; where that ends before, the last value on the way. Values are JSON texts.',
  oneOf: [
    object({ ...inEvent, kind: { const: 'value' }, value: text }, { range, comparedAs: text }),
    object({ ...inEvent, kind: { const: 'array' }, values: list(text) }, { range }),
    object({ ...inEvent, kind: { enum: ['empty-array', 'array-with-objects', 'object'] } }, { range }),
    object(
      { ...inEvent, kind: { const: 'missing' }, endsAt: text, found: text, next: text },
      { range, suggestion: text, holdsJson: { const: true }, noData: { const: true } },
    ),
  ],
};

const reason = object(
  { code: { enum: Object.keys(reasonTexts) }, params: { type: 'object' }, text },
  { note: about('The special rule or the detail behind it.', ref('reason')) },
);

const reasons = about('What `reason` is made of.', list(ref('reason')));

const condition = object(
  {
    ...inPattern,
    text: about('Canonical JSON.', text),
    holds: yes,
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

const explanation = object({
  matches: yes,
  dialect,
  fields: list(
    object(
      {
        ...inPattern,
        path: about('The member names that the event was stepped through.', list(text)),
        holds: yes,
        seen,
        conditions: list(condition),
      },
      { range: about('Of its conditions.', range), reason: text, reasons },
    ),
  ),
});

const nearest: Schema = {
  description: 'The changes with which an event would match.',
  oneOf: [
    object(
      {
        answer: { const: 'yes' },
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
    object({ answer: { const: 'no' } }),
    object({ answer: { const: 'unknown' }, reason: text }),
  ],
};

const nearestPattern = object(
  {
    steps: about(
      'What is done, in the order of the pattern.',
      list(
        object(
          {
            kind: { enum: ['rename', 'step-down', 'widen', 'drop', 'accept', 'accept-missing', 'leave-out'] },
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
        { relation: { enum: ['equal', 'narrower', 'wider', 'overlapping', 'disjoint', 'unknown'] } },
        { gained: about('JSON text.', text), lost: about('JSON text.', text), reason: text },
      ),
    ),
    onlyThisKind: {
      description: 'Whether it lets in nothing but events with the same values where fields failed.',
      oneOf: [
        object({ answer: { const: 'yes' } }),
        object({ answer: { const: 'no' }, witness: about('Another event that it lets in: JSON text.', text) }),
        object({ answer: { const: 'unknown' }, reason: text }),
      ],
    },
  },
  {
    edits: about(
      'Of the file, in its order; all are done at once. Absent for a pattern that stands in a document.',
      list(edit),
    ),
  },
);

const test = object(
  {
    name: text,
    line: about('Of the test in the suite, as the column.', position),
    column: position,
    outcome: { enum: ['passed', 'failed', 'skipped'] },
    passed: about('The same as the outcome `passed`.', yes),
  },
  {
    problem: about('Why it failed or was skipped.', text),
    explanation: ref('explanation'),
    nearest: ref('nearest'),
    routes: about(
      'Of a routing suite: the patterns that are missing or surplus, the first ones of many.',
      list(object({ id: text, kind: { enum: ['missing', 'surplus'] }, explanation: ref('explanation') })),
    ),
    difference: about('When the dialects differ on it.', ref('difference')),
    findings: about('Of a pattern that must be refused, when it is refused otherwise.', list(ref('finding'))),
  },
);

const suppressed = about(
  'Findings that a comment allows or the baseline knows: they fail nothing.',
  list(
    object(
      { ...findingRequired, by: { enum: ['comment', 'baseline'] } },
      { ...findingOptional, reason: about('What the comment says.', text) },
    ),
  ),
);

const omitted = about('How many findings are not listed.', object({ errors: count, warnings: count, infos: count }));

const pattern = object(
  {
    file: text,
    valid: about('Whether the service would take it, as far as it was checked.', yes),
    findings: list(ref('finding')),
    omitted,
  },
  {
    address,
    suppressed,
    checked: about('Where some values are not known; absent of a pattern that was checked wholly.', {
      const: 'partly',
    }),
  },
);

const suite = object({ file: text, dialect, findings: list(ref('finding')), tests: list(test) }, { suppressed });

const percent = about('With one decimal, rounded down; 100 when there is nothing.', {
  type: 'number',
  minimum: 0,
  maximum: 100,
});
const place = { line: position, column: position };
const notKnownYet = { file: text, address: text, ...place, message: text };
const passedOver = object({
  file: text,
  kind: { enum: ['event', 'suite', 'document', 'tool-file', 'not-json', 'special', 'ignored', 'other'] },
  message: about('Why the file is passed over.', text),
});
/** In documents of `check`. */
const skipped = about(
  'What was not looked at wholly, or may not be shown: patterns that are not known yet, or secret; and files that are not taken for patterns.',
  list({
    oneOf: [
      object({
        ...notKnownYet,
        checked: about(
          'How far the pattern was checked: `partly` where some values are not known, `not` where all of it is, `whole` where it is secret only. What was found stands in `patterns`.',
          { enum: ['whole', 'partly', 'not'] },
        ),
        undecided: about(
          'The values that are not known, RFC 6901 into the pattern; the empty pointer is all of it. What depends on them was not decided.',
          list(text),
        ),
      }),
      passedOver,
    ],
  }),
);
/** In documents of coverage. */
const notKnown = about(
  'What was not looked at: patterns that are not known yet, and files that are not taken for patterns.',
  list({ oneOf: [object(notKnownYet), passedOver] }),
);

/** A tested pattern. */
const tested = { pattern: about('As a user would name it.', text), file: text, dialect };

const part = {
  pointer: about('RFC 6901, into the pattern.', text),
  text: about('Canonical JSON: one condition, or all of a field.', text),
  line: position,
  column: position,
  held: about('For how many events.', count),
  failed: count,
};
const cannot = { cannot: about('What no event makes it do, which is not counted.', { enum: ['hold', 'fail'] }) };
const decided = {
  percent,
  decided: about('Outcomes that some event had.', count),
  outcomes: about('Each field and each condition can hold and not hold.', count),
};

const coverage = object({
  ...decided,
  patterns: list(
    object(
      {
        ...tested,
        ...decided,
        events: about('How many were shown to it.', count),
        suites: about('Files.', list(text)),
        fields: list(object({ ...part, conditions: list(object(part, cannot)) }, cannot)),
      },
      { address },
    ),
  ),
  skipped: notKnown,
});

const killed = {
  percent,
  killed: count,
  survived: count,
  equivalent: about('Proved to mean the same, and left out.', count),
};

const survivor = object(
  {
    pointer: about('RFC 6901, into the pattern.', text),
    line: position,
    column: position,
    before: about('Canonical JSON.', text),
    after: list(text),
  },
  {
    test: about(
      'One that would notice; absent where none was found in time.',
      object(
        { suite: text, name: text, match: yes },
        {
          with: about("JSON text: changes to the suite's base.", text),
          remove: list(text),
          event: about('JSON text: an event of its own.', text),
          routes: about('Of a suite with `patterns`, whose tests say this and no `match`.', list(text)),
        },
      ),
    ),
  },
);

const mutation = object({
  ...killed,
  patterns: list(
    object(
      {
        ...tested,
        ...killed,
        failing: about('Tests that fail already and notice nothing.', count),
        more: about('Whether the pattern has more mutants than were tried.', yes),
        survivors: list(survivor),
      },
      { address },
    ),
  ),
});

/** The common members of `check` and `test`. */
const judged = {
  exitCode: about('Unless a report could not be written: then it is 2.', { enum: [0, 1, 2, 130] }),
  reasons: about('Why the findings, or thresholds that are missed, fail the run, a sentence each.', list(text)),
  counts: about(
    'How many findings fail, or might; and how many do not, since the baseline knows them or comments allow them.',
    object({ errors: count, warnings: count, infos: count, known: count, allowed: count }),
  ),
  notes: about('On the run as a whole, on comments and on the baseline.', list(ref('problem'))),
  gone: about(
    'Entries of the baseline whose findings are there no more.',
    list(object({ file: text, count: position }, { address: text, pointer: text, code: text })),
  ),
};
const unfinished = {
  interrupted: about('When the user ended the run: what was looked at.', object({ ran: count, of: count })),
};

/** The answer of `explain` for one event. */
const explained = {
  required: { event: text, explanation: ref('explanation') },
  optional: {
    nearest: ref('nearest'),
    nearestPatterns: about(
      'Of one event that does not match: changes of the pattern with which it would, the likeliest first.',
      list(ref('nearestPattern')),
    ),
    difference: ref('difference'),
    note: text,
  },
};
/** The answer of `explain` without an event. */
const meaning = {
  meaning: about(
    'What an event must have to match: a sentence that leads in, and one for each field.',
    list(object({ text }, { pointer: about('Of the field.', text) })),
  ),
  dialects: {
    description: 'Whether the dialects differ on any event.',
    oneOf: [
      object({ answer: { const: 'yes' }, event: about('JSON text.', text) }, { difference: ref('difference') }),
      object({ answer: { const: 'no' } }),
      object({ answer: { const: 'refused' }, by: about('Names of dialects.', list(text)) }),
      object({ answer: { const: 'unknown' }, reason: text }),
    ],
  },
};
const explainedByFolder = {
  event: text,
  patterns: about(
    'Those that match first, then those of which the fewest fields fail.',
    list(object({ id: text, matches: yes, fields: count, fails: list(object({ pointer: text, reason: text })) })),
  ),
};

export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Reports of eb-pattern',
  description:
    'The documents of `--format json`. The version changes when a member changes its meaning or goes; new members may come. When nothing could be answered there are only version, command and errors.',
  oneOf: [
    'check',
    'test',
    'match',
    'explain',
    'explainFolder',
    'explainLines',
    'explainMeaning',
    'route',
    'summary',
    'diff',
    'documents',
    'overlap',
    'code',
    'codes',
    'config',
    'nothing',
    ...Object.keys(streamDocuments),
  ].map(ref),
  $defs: {
    check: document(
      'check',
      {
        ...judged,
        dialect,
        patterns: list(pattern),
        skipped,
      },
      unfinished,
    ),
    test: document(
      'test',
      { ...judged, passed: count, failed: count, skipped: count, suites: list(suite) },
      { ...unfinished, coverage, mutation },
    ),
    match: document('match', {
      pattern: text,
      dialect,
      events: list(
        object(
          { file: text, matches: yes },
          {
            difference: ref('difference'),
            patterns: about('Of a folder of patterns: the ids of those that match.', list(text)),
            note: text,
          },
        ),
      ),
    }),
    explain: document('explain', { pattern: text, ...explained.required }, explained.optional),
    explainFolder: document('explain', { pattern: text, ...explainedByFolder }),
    explainMeaning: about('Of `explain` without an event.', document('explain', { pattern: text, ...meaning })),
    explainLines: about(
      'Of `explain --ndjson`: the answer for one event.',
      document('explain', {
        pattern: text,
        events: list({ anyOf: [object(explained.required, explained.optional), object(explainedByFolder)] }),
      }),
    ),
    route: document('route', { events: list(ref('routed')), skipped: count }),
    summary: about(
      'Of `route --summary`.',
      document('route', {
        events: count,
        routed: count,
        patterns: list(object({ id: text, events: count })),
        unreached: list(text),
        skipped: count,
      }),
    ),
    diff: diffSchema,
    documents: documentsSchema,
    overlap: overlapSchema,
    ...streamDocuments,
    ...streamDefinitions,
    code: about(
      'Of `code CODE`.',
      document(
        'code',
        { code: text, severity, summary: text, why: text, avoid: text, prefer: text, evidence: text },
        {
          fixable: about('Whether a finding may have fixes; text says why it has none.', {
            type: ['boolean', 'string'],
          }),
        },
      ),
    ),
    codes: about(
      'Of `code` without an argument.',
      document('code', {
        codes: list(object({ code: text, severity, summary: text, about: { enum: ['patterns', 'streams'] } })),
      }),
    ),
    config: about(
      'Of `--print-config`, for any command.',
      object({
        version: { const: VERSION },
        command: text,
        config: about('The config file that was read.', { type: ['string', 'null'] }),
        settings: {
          type: 'object',
          additionalProperties: object({
            value: {},
            from: object(
              { kind: { enum: ['flag', 'environment', 'file', 'default'] } },
              { name: text, file: text, line: position, column: position },
            ),
          }),
        },
        errors: ref('errors'),
      }),
    ),
    nothing: object({
      version: { const: VERSION },
      command: about('None of `stream`, whose answers say besides what is billed.', {
        ...text,
        not: { pattern: '^stream ' },
      }),
      errors: { ...list(ref('problem')), minItems: 1 },
    }),
    errors: about(
      'What kept a part of the question from being answered; then the exit code is 2.',
      list(ref('problem')),
    ),
    routed: object(
      { file: text, ids: list(text) },
      {
        line: about('Where a file has an event on each line.', position),
        event: about('Where a file has several events otherwise: the number of this one, from 1.', position),
      },
    ),
    finding: object(findingRequired, findingOptional),
    fix,
    problem,
    difference,
    explanation,
    reason,
    nearest,
    nearestPattern,
  },
};
