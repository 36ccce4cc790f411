/** Reads a suite from its document. */
import type { DialectName, JsonNode, JsonObjectNode, Range } from '../index.ts';
import { memberOf } from '../json.ts';
import { SuiteError } from './problem.ts';
import { expandRows, type Origin } from './rows.ts';
import { shapeProblems } from './shape.ts';

export interface Suite {
  /** The document, with rows not expanded. */
  readonly root: JsonNode;
  /** Absent in a routing suite. */
  readonly pattern?: JsonNode;
  /** Of a routing suite: a folder, a glob or a file of patterns, or a map of patterns. */
  readonly patterns?: JsonNode;
  readonly dialect?: DialectName;
  readonly extensions?: readonly string[];
  readonly base?: JsonNode;
  readonly tests: readonly SuiteTest[];
  /** The codes with which the pattern must be refused; then the suite has no tests. */
  readonly invalid?: { readonly codes: readonly string[]; readonly range: Range };
}

export interface SuiteTest {
  readonly name: string;
  /** Place of the test, or of its row. */
  readonly range: Range;
  readonly origin: Origin;
  /** The expected verdict; absent in a routing suite, or where it is still to be written. */
  readonly match?: boolean;
  readonly routes?: Routes;
  readonly event?: JsonNode;
  readonly with?: JsonObjectNode;
  readonly remove: readonly PlacedPointer[];
  readonly fails?: readonly PlacedPointer[];
  /** Place of `only: true`. */
  readonly only?: Range;
  /** Why the test is not run. */
  readonly skip?: string;
}

export interface PlacedPointer {
  readonly pointer: string;
  readonly range: Range;
}

/** The ids of patterns that an event must reach: exactly some, or at least some and not others. */
export interface Routes {
  readonly exact?: readonly PlacedId[];
  readonly includes: readonly PlacedId[];
  readonly excludes: readonly PlacedId[];
}

export interface PlacedId {
  readonly id: string;
  readonly range: Range;
}

/**
 * Expands the rows of a suite and checks it with its schema; rules.ts checks the rest.
 * @throws SuiteError with all problems found
 */
export function readSuite(root: JsonNode): Suite {
  checkNames(root);
  const expanded = expandRows(root);
  const problems = shapeProblems(expanded.root);
  if (problems.length > 0) throw new SuiteError(problems);
  const object = expanded.root as JsonObjectNode;
  const member = (name: string): JsonNode | undefined => memberOf(object, name);
  const [dialect, extensions, tests, invalid] = ['dialect', 'extensions', 'tests', 'invalid'].map(member);
  return {
    root,
    tests:
      tests?.kind === 'array'
        ? tests.items.map((item, i) => readTest(item as JsonObjectNode, expanded.origins[i] as Origin))
        : [],
    ...present('pattern', member('pattern')),
    ...present('patterns', member('patterns')),
    ...present('dialect', textOf(dialect) as DialectName | undefined),
    ...present('extensions', extensions && textsOf(extensions)),
    ...present('base', member('base')),
    ...present('invalid', invalid && { codes: textsOf(invalid), range: invalid.range }),
  };
}

function present<Name extends string, T>(name: Name, value: T | undefined): { readonly [_ in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [_ in Name]?: T });
}

function readTest(node: JsonObjectNode, origin: Origin): SuiteTest {
  const member = (name: string): JsonNode | undefined => memberOf(node, name);
  const [name, match, changes, only, skip] = ['name', 'match', 'with', 'only', 'skip'].map(member);
  return {
    name: name?.kind === 'string' ? name.value : '',
    range: node.range,
    origin,
    remove: pointers(member('remove')) ?? [],
    ...present('match', match?.kind === 'boolean' ? match.value : undefined),
    ...present('routes', routesOf(member('routes'))),
    ...present('event', member('event')),
    ...present('with', changes?.kind === 'object' ? changes : undefined),
    ...present('fails', pointers(member('fails'))),
    ...present('only', only?.kind === 'boolean' && only.value ? only.range : undefined),
    ...present('skip', skip?.kind === 'string' ? skip.value : undefined),
  };
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

function textsOf(list: JsonNode): readonly string[] {
  return list.kind === 'array' ? list.items.map((item) => textOf(item) ?? '') : [];
}

function pointers(list: JsonNode | undefined): PlacedPointer[] | undefined {
  if (list?.kind !== 'array') return undefined;
  return list.items.map((item) => ({ pointer: textOf(item) ?? '', range: item.range }));
}

function routesOf(node: JsonNode | undefined): Routes | undefined {
  if (node?.kind === 'array') return { exact: idsOf(node), includes: [], excludes: [] };
  if (node?.kind !== 'object') return undefined;
  return { includes: idsOf(memberOf(node, 'includes')), excludes: idsOf(memberOf(node, 'excludes')) };
}

function idsOf(list: JsonNode | undefined): PlacedId[] {
  if (list?.kind !== 'array') return [];
  return list.items.map((item) => ({ id: textOf(item) ?? '', range: item.range }));
}

/** Member names that occur twice, except inside patterns and events, which have checks of their own. The YAML reader refuses them before. */
function checkNames(root: JsonNode): void {
  if (root.kind !== 'object') return;
  const [tests, patterns] = [memberOf(root, 'tests'), memberOf(root, 'patterns')];
  const maps = [root, ...(patterns === undefined ? [] : [patterns]), ...(tests?.kind === 'array' ? tests.items : [])];
  for (const map of maps) {
    const seen = new Set<string>();
    for (const { name, nameRange } of map.kind === 'object' ? map.members : []) {
      if (seen.has(name))
        throw new SuiteError([{ range: nameRange, message: `the member name \`${name}\` occurs twice` }]);
      seen.add(name);
    }
  }
}
