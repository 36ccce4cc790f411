/** The answers of `check` and `test`. */
import { answer } from '../answer/answer.ts';
import { address, finding, omitted, problem, suppressed } from '../answer/finding.ts';
import {
  about,
  boolean,
  constant,
  count,
  dialect,
  either,
  list,
  object,
  oneOf,
  position,
  type Static,
  text,
} from '../answer/shape.ts';
import { coverage, mutation } from '../coverage/answer.ts';
import { explanation, nearest } from '../explanation/answer.ts';
import { difference } from '../patterns/dialects.ts';
import { notKnownYet, passedOver } from '../sources/answer.ts';
import { INTERRUPTED, NO, UNANSWERED, YES } from '../terminal/exit-code.ts';

const head = {
  exitCode: about('Unless a report could not be written: then it is 2.', oneOf(YES, NO, UNANSWERED, INTERRUPTED)),
  reasons: about('Why the findings, or thresholds that are missed, fail the run, a sentence each.', list(text)),
  counts: about(
    'How many findings fail, or might; and how many do not, since the baseline knows them or comments allow them.',
    object({ errors: count, warnings: count, infos: count, known: count, allowed: count }),
  ),
  notes: about('On the run as a whole, on comments and on the baseline.', list(problem)),
  gone: about(
    'Entries of the baseline whose findings are there no more.',
    list(object({ file: text, count: position }, { address: text, pointer: text, code: text })),
  ),
};
const unfinished = {
  interrupted: about('When the user ended the run: what was looked at.', object({ ran: count, of: count })),
};

const checkedPattern = object(
  {
    file: text,
    valid: about('Whether the service would take it, as far as it was checked.', boolean),
    findings: list(finding),
    omitted,
  },
  {
    address,
    dialect: about('Its language, where that is not the one of the report.', dialect),
    suppressed,
    checked: about('Where some values are not known; absent of a pattern that was checked wholly.', constant('partly')),
  },
);

const notWholly = object({
  ...notKnownYet,
  checked: about(
    'How far the pattern was checked: `partly` where some values are not known, `not` where all of it is, `whole` where it is secret only. What was found stands in `patterns`.',
    oneOf('whole', 'partly', 'not'),
  ),
  undecided: about(
    'The values that are not known, RFC 6901 into the pattern; the empty pointer is all of it. What depends on them was not decided.',
    list(text),
  ),
});

/** Members of `check` only. */
const checked = {
  dialect,
  patterns: list(checkedPattern),
  skipped: about(
    'What was not looked at wholly, or may not be shown: patterns that are not known yet, or secret; and files that are not taken for patterns.',
    list(either(notWholly, passedOver)),
  ),
};
export const checkMembers = object(checked);

export const singleTest = object(
  {
    name: text,
    line: about('Of the test in the suite, as the column.', position),
    column: position,
    outcome: oneOf('passed', 'failed', 'skipped'),
    passed: about('The same as the outcome `passed`.', boolean),
  },
  {
    problem: about('Why it failed or was skipped.', text),
    explanation,
    nearest,
    routes: about(
      'Of a routing suite: the patterns that are missing or surplus, the first ones of many.',
      list(object({ id: text, kind: oneOf('missing', 'surplus'), explanation })),
    ),
    difference: about('When the dialects differ on it.', difference),
    findings: about('Of a pattern that must be refused, when it is refused otherwise.', list(finding)),
  },
);

export const suite = object({ file: text, dialect, findings: list(finding), tests: list(singleTest) }, { suppressed });

/** Members of `test` only. */
const tested = { passed: count, failed: count, skipped: count, suites: list(suite) };
export const testMembers = object(tested);

export const checkAnswer = answer('check', { ...head, ...checked }, unfinished);
export const testAnswer = answer('test', { ...head, ...tested }, { ...unfinished, coverage, mutation });

export type CheckMembers = Static<typeof checkMembers>;
export type TestMembers = Static<typeof testMembers>;
