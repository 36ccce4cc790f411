/** The hover text for a place of a pattern: the meaning of the condition or the finding, and which of the events for it match. */
import { inWords, nodeAt, type PartialNode, readPartialJson, type Sentence } from '../../editor/index.ts';
import type { Explanation, Field, Range } from '../../index.ts';
import { findingCatalogue } from '../findings/catalogue.ts';
import type { AnalysedPattern, Analysis } from './analysis.ts';
import { explanationsOf, type NearbyEvent } from './events.ts';
import { inward, outward } from './places.ts';

export interface Hover {
  /** Markdown. */
  readonly text: string;
  readonly range: Range;
}

/** Events that are explained for one hover. */
const MAX_EXPLAINED = 50;
const MAX_NAMES = 5;

export function hoverAt(offset: number, analysis: Analysis, events: readonly NearbyEvent[]): Hover | undefined {
  const parts: Hover[] = [];
  for (const { range, code, message } of analysis.notes) {
    if (code === undefined || offset < range.start || offset > range.end) continue;
    const entry = findingCatalogue[code];
    if (entry !== undefined) parts.push({ range, text: `**${code}**: ${message}\n\n${entry.why}` });
  }
  for (const analysed of analysis.patterns) {
    const meaning = meaningAt(offset, analysed, events);
    if (meaning !== undefined) parts.push(meaning);
  }
  const [first] = parts;
  return first === undefined
    ? undefined
    : { range: first.range, text: parts.map(({ text }) => text).join('\n\n---\n\n') };
}

function meaningAt(
  offset: number,
  { source, pattern }: AnalysedPattern,
  events: readonly NearbyEvent[],
): Hover | undefined {
  if (pattern === undefined) return undefined;
  const at = inward(source, offset);
  if (at === undefined) return undefined;
  const root = readPartialJson(source.text).node;
  const index = pattern.fields.findIndex((field) => isAt(field, at, root));
  const field = pattern.fields[index];
  if (field?.range === undefined) return undefined;
  const explained = explanationsOf(pattern, events.slice(0, MAX_EXPLAINED));
  const condition = field.conditions.find(({ range }) => range !== undefined && range.start <= at && at <= range.end);
  const sentence = inWords(pattern)[index + 1] ?? [];
  const shown = condition === undefined ? textOf(sentence) : textOf(sentence, condition.range);
  const holds = (explanation: Explanation): boolean => {
    const of = explanation.fields[index];
    if (condition === undefined) return of?.holds === true;
    return (
      of?.conditions.some(
        (one) => one.holds && [one, ...(one.copies ?? [])].some(({ pointer }) => pointer === condition.pointer),
      ) === true
    );
  };
  const named = explained.filter(({ explanation }) => holds(explanation)).map(({ event }) => event.name);
  const counts = explained.length === 0 ? '' : `\n\nholds for ${named.length} of ${explained.length}${listOf(named)}`;
  return { range: outward(source, condition?.range ?? field.range), text: `${shown}${counts}` };
}

/** Whether the offset is at the name or in the conditions of a field. */
function isAt({ range, pointer }: Field, at: number, root: PartialNode): boolean {
  const nameRange = nodeAt(root, pointer)?.nameRange;
  return [range, nameRange].some((one) => one !== undefined && one.start <= at && at <= one.end);
}

/** The part about the condition is bold. */
function textOf(sentence: Sentence, bold?: Range): string {
  return sentence
    .map(({ text, range }) => {
      const isIt = bold !== undefined && range?.start === bold.start && range.end === bold.end;
      return isIt ? `**${text}**` : text;
    })
    .join('');
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return ' events';
  const more = names.length > MAX_NAMES ? `, and ${names.length - MAX_NAMES} more` : '';
  return ` events: ${names.slice(0, MAX_NAMES).join(', ')}${more}`;
}
