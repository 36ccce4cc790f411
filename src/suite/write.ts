/** A suite of one pattern as YAML text: the only writer of suites. */

import { finish, type Steps } from '../pattern/steps.ts';
import { changesBetween } from './changes.ts';
import { spaced } from './json-text.ts';

export interface WrittenSuite {
  /** A line at the head. */
  readonly comment?: string | undefined;
  /** The name of a file, relative to the suite, or the text of the pattern. */
  readonly pattern: string;
  /** Absent for the default. */
  readonly dialect?: string | undefined;
  readonly extensions?: readonly string[] | undefined;
  /** No two have the same name. */
  readonly tests: readonly WrittenTest[];
}

export interface WrittenTest {
  readonly name: string;
  /** JSON text. */
  readonly event: string;
  readonly match: boolean;
  /** The fields that must fail, as pointers into the pattern. */
  readonly fails?: readonly string[];
}

/** Escapes, as strings of JSON do, what must not stand in a text as it is. */
export type Escape = (text: string) => string;

/**
 * Empty without tests. The event of the first test is the base of the others, which say what they change where that is shorter.
 * @param safe applied to texts in quotes: nothing is escaped without it but what YAML cannot hold
 */
export function writeSuite(suite: WrittenSuite, safe: Escape = asItIs): string {
  return finish(writingSteps(suite, safe));
}

/** As `writeSuite`: a step is one test. */
export function* writingSteps(
  { comment, pattern, dialect, extensions, tests }: WrittenSuite,
  safe: Escape = asItIs,
): Steps<string> {
  const yaml = new Yaml(safe);
  const [base] = tests;
  if (base === undefined) return '';
  const lines = [
    ...(comment === undefined ? [] : [`# ${comment}`]),
    `pattern: ${yaml.text(/^\s*\{/.test(pattern) ? spaced(pattern) : pattern)}`,
    ...(dialect === undefined ? [] : [`dialect: ${dialect}`]),
    ...(extensions === undefined || extensions.length === 0 ? [] : [`extensions: ${yaml.list(extensions)}`]),
    // As a text: a suite reads it as JSON, so the text of each number stays as it is.
    `base: ${yaml.text(spaced(base.event))}`,
    'tests:',
  ];
  for (const { name, match, event, fails } of tests) {
    lines.push(`  - name: ${yaml.text(name)}`);
    for (const line of eventLines(base.event, event, yaml)) lines.push(`    ${line}`);
    lines.push(`    match: ${match}`);
    if (fails !== undefined && fails.length > 0) lines.push(`    fails: ${yaml.list(fails)}`);
    yield;
  }
  return `${lines.join('\n')}\n`;
}

function asItIs(text: string): string {
  return text;
}

/** As changes to the base where that is shorter. */
function eventLines(base: string, event: string, yaml: Yaml): readonly string[] {
  const changes = changesBetween(base, event);
  const own = `event: ${yaml.text(spaced(event))}`;
  if (changes === undefined) return [own];
  const { with: merged, remove } = changes;
  const lines = [
    ...(merged === undefined ? [] : [`with: ${yaml.json(spaced(merged))}`]),
    ...(remove === undefined ? [] : [`remove: ${yaml.list(remove)}`]),
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

/** What a line of YAML cannot hold as it is. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

class Yaml {
  private readonly safe: Escape;

  constructor(safe: Escape) {
    this.safe = safe;
  }

  /** JSON is YAML, but for characters that a line of YAML cannot hold: those are escaped, which only strings can have. */
  json(text: string): string {
    return this.safe(text.replace(UNPRINTABLE, escapedUnits));
  }

  /** In single quotes, where only they are doubled; with escapes, in double quotes. */
  text(text: string): string {
    if (text.search(UNPRINTABLE) < 0 && this.safe(text) === text) return `'${text.replaceAll("'", "''")}'`;
    return this.json(JSON.stringify(text));
  }

  list(texts: readonly string[]): string {
    return `[${texts.map((text) => this.text(text)).join(', ')}]`;
  }
}

function escapedUnits(characters: string): string {
  return Array.from({ length: characters.length }, (_, i) => escaped(characters.charCodeAt(i))).join('');
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
