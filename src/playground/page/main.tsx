/** Starts the page with the state in the fragment of its address, else with the first example. */
import { render } from 'preact';
import { LinkError, unpack } from '../state/fragment.ts';
import { App } from './app.tsx';
import { example } from './examples.ts';
import { sentence } from './header.tsx';
import { openPage, type Page } from './page.ts';

const page = openPage();
addEventListener('hashchange', () => void restore(page));
void start(page);

async function start({ state }: Page): Promise<void> {
  state.load(example);
  await restore(page);
  const root = document.getElementById('app');
  if (root === null) return;
  root.replaceChildren();
  render(<App page={page} />, root);
}

async function restore({ state }: Page): Promise<void> {
  try {
    const shared = await unpack(location.hash);
    if (shared !== undefined) state.load(shared);
    state.note.value = '';
  } catch (thrown) {
    if (!(thrown instanceof LinkError)) throw thrown;
    state.note.value = sentence(thrown.message);
  }
  // For programs that embed or drive the page: the state of the link is shown.
  dispatchEvent(new Event('link-read'));
}
