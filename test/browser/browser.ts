/**
 * A browser for the tests of the page. Where there is none the tests are skipped with one line, unless EB_PATTERN_BROWSER=required says that
 * they must run. Whatever a page logs or asks other hosts for is kept, to be compared with nothing.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumPath, FLAGS } from '../../scripts/playground/chromium.ts';
import { type PageFile, pageFiles } from '../../src/cli/commands/playground/files.ts';
import { servePage } from '../../src/cli/commands/playground/server.ts';
import { pack, type Shared } from '../../src/playground/state/fragment.ts';

/** Chromium's own word when coloured text is typed over: it would keep the style, and the policy refuses it. */
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

/** Puts a state into a page that is open. */
export async function show(page: Page, given: Partial<Shared> & Pick<Shared, 'pattern'>): Promise<void> {
  const state: Shared = { events: [{ text: '{}' }], dialect: 'aliyun', extensions: [], ...given };
  const fragment = JSON.stringify(await pack(state));
  await page.evaluate(`new Promise((shown) => {
    history.replaceState(null, '', location.pathname);
    addEventListener('link-read', () => requestAnimationFrame(() => shown()), { once: true });
    location.hash = ${fragment};
  })`);
}

/** The text of a pane. */
export function editor(page: Page, name: 'Pattern' | 'Event') {
  return page.getByRole('textbox', { name, exact: true });
}
