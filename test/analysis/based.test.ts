/** Events made from a base: fields of the pattern change what they need, and the rest of the base is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventSyntaxError, nearMisses, neverMatches, parsePattern, sample } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { type Json, memberOf, membersOf, readJson, writeJson } from '../support/json.ts';
import { type DialectName, type Field, fieldHolds, fieldsOf, referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

/** A pattern, and an event near it or near another one. */
function cases(dialect: DialectName) {
  return fc
    .tuple(filterPattern(dialect), filterPattern(dialect), fc.boolean())
    .chain(([pattern, other, own]) => fc.tuple(fc.constant(pattern), eventFor(own ? pattern : other, dialect)));
}

/** The members of a base that differ or are missing in `made`, except those that a field reads. */
function lostOf(base: Json, made: Json | undefined, fields: readonly Field[], path: readonly string[] = []): string[] {
  const lost: string[] = [];
  for (const [name] of base.kind === 'object' ? base.members : []) {
    const here = [...path, name];
    // The last of several members of one name counts.
    const value = memberOf(base, name) as Json;
    const now = made && memberOf(made, name);
    const through = fields.filter((field) => here.every((step, i) => field.path[i] === step));
    if (through.some((field) => field.path.length === here.length)) continue;
    if (through.length > 0 && value.kind === 'object') lost.push(...lostOf(value, now, fields, here));
    else if (through.length === 0 && (now === undefined || plain(now) !== plain(value))) lost.push(here.join('/'));
  }
  return lost;
}

/** Without the members that a later one of the same name replaces. */
function plain(node: Json): string {
  if (node.kind === 'array') return `[${node.items.map(plain).join(',')}]`;
  if (node.kind !== 'object') return writeJson(node);
  return `{${[...new Map(node.members)].map(([name, value]) => `${JSON.stringify(name)}:${plain(value)}`).join(',')}}`;
}

function valueAt(node: Json | undefined, path: readonly string[]): string | undefined {
  const found = path.reduce<Json | undefined>((at, name) => at && memberOf(at, name), node);
  return found && plain(found);
}

describe.each<DialectName>(['aliyun', 'rocketmq'])('under %s', (dialect) => {
  it('events with a base match, and keep all of the base that the pattern does not read', () => {
    const seen = { made: 0, changed: 0, kept: 0 };
    fc.assert(
      fc.property(cases(dialect), ([pattern, text]) => {
        const base = readJson(text);
        const fields = fieldsOf(readJson(pattern), dialect);
        const made = sample(pattern, 3, { dialect, base: text });
        if (made.length === 0) expect(neverMatches(pattern, { dialect }).answer).toBe('yes');
        for (const event of made) {
          const node = readJson(event);
          seen.made++;
          expect(referenceMatches(pattern, event, dialect), event).toBe(true);
          expect(lostOf(base, node, fields), event).toEqual([]);
          const names = [...new Set(membersOf(base).map(([name]) => name))];
          const still = membersOf(node).map(([name]) => name);
          expect(still.filter((name) => names.includes(name))).toEqual(names.filter((name) => still.includes(name)));
          if (referenceMatches(pattern, text, dialect)) {
            seen.kept++;
            for (const name of names) expect(valueAt(node, [name])).toBe(valueAt(base, [name]));
          } else seen.changed++;
          // Two names of the rocketmq dialect may be one path: what holds for one of them may not for the other.
          if (dialect === 'rocketmq') continue;
          for (const field of fields.filter((one) => fieldHolds(one, base, dialect))) {
            expect(valueAt(node, field.path), field.path.join('/')).toBe(valueAt(base, field.path));
          }
        }
      }),
      { numRuns: runs(240) },
    );
    expect(seen.changed / seen.made).toBeGreaterThan(0.3);
    expect(seen.kept / seen.made).toBeGreaterThan(0.05);
  });

  it('near misses with a base fail in one field only, and keep the rest', () => {
    let made = 0;
    fc.assert(
      fc.property(cases(dialect), ([pattern, text]) => {
        const fields = fieldsOf(readJson(pattern), dialect);
        for (const { event, pointer } of nearMisses(pattern, 3, { dialect, base: text })) {
          made++;
          const node = readJson(event);
          expect(referenceMatches(pattern, event, dialect), event).toBe(false);
          expect(fields.filter((field) => !fieldHolds(field, node, dialect))).toHaveLength(1);
          expect(parsePattern(pattern, { dialect }).pattern?.fields.map((field) => field.pointer)).toContain(pointer);
          expect(lostOf(readJson(text), node, fields), event).toEqual([]);
        }
      }),
      { numRuns: runs(150) },
    );
    expect(made).toBeGreaterThan(50);
  });
});

const BASE = '{"id":"7","source":"acs.ecs","data":{"n":3.0,"tags":["a"],"deep":{"x":1},"text":"{}"}}';

it.each<[string, string, readonly string[]]>([
  ['members outside of the pattern', '{}', [BASE.replace(',"data"', ',"data"')]],
  ['a value that holds, with its text', '{"data":{"n":[{"numeric":[">",1]}]}}', [BASE]],
  ['a member that is missing as it should be', '{"data":{"gone":[{"exists":false},"x"]}}', [BASE]],
  ['an array, which gets an element', '{"data":{"tags":["b"]}}', [BASE.replace('["a"]', '["a","b"]')]],
  ['an object, which gets a member', '{"data":{"deep":{"y":[2]}}}', [BASE.replace('"x":1', '"x":1,"y":2')]],
  ['no text where an object must be', '{"data":{"text":{"y":[2]}}}', [BASE.replace('"{}"', '{"y":2}')]],
  ['no member that must not be there', '{"data":{"n":[{"exists":false}]}}', [BASE.replace('"n":3.0,', '')]],
])('a sample with a base keeps %s', (_, pattern, events) => {
  // The base has no `specversion` and no `type`, which every event of the bus has.
  const withEnvelope = events.map((event) => event.replace(/\}$/, ',"specversion":"1.0","type":"example"}'));
  expect(sample(pattern, 5, { base: BASE })).toEqual(withEnvelope);
  expect(sample(pattern, 5, { base: JSON.parse(BASE) as object }).map((event) => JSON.parse(event))).toEqual(
    withEnvelope.map((event) => JSON.parse(event)),
  );
});

it('a near miss keeps the value of the base when its field fails already', () => {
  expect(nearMisses('{"source":["acs.oss"]}', 3, { base: BASE }).map(({ event }) => JSON.parse(event).source)).toEqual([
    'acs.ecs',
  ]);
});

it('events of a base without an id have ids of their own', () => {
  const events = sample('{"data":{"n":[1]}}', 3, { base: '{"data":{"m":2}}' });
  expect(events.map((event) => JSON.parse(event).id)).toEqual(['1', '2', '3']);
});

it.each([['[1]'], [''], ['{"a":}']])('a base that is no JSON object is refused: %s', (base) => {
  expect(() => sample('{}', 1, { base })).toThrow(EventSyntaxError);
  expect(() => nearMisses('{}', 1, { base })).toThrow(EventSyntaxError);
});

it('a base that is no object is a TypeError', () => {
  expect(() => sample('{}', 1, { base: 7 as never })).toThrow(/an event is an object, not a value of type number/);
});
