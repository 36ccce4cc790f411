/** The nearest event and pattern where arrays are transparent and `$or` joins alternatives. The reference interpreter judges them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, nearestMatch, nearestPatterns } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { awsMatches } from '../support/aws/reference.ts';
import { runs } from '../support/runs.ts';

const options = { dialect: 'aws', budget: 3000 } as const;

describe('the nearest patterns', () => {
  it.each<[what: string, pattern: string, event: string, nearest: readonly string[]]>([
    [
      'repairs each of the branches that are equally near',
      '{"s":["a"],"$or":[{"d":{"size":[{"numeric":[">",5]}]}},{"d":{"kind":["x"]}}]}',
      '{"s":"a","d":{"Size":9,"kind":"z"}}',
      [
        '/$or/0/d/size: name it `Size`',
        '/$or/1/d/kind: accept "z" too',
        '/$or/0/d/size: accept that it is missing too',
        '/$or/1/d/kind: leave `/$or` out',
      ],
    ],
    [
      'leaves branches alone that are further away',
      '{"$or":[{"a":["1"]},{"b":["2"],"c":["3"]}]}',
      '{"a":"7"}',
      ['/$or/0/a: accept "7" too'],
    ],
    [
      'changes one field where they hold in different elements',
      '{"e":{"f":["A"],"l":["D"]}}',
      '{"e":[{"f":"A","l":"B"},{"f":"C","l":"D"}]}',
      ['/e/f: accept "C" too', '/e/l: accept "B" too', '/e/f: leave `/e/f` out', '/e/l: leave `/e/l` out'],
    ],
    [
      'accepts values and finds names inside of arrays',
      '{"e":{"f":["A"],"Lx":["D"]}}',
      '{"e":[{"f":"A","lx":"E"},{"f":"C","lx":"D"}]}',
      ['/e/Lx: name it `lx`, and accept "E" too', '/e/Lx: accept that it is missing too', '/e/Lx: leave `/e/Lx` out'],
    ],
    ['takes `$or` as a name where it is one', '{"$or":["a","b"]}', '{"$or":"c"}', ['/$or: accept "c" too']],
    ['changes the mention of a path that counts', '{"a":["1"],"a":["2"]}', '{"a":"1"}', ['/a: accept "1" too']],
  ])('%s', (_, pattern, event, nearest) => {
    const found = nearestPatterns(pattern, event, options);
    expect(found.map(({ steps }) => steps.map(({ pointer, title }) => `${pointer}: ${title}`).join('; '))).toEqual(
      nearest,
    );
    for (const { text } of found) expect(awsMatches(text, event)).toBe(true);
  });
});

describe('the nearest event', () => {
  it.each<[what: string, pattern: string, event: string, nearest: string, places: readonly string[]]>([
    [
      'changes an element and leaves the others',
      '{"e":{"f":["A"],"l":["D"]}}',
      '{"e":[{"f":"A","l":"B"},{"f":"C","l":"D"}]}',
      '{"e":[{"f":"A","l":"D"},{"f":"C","l":"D"}]}',
      ['/e/0/l'],
    ],
    [
      'changes the element that needs the fewest changes',
      '{"e":{"f":["A"],"l":["D"],"m":["x"]}}',
      '{"e":[{"f":"A","l":"B","m":"y"},{"f":"C","l":"D","m":"x"}]}',
      '{"e":[{"f":"A","l":"B","m":"y"},{"f":"A","l":"D","m":"x"}]}',
      ['/e/1/f'],
    ],
    [
      'goes through arrays in arrays',
      '{"e":{"f":["A"],"g":{"i":[1]}}}',
      '{"e":[[{"f":"A","g":[{"i":2}]}]]}',
      '{"e":[[{"f":"A","g":[{"i":1}]}]]}',
      ['/e/0/0/g/0/i'],
    ],
    [
      'renames a member of an element',
      '{"e":{"f":["A"],"Lx":["D"]}}',
      '{"e":[{"f":"A","lx":"D"}]}',
      '{"e":[{"f":"A","Lx":"D"}]}',
      ['/e/0/Lx'],
    ],
    [
      'takes out of an element what must be missing beside others',
      '{"e":{"f":["A"],"z":[{"exists":false}]}}',
      '{"e":[{"f":"A","z":1},{"f":"C"}]}',
      '{"e":[{"f":"A"},{"f":"C"}]}',
      ['/e/0/z'],
    ],
  ])('%s', (_, pattern, event, nearest, places) => {
    const found = nearestMatch(pattern, event, options);
    expect(found).toMatchObject({ answer: 'yes', event: nearest });
    expect(found.answer === 'yes' && found.changes.map(({ pointer }) => pointer)).toEqual(places);
  });
});

it('finds only patterns and events that match', () => {
  const pairs = filterPattern('aws').chain((pattern) => fc.tuple(fc.constant(pattern), eventFor(pattern, 'aws')));
  const wrong: string[] = [];
  let repaired = 0;
  for (const [pattern, event] of fc.sample(pairs, { numRuns: runs(250) })) {
    // Empty names join badly, and are not what these questions are about.
    if (awsMatches(pattern, event) || /"\.|\."/.test(pattern)) continue;
    const matcher = compilePattern(pattern, options);
    const near = nearestMatch(matcher.pattern, event, options);
    if (near.answer === 'yes' && !awsMatches(pattern, near.event)) wrong.push(`${pattern} ${event}: ${near.event}`);
    const patterns = nearestPatterns(pattern, event, options);
    for (const { text } of patterns) if (!awsMatches(text, event)) wrong.push(`${text} ${event}`);
    if (patterns.length > 0) repaired++;
  }
  expect(wrong).toEqual([]);
  expect(repaired).toBeGreaterThan(5);
});
