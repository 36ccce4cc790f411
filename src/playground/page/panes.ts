/** The two code editors, fed from the state. Other views ask them to go to a place and to apply edits. */
import { effect } from '@preact/signals';
import { underlineOf } from '../../editor/index.ts';
import type { Edit, Range } from '../../index.ts';
import { readEvent } from '../state/events.ts';
import { eventsIn, pretty, unescaped } from '../state/incoming.ts';
import { type Spot, spotAt } from '../state/links.ts';
import type { Playground } from '../state/playground.ts';
import { background } from './background.ts';
import { CodeEditor } from './code-editor.ts';
import { completionsOf } from './completion.ts';
import { marksOf } from './marks.ts';
import type { Problem } from './problems.ts';

export class Panes {
  private readonly state: Playground;
  private pattern: CodeEditor | undefined;
  private event: CodeEditor | undefined;

  constructor(state: Playground) {
    this.state = state;
  }

  /** Gives what takes it away again. */
  mountPattern(host: HTMLElement): () => void {
    const { state } = this;
    const editor = new CodeEditor(host, {
      label: 'Pattern',
      text: state.pattern.value,
      onChange: (text) => {
        state.pattern.value = text;
      },
      onPoint: (offset) => this.point('inPattern', offset),
      onPasteAll: (text) => {
        const plain = pretty(unescaped(text));
        if (plain === text) return false;
        editor.rewrite(plain);
        return true;
      },
      complete: completionsOf(state),
    });
    this.pattern = editor;
    return together(
      effect(() => {
        const text = state.pattern.value;
        const { diagnostics, node } = state.reading.value;
        editor.setText(text);
        editor.showProblems(
          diagnostics.flatMap((finding): Problem[] => {
            const { severity, code, message, fixes = [] } = finding;
            const range = underlineOf(finding, text, node);
            const why = background.value?.[code].why;
            return range === undefined
              ? []
              : [{ range, severity, message, fixes, ...(why === undefined ? {} : { why }) }];
          }),
        );
      }),
      effect(() => editor.showMarks(marksOf(state.links.value, 'inPattern', state.spot.value))),
    );
  }

  mountEvent(host: HTMLElement): () => void {
    const { state } = this;
    const editor = new CodeEditor(host, {
      label: 'Event',
      text: state.selected.value.text,
      onChange: (text) => state.edit({ text }),
      onPoint: (offset) => this.point('inEvent', offset),
      onPasteAll: (text) => {
        const events = eventsIn(text);
        if (events.length === 1 && events[0] === text) return false;
        state.replaceSelected(events.map((one) => ({ text: one })));
        return true;
      },
    });
    this.event = editor;
    return together(
      effect(() => {
        const { text } = state.selected.value;
        const { problem } = readEvent(state.selected.value);
        editor.setText(text);
        const start = Math.min(problem?.offset ?? 0, Math.max(text.length - 1, 0));
        const end = Math.min(start + 1, text.length);
        editor.showProblems(
          problem === undefined ? [] : [{ range: { start, end }, severity: 'error', message: problem.message }],
        );
      }),
      effect(() => editor.showMarks(marksOf(state.links.value, 'inEvent', state.spot.value))),
    );
  }

  goToPattern({ start, end }: Range): void {
    this.pattern?.goTo(start, end);
  }

  goToEvent({ start, end }: Range): void {
    this.event?.goTo(start, end);
  }

  fixPattern(edits: readonly Edit[]): void {
    this.pattern?.apply(edits);
  }

  /** Can be undone in the editor. */
  rewritePattern(text: string): void {
    this.pattern?.rewrite(text);
  }

  rewriteEvent(text: string): void {
    this.event?.rewrite(text);
  }

  private point(side: 'inPattern' | 'inEvent', offset: number | undefined): void {
    const spot = offset === undefined ? undefined : spotAt(this.state.links.value, side, offset);
    if (!isSame(spot, this.state.spot.value)) this.state.spot.value = spot;
  }
}

function isSame(a: Spot | undefined, b: Spot | undefined): boolean {
  return a?.field === b?.field && a?.condition === b?.condition;
}

function together(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
