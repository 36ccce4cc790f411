/** Nested texts: JSON text in a string of a document, at any depth, with offsets mapped to the file. */
import type { JsonNode, Range } from '../../index.ts';
import { type JsonProblem, readJson } from '../../json.ts';
import { isFileText } from '../syntax/hcl/read.ts';
import { readString, writeString } from '../syntax/hcl/strings.ts';
import { printed } from '../syntax/printed.ts';
import { scalarPlace } from '../syntax/scalar-place.ts';
import { scalarFindings } from '../syntax/yaml-scalars.ts';
import type { PatternSource } from './found.ts';

export interface Layer {
  /** The text into which ranges of its nodes lead. */
  readonly text: string;
  /** The language of the text. Only in JSON the text at a node's range is JSON. */
  readonly syntax: 'json' | 'yaml' | 'hcl';
  /** Maps an offset into the text to one into the file. */
  place(offset: number): number;
  /** A piece of the text in the spelling of the file; undefined when it cannot be written there. */
  spell(piece: string): string | undefined;
}

type Text = Pick<PatternSource, 'text' | 'place' | 'remarks' | 'spell' | 'node'> &
  Partial<Pick<PatternSource, 'file' | 'within'>>;

/** The value of a string. */
function stringText({ value, range }: { readonly value: string; readonly range: Range }, outer: Layer): Layer {
  const isHcl = outer.syntax === 'hcl';
  const place = isHcl ? placeInHcl(outer.text, range) : scalarPlace(outer.text, range, value);
  const spell = (piece: string): string | undefined => {
    const first = outer.text[range.start];
    const written = isHcl ? writeString(piece, first) : escaped(piece, first);
    return written === undefined ? undefined : outer.spell(written);
  };
  return { text: value, syntax: 'json', place: (offset) => outer.place(place(offset)), spell };
}

function placeInHcl(text: string, range: Range): (offset: number) => number {
  let places: readonly number[] | undefined;
  return (offset) => {
    places ??= readString(text, range)?.places ?? [];
    return places[offset] ?? range.start;
  };
}

/** A piece of a string that begins with the character `first`: quoted, a block, or plain. The caller verifies the effect on the rest. */
function escaped(piece: string, first: string | undefined): string | undefined {
  if (first === '"') return JSON.stringify(piece).slice(1, -1);
  // The other forms keep no white space but blanks.
  if (/[^\S ]|\p{Cc}/u.test(piece)) return undefined;
  return first === "'" ? piece.replaceAll("'", "''") : piece;
}

/** A node as JSON text: as written if that is JSON, else printed. A string is the text in it. */
export function textOf(node: JsonNode, layer: Layer): Text {
  if (isFileText(node)) {
    const { name, text } = node.file;
    return { file: name, within: text, text, place: (offset) => offset };
  }
  if (node.kind === 'string') return stringText(node, layer);
  const { start, end } = node.range;
  if (layer.syntax === 'json') {
    const { spell } = layer;
    return { text: layer.text.slice(start, end), place: (offset) => layer.place(start + offset), spell };
  }
  const { text, place } = printed(node);
  // Only the outermost text is YAML or HCL: its strings contain JSON.
  const remarks = layer.syntax === 'yaml' ? { remarks: scalarFindings(node, layer.text) } : {};
  return { text, place: (offset) => layer.place(place(offset)), ...remarks, node };
}

export interface Opened {
  readonly node: JsonNode;
  readonly layer: Layer;
}

/** The JSON in a node: for a string, its parsed value. */
export function open(node: JsonNode, layer: Layer): Opened | { readonly problem: JsonProblem; readonly at: number } {
  if (node.kind !== 'string') return { node, layer };
  const inner = stringText(node, layer);
  const { node: held, problem } = readJson(inner.text);
  return held === undefined ? { problem, at: inner.place(problem.offset) } : { node: held, layer: inner };
}

/** As `open`, but an expression in the place of a value, such as `${var.limit}`, becomes a string of the same length that contains it. */
export function openPartly(node: JsonNode, layer: Layer): ReturnType<typeof open> {
  const opened = open(node, layer);
  if (!('problem' in opened) || node.kind !== 'string') return opened;
  const inner = stringText(node, layer);
  const text = withQuotedExpressions(inner.text);
  const { node: held } = readJson(text);
  return held === undefined ? opened : { node: held, layer: { ...inner, text } };
}

/** A shorter expression does not fit into quotes in the same place. */
const SHORTEST = 5;

function withQuotedExpressions(text: string): string {
  let result = '';
  let inString = false;
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (inString && text[at] === '\\') at += 2;
    else if (text[at] === '"') {
      inString = !inString;
      at++;
    } else if (!inString && text.startsWith('${', at)) {
      at += 2;
      while (at < text.length && text[at] !== '{' && text[at] !== '}') at++;
      const length = at + 1 - start;
      if (text[at] === '}' && length >= SHORTEST) {
        result += `"\${${'_'.repeat(length - SHORTEST)}}"`;
        at++;
        continue;
      }
    } else at++;
    result += text.slice(start, at);
  }
  return result;
}
