/** The pattern and its events as a suite, and the outcomes that no event tests. */

import type { Page } from '../page/page.ts';
import { Busy, copied, Quiet } from '../page/parts.tsx';
import { useSettled } from '../page/settled.ts';
import { coverage, exported } from '../state/answers.ts';

/** Characters of the suite that are shown: the layout of a megabyte takes a quarter of a second. */
const SHOWN = 50_000;

/** The most outcomes in the list. */
const OPEN = 100;

export function Export({ page: { state } }: { readonly page: Page }) {
  const made = useSettled(state, exported);
  const covered = useSettled(state, coverage);
  if (state.reading.value.pattern === undefined) return <Quiet>A suite needs a valid pattern.</Quiet>;
  if (made === undefined) return <Busy />;
  const { suite, left } = made;
  const copy = async (): Promise<void> => {
    state.note.value = (await copied(suite))
      ? 'The suite is copied.'
      : 'The browser does not allow it: select the text.';
  };
  return (
    <>
      <p>
        Save this as <code>pattern.eb-test.yaml</code>, and run <code>eb-pattern test</code>. A test expects the verdict
        that the event should have, or else the one that it has.
      </p>
      {left > 0 && (
        <p class="problem">{left === 1 ? '1 event is' : `${left} events are`} left out: not a JSON object.</p>
      )}
      <div class="bar">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" onClick={() => download('pattern.eb-test.yaml', suite)}>
          Download
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus */}
      <pre id="suite" tabIndex={0}>
        {suite.slice(0, SHOWN)}
      </pre>
      {suite.length > SHOWN && <Quiet>This is the beginning: Copy and Download give all of it.</Quiet>}
      {covered === undefined && <Busy />}
      {covered !== undefined && covered.outcomes > 0 && (
        <section>
          <h3>
            Coverage: {covered.decided} of {covered.outcomes} outcomes
          </h3>
          {covered.open.length === 0 && (
            <Quiet>Every field and condition held for one event, and failed for another.</Quiet>
          )}
          <ul class="open">
            {covered.open.slice(0, OPEN).map(({ pointer, text }) => (
              <li key={`${pointer} ${text}`}>
                <code>{pointer}</code>: {text}
              </li>
            ))}
          </ul>
          {covered.open.length > OPEN && <Quiet>And {covered.open.length - OPEN} more.</Quiet>}
        </section>
      )}
    </>
  );
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
