/** The state of the page: the user's input as signals, and derived values as computed signals, which are evaluated when they are shown. */
import { batch, computed, signal } from '@preact/signals';
import { parsePartial } from '../../editor/index.ts';
import { compilePattern, type DialectName, dialects, type Matcher, type PatternOptions } from '../../index.ts';
import { type Filter, judge, type PageEvent, passes, readEvent } from './events.ts';
import type { Shared, SharedEvent } from './fragment.ts';
import { linksOf, type Spot } from './links.ts';
import type { FoundPattern, Readers, ReadFile } from './readers.ts';
import { summaryOf } from './summary.ts';

/** The last valid pattern. */
export interface Current {
  readonly matcher: Matcher;
  /** Whether the text has changed since. */
  readonly isStale: boolean;
}

let lastId = 0;

function pageEvent({ text, expected, name }: SharedEvent): PageEvent {
  lastId++;
  return { id: lastId, text, expected, name };
}

export class Playground {
  readonly pattern = signal('');
  /** At least one. */
  readonly events = signal<readonly PageEvent[]>([pageEvent({ text: '{}' })]);
  /** The id of an event. */
  readonly selectedId = signal(lastId);
  readonly dialect = signal<DialectName>(dialects[0]?.name as DialectName);
  /** As typed: names between commas or spaces. */
  readonly extensions = signal('');
  /** Another version of the pattern. */
  readonly other = signal('');
  readonly filter = signal<Filter>('all');
  readonly search = signal('');
  readonly spot = signal<Spot | undefined>(undefined);
  /** The patterns of the last pasted document, if it has several. */
  readonly choices = signal<readonly FoundPattern[]>([]);
  /** Set by the second script. */
  readers: Readers | undefined;
  /** The result of the last action, for the status line. */
  readonly note = signal('');

  readonly options = computed(
    (): PatternOptions => ({
      dialect: this.dialect.value,
      extensions: this.extensions.value.split(/[\s,]+/).filter((name) => name !== ''),
    }),
  );

  /** All inputs of the answers. */
  readonly inputs = computed(() => ({
    pattern: this.pattern.value,
    events: this.events.value,
    selectedId: this.selectedId.value,
    options: this.options.value,
    other: this.other.value,
  }));

  readonly reading = computed(() => parsePartial(this.pattern.value, this.options.value));

  private lastValid: Matcher | undefined;

  readonly current = computed((): Current | undefined => {
    const { pattern } = this.reading.value;
    if (pattern !== undefined) this.lastValid = compilePattern(pattern);
    return this.lastValid && { matcher: this.lastValid, isStale: pattern === undefined };
  });

  readonly judged = computed(() => this.events.value.map((event) => judge(event, this.current.value?.matcher)));

  /** The events in the list, with their indexes. */
  readonly listed = computed(() => {
    const search = this.search.value.toLowerCase();
    return this.events.value.flatMap((event, index) => {
      const judged = this.judged.value[index];
      if (judged === undefined || !passes(judged, this.filter.value)) return [];
      return search === '' || event.text.toLowerCase().includes(search) ? [{ event, index, judged }] : [];
    });
  });

  readonly selected = computed((): PageEvent => {
    const events = this.events.value;
    return events.find(({ id }) => id === this.selectedId.value) ?? (events[0] as PageEvent);
  });

  readonly explanation = computed(() => {
    const { node } = readEvent(this.selected.value);
    return node === undefined ? undefined : this.current.value?.matcher.explainNode(node);
  });

  readonly links = computed(() => {
    const { node } = readEvent(this.selected.value);
    const explanation = this.explanation.value;
    if (node === undefined || explanation === undefined) return [];
    const { fields, node: pattern } = this.reading.value;
    return linksOf(explanation, fields, pattern, node);
  });

  readonly summary = computed(() =>
    summaryOf(this.judged.value, this.reading.value.diagnostics, this.current.value?.isStale === true),
  );

  /** Replaces the whole state. */
  load({ pattern, events, dialect, extensions, other = '' }: Shared): void {
    const all = events.map(pageEvent);
    batch(() => {
      this.lastValid = undefined;
      this.pattern.value = pattern;
      this.events.value = all;
      this.selectedId.value = all[0]?.id ?? 0;
      this.dialect.value = dialect;
      this.extensions.value = extensions.join(', ');
      this.other.value = other;
      this.filter.value = 'all';
      this.search.value = '';
      this.spot.value = undefined;
      this.choices.value = [];
    });
  }

  /** Replaces the state by a suite; returns false for a text that is no suite. An error of the suite is shown in the status line. */
  loadSuite(text: string, file: ReadFile = () => undefined): boolean {
    const read = this.readers?.suite(text, file);
    if (read === undefined) return false;
    if ('problem' in read) {
      this.note.value = `The suite cannot be shown: ${read.problem}.`;
      return true;
    }
    const choices = read.states.map(({ address, shared }): FoundPattern => ({ address, text: shared.pattern, shared }));
    const [first] = choices;
    if (first === undefined) return false;
    this.choose(first, choices);
    this.note.value =
      choices.length > 1 ? `The suite has ${choices.length} patterns: the first one is shown.` : 'A suite was loaded.';
    return true;
  }

  /** Shows one of the patterns of a suite. */
  choose({ shared }: FoundPattern, choices = this.choices.value): void {
    if (shared === undefined) return;
    batch(() => {
      this.load(shared);
      this.choices.value = choices.length > 1 ? choices : [];
    });
  }

  shared(): Shared {
    return {
      pattern: this.pattern.value,
      events: this.events.value.map(({ text, expected, name }) => ({ text, expected, name })),
      dialect: this.dialect.value,
      extensions: this.options.value.extensions ?? [],
      other: this.other.value,
    };
  }

  select(id: number): void {
    batch(() => {
      this.selectedId.value = id;
      this.spot.value = undefined;
    });
  }

  /** Appends events, and selects the first of them. */
  add(events: readonly SharedEvent[]): void {
    const added = events.map(pageEvent);
    const [first] = added;
    if (first === undefined) return;
    batch(() => {
      this.events.value = [...this.events.value, ...added];
      this.filter.value = 'all';
      this.search.value = '';
      this.select(first.id);
    });
  }

  /** Replaces the selected event by these. */
  replaceSelected(events: readonly SharedEvent[]): void {
    const { id } = this.selected.value;
    const added = events.map(pageEvent);
    const [first] = added;
    if (first === undefined) return;
    batch(() => {
      this.events.value = this.events.value.flatMap((event) => (event.id === id ? added : [event]));
      this.select(first.id);
    });
  }

  removeSelected(): void {
    const events = this.events.value;
    if (events.length < 2) return;
    const at = events.indexOf(this.selected.value);
    const left = events.filter((_, i) => i !== at);
    batch(() => {
      this.events.value = left;
      this.select((left[Math.min(at, left.length - 1)] as PageEvent).id);
    });
  }

  edit(change: Partial<Pick<PageEvent, 'text' | 'expected'>>): void {
    const { id } = this.selected.value;
    this.events.value = this.events.value.map((event) => (event.id === id ? { ...event, ...change } : event));
  }
}
