/**
 * A browser for the tests of the page. Without one the tests are skipped with one line, unless EB_PATTERN_BROWSER=required. Console output
 * and requests to other hosts are recorded: a test expects none.
 */
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumPath, FLAGS } from '../../scripts/playground/chromium.ts';
import { type PageFile, pageFiles } from '../../src/cli/page/files.ts';
import { servePage } from '../../src/cli/page/server.ts';
import { pack, type Shared } from '../../src/playground/state/fragment.ts';

/** Chromium logs this when coloured text is overwritten: it would keep the style, and the policy refuses it. */
const BLINK = /^Applying inline style violates the following Content Security Policy directive 'style-src 'self''/;

export const hasBrowser = chromiumPath !== undefined;
if (!hasBrowser) {
  const message = 'the tests of the page are skipped: there is no Chromium (EB_PATTERN_CHROMIUM is its path)';
  if (process.env.EB_PATTERN_BROWSER === 'required') throw new Error(message);
  console.log(message);
}

export interface World {
  readonly url: string;
  readonly files: readonly PageFile[];
  /** What pages logged, and requests to other hosts. */
  readonly complaints: readonly string[];
  open(options?: BrowserContextOptions): Promise<Page>;
}

export async function startBrowser(): Promise<World> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath as string, args: FLAGS });
  const files = await pageFiles();
  const server = await servePage(files);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const complaints: string[] = [];
  return {
    url: server.url,
    files,
    complaints,
    async open(options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (!BLINK.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
      page.on('request', (request) => {
        const foreign = !request.url().startsWith(server.url) && !request.url().startsWith('file:');
        if (foreign || request.url().includes('v1.') !== request.url().includes('#v1.')) complaints.push(request.url());
      });
      await page.goto(server.url);
      await page.getByRole('status').waitFor();
      return page;
    },
  };
}

export type Given = Partial<Shared> & Pick<Shared, 'pattern'>;

/** Opens a state in an open page. */
export async function show(page: Page, given: Given): Promise<void> {
  await showAll(page, [given], '');
}

/**
 * Opens one state after the other in a page, and returns what is found for each. All of it runs in the page, which is several times as
 * fast.
 * @param look the body of a function of the index of the state; `await frame()` waits until the state is drawn
 */
export async function showAll<T>(page: Page, given: readonly Given[], look: string): Promise<T[]> {
  const states = given.map((one): Shared => ({ events: [{ text: '{}' }], dialect: 'aliyun', extensions: [], ...one }));
  const fragments = await Promise.all(states.map(pack));
  return page.evaluate(`(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => drawn()));
    const look = async (i) => { ${look} };
    const found = [];
    for (const [i, fragment] of ${JSON.stringify(fragments)}.entries()) {
      const read = new Promise((done) => addEventListener('link-read', done, { once: true }));
      history.replaceState(null, '', location.pathname);
      location.hash = fragment;
      await read;
      await frame();
      found.push(await look(i));
    }
    return found;
  })()`);
}

/** The part of the DOM that is used here; the tests have no DOM types. */
interface Dom {
  readonly DataTransfer: new () => {
    setData(type: string, text: string): void;
    readonly items: { add(file: object): void };
  };
  readonly File: new (parts: string[], name: string) => object;
  readonly ClipboardEvent: new (type: string, init: object) => object;
  readonly DragEvent: new (type: string, init: object) => object;
}

/** Drops files on an element, or pastes a text there. */
export async function hand(on: Locator, given: string | Readonly<Record<string, string>>): Promise<void> {
  await on.evaluate((element: { dispatchEvent(event: object): void }, what: typeof given) => {
    const { DataTransfer, File, ClipboardEvent, DragEvent } = globalThis as unknown as Dom;
    const data = new DataTransfer();
    const init = { bubbles: true, cancelable: true, composed: true };
    if (typeof what === 'string') {
      data.setData('text/plain', what);
      element.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
    } else {
      for (const [name, text] of Object.entries(what)) data.items.add(new File([text], name));
      element.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
    }
  }, given);
}

/** The text of a pane. */
export function editor(page: Page, name: 'Pattern' | 'Event') {
  return page.getByRole('textbox', { name, exact: true });
}
