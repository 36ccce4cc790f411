/** The findings of the pattern, each with its reason and its fixes. */
import { underlineOf } from '../../editor/index.ts';
import type { Diagnostic } from '../../index.ts';
import { background } from './background.ts';
import type { Page } from './page.ts';
import { Quiet, Words } from './parts.tsx';

export function Findings({ page }: { readonly page: Page }) {
  const { diagnostics } = page.state.reading.value;
  return (
    <section class="findings" aria-label="Findings">
      <h2>
        Findings <span class="count">{diagnostics.length}</span>
      </h2>
      {diagnostics.length === 0 ? (
        <Quiet>The pattern is valid, and nothing in it looks odd.</Quiet>
      ) : (
        <ul>
          {diagnostics.map((finding, i) => (
            <Finding key={`${finding.code} ${i}`} finding={finding} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Finding({ finding, page }: { readonly finding: Diagnostic; readonly page: Page }) {
  const { state, panes } = page;
  const { severity, code, message, hint, fixes = [] } = finding;
  const known = background.value?.[code];
  const show = (): void => {
    const range = underlineOf(finding, state.pattern.value, state.reading.value.node);
    if (range !== undefined) panes.goToPattern(range);
  };
  return (
    <li class={severity}>
      <button type="button" class="plain" onClick={show}>
        <b>{severity}</b> <Words text={message} />
      </button>
      {hint !== undefined && fixes.length === 0 && (
        <p class="hint">
          <Words text={hint} />
        </p>
      )}
      {fixes.length > 0 && (
        <div class="bar">
          {fixes.map(({ title, edits }) => (
            <button type="button" class="fix" key={title} onClick={() => panes.fixPattern(edits)}>
              <Words text={title} />
            </button>
          ))}
        </div>
      )}
      {known !== undefined && (
        <details>
          <summary>
            why: <code>{code}</code>
          </summary>
          <p>
            <Words text={known.why} />
          </p>
          <p>
            Prefer: <code>{known.prefer}</code>
          </p>
          <p class="quiet">
            <Words text={known.evidence} />
          </p>
        </details>
      )}
    </li>
  );
}
