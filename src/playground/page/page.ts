/** The properties of every view, and the parts that the second script adds to them. */
import type { CompletionSource } from '@codemirror/autocomplete';
import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { Playground } from '../state/playground.ts';
import type { Readers } from '../state/readers.ts';
import { type Background, background } from './background.ts';
import { type Example, example } from './examples.ts';
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
  /** Undefined until the second script is loaded. */
  readonly views: Signal<Views | undefined>;
}

/** What neither the first sight of the page nor typing needs. */
export interface Later {
  readonly examples: readonly Example[];
  readonly background: Background;
  readonly completionsOf: (state: Playground) => CompletionSource;
  readonly readers: Readers;
  readonly views: Views;
}

/** The tabs after the first one, and below that: the changes that make an event match. */
export type Views = Readonly<Record<Exclude<Tab, 'Why'> | 'Nearest', ComponentType<{ readonly page: Page }>>>;

declare global {
  /** Set by the first script, called by the second one. */
  var extendPlayground: ((later: Later) => void) | undefined;
}

export function openPage(): Page {
  const state = new Playground();
  const page: Page = {
    state,
    panes: new Panes(state),
    tab: signal<Tab>('Why'),
    pane: signal<Pane>('Pattern'),
    theme: signal<Theme>('auto'),
    examples: signal([example]),
    views: signal(),
  };
  globalThis.extendPlayground = (later: Later) => {
    page.examples.value = [example, ...later.examples];
    page.views.value = later.views;
    background.value = later.background;
    page.panes.completions = later.completionsOf(state);
    state.readers = later.readers;
  };
  return page;
}
