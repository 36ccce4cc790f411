/** The list of events, and the actions on the selected one. */
import { type Filter, labelOf, readEvent } from '../state/events.ts';
import { eventsIn } from '../state/incoming.ts';
import type { Page } from './page.ts';
import { Host, Sign, stepped } from './parts.tsx';

const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', 'all'],
  ['match', 'that match'],
  ['no match', 'that do not'],
  ['unexpected', 'not as expected'],
  ['not an event', 'not an event'],
];

export function Events({ page }: { readonly page: Page }) {
  const { panes } = page;
  return (
    <section
      class="pane events"
      aria-label="Events"
      onDrop={(event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) void addFiles(page, files);
      }}
    >
      <h2>
        Events <span class="count">{page.state.events.value.length}</span>
      </h2>
      <EventList page={page} />
      <Selected page={page} />
      <Host id="event-editor" mount={(host) => panes.mountEvent(host)} />
    </section>
  );
}

/** A suite with the files that it names, or files with events. */
export async function addFiles({ state }: Page, files: readonly File[]): Promise<void> {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const byName = new Map(read.map(({ name, text }) => [name, text]));
  const file = (name: string): string | undefined => byName.get(name.split('/').at(-1) ?? '');
  if (read.some(({ text }) => state.loadSuite(text, file))) return;
  const all = read.flatMap(({ name, text: whole }) => {
    const texts = eventsIn(whole, state.readers?.yaml);
    return texts.map((text, i) => ({ text, name: texts.length === 1 ? name : `${name} ${i + 1}` }));
  });
  state.add(all);
  state.note.value = `${all.length === 1 ? '1 event was' : `${all.length} events were`} added.`;
}

function EventList({ page: { state } }: { readonly page: Page }) {
  const listed = state.listed.value;
  const selected = state.selected.value;
  const isMany = state.events.value.length > 3;
  const onKey = (event: KeyboardEvent): void => {
    const at = listed.findIndex(({ event: { id } }) => id === selected.id);
    const next = listed.length === 0 ? undefined : stepped(event.key, at, listed.length);
    const target = next === undefined ? undefined : listed[next];
    if (target === undefined) return;
    event.preventDefault();
    state.select(target.event.id);
    document.getElementById(`event-${target.event.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {isMany && (
        <div class="bar filters">
          <select
            aria-label="Show events"
            value={state.filter.value}
            onChange={(event) => {
              state.filter.value = event.currentTarget.value as Filter;
            }}
          >
            {FILTERS.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <input
            type="search"
            aria-label="Search events"
            placeholder="search"
            value={state.search.value}
            onInput={(event) => {
              state.search.value = event.currentTarget.value;
            }}
          />
          <span class="quiet">
            {listed.length} of {state.events.value.length}
          </span>
        </div>
      )}
      <div
        role="listbox"
        aria-label="Events"
        class="event-list"
        tabIndex={0}
        aria-activedescendant={listed.some(({ event }) => event === selected) ? `event-${selected.id}` : undefined}
        onKeyDown={onKey}
      >
        {listed.map(({ event, index, judged: { verdict, isExpected } }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and says which option is active
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
          <div
            key={event.id}
            role="option"
            id={`event-${event.id}`}
            aria-selected={event.id === selected.id}
            class="event"
            onClick={() => state.select(event.id)}
          >
            <Sign verdict={verdict} said={`${verdict}, `} />
            <b>{index + 1}</b>
            <span class="label">{labelOf(event)}</span>
            {isExpected !== undefined && (
              <span class={`expected ${isExpected ? 'yes' : 'no'}`}>
                {isExpected ? 'as expected' : 'not as expected'}
              </span>
            )}
          </div>
        ))}
      </div>
      {listed.length === 0 && <p class="quiet none">No event passes the filter.</p>}
    </>
  );
}

function Selected({ page }: { readonly page: Page }) {
  const { state } = page;
  const { expected } = state.selected.value;
  const { problem } = readEvent(state.selected.value);
  return (
    <>
      <div class="bar">
        <button type="button" onClick={() => state.add([{ text: '{\n  "source": "",\n  "data": {}\n}\n' }])}>
          Add
        </button>
        <button type="button" disabled={state.events.value.length < 2} onClick={() => state.removeSelected()}>
          Remove
        </button>
        <label class="button">
          Files…
          <input
            type="file"
            class="said"
            multiple
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void addFiles(page, files);
            }}
          />
        </label>
        <label>
          should{' '}
          <select
            value={String(expected)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              state.edit({ expected: value === 'undefined' ? undefined : value === 'true' });
            }}
          >
            <option value="undefined">either</option>
            <option value="true">match</option>
            <option value="false">not match</option>
          </select>
        </label>
      </div>
      {problem !== undefined && <p class="problem">Not an event: {problem.message}</p>}
    </>
  );
}
