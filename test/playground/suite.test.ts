/** Suites that are pasted or dropped become states of the page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patternsIn } from '../../src/playground/later/patterns-in.ts';
import { suiteStates } from '../../src/playground/later/suite.ts';
import { yamlTexts } from '../../src/playground/later/yaml.ts';
import { exported } from '../../src/playground/state/answers.ts';
import { Playground } from '../../src/playground/state/playground.ts';
import { finish } from '../../src/playground/state/slices.ts';
import { ROOT } from '../docs/markdown.ts';

function playground(): Playground {
  const state = new Playground();
  state.readers = { yaml: yamlTexts, suite: suiteStates, patterns: patternsIn };
  return state;
}

const verdicts = (state: Playground) => state.judged.value.map(({ isExpected }) => isExpected);

describe('the suites of examples/', () => {
  const folder = `${ROOT}examples/`;
  const file = (name: string) => (existsSync(folder + name) ? readFileSync(folder + name, 'utf8') : undefined);
  const names = readdirSync(folder).filter((name) => name.endsWith('.eb-test.yaml'));
  // Their patterns are in documents of other tools, or in a folder.
  const elsewhere = ['routing', 'serverless-devs', 'terraform-plan'];

  it.each(names.filter((name) => !elsewhere.some((one) => name.startsWith(one))))('give the verdicts of %s', (name) => {
    const state = playground();
    expect(state.loadSuite(file(name) ?? '', file)).toBe(true);
    expect(state.note.value).toBe('A suite was loaded.');
    if (name.startsWith('refused')) expect(state.reading.value.pattern).toBeUndefined();
    else expect(new Set(verdicts(state))).toEqual(new Set([true]));
  });

  it.each(elsewhere)('are refused with a message: %s', (name) => {
    const state = playground();
    const before = state.pattern.value;
    expect(state.loadSuite(file(`${name}.eb-test.yaml`) ?? '')).toBe(true);
    expect(state.note.value).toMatch(/^The suite cannot be shown: it/);
    expect(state.pattern.value).toBe(before);
  });
});

describe('a suite', () => {
  it('that was exported imports to the same state', () => {
    const state = playground();
    state.pattern.value = '{"source": ["a"], "data": {"n": [1.0]}}';
    state.dialect.value = 'rocketmq';
    state.extensions.value = 'tenant';
    state.replaceSelected([
      { text: '{"source": "a", "data": {"n": 1.0}}', expected: true },
      { text: '{"source": "b", "data": {"n": 1.00}}', expected: false },
      { text: '{"source": "a"}', expected: true },
    ]);
    const { suite } = finish(exported(state)) ?? { suite: '' };
    const other = playground();
    expect(other.loadSuite(suite)).toBe(true);
    const plain = ({ pattern, events, ...rest }: ReturnType<Playground['shared']>) => ({
      ...rest,
      texts: [pattern, ...events.map(({ text }) => text)].map((text) => text.replace(/\s/g, '')),
      expected: events.map(({ expected }) => expected),
    });
    expect(plain(other.shared())).toEqual(plain(state.shared()));
    expect(verdicts(other)).toEqual(verdicts(state));
  });

  it('that routes events shows one pattern at a time, with its expected verdicts', () => {
    const state = playground();
    const suite = `patterns:
  a: {source: [a]}
  b: '{"source": [{"prefix": "b"}]}'
base: {source: b}
tests:
  - {name: first, routes: [b]}
  - {name: second, with: {source: a}, routes: {includes: [a]}}
`;
    expect(state.loadSuite(suite)).toBe(true);
    expect(state.choices.value.map(({ address }) => address)).toEqual(['a', 'b']);
    expect(state.events.value.map(({ name, expected }) => [name, expected])).toEqual([
      ['first', false],
      ['second', true],
    ]);
    expect(verdicts(state)).toEqual([true, true]);
    const [, b] = state.choices.value;
    if (b !== undefined) state.choose(b);
    expect(state.pattern.value).toContain('prefix');
    expect(state.events.value.map(({ expected }) => expected)).toEqual([true, undefined]);
    expect(state.choices.value).toHaveLength(2);
  });

  it.each([
    ['a test without an event', 'pattern: {source: [a]}\ntests: [{name: x, match: true}]', 'has no event'],
    ['an unknown member', 'pattern: {source: [a]}\ntest: []\ntests: []', '`test`'],
    ['a file that is not there', 'pattern: p.json\ntests: [{name: x, event: {}, match: true}]', 'the file `p.json`'],
  ])('is refused with a message for %s', (_, text, words) => {
    const state = playground();
    expect(state.loadSuite(text)).toBe(true);
    expect(state.note.value).toContain(words);
  });

  it.each(['{"source": ["a"]}', 'source: [a]', '{"tests": ["x"]}', 'hello', '', 'pattern: ['])(
    'is not recognised in %j',
    (text) => {
      expect(playground().loadSuite(text)).toBe(false);
    },
  );
});
