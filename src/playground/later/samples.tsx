/** Events made from the pattern: some match, and some nearly match. */

import type { Page } from '../page/page.ts';
import { Busy, Quiet } from '../page/parts.tsx';
import { useSettled } from '../page/settled.ts';
import { samples as made } from '../state/answers.ts';
import { pretty } from '../state/incoming.ts';

export function Samples({ page: { state } }: { readonly page: Page }) {
  const samples = useSettled(state, made);
  if (state.current.value === undefined) return <Quiet>There is no valid pattern yet.</Quiet>;
  if (samples === undefined) return <Busy />;
  const { matching, misses } = samples;
  const add = (text: string, expected: boolean) => () => state.add([{ text: pretty(text), expected }]);
  return (
    <>
      <h3>Events that match</h3>
      {matching.length === 0 && <Quiet>The pattern matches no event.</Quiet>}
      <ul class="samples">
        {matching.map((event) => (
          <li key={event}>
            <button type="button" onClick={add(event, true)}>
              Add
            </button>
            <code>{event}</code>
          </li>
        ))}
      </ul>
      <h3>Events that nearly match</h3>
      {misses.length === 0 && <Quiet>There are none: every event matches, or none does.</Quiet>}
      <ul class="samples">
        {misses.map(({ event, pointer }) => (
          <li key={event}>
            <button type="button" onClick={add(event, false)}>
              Add
            </button>
            <span>
              <code>{event}</code> <span class="quiet">{pointer} fails</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
