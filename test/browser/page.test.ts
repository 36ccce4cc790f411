/** The built page in a browser: its output, its controls, and its limits. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Code, catalogue, compilePattern, type DialectName, dialects, parsePattern } from '../../src/index.ts';
import { folderWith, run } from '../cli/run-main.ts';
import { ROOT } from '../docs/markdown.ts';
import { CONFORMANCE_FILES, readConformance } from '../support/conformance.ts';
import { editor, type Given, hand, hasBrowser, show, showAll, startBrowser, type World } from './browser.ts';

const PATTERN = `{
  "source": [{"prefix": "shop."}],
  "type": ["order", {"suffix": ":paid"}],
  "data": {
    "state": ["paid", {"prefix": "part-"}],
    "total": [{"numeric": [">", 100, "<=", 500]}],
    "ip": [{"cidr": "10.0.0.0/24"}],
    "tags": ["vip", "eu"],
    "note": [{"anything-but": ["", "none"]}],
    "user": {"id": [{"exists": true}], "name": [null]},
    "old": [{"exists": false}]
  }
}
`;
const MATCHING = `{
  "source": "shop.orders",
  "type": "order:paid",
  "data": {
    "state": "part-paid",
    "total": 250,
    "ip": "10.0.0.7",
    "tags": ["new", "eu", "vip", "eu"],
    "note": "gift",
    "user": {"id": 7, "name": null}
  }
}
`;
const FAILING = MATCHING.replace('"total"', '"Total"');
/** Elements that the page never creates; the editor has empty pictures beside line numbers. */
const MADE = 'img:not(.cm-widgetBuffer), script:not([src="playground.js"], [src="later.js"])';
const EVENTS = [{ text: MATCHING, expected: true }, { text: FAILING, expected: true }, { text: 'no JSON' }];

describe.runIf(hasBrowser)('the page', () => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    world = await startBrowser();
    page = await world.open();
  });
  afterAll(() => expect(world.complaints).toEqual([]));

  const status = () => page.locator('.summary').textContent();
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

  it('shows the verdicts, the findings and unexpected verdicts', async () => {
    await show(page, { pattern: PATTERN, events: EVENTS });
    expect(await status()).toBe('1 of 3 events match; 1 verdict is not as expected; 1 is no event');
    expect(await page.locator('.event').allTextContents()).toEqual([
      expect.stringMatching(/^✓\s*match,\s*1.*as expected$/s),
      expect.stringMatching(/^✗\s*no match,\s*2.*not as expected$/s),
      expect.stringMatching(/^!\s*not an event,\s*3\s*no JSON$/s),
    ]);
    expect(await page.getByText('Verdicts are this program').textContent()).toContain('none was compared');
  });

  it.each([
    ['[{"sku":"ab","qty":1},{"sku":"x","qty":5}]', 'no match: the fields of the nearest of 2 alternatives do not hold'],
    ['[{"sku":"x","qty":5}]', 'no match: in the nearest of 2 alternatives 1 of 3 fields fails'],
    ['[{"sku":"ab","qty":5}]', 'match: one of 2 alternatives holds'],
  ])('counts the fields of one alternative of $or: %s', async (items, verdict) => {
    const $or = [{ paid: [true] }, { vip: [{ exists: true }] }];
    const conditions = { sku: [{ prefix: 'ab' }], qty: [{ numeric: ['>', 1] }] };
    const pattern = JSON.stringify({ detail: { items: conditions, $or } });
    const text = `{"detail":{"items":${items},"paid":true}}`;
    await show(page, { pattern, events: [{ text }], dialect: 'aws' });
    expect(await page.locator('p.verdict').textContent()).toContain(verdict);
  });

  it.each(['hover', 'focus'] as const)('marks the places of a condition on %s', async (how) => {
    await page.mouse.move(0, 0);
    await show(page, { pattern: PATTERN, events: EVENTS });
    const rows = page.locator('.conditions button');
    const conditions = compilePattern(PATTERN)
      .explain(MATCHING)
      .fields.flatMap((field) => field.conditions);
    expect(conditions.length).toBeGreaterThan(12);
    expect(await rows.count()).toBe(conditions.length);
    for (const [i, { range, holds, holdsFor, failsFor = [] }] of conditions.entries()) {
      await rows.nth(i)[how]();
      const seen = (holds ? holdsFor : failsFor).map(({ range: at }) => MATCHING.slice(at?.start, at?.end));
      expect(await marked(page.locator('#pattern-editor'))).toEqual([PATTERN.slice(range?.start, range?.end)]);
      expect(await marked(page.locator('#event-editor'))).toEqual(seen);
    }
  });

  it('marks the other pane when the cursor is in a value', async () => {
    await show(page, { pattern: PATTERN, events: EVENTS });
    await page.locator('#event-editor .cm-line', { hasText: '"ip"' }).getByText('"10.0.0.7"').hover();
    expect(await marked(page.locator('#pattern-editor'))).toEqual(['{"cidr": "10.0.0.0/24"}']);
  });

  it('makes the event match with a button, and undoes it', async () => {
    await show(page, { pattern: PATTERN, events: [{ text: FAILING }] });
    expect(await status()).toBe('the event does not match');
    await page.getByRole('button', { name: 'Change this event' }).click();
    expect(await status()).toBe('the event matches');
    expect(await text(editor(page, 'Event'))).toBe(MATCHING);
    await page.keyboard.press('Control+z');
    expect(await text(editor(page, 'Event'))).toBe(FAILING);
    expect(await status()).toBe('the event does not match');
  });

  it('makes the pattern match with a button, and undoes it', async () => {
    await show(page, { pattern: PATTERN, events: [{ text: FAILING }] });
    const offered = page.locator('.patterns .fix');
    await offered.first().waitFor();
    const titles = await offered.allTextContents();
    expect(titles.length).toBeGreaterThan(1);
    for (const [i] of titles.entries()) {
      await offered.nth(i).click();
      expect(await status()).toBe('the event matches');
      expect(await text(editor(page, 'Event'))).toBe(FAILING);
      expect(compilePattern(await text(editor(page, 'Pattern'))).matchesJson(FAILING)).toBe(true);
      await page.keyboard.press('Control+z');
      expect(await text(editor(page, 'Pattern'))).toBe(PATTERN);
      expect(await status()).toBe('the event does not match');
      await offered.first().waitFor();
    }
  });

  it('shows a field on which the dialects differ although another one fails, and a witness', async () => {
    const pattern = '{"source": ["a"], "data": {"ip": [{"cidr": "10.0.0.0/24"}]}}';
    await show(page, { pattern, events: [{ text: '{"source": "b", "data": {"ip": "10.0.0.0"}}' }] });
    await tab('Dialects');
    const answer = page.getByRole('tabpanel');
    expect(await answer.locator('.decided').textContent()).toContain('data.ip holds in aliyun, fails in rocketmq');
    await answer.getByRole('button', { name: 'Add it as an event' }).click();
    await answer.getByText('The dialects differ on 1 of 2 events').waitFor();
    await show(page, { pattern: '{"source": ["a"]}' });
    await answer.getByText('this is proved').waitFor();
    await tab('Why');
  });

  it('reads YAML, strings and documents that are pasted for the pattern', async () => {
    const box = editor(page, 'Pattern');
    const paste = async (pasted: string): Promise<string> => {
      await box.focus();
      await page.keyboard.press('Control+a');
      await hand(box, pasted);
      return text(box);
    };
    await show(page, { pattern: '' });
    const pretty = '{\n  "source": ["a", 1.0]\n}\n';
    expect(await paste('source:\n  - a\n  - 1.0\n')).toBe(pretty);
    expect(await paste('"{\\"source\\": [\\"a\\", 1.0]}"')).toBe(pretty);
    const document = {
      rules: { first: { FilterPattern: '{"source": ["b"]}' }, second: { filterPattern: { id: ['c'] } } },
    };
    expect(await paste(JSON.stringify(document))).toBe('{\n  "source": ["b"]\n}\n');
    expect(await page.locator('.note').textContent()).toBe('The document has 2 patterns: the first one is shown.');
    await page.getByLabel('Pattern of the document').selectOption('/rules/second/filterPattern');
    expect(await text(box)).toBe('{\n  "id": ["c"]\n}\n');
    await page.keyboard.press('Control+z');
    expect(await text(box)).toBe('{\n  "source": ["b"]\n}\n');
  });

  it('accepts files that are dropped on its panes only', async () => {
    await show(page, { pattern: PATTERN, events: [{ text: '{}' }] });
    const labels = () => page.locator('.event .label').allTextContents();
    await hand(editor(page, 'Event'), { 'a.json': '[{"id": 1}, {"id": 2}]', 'b.yaml': 'id: 3\n' });
    await page.getByText('3 events were added').waitFor();
    expect(await labels()).toEqual(['{}', 'a.json 1', 'a.json 2', 'b.yaml']);
    expect(await text(editor(page, 'Event'))).toBe('{\n  "id": 1\n}\n');
    await hand(editor(page, 'Pattern'), { 'p.yaml': 'source: [dropped]\n' });
    await page.getByRole('textbox', { name: 'Pattern', exact: true }).getByText('"dropped"').waitFor();
    expect(await text(editor(page, 'Pattern'))).toBe('{\n  "source": ["dropped"]\n}\n');
    expect((await labels()).length).toBe(4);
    await hand(page.locator('footer'), { 'c.json': '{}' });
    expect((await labels()).length).toBe(4);
  });

  it('keeps the last valid pattern while one is typed, and completes from the events', async () => {
    await show(page, { pattern: '', events: EVENTS });
    expect(await status()).toContain('there is no valid pattern yet');
    await editor(page, 'Pattern').focus();
    await page.keyboard.type('{"data": {"ta');
    const offered = page.locator('#pattern-editor').getByRole('option');
    await offered.first().waitFor();
    expect((await offered.allTextContents())[0]).toContain('tags');
  });

  it('moves to the next finding with F8, and marks the brackets of a value', async () => {
    await show(page, { pattern: '{"source": "a", "type": 1, "data": {"[": ["x"]}}' });
    await editor(page, 'Pattern').focus();
    const note = page.locator('.note');
    const said: (string | null)[] = [];
    for (const key of ['F8', 'F8', 'F8', 'Shift+F8']) {
      await page.keyboard.press(key);
      said.push(await note.textContent());
    }
    expect(said).toEqual(
      ['source', 'type', 'source', 'type'].map((name) => expect.stringMatching(`^error: .*\`${name}\``)),
    );
    await page.keyboard.press('Control+End');
    const brackets = page.locator('#pattern-editor .json-bracket');
    expect(await brackets.allTextContents()).toEqual(['{', '}']);
    await page.keyboard.press('ArrowLeft');
    expect(await brackets.allTextContents()).toEqual(['{', '}']);
    await page.keyboard.press('ArrowLeft');
    expect(await brackets.allTextContents()).toEqual(['[', ']']);
  });

  it('moves the focus out of the editors with Tab', async () => {
    await editor(page, 'Pattern').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('pattern-editor');
  });

  it('accepts many events at once', async () => {
    await show(page, { pattern: PATTERN, events: [{ text: '{}' }] });
    const files = [
      { name: 'many.ndjson', mimeType: '', buffer: Buffer.from(`${'{"source": "shop.a"}\n'.repeat(199)}`) },
    ];
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByRole('listbox').getByText('many.ndjson 199', { exact: true }).waitFor();
    expect(await status()).toMatch(/^none of 200 events match/);
    await page.getByRole('combobox', { name: 'Show events' }).selectOption('match');
    expect(await page.getByText('No event passes the filter.').isVisible()).toBe(true);
  });

  it('shares everything in the fragment, and reports a damaged link', async () => {
    await show(page, { pattern: PATTERN, events: EVENTS, dialect: 'rocketmq', extensions: ['tenant'] });
    const before = await status();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('which browsers do not send').waitFor();
    const url = new URL(page.url());
    expect(url.search + url.pathname).toBe('/');
    const other = await world.open();
    await other.goto(url.href);
    await other.reload();
    await other.locator('.event').first().waitFor();
    expect(await other.locator('.summary').textContent()).toBe(before);
    expect(await other.getByRole('radio', { name: 'rocketmq' }).isChecked()).toBe(true);
    await other.goto(url.href.slice(0, -9));
    await other.getByText('The link is damaged').waitFor();
    expect(await text(editor(other, 'Pattern'))).toBe(PATTERN);
    const bomb = deflateRawSync(`"${'a'.repeat(20_000_000)}"`).toString('base64url');
    await other.goto(`${world.url}#v1.${bomb}`);
    await other.getByText('The link holds more than 2 MB').waitFor();
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await other.goto(`${world.url}?${evil}#${evil}`);
    await other.getByText('The link is of a form').waitFor();
    expect(await other.locator(MADE).count()).toBe(0);
    await other.context().close();
  });

  it('exports a suite that passes', async () => {
    await show(page, { pattern: PATTERN, events: [{ text: MATCHING }, { text: FAILING }] });
    await tab('Export');
    const cwd = folderWith({ 'pattern.eb-test.yaml': (await page.locator('#suite').textContent()) ?? '' });
    await tab('Why');
    expect(await run(['test', '.'], { cwd })).toMatchObject({ code: 0, out: expect.stringContaining('2 passed') });
    // A dropped suite restores the state from which it was exported.
    await show(page, { pattern: '{}' });
    const file = readFileSync(`${cwd}/pattern.eb-test.yaml`, 'utf8');
    await hand(editor(page, 'Event'), { 'pattern.eb-test.yaml': file });
    await page.getByText('A suite was loaded.').waitFor();
    expect(await status()).toBe('1 of 2 events match');
    expect(await page.locator('.event .expected').allTextContents()).toEqual(['as expected', 'as expected']);
    expect(JSON.parse(await text(editor(page, 'Pattern')))).toEqual(JSON.parse(PATTERN));
  });

  it('underlines each code, and each fix removes it', async () => {
    const fixes = codes().flatMap(([code, dialect]) => {
      const pattern = catalogue[code].avoid;
      const found = parsePattern(pattern, { dialect }).diagnostics.find((one) => one.code === code)?.fixes ?? [];
      const titles = found.length === 0 ? [undefined] : found.map(({ title }) => title.replaceAll('`', ''));
      return titles.map((title) => ({ code, dialect, pattern, title }));
    });
    const found = await showAll(
      page,
      fixes,
      `const { code, title } = ${JSON.stringify(fixes)}[i];
      const listed = () => [...document.querySelectorAll('.findings summary code')].filter((one) => one.textContent === code).length;
      const lines = document.querySelector('#pattern-editor').shadowRoot.querySelectorAll('[class*="problem-"]');
      const before = { code, title, listed: listed() > 0, underlined: [...lines].some((one) => one.textContent !== '') };
      if (title === undefined) return before;
      [...document.querySelectorAll('.findings .fix')].find((one) => one.textContent === title).click();
      await frame();
      return { ...before, left: listed() };`,
    );
    expect(new Set(fixes.map(({ code }) => code)).size).toBeGreaterThan(40);
    expect(found).toEqual(
      fixes.map(({ code, pattern, title }) => {
        const underlined = pattern.trim() !== '';
        return { code, listed: true, underlined, ...(title === undefined ? {} : { title, left: 0 }) };
      }),
    );
  });

  it('creates no element from its input', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const quoted = JSON.stringify(evil);
    await show(page, {
      pattern: `{"source": [${quoted}], ${quoted}: [1], "data": {${quoted}: [{${quoted}: ${quoted}}]}}`,
      events: [{ text: `{"source": ${quoted}, ${quoted}: ${quoted}}`, name: evil, expected: true }, { text: evil }],
      extensions: [evil],
      other: `{"source": [${quoted}]}`,
    });
    for (const name of ['Meaning', 'Dialects', 'Compare', 'Samples', 'Export', 'Why']) {
      await tab(name);
      expect(await page.locator(MADE).count()).toBe(0);
    }
    await editor(page, 'Pattern').focus();
    await page.keyboard.press('Control+a');
    await hand(
      editor(page, 'Pattern'),
      JSON.stringify({ [evil]: { FilterPattern: '{"a": [1]}' }, b: { FilterPattern: '{"source": []}' } }),
    );
    expect(await page.getByLabel('Pattern of the document').textContent()).toContain(evil.slice(0, 20));
    expect(await page.locator(MADE).count()).toBe(0);
  });

  it('gives the verdicts of the command line on conformance data', async () => {
    const states: Given[] = CONFORMANCE_FILES.flatMap(([file, dialect]) => {
      const lines = readConformance(file).filter(({ ok, cases = [] }) => ok && cases.length > 1);
      const some = lines.filter((_, i) => i % Math.ceil(lines.length / 15) === 0);
      return some.map(({ pattern, cases = [] }) => ({
        pattern,
        dialect,
        events: cases.map(([event, expected]) => ({ text: event, expected })),
      }));
    });
    const shown = await showAll<string[]>(
      page,
      states,
      `return [...document.querySelectorAll('.event .expected')].map(({ textContent }) => textContent);`,
    );
    expect(shown.flat().length).toBeGreaterThan(200);
    expect(shown).toEqual(states.map(({ events = [] }) => events.map(() => 'as expected')));
  });

  it('opens from a folder', async () => {
    await page.goto(`${pathToFileURL(`${ROOT}dist/playground/index.html`).href}`);
    await page.locator('.event').first().waitFor();
    expect(await status()).toMatch(/events match/);
  });
});

/** The part of an element that is used here; the tests have no DOM types. */
interface Shown {
  readonly textContent: string;
  readonly childNodes: Iterable<Shown>;
  readonly nextSibling: unknown;
  readonly parentElement: { closest(selector: string): unknown };
  readonly shadowRoot: { querySelectorAll(selector: string): Iterable<Shown> };
  readonly classList?: { contains(name: string): boolean };
}

/** Texts with an outline; pieces that colours divide are joined. */
function marked(host: Locator): Promise<string[]> {
  return host.evaluate(({ shadowRoot }: Shown) => {
    const found: { text: string; last: Shown }[] = [];
    for (const node of shadowRoot.querySelectorAll('.hot')) {
      if (node.parentElement.closest('.hot')) continue;
      const before = found.at(-1);
      if (before?.last.nextSibling === node) {
        before.text += node.textContent;
        before.last = node;
      } else found.push({ text: node.textContent, last: node });
    }
    return found.map(({ text }) => text);
  });
}

/** The text of a code editor without line numbers. */
async function text(box: Locator): Promise<string> {
  const lines = await box
    .locator('.cm-line')
    .evaluateAll((all: readonly Shown[]) =>
      all.map(({ childNodes }) =>
        Array.from(childNodes, (one) => (one.classList?.contains('badge') ? '' : one.textContent)).join(''),
      ),
    );
  return lines.join('\n');
}

/** Each code with a dialect in which its `avoid` has it. */
function codes(): [Code, DialectName][] {
  return (Object.keys(catalogue) as Code[]).flatMap((code): [Code, DialectName][] => {
    const found = dialects.find(({ name }) =>
      parsePattern(catalogue[code].avoid, { dialect: name as DialectName }).diagnostics.some(
        (one) => one.code === code,
      ),
    );
    return found === undefined ? [] : [[code, found.name as DialectName]];
  });
}
