/** Arbitraries of strings and names, realistic and hostile. */
import fc from 'fast-check';
import { once } from './once.ts';

/** Strings that break programs: empty, numeric, decomposed, halves of a surrogate pair, names of prototypes. */
const HOSTILE = [
  ...['', ' ', '300', '1.10', 'true', 'null', '{"a":1}', '[]', '"', '\\', 'a/b', "it's", '~1', 'a.b', '*', '{x}', '%s'],
  ...['é', 'e\u0301', '中文', '😀', '\ud83d', '\ude00', '\u0000', '\u007f', '\u2028', '\ufeff', '\u202e', 'line\r\n'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'x'.repeat(300)],
];

/** Words, many of which begin with, end with or contain one another. */
const WORDS = [
  ...[
    'a',
    'b',
    'ab',
    'abc',
    'x',
    'acs.oss',
    'acs.ecs',
    'acs.',
    'oss:ObjectCreated:PutObject',
    'oss:',
    'Object',
    'mq:Topic:SendMessage',
  ],
  ...[
    'cn-hangzhou',
    'cn-',
    'Running',
    'Stopped',
    'game/123.jpg',
    '.jpg',
    'game/',
    '10.0.0.1',
    '10.0.0.0/24',
    '10.0.0.0/8',
    '10.0.0.7',
    '10.0.0.255',
    '192.168.1.1',
    '1.0',
  ],
];

/** Names of members below `data`; few, so that patterns and events often have the same. */
const NAMES = ['a', 'b', 'c', 'state', 'name', 'body', 'x-y', 'tags', 'ip', 'count'];

/** Strings of every kind. All shrink in the same way, character by character. */
export const anyText = once((): fc.Arbitrary<string> => {
  return new ShrinkingAs(
    fc.oneof(
      { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 6 }) },
    ),
    CODE_UNITS,
  );
});

/** The known words that match a regular expression. */
export function wordsOf(form: RegExp): readonly string[] {
  return WORDS.filter((word) => form.test(word));
}

const SURROGATES = { first: 0xd800, count: 0x800 };

/** All characters but lone surrogates. The unit `binary` of fast-check keeps a table of all of them, 100 MB in each process. */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff - SURROGATES.count).map(
  (n) => String.fromCodePoint(n < SURROGATES.first ? n : n + SURROGATES.count),
  (value) => {
    const code = typeof value === 'string' && value.isWellFormed() ? value.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== value) return Number.NaN;
    return code < SURROGATES.first ? code : code - SURROGATES.count;
  },
);

/** Strings of UTF-16 units, also halves of surrogate pairs; they shrink to `a`. */
const CODE_UNITS = fc.string({
  unit: fc.nat(0xffff).map(
    (n) => String.fromCharCode((n + 97) & 0xffff),
    (unit) => (typeof unit === 'string' && unit.length === 1 ? (unit.charCodeAt(0) - 97) & 0xffff : Number.NaN),
  ),
  maxLength: 1000,
});

/** Draws from one arbitrary and shrinks with another, so that chosen words get shorter. */
class ShrinkingAs<T> extends fc.Arbitrary<T> {
  private readonly values: fc.Arbitrary<T>;
  private readonly like: fc.Arbitrary<T>;

  constructor(values: fc.Arbitrary<T>, like: fc.Arbitrary<T>) {
    super();
    this.values = values;
    this.like = like;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T> {
    return new fc.Value(this.values.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.like.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.like.shrink(value, context);
  }
}

/** Names of members. */
export function anyName(...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NAMES, ...others) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  );
}
