/** Checks a stream document and its pattern, with places in its file. Used by `check` and by the stream commands. */
import {
  type CheckStreamOptions,
  diagnoseStream,
  type EventStreamingDocument,
  type StreamFinding,
} from '../../client/index.ts';
import { maskedText } from '../../client/redact/document.ts';
import type { JsonNode, Range } from '../../index.ts';
import { memberOf, readJson } from '../../json.ts';
import { exact } from '../answer/exact.ts';
import { reportFindings } from '../answer/finding.ts';
import type { NamedText } from '../files/source.ts';
import { type DocumentFinding, type FileFinding, type Findings, isOfDocument } from '../findings/failure.ts';
import { type Rewrite, relocate } from '../findings/relocate.ts';
import { type LanguageOptions, withRemarks } from '../patterns/pattern.ts';
import type { StreamSource } from '../sources/found.ts';
import { isEmptyPattern } from '../sources/resource.ts';
import { streamOfAnswer } from '../sources/stream.ts';
import { readWanted } from '../sources/wrong-kind.ts';
import { nodeAt, plainValue, type SourceDocument } from '../syntax/document.ts';
import { printed } from '../syntax/printed.ts';
import { scalarPlace } from '../syntax/scalar-place.ts';
import { scalarFindings } from '../syntax/yaml-scalars.ts';
import { type StreamFindingReport, streamFinding } from './answer.ts';

export interface CheckedStream {
  readonly findings: Findings;
  readonly valid: boolean;
  readonly report: readonly StreamFindingReport[];
}

/** A pattern given as a map is sent as text, as the service requires, and blanks or null as the empty one. */
export function streamValue(root: JsonNode): EventStreamingDocument {
  const value = plainValue(root) as EventStreamingDocument;
  const pattern = patternIn(root);
  if (pattern !== undefined && isEmptyPattern(pattern)) return { ...value, FilterPattern: '' };
  return pattern?.kind === 'object' ? { ...value, FilterPattern: printed(pattern).text } : value;
}

function patternIn(root: JsonNode): JsonNode | undefined {
  return root.kind === 'object' ? memberOf(root, 'FilterPattern') : undefined;
}

export function checkDocument(document: SourceDocument, options: CheckStreamOptions, rewrite?: Rewrite): CheckedStream {
  const { file, root, text } = document;
  const { findings: found, omitted } = diagnoseStream(streamValue(root), options);
  const pattern = patternIn(root);
  const inYaml = pattern?.kind === 'object' && !file.endsWith('.json') ? scalarFindings(pattern, text) : [];
  const diagnostics = found.map((finding) => placed(finding, document, rewrite));
  const findings: Findings = {
    file,
    text: maskedText(text, root),
    ...withRemarks({ diagnostics, omitted }, inYaml),
  };
  const report = reportFindings(findings).map(({ address: _, ...finding }, i) => {
    const diagnostic = findings.diagnostics[i] as FileFinding;
    const patternPointer = isOfDocument(diagnostic) ? diagnostic.patternPointer : diagnostic.pointer;
    const pointer = isOfDocument(diagnostic) ? diagnostic.pointer : '/FilterPattern';
    return exact(streamFinding, {
      ...finding,
      pointer,
      ...(patternPointer === undefined ? {} : { patternPointer }),
    });
  });
  return { findings, valid: found.every(({ severity }) => severity !== 'error'), report };
}

interface StreamQuestion {
  readonly file: string;
  readonly within: string;
  readonly stream: StreamSource;
  readonly options: LanguageOptions;
  readonly rewrite: Rewrite | undefined;
}

/** The same for a document found among patterns, read as the stream commands read it. @throws Failure for one that they refuse */
export function checkStreamSource({ file, within, stream, options, rewrite }: StreamQuestion): CheckedStream {
  const document = stream.several
    ? { file, text: within, root: stream.root }
    : streamDocument({ name: file, text: within });
  const { dialect, extension } = options;
  return checkDocument(document, { operation: 'create', dialect, extensions: extension }, rewrite);
}

/** @throws Failure for text that is neither JSON nor YAML */
export function streamDocument(source: NamedText): SourceDocument {
  const read = readWanted(source, 'stream document');
  return { ...read, root: (read.root.kind === 'object' && streamOfAnswer(read.root)) || read.root };
}

/** In the form of findings on patterns, so that it is shown alike. Its code is one of the catalogue of streams. */
function placed(finding: StreamFinding, document: SourceDocument, rewrite: Rewrite | undefined): FileFinding {
  const { pointer, patternPointer } = finding;
  const diagnostic: FileFinding | DocumentFinding = finding.diagnostic ?? { ...finding, ofDocument: true };
  const found = nodeAt(document.root, pointer);
  const node = found?.node;
  if (patternPointer !== undefined && node !== undefined) {
    const isText = node.kind === 'string';
    const { text, place } = isText
      ? { text: node.value, place: scalarPlace(document.text, node.range, node.value) }
      : printed(node);
    const ranged = finding.diagnostic ?? { ...diagnostic, range: rangeIn(text, patternPointer) };
    return relocate(ranged, { file: document.file, within: document.text, text, place }, rewrite);
  }
  const { start, end } = node?.range ?? { start: 0, end: 0 };
  const compound = node?.kind === 'object' || node?.kind === 'array';
  const own = compound ? { start, end: start + 1 } : { start, end };
  const focus = compound || finding.code === 'unknown-member' ? (found?.nameRange ?? own) : own;
  return { ...diagnostic, range: { start, end }, focus };
}

/** The range of the pattern's field to which a finding of the stream points. */
function rangeIn(pattern: string, pointer: string): Range {
  const { node: root } = readJson(pattern);
  const found = root === undefined ? undefined : nodeAt(root, pointer);
  return found?.nameRange ?? found?.node.range ?? { start: 0, end: 0 };
}
