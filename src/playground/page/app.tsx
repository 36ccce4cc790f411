/** The page: its head, the line of status, and three panes. */
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
    <div class={`app shows-${pane.value.toLowerCase()}`}>
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
        <section class="pane pattern" aria-label="Pattern">
          <h2>Pattern</h2>
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

function Status({ page: { state } }: { readonly page: Page }) {
  return (
    <p class="status" role="status">
      <span class="summary">{state.summary.value}</span> <span class="note">{state.note.value}</span>
    </p>
  );
}
