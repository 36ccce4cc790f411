/**
 * Patterns in the language of the other cloud: a converted pattern matches the counterpart of an event exactly when the pattern matches the
 * event, by the two reference interpreters.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversion, convertPattern } from '../../src/convert/convert.ts';
import { parsePattern } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { comparable } from '../support/aws/numbers.ts';
import { readAddress } from '../support/aws/texts.ts';
import { PAIRS } from '../support/clouds/envelope.ts';
import { sayable } from '../support/clouds/sayable.ts';
import { isScalar, type Json, type Member, membersOf, readJson, writeJson } from '../support/json.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

type Side = 'aliyun' | 'aws';

function converted(text: string, to: Side): Conversion {
  const { pattern } = parsePattern(text, { dialect: to === 'aws' ? 'aliyun' : 'aws' });
  if (pattern === undefined) throw new Error(`not valid: ${text}`);
  return convertPattern(pattern, to);
}

describe('to aws', () => {
  it.each([
    ['{"source":["acs.oss"]}', '{"source":["acs.oss"]}'],
    [
      '{"type":[{"prefix":"oss:"}],"data":{"a":{"b":[null,true]}}}',
      '{"detail-type":[{"prefix":"oss:"}],"detail":{"a":{"b":[null,true]}}}',
    ],
    ['{"subject":["x"],"aliyunregionid":["y"]}', '{"resources":["x"],"region":["y"]}'],
    ['{}', '{"source":[{"exists":true}]}'],
    ['{"source":["10.0.0.1"]}', '{"source":[{"exactly":"10.0.0.1"}]}'],
    ['{"source":[{"contains":"a*b\\\\"}]}', '{"source":[{"wildcard":"*a\\\\*b\\\\\\\\*"}]}'],
    ['{"source":[{"prefix":"aba","suffix":"ba"}]}', '{"source":[{"wildcard":"aba*ba"},{"exactly":"aba"}]}'],
    ['{"source":[{"anything-but":[]}]}', '{"source":[{"exists":true}]}'],
    ['{"data":{"n":[{"numeric":["!=",5]}]}}', '{"detail":{"n":[{"numeric":["<",5]},{"numeric":[">",5]}]}}'],
    ['{"data":{"n":[{"numeric":["<",5,">=",1]}]}}', '{"detail":{"n":[{"numeric":[">=",1,"<",5]}]}}'],
    ['{"data":{"n":[{"numeric":[">=",5,"<=",5]}]}}', '{"detail":{"n":[{"numeric":["=",5]}]}}'],
    [
      '{"data":{"n":[{"cidr":"10.0.0.7"},{"cidr":"10.0.0.7/8"}]}}',
      '{"detail":{"n":["10.0.0.7",{"cidr":"10.0.0.0/8"}]}}',
    ],
  ])('writes %s as %s', (text, expected) => {
    expect(converted(text, 'aws')).toEqual({ texts: [expected], unsaid: [] });
  });

  it.each([
    ['{"specversion":["1.0"]}', '/specversion', 'no counterpart of `specversion`'],
    ['{"data":{"a.b":["x"]}}', '/data/a.b', 'a dot in a name'],
    ['{"data":{"n":[300.0]}}', '/data/n/0', 'compares the text of `300.0`'],
    ['{"data":{"n":[{"anything-but":["a",1]}]}}', '/data/n/0', 'only strings or only numbers'],
    ['{"data":{"n":[{"prefix":"a","contains":"b"}]}}', '/data/n/0', '`prefix` and `contains` cannot be combined'],
    ['{"data":{"n":["x",{"numeric":["<",1,">",5]}]}}', '/data/n/1', 'no number fulfils both'],
  ])('names what cannot be said of %s', (text, pointer, message) => {
    const { texts, unsaid } = converted(text, 'aws');
    expect(texts).toEqual([]);
    expect(unsaid).toEqual([{ pointer, message: expect.stringContaining(message) }]);
  });
});

describe('to aliyun', () => {
  it.each([
    ['{"source":["aws.s3"],"detail-type":["x"]}', '{"source":["aws.s3"],"type":["x"]}'],
    ['{"detail.a":["x"],"detail":{"b":[null]}}', '{"data":{"a":["x"],"b":[null]}}'],
    ['{"detail":{"a":["x"],"a":["y"]}}', '{"data":{"a":["y"]}}'],
    ['{"source":[{"exactly":"a"},{"equals-ignore-case":"ok"}]}', '{"source":["a","ok","oK","Ok","OK"]}'],
    [
      '{"source":[{"wildcard":"a*"},{"wildcard":"*b"},{"wildcard":"*c*"}]}',
      '{"source":[{"prefix":"a"},{"suffix":"b"},{"contains":"c"}]}',
    ],
    ['{"source":[{"wildcard":"aba*ba"}]}', '{"source":[{"prefix":"aba","suffix":"ba","anything-but":"aba"}]}'],
    [
      '{"detail":{"n":[300.0,{"numeric":[">",1,"<=",2]}]}}',
      '{"data":{"n":[{"numeric":["=",300.0]},{"numeric":[">",1,"<=",2]}]}}',
    ],
    [
      '{"source":["010.0.0.1",{"cidr":"::ffff:10.0.0.0/8"}]}'.replace('::ffff:10.0.0.0', '::ffff:a00:0'),
      '{"source":["10.0.0.1",{"cidr":"10.0.0.0/8"}]}',
    ],
    ['{"$or":[{"source":["a"]},{"source":["b"]}]}', '{"source":["a","b"]}'],
    ['{"detail":{"$or":[{"a":["x"]},{"a":["y"]}],"b":["z"]}}', '{"data":{"a":["x","y"],"b":["z"]}}'],
    ['{"source":[{"anything-but":{"equals-ignore-case":["a"]}}]}', '{"source":[{"anything-but":["a","A"]}]}'],
    ['{"source":[{"anything-but":{"wildcard":"a*"}}]}', '{"source":[{"anything-but":{"prefix":"a"}}]}'],
  ])('writes %s as %s', (text, expected) => {
    expect(converted(text, 'aliyun')).toEqual({ texts: [expected], unsaid: [] });
  });

  it.each([
    ['{"$or":[{"source":["a"]},{"id":["b"]}]}', ['{"source":["a"]}', '{"id":["b"]}']],
    [
      '{"source":["a"],"detail":{"$or":[{"b":[1]},{"c":[2],"$or":[{"d":[3]},{"d":[4]},{"e":[5]}]}]}}',
      [
        '{"source":["a"],"data":{"b":[{"numeric":["=",1]}]}}',
        '{"source":["a"],"data":{"c":[{"numeric":["=",2]}],"d":[{"numeric":["=",3]},{"numeric":["=",4]}]}}',
        '{"source":["a"],"data":{"c":[{"numeric":["=",2]}],"e":[{"numeric":["=",5]}]}}',
      ],
    ],
    ['{"source":["a"],"$or":[{"source":["b"]},{"id":["c"]}]}', ['{"source":["b"]}', '{"source":["a"],"id":["c"]}']],
  ])('divides %s, since one pattern has no alternatives', (text, expected) => {
    expect(converted(text, 'aliyun')).toEqual({ texts: expected, unsaid: [] });
  });

  it.each([
    ['{"version":["0"]}', '/version', 'no counterpart of `version`'],
    ['{"detail":["x"]}', '/detail', 'only what is below it'],
    ['{"source":{"a":["x"]}}', '/source/a', 'has no members'],
    ['{"source":[{"wildcard":"a*b*c"}]}', '/source/0', 'no `wildcard`'],
    ['{"source":[{"equals-ignore-case":"abcdef"}]}', '/source/0', 'more than 16 spellings'],
    ['{"source":[{"cidr":"::/0"}]}', '/source/0', 'no IPv6 blocks'],
    ['{"source":[{"prefix":""}]}', '/source/0', 'an empty `prefix`'],
    ['{"source":[{"numeric":["<",1e10]}]}', '/source/0', 'from -1e9 to 1e9'],
    ['{"source":[{"anything-but":{"prefix":["a","b"]}}]}', '/source/0', 'one `prefix` or one `suffix`'],
    ['{"detail":{"a":["x"],"a.b":["y"]}}', '', '`data.a` is a field and has fields below it'],
  ])('names what cannot be said of %s', (text, pointer, message) => {
    const { texts, unsaid } = converted(text, 'aliyun');
    expect(texts).toEqual([]);
    expect(unsaid).toEqual([{ pointer, message: expect.stringContaining(message) }]);
  });
});

/** The events about which a conversion makes a statement (src/convert/convert.ts); undefined for a value that they do not contain. */
function usual(node: Json): Json | undefined {
  if (node.kind === 'number') {
    const value = comparable(node.text);
    return value === undefined ? undefined : { kind: 'number', text: JSON.stringify(value) };
  }
  if (node.kind === 'string') return isUsualAddress(node.value) ? node : undefined;
  if (node.kind === 'array') {
    const items = node.items.filter(isScalar).flatMap((item) => usual(item) ?? []);
    return items.length === 0 ? undefined : { kind: 'array', items };
  }
  if (node.kind !== 'object') return node;
  const members = membersOf(node).flatMap(([name, value]): Member[] => {
    const own = name === '' || name.includes('.') ? undefined : usual(value);
    return own === undefined ? [] : [[name, own]];
  });
  return { kind: 'object', members };
}

function isUsualAddress(text: string): boolean {
  const address = readAddress(text);
  if (address === undefined) return true;
  if (address.bits === 32) return /^(?:(?:0|[1-9]\d*)(?:\.|$)){4}$/.test(text);
  return ['::', '::1', '2001:db8::1', '2001:db8::7', 'fe80::'].includes(text);
}

/** The event and its counterpart; undefined for one that has no object in its content, or values where the pattern has objects. */
function bothOf(event: Json, to: Side): readonly [string, string] | undefined {
  const plain = usual(event);
  if (plain === undefined) return undefined;
  const [own, other] = to === 'aws' ? ([0, 1] as const) : ([1, 0] as const);
  const given = membersOf(plain);
  const find = (name: string): Json | undefined => given.find(([one]) => one === name)?.[1];
  const content = find(to === 'aws' ? 'data' : 'detail') ?? { kind: 'object', members: [] };
  if (content.kind !== 'object') return undefined;
  const members = PAIRS.flatMap((pair) => {
    const isContent = pair[0] === 'data';
    const value = isContent ? content : (find(pair[own]) ?? (pair[0] === 'source' ? TEXT : undefined));
    return value === undefined ? [] : [{ pair, value }];
  });
  // Attributes are plain values.
  if (members.some(({ pair, value }) => pair[0] !== 'data' && value.kind === 'object')) return undefined;
  const text = (side: 0 | 1): string =>
    writeJson({ kind: 'object', members: members.map(({ pair, value }): Member => [pair[side], value]) });
  return [text(own), text(other)];
}

const TEXT: Json = { kind: 'string', value: 'x' };

/** Whether a number of the event is so close to one of the pattern that a tolerance of 1e-7 decides. */
function isClose(pattern: string, event: string): boolean {
  const numbers = (text: string): number[] =>
    (text.replace(/"(?:[^"\\]|\\.)*"/g, ' ').match(/-?\d[\d.eE+-]*/g) ?? []).map(Number);
  const limits = numbers(pattern);
  return numbers(event).some((x) => limits.some((limit) => x !== limit && Math.abs(x - limit) <= 2e-7));
}

/** Whether a path of the pattern leads to an object of the event, which is no value but is there for one of the languages. */
function hasObjectAtField(pattern: string, event: string, from: Side): boolean {
  const { pattern: read } = parsePattern(pattern, { dialect: from });
  const root = readJson(event);
  return (read?.fields ?? []).some(({ path }) => {
    const names = from === 'aws' ? path.flatMap((name) => name.split('.')) : path;
    const found = names.reduce<Json | undefined>((node, name) => {
      return node?.kind === 'object' ? membersOf(node).find(([one]) => one === name)?.[1] : undefined;
    }, root);
    return found?.kind === 'object';
  });
}

describe.each<Side>(['aws', 'aliyun'])('a pattern converted to %s', (to) => {
  const from: Side = to === 'aws' ? 'aliyun' : 'aws';

  it('matches the counterpart of an event exactly when the pattern matches the event', () => {
    const cases = filterPattern(from)
      .map((text) => sayable(text, to))
      .filter((one) => one !== undefined)
      .chain((one) => fc.tuple(fc.constant(one), fc.array(eventFor(one.text, from), { minLength: 5, maxLength: 5 })));
    let pairs = 0;
    let matching = 0;
    let divided = 0;
    fc.assert(
      fc.property(cases, ([{ text, others }, events]) => {
        if (others.length > 1) divided++;
        for (const event of events) {
          const both = bothOf(readJson(event), to);
          if (both === undefined || isClose(text, both[0]) || hasObjectAtField(text, both[0], from)) continue;
          const expected = referenceMatches(text, both[0], from);
          pairs++;
          if (expected) matching++;
          const found = others.some((other) => referenceMatches(other, both[1], to));
          expect(found, `${text} on ${both[0]}; ${others.join(' or ')} on ${both[1]}`).toBe(expected);
        }
      }),
      { numRuns: runs(400) },
    );
    expect(pairs).toBeGreaterThan(100);
    expect(matching / pairs).toBeGreaterThan(0.2);
    if (to === 'aliyun') expect(divided).toBeGreaterThan(5);
  });
});
