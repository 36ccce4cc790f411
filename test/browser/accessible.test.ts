/** axe on every tab, light and dark, on a wide screen and on phones; nothing may be wider than the screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, show, startBrowser, type World } from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const TABS = ['Why', 'Meaning', 'Dialects', 'Compare', 'Samples', 'Export'];

/** Two fields, two findings, three events (a match, a miss, and a text that is no event), and a difference of the dialects. */
const STATE = {
  pattern: '{"source": ["shop"], "data": {"ip": [{"cidr": "10.0.0.0/24"}, {"prefx": "a"}], "n": [1.0]}}',
  events: [
    { text: '{"source": "shop", "data": {"ip": "10.0.0.0"}}', expected: true },
    { text: '{"source": "shop", "data": {"ip": "x"}}', expected: true },
    { text: '[' },
    { text: '{}' },
  ],
  other: '{"source": ["shop"]}',
};
const VALID = { ...STATE, pattern: '{"source": ["shop"], "data": {"ip": [{"cidr": "10.0.0.0/24"}, "y"]}}' };

describe.runIf(hasBrowser)('the accessibility of the page', () => {
  let world: World;
  beforeAll(async () => {
    world = await startBrowser();
  });

  const all = ([1280, 390, 320] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );
  // Each width and each theme; all combinations only in a full run.
  const cases = process.env.EB_PATTERN_RUNS === '1' ? all : all.filter((_, i) => i === 0 || i === 3 || i === 4);

  it.each(cases)('has no violations at $width px, $colorScheme', async ({ width, colorScheme }) => {
    // The axe script needs an exception from the policy of the page.
    const page = await world.open({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: AXE });
    const violations = async (): Promise<unknown> =>
      page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) => target + ' ' + any[0]?.message).join('; ')))`);
    const tooWide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    const isPhone = width < 900;
    const found: unknown[] = [];
    const look = async (at: string): Promise<void> => {
      found.push({ at, violations: await violations(), tooWide: await tooWide() });
    };
    for (const pane of isPhone ? ['Pattern', 'Events'] : []) {
      await show(page, STATE);
      await page.getByRole('button', { name: pane, exact: true }).click();
      await look(pane);
    }
    if (isPhone) await page.getByRole('button', { name: 'Answers', exact: true }).click();
    await show(page, VALID);
    for (const tab of TABS) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await look(tab);
    }
    expect(found.length).toBe(TABS.length + (isPhone ? 2 : 0));
    expect(found).toEqual(found.map((one) => ({ ...(one as object), violations: [], tooWide: false })));
    await page.context().close();
  });

  it('keeps selection, links and failures visible under forced colours', async () => {
    const page = await world.open({ forcedColors: 'active' });
    await show(page, VALID);
    const styled = async (selector: string, property: string): Promise<unknown> =>
      page.evaluate(`(() => {
        const roots = [document, ...[...document.querySelectorAll('.editor')].map(({ shadowRoot }) => shadowRoot)];
        const found = roots.map((root) => root.querySelector('${selector}')).find((one) => one !== null);
        return getComputedStyle(found).getPropertyValue('${property}');
      })()`);
    expect(await styled('.tabs [aria-selected="true"]', 'outline-style')).toBe('solid');
    expect(await styled('.tabs [aria-selected="false"]', 'outline-style')).toBe('none');
    expect(await styled('.event[aria-selected="true"]', 'outline-style')).toBe('solid');
    expect(await styled('.link', 'text-decoration-line')).toBe('underline');
    expect(await styled('.badge', 'border-top-style')).toBe('solid');
    await page.locator('.event').nth(1).click();
    expect(await styled('.fails', 'outline-style')).toBe('dashed');
    await page.locator('.conditions button').first().hover();
    expect(await styled('.hot', 'outline-style')).toBe('solid');
    await page.context().close();
  });
});
