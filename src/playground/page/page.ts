/** The properties of every view. */
import { type Signal, signal } from '@preact/signals';
import { Playground } from '../state/playground.ts';
import { background } from './background.ts';
import { type Example, examples } from './examples.ts';
import type { Later } from './later.ts';
import { Panes } from './panes.ts';

export const TABS = ['Why', 'Meaning', 'Dialects', 'Compare', 'Samples', 'Export'] as const;
export type Tab = (typeof TABS)[number];
export type Pane = 'Pattern' | 'Events' | 'Answers';
export type Theme = 'auto' | 'light' | 'dark';

export interface Page {
  readonly state: Playground;
  readonly panes: Panes;
  readonly tab: Signal<Tab>;
  /** The pane shown on a narrow screen. */
  readonly pane: Signal<Pane>;
  readonly theme: Signal<Theme>;
  readonly examples: Signal<readonly Example[]>;
}

export function openPage(): Page {
  const state = new Playground();
  const page: Page = {
    state,
    panes: new Panes(state),
    tab: signal<Tab>('Why'),
    pane: signal<Pane>('Pattern'),
    theme: signal<Theme>('auto'),
    examples: signal(examples),
  };
  globalThis.extendPlayground = (later: Later) => {
    page.examples.value = [...examples, ...later.examples];
    background.value = later.background;
    state.readers = later.readers;
  };
  return page;
}
