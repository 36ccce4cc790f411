/** Underlines of findings, with a tooltip of messages and fixes. */
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, keymap } from '@codemirror/view';
import type { Fix, Range, Severity } from '../../index.ts';

export interface Problem {
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
  /** Sentences below the message. */
  readonly why?: string;
  readonly fixes?: readonly Fix[];
}

const setProblems = StateEffect.define<readonly Problem[]>();

const problems = StateField.define<{ readonly all: readonly Problem[]; readonly decorations: DecorationSet }>({
  create: () => ({ all: [], decorations: Decoration.none }),
  update(before, transaction) {
    let value = transaction.docChanged ? { all: [], decorations: before.decorations.map(transaction.changes) } : before;
    for (const effect of transaction.effects) {
      if (!effect.is(setProblems)) continue;
      const all = effect.value.filter(({ range }) => range.start < range.end && range.end <= transaction.newDoc.length);
      const ranges = all.map(({ range, severity }) =>
        Decoration.mark({ class: `problem-${severity}` }).range(range.start, range.end),
      );
      value = { all, decorations: Decoration.set(ranges, true) };
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

export function showProblems(view: EditorView, all: readonly Problem[]): void {
  view.dispatch({ effects: setProblems.of(all) });
}

/** @param onGo called with the problem to which F8 or Shift-F8 moves */
export function problematic(apply: (fix: Fix) => void, onGo: (problem: Problem) => void): Extension {
  const tooltip = hoverTooltip(({ state }, offset) => {
    const here = state.field(problems).all.filter(({ range }) => range.start <= offset && offset <= range.end);
    const [first] = here;
    if (first === undefined) return null;
    return {
      pos: first.range.start,
      end: first.range.end,
      create: () => ({ dom: listed(here.map((problem) => described(problem, apply))) }),
    };
  });
  const go =
    (step: 1 | -1) =>
    (view: EditorView): boolean => {
      const next = nextProblem(view.state, step);
      if (next === undefined) return false;
      const { start, end } = next.range;
      view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
      onGo(next);
      return true;
    };
  const keys = keymap.of([
    { key: 'F8', run: go(1) },
    { key: 'Shift-F8', run: go(-1) },
  ]);
  return [problems, tooltip, keys];
}

/** After the last one follows the first one. */
function nextProblem(state: EditorState, step: 1 | -1): Problem | undefined {
  const { from } = state.selection.main;
  const all = state.field(problems).all.toSorted((a, b) => step * (a.range.start - b.range.start));
  return all.find(({ range }) => step * (range.start - from) > 0) ?? all[0];
}

function listed(all: readonly HTMLElement[]): HTMLElement {
  const dom = document.createElement('div');
  dom.append(...all);
  return dom;
}

function described({ message, why, severity, fixes = [] }: Problem, apply: (fix: Fix) => void): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'problem';
  const head = document.createElement('b');
  head.className = severity;
  head.textContent = severity;
  dom.append(head, ` ${message}`);
  if (why !== undefined) {
    const more = document.createElement('p');
    more.textContent = why;
    dom.append(more);
  }
  for (const fix of fixes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = fix.title;
    button.addEventListener('click', () => apply(fix));
    dom.append(button);
  }
  return dom;
}
