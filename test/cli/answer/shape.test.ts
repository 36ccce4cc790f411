/** A description is one value: what the compiler refuses, its JSON Schema refuses too. `npm run types` checks the lines with @ts-expect-error. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { answer, writeAnswer } from '../../../src/cli/answer/answer.ts';
import { exact } from '../../../src/cli/answer/exact.ts';
import {
  boolean,
  constant,
  count,
  either,
  list,
  nullable,
  object,
  oneOf,
  pair,
  record,
  type Static,
  text,
} from '../../../src/cli/answer/shape.ts';
import { Terminal } from '../../../src/cli/terminal/terminal.ts';

const item = object({ id: text }, { note: text });
const shape = object(
  { name: text, kind: oneOf('a', 'b'), items: list(item) },
  {
    total: count,
    ids: pair(text),
    from: nullable(text),
    by: record(boolean),
    verdict: either(object({ answer: constant('yes'), event: text }), object({ answer: constant('no') })),
  },
);
type Described = Static<typeof shape>;

const validate = new Ajv2020({ strict: false }).compile(shape.schema);
const accepts = (value: unknown): boolean => validate(value);

// As a command has them: no literals, whose surplus members the compiler refuses by itself.
const items: readonly { readonly id: string; readonly note?: string }[] = [{ id: 'x' }, { id: 'y', note: 'z' }];
const good = { name: 'n', kind: 'a' as const, items };
const surplus = { name: 'n', kind: 'a' as const, items, more: 1 };
const deep = { name: 'n', kind: 'a' as const, items: [{ id: 'x', more: 1 }] };
const maybe: { readonly more?: number } = { more: 1 };

describe('a value of a shape', () => {
  it('is accepted by the compiler and by the schema', () => {
    const all: Described = exact(shape, {
      ...good,
      total: 1,
      ids: ['a', 'b'],
      from: null,
      by: { x: true },
      verdict: { answer: 'no' },
    });
    expect(
      [exact(shape, good), all, exact(shape, { ...good, verdict: { answer: 'yes', event: '{}' } })].map(accepts),
    ).toEqual([true, true, true]);
  });

  it('has only the members of its description, at any depth and for any origin', () => {
    const refused = [
      // @ts-expect-error more
      exact(shape, surplus),
      // @ts-expect-error more
      exact(shape, { ...good, ...maybe }),
      // @ts-expect-error more
      exact(shape, deep),
      // @ts-expect-error more
      exact(shape, { ...good, items: items.map((one) => ({ ...one, more: 1 })) }),
    ];
    expect(refused.map(accepts)).toEqual(refused.map(() => false));
  });

  it('has all required members, of their types', () => {
    const { kind: _, ...less } = good;
    const refused = [
      // @ts-expect-error no `kind`
      exact(shape, less),
      // @ts-expect-error no `id`
      exact(shape, { ...good, items: [{ note: 'x' }] }),
      // @ts-expect-error no `event`
      exact(shape, { ...good, verdict: { answer: 'yes' } }),
      // @ts-expect-error not one of the values
      exact(shape, { ...good, kind: 'c' }),
      // @ts-expect-error three of two
      exact(shape, { ...good, ids: ['a', 'b', 'c'] }),
      // @ts-expect-error null
      exact(shape, { ...good, total: null }),
    ];
    expect(refused.map(accepts)).toEqual(refused.map(() => false));
  });
});

describe('an answer', () => {
  const match = answer('match', { matches: boolean }, { note: text });
  const written = (write: (session: { readonly out: Terminal }) => void): unknown => {
    let said = '';
    write({ out: new Terminal({ write: (chunk) => (said += chunk) }, {}) });
    return JSON.parse(said);
  };

  it('has the version, the command and the errors beside its members', () => {
    const document = written((session) => writeAnswer(match, { matches: true }, session));
    expect(document).toEqual({ version: 1, command: 'match', matches: true, errors: [] });
    expect(Object.keys(document as object)).toEqual(['version', 'command', 'matches', 'errors']);
    const failed = written((session) => writeAnswer(match, { matches: false, note: 'n' }, session, [{ message: 'm' }]));
    expect(failed).toEqual({ version: 1, command: 'match', matches: false, note: 'n', errors: [{ message: 'm' }] });
  });

  it('must have the members of its description', () => {
    const wrong = [
      // @ts-expect-error no `matches`
      written((session) => writeAnswer(match, {}, session)),
      // @ts-expect-error more
      written((session) => writeAnswer(match, { matches: true, ...maybe }, session)),
    ];
    expect(wrong).toEqual([
      { version: 1, command: 'match', errors: [] },
      { version: 1, command: 'match', matches: true, more: 1, errors: [] },
    ]);
  });
});
