/** A stream document from a file, and what is wrong with it, with places in that file. */
import {
  type CheckStreamOptions,
  diagnoseStream,
  type EventStreamingDocument,
  isSecretPath,
  type StreamFinding,
} from '../../client/index.ts';
import { leavesOf } from '../../client/leaves.ts';
import { HIDDEN } from '../../client/redact/redactor.ts';
import { type Diagnostic, type JsonNode, memberOf, printJson, readJson } from '../../index.ts';
import { NO } from '../exit.ts';
import { Failure, type Findings } from '../failure.ts';
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
  const document = streamIn(readDocument(await session.sources.read(file), 'stream document'));
  const value = streamValue(document.root);
  const options = { transport: settings.transport, extensions: flags.extension };
  return { file: document.file, value, check: (operation) => check(document, value, { operation, ...options }) };
}

/** What `stream get` printed as JSON holds a stream, with members that the service adds to every one. */
function streamIn(document: SourceDocument): SourceDocument {
  const { root } = document;
  const command = root.kind === 'object' ? memberOf(root, 'command') : undefined;
  const stream = root.kind === 'object' ? memberOf(root, 'stream') : undefined;
  if (command?.kind !== 'string' || command.value !== 'stream get' || stream?.kind !== 'object') return document;
  const members = stream.members.filter(({ name }) => !ADDED.has(name));
  return { ...document, root: { ...stream, members } };
}

/** What Get tells, and no document sets. */
const ADDED = new Set(['Status', 'DetailedStatus']);

/** A pattern that is written as a map is sent as the text that the service wants. */
function streamValue(root: JsonNode): EventStreamingDocument {
  const value = plainValue(root) as EventStreamingDocument;
  const pattern = root.kind === 'object' ? memberOf(root, 'FilterPattern') : undefined;
  return pattern?.kind === 'object' ? { ...value, FilterPattern: printJson(pattern) } : value;
}

/** @throws Failure for a document whose secrets are masked, as `stream get` shows them: the masks would become the secrets */
export function requireSecrets({ file, value }: Pick<StreamFile, 'file' | 'value'>): void {
  const masked = leavesOf(value).filter((leaf) => leaf.value === HIDDEN && isSecretPath(leaf.path));
  if (masked.length === 0) return;
  const places = masked.slice(0, 3).map(({ pointer }) => `\`${pointer}\``);
  const more = masked.length > 3 ? ` and ${masked.length - 3} more` : '';
  throw new Failure({
    file,
    message: `secrets are masked in the document: write ${places.join(', ')}${more} before it is sent`,
  });
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
  // A pattern that is a map has its members in the file itself.
  const within = patternPointer === undefined || node === undefined ? undefined : nodeAt(node, patternPointer);
  if (within !== undefined) {
    const { range } = within.node;
    // Fixes are edits of the pattern as text.
    const { fixes: _, ...own } = diagnostic ?? (finding as unknown as Diagnostic);
    return { ...own, range, focus: within.nameRange ?? range };
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

export function showCheck({ findings }: Checked, { out }: Pick<Session, 'out'>): void {
  showFindings(findings, out);
}
