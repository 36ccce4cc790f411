/** Completions at a place of a pattern, as edits of the file. */
import { type Completion, type Completions, complete } from '../../editor/index.ts';
import type { Range } from '../../index.ts';
import { patternOptions } from '../patterns/pattern.ts';
import type { AnalysedPattern } from './analysis.ts';
import type { Typing } from './documents.ts';
import type { NearbyEvent } from './events.ts';
import { inward, outward } from './places.ts';

export interface FileCompletion extends Pick<Completion, 'kind' | 'label' | 'detail'> {
  readonly range: Range;
  /** In the spelling of the file. */
  readonly text: string;
  /** The text by which editors filter. */
  readonly typed: string;
  /** Placeholders: ranges of `text`; empty when the text had to be escaped. */
  readonly places: readonly Range[];
}

export function completionsAt(
  offset: number,
  { analysis: { patterns, text }, separator }: Typing,
  events: readonly NearbyEvent[],
): readonly FileCompletion[] {
  for (const analysed of patterns) {
    const at = inward(analysed.source, offset);
    if (at === undefined) continue;
    const found = complete(analysed.source.text, at, {
      ...patternOptions(analysed),
      events: events.map((event) => event.text),
    });
    const items = inFile(found, analysed, text);
    return separator === undefined ? items : items.map((item) => named(item, offset, separator));
  }
  return [];
}

/** A name without a value, up to the offset. */
function named(item: FileCompletion, offset: number, separator: string): FileCompletion {
  const { label, range, text } = item;
  const name = /^[A-Za-z_][\w-]*$/.test(label) ? label : text;
  return { ...item, range: { start: Math.min(range.start, offset), end: offset }, text: name + separator, places: [] };
}

function inFile({ range, items }: Completions, { source }: AnalysedPattern, text: string): readonly FileCompletion[] {
  const place = outward(source, range);
  // Editors filter by the text in the range.
  const isQuoted = /^\\*"/.test(text.slice(place.start, place.end));
  return items.flatMap((item): readonly FileCompletion[] => {
    const written = source.spell === undefined ? item.text : source.spell(item.text);
    if (written === undefined) return [];
    const { kind, label, detail } = item;
    return [
      {
        kind,
        label,
        ...(detail === undefined ? {} : { detail }),
        range: place,
        text: written,
        typed: isQuoted && !label.startsWith('"') ? `"${label}` : label,
        places: written === item.text ? item.places : [],
      },
    ];
  });
}
