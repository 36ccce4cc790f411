/** The two code editors, updated from the state. Other views move them to a place and apply edits. */
import type { CompletionSource } from '@codemirror/autocomplete';
import { effect } from '@preact/signals';
import { underlineOf } from '../../editor/index.ts';
import { type Edit, parsePattern, type Range } from '../../index.ts';
import { readEvent } from '../state/events.ts';
import { eventsIn, pretty, unescaped } from '../state/incoming.ts';
import { type Spot, spotAt } from '../state/links.ts';
import type { Playground } from '../state/playground.ts';
import type { FoundPattern, FoundPatterns } from '../state/readers.ts';
import { background } from './background.ts';
import { CodeEditor } from './code-editor.ts';
import { marksOf } from './marks.ts';
import type { Problem } from './problems.ts';

export class Panes {
  private readonly state: Playground;
  private pattern: CodeEditor | undefined;
  private event: CodeEditor | undefined;
  /** Of the pattern; set by the second script. */
  completions: CompletionSource | undefined;

  constructor(state: Playground) {
    this.state = state;
  }

  /** Returns a function that removes it. */
  mountPattern(host: HTMLElement): () => void {
    const { state } = this;
    const editor = new CodeEditor(host, {
      label: 'Pattern',
      text: state.pattern.value,
      onChange: (text) => {
        state.pattern.value = text;
      },
      onPoint: (offset) => this.point('inPattern', offset),
      onProblem: (problem) => this.tell(problem),
      onPasteAll: (text) => this.takePattern(text),
      complete: (context) => this.completions?.(context) ?? null,
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
      onProblem: (problem) => this.tell(problem),
      onPasteAll: (text) => {
        const events = eventsIn(text, state.readers?.yaml);
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

  /**
   * Replaces the pattern; returns false for a text that is pasted unchanged. The first of several patterns is shown, and the others can be
   * chosen.
   */
  takePattern(text: string): boolean {
    const { state } = this;
    if (state.loadSuite(text)) return true;
    const { patterns, problem } = this.patternsIn(text);
    const [first] = patterns;
    state.choices.value = patterns.length > 1 ? patterns : [];
    state.note.value = noteOn(patterns, problem);
    if (first === undefined || first.text === text) return false;
    this.rewritePattern(first.text);
    return true;
  }

  private patternsIn(text: string): FoundPatterns {
    const { readers, options } = this.state;
    const isPattern = (one: string): boolean => parsePattern(one, options.value).pattern !== undefined;
    return readers?.patterns(text, isPattern) ?? { patterns: [{ address: '', text: pretty(unescaped(text)) }] };
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

  /** In the status line, which is read aloud. */
  private tell({ severity, message }: Problem): void {
    this.state.note.value = `${severity}: ${message}`;
  }

  private point(side: 'inPattern' | 'inEvent', offset: number | undefined): void {
    const spot = offset === undefined ? undefined : spotAt(this.state.links.value, side, offset);
    if (!isSame(spot, this.state.spot.value)) this.state.spot.value = spot;
  }
}

function noteOn(patterns: readonly FoundPattern[], problem: string | undefined): string {
  if (problem !== undefined) return `This is neither JSON nor YAML that JSON can say: ${problem}.`;
  if (patterns.length > 1) return `The document has ${patterns.length} patterns: the first one is shown.`;
  const address = patterns[0]?.address ?? '';
  return address === '' ? '' : `The pattern at ${address} was taken out of the document.`;
}

function isSame(a: Spot | undefined, b: Spot | undefined): boolean {
  return a?.field === b?.field && a?.condition === b?.condition;
}

function together(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
