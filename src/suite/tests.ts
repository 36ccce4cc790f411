/** Makes tests of a pattern from events. The name of a test describes its event. */
import type { Explanation, JsonNode, Matcher } from '../index.ts';
import { memberOf, printJson, readJson } from '../json.ts';
import { clipped } from '../pattern/value/excerpt.ts';
import { spaced } from './json-text.ts';
import type { WrittenTest } from './write.ts';

/** Largest number of fields in the name of a test. */
const NAMED = 4;

/** Largest number of characters of a value in the name of a test. */
const LONG = 40;

/**
 * A test that expects the verdict of the matcher, or another one.
 * @throws EventSyntaxError for text that is no event
 */
export function testOf(event: string, matcher: Matcher, wanted?: boolean): WrittenTest {
  const { matches, fields } = matcher.explain(event);
  const match = wanted ?? matches;
  const failing = fields.filter(({ holds }: Explanation['fields'][number]) => !holds);
  const named = match || failing.length === 0 ? fields.slice(0, NAMED) : failing;
  const { node } = readJson(event);
  const said = named.map(({ path }) => stated(path, node));
  const more = fields.length > said.length && named !== failing ? ' and so on' : '';
  const verb = match ? 'matches' : 'does not match';
  const name =
    said.length > 0 ? `${verb}: ${said.join(', ')}${more}` : match ? 'any event' : 'does not match any event';
  if (match || matches) return { name, event, match };
  return { name, event, match, fails: failing.map(({ pointer }) => pointer) };
}

/** Adds a number to names that occur again. */
export function uniquelyNamed(tests: readonly WrittenTest[]): readonly WrittenTest[] {
  const names = new Map<string, number>();
  return tests.map((test) => ({ ...test, name: unique(test.name, names) }));
}

function stated(path: readonly string[], event: JsonNode | undefined): string {
  const name = path.join('.');
  const value = valueAt(event, path);
  if (value === undefined) return `no ${name}`;
  const text = spaced(printJson(value));
  return `${name} is ${clipped(text, LONG)}`;
}

function valueAt(root: JsonNode | undefined, path: readonly string[]): JsonNode | undefined {
  return path.reduce((node, name) => (node?.kind === 'object' ? memberOf(node, name) : undefined), root);
}

function unique(name: string, names: Map<string, number>): string {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return times === 1 ? name : unique(`${name} (${times})`, names);
}
