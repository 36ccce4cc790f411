/** Completion of the pattern, in the form of the code editor. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { complete } from '../../editor/index.ts';
import { readEvent } from '../state/events.ts';
import type { Playground } from '../state/playground.ts';

/** The most events that are searched for names and values. */
const EVENTS = 50;

export function completionsOf(state: Playground) {
  return ({ state: { doc }, pos }: CompletionContext): CompletionResult | null => {
    const text = doc.toString();
    const events = state.events.value.slice(0, EVENTS).flatMap((event) => readEvent(event).node ?? []);
    const { range, items } = complete(text, pos, { ...state.options.value, events });
    const written = bare(text.slice(range.start, pos));
    const fitting = items.filter(({ label }) => bare(label).startsWith(written));
    if (fitting.length === 0) return null;
    return {
      from: range.start,
      to: range.end,
      filter: false,
      options: fitting.map(({ label, detail, text: inserted, places }): Completion => {
        const apply = (view: EditorView): void => {
          const [place] = places;
          const [start, end] = place === undefined ? [inserted.length, inserted.length] : [place.start, place.end];
          view.dispatch({
            changes: { from: range.start, to: range.end, insert: inserted },
            selection: { anchor: range.start + start, head: range.start + end },
            userEvent: 'input.complete',
          });
        };
        return { label, apply, ...(detail === undefined ? {} : { detail }) };
      }),
    };
  };
}

/** Without the signs of JSON before the word. */
function bare(text: string): string {
  return text.replace(/^[{"[\s]+/, '').toLowerCase();
}
