/** Coloured parts of a text, each preceded by the number of its field. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Range } from '../../index.ts';
import type { Link, Spot } from '../state/links.ts';
import { COLOURS } from './editor-theme.ts';

export interface Mark {
  readonly range: Range;
  readonly classes: string;
  /** Shown before the part. */
  readonly number?: number | undefined;
}

const setMarks = StateEffect.define<readonly Mark[]>();

class Badge extends WidgetType {
  private readonly number: number;

  constructor(number: number) {
    super();
    this.number = number;
  }

  override eq(other: Badge): boolean {
    return other.number === this.number;
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement('span');
    dom.className = `badge badge-${(this.number - 1) % COLOURS}`;
    dom.textContent = String(this.number);
    dom.ariaHidden = 'true';
    return dom;
  }
}

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    let value = before.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const { length } = transaction.newDoc;
      const ranges = effect.value.flatMap(({ range: { start, end }, classes, number }) => {
        if (start >= end || end > length) return [];
        const mark = Decoration.mark({ class: classes }).range(start, end);
        if (number === undefined) return [mark];
        return [Decoration.widget({ widget: new Badge(number), side: 1 }).range(start), mark];
      });
      value = Decoration.set(ranges, true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const markable: Extension = marks;

export function showMarks(view: EditorView, all: readonly Mark[]): void {
  view.dispatch({ effects: setMarks.of(all) });
}

/** The marks of one pane: parts of a field have its colour, and the part under the pointer has an outline. */
export function marksOf(links: readonly Link[], side: 'inPattern' | 'inEvent', spot: Spot | undefined): Mark[] {
  return links.flatMap(({ number, field: { pointer, holds }, conditions, [side]: ranges }) => {
    const isHot = spot?.field === pointer;
    const classes = `link link-${(number - 1) % COLOURS}${holds ? '' : ' fails'}`;
    const own = ranges.map((range, i): Mark => {
      const hot = isHot && spot.condition === undefined ? ' hot' : '';
      return { range, classes: classes + hot, ...(i === 0 ? { number } : {}) };
    });
    const condition = isHot && spot.condition !== undefined ? conditions[spot.condition] : undefined;
    const hot = (condition?.[side] ?? []).map((range): Mark => ({ range, classes: 'hot' }));
    const deciding = side === 'inPattern' ? (condition?.deciding ?? []) : [];
    return [...own, ...hot, ...deciding.map((range): Mark => ({ range, classes: 'deciding' }))];
  });
}
