/** The reason, the alternative and the evidence of each finding: long texts, which the second script contains. */
import { type Signal, signal } from '@preact/signals';
import type { Code, Entry } from '../../index.ts';

export type Background = Readonly<Record<Code, Pick<Entry<never>, 'why' | 'prefer' | 'evidence'>>>;

/** Undefined until the second script is loaded. */
export const background: Signal<Background | undefined> = signal();
