/** Findings with their fixes, and problems, in JSON answers. Lines and columns count from 1, columns in UTF-16 code units. */
import type { Edit, Fix, Range } from '../../index.ts';
import { type FindingCode, findingCatalogue } from '../findings/catalogue.ts';
import { addressOf, type FileFinding, type Findings, type Problem } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { exact } from './exact.ts';
import {
  about,
  anything,
  count,
  define,
  limited,
  list,
  object,
  oneOf,
  position,
  record,
  type Shape,
  type Static,
  text,
} from './shape.ts';

export const severity = oneOf('error', 'warning', 'info');
export const address = about('Of the pattern in the file, where the file is a document with patterns in it.', text);

export const edit = object({ line: position, column: position, endLine: position, endColumn: position, text });
export type EditReport = Static<typeof edit>;

export const fix = define(
  'fix',
  object({
    title: about('What it does, one sentence.', text),
    kind: about(
      '`safe` keeps what was said, or says the only thing that can have been meant; a `choice` is one of several meanings.',
      oneOf('safe', 'choice'),
    ),
    edits: about('Of the file as it was checked, in its order; all are done at once.', list(edit)),
  }),
);
export type FixReport = Static<typeof fix>;

export const findingCode = oneOf(...(Object.keys(findingCatalogue) as FindingCode[]));

const param = limited(
  { type: ['string', 'number', 'boolean', 'array'], items: text.schema },
  anything as Shape<FileFinding['params'][string]>,
);

const required = {
  code: findingCode,
  severity,
  message: about('One sentence, lower case, without a full stop.', text),
  pointer: about('RFC 6901, into the pattern; of a finding on the stream around it, into the document.', text),
  file: text,
  params: about('The values that the message names.', record(param)),
};
const optional = {
  hint: about('What to do next.', text),
  address,
  line: about('In the file. Lines and columns count from 1, columns in UTF-16 code units.', position),
  column: position,
  endLine: position,
  endColumn: about('Behind the last character.', position),
  fixes: about(
    'Rewrites; the first is the most likely. Only those that can be written where the pattern stands.',
    list(fix),
  ),
};

export const finding = define('finding', object(required, optional));
export type FindingReport = Static<typeof finding>;

export const suppressed = about(
  'Findings that a comment allows or the baseline knows: they fail nothing.',
  list(
    object(
      { ...required, by: oneOf('comment', 'baseline') },
      { ...optional, reason: about('What the comment says.', text) },
    ),
  ),
);
export type SuppressedReport = Static<typeof suppressed>[number];

export const omitted = about(
  'How many findings are not listed.',
  object({ errors: count, warnings: count, infos: count }),
);

export const problem = define(
  'problem',
  object(
    { message: text },
    {
      file: text,
      line: position,
      column: position,
      findings: about('Of a pattern that is not valid.', list(finding)),
    },
  ),
);

export function reportProblems(problems: readonly Problem[]): readonly Static<typeof problem>[] {
  return problems.map(({ file, line, column, message, findings }) =>
    exact(problem, {
      ...(file === undefined ? {} : { file }),
      ...(line === undefined || column === undefined ? {} : { line, column }),
      message,
      ...(findings === undefined ? {} : { findings: reportFindings(findings) }),
    }),
  );
}

export function reportFindings(findings: Findings): readonly FindingReport[] {
  return findings.diagnostics.map((diagnostic) => reportFinding(diagnostic, findings));
}

/** The member `suppressed`, unless it would be empty. */
export function reportSuppressed(all: readonly Findings[]): { readonly suppressed?: Static<typeof suppressed> } {
  const found = all.flatMap((findings) =>
    (findings.suppressed ?? []).map(({ diagnostic, ...how }) => ({ ...reportFinding(diagnostic, findings), ...how })),
  );
  return found.length === 0 ? {} : { suppressed: exact(suppressed, found) };
}

function reportFinding(diagnostic: FileFinding, findings: Findings): FindingReport {
  const { code, severity, message, hint, pointer, params, focus, range, fixes } = diagnostic;
  const { file, text } = findings;
  const address = addressOf(diagnostic, findings);
  const find = lineFinder(text);
  const at = focus ?? range;
  return exact(finding, {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    pointer,
    file,
    ...(address === undefined ? {} : { address }),
    ...(at === undefined ? {} : placeOf(at, find)),
    params,
    ...(fixes === undefined ? {} : { fixes: fixes.map((one) => reportFix(one, find)) }),
  });
}

export function reportFix({ title, kind, edits }: Fix, find: ReturnType<typeof lineFinder>): FixReport {
  return { title, kind, edits: reportEdits(edits, find) };
}

export function reportEdits(edits: readonly Edit[], find: ReturnType<typeof lineFinder>): readonly EditReport[] {
  return edits.map(({ range, text }) => exact(edit, { ...placeOf(range, find), text }));
}

function placeOf(range: Range, find: ReturnType<typeof lineFinder>): Omit<EditReport, 'text'> {
  const start = find(range.start);
  const end = find(range.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
