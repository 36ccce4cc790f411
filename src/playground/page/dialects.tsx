/** The verdicts of all dialects, and the rules that decide where they differ. */
import { type DialectColumn, dialectColumns, difference } from '../state/answers.ts';
import { labelOf } from '../state/events.ts';
import type { Playground } from '../state/playground.ts';
import type { Page } from './page.ts';
import { Sign } from './parts.tsx';
import { useSettled } from './settled.ts';

export function Dialects({ page: { state } }: { readonly page: Page }) {
  // Of one moment: the events may be others already.
  const { columns, events, decided } = useSettled(state, compared);
  const differing = events.flatMap((event, i) => (differs(columns, i) ? [{ event, i }] : []));
  return (
    <>
      {columns.map(({ dialect, refusal }) =>
        refusal === undefined ? null : (
          <p key={dialect} class="problem">
            <b>{dialect}</b> refuses the pattern: {refusal.message}
          </p>
        ),
      )}
      <p class="verdict">
        {differing.length === 0
          ? 'The dialects agree on all events.'
          : `The dialects differ on ${differing.length} of ${events.length} ${events.length === 1 ? 'event' : 'events'}.`}
      </p>
      {decided !== undefined && (
        <section class="decided">
          <h3>What decides for the selected event</h3>
          {decided.length === 0 && <p>That one dialect refuses the pattern.</p>}
          <ul>
            {decided.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">event</th>
            {columns.map(({ dialect }) => (
              <th key={dialect} scope="col">
                {dialect}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event, i) => (
            <tr key={event.id} class={differs(columns, i) ? 'differs' : ''}>
              <th scope="row">
                <button type="button" class="plain" onClick={() => state.select(event.id)}>
                  <b>{i + 1}</b> <span class="label">{labelOf(event)}</span>
                </button>
              </th>
              {columns.map(({ dialect, verdicts }) => {
                const verdict = verdicts[i] ?? 'no pattern';
                return (
                  <td key={dialect}>
                    <Sign verdict={verdict} /> {verdict}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function compared(state: Playground) {
  return { columns: dialectColumns(state), events: state.events.value, decided: difference(state) };
}

function differs(columns: readonly DialectColumn[], event: number): boolean {
  return new Set(columns.map(({ verdicts }) => verdicts[event])).size > 1;
}
