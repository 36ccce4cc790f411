/** Both engines in a browser: a content security policy that forbids to compile changes no outcome. */
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, FLAGS } from '../../scripts/playground/chromium.ts';
import * as core from '../../src/index.ts';
import { ROOT } from '../docs/markdown.ts';
import { COUNTER, OUTCOMES } from '../scan/engine-outcomes.ts';
import { hasBrowser } from './browser.ts';

const ORIGIN = 'http://core.test/';

describe.runIf(hasBrowser)('the core in a browser', () => {
  let browser: Browser;
  let script = '';
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [`${ROOT}src/index.ts`],
      bundle: true,
      format: 'iife',
      globalName: 'core',
      target: 'es2022',
      write: false,
    });
    script = outputFiles[0]?.text ?? '';
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: FLAGS });
  });
  afterAll(() => browser.close());

  const outcomes = runInThisContext(OUTCOMES)(core) as string[];

  it.each([
    ['without a policy', {}, 1],
    ['with a policy that forbids to compile', { 'content-security-policy': "script-src 'self'" }, 0],
    ['with a policy that permits it', { 'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'" }, 1],
  ])('gives the outcomes of Node %s', async (_, headers, compiled) => {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}**`, (route) => {
      const body = route.request().url().endsWith('.js')
        ? `${COUNTER}${script}\nglobalThis.outcomes = ${OUTCOMES}(core);`
        : '<!doctype html><script src="core.js"></script>';
      return route.fulfill({
        headers,
        contentType: route.request().url().endsWith('.js') ? 'text/javascript' : 'text/html',
        body,
      });
    });
    await page.goto(ORIGIN);
    expect(await page.evaluate('({ outcomes, compiled })')).toEqual({ outcomes, compiled });
    await page.close();
  });
});
