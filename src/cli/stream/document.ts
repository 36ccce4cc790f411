/** A stream document from a file, and what is wrong with it, with places in that file. */
import {
  type CheckStreamOptions,
  diagnoseStream,
  type EventStreamingDocument,
  type StreamFinding,
} from '../../client/index.ts';
import { type Diagnostic, readJson } from '../../index.ts';
import { NO } from '../exit.ts';
import type { Findings } from '../failure.ts';
import { nodeAt, plainValue, readDocument, type SourceDocument } from '../read/document.ts';
import { relocate } from '../read/relocate.ts';
import { scalarPlace } from '../read/scalar-place.ts';
import { countFindings, showFindings } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { type FindingReport, reportFindings } from '../report/json.ts';
import type { Session } from '../session.ts';
import { answer, type StreamContext } from './context.ts';
import { veiledText } from './veil.ts';

export interface StreamFile {
  readonly file: string;
  readonly value: EventStreamingDocument;
  readonly check: (operation: 'create' | 'update') => Checked;
}

export interface Checked {
  readonly findings: Findings;
  readonly valid: boolean;
  readonly report: readonly FindingReport[];
}

/** @throws Failure for a file that cannot be read, or is neither JSON nor YAML */
export async function readStream(file: string, { session, settings, flags }: StreamContext): Promise<StreamFile> {
  const document = readDocument(await session.sources.read(file), 'stream document');
  const value = plainValue(document.root) as EventStreamingDocument;
  const options = { transport: settings.transport, extensions: flags.extension };
  return { file: document.file, value, check: (operation) => check(document, value, { operation, ...options }) };
}

function check(document: SourceDocument, value: unknown, options: CheckStreamOptions): Checked {
  const { findings: found, omitted } = diagnoseStream(value, options);
  const text = veiledText(document.text, document.root);
  const findings: Findings = {
    file: document.file,
    text,
    diagnostics: found.map((finding) => placed(finding, document)),
    omitted,
  };
  const report = reportFindings(findings).map((finding, i) => {
    const patternPointer = found[i]?.patternPointer;
    const { pointer } = found[i] as StreamFinding;
    return { ...finding, pointer, ...(patternPointer === undefined ? {} : { patternPointer }) };
  });
  return { findings, valid: found.every(({ severity }) => severity !== 'error'), report };
}

/** As a finding of the pattern's checker looks, so that it is shown like one. Its code is one of the catalogue of streams. */
function placed(finding: StreamFinding, document: SourceDocument): Diagnostic {
  const { pointer, patternPointer, diagnostic } = finding;
  const found = nodeAt(document.root, pointer);
  const node = found?.node;
  if (patternPointer !== undefined && node?.kind === 'string') {
    const { file, text: within } = document;
    const located = { file, within, text: node.value, place: scalarPlace(within, node.range, node.value) };
    return relocate(diagnostic ?? inPattern(finding, patternPointer, node.value), located);
  }
  const { start, end } = node?.range ?? { start: 0, end: 0 };
  const compound = node?.kind === 'object' || node?.kind === 'array';
  const own = compound ? { start, end: start + 1 } : { start, end };
  const focus = compound || finding.code === 'unknown-member' ? (found?.nameRange ?? own) : own;
  return { ...(finding as unknown as Diagnostic), range: { start, end }, focus };
}

/** What the stream's own check says of a field of the pattern. */
function inPattern(finding: StreamFinding, pointer: string, pattern: string): Diagnostic {
  const { node: root } = readJson(pattern);
  const found = root === undefined ? undefined : nodeAt(root, pointer);
  const range = found?.nameRange ?? found?.node.range ?? { start: 0, end: 0 };
  return { ...(finding as unknown as Diagnostic), range };
}

/** The answer to a document with errors: no, and nothing was sent. */
export function refuse(context: StreamContext, { file }: StreamFile, checked: Checked): number {
  const { report, findings } = checked;
  answer(context, { file, valid: false, findings: report, omitted: findings.omitted }, () => {
    showCheck(checked, context.session);
    const { out } = context.session;
    const counts = countFindings(checked.findings.diagnostics, checked.findings.omitted);
    out.line(`${out.paint('bad', '✗')} ${printable(file)}: not valid (${counts}); nothing was changed`);
  });
  return NO;
}

export function showCheck({ findings }: Checked, { out }: Session): void {
  showFindings(findings, out);
}
