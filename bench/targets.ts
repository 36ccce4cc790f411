/** What the figures are to reach, in the order of the table in docs/performance.md. */

export interface Target {
  readonly what: string;
  readonly sense: 'at least' | 'at most' | 'less than';
  readonly bound: number;
  readonly unit: 'x' | 'us' | 'ms' | 's' | 'bytes' | 'MB' | 'of 1,000' | 'answers';
}

const atLeast = (bound: number, what: string): Target => ({ what, sense: 'at least', bound, unit: 'x' });
const atMost = (bound: number, unit: Target['unit'], what: string): Target => ({ what, sense: 'at most', bound, unit });
const lessThan = (bound: number, unit: Target['unit'], what: string): Target => ({
  what,
  sense: 'less than',
  bound,
  unit,
});

const EARLY = 'text, decided early, `wellFormed`, 1.1 KB, against JSON.parse and matcher';
const CHECKED = 'text, fully checked, against JSON.parse and matcher';
const MIXED = 'set, mixed 10,000 patterns, checked, against JSON.parse alone';
const PAIRS = 'set, exact pairs on lots, from bytes';
const KINDS = "aws, event-ruler's kinds of rules on lots, from bytes";
const ANALYSIS = 'questions about 10,000 pairs of patterns';
const FILTER = '`filter` over 1 GB';

export const targets = {
  'early, string': atLeast(4, `${EARLY}: string`),
  'early, bytes': atLeast(5, `${EARLY}: bytes`),
  'checked 1.1 KB, string': atLeast(1, `${CHECKED}: 1.1 KB, string`),
  'checked 1.1 KB, bytes': atLeast(3.5, `${CHECKED}: 1.1 KB, bytes`),
  'checked lots, string': atLeast(2, `${CHECKED}: lots, string`),
  'checked lots, bytes': atLeast(2, `${CHECKED}: lots, bytes`),
  'checked 100 KB, string': atLeast(1.3, `${CHECKED}: 100 KB, string`),
  'checked 100 KB, bytes': atLeast(4, `${CHECKED}: 100 KB, bytes`),
  'mixed, string': atMost(1.2, 'x', `${MIXED}: string`),
  'mixed, bytes': atMost(1.2, 'x', `${MIXED}: bytes`),
  growth: atMost(2.5, 'x', 'set, mixed, objects, 100,000 against 1,000 patterns'),
  // The bound depends on the matches: the figure is the share of what is allowed.
  adversarial: atMost(1, 'x', 'set, adversarial families, 100,000 patterns, of 10 us + 50 ns for each match'),
  'memory of pairs': atMost(300, 'bytes', 'set, 100,000 exact pairs, memory for each'),
  memory: atMost(600, 'bytes', 'set, 100,000 other patterns, memory for each'),
  build: atMost(25, 'us', 'set, 100,000 patterns, build for each'),
  'memory of events': atMost(8, 'MB', 'memory after long runs of new events, beyond the start'),
  'ruler, checked': atLeast(2.5, `${PAIRS}, checked, against event-ruler, every N`),
  'ruler, wellFormed': atLeast(6, `${PAIRS}, \`wellFormed\`, against event-ruler, every N`),
  'quamina, few': atLeast(1.3, `${PAIRS}, \`wellFormed\`, against quamina, up to 1,000 patterns`),
  'quamina, plain': atLeast(1.3, `${PAIRS}, \`wellFormed\`, against quamina on plain lots, up to 1,000 patterns`),
  'quamina, many': atLeast(5, `${PAIRS}, \`wellFormed\`, against quamina, 10,000 patterns`),
  'kinds, checked': atLeast(1.5, `${KINDS}, checked, against event-ruler, every kind`),
  'kinds, wellFormed': atLeast(3, `${KINDS}, \`wellFormed\`, against event-ruler: exact, prefix, suffix`),
  'kinds, slow': atLeast(5, `${KINDS}, checked, against event-ruler: complex arrays, all together`),
  'kinds, memory': atMost(0.5, 'x', 'aws, 100,000 rules, memory, against event-ruler'),
  'filter, checked': atLeast(6, `${FILTER}, one job, checked, against \`jq -c select\``),
  'filter, wellFormed': atLeast(12, `${FILTER}, one job, \`--well-formed\`, against \`jq -c select\``),
  'filter, checked CPU': atMost(1.05, 's', `${FILTER}, one job, checked: CPU time of each GB`),
  'filter, wellFormed CPU': atMost(0.55, 's', `${FILTER}, one job, \`--well-formed\`: CPU time of each GB`),
  'filter, DuckDB': atLeast(1, `${FILTER}, one job, checked, against DuckDB with one thread, CPU time`),
  'filter, two jobs': atLeast(1.7, `${FILTER}, two jobs against one`),
  check: lessThan(2, 'x', 'check, 1,000 patterns, against reading them without the findings on their meaning'),
  'analysis, median': lessThan(1, 'ms', `${ANALYSIS}: median`),
  'analysis, 99 %': lessThan(50, 'ms', `${ANALYSIS}: 99th percentile`),
  'analysis, unknown': lessThan(1, 'of 1,000', `${ANALYSIS}: unknown`),
  'analysis, refuted': atMost(0, 'answers', `${ANALYSIS}: refuted by one of a million events`),
  'cli, start': atMost(80, 'ms', '`eb-pattern --version`, beyond `node -e 0`'),
  'cli, match': atMost(60, 'ms', '`match` on a small pattern, beyond `node -e 0`'),
  'cli, tests': atMost(2000, 'ms', '`test` of 10,000 tests in one suite, beyond a suite of one'),
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;

/** A figure beside a target. */
export interface Measured {
  readonly target: TargetName;
  /** Of several measured for one target: which. */
  readonly of: string;
  readonly value: number;
  /** The quarters of the rounds, where the figure is a median over rounds. */
  readonly low?: number;
  readonly high?: number;
}

export function reached({ target, value }: Measured): boolean {
  const { sense, bound } = targets[target];
  if (sense === 'less than') return value < bound;
  return sense === 'at least' ? value >= bound : value <= bound;
}

/** The one that is the furthest from its target, or the least beyond it. */
export function worst(measured: readonly Measured[]): Measured | undefined {
  return [...measured].sort((a, b) =>
    targets[a.target].sense === 'at least' ? a.value - b.value : b.value - a.value,
  )[0];
}

export function amount(value: number, unit: Target['unit']): string {
  if (unit === 'answers') return `${value} ${unit}`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return unit === 'x' ? `${value.toFixed(digits)}x` : `${value.toFixed(digits)} ${unit}`;
}

export function bound(target: TargetName): string {
  const { sense, bound, unit } = targets[target];
  return `${sense} ${unit === 'x' ? `${bound}x` : `${bound} ${unit}`}`;
}

export function verdict(measured: Measured): string {
  return reached(measured) ? 'reached' : 'not reached';
}
