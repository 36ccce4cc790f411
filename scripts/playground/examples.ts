/** The suites of examples/ that test one pattern, as states of the page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Example } from '../../src/playground/page/examples.ts';
import { pretty } from '../../src/playground/state/incoming.ts';

const FOLDER = fileURLToPath(new URL('../../examples/', import.meta.url));
const SUITE = '.eb-test.yaml';

/** The first one is what the page begins with. */
const FIRST = '11-combined';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

interface Suite {
  readonly pattern?: string;
  readonly dialect?: Example['dialect'];
  readonly extensions?: readonly string[];
  readonly base?: Json;
  readonly tests?: readonly SuiteTest[];
}

interface SuiteTest {
  readonly name: string;
  readonly match?: boolean;
  readonly event?: Json;
  readonly with?: Json;
}

export function examples(): readonly Example[] {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith(SUITE) ? [file.slice(0, -SUITE.length)] : []));
  const sorted = [FIRST, ...names.filter((name) => name !== FIRST)];
  return sorted.flatMap((name) => exampleOf(name) ?? []);
}

/** Undefined for a suite that shows something else: routes, refusals, documents with several patterns, numbers that YAML rewrites. */
function exampleOf(name: string): Example | undefined {
  const suite = parse(readFileSync(FOLDER + name + SUITE, 'utf8')) as Suite;
  const { pattern, tests = [], dialect = 'aliyun', extensions = [] } = suite;
  if (pattern === undefined || !existsSync(FOLDER + pattern) || !pattern.endsWith('.json')) return undefined;
  const events = tests.flatMap((test) => {
    const event = eventOf(test, suite);
    return event === undefined || test.match === undefined
      ? []
      : [{ text: pretty(JSON.stringify(event)), expected: test.match, name: test.name }];
  });
  if (events.length === 0) return undefined;
  return {
    title: name.replace(/^\d+-/, '').replaceAll('-', ' '),
    pattern: pretty(readFileSync(FOLDER + pattern, 'utf8')),
    events,
    dialect,
    extensions,
  };
}

function eventOf(test: SuiteTest, { base }: Suite): Json | undefined {
  const own = test.event ?? base;
  if (own === undefined || Object.keys(test).some((member) => member === 'remove' || member === 'rows'))
    return undefined;
  const event = typeof own === 'string' ? (JSON.parse(readFileSync(FOLDER + own, 'utf8')) as Json) : own;
  return test.with === undefined ? event : merged(event, test.with);
}

function merged(base: Json, changes: Json): Json {
  if (!isObject(base) || !isObject(changes)) return changes;
  const entries = Object.entries(changes).map(([name, value]) => [name, merged(base[name] ?? null, value)]);
  return { ...base, ...Object.fromEntries(entries) };
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
