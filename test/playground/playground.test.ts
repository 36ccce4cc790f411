/** The state of the page: verdicts, findings, links between the panes, and suggested changes. */
import { describe, expect, it } from 'vitest';
import { compilePattern, type DialectName, dialects } from '../../src/index.ts';
import { comparison, coverage, exported, samples } from '../../src/playground/state/answers.ts';
import { dialectComparison } from '../../src/playground/state/dialects.ts';
import type { Shared } from '../../src/playground/state/fragment.ts';
import { spotAt } from '../../src/playground/state/links.ts';
import { Playground } from '../../src/playground/state/playground.ts';
import { repairOf } from '../../src/playground/state/repair.ts';
import { finish, type Steps } from '../../src/playground/state/slices.ts';
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
  it('are those of the last valid pattern while another one is typed', () => {
    const state = playground();
    expect(state.judged.value.map(({ verdict }) => verdict)).toEqual(['match', 'no match', 'not an event']);
    state.pattern.value = PATTERN.slice(0, -1);
    expect(state.judged.value.map(({ verdict }) => verdict)).toEqual(['match', 'no match', 'not an event']);
    expect(state.current.value?.isStale).toBe(true);
    expect(state.summary.value).toBe(
      '1 of 3 events match; 1 verdict is not as expected; 1 is no event; 1 error in the pattern, verdicts are of the last valid one',
    );
    // The complete part keeps its links.
    expect(state.links.value[0]?.inPattern.length).toBe(2);
  });

  it('do not exist without a pattern', () => {
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
  ])('are summed up: %j', (matches, summary) => {
    const events = matches.map((is) => ({ text: is ? MATCHING : FAILING }));
    expect(playground({ events }).summary.value).toBe(summary);
  });

  it('filter the list of events', () => {
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

  it('join each field with the value that it reads', () => {
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

  it('point to where the path of a missing field ends', () => {
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

describe('a suggested event', () => {
  it('is the event as written, with the needed changes', () => {
    const state = playground();
    state.select(state.events.value[1]?.id ?? 0);
    expect(finish(repairOf(state))?.changed?.text).toBe(FAILING.replace('"Total"', '"total"'));
    state.edit({ text: finish(repairOf(state))?.changed?.text ?? '' });
    expect(state.judged.value[1]?.verdict).toBe('match');
    expect(finish(repairOf(state))).toBeUndefined();
  });

  it.each([
    '{\n  "source": "shop.a",\n  "data": {\n    "tags": "vip"\n  }\n}',
    '{"source": "a", "data": {}}',
    '{}',
    '{"source": "shop.a", "data": {"total": "250", "tags": []}}',
    '{"source": null, "data": {"total": 250, "tags": [{"a": 1}]}}',
  ])('matches: %s', (text) => {
    const state = playground({ events: [{ text }] });
    state.edit({ text: finish(repairOf(state))?.changed?.text ?? '' });
    expect(state.judged.value[0]?.verdict).toBe('match');
  });
});

describe('suggested patterns', () => {
  it('are offered with an event that they accept, and match the event', () => {
    const state = playground();
    state.select(state.events.value[1]?.id ?? 0);
    const patterns = finish(repairOf(state))?.patterns ?? [];
    expect(patterns.length).toBeGreaterThan(0);
    for (const { text, steps } of patterns) {
      expect(steps[0]?.pointer).toBe('/data/total');
      const other = playground({ pattern: text });
      expect(other.judged.value[1]?.verdict).toBe('match');
    }
    state.pattern.value += ',';
    expect(finish(repairOf(state))?.patterns).toEqual([]);
  });
});

describe('dialects', () => {
  const IP = '{"data": {"ip": [{"cidr": "10.0.0.0/24"}]}}';
  const compared = (given: Partial<Shared>) => finish(dialectComparison(playground(given)));

  it('are compared for all events, with the rule that decides for each', () => {
    const events = [{ text: '{"data": {"ip": "10.0.0.0"}}' }, { text: '{}' }, { text: '[' }];
    const found = compared({ pattern: IP, events });
    expect(found.events.map(({ verdicts }) => verdicts)).toEqual([
      ['match', 'no match'],
      ['no match', 'no match'],
      ['not an event', 'not an event'],
    ]);
    expect(found.events.map(({ deciding }) => deciding.length)).toEqual([1, 0, 0]);
    expect(found.events[0]?.fields).toMatchObject([{ pointer: '/data/ip', path: 'data.ip', holds: [true, false] }]);
    expect(found.refusals).toEqual([]);
  });

  it('differ on a field although another field fails in all of them', () => {
    const pattern = '{"source": ["a"], "data": {"ip": [{"cidr": "10.0.0.0/24"}]}}';
    const { events } = compared({ pattern, events: [{ text: '{"source": "b", "data": {"ip": "10.0.0.0"}}' }] });
    expect(events[0]?.verdicts).toEqual(['no match', 'no match']);
    expect(events[0]?.fields).toMatchObject([{ pointer: '/data/ip', holds: [true, false] }]);
    expect(events[0]?.fields[0]?.deciding).toHaveLength(1);
  });

  it('differ on an event that is not given, or are proved to agree', () => {
    const events = [{ text: '{}' }];
    const { any } = compared({ pattern: IP, events });
    const event = any.answer === 'yes' ? any.event : '';
    const verdicts = dialects.map(({ name }) =>
      compilePattern(IP, { dialect: name as DialectName }).matchesJson(event),
    );
    expect(new Set(verdicts).size).toBe(2);
    expect(compared({ pattern: '{"source": ["a"]}', events }).any).toEqual({ answer: 'no' });
  });

  it('are reported when one refuses the pattern', () => {
    const { refusals, any, events } = compared({ pattern: '{"data": {"a": [{"contains": "b"}]}}' });
    expect(refusals).toMatchObject([{ dialect: 'rocketmq', message: expect.stringContaining('contains') }]);
    expect(any).toEqual({ answer: 'refused', by: ['rocketmq'] });
    expect(events[0]?.verdicts).toEqual(['no match', 'refused']);
  });

  it('compare an event once while it and the pattern stay the same', () => {
    const state = playground({ pattern: IP });
    const first = finish(dialectComparison(state)).events;
    state.edit({ text: '{"data": {"ip": "10.0.0.0"}}' });
    const second = finish(dialectComparison(state)).events;
    expect(second.map((one, i) => one === first[i])).toEqual([false, true, true]);
    expect(second[0]?.fields).toHaveLength(1);
  });
});

describe('the exported suite', () => {
  it('passes `eb-pattern test`', async () => {
    const { suite, left } =
      finish(exported(playground({ events: [{ text: MATCHING }, { text: FAILING }, { text: '[' }] }))) ?? {};
    expect(left).toBe(1);
    const cwd = folderWith({ 'pattern.eb-test.yaml': suite ?? '' });
    const { code, out } = await run(['test', 'pattern.eb-test.yaml'], { cwd });
    expect({ code, passed: /2 passed/.test(out) }, out).toEqual({ code: 0, passed: true });
  });
});

describe('answers', () => {
  const answers = { comparison, coverage, dialectComparison, exported, repairOf, samples };
  it.each(Object.entries(answers))('of %s pause after few events, and are the same in the end', (_, answer) => {
    const events = Array.from({ length: 200 }, (_, i) => ({ text: FAILING.replace('250', String(i)) }));
    const state = playground({ events, other: PATTERN.replace('vip', 'VIP') });
    const steps = (answer as (state: Playground) => Steps<unknown>)(state);
    let pauses = 0;
    let next = steps.next();
    for (; next.done !== true; next = steps.next()) pauses++;
    expect(pauses).toBeGreaterThan(0);
    expect(next.value).toEqual(finish((answer as (state: Playground) => Steps<unknown>)(state)));
  });
});
