/** The JSON Schema of the documents of `--format json`, as `eb-pattern schema report` prints it. Objects have no other members. */
import { errors, nothing } from '../../answer/answer.ts';
import { finding, fix, problem } from '../../answer/finding.ts';
import { about, reference, type Schema, type Shape } from '../../answer/shape.ts';
import { configAnswer } from '../../config/answer.ts';
import { explanation, nearest, nearestPattern, reason } from '../../explanation/answer.ts';
import { difference } from '../../patterns/dialects.ts';
import { checkAnswer, testAnswer } from '../../report/answer.ts';
import { refusedAnswer, streamFailed, streamFinding, streamMatchAnswer } from '../../stream/answer.ts';
import { backtestAnswer } from '../backtest/answer.ts';
import { codeAnswer, codesAnswer } from '../code/answer.ts';
import { cloudDifference, convertAnswer, undecidedDifference } from '../convert/answer.ts';
import { diffAnswer, documentsAnswer } from '../diff/answer.ts';
import { explainAnswer, explainFolderAnswer, explainLinesAnswer, explainMeaningAnswer } from '../explain/answer.ts';
import { matchAnswer } from '../match/answer.ts';
import { overlapAnswer } from '../overlap/answer.ts';
import { packAnswer } from '../pack/answer.ts';
import { routeAnswer, routed, summaryAnswer } from '../route/answer.ts';
import { sqlAnswer } from '../sql/answer.ts';
import * as stream from '../stream/answer.ts';

/** By the names of their definitions. */
const answers = {
  check: checkAnswer,
  test: testAnswer,
  match: matchAnswer,
  convert: convertAnswer,
  explain: explainAnswer,
  explainFolder: explainFolderAnswer,
  explainLines: about('Of `explain --ndjson`: the answer for one event.', explainLinesAnswer),
  explainMeaning: about('Of `explain` without an event.', explainMeaningAnswer),
  route: routeAnswer,
  summary: about('Of `route --summary`.', summaryAnswer),
  diff: diffAnswer,
  documents: about(
    'Of `diff` of two folders, of two documents with several patterns, or of both sides of a plan.',
    documentsAnswer,
  ),
  backtest: backtestAnswer,
  overlap: overlapAnswer,
  pack: packAnswer,
  sql: sqlAnswer,
  code: about('Of `code CODE`.', codeAnswer),
  codes: about('Of `code` without an argument.', codesAnswer),
  config: about('Of `--print-config`, for any command.', configAnswer),
  nothing,
  streamCheck: stream.checkAnswer,
  streamCreate: stream.createAnswer,
  streamCreateDry: stream.dryDocumentAnswer('create'),
  streamCreateRefused: refusedAnswer('create'),
  streamUpdate: stream.updateAnswer,
  streamUpdateDry: stream.dryDocumentAnswer('update'),
  streamUpdateRefused: refusedAnswer('update'),
  streamPlan: stream.planAnswer,
  streamPlanRefused: refusedAnswer('plan'),
  streamApply: stream.applyAnswer,
  streamApplyRefused: refusedAnswer('apply'),
  streamMatch: streamMatchAnswer,
  streamGet: stream.getAnswer,
  streamList: stream.listAnswer,
  streamStart: stream.doneAnswer('start'),
  streamStartDry: stream.dryActAnswer('start'),
  streamPause: stream.doneAnswer('pause'),
  streamPauseDry: stream.dryActAnswer('pause'),
  streamBusinessOption: stream.doneAnswer('business-option'),
  streamBusinessOptionDry: stream.dryActAnswer('business-option'),
  streamDelete: stream.doneAnswer('delete'),
  streamDeleteDry: stream.dryActAnswer('delete'),
  streamKept: stream.keptAnswer,
  streamWait: stream.waitAnswer,
  streamFailed,
} satisfies Readonly<Record<string, Shape<unknown>>>;

/** Definitions to which several answers refer. */
const definitions = [
  errors,
  problem,
  finding,
  fix,
  streamFinding,
  difference,
  explanation,
  reason,
  nearest,
  nearestPattern,
  routed,
  cloudDifference,
  undecidedDifference,
];

const defined = Object.fromEntries([
  ...Object.entries(answers).map(([name, { schema }]) => [name, schema] as const),
  ...definitions.map(({ name, definition }) => [name, definition] as const),
]) as Readonly<Record<keyof typeof answers, Schema>>;

export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Reports of eb-pattern',
  description:
    'The documents of `--format json`. The version changes when a member changes its meaning or goes; new members may come. When nothing could be answered there are only version, command and errors.',
  oneOf: Object.keys(answers).map((name) => reference(name).schema),
  $defs: defined,
};
