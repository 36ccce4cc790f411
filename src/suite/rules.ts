/** The rules of suites that a JSON Schema cannot check, or only with unclear messages. */
import { parsePointer, type Range } from '../index.ts';
import { memberOf } from '../json.ts';
import { stepsOf } from './members.ts';
import type { SuiteProblem } from './problem.ts';
import type { Suite, SuiteTest } from './suite.ts';

export interface ReadOptions {
  /** Whether tests may lack a verdict, because `--update` will write it. */
  readonly update?: boolean;
}

type ReportProblem = (range: Range, message: string) => void;

/** The problems of a suite that is valid by its schema. */
export function checkRules(suite: Suite, options: ReadOptions): readonly SuiteProblem[] {
  const problems: SuiteProblem[] = [];
  const report: ReportProblem = (range, message) => void problems.push({ range, message });
  checkParts(suite, report);
  const names = new Set<string>();
  for (const test of suite.tests) {
    if (names.has(test.name)) report(test.range, `there is a test \`${test.name}\` already`);
    names.add(test.name);
    checkEvent(test, suite, report);
    checkChanges(test, report);
    checkVerdict(test, suite, options, report);
    for (const { pointer, range } of [...test.remove, ...(test.fails ?? [])]) {
      if (parsePointer(pointer) === undefined || pointer === '') {
        report(range, `\`${pointer}\` is not a JSON pointer to a member, such as \`/data/state\``);
      }
    }
  }
  return problems;
}

function checkParts({ pattern, patterns, base, invalid, root }: Suite, report: ReportProblem): void {
  const tests = root.kind === 'object' ? memberOf(root, 'tests') : undefined;
  if (pattern === undefined && patterns === undefined) {
    report(root.range, 'a suite needs a `pattern`, or `patterns` that events are routed by');
  }
  if (pattern !== undefined && patterns !== undefined)
    report(root.range, 'a suite has `pattern` or `patterns`, not both');
  if (tests === undefined && invalid === undefined) {
    report(root.range, 'the suite tests nothing: it has neither `tests` nor `invalid`');
  }
  if (tests !== undefined && invalid !== undefined) report(root.range, 'a suite has `tests` or `invalid`, not both');
  if (invalid === undefined) return;
  if (base !== undefined) report(base.range, '`base` is for `tests`, and this suite has `invalid`');
  if (patterns !== undefined) report(invalid.range, '`invalid` is for one `pattern`, and this suite has `patterns`');
}

function checkEvent({ name, range, event, remove, ...test }: SuiteTest, { base }: Suite, report: ReportProblem): void {
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
}

/** A path would become a member of that name, which no pattern reads: names of attributes have neither `/` nor `.`. */
function checkChanges({ name, with: changes }: SuiteTest, report: ReportProblem): void {
  for (const { name: key, nameRange } of changes?.members ?? []) {
    const steps = stepsOf(key);
    if (steps === undefined) continue;
    const [first = '', ...inner] = steps;
    const below = inner.reduceRight((value, step) => `{${nameText(step)}: ${value}}`, '…');
    const isItem = inner.some((step) => /^\d+$/.test(step));
    const advice = isItem ? 'lists are replaced whole' : `write \`${nameText(first)}: ${below}\``;
    report(nameRange, `\`with\` of the test \`${name}\` takes members, not the path \`${key}\`; ${advice}`);
  }
}

/** In JSON and in YAML. */
function nameText(name: string): string {
  return /^[a-z_][\w-]*$/i.test(name) ? name : JSON.stringify(name);
}

function checkVerdict(test: SuiteTest, { patterns }: Suite, { update }: ReadOptions, report: ReportProblem): void {
  const { name, range, match, routes, fails } = test;
  if (patterns !== undefined) checkRoutes(test, update === true, report);
  else if (routes !== undefined) {
    report(range, `the test \`${name}\` says \`routes\`, which is for suites with \`patterns\`; say \`match\``);
  } else if (match === undefined && !update) {
    report(range, `a test says \`match: true\` or \`match: false\`, and this one says neither; ${UPDATE}`);
  }
  if (fails !== undefined && match === true) {
    const at = fails[0]?.range ?? range;
    report(at, `\`fails\` is for an event that does not match, and the test \`${name}\` says \`match: true\``);
  }
}

const UPDATE = '`--update` writes what comes out';

function checkRoutes({ name, range, match, routes, fails }: SuiteTest, update: boolean, report: ReportProblem): void {
  const other = match !== undefined ? 'match' : fails !== undefined ? 'fails' : undefined;
  if (other !== undefined) {
    report(range, `the test \`${name}\` says \`${other}\`, which is for suites with one \`pattern\`; say \`routes\``);
  } else if (routes === undefined && !update) {
    report(range, `a test says which patterns its event reaches (\`routes\`), and this one does not; ${UPDATE}`);
  }
  const excluded = new Set(routes?.excludes.map(({ id }) => id));
  for (const { id, range: at } of routes?.includes ?? []) {
    if (excluded.has(id)) report(at, `\`${id}\` is in \`includes\` and in \`excludes\``);
  }
}
