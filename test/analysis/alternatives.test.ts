/** Answers about patterns of `aws`: alternatives, and what objects in arrays can change. Small worlds judge the proofs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  diff,
  disjoint,
  equivalent,
  implies,
  nearestMatch,
  nearMisses,
  neverMatches,
  overlaps,
  redundant,
  sample,
} from '../../src/index.ts';
import { awsMatches } from '../support/aws/reference.ts';
import { runs } from '../support/runs.ts';

const options = { dialect: 'aws', budget: 3000 } as const;
const or = (...branches: object[]): object => ({ $or: branches });

describe('the questions', () => {
  it.each<[object, object, 'yes' | 'no' | 'unknown']>([
    [{ a: ['x'] }, or({ a: ['x'] }, { b: ['y'] }), 'yes'],
    [or({ a: ['x'] }, { b: ['y'] }), { a: ['x'] }, 'no'],
    [or({ a: ['x'] }, { b: ['y'] }), or({ b: ['y'] }, { a: ['x', 'z'] }), 'yes'],
    [{ a: [{ exists: true }] }, or({ a: [{ prefix: 'x' }] }, { a: [{ 'anything-but': { prefix: 'x' } }] }), 'yes'],
    [{ a: [{ wildcard: 'ab*c*d' }] }, { a: [{ wildcard: 'a*d' }] }, 'yes'],
    [{ a: [{ wildcard: 'a*d' }] }, { a: [{ wildcard: 'ab*d' }] }, 'no'],
    [{ a: [{ 'equals-ignore-case': 'straße' }] }, { a: [{ prefix: { 'equals-ignore-case': 'STR' } }] }, 'yes'],
    [{ a: [{ 'equals-ignore-case': 'ab' }] }, { a: ['ab', 'AB', 'aB'] }, 'no'],
    [{ a: [300] }, { a: [{ numeric: ['>=', 300, '<', 301] }] }, 'yes'],
    [{ a: [{ numeric: ['=', 300] }] }, { a: [300] }, 'yes'],
    [{ a: ['10.0.0.1'] }, { a: [{ cidr: '10.0.0.0/8' }] }, 'yes'],
    // Only objects in arrays can tell these apart.
    [{ e: { f: ['A'], l: [{ exists: false }] } }, { e: { l: [{ exists: false }] } }, 'no'],
    [{ e: { f: ['A'], l: [{ exists: false }] } }, { e: { f: ['A', 'B'], l: [{ exists: false }] } }, 'yes'],
    [{ e: ['A'], 'e.l': [{ exists: false }] }, { 'e.l': [{ exists: false }] }, 'no'],
    [{ e: { f: ['A'] } }, { e: { a: [{ exists: false }, { exists: true }], f: ['A'] } }, 'no'],
    [{ e: { f: ['A'] } }, { e: { f: ['A'], l: [{ exists: false }, { exists: true }] } }, 'yes'],
    [{ a: ['x'], k: ['y'] }, or({ a: ['x'], k: [{ 'anything-but': 'z' }] }, { k: ['z'] }), 'yes'],
  ])('%j implies %j: %s', (a, b, answer) => {
    const pair = [JSON.stringify(a), JSON.stringify(b)] as const;
    expect(implies(...pair, options).answer).toBe(answer);
  });

  it('finds what never matches, and what overlaps', () => {
    expect(neverMatches(JSON.stringify(or({ a: ['x'] }, { b: ['y'] })), options).answer).toBe('no');
    const [x, y] = ['{"a":["x"]}', '{"a":["y"]}'];
    expect(disjoint(x, y, options)).toMatchObject({ scalars: { answer: 'yes' }, arrays: { answer: 'no' } });
    // A path that is a field and leads on has an object beside a value.
    expect(neverMatches('{"a":["x"],"a.b":["y"]}', options)).toMatchObject({
      answer: 'no',
      witness: expect.stringContaining('"a":["x",{"b":"y"}]'),
    });
    expect(disjoint('{"a":["x"]}', '{"a.b":["y"]}', options)).toMatchObject({
      scalars: { answer: 'no', witness: expect.stringContaining('"a":"x","a.b":"y"') },
    });
    // `l` is missing beside the `f` of one element, and present in another one.
    expect(disjoint('{"e":{"f":["x"],"l":[{"exists":false}]}}', '{"e":{"l":["y"]}}', options)).toMatchObject({
      scalars: { answer: 'yes' },
      arrays: { answer: 'no', witness: expect.stringContaining('"e":[{"f":"x"},{"l":"y"}]') },
    });
    // Nothing is chosen before `a`.
    expect(disjoint('{"e":{"f":["x"],"a":[{"exists":false}]}}', '{"e":{"a":["y"]}}', options).arrays.answer).toBe(
      'yes',
    );
    const set = [
      [1, x],
      [2, y],
      [3, JSON.stringify(or({ a: ['x'] }, { b: ['y'] }))],
    ] as const;
    expect([...overlaps(set, options)].map(({ ids }) => ids)).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  it('compares versions', () => {
    const [a, b] = [or({ a: ['x'] }, { b: ['y'] }), or({ a: ['x'] }, { b: ['y'] }, { c: ['z'] })].map((one) =>
      JSON.stringify(one),
    );
    expect(diff(a as string, b as string, options).relation).toBe('wider');
    expect(equivalent('{"a":{"b":["x"]}}', '{"a.b":["x"]}', options).answer).toBe('yes');
  });

  it.each<[object, readonly string[]]>([
    [or({ a: ['x'], b: ['y'] }, { a: ['x'] }, { c: ['z'] }), ['/$or/0/a', '/$or/0/b']],
    [or({ a: ['x'] }, { a: ['x'], b: ['y'] }), ['/$or/1/b']],
    [or({ a: ['x'], b: ['y'] }, { a: ['x'], c: ['z'] }), []],
    [{ ...or({ a: ['x'] }, { b: ['y'] }), c: [{ exists: false }, { exists: true }] }, ['/c']],
    [{ e: { a: [{ exists: false }, { exists: true }], f: ['A'] } }, []],
    [{ e: { f: ['A'], l: [{ exists: false }, { exists: true }] } }, ['/e/l']],
    [{ 'a.b': ['x'], a: { b: ['x'] } }, ['/a.b']],
  ])('names the fields of %j that can go: %j', (pattern, fields) => {
    expect(redundant(JSON.stringify(pattern), options)).toEqual({ conditions: [], fields });
  });

  it('ends for branches that combine in many ways', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      [`a${i % 40}`]: [`x${i}`],
      b: [{ 'anything-but': `y${i}` }],
    }));
    const text = JSON.stringify(or(...many));
    expect(implies(text, text, options).answer).toBe('yes');
    expect(redundant(text, options)).toEqual({ conditions: [], fields: [] });
    expect(redundant(text, { ...options, budget: 100 }).unknown).toContain('budget');
    const other = JSON.stringify(or(...many.map((one) => ({ ...one, c: [{ exists: true }] }))));
    expect(implies(other, text, options).answer).not.toBe('no');
    expect(implies(text, other, options).answer).toBe('no');
  });

  it('makes events of each alternative, and events that miss', () => {
    const text = JSON.stringify(or({ a: [{ wildcard: '*x*y' }] }, { b: [{ 'equals-ignore-case': 'ab' }] }));
    const matcher = compilePattern(text, options);
    const events = sample(text, 6, options);
    expect(events.length).toBe(6);
    expect(events.every((event) => matcher.matchesJson(event))).toBe(true);
    expect(new Set(events.map((event) => 'a' in JSON.parse(event)))).toEqual(new Set([true, false]));
    const misses = nearMisses(text, 6, options);
    expect(misses.length).toBe(6);
    expect(misses.some(({ event }) => matcher.matchesJson(event))).toBe(false);
    expect(nearestMatch(text, '{"b":"zz"}', options)).toMatchObject({ answer: 'yes', changes: [{}] });
    expect(redundant('{"a":["x",{"wildcard":"*x"}]}', options).conditions).toEqual(['/a/0']);
  });
});

it('made events have the members of events of the service, the payload last', () => {
  const [event = ''] = sample('{"source":["aws.s3"],"detail":{"a":["x"]}}', 1, { dialect: 'aws' });
  expect(Object.keys(JSON.parse(event))).toEqual(
    'version id detail-type source account time region resources detail'.split(' '),
  );
  expect(JSON.parse(event)).toMatchObject({ source: 'aws.s3', detail: { a: 'x' } });
  const [without = ''] = sample('{"region":[{"exists":false}]}', 1, { dialect: 'aws' });
  expect(JSON.parse(without)).toEqual(expect.not.objectContaining({ region: expect.anything() }));
});

describe('small worlds', () => {
  const values = [undefined, '"x"', '"y"', '["x","y"]'];
  const objects = values.flatMap((f) => values.map((l) => objectOf({ f, l })));
  const small = objects.filter((one) => !one.includes('['));
  const pairs = small.flatMap((one) => [
    ...small.map((other) => `[${one},${other}]`),
    `["x",${one}]`,
    `[["y"],${one}]`,
    `[[${one}],{"l":"x"}]`,
  ]);
  const joined = small.flatMap((one) => ['"e.f":"x"', '"e.l":"y"'].map((other) => `{"e":[${one},{"l":"x"}],${other}}`));
  const lists = [...objects, '"x"', '"y"', '[]', ...pairs];
  const events = ['{}', '{"k":"x"}', ...lists.flatMap((e) => [`{"e":${e}}`, `{"e":${e},"k":"x"}`]), ...joined];

  function objectOf(members: Readonly<Record<string, string | undefined>>): string {
    const some = Object.entries(members).filter(([, value]) => value !== undefined);
    return `{${some.map(([name, value]) => `"${name}":${value}`).join()}}`;
  }

  const condition = fc.constantFrom(
    ...[
      '["x"]',
      '["y"]',
      '[{"exists":false}]',
      '[{"exists":true}]',
      '[{"anything-but":"x"}]',
      '["x",{"exists":false}]',
    ],
    ...['[{"exists":false},{"exists":true}]', '["x",{"anything-but":"x"}]', '[{"anything-but":"x"},{"exists":false}]'],
  );
  const conjunction = fc
    .uniqueArray(fc.tuple(fc.constantFrom('e', 'e.f', 'e.l', 'k'), condition), {
      minLength: 1,
      maxLength: 3,
      selector: ([path]) => path,
    })
    .map((fields) => `{${fields.map(([path, list]) => `"${path}":${list}`).join()}}`);
  const branches = fc.array(conjunction, { minLength: 2, maxLength: 3 }).map((some) => `{"$or":[${some}]}`);
  const either = fc.oneof({ weight: 3, arbitrary: conjunction }, { weight: 2, arbitrary: branches });
  const patterns = [...new Set(fc.sample(either, { numRuns: Math.max(40, runs(80)) }))];
  const verdicts = patterns.map((text) => events.map((event) => awsMatches(text, event)));
  const all = patterns.flatMap((a, i) => patterns.map((b, k) => ({ a, b, i, k })));
  const mine = (i: number): readonly boolean[] => verdicts[i] as readonly boolean[];

  it('contradict no answer about two patterns, and nearly all are answered', () => {
    const wrong: string[] = [];
    const counts = { yes: 0, no: 0, unknown: 0 };
    for (const { a, b, i, k } of all) {
      const answer = implies(a, b, options);
      counts[answer.answer]++;
      const at = mine(i).findIndex((matches, n) => matches && !mine(k)[n]);
      if (answer.answer === 'yes' && at >= 0) wrong.push(`${a} implies ${b}, but ${events[at]}`);
      if (answer.answer === 'no' && !(awsMatches(a, answer.witness) && !awsMatches(b, answer.witness))) {
        wrong.push(`${a} does not imply ${b}, by ${answer.witness}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(counts.yes).toBeGreaterThan(all.length / 20);
    expect(counts.no).toBeGreaterThan(all.length / 2);
    expect(counts.unknown).toBeLessThan(all.length / 50);
  });

  it('decide which patterns match one event', () => {
    const wrong: string[] = [];
    for (const { a, b, i, k } of all.filter(({ i, k }) => k >= i)) {
      const answers = disjoint(a, b, options);
      for (const [name, answer] of Object.entries(answers)) {
        if (answer.answer === 'unknown') wrong.push(`${name} of ${a} and ${b}: unknown`);
        if (answer.answer === 'no' && !(awsMatches(a, answer.witness) && awsMatches(b, answer.witness))) {
          wrong.push(`${name} of ${a} and ${b}, by ${answer.witness}`);
        }
      }
      const at = mine(i).findIndex((matches, n) => matches && mine(k)[n]);
      if (answers.arrays.answer === 'yes' && at >= 0) wrong.push(`${a} and ${b}, but ${events[at]}`);
      const single = mine(i).findIndex((matches, n) => matches && mine(k)[n] && !events[n]?.includes('['));
      if (answers.scalars.answer === 'yes' && single >= 0) wrong.push(`${a} and ${b}, but ${events[single]}`);
      if (answers.scalars.answer === 'no' && answers.scalars.witness.includes('[')) wrong.push(answers.scalars.witness);
    }
    expect(wrong).toEqual([]);
  });

  it('judge one pattern: what never matches, what can go, its events and its near misses', () => {
    const wrong: string[] = [];
    for (const [i, text] of patterns.entries()) {
      const never = neverMatches(text, options);
      if (never.answer !== 'no' || !awsMatches(text, never.witness)) wrong.push(`${text}: ${JSON.stringify(never)}`);
      const { fields } = redundant(text, options);
      const left = without(text, fields);
      const at = events.findIndex((event, n) => awsMatches(left, event) !== mine(i)[n]);
      if (at >= 0) wrong.push(`${text} is not ${left} on ${events[at]}`);
      const made = sample(text, 5, options);
      if (made.length < 5 || !made.every((event) => awsMatches(text, event))) wrong.push(`samples of ${text}: ${made}`);
      if (nearMisses(text, 5, options).some(({ event }) => awsMatches(text, event)))
        wrong.push(`near misses of ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  /** `pointers` are those of fields at the top, or in one of the branches at the top. */
  function without(text: string, pointers: readonly string[]): string {
    type Fields = Record<string, unknown>;
    const drop = (fields: Fields, above: string): Fields =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => !pointers.includes(`${above}/${name}`)));
    const { $or: list, ...rest } = JSON.parse(text) as { $or?: Fields[] };
    const kept = list?.map((branch, i) => drop(branch, `/$or/${i}`)).filter((one) => Object.keys(one).length > 0);
    return JSON.stringify({ ...drop(rest, ''), ...(kept === undefined ? {} : { $or: kept }) });
  }
});
