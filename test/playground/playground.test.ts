/** The state of the page: verdicts, what is listed, links between the panes, and what would make an event match. */
import { describe, expect, it } from 'vitest';
import { dialectColumns, difference, exported } from '../../src/playground/state/answers.ts';
import type { Shared } from '../../src/playground/state/fragment.ts';
import { spotAt } from '../../src/playground/state/links.ts';
import { Playground } from '../../src/playground/state/playground.ts';
import { folderWith, run } from '../cli/run-main.ts';

const PATTERN =
  '{"source": [{"prefix": "shop."}], "data": {"total": [{"numeric": [">", 100]}], "tags": ["vip", "eu"]}}';
const MATCHING = '{"source": "shop.a", "data": {"total": 250, "tags": ["new", "eu"]}}';
const FAILING = '{"source": "shop.a", "data": {"Total": 250, "tags": "vip"}}';

function playground(given: Partial<Shared> = {}): Playground {
  const state = new Playground();
  const events = [{ text: MATCHING }, { text: FAILING, expected: true }, { text: 'no JSON' }];
  state.load({ pattern: PATTERN, events, dialect: 'aliyun', extensions: [], ...given });
  return state;
}

describe('verdicts', () => {
  it('are of the last valid pattern while another one is typed', () => {
    const state = playground();
    expect(state.judged.value.map(({ verdict }) => verdict)).toEqual(['match', 'no match', 'not an event']);
    state.pattern.value = PATTERN.slice(0, -1);
    expect(state.judged.value.map(({ verdict }) => verdict)).toEqual(['match', 'no match', 'not an event']);
    expect(state.current.value?.isStale).toBe(true);
    expect(state.summary.value).toBe(
      '1 of 3 events match; 1 verdict is not as expected; 1 is no event; 1 error in the pattern, verdicts are of the last valid one',
    );
    // What is complete keeps its links.
    expect(state.links.value[0]?.inPattern.length).toBe(2);
  });

  it('are not there without a pattern', () => {
    const state = playground({ pattern: '{' });
    expect(state.judged.value.map(({ verdict }) => verdict)).toEqual(['no pattern', 'no pattern', 'no pattern']);
    expect(state.summary.value).toContain('there is no valid pattern yet');
  });

  it.each([
    [[true], 'the event matches'],
    [[false], 'the event does not match'],
    [[true, true], 'all 2 events match'],
    [[false, false], 'none of 2 events match'],
    [[true, false, false], '1 of 3 events match'],
  ])('%j are summed up', (matches, summary) => {
    const events = matches.map((is) => ({ text: is ? MATCHING : FAILING }));
    expect(playground({ events }).summary.value).toBe(summary);
  });

  it('filter the list', () => {
    const state = playground();
    const shown = () => state.listed.value.map(({ index }) => index);
    state.filter.value = 'unexpected';
    expect(shown()).toEqual([1]);
    state.filter.value = 'not an event';
    expect(shown()).toEqual([2]);
    state.filter.value = 'all';
    state.search.value = 'TOTAL';
    expect(shown()).toEqual([0, 1]);
  });
});

describe('links', () => {
  const cut = (text: string, ranges: readonly { start: number; end: number }[] = []) =>
    ranges.map(({ start, end }) => text.slice(start, end));

  it('join each field with the value that it sees', () => {
    const { links } = playground();
    expect(links.value.map(({ inPattern }) => cut(PATTERN, inPattern))).toEqual([
      ['"source"', '[{"prefix": "shop."}]'],
      ['"total"', '[{"numeric": [">", 100]}]'],
      ['"tags"', '["vip", "eu"]'],
    ]);
    expect(links.value.map(({ inEvent }) => cut(MATCHING, inEvent))).toEqual([
      ['"shop.a"'],
      ['250'],
      ['["new", "eu"]'],
    ]);
    expect(links.value[2]?.conditions.map(({ inEvent }) => cut(MATCHING, inEvent))).toEqual([
      ['"new"', '"eu"'],
      ['"eu"'],
    ]);
  });

  it('lead to where the way of a missing field ends', () => {
    const state = playground();
    state.select(state.events.value[1]?.id ?? 0);
    expect(cut(FAILING, state.links.value[1]?.inEvent)).toEqual(['"data"']);
  });

  it('are found from an offset on both sides', () => {
    const { links } = playground();
    expect(spotAt(links.value, 'inEvent', MATCHING.indexOf('"eu"') + 1)).toEqual({ field: '/data/tags', condition: 1 });
    expect(spotAt(links.value, 'inEvent', MATCHING.indexOf('"new"') + 1)).toEqual({ field: '/data/tags' });
    expect(spotAt(links.value, 'inPattern', PATTERN.indexOf('prefix'))).toEqual({ field: '/source', condition: 0 });
    expect(spotAt(links.value, 'inPattern', 0)).toBeUndefined();
  });
});

describe('what would match', () => {
  it('is the event as it is written, with what is needed changed', () => {
    const state = playground();
    state.select(state.events.value[1]?.id ?? 0);
    expect(state.repair.value?.changed?.text).toBe(FAILING.replace('"Total"', '"total"'));
    state.edit({ text: state.repair.value?.changed?.text ?? '' });
    expect(state.judged.value[1]?.verdict).toBe('match');
    expect(state.repair.value).toBeUndefined();
  });

  it.each([
    '{\n  "source": "shop.a",\n  "data": {\n    "tags": "vip"\n  }\n}',
    '{"source": "a", "data": {}}',
    '{}',
    '{"source": "shop.a", "data": {"total": "250", "tags": []}}',
    '{"source": null, "data": {"total": 250, "tags": [{"a": 1}]}}',
  ])('matches: %s', (text) => {
    const state = playground({ events: [{ text }] });
    state.edit({ text: state.repair.value?.changed?.text ?? '' });
    expect(state.judged.value[0]?.verdict).toBe('match');
  });
});

describe('patterns that would match', () => {
  it('are offered with the event that they let in, and match the event', () => {
    const state = playground();
    state.select(state.events.value[1]?.id ?? 0);
    const patterns = state.repair.value?.patterns ?? [];
    expect(patterns.length).toBeGreaterThan(0);
    for (const { text, steps } of patterns) {
      expect(steps[0]?.pointer).toBe('/data/total');
      const other = playground({ pattern: text });
      expect(other.judged.value[1]?.verdict).toBe('match');
    }
    state.pattern.value += ',';
    expect(state.repair.value?.patterns).toEqual([]);
  });
});

describe('dialects', () => {
  it('are compared for all events, with what decides', () => {
    const pattern = '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}';
    const state = playground({ pattern, events: [{ text: '{"data": {"ip": "10.0.0.0"}}' }, { text: '{}' }] });
    expect(dialectColumns(state).map(({ verdicts }) => verdicts)).toEqual([
      ['match', 'no match'],
      ['no match', 'no match'],
    ]);
    expect(difference(state)).toHaveLength(1);
    state.select(state.events.value[1]?.id ?? 0);
    expect(difference(state)).toBeUndefined();
  });
});

describe('the export', () => {
  it('passes the command that runs it', async () => {
    const { suite, left } =
      exported(playground({ events: [{ text: MATCHING }, { text: FAILING }, { text: '[' }] })) ?? {};
    expect(left).toBe(1);
    const cwd = folderWith({ 'pattern.eb-test.yaml': suite ?? '' });
    const { code, out } = await run(['test', 'pattern.eb-test.yaml'], { cwd });
    expect({ code, passed: /2 passed/.test(out) }, out).toEqual({ code: 0, passed: true });
  });
});
