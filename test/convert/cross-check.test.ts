/** Where a pattern and its counterpart part, judged by the reference interpreters of both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossCheckClouds } from '../../src/convert/cross-check.ts';
import type { Side } from '../../src/convert/names.ts';
import { parsePattern } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { comparable } from '../support/aws/numbers.ts';
import { readAddress } from '../support/aws/texts.ts';
import { PAIRS } from '../support/clouds/envelope.ts';
import { sayable } from '../support/clouds/sayable.ts';
import { isScalar, type Json, type Member, membersOf, readJson, writeJson } from '../support/json.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

function check(text: string, to: Side): ReturnType<typeof crossCheckClouds> {
  const { pattern } = parsePattern(text, { dialect: to === 'aws' ? 'aliyun' : 'aws' });
  if (pattern === undefined) throw new Error(`not valid: ${text}`);
  return crossCheckClouds(pattern, to);
}

/** The rules that differ, each with its fields. */
function rulesOf(text: string, to: Side): Readonly<Record<string, readonly string[]>> {
  const found = check(text, to);
  if (found.answer !== 'differs') throw new Error(found.answer);
  return Object.fromEntries(found.differences.map(({ rule, pointers }) => [rule, pointers]));
}

describe('a pattern and its counterpart', () => {
  it.each<[string, Side]>([
    ['{}', 'aws'],
    ['{"source":["acs.oss"],"type":[{"prefix":"a","suffix":"b"}],"aliyunregionid":["x"]}', 'aws'],
    ['{"source":[{"anything-but":[]},{"contains":"x"}],"time":[{"exists":false}]}', 'aws'],
    ['{"source":["aws.s3"],"$or":[{"region":["x"]},{"account":["1"]}]}', 'aliyun'],
  ])('agree on every event: %s to %s', (text, to) => {
    expect(check(text, to).answer).toBe('agrees');
  });

  it.each<[string, Side, Readonly<Record<string, readonly string[]>>]>([
    ['{"source":["a"],"data":{"b":["x"]}}', 'aws', { arrays: ['/data/b'] }],
    ['{"data":{"a":{"b":["x"]},"c":["y"]}}', 'aws', { arrays: ['/data/a/b', '/data/c'], names: ['/data/a/b'] }],
    ['{"data":{"a":[{"exists":false}]}}', 'aws', { arrays: ['/data/a'], fields: ['/data/a'] }],
    ['{"data":{"a":[{"exists":false}],"b":["x"]}}', 'aws', { arrays: ['/data/a', '/data/b'] }],
    [
      '{"data":{"n":[300],"m":[{"anything-but":[5]}]}}',
      'aws',
      { arrays: ['/data/n', '/data/m'], 'equal-numbers': ['/data/n', '/data/m'] },
    ],
    ['{"data":{"n":[{"numeric":[">",5]}]}}', 'aws', { arrays: ['/data/n'], comparisons: ['/data/n'] }],
    ['{"id":[{"numeric":[">",5]}]}', 'aws', { comparisons: ['/id'] }],
    ['{"source":[{"cidr":"10.0.0.7"}]}', 'aws', { 'address-literals': ['/source'] }],
    ['{"source":[{"cidr":"10.0.0.0/8"}]}', 'aws', { 'cidr-zeros': ['/source'], 'cidr-blocks': ['/source'] }],
    ['{"detail":{"n":[300]}}', 'aliyun', { arrays: ['/detail/n'], comparisons: ['/detail/n'] }],
    ['{"detail":{"n":[3e10]}}', 'aliyun', { arrays: ['/detail/n'], 'equal-numbers': ['/detail/n'] }],
    ['{"source":["::1"]}', 'aliyun', { 'address-literals': ['/source'] }],
    [
      '{"$or":[{"detail":{"a":{"b":["x"]}}},{"source":["10.0.0.1"]}]}',
      'aliyun',
      { arrays: ['/$or/0/detail/a/b'], names: ['/$or/0/detail/a/b'], 'address-literals': ['/$or/1/source'] },
    ],
  ])('differ by these rules: %s to %s', (text, to, rules) => {
    expect(rulesOf(text, to)).toEqual(rules);
    expect(check(text, to)).toMatchObject({ undecided: [] });
  });

  it('leaves open what no event shows and nothing proves', () => {
    expect(check('{"source":[{"cidr":"10.0.0.0/8"},{"anything-but":{"prefix":"/"}}]}', 'aws')).toMatchObject({
      answer: 'unknown',
      differences: [],
      undecided: ['cidr-zeros', 'cidr-blocks'].map((rule) => ({ rule, pointers: ['/source'] })),
    });
    expect(check('{"source":[{"numeric":["<",10]},{"numeric":[">",5]},7]}', 'aws')).toMatchObject({
      answer: 'differs',
      differences: [{ rule: 'comparisons' }],
      undecided: [{ rule: 'equal-numbers' }],
    });
  });

  it('cannot be compared where something cannot be said', () => {
    expect(check('{"specversion":["1.0"]}', 'aws')).toMatchObject({
      answer: 'unsaid',
      unsaid: [{ pointer: '/specversion' }],
    });
  });
});

/** The event with its envelope as the services have it: plain attributes, `source` and content. */
function ofService(event: Json, from: Side): readonly [own: string, other: string] {
  const [mine, theirs] = from === 'aliyun' ? ([0, 1] as const) : ([1, 0] as const);
  const members = PAIRS.flatMap((pair): { readonly pair: (typeof PAIRS)[number]; readonly value: Json }[] => {
    const all = event.kind === 'object' ? event.members.filter(([name]) => name === pair[mine]) : [];
    const value = all.at(-1)?.[1];
    if (pair[0] === 'data') {
      // Every event of Amazon has an object as its content.
      const content = from === 'aws' && value?.kind !== 'object' ? NO_CONTENT : value;
      return content === undefined ? [] : [{ pair, value: content }];
    }
    const plain = value !== undefined && isScalar(value) ? value : pair[0] === 'source' ? TEXT : undefined;
    return plain === undefined ? [] : [{ pair, value: plain }];
  });
  const text = (side: 0 | 1): string =>
    writeJson({ kind: 'object', members: members.map(({ pair, value }): Member => [pair[side], value]) });
  return [text(mine), text(theirs)];
}

const TEXT: Json = { kind: 'string', value: 'x' };
const NO_CONTENT: Json = { kind: 'object', members: [] };

/** The rules that an event gives something to decide. */
function rulesIn(pattern: string, event: string, from: Side): ReadonlySet<string> {
  const found = new Set<string>();
  const limits = numbersIn(readJson(pattern));
  const visit = (node: Json, depth: number): void => {
    if (node.kind === 'number') {
      const value = comparable(node.text);
      if (value === undefined || limits.some((limit) => value !== limit && Math.abs(value - limit) <= 2e-7))
        found.add('comparisons');
      if (value === undefined || JSON.stringify(value) !== node.text) found.add('equal-numbers');
    } else if (node.kind === 'string') {
      const address = readAddress(node.value);
      if (address === undefined) return;
      const zeros = /(?:^|\.)0\d/.test(node.value);
      if (zeros) found.add('cidr-zeros');
      if (node.value.includes(':')) found.add('cidr-blocks');
      if (zeros || node.value.includes(':')) found.add('address-literals');
    } else if (node.kind === 'array') {
      if (node.items.length === 0 || !node.items.every(isScalar)) found.add('arrays');
      for (const item of node.items) visit(item, depth + 1);
    } else if (node.kind === 'object') {
      const names = node.members.map(([name]) => name);
      if (new Set(names).size < names.length) found.add('arrays');
      if (depth > 0 && names.some((name) => name.includes('.'))) found.add('names');
      for (const [, value] of node.members) visit(value, depth + 1);
    }
  };
  const node = readJson(event);
  visit(node, 0);
  if (fieldPaths(pattern, from).some((path) => hasObject(node, path))) found.add('arrays');
  const content = membersOf(node).find(([name]) => name === 'data')?.[1];
  if (content?.kind !== 'object') found.add('fields');
  return found;
}

function fieldPaths(pattern: string, from: Side): readonly (readonly string[])[] {
  const fields = parsePattern(pattern, { dialect: from }).pattern?.fields ?? [];
  return fields.map(({ path }) => (from === 'aws' ? path.flatMap((name) => name.split('.')) : path));
}

function hasObject(event: Json, path: readonly string[]): boolean {
  const found = path.reduce<Json | undefined>(
    (node, step) => (node?.kind === 'object' ? membersOf(node).find(([name]) => name === step)?.[1] : undefined),
    event,
  );
  return found?.kind === 'object';
}

function numbersIn(node: Json): readonly number[] {
  if (node.kind === 'number') return [Number(node.text)];
  if (node.kind === 'array') return node.items.flatMap(numbersIn);
  return node.kind === 'object' ? node.members.flatMap(([, value]) => numbersIn(value)) : [];
}

describe.each<Side>(['aws', 'aliyun'])('a pattern and its counterpart for %s', (to) => {
  const from: Side = to === 'aws' ? 'aliyun' : 'aws';

  it('differ only by the rules that are named, and on each event that is shown', () => {
    const cases = filterPattern(from)
      .map((text) => sayable(text, to))
      .filter((one) => one !== undefined)
      .chain((one) => fc.tuple(fc.constant(one), fc.array(eventFor(one.text, from), { minLength: 8, maxLength: 8 })));
    const count = { pairs: 0, differing: 0, named: 0, undecided: 0 };
    fc.assert(
      fc.property(cases, ([{ text, others }, events]) => {
        const found = check(text, to);
        const { differences = [], undecided = [] } = 'differences' in found ? found : {};
        const agree = (own: string, other: string): boolean =>
          referenceMatches(text, own, from) === others.some((one) => referenceMatches(one, other, to));
        for (const { event, counterpart, matchesIn } of differences) {
          expect(agree(event, counterpart), event).toBe(false);
          expect(matchesIn === from).toBe(referenceMatches(text, event, from));
        }
        count.named += differences.length;
        count.undecided += undecided.length;
        const named = new Set<string>([...differences, ...undecided].map(({ rule }) => rule));
        for (const event of events) {
          const [own, other] = ofService(readJson(event), from);
          count.pairs++;
          if (agree(own, other)) continue;
          count.differing++;
          const rules = rulesIn(text, own, from);
          expect(
            [...rules].some((rule) => named.has(rule)),
            `${text} on ${own}: ${[...rules]}; named ${[...named]}`,
          ).toBe(true);
        }
      }),
      { numRuns: runs(150) },
    );
    expect(count.differing / count.pairs).toBeGreaterThan(0.02);
    expect(count.undecided / count.named).toBeLessThan(0.15);
  });
});
