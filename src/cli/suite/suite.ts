/** What a suite says, read from its document, and the rules that no schema says well. */
import {
  type DialectName,
  type JsonNode,
  type JsonObjectNode,
  memberOf,
  parsePointer,
  type Range,
} from '../../index.ts';
import { Failure, type Problem } from '../failure.ts';
import { plainValue, problemAt, type SourceDocument } from '../read/document.ts';
import { checkShape } from './shape.ts';

export interface Suite {
  readonly document: SourceDocument;
  readonly pattern: JsonNode;
  readonly dialect?: DialectName;
  readonly extensions?: readonly string[];
  readonly base?: JsonNode;
  readonly tests: readonly SuiteTest[];
  /** Codes that the pattern must be refused with; then there are no tests. */
  readonly invalid?: { readonly codes: readonly string[]; readonly range: Range };
}

export interface SuiteTest {
  readonly name: string;
  readonly range: Range;
  readonly match: boolean;
  readonly event?: JsonNode;
  readonly with?: JsonObjectNode;
  readonly remove: readonly PlacedPointer[];
  readonly fails?: readonly PlacedPointer[];
}

export interface PlacedPointer {
  readonly pointer: string;
  readonly range: Range;
}

/** @throws Failure with all that is wrong */
export function readSuite(document: SourceDocument): Suite {
  checkNames(document);
  checkShape(document);
  const root = document.root as JsonObjectNode;
  const member = (name: string): JsonNode | undefined => memberOf(root, name);
  const [dialect, extensions, base, tests, invalid] = ['dialect', 'extensions', 'base', 'tests', 'invalid'].map(member);
  const suite: Suite = {
    document,
    pattern: member('pattern') as JsonNode,
    tests: tests?.kind === 'array' ? tests.items.map((item) => readTest(item as JsonObjectNode)) : [],
    ...(dialect === undefined ? {} : { dialect: plainValue(dialect) as DialectName }),
    ...(extensions === undefined ? {} : { extensions: plainValue(extensions) as string[] }),
    ...(base === undefined ? {} : { base }),
    ...(invalid === undefined ? {} : { invalid: { codes: plainValue(invalid) as string[], range: invalid.range } }),
  };
  const problems = checkTests(suite);
  if (problems.length > 0) throw new Failure(...problems);
  return suite;
}

function readTest(node: JsonObjectNode): SuiteTest {
  const [name, match, event, changes] = ['name', 'match', 'event', 'with'].map((member) => memberOf(node, member));
  return {
    name: name?.kind === 'string' ? name.value : '',
    range: node.range,
    match: match?.kind === 'boolean' && match.value,
    remove: pointers(memberOf(node, 'remove')) ?? [],
    ...(event === undefined ? {} : { event }),
    ...(changes?.kind === 'object' ? { with: changes } : {}),
    ...optional('fails', pointers(memberOf(node, 'fails'))),
  };
}

function optional<T>(name: 'fails', value: T | undefined): { fails?: T } {
  return value === undefined ? {} : { [name]: value };
}

function pointers(list: JsonNode | undefined): PlacedPointer[] | undefined {
  if (list?.kind !== 'array') return undefined;
  return list.items.map((item) => ({ pointer: item.kind === 'string' ? item.value : '', range: item.range }));
}

function checkTests({ document, base, tests, invalid }: Suite): Problem[] {
  const problems: Problem[] = [];
  const report = (range: Range, message: string): void => void problems.push(problemAt(document, range, message));
  if (invalid !== undefined && base !== undefined)
    report(base.range, '`base` is for `tests`, and this suite has `invalid`');
  const names = new Set<string>();
  for (const test of tests) {
    const { name, range, event, remove, fails } = test;
    if (names.has(name)) report(range, `there is a test \`${name}\` already`);
    names.add(name);
    const changes = test.with !== undefined || remove.length > 0;
    if (event !== undefined && changes) {
      report(
        range,
        `the test \`${name}\` has an \`event\` of its own, and \`with\` and \`remove\` change the suite's \`base\``,
      );
    } else if (event === undefined && base === undefined) {
      const hint = changes ? 'give the suite a `base`' : 'give it an `event`, or the suite a `base`';
      report(range, `the test \`${name}\` has no event; ${hint}`);
    }
    if (fails !== undefined && test.match) {
      report(
        fails[0]?.range ?? range,
        `\`fails\` is for an event that does not match, and the test \`${name}\` says \`match: true\``,
      );
    }
    for (const placed of [...remove, ...(fails ?? [])]) {
      if (parsePointer(placed.pointer) === undefined || placed.pointer === '') {
        report(placed.range, `\`${placed.pointer}\` is not a JSON pointer to a member, such as \`/data/state\``);
      }
    }
  }
  return problems;
}

/** Names that occur twice. YAML has refused them already; in JSON those inside patterns and events are theirs to judge. */
function checkNames(document: SourceDocument): void {
  const { root } = document;
  if (root.kind !== 'object') return;
  const tests = memberOf(root, 'tests');
  const maps = [root, ...(tests?.kind === 'array' ? tests.items : [])];
  for (const map of maps) {
    const seen = new Set<string>();
    for (const { name, nameRange } of map.kind === 'object' ? map.members : []) {
      if (seen.has(name)) throw new Failure(problemAt(document, nameRange, `the member name \`${name}\` occurs twice`));
      seen.add(name);
    }
  }
}
