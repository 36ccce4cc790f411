import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';
import { flat, last, outcomesOf, runSuite } from './run-suite.ts';

const SUITE = `pattern: { source: [a] }
tests:
  - { name: one, event: { source: a }, match: true }
  - { name: two, event: { source: b }, match: true }
  - { name: three, event: { source: b }, match: false }
`;
const REFUSED = 'pattern: { source: a }\ninvalid: [attribute-not-array]\n';
const two = { 'a.eb-test.yaml': SUITE, 'b/b.eb-test.yaml': SUITE, 'c.eb-test.yaml': REFUSED };

describe('skip', () => {
  const text = `pattern: { source: [a] }
tests:
  - { name: one, event: { source: a }, match: true }
  - { name: two, event: nope.json, match: true, skip: the file comes later }`;

  test('is listed with its reason, counted separately, and is no failure', async () => {
    const { code, out } = await runSuite(text);
    expect({ code, last: last(out) }).toEqual({ code: 0, last: '1 passed, 0 failed, 1 skipped' });
    expect(out).toContain('- two (skipped: the file comes later)');
    expect(out).toContain('2 tests, 1 skipped');
  });

  test('is an outcome of its own in JSON', async () => {
    const { out } = await runSuite(text, { flags: ['--format', 'json'] });
    expect(JSON.parse(out)).toMatchObject({
      passed: 1,
      skipped: 1,
      suites: [
        { tests: [{ outcome: 'passed' }, { outcome: 'skipped', passed: false, problem: 'the file comes later' }] },
      ],
    });
  });

  test.each(['true', '""', '', '[]'])('requires a reason: %s', async (skip) => {
    const { code, err } = await runSuite(`pattern: {}\ntests: [{ name: x, event: {}, match: true, skip: ${skip} }]`);
    expect(code).toBe(2);
    expect(err).toMatch(/2:\d+: `skip` (?:says why: a text, such as|is empty)/);
  });
});

describe('only', () => {
  const files = { ...two, 'b/b.eb-test.yaml': SUITE.replace('name: one,', 'name: one, only: true,') };

  test('leaves out all other tests of the run, with a note', async () => {
    const { code, out } = await run(['test', '.'], { files });
    expect(code).toBe(0);
    expect(out).toContain('only 1 of 7 tests ran, because tests say `only`');
    expect(last(out)).toBe('1 passed, 0 failed');
    expect(out).not.toContain('a.eb-test.yaml');
  });

  test('has no effect when it is false', async () => {
    const { out } = await runSuite(SUITE.replace('name: one,', 'name: one, only: false,'));
    expect(last(out)).toBe('2 passed, 1 failed');
  });

  test('is an error when the environment has CI, and the other suites are run', async () => {
    const { code, out, err } = await run(['test', '.'], { files, env: { CI: 'true' } });
    expect(code).toBe(2);
    expect(err).toContain('b/b.eb-test.yaml:3:24: the test `one` says `only`');
    expect(last(out)).toBe('3 passed, 1 failed');
    for (const world of [{ env: { CI: 'true' } }, { env: { CI: '' } }, { env: { CI: 'false' } }]) {
      const flags = world.env.CI === 'true' ? ['--allow-only'] : [];
      expect((await run(['test', '.', ...flags], { files, ...world })).code).toBe(0);
    }
  });
});

describe('--grep', () => {
  test.each([
    ['a name', 'thr', { three: 'passed' }],
    ['a file', '^b/b', { one: 'passed', two: 'failed', three: 'passed' }],
    ['both', 'a\\.eb.* > one$', { one: 'passed' }],
    ['a pattern that is refused', 'is refused', { 'the pattern is refused: attribute-not-array': 'passed' }],
  ])('selects tests by %s', async (_, regex, expected) => {
    const outcome = await run(['test', '.', '--grep', regex, '--format', 'json'], { files: two });
    expect(outcomesOf(outcome)).toEqual(expected);
  });

  test('together with `only` selects what both select', async () => {
    const files = { ...two, 'c.eb-test.yaml': SUITE.replaceAll('match:', 'only: true, match:') };
    const { out } = await run(['test', '.', '--grep', 'one|three'], { files });
    expect(out).toContain('only 2 of 6 tests ran');
    expect(last(out)).toBe('2 passed, 0 failed');
  });

  test('without a matching test is an error', async () => {
    const { code, out, err } = await run(['test', '.', '--grep', 'nope'], { files: two });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(lines(err)).toEqual(['eb-pattern: there is no test whose `file > name` matches `nope`']);
  });

  test('with an invalid regular expression is a usage error', async () => {
    const { code, err } = await run(['test', '.', '--grep', '('], { files: two });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain('it is no regular expression');
  });
});

describe('--bail', () => {
  test.each([
    [['--bail'], '1 passed, 1 failed', 'stopped after 1 failure (--bail): 2 of 7 tests ran'],
    [['--bail=2'], '3 passed, 2 failed', 'stopped after 2 failures (--bail): 5 of 7 tests ran'],
    [['--bail', '3'], '5 passed, 2 failed', undefined],
  ])('%s', async (flags, sum, note) => {
    const { code, out } = await run(['test', '.', ...flags], { files: two });
    expect({ code, last: last(out) }).toEqual({ code: 1, last: sum });
    if (note === undefined) expect(out).not.toContain('stopped');
    else expect(flat(out)).toContain(note);
  });

  test.each(['0', 'x', '-1'])('may not be `%s`', async (n) => {
    expect(await run(['test', '.', `--bail=${n}`], { files: two })).toMatchObject({ code: 2, out: '' });
  });
});

describe('--shuffle', () => {
  test('does not change the output but for the seed', async () => {
    const plain = await run(['test', '.'], { files: two });
    for (const seed of ['1', '2', '77']) {
      const { code, out } = await run(['test', '.', '--shuffle', seed], { files: two });
      expect(code).toBe(plain.code);
      expect(out.replace(`the order of the tests is that of --shuffle ${seed}\n`, '')).toBe(plain.out);
    }
  });

  test('runs in an order that the seed decides, as --bail shows', async () => {
    const sums = new Set<string | undefined>();
    for (let seed = 0; seed < 12; seed++) {
      const argv = ['test', '.', '--bail', '--shuffle', String(seed)];
      const { out } = await run(argv, { files: two });
      expect((await run(argv, { files: two })).out).toBe(out);
      sums.add(last(out));
    }
    expect(sums.size).toBeGreaterThan(2);
  });

  test('chooses a seed and prints it', async () => {
    const { out } = await run(['test', '.', '--shuffle'], { files: two });
    const seed = /--shuffle (\d+)/.exec(out)?.[1] ?? '';
    expect((await run(['test', '.', '--shuffle', seed], { files: two })).out).toBe(out);
  });
});
