/** Changes that make an event match: one of the event, or one of the pattern with the other events that it accepts. */

import type { Page } from '../page/page.ts';
import { Words } from '../page/parts.tsx';
import { useSettled } from '../page/settled.ts';
import { pretty } from '../state/incoming.ts';
import { repairOf } from '../state/repair.ts';

export function Nearest({ page: { state, panes } }: { readonly page: Page }) {
  const repair = useSettled(state, repairOf);
  // A change that was computed for another event or pattern cannot be applied.
  const isCurrent = repair?.event === state.selected.value && repair.matcher === state.current.value?.matcher;
  if (repair === undefined || !isCurrent || state.explanation.value?.matches !== false) return null;
  const { changed, patterns } = repair;
  const fields = new Set(patterns.flatMap(({ steps }) => steps.map(({ pointer }) => pointer)));
  return (
    <>
      {changed !== undefined && changed.changes.length > 0 && (
        <section class="nearest">
          <h3>It would match with</h3>
          <ul>
            {changed.changes.map(({ pointer, renamedFrom, from, to }) => (
              <li key={pointer}>
                {renamedFrom !== undefined && (
                  <>
                    <del>{renamedFrom}</del> →{' '}
                  </>
                )}
                <code>{pointer}</code> {from !== undefined && from !== to && <del>{from}</del>}{' '}
                {to === undefined ? 'left out' : from !== to && <ins>{to}</ins>}
              </li>
            ))}
          </ul>
          <div class="bar">
            <button type="button" onClick={() => panes.rewriteEvent(changed.text)}>
              Change this event
            </button>
            <button type="button" onClick={() => state.add([{ text: changed.text, expected: true }])}>
              Add it as an event
            </button>
          </div>
        </section>
      )}
      {patterns.length > 0 && (
        <section class="nearest">
          <h3>Or change the pattern</h3>
          <ul class="patterns">
            {patterns.map(({ steps, text, diff: { gained } }) => (
              <li key={text}>
                <button type="button" class="fix" onClick={() => panes.rewritePattern(text)}>
                  <Words
                    text={steps
                      .map(({ pointer, title }) => (fields.size > 1 ? `${pointer}: ${title}` : title))
                      .join('; ')}
                  />
                </button>
                {gained !== undefined && (
                  <details>
                    <summary>lets in, for example</summary>
                    <pre>{pretty(gained)}</pre>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
