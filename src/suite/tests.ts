/** Tests of a pattern made from events: each says in its name what its event has, or has wrong. */
import { type Explanation, type JsonNode, type Matcher, memberOf, printJson, readJson } from '../index.ts';
import { spaced } from './json-text.ts';
import type { WrittenTest } from './write.ts';

/** Fields in the name of a test. */
const NAMED = 4;

/** A value that is longer says less. */
const LONG = 40;

/**
 * A test that wants the verdict that the matcher gives, or another one.
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

/** With a number behind each name that occurs again. */
export function uniquelyNamed(tests: readonly WrittenTest[]): readonly WrittenTest[] {
  const names = new Map<string, number>();
  return tests.map((test) => ({ ...test, name: unique(test.name, names) }));
}

function stated(path: readonly string[], event: JsonNode | undefined): string {
  const name = path.join('.');
  const value = valueAt(event, path);
  if (value === undefined) return `no ${name}`;
  const text = spaced(printJson(value));
  return `${name} is ${text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text}`;
}

function valueAt(root: JsonNode | undefined, path: readonly string[]): JsonNode | undefined {
  return path.reduce((node, name) => (node?.kind === 'object' ? memberOf(node, name) : undefined), root);
}

function unique(name: string, names: Map<string, number>): string {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return times === 1 ? name : unique(`${name} (${times})`, names);
}
