/** Why each finding is one, what to write instead, and how that is known: long texts, which the second script brings. */
import { type Signal, signal } from '@preact/signals';
import type { Code, Entry } from '../../index.ts';

export type Background = Readonly<Record<Code, Pick<Entry<never>, 'why' | 'prefer' | 'evidence'>>>;

/** Undefined until the second script is there. */
export const background: Signal<Background | undefined> = signal();
