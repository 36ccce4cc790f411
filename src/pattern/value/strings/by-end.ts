/** Sets of strings, found by the beginning or the ending that they want, so that whether one of many has a text takes no look at each. */
import type { Formula } from './formula.ts';

interface Texts {
  readonly formula: Formula;
  readonly except: ReadonlySet<string>;
}

/** Of the same end; `lengths` of the ends that there are. */
class Ends {
  private readonly byText = new Map<string, Texts[]>();
  private readonly lengths = new Set<number>();

  add(end: string, set: Texts): void {
    this.lengths.add(end.length);
    const same = this.byText.get(end);
    if (same === undefined) this.byText.set(end, [set]);
    else same.push(set);
  }

  /** Whether a set that wants an end of the text does not leave the text out. */
  some(text: string, endOf: (text: string, length: number) => string): boolean {
    for (const length of this.lengths) {
      if (length > text.length) continue;
      if (this.byText.get(endOf(text, length))?.some(({ except }) => !except.has(text))) return true;
    }
    return false;
  }
}

export class SetsByEnd<S extends Texts> {
  private readonly beginnings = new Ends();
  private readonly endings = new Ends();
  private readonly others: S[] = [];

  constructor(sets: readonly S[]) {
    for (const set of sets) this.add(set);
  }

  /** `hasText`: whether a set that wants neither has the text. */
  has(text: string, hasText: (set: S, text: string) => boolean): boolean {
    return (
      this.beginnings.some(text, (whole, length) => whole.slice(0, length)) ||
      this.endings.some(text, (whole, length) => whole.slice(whole.length - length)) ||
      this.others.some((set) => hasText(set, text))
    );
  }

  private add(set: S): void {
    const { formula, except } = set;
    const atom =
      typeof formula === 'object' && formula.kind === 'literal' && !formula.negated ? formula.atom : undefined;
    if (atom?.kind === 'beginning' && [...except].every((text) => text.startsWith(atom.text))) {
      this.beginnings.add(atom.text, set);
    } else if (atom?.kind === 'ending' && [...except].every((text) => text.endsWith(atom.text))) {
      this.endings.add(atom.text, set);
    } else this.others.push(set);
  }
}
