/** Takes the picture of the page that README shows: `npm run picture`, with Chromium (EB_PATTERN_CHROMIUM is its path where that is another one). */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { pack } from '../../src/playground/state/fragment.ts';
import { chromiumPath, FLAGS } from './chromium.ts';

const ROOT = new URL('../../', import.meta.url);

const PATTERN = `{
  "source": [{"prefix": "shop."}],
  "data": {
    "state": ["paid", {"prefix": "part-"}],
    "total": [{"numeric": [">", 100]}],
    "ip": [{"cidr": "10.0.0.0/24"}],
    "tags": ["vip", "eu"]
  }
}
`;

function event(state: string, total: string, rest: string): string {
  return `{\n  "id": "45ef4dew",\n  "source": "shop.orders",\n  "data": {\n    "state": "${state}",\n    ${total},\n    ${rest}\n  }\n}\n`;
}

const address = '"ip": "10.0.0.7",\n    "tags": ["new", "eu", "vip"]';
const fragment = await pack({
  pattern: PATTERN,
  events: [
    { text: event('paid', '"Total": 250', address), name: 'a paid order', expected: true },
    { text: event('part-paid', '"total": 101', address), name: 'an order paid in part', expected: true },
    { text: event('open', '"total": 20', '"ip": "10.0.0.9",\n    "tags": []'), name: 'an open order', expected: false },
  ],
  dialect: 'aliyun',
  extensions: [],
});

const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: FLAGS });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
await page.goto(new URL('dist/playground/index.html', ROOT).href + fragment);
await page.getByRole('button', { name: 'Change this event' }).waitFor();
await page.screenshot({ path: fileURLToPath(new URL('docs/images/playground.png', ROOT)) });
await browser.close();
