/**
 * An index of string sets by their required beginning or ending, which tests whether any of them has a text without
 * trying each.
 */
import type { Formula } from './formula.ts';

interface Texts {
  readonly formula: Formula;
  readonly except: ReadonlySet<string>;
}

/** Sets by their required end; `lengths` are the lengths of the ends. */
class Ends {
  private readonly byText = new Map<string, Texts[]>();
  private readonly lengths = new Set<number>();

  add(end: string, set: Texts): void {
    this.lengths.add(end.length);
    const same = this.byText.get(end);
    if (same === undefined) this.byText.set(end, [set]);
    else same.push(set);
  }

  /** Whether a set with an end of the text does not exclude the text. */
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

  /** `hasText`: whether a set without a required end has the text. */
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
