/** Reads a pattern from text or from a plain object with all its findings, and proves the fixes of the findings. */
import { readAnywhere } from './anywhere-reader.ts';
import { assertExtensions, assertOptions } from './arguments.ts';
import { checkRoot } from './check.ts';
import {
  type Code,
  Counts,
  type Diagnostic,
  Diagnostics,
  type Findings,
  type Place,
  type Proof,
  type ReportFinding,
  withoutPlaces,
} from './diagnostic.ts';
import { type Dialect, type DialectName, resolveDialect } from './dialect.ts';
import type { Omitted } from './finding.ts';
import { applyFix, fits } from './fix/apply.ts';
import { makers } from './fix/index.ts';
import { type NotJson, nodeFromValue } from './json/from-value.ts';
import { type JsonNode, printJson } from './json/node.ts';
import { pointerTo } from './json/pointer.ts';
import { type JsonProblem, MAX_DEPTH, readJson } from './json/read.ts';
import { brandPattern, type Pattern } from './pattern.ts';
import { PatternReader } from './reader.ts';
import { checkSemantics, type ReadField } from './semantics/check.ts';

/** A value that JSON can represent. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** An object that JSON can represent, such as a pattern or an event that was parsed. */
export type JsonObject = {
  /** Every member is JSON data. */
  readonly [name: string]: JsonValue;
};

/** A pattern as functions take it: its text, a plain object, or one that was parsed before. */
export type PatternInput = string | JsonObject | Pattern;

/** How a pattern is read. */
export interface PatternOptions {
  /** Default `aliyun`. */
  readonly dialect?: DialectName | Dialect | undefined;
  /** Names of top-level extension attributes of the events, besides the keys of the dialect. */
  readonly extensions?: readonly string[] | undefined;
}

/** The result of `parsePattern`. */
export interface ParseResult {
  /** Present exactly when no finding is an error. */
  readonly pattern?: Pattern;
  /** In source order, at most 100, errors kept first. */
  readonly diagnostics: readonly Diagnostic[];
  /** The number of findings that were left out. */
  readonly omitted: Omitted;
}

/**
 * Reads and checks a pattern from text or from a plain object; never throws for an invalid pattern. Linear in the source. Findings have
 * ranges only for text. The semantic checks of valid patterns run within a small budget.
 * @throws TypeError for an unknown dialect, and for options of a wrong type
 */
export function parsePattern(source: string | JsonObject, options: PatternOptions = {}): ParseResult {
  return read(source, options, checkSemantics);
}

/** `parsePattern` without the semantic findings, for callers that show no warnings. */
export function readPattern(source: string | JsonObject, options: PatternOptions = {}): ParseResult {
  return read(source, options);
}

// The check is a parameter so that bundles that only match leave it out.
function read(source: string | JsonObject, options: PatternOptions, semantics?: typeof checkSemantics): ParseResult {
  assertOptions(options);
  assertExtensions(options.extensions);
  const dialect = resolveDialect(options.dialect);
  const extensions = [...(options.extensions ?? [])];
  const language = { dialect, extensions };
  if (typeof source === 'string') return readText(source, language, semantics).result;
  const diagnostics = new Diagnostics();
  const root = plainData(source, diagnostics.report);
  if (root === undefined) return withoutText(diagnostics.list());
  const text = printJson(root);
  const { pattern } = readRoot(root, text.length, language, diagnostics, { positions: false });
  if (semantics === undefined && pattern !== undefined) return { pattern, ...withoutText(diagnostics.list()) };
  // The findings of an object are those of its canonical text.
  const result = withoutText(readText(text, language, semantics).result);
  return pattern === undefined ? result : { ...result, pattern };
}

interface Language {
  readonly dialect: Dialect;
  readonly extensions: readonly string[];
}

function withoutText({ pattern: _, diagnostics, omitted }: ParseResult): ParseResult {
  return { diagnostics: diagnostics.map(withoutPlaces), omitted };
}

/** The intermediate results of `parsePattern`. */
export interface ReadText {
  readonly result: ParseResult;
  /** Present when the text is JSON. */
  readonly node?: JsonNode;
  /** The readable fields, also of a refused pattern. */
  readonly fields: readonly ReadField[];
}

/** `parsePattern` of a text, with its intermediate results. */
export function parseText(text: string, options: PatternOptions): ReadText {
  const dialect = resolveDialect(options.dialect);
  return readText(text, { dialect, extensions: [...(options.extensions ?? [])] }, checkSemantics);
}

function readText(text: string, language: Language, semantics: typeof checkSemantics | undefined): ReadText {
  const diagnostics = new Diagnostics();
  const { pattern, fields, node } = readJsonText(text, language, diagnostics);
  if (pattern !== undefined) semantics?.(fields, language.dialect.rules, diagnostics.report);
  // Callers that only match ignore the warnings of a valid pattern, so no fixes are made for them.
  const shown = pattern === undefined || semantics !== undefined;
  const fixing = { make: makers, proof: proofFor(text, diagnostics.codes, language) };
  const found = diagnostics.list(shown ? fixing : undefined);
  const result = pattern === undefined ? found : { pattern, ...found };
  return node === undefined ? { result, fields } : { result, node, fields };
}

interface Reading {
  /** Present when no finding is an error. */
  readonly pattern?: Pattern;
  readonly fields: readonly ReadField[];
  readonly node?: JsonNode;
}

function readJsonText(text: string, language: Language, diagnostics: Findings): Reading {
  const { node, problem } = readJson(text);
  if (node !== undefined) return { ...readRoot(node, text.length, language, diagnostics, { positions: true }), node };
  reportProblem(problem, text, diagnostics.report);
  return { fields: [] };
}

function readRoot(
  node: JsonNode,
  length: number,
  { dialect, extensions }: Language,
  diagnostics: Findings,
  { positions }: { readonly positions: boolean },
): Reading {
  const root = { node, pointer: '' };
  const fields = readFields(root, { dialect, extensions }, diagnostics.report, positions);
  checkRoot(root, length, dialect.rules, diagnostics.report);
  if (diagnostics.errors > 0) return { fields };
  return { pattern: brandPattern({ dialect, extensions, fields: fields.map(({ field }) => field) }), fields };
}

/** Reads the fields of a pattern in the form that the dialect has. `positions`: as in `explain`. */
export function readFields(
  root: Place,
  { dialect, extensions }: Language,
  report: ReportFinding,
  positions: boolean,
): readonly ReadField[] {
  if (dialect.rules.fields === 'anywhere') return readAnywhere(root, dialect, report, positions);
  return new PatternReader(dialect, extensions, report, positions).read(root);
}

/** Total code units that are read again to prove the fixes of one pattern; at least one fix is always proved. */
const MAX_PROOF = 300_000;

/** Findings that stop the reading of a text: other errors may appear once they are fixed. */
const HIDING: ReadonlySet<Code> = new Set(['empty-text', 'invalid-json', 'pattern-in-string', 'pattern-not-object']);

/** A fix is accepted when its result has the finding once less and no more errors of any other kind. */
function proofFor(text: string, before: Counts['codes'], language: Language): Proof {
  let left = MAX_PROOF;
  return (fix, code) => {
    if (left < text.length && left < MAX_PROOF) return false;
    left -= text.length;
    if (!fits(fix.edits, text.length)) return false;
    const read = new Counts();
    readJsonText(applyFix(text, fix), language, read);
    const after = read.codes;
    if ((after.get(code)?.all ?? 0) >= (before.get(code)?.all ?? 0)) return false;
    if (HIDING.has(code)) return ![...HIDING].some((hiding) => after.has(hiding));
    return [...after].every(([other, { errors }]) => errors <= (before.get(other)?.errors ?? 0));
  };
}

/** The nodes of a pattern given as an object; undefined after reporting values that are not JSON. */
function plainData(source: unknown, report: ReportFinding): JsonNode | undefined {
  let valid = true;
  const refuse = (found: string, path: readonly (string | number)[]): JsonNode => {
    valid = false;
    const node: JsonNode = { kind: 'null', range: { start: 0, end: 0 } };
    report('not-json-value', { node, pointer: pointerTo(path) }, { found });
    return node;
  };
  const node = nodeFromValue(source, (kind, path) => {
    if (kind !== 'depth') return refuse(NOT_JSON[kind], path);
    valid = false;
    const stop: JsonNode = { kind: 'null', range: { start: 0, end: 0 } };
    report('too-deep', { node: stop, pointer: pointerTo(path.slice(0, 1)) }, { limit: MAX_DEPTH });
    return stop;
  });
  return valid ? node : undefined;
}

/** Reports a JSON problem at a range of one character. */
export function reportProblem(problem: JsonProblem, text: string, report: ReportFinding): void {
  const { kind, offset, message } = problem;
  const at: JsonNode = { kind: 'null', range: { start: offset, end: Math.min(offset + 1, text.length) } };
  const place = { node: at, pointer: '' };
  if (kind === 'empty') report('empty-text', place, {}, { fixes: (make) => make.emptyFixes(text) });
  else if (kind === 'depth') report('too-deep', place, { limit: MAX_DEPTH });
  else report('invalid-json', place, { problem: message }, { fixes: (make) => make.jsonFixes(text) });
}

const NOT_JSON: Readonly<Record<Exclude<NotJson, 'depth'>, string>> = {
  bigint: 'a BigInt',
  function: 'a function',
  'not-finite': 'a number that is not finite',
  symbol: 'a symbol',
  undefined: '`undefined`',
};
