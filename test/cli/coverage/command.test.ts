import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testLines } from '../../../src/cli/coverage/proposal-lines.ts';
import { folderWith, lines, type Outcome, run } from '../run-main.ts';

const PATTERN = '{\n  "source": ["shop"],\n  "data": {"total": [{"numeric": [">", 0]}, "free"]}\n}\n';
const SUITE = `pattern: p.json
base: {source: shop, data: {total: 5}}
tests:
  - name: an order
    match: true
  - name: an order of nothing
    with: {data: {total: 0}}
    match: false
`;
const FILES = { 'p.json': PATTERN, 'p.eb-test.yaml': SUITE, 'more/q.json': '{"source": ["other"]}' };

async function inFolder(
  files: Readonly<Record<string, string>>,
  ...argv: string[]
): Promise<Outcome & { cwd: string }> {
  const cwd = folderWith(files);
  return { ...(await run(argv, { cwd })), cwd };
}

describe('test --coverage', () => {
  it('shows a row for each pattern and a line for each gap, before the sum', async () => {
    const { code, out, err } = await inFolder(FILES, 'test', '.', '--coverage');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "✓ p.eb-test.yaml  2 tests

      coverage                                             fields  conditions  percent
      p.json                                                  3/4         4/6     70 %

      p.json
        2:14 /source: "shop" always held
        3:45 /data/total: "free" never held

      2 passed, 0 failed
      "
    `);
    for (const line of lines(out)) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('counts the same outcomes in its fractions and in its percentage', async () => {
    const { out } = await inFolder(FILES, 'test', '.', '--coverage-of', 'more', '--coverage-of', 'p.json');
    const rows = [...out.matchAll(/ (\d+)\/(\d+) +(\d+)\/(\d+) +([\d.]+) %$/gm)].map((row) => row.slice(1).map(Number));
    expect(rows).toHaveLength(3);
    for (const [a = 0, all = 0, b = 0, others = 0, percent] of rows) {
      expect(percent).toBe(Math.floor(((a + b) * 1000) / (all + others)) / 10);
    }
  });

  it.each(['github', 'markdown', 'compact', 'junit', 'tap', 'sarif', 'gitlab'])(
    'has the mutants and sums in %s',
    async (format) => {
      const { code, out } = await inFolder(FILES, 'test', '.', '--coverage', '--mutate', '--format', format);
      expect(code).toBe(0);
      const text = out.replaceAll('%25', '%').replaceAll('\\', '').replaceAll('`', '').replaceAll('&quot;', '"');
      expect(text).toContain('not-covered');
      expect(text).toContain('"free" never held');
      expect(text).toContain('mutant-survived');
      expect(text).toContain('no test notices that');
      // A list of issues has no place for sums.
      if (format === 'gitlab') return;
      expect(text).toContain('coverage: 7 of 10 outcomes (70 %)');
      expect(text).toMatch(/mutants: \d+ of \d+ noticed \([\d.]+ %\)/);
      // The proposed test, in formats that show it.
      if (format !== 'compact') expect(text).toContain('- name: "');
    },
  );

  it('has the mutants in the summary of a step', async () => {
    const folder = folderWith({ ...FILES, 'summary.md': '' });
    await run(['test', '.', '--coverage', '--mutate', '--format', 'github'], {
      cwd: folder,
      env: { GITHUB_STEP_SUMMARY: 'summary.md' },
    });
    const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
    expect(summary).toContain('### What no test shows');
    expect(summary).toContain('coverage: 7 of 10 outcomes (70 %)');
  });

  it('counts named patterns without a suite as not covered', async () => {
    const { code, out } = await inFolder(FILES, 'test', '.', '--coverage-of', '.', '--coverage-threshold', '90.5');
    expect(out).toContain('more/q.json                                             0/2         0/2      0 %');
    expect(out).toContain('more/q.json\n  no suite tests it\n');
    expect(out.match(/^p\.json {2}/gm)).toHaveLength(1);
    expect(out).toContain(
      'coverage is 50 %, 40.5 below the threshold of 90.5 %; the worst: more/q.json 0 %, p.json 70 %\n',
    );
    expect(lines(out).at(-1)).toMatch(/^2 passed, 0 failed; fails: coverage is 50 %/);
    expect(code).toBe(1);
  });

  it.each([
    ['70', 0],
    ['70.1', 1],
    ['0', 0],
    ['100', 1],
  ])('exits with a threshold of %s with %i', async (threshold, code) => {
    expect((await inFolder(FILES, 'test', '.', '--coverage-threshold', threshold)).code).toBe(code);
  });

  it.each(['-1', '100.5', '101', 'all', ''])('refuses the threshold `%s`', async (threshold) => {
    const { code, err } = await inFolder(FILES, 'test', '.', `--mutation-threshold=${threshold}`);
    expect(code).toBe(2);
    expect(err).toContain('it is a percentage from 0 to 100');
  });

  it('keeps the exit code of failing tests and of errors', async () => {
    const failing = { ...FILES, 'p.eb-test.yaml': SUITE.replace('match: false', 'match: true') };
    expect((await inFolder(failing, 'test', '.', '--coverage')).code).toBe(1);
    const broken = { ...FILES, 'x.eb-test.yaml': 'pattern: none.json\ntests: [{name: a, event: {}, match: true}]' };
    expect((await inFolder(broken, 'test', '.', '--coverage-threshold', '100')).code).toBe(2);
    const { code, err, out } = await inFolder(FILES, 'test', '.', '--coverage-of', 'nope');
    expect([code, err]).toEqual([2, 'eb-pattern: there is no file `nope`\n']);
    expect(out).toContain('coverage');
  });

  it('adds up suites of one pattern under any of its names, and has none for an invalid pattern', async () => {
    const files = {
      ...FILES,
      'sub/other.eb-test.yaml': `pattern: ../p.json
tests:
  - {name: free, event: {source: shop, data: {total: free}}, match: true}
  - {name: elsewhere, event: {source: x}, match: false}
`,
      'sub/bad.json': '{"source": "shop"}',
      'sub/bad.eb-test.yaml': 'pattern: bad.json\ninvalid: [attribute-not-array]\n',
    };
    const { code, out, err } = await inFolder(
      files,
      'test',
      '.',
      '--coverage-of',
      'p.json',
      '--coverage-of',
      'sub/bad.json',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('p.json                                                  4/4         6/6    100 %');
    expect(out).not.toContain('bad.json ');
  });

  it('is a member of the JSON document, and reports a missed threshold in other formats', async () => {
    const { code, out, err } = await inFolder(
      FILES,
      ...['test', '.', '--format', 'json', '--coverage-threshold', '100', '--mutate'],
    );
    const { coverage, mutation, passed } = JSON.parse(out);
    expect(passed).toBe(2);
    expect(coverage).toMatchObject({ percent: 70, decided: 7, outcomes: 10, skipped: [] });
    expect(coverage.patterns[0]).toMatchObject({ pattern: 'p.json', events: 2, suites: ['p.eb-test.yaml'] });
    expect(coverage.patterns[0].fields[1].conditions[1]).toEqual({
      pointer: '/data/total/1',
      text: '"free"',
      line: 3,
      column: 45,
      held: 0,
      failed: 2,
    });
    expect(mutation.patterns[0].survivors[0]).toMatchObject({ pointer: '/source', line: 2, test: { match: false } });
    expect(err).toBe('coverage is 70 %, 30 below the threshold of 100 %; the worst: p.json 70 %\n');
    expect(code).toBe(1);
  });

  it('lists the place of a pattern that is secret or known in part, without its text', async () => {
    const after = { filter_pattern: '{"source":["hidden-77"]}' };
    const change = { actions: ['create'], after, after_unknown: {}, after_sensitive: { filter_pattern: true } };
    const address = 'alicloud_event_bridge_rule.orders';
    const resource = { address, type: 'alicloud_event_bridge_rule', change };
    const files = {
      ...FILES,
      'plan.json': JSON.stringify({ format_version: '1.2', resource_changes: [resource] }),
      'main.tf':
        'resource "alicloud_event_bridge_rule" "b" {\n  filter_pattern = jsonencode({ source = [var.s], type = ["hidden-77"] })\n}\n',
    };
    const flags = ['--coverage-of', 'plan.json', '--coverage-of', 'main.tf', '--coverage-output', 'json:coverage.json'];
    const { out, cwd } = await inFolder(files, 'test', '.', ...flags, '--format', 'json');
    const written = readFileSync(join(cwd, 'coverage.json'), 'utf8');
    expect(out + written).not.toContain('hidden-77');
    for (const { coverage } of [JSON.parse(out), JSON.parse(written)]) {
      expect(coverage.skipped[0]).toEqual({
        file: 'plan.json',
        address,
        line: 1,
        column: expect.any(Number),
        message: expect.any(String),
      });
      expect(coverage.skipped).toHaveLength(2);
      for (const one of coverage.skipped) expect(Object.keys(one)).not.toContain('partial');
    }
  });

  it('is absent from the JSON document without the flag', async () => {
    const { out } = await inFolder(FILES, 'test', '.', '--format', 'json');
    expect(Object.keys(JSON.parse(out))).not.toContain('coverage');
    expect(Object.keys(JSON.parse(out))).not.toContain('mutation');
  });
});

describe('test --coverage-output', () => {
  it('writes text, JSON and HTML, and creates the folders', async () => {
    const { cwd, code } = await inFolder(
      FILES,
      ...['test', '.', '--mutate', '--coverage-output', 'html:out/c.html'],
      ...['--coverage-output', 'json:out/c.json', '--coverage-output', 'text:c.txt'],
    );
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'c.txt'), 'utf8')).toContain('mutants: ');
    const document = JSON.parse(readFileSync(join(cwd, 'out/c.json'), 'utf8'));
    expect(Object.keys(document)).toEqual(['version', 'command', 'coverage', 'mutation']);
    expect(readFileSync(join(cwd, 'out/c.html'), 'utf8')).toContain('<h2>p.json: 70 %</h2>');
  });

  it.each([
    ['html', 'is FORMAT:FILE, such as html:coverage.html, not `html`'],
    ['', 'is FORMAT:FILE, such as html:coverage.html, not ``'],
    ['htm:a', 'is one of text, json, html, not `htm`; did you mean `html`?'],
    [':a', 'is one of text, json, html, not ``'],
    ['html:', 'names no file; write `html:FILE`'],
  ])('refuses `%s`', async (target, message) => {
    const { code, err, cwd } = await inFolder(FILES, 'test', '.', `--coverage-output=${target}`);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(join(cwd, 'a'))).toBe(false);
  });

  it.each([
    [['--coverage-output', 'json:./a'], '`./a` is named by `--coverage-output` twice'],
    [['--output', 'json:a'], '`a` is named by `--output` and by `--coverage-output`'],
    [['--write-baseline', 'a'], '`a` is named by `--coverage-output` and by `--write-baseline`'],
  ])('refuses a file that another flag names: %j', async (flags, message) => {
    const { code, err, cwd } = await inFolder(FILES, 'test', '.', '--coverage-output', 'html:a', ...flags);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(join(cwd, 'a'))).toBe(false);
  });

  it('exits with 2 when a file cannot be written, and shows the results', async () => {
    const { code, out, err } = await inFolder(FILES, 'test', '.', '--coverage-output', 'html:p.json/x.html');
    expect(code).toBe(2);
    expect(err).toContain('`p.json/x.html` cannot be written: a part of its path is not a folder');
    expect(out).toContain('2 passed, 0 failed');
  });

  it('writes the same bytes for the same input', async () => {
    const cwd = folderWith(FILES);
    const page = async (file: string): Promise<string> => {
      await run(['test', '.', '--mutate', '--coverage-output', `html:${file}`], { cwd });
      return readFileSync(join(cwd, file), 'utf8');
    };
    expect(await page('a.html')).toBe(await page('b.html'));
  });
});

describe('the coverage page', () => {
  const hostile = '</pre><script>alert(1)</script>\u202e"\'&<!--';
  const files = {
    'a<b>&.json': JSON.stringify({ source: [hostile], data: { [hostile]: [{ prefix: hostile }] } }),
    's.eb-test.json': JSON.stringify({
      pattern: './a<b>&.json',
      base: { source: hostile, data: { [hostile]: hostile } },
      tests: [{ name: hostile, match: true }],
    }),
  };

  it('contains nothing that a browser runs or fetches, for any names', async () => {
    const { cwd, code, err } = await inFolder(files, 'test', '.', '--mutate', '--coverage-output', 'html:c.html');
    expect([code, err]).toEqual([0, '']);
    const html = readFileSync(join(cwd, 'c.html'), 'utf8');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(({ 1: name }) => name));
    expect([...tags].filter((name) => /script|img|link|iframe|object|embed|base|form|svg/.test(name ?? ''))).toEqual(
      [],
    );
    expect(html).not.toMatch(/https?:|\bon[a-z]+=|javascript:|url\(|@import|\u202e/);
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(html).toContain('&#60;script&#62;alert(1)');
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(({ 1: target }) => target?.startsWith('#'))).toBe(true);
  });

  it('closes every tag, in order', async () => {
    const { cwd } = await inFolder({ ...files, ...FILES }, 'test', '.', '--mutate', '--coverage-output', 'html:c.html');
    const html = readFileSync(join(cwd, 'c.html'), 'utf8').replace(/<style>.*<\/style>/s, '');
    const open: string[] = [];
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (name !== 'meta') open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('shows outcomes by words and signs, not by colours alone', async () => {
    const { cwd } = await inFolder(FILES, 'test', '.', '--coverage-output', 'html:c.html');
    const html = readFileSync(join(cwd, 'c.html'), 'utf8');
    expect(html).toContain('<mark class="half">&#34;shop&#34;</mark> <small>◐ held 2, not 0</small>');
    expect(html).toContain('<small>✓ field: held 1, not 1</small>');
    expect(html).toContain(
      '<li>line 3, column 45: <code>/data/total</code> <code>&#34;free&#34;</code> never held</li>',
    );
    expect(html).toContain('color-scheme: light dark');
  });
});

describe('test --mutate', () => {
  it('shows survivors as edited conditions, each with a test that kills it', async () => {
    const { code, out } = await inFolder(FILES, 'test', '.', '--mutate');
    expect(code).toBe(0);
    expect(out).toContain(
      [
        '  survived: p.json:2:13 /source',
        '    - ["shop"]',
        '  a test for p.eb-test.yaml that would notice:',
        '    - name: "/source is \\"other\\""',
        '      with: {"source": "other"}',
        '      match: false',
      ].join('\n'),
    );
  });

  it('passes with the proposed tests', async () => {
    const { out } = await inFolder(FILES, 'test', '.', '--mutate', '--format', 'json');
    const { mutation } = JSON.parse(out);
    const tests = mutation.patterns[0].survivors.map(
      ({ test: { event, ...test } }: { test: Parameters<typeof testLines>[0] & { event?: string } }) =>
        testLines({ ...test, ...(event === undefined ? {} : { own: event }) } as never)
          .map((line) => `  ${line}\n`)
          .join(''),
    );
    const suite = SUITE + [...new Set(tests)].join('');
    const after = await inFolder({ ...FILES, 'p.eb-test.yaml': suite }, 'test', '.', '--mutation-threshold', '100');
    expect(after.out).toMatch(/mutants: (\d+) of \1 noticed \(100 %\)/);
    expect(after.code).toBe(0);
  });

  it('fails below its threshold', async () => {
    const { code, out } = await inFolder(FILES, 'test', '.', '--mutation-threshold', '99');
    expect(out).toMatch(/mutation score is [\d.]+ %, [\d.]+ below the threshold of 99 %; the worst: p\.json/);
    expect(code).toBe(1);
  });

  it('erases its progress line on a terminal', async () => {
    const { err } = await run(['test', '.', '--mutate'], { cwd: folderWith(FILES), isTTY: true });
    expect(err === '' || err.endsWith('\r\u001b[K')).toBe(true);
  });
});

it('an interrupt while mutants are tried ends the run with the results of the tests', async () => {
  const stop = new AbortController();
  const list = Array.from({ length: 400 }, (_, i) => `{"prefix":"a${i}"}`).join();
  const files = {
    'p.json': `{"source":[${list}]}`,
    's.eb-test.yaml': 'pattern: p.json\ntests:\n  - {name: a, event: {source: a1}, match: true}\n',
  };
  const { code, out } = await run(['test', '.', '--mutate', '--output', 'json:r.json'], {
    files,
    signal: stop.signal,
    // The tests have run by then, and the mutants follow.
    onOut: () => setTimeout(() => stop.abort()),
  });
  expect(code).toBe(130);
  expect(out).toContain('1 passed, 0 failed');
  expect(out).toContain('not all mutants were tried');
});
