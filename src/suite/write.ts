/** Writes a suite of one pattern as YAML. */

import { finish, type Steps } from '../pattern/steps.ts';
import { changesBetween } from './changes.ts';
import { spaced } from './json-text.ts';

export interface WrittenSuite {
  /** A comment on the first line. */
  readonly comment?: string | undefined;
  /** The name of the file of the pattern, relative to the suite, or its text. */
  readonly pattern: string;
  /** Absent for the default dialect. */
  readonly dialect?: string | undefined;
  readonly extensions?: readonly string[] | undefined;
  /** With distinct names. */
  readonly tests: readonly WrittenTest[];
}

export interface WrittenTest {
  readonly name: string;
  /** JSON text of the event. */
  readonly event: string;
  readonly match: boolean;
  /** JSON pointers to the fields that must fail. */
  readonly fails?: readonly string[];
}

/** Writes some characters as escapes of JSON. */
export type Escape = (text: string) => string;

/**
 * The text is empty where there are no tests. The event of the first test becomes the base; the other tests have their changes to it
 * where these are shorter than their events.
 * @param safe escapes further characters of quoted texts; by default only those are escaped that YAML does not allow
 */
export function writeSuite(suite: WrittenSuite, safe: Escape = asItIs): string {
  return finish(writingSteps(suite, safe));
}

/** As `writeSuite`, in steps of one test. */
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
    // Written as a string, which a suite reads as JSON, so that number texts are kept.
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

/** The changes to the base where they are shorter, else the event. */
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

/** The longest member name that YAML allows without `?`. */
const MAX_NAME = 500;

function hasShortNames(text: string): boolean {
  let isShort = true;
  JSON.parse(text, (name: string, value: unknown) => {
    isShort &&= JSON.stringify(name).length < MAX_NAME;
    return value;
  });
  return isShort;
}

/** Characters that YAML does not allow unescaped on a line. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

class Yaml {
  private readonly safe: Escape;

  constructor(safe: Escape) {
    this.safe = safe;
  }

  /** JSON as YAML: characters that YAML does not allow are escaped; they only occur in strings. */
  json(text: string): string {
    return this.safe(text.replace(UNPRINTABLE, escapedUnits));
  }

  /** In single quotes, which need no escapes but doubled quotes; in double quotes where escapes are needed. */
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
