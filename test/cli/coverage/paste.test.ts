/** Pastes the output of `--mutate` into the suites repeatedly, as a user would. */
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, lines, run } from '../run-main.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** Runs the suites and pastes all proposals; returns their number. */
async function paste(cwd: string): Promise<number> {
  const { code, out, err } = await run(['test', '.', '--coverage', '--mutate'], { cwd, columns: 80 });
  expect({ code, err }, out).toEqual({ code: 0, err: '' });
  let suite: string | undefined;
  let pasted = 0;
  for (const line of lines(out)) {
    const file = /^ {2}a test for (.+) that would notice:$/.exec(line)?.[1];
    if (file !== undefined) {
      suite = file;
      pasted++;
    } else if (suite !== undefined && line.startsWith('    ')) appendFileSync(join(cwd, suite), `${line.slice(2)}\n`);
    else suite = undefined;
  }
  return pasted;
}

interface Survivor {
  readonly test?: object;
}

/** Pastes until there is no proposal; returns the survivors for which no event was found. */
async function pasteAll(cwd: string): Promise<number> {
  for (let round = 0; (await paste(cwd)) > 0; round++) expect(round).toBeLessThan(10);
  const { out } = await run(['test', '.', '--mutate', '--format', 'json'], { cwd });
  const { mutation } = JSON.parse(out) as {
    readonly mutation: { readonly patterns: readonly { readonly survivors: readonly Survivor[] }[] };
  };
  const survivors = mutation.patterns.flatMap((pattern) => pattern.survivors);
  expect(survivors.filter(({ test }) => test !== undefined)).toEqual([]);
  return survivors.length;
}

describe('proposals for a routing suite', () => {
  const ORDERS = '{"source": ["shop"], "data": {"total": [{"numeric": [">", 0]}]}}';
  const LARGE = '{"source": ["shop"], "data": {"total": [{"numeric": [">=", 100]}], "state": [{"exists": true}]}}';
  const FILES = { 'rules/orders.json': ORDERS, 'rules/large.json': LARGE };
  const suites: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'of a folder, with a base',
      {
        ...FILES,
        'r.eb-test.yaml':
          'patterns: rules\nbase: {source: shop, data: {total: 150.50}}\ntests:\n  - name: an order\n    routes: [orders]\n',
      },
    ],
    [
      'of a map, whose tests name some patterns only',
      {
        ...FILES,
        'r.eb-test.yaml': `patterns: {"it's: a": ${ORDERS}, b: rules/large.json}
tests:
  - name: an order
    event: {source: shop, data: {total: 1}}
    routes: {excludes: [b]}
  - name: 'an event with /source is "other"'
    event: {source: other}
    routes: {includes: []}
`,
      },
    ],
    [
      'of a pattern that a suite of its own tests too',
      {
        ...FILES,
        'o.eb-test.yaml':
          'pattern: rules/orders.json\ntests:\n  - name: an order\n    event: {source: shop, data: {total: 1}}\n    match: true\n',
        'r.eb-test.yaml': 'patterns: rules\ntests:\n  - name: nothing\n    event: {}\n    routes: []\n',
      },
    ],
  ];
  it.each(suites.map(([name, files]) => ({ name, files })))('are valid unchanged: $name', async ({ files }) => {
    const cwd = folderWith(files);
    expect(await pasteAll(cwd)).toBe(0);
    const text = readFileSync(join(cwd, 'r.eb-test.yaml'), 'utf8');
    expect(text.slice(files['r.eb-test.yaml']?.length)).not.toContain('match:');
    expect((await run(['test', '.', '--mutation-threshold', '100'], { cwd })).code).toBe(0);
  });

  it('name all patterns that their event reaches', async () => {
    const cwd = folderWith(suites[0]?.[1] ?? {});
    const { out } = await run(['test', '.', '--mutate'], { cwd });
    expect(out).toContain('    - name: "/source is \\"other\\""\n      with: {"source": "other"}\n      routes: []\n');
    expect(out).toContain('      routes: ["large", "orders"]\n');
    const json = JSON.parse((await run(['test', '.', '--mutate', '--format', 'json'], { cwd })).out);
    const [{ survivors }] = json.mutation.patterns;
    expect(survivors[0].test).toMatchObject({ routes: [], match: false });
  });
});

describe('the printed proposals can be pasted', () => {
  it('for the examples and their suites', async () => {
    const cwd = folderWith({});
    cpSync(EXAMPLES, cwd, { recursive: true });
    expect(await pasteAll(cwd)).toBe(0);
  }, 60_000);

  const names = readdirSync(join(EXAMPLES, 'patterns'));
  it.each(names)('for a suite that is made from %s', async (name) => {
    const cwd = folderWith({ [name]: readFileSync(join(EXAMPLES, 'patterns', name), 'utf8') });
    // One event of each kind leaves some mutants alive.
    const made = await run(['sample', name, '--as-suite', '-n', '1'], { cwd });
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    const suite = join(cwd, 's.eb-test.yaml');
    // Without verdicts, which `--update` writes again.
    writeFileSync(suite, made.out.replaceAll(/^ {4}(?:match|fails): .*\n/gm, ''));
    expect((await run(['test', '.'], { cwd })).code).toBe(2);
    expect((await run(['test', '.', '--update'], { cwd })).code).toBe(0);
    const matches = (text: string): unknown => text.match(/match: (?:true|false)/g);
    expect(matches(readFileSync(suite, 'utf8'))).toEqual(matches(made.out));
    writeFileSync(suite, made.out);
    expect(await pasteAll(cwd)).toBe(0);
    expect((await run(['test', '.', '--mutation-threshold', '100'], { cwd })).code).toBe(0);
  });
});
