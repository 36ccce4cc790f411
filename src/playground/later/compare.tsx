/** Another version of the pattern: the events that it gains and loses. */

import type { Page } from '../page/page.ts';
import { Busy, Quiet, Words } from '../page/parts.tsx';
import { useSettled } from '../page/settled.ts';
import { comparison } from '../state/answers.ts';
import { pretty } from '../state/incoming.ts';

const RELATIONS = {
  equal: 'The other version matches the same events.',
  narrower: 'The other version is narrower: it only loses events.',
  wider: 'The other version is wider: it only gains events.',
  overlapping: 'The other version loses events and gains others.',
  disjoint: 'No event with single values matches both versions.',
  unknown: 'How the versions relate was not found within the steps that the page takes.',
} as const;

export function Compare({ page: { state } }: { readonly page: Page }) {
  const found = useSettled(state, comparison);
  return (
    <>
      <label for="other">Another version of the pattern</label>
      <textarea
        id="other"
        rows={8}
        spellcheck={false}
        value={state.other.value}
        onInput={(event) => {
          state.other.value = event.currentTarget.value;
        }}
      />
      <div class="bar">
        <button
          type="button"
          onClick={() => {
            state.other.value = state.pattern.value;
          }}
        >
          Start from this one
        </button>
        <button
          type="button"
          disabled={state.other.value.trim() === ''}
          onClick={() => {
            const before = state.pattern.value;
            state.pattern.value = state.other.value;
            state.other.value = before;
          }}
        >
          Swap
        </button>
      </div>
      {found === undefined && <Busy />}
      {found?.kind === 'nothing' && <Quiet>Write another version to see which events it gains and loses.</Quiet>}
      {found?.kind === 'refused' && (
        <p class="problem">
          <Words text={found.message} />
        </p>
      )}
      {found?.kind === 'compared' && (
        <>
          <p class="verdict">{RELATIONS[found.result.relation]}</p>
          {(['lost', 'gained'] as const).map((kind) => {
            const event = found.result[kind];
            if (event === undefined) return null;
            return (
              <section key={kind}>
                <h3>{kind === 'lost' ? 'This event no longer matches' : 'This event matches then'}</h3>
                <pre>{pretty(event)}</pre>
                <button type="button" onClick={() => state.add([{ text: pretty(event) }])}>
                  Add it as an event
                </button>
              </section>
            );
          })}
        </>
      )}
    </>
  );
}
