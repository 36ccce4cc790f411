/** Reads suites as states of the page: one for each pattern, with the events of the tests and their expected verdicts. */
import { dialects, type JsonNode } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { changedEvent } from '../../suite/event.ts';
import { SuiteError } from '../../suite/problem.ts';
import { checkRules } from '../../suite/rules.ts';
import { type Routes, readSuite, type Suite, type SuiteTest } from '../../suite/suite.ts';
import type { Shared, SharedEvent } from '../state/fragment.ts';
import { pretty } from '../state/incoming.ts';
import type { ReadFile, SuiteStates } from '../state/readers.ts';
import { yamlTexts } from './yaml.ts';

/** Undefined for a text that is no suite. `file`: reads a file that the suite names. */
export function suiteStates(text: string, file: ReadFile): SuiteStates | undefined {
  const root = rootOf(text);
  if (root?.kind !== 'object') return undefined;
  const has = (...names: readonly string[]) => root.members.some(({ name }) => names.includes(name));
  if (!has('tests', 'invalid') || !has('pattern', 'patterns')) return undefined;
  try {
    const suite = readSuite(root);
    const problems = checkRules(suite, { update: true });
    if (problems.length > 0) throw new SuiteError(problems);
    return { states: statesOf(suite, file) };
  } catch (thrown) {
    if (!(thrown instanceof SuiteError)) throw thrown;
    const [first] = thrown.problems;
    return { problem: first?.message ?? thrown.message };
  }
}

function rootOf(text: string): JsonNode | undefined {
  const json = readJson(text).node;
  if (json !== undefined || !/^(?:patterns?|tests|invalid)["']?\s*:/m.test(text)) return json;
  const yaml = yamlTexts(text);
  return 'texts' in yaml && yaml.texts.length === 1 ? readJson(yaml.texts[0] as string).node : undefined;
}

type States = readonly { readonly address: string; readonly shared: Shared }[];

function statesOf(suite: Suite, file: ReadFile): States {
  const { pattern, patterns, tests, dialect = dialects[0]?.name as Shared['dialect'], extensions = [] } = suite;
  const texts = tests.map((test) => eventOf(test, suite, file));
  const state = (node: JsonNode, expected: (test: SuiteTest) => boolean | undefined): Shared => ({
    pattern: textOf(node, file),
    events:
      texts.length === 0
        ? [{ text: '{}\n' }]
        : tests.map(
            (test, i): SharedEvent => ({ text: texts[i] as string, name: test.name, expected: expected(test) }),
          ),
    dialect,
    extensions,
  });
  if (pattern !== undefined) return [{ address: '', shared: state(pattern, ({ match }) => match) }];
  if (patterns?.kind !== 'object') {
    throw new SuiteError([
      { range: suite.root.range, message: 'its patterns are files of a folder, which only the command line reads' },
    ]);
  }
  return patterns.members.map(({ name, value }) => ({
    address: name,
    shared: state(value, ({ routes }) => isReached(name, routes)),
  }));
}

/** Undefined when the test does not say. */
function isReached(id: string, routes: Routes | undefined): boolean | undefined {
  const has = (ids: Routes['includes']) => ids.some((one) => one.id === id);
  if (routes?.exact !== undefined) return has(routes.exact);
  if (routes !== undefined && has(routes.includes)) return true;
  return routes !== undefined && has(routes.excludes) ? false : undefined;
}

function eventOf(test: SuiteTest, { base }: Suite, file: ReadFile): string {
  const written = (test.event ?? base) as JsonNode;
  const text = textOf(written, file);
  const { node } = readJson(text);
  if (test.event !== undefined || node === undefined) return text;
  return pretty(printJson(changedEvent(node, test)));
}

/** The text of a pattern or an event: inline or in a file. */
function textOf(node: JsonNode, file: ReadFile): string {
  if (node.kind !== 'string') return pretty(printJson(node));
  if (/^\s*\{/.test(node.value)) return pretty(node.value);
  const text = file(node.value);
  if (text !== undefined) return pretty(text);
  throw new SuiteError([
    { range: node.range, message: `it names the file \`${node.value}\`: drop that together with it` },
  ]);
}
