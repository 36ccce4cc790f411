/** Events for a pattern as a suite with verdicts, in YAML: each test says in its name what its event has, or has wrong. */
import {
  compilePattern,
  type Explanation,
  type Matcher,
  nearMisses,
  type Pattern,
  printJson,
  readJson,
  sample,
} from '../../index.ts';
import { memberAt } from '../read/document.ts';
import { spaced } from '../render/json-text.ts';
import { withoutCommands } from '../render/log-text.ts';
import { printable } from '../render/terminal.ts';
import { changesBetween } from '../suite/changes.ts';

export interface SuiteWanted {
  /** As the suite names the pattern; absent where it stands in the suite itself. */
  readonly name?: string | undefined;
  /** What the head of the suite says of it, in a line. */
  readonly comment?: string | undefined;
  /** The text of the pattern. */
  readonly text: string;
  /** What the suite says of the language; absent for the default. */
  readonly dialect?: string | undefined;
  readonly extensions?: readonly string[] | undefined;
  /** So many events that match, and so many that nearly do. */
  readonly count: number;
  readonly seed?: number | undefined;
  /** The text of an event from which the others are made. */
  readonly base?: string | undefined;
}

/** Empty when there are no such events at all. */
export function suiteOf(pattern: Pattern, wanted: SuiteWanted): string {
  const { name, comment, text, dialect, extensions, count, seed, base: given } = wanted;
  const matcher = compilePattern(pattern);
  const names = new Map<string, number>();
  const tests = [
    ...sample(pattern, count, { seed, base: given }).map((event) => matching(event, matcher)),
    ...nearMisses(pattern, count, { seed, base: given }).map(({ event }) => missing(event, matcher)),
  ].map((test) => ({ ...test, name: unique(test.name, names) }));
  const [base] = tests;
  if (base === undefined) return '';
  const lines = [
    ...(comment === undefined ? [] : [`# ${withoutCommands(printable(comment))}`]),
    `pattern: ${quoted(name ?? compact(text))}`,
    ...(dialect === undefined ? [] : [`dialect: ${dialect}`]),
    ...(extensions === undefined ? [] : [`extensions: ${quotedList(extensions)}`]),
    // As a text: a suite reads it as JSON, so the text of each number stays as it is.
    `base: ${quoted(spaced(base.event))}`,
    'tests:',
    ...tests.flatMap(({ name: said, match, event, fails }) => [
      `  - name: ${quoted(said)}`,
      ...eventLines(base.event, event).map((line) => `    ${line}`),
      `    match: ${match}`,
      ...(fails === undefined ? [] : [`    fails: ${quotedList(fails)}`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** As changes to the base where that is shorter. */
function eventLines(base: string, event: string): readonly string[] {
  const changes = changesBetween(base, event);
  const own = `event: ${quoted(spaced(event))}`;
  if (changes === undefined) return [own];
  const { with: merged, remove } = changes;
  const lines = [
    ...(merged === undefined ? [] : [`with: ${inYaml(spaced(merged))}`]),
    ...(remove === undefined ? [] : [`remove: ${quotedList(remove)}`]),
  ];
  const isReadable = merged === undefined || hasShortNames(merged);
  return isReadable && lines.join('').length < own.length ? lines : [own];
}

/** YAML reads no longer text as the name of a member. */
const MAX_NAME = 500;

function hasShortNames(text: string): boolean {
  let isShort = true;
  JSON.parse(text, (name: string, value: unknown) => {
    isShort &&= JSON.stringify(name).length < MAX_NAME;
    return value;
  });
  return isShort;
}

/** JSON is YAML, but for characters that a line of YAML cannot hold: those are escaped, which only strings can have. */
function inYaml(json: string): string {
  return withoutCommands(json.replace(UNPRINTABLE, escapedUnits));
}

interface Test {
  readonly name: string;
  readonly match: boolean;
  readonly event: string;
  readonly fails?: readonly string[];
}

function matching(event: string, matcher: Matcher): Test {
  const { fields } = matcher.explain(event);
  const said = fields.slice(0, NAMED).map(({ path }) => stated(path, event));
  const more = fields.length > said.length ? ' and so on' : '';
  return { name: said.length === 0 ? 'any event' : `matches: ${said.join(', ')}${more}`, match: true, event };
}

function missing(event: string, matcher: Matcher): Test {
  const failing = matcher.explain(event).fields.filter(({ holds }: Explanation['fields'][number]) => !holds);
  const fails = failing.map(({ pointer }) => pointer);
  return {
    name: `does not match: ${failing.map(({ path }) => stated(path, event)).join(', ')}`,
    match: false,
    event,
    fails,
  };
}

/** Fields in the name of a test. */
const NAMED = 4;

/** A value that is longer says less. */
const LONG = 40;

function stated(path: readonly string[], event: string): string {
  const name = path.join('.');
  const { node } = readJson(event);
  const value = node && memberAt(node, path);
  if (value === undefined) return `no ${name}`;
  const text = spaced(printJson(value));
  return `${name} is ${text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text}`;
}

function unique(name: string, names: Map<string, number>): string {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return times === 1 ? name : unique(`${name} (${times})`, names);
}

function compact(text: string): string {
  const { node } = readJson(text);
  return node === undefined ? text : spaced(printJson(node));
}

function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}

/** What a line of YAML cannot hold as it is. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** In single quotes, where only they are doubled; with escapes, in double quotes. */
function quoted(text: string): string {
  if (text.search(UNPRINTABLE) < 0 && withoutCommands(text) === text) return `'${text.replaceAll("'", "''")}'`;
  return withoutCommands(JSON.stringify(text).replace(UNPRINTABLE, escapedUnits));
}

function escapedUnits(characters: string): string {
  return Array.from({ length: characters.length }, (_, i) => escaped(characters.charCodeAt(i))).join('');
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
