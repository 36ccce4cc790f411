/** The page: its head, the status line, and three panes. */
import { useSignalEffect } from '@preact/signals';
import { Answers } from './answers.tsx';
import { Events } from './events.tsx';
import { Findings } from './findings.tsx';
import { Header } from './header.tsx';
import type { Page, Pane } from './page.ts';
import { Host } from './parts.tsx';

const PANES: readonly Pane[] = ['Pattern', 'Events', 'Answers'];

export function App({ page }: { readonly page: Page }) {
  const { panes, pane, theme } = page;
  useSignalEffect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  return (
    // A file that is dropped beside the panes would replace the page.
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing but refuse
    <div
      class={`app shows-${pane.value.toLowerCase()}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <Header page={page} />
      <Status page={page} />
      <nav class="switch" aria-label="Panes">
        {PANES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === pane.value}
            onClick={() => {
              pane.value = one;
            }}
          >
            {one}
          </button>
        ))}
      </nav>
      <main>
        <section class="pane pattern" aria-label="Pattern" onDrop={(event) => void dropPattern(event, page)}>
          <h2>Pattern</h2>
          <Choices page={page} />
          <Host id="pattern-editor" mount={(host) => panes.mountPattern(host)} />
          <Findings page={page} />
        </section>
        <Events page={page} />
        <Answers page={page} />
      </main>
      <footer>
        Verdicts are this program's reading of the documentation: none was compared with the running service. The page
        sends nothing, and works offline. <a href="licences.txt">Licences</a>
      </footer>
    </div>
  );
}

async function dropPattern({ dataTransfer }: DragEvent, { panes }: Page): Promise<void> {
  const text = await dataTransfer?.files[0]?.text();
  if (text !== undefined && !panes.takePattern(text)) panes.rewritePattern(text);
}

/** The choice between several patterns of a document. */
function Choices({ page: { state, panes } }: { readonly page: Page }) {
  const choices = state.choices.value;
  if (choices.length === 0) return null;
  return (
    <select
      class="choose"
      aria-label="Pattern of the document"
      onChange={(event) => {
        const choice = choices[Number(event.currentTarget.value)];
        if (choice?.shared !== undefined) state.choose(choice);
        else if (choice !== undefined) panes.rewritePattern(choice.text);
      }}
    >
      {choices.map(({ address }, i) => (
        <option key={address} value={i}>
          {address}
        </option>
      ))}
    </select>
  );
}

function Status({ page: { state } }: { readonly page: Page }) {
  return (
    <p class="status" role="status">
      <span class="summary">{state.summary.value}</span> <span class="note">{state.note.value}</span>
    </p>
  );
}
