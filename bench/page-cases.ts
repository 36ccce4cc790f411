/** What is measured of the page: patterns and events that people paste, and patterns that are made to be slow. */
import type { Shared } from '../src/playground/state/fragment.ts';

export interface TypingCase {
  readonly name: string;
  readonly state: Shared;
  readonly editor: 'Pattern' | 'Event';
  readonly tab: string;
  /** A line of the text, in whose last string the keys are typed. */
  readonly behind: string;
}

export interface HostilePattern {
  readonly name: string;
  readonly state: Shared;
}

const PATTERN = `{
  "source": [{"prefix": "shop."}],
  "data": {
    "state": ["paid", {"prefix": "part-"}],
    "total": [{"numeric": [">", 100, "<=", 500]}],
    "ip": [{"cidr": "10.0.0.0/24"}],
    "tags": [
      "vip",
      "typed here"
    ],
    "note": [{"anything-but": ["", "none"]}]
  }
}
`;

const others = { dialect: 'aliyun', extensions: [] } as const;

function event(i: number, length = 0): string {
  const items = Array.from({ length: Math.ceil(length / 90) }, (_, k) => ({
    sku: `sku-${k}`,
    count: k % 7,
    price: k * 1.5,
    name: `article ${k}`,
  }));
  const data = {
    state: i % 2 ? 'paid' : 'open',
    total: i * 7,
    ip: `10.0.0.${i % 256}`,
    tags: ['new', 'vip'],
    note: 'typed here',
    items,
  };
  return `${JSON.stringify({ id: String(i), source: 'shop.orders', type: 'order:paid', data }, null, 2)}\n`;
}

function shared(events: readonly string[]): Shared {
  return {
    pattern: PATTERN,
    events: events.map((text) => ({ text })),
    ...others,
    other: PATTERN.replace('vip', 'VIP'),
  };
}

const large = shared([event(1, 35_000)]);
const many = shared(Array.from({ length: 200 }, (_, i) => event(i)));
const typed = { editor: 'Pattern', behind: '"typed here"' } as const;

export const cases: readonly TypingCase[] = [
  { name: 'event of 50 KB, in the event', state: large, tab: 'Why', editor: 'Event', behind: '"typed here"' },
  { name: 'event of 50 KB, in the pattern', state: large, tab: 'Why', ...typed },
  ...['Why', 'Meaning', 'Dialects', 'Compare', 'Samples', 'Export'].map((tab) => ({
    name: `200 events, ${tab}, in the pattern`,
    state: many,
    tab,
    ...typed,
  })),
  { name: '200 events, in one of them', state: many, tab: 'Why', editor: 'Event', behind: '"typed here"' },
];

/** Words of three letters only: they share beginnings, endings and parts. */
function words(n: number, seed: number, length: number): readonly string[] {
  let state = seed;
  const letter = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 'abc'.charAt((state >>> 16) % 3);
  };
  return Array.from({ length: n }, () => Array.from({ length }, letter).join(''));
}

const PARTS = 200;
const [first, second, third] = [words(PARTS, 4, 3), words(PARTS, 3, 4), words(PARTS, 7, 3)];
const texts = (seed: number) =>
  words(PARTS, seed, 10).map((word, i) => (i % 2 === 0 ? { suffix: word } : { contains: word }));
const oneField = (conditions: readonly object[]) => JSON.stringify({ data: { name: conditions } });

function against(pattern: string): Shared {
  const events = words(200, 9, 30).map((name, i) => ({ text: JSON.stringify({ data: { name, [`f${i}`]: name } }) }));
  return { pattern, events, ...others, other: oneField(texts(2)) };
}

export const hostile: readonly HostilePattern[] = [
  { name: 'endings and parts', state: against(oneField(texts(1))) },
  {
    name: 'beginnings, parts and endings joined',
    state: against(oneField(second.map((contains, i) => ({ prefix: first[i], contains, suffix: third[i] })))),
  },
  {
    name: 'fields',
    state: against(
      JSON.stringify({
        data: Object.fromEntries(second.map((word, i) => [`f${i}`, [{ contains: word }, { prefix: 'x' }]])),
      }),
    ),
  },
];
