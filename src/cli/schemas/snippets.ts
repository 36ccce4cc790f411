/** Snippets of editors: JSON values with tab stops, as `defaultSnippets` has them. */
import type { Insertion } from '../../editor/index.ts';

export interface Snippet {
  readonly label: string;
  readonly description?: string;
  /** A text that begins with `^` is inserted without quotes. */
  readonly body: unknown;
}

/** The places of the insertion are the tab stops. */
export function snippet({ text, places }: Insertion, description?: string): Snippet {
  let json = '';
  let end = 0;
  for (const [i, place] of places.entries()) {
    const isText = text[place.start - 1] === '"';
    const value = text.slice(place.start, place.end);
    const stop = value === '' ? `$${i + 1}` : `\${${i + 1}:${value}}`;
    json += text.slice(end, place.start) + (isText ? stop : `"^${stop}"`);
    end = place.end;
  }
  return {
    label: text,
    ...(description === undefined ? {} : { description }),
    body: JSON.parse(json + text.slice(end)),
  };
}

/** The same as the only item of a list. */
export function inList({ label, body, ...rest }: Snippet): Snippet {
  return { label: `[${label}]`, ...rest, body: [body] };
}
