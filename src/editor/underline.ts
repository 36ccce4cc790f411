/** The range of a text to underline for a finding. */
import { hasMember, isNode, NODE, takes } from '../pattern/arguments.ts';
import type { Diagnostic } from '../pattern/diagnostic.ts';
import { nodeAt } from '../pattern/json/locate.ts';
import type { Range } from '../pattern/json/node.ts';
import type { PartialNode } from '../pattern/json/partial-node.ts';
import { wordAt } from '../pattern/json/problem.ts';

/**
 * What to underline for a finding: its `focus` or its range where that is short enough, for an object with members (and for an array of several lines)
 * the name or the bracket that it begins with, and for what is missing the character before it. Empty only in a text without a visible character;
 * undefined for a finding of a pattern that was given as an object.
 * @param node what `readPartialJson` gives for the text
 */
export function underlineOf(finding: Diagnostic, text: string, node: PartialNode): Range | undefined {
  takes(
    hasMember(finding, 'code') && hasMember(finding, 'pointer'),
    'underlineOf',
    'a finding of parsePartial',
    finding,
  );
  takes(typeof text === 'string', 'underlineOf', 'the text of the pattern', text);
  takes(isNode(node), 'underlineOf', NODE, node);
  const range = finding.focus ?? finding.range;
  if (range === undefined) return undefined;
  const found = nodeAt(node, finding.pointer);
  if (found !== undefined && isSame(found.node.range, range) && isLong(found.node, text)) {
    return found.nameRange ?? { start: range.start, end: range.start + 1 };
  }
  if (/^\s*$/.test(text.slice(range.start, range.end))) return visibleBefore(text, range.start);
  // An error of JSON is at one character: the word or the pair of surrogates that it begins is marked as a whole.
  const length = wordAt(text, range.start).length || ((text.codePointAt(range.start) ?? 0) > 0xffff ? 2 : 1);
  return { start: range.start, end: Math.max(range.end, range.start + (finding.code === 'invalid-json' ? length : 0)) };
}

function isLong(node: PartialNode, text: string): boolean {
  if (node.kind === 'object') return node.members.length > 0;
  return node.kind === 'array' && node.items.length > 0 && text.slice(node.range.start, node.range.end).includes('\n');
}

function isSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The last visible character before an offset, else the first one after it, else the whole text. */
function visibleBefore(text: string, offset: number): Range {
  let end = offset;
  while (end > 0 && isBlank(text, end - 1)) end--;
  if (end > 0) return { start: end - (isLowHalf(text, end - 1) ? 2 : 1), end };
  let start = offset;
  while (start < text.length && isBlank(text, start)) start++;
  return start < text.length
    ? { start, end: start + (isLowHalf(text, start + 1) ? 2 : 1) }
    : { start: 0, end: text.length };
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] as string);
}

/** Whether the unit at `at` is the second half of a surrogate pair. */
function isLowHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
