/**
 * What does an event cost against one family at one size? A process of its own, so that no other set has taught the compiler, and none is on the
 * heap. Arguments: family, size, `full` or `quick`; prints a `Group` as JSON.
 */
import { compilePattern, type JsonObject, PatternSet } from '../src/index.ts';
import { type Family, families } from './families.ts';
import { type Group, type Spread, WAYS, type Way } from './group.ts';
import { type InterleaveOptions, interleave, quantile, type Side, type Timing } from './interleave.ts';

/** Sources as text, as they come from files. */
type Patterns = readonly (readonly [string, string])[];
type Ways = Readonly<Record<Way, (i: number) => string[]>>;

function measure(name: string, family: Family, size: number, quick: boolean): Group {
  const set = PatternSet.from(fresh(family, size));
  const texts = family.events(quick ? 100 : 500);
  const ways = waysOf(set, texts);
  const matches = compare(ways, texts.length);
  if (size <= 1000) compareWithMatchers(family.patterns(size), set, texts);
  const timings = timesOf(ways, texts, quick ? { rounds: 5, slice: 1 } : {});
  const memory = memoryOf(family, size, texts);
  const patterns = [...fresh(family, size)];
  return {
    family: name,
    size,
    matches: matches / texts.length,
    ...timings,
    ...memory,
    from: repeated(size, quick, () => PatternSet.from(patterns)),
    add: repeated(size, quick, () => oneByOne(patterns)),
  };
}

/** New texts, so that the memory that the set keeps is counted as its own. */
function* fresh(family: Family, size: number): Generator<readonly [string, string]> {
  for (const [id, pattern] of family.patterns(size)) yield [id, JSON.stringify(pattern)];
}

function waysOf(set: PatternSet, texts: readonly string[]): Ways {
  const objects = texts.map((text) => JSON.parse(text) as object);
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  const wellFormed = { wellFormed: true };
  return {
    objects: (i) => set.matches(objects[i] as object),
    'string, checked': (i) => set.matchesJson(texts[i] as string),
    'bytes, checked': (i) => set.matchesJson(bytes[i] as Uint8Array),
    'string, wellFormed': (i) => set.matchesJson(texts[i] as string, wellFormed),
    'bytes, wellFormed': (i) => set.matchesJson(bytes[i] as Uint8Array, wellFormed),
  };
}

/** How many ids all ways find in all events; that they find the same is checked. */
function compare(ways: Ways, count: number): number {
  let matches = 0;
  for (let i = 0; i < count; i++) {
    const found = ways.objects(i);
    matches += found.length;
    for (const way of WAYS) same(way, i, ways[way](i), found);
  }
  return matches;
}

function compareWithMatchers(
  patterns: Iterable<readonly [string, JsonObject]>,
  set: PatternSet,
  texts: readonly string[],
): void {
  const matchers = Array.from(patterns, ([id, source]) => ({ id, matcher: compilePattern(source) }));
  for (const [i, text] of texts.entries()) {
    const event = JSON.parse(text) as object;
    const found = matchers.filter(({ matcher }) => matcher.matches(event)).map(({ id }) => id);
    same('a matcher for each pattern', i, found, set.matches(event));
  }
}

function same(what: string, event: number, found: readonly string[], expected: readonly string[]): void {
  if (found.length !== expected.length || found.some((id, i) => id !== expected[i]))
    throw new Error(`event ${event}: ${what} finds ${found.length} matches, the set from objects ${expected.length}`);
}

/** A unit of work is as many events as the corpus has shapes, so that all sides see the same mix in every slice. */
const BATCH = 5;

function timesOf(ways: Ways, texts: readonly string[], options: InterleaveOptions): Pick<Group, 'parse' | 'ways'> {
  const parse = (i: number): number => (JSON.parse(texts[i] as string) === null ? 1 : 0);
  const sides: Side[] = [{ name: 'JSON.parse', run: batches(texts.length, parse) }];
  for (const way of WAYS) {
    const found = ways[way];
    sides.push({ name: way, run: batches(texts.length, (i) => found(i).length) });
  }
  const [base, ...timings] = interleave(sides, options).map((t): Timing => ({ ...t, micros: t.micros / BATCH }));
  return { parse: base as Timing, ways: Object.fromEntries(timings.map((t) => [t.name, t])) as Group['ways'] };
}

function batches(count: number, work: (i: number) => number): () => number {
  let i = 0;
  return () => {
    let sum = 0;
    for (let end = i + BATCH; i < end; i++) sum += work(i);
    if (i === count) i = 0;
    return sum;
  };
}

/** Small sets are measured many at a time: the heap has noise of its own. */
function memoryOf(family: Family, size: number, texts: readonly string[]): Pick<Group, 'bytesBuilt' | 'bytesUsed'> {
  const count = Math.max(1, Math.ceil(2000 / size));
  const sets: PatternSet[] = [];
  const before = heap();
  for (let i = 0; i < count; i++) sets.push(PatternSet.from(fresh(family, size)));
  const bytesBuilt = (heap() - before) / (count * size);
  for (const set of sets) for (const text of texts) set.matchesJson(text);
  const bytesUsed = (heap() - before) / (count * size);
  for (const set of sets) if (set.size !== size) throw new Error('a set has lost patterns');
  return { bytesBuilt, bytesUsed };
}

function heap(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function oneByOne(patterns: Patterns): PatternSet {
  const set = new PatternSet();
  for (const [id, source] of patterns) set.add(id, source);
  return set;
}

/** Three builds at least, many of small ones, and no more once seconds have gone by. */
function repeated(size: number, quick: boolean, build: () => PatternSet): Spread {
  const times: number[] = [];
  for (let spent = 0; quick ? times.length < 1 : times.length < 3 || spent < 200; ) {
    globalThis.gc?.();
    const start = performance.now();
    if (build().size !== size) throw new Error('a set has lost patterns');
    const elapsed = performance.now() - start;
    spent += elapsed;
    times.push((elapsed * 1000) / size);
    if (spent > 8000 || times.length >= 1000) break;
  }
  return {
    median: quantile(times, 0.5),
    low: quantile(times, 0.25),
    high: quantile(times, 0.75),
    rounds: times.length,
  };
}

const [name = '', size = '', mode = 'full'] = process.argv.slice(2);
const family = families[name];
if (family === undefined) throw new Error(`there is no family ${name}`);
console.log(JSON.stringify(measure(name, family, Number(size), mode === 'quick')));
