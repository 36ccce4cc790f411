/**
 * A code editor in a shadow root: there its styles become a constructed sheet, which the page's content security policy allows. It handles
 * texts, offsets and findings, and is independent of patterns.
 */
import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { type IndentContext, indentService } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, tooltips } from '@codemirror/view';
import type { Edit } from '../../index.ts';
import { appearance } from './editor-theme.ts';
import { highlighting } from './highlight.ts';
import { type Mark, markable, showMarks } from './marks.ts';
import { type Problem, problematic, showProblems } from './problems.ts';

export interface CodeEditorOptions {
  /** Its name for screen readers. */
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The offset of the mouse, or of the cursor after it was moved; undefined when the mouse leaves. */
  readonly onPoint: (offset: number | undefined) => void;
  /** For text that is pasted over the whole text; returns true when it has handled the text. */
  readonly onPasteAll?: (text: string) => boolean;
  readonly complete?: CompletionSource;
  /** Called for the problem to which the keys moved. */
  readonly onProblem: (problem: Problem) => void;
}

export class CodeEditor {
  readonly view: EditorView;
  /** While the text is set by the page, which is no change of the user. */
  private isSetting = false;

  constructor(host: HTMLElement, options: CodeEditorOptions) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const box = document.createElement('div');
    box.className = 'box';
    root.replaceChildren(box);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.box, .cm-editor { height: 100% }');
    root.adoptedStyleSheets.push(sheet);
    this.view = new EditorView({ parent: box, root, state: this.stateOf(options) });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Does nothing when the text is equal. Can be undone. */
  setText(text: string): void {
    if (text.length === this.view.state.doc.length && text === this.text) return;
    this.isSetting = true;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.isSetting = false;
  }

  /** As if the user had typed it. */
  apply(edits: readonly Edit[]): void {
    this.view.dispatch({
      changes: edits.map(({ range, text }) => ({ from: range.start, to: range.end, insert: text })),
      userEvent: 'input.fix',
    });
    this.view.focus();
  }

  /** As if the user had replaced the text; equal parts at both ends stay. */
  rewrite(text: string): void {
    const before = this.text;
    let start = 0;
    while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
    let end = 0;
    const most = Math.min(before.length, text.length) - start;
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
    this.apply([{ range: { start, end: before.length - end }, text: text.slice(start, text.length - end) }]);
  }

  showMarks(marks: readonly Mark[]): void {
    showMarks(this.view, marks);
  }

  showProblems(problems: readonly Problem[]): void {
    showProblems(this.view, problems);
  }

  /** Selects, scrolls there, and takes the focus. */
  goTo(from: number, to: number): void {
    const { length } = this.view.state.doc;
    this.view.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      scrollIntoView: true,
    });
    this.view.focus();
  }

  private stateOf({ label, text, onChange, onPoint, onPasteAll, complete, onProblem }: CodeEditorOptions): EditorState {
    const events: Extension = [
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.isSetting) onChange(update.state.doc.toString());
        else if (update.selectionSet && !update.docChanged) onPoint(update.state.selection.main.head);
      }),
      EditorView.domEventHandlers({
        mousemove: (event, view) => onPoint(view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined),
        mouseleave: () => onPoint(undefined),
        // The page handles dropped files, whose text the editor would insert.
        drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
        paste: (event, { state }) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          const { from, to } = state.selection.main;
          const isAll =
            state.doc.toString().slice(0, from).trim() === '' && state.doc.toString().slice(to).trim() === '';
          const isTaken = isAll && pasted !== '' && onPasteAll?.(pasted) === true;
          if (isTaken) event.preventDefault();
          return isTaken;
        },
      }),
    ];
    // Tab moves the focus out of the editor.
    const keys = [...closeBracketsKeymap, ...standardKeymap, ...historyKeymap, ...completionKeymap];
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        closeBrackets(),
        EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['[', '{', '"'] } }]),
        indentService.of(indentation),
        highlighting,
        problematic(({ edits }) => this.apply(edits), onProblem),
        markable,
        appearance,
        tooltips({ position: 'absolute' }),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true' }),
        EditorView.lineWrapping,
        complete === undefined ? [] : autocompletion({ override: [complete], icons: false }),
        keymap.of(keys),
        events,
      ],
    });
  }
}

/** Columns: those of the previous line, and two more after an open bracket. */
function indentation({ state, lineAt }: IndentContext, offset: number): number {
  const line = state.doc.lineAt(offset);
  const before =
    offset > line.from ? state.doc.sliceString(line.from, offset) : lineAt(Math.max(line.from - 1, 0)).text;
  const columns = /^\s*/.exec(before)?.[0].length ?? 0;
  const isClosed = /^\s*[\]}]/.test(state.doc.sliceString(offset, line.to));
  return Math.max(columns + (/[[{]\s*$/.test(before) ? 2 : 0) - (isClosed && !/[[{]\s*$/.test(before) ? 2 : 0), 0);
}
