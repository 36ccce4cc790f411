/** The head of the page: the language, examples, the link, the theme. */
import { type DialectName, dialects } from '../../index.ts';
import { LinkError, pack } from '../state/fragment.ts';
import type { Page, Theme } from './page.ts';
import { copied } from './parts.tsx';

export function Header({ page }: { readonly page: Page }) {
  const { state, theme } = page;
  return (
    <header>
      <h1>
        eb-pattern <span>playground</span>
      </h1>
      <fieldset class="choices">
        <legend class="said">Dialect</legend>
        {dialects.map(({ name }) => (
          <label key={name}>
            <input
              type="radio"
              name="dialect"
              checked={state.dialect.value === name}
              onChange={() => {
                state.dialect.value = name as DialectName;
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <label class="extensions">
        extension attributes
        <input
          value={state.extensions.value}
          placeholder="tenant, traceid"
          spellcheck={false}
          onInput={(event) => {
            state.extensions.value = event.currentTarget.value;
          }}
        />
      </label>
      <span class="space" />
      <select
        aria-label="Examples"
        value=""
        onChange={(event) => {
          const example = page.examples.value[Number(event.currentTarget.value)];
          event.currentTarget.value = '';
          if (example === undefined) return;
          state.load(example);
          state.note.value = `Example: ${example.title}.`;
        }}
      >
        <option value="">Examples…</option>
        {page.examples.value.map(({ title }, i) => (
          <option key={title} value={i}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => share(page)}>
        Share
      </button>
      <select
        aria-label="Theme"
        value={theme.value}
        onChange={(event) => {
          theme.value = event.currentTarget.value as Theme;
        }}
      >
        <option value="auto">auto</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </header>
  );
}

async function share({ state }: Page): Promise<void> {
  try {
    const fragment = await pack(state.shared());
    history.replaceState(null, '', fragment);
    const isCopied = await copied(location.href);
    const where = isCopied ? 'The link is copied' : 'The link is in the address bar';
    state.note.value = `${where}: ${location.href.length} characters. All of it stands behind #, which browsers do not send.`;
  } catch (thrown) {
    if (!(thrown instanceof LinkError)) throw thrown;
    state.note.value = sentence(thrown.message);
  }
}

/** A message as a sentence, with a capital and a full stop. */
export function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
