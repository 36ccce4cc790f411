/**
 * What the page costs in a browser: from a key to the next frame, and the longest task with a hostile pattern. `npm run bench:page`, after a build, with
 * Chromium. Times of tasks are given twice: as the page sees them, and as CPU time of its thread, which other programs do not lengthen.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath, FLAGS } from '../scripts/playground/chromium.ts';
import { pageFiles } from '../src/cli/page/files.ts';
import { servePage } from '../src/cli/page/server.ts';
import { pack, type Shared } from '../src/playground/state/fragment.ts';
import { cases, type HostilePattern, hostile } from './page-cases.ts';
import { table } from './table.ts';

const TABS = ['Why', 'Meaning', 'Dialects', 'Compare', 'Samples', 'Export'] as const;
const KEYS = 40;

/** Milliseconds between keys of the one measurement, and after each key of the other, which waits for the answers. */
const BETWEEN = 60;
const SETTLED = 900;

const OBSERVE = `
  globalThis.frames = [];
  globalThis.tasks = [];
  addEventListener('keydown', ({ key }) => {
    if (key.length !== 1) return;
    const start = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => frames.push(performance.now() - start);
      port2.postMessage(0);
    });
  }, true);
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
`;

const files = await pageFiles();
const server = await servePage(files);
const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: FLAGS });

async function open(state: Shared): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(OBSERVE);
  await page.goto(server.url + (await pack(state)));
  await page.locator('.event').first().waitFor();
  await page.waitForTimeout(SETTLED);
  return page;
}

/** Puts the cursor behind a text of an editor that stands there once. */
async function cursorBehind(page: Page, name: 'Pattern' | 'Event', text: string): Promise<void> {
  await page.getByRole('textbox', { name, exact: true }).getByText(text).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
}

async function keysToFrames(): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { name, state, editor, tab, behind } of cases) {
    const page = await open(state);
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await cursorBehind(page, editor, behind);
    await page.evaluate('frames.length = 0');
    await page.keyboard.type('x'.repeat(KEYS), { delay: BETWEEN });
    await page.waitForTimeout(SETTLED);
    const frames = ((await page.evaluate('frames')) as number[]).sort((a, b) => a - b);
    const at = (share: number) => (frames[Math.floor((frames.length - 1) * share)] ?? 0).toFixed(0);
    rows.push([name, String(frames.length), at(0.5), at(0.95)]);
    await page.close();
  }
  return rows;
}

async function longestTasks({ name, state }: HostilePattern): Promise<string[][]> {
  const rows: string[][] = [];
  const page = await open(state);
  for (const tab of TABS) {
    await page.evaluate('tasks.length = 0');
    const trace = join(tmpdir(), `eb-pattern-${process.pid}.json`);
    await browser.startTracing(page, { path: trace, categories: ['toplevel', 'devtools.timeline'] });
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.waitForTimeout(SETTLED * 2);
    await page.locator('#pattern-editor .cm-content').click();
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 3; i++) {
      await page.keyboard.type(' ');
      await page.waitForTimeout(SETTLED * 2);
    }
    await browser.stopTracing();
    const tasks = (await page.evaluate('tasks')) as number[];
    rows.push([
      `${name}, ${tab}`,
      Math.max(0, ...tasks).toFixed(0),
      longestCpu(readFileSync(trace, 'utf8')).toFixed(0),
    ]);
  }
  await page.close();
  return rows;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of CPU time of the longest task of a page's main thread. */
function longestCpu(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}

console.log(table(['key to next frame', 'keys', 'median, ms', '95 %, ms'], await keysToFrames()));
for (const one of hostile) {
  console.log(`\n${table(['longest task, 200 events', 'ms', 'CPU, ms'], await longestTasks(one))}`);
}
await browser.close();
await server.close();
