/** Reads a suite from its document. */
import type { DialectName, JsonNode, JsonObjectNode, Range } from '../index.ts';
import { memberOf } from '../json.ts';
import { SuiteError } from './problem.ts';
import { expandRows, type Origin } from './rows.ts';
import { shapeProblems } from './shape.ts';

/** A suite that was read: tests of one pattern, or of the routes of events to many. */
export interface Suite {
  /** The document, with rows not expanded. */
  readonly root: JsonNode;
  /** Absent in a routing suite. */
  readonly pattern?: JsonNode;
  /** Of a routing suite: a folder, a glob or a file of patterns, or a map of patterns. */
  readonly patterns?: JsonNode;
  /** The dialect of its patterns; absent where the suite has none. */
  readonly dialect?: DialectName;
  /** Extension attributes of its events. */
  readonly extensions?: readonly string[];
  /** The event from which tests without one are made. */
  readonly base?: JsonNode;
  /** One for each test and each row, in the order of the suite. */
  readonly tests: readonly SuiteTest[];
  /** The codes with which the pattern must be refused; then the suite has no tests. */
  readonly invalid?: {
    /** All of them, and no other error. */
    readonly codes: readonly string[];
    /** Place of the list in the text of the suite. */
    readonly range: Range;
  };
}

/** One test, or one row of a test with `each`. */
export interface SuiteTest {
  /** Unique in its suite. */
  readonly name: string;
  /** Place of the test, or of its row. */
  readonly range: Range;
  /** Where it stands in the suite. */
  readonly origin: Origin;
  /** The expected verdict; absent in a routing suite, or where it is still to be written. */
  readonly match?: boolean;
  /** Of a routing suite: the patterns that the event must reach. */
  readonly routes?: Routes;
  /** The event, or the name of its file; absent where the test changes the base. */
  readonly event?: JsonNode;
  /** Members that are merged into the base, after `remove`. */
  readonly with?: JsonObjectNode;
  /** Members of the base that are removed. */
  readonly remove: readonly PlacedPointer[];
  /** The fields that must fail, and no others, by their pointers into the pattern. */
  readonly fails?: readonly PlacedPointer[];
  /** Place of `only: true`. */
  readonly only?: Range;
  /** Why the test is not run. */
  readonly skip?: string;
}

/** A JSON pointer of a suite. */
export interface PlacedPointer {
  /** RFC 6901. */
  readonly pointer: string;
  /** Place of its string in the text of the suite. */
  readonly range: Range;
}

/** The ids of patterns that an event must reach: exactly some, or at least some and not others. */
export interface Routes {
  /** Exactly these, where present. */
  readonly exact?: readonly PlacedId[];
  /** At least these. */
  readonly includes: readonly PlacedId[];
  /** None of these. */
  readonly excludes: readonly PlacedId[];
}

/** The id of a pattern in a suite. */
export interface PlacedId {
  /** The member name of the pattern, or its file name. */
  readonly id: string;
  /** Place of its string in the text of the suite. */
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
