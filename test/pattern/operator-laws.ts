/** The laws of every row of the operator table, which a new operator satisfies before it has a test of its own. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type Code,
  type JsonScalar,
  type Pattern,
  parsePattern,
  patternSchema,
  printPattern,
} from '../../src/index.ts';
import { readJson as readPatternJson } from '../../src/json.ts';
import { aliyun, rocketmq } from '../../src/pattern/dialect.ts';
import { operators } from '../../src/pattern/operators/index.ts';
import { compileAny, type Operator, type Test } from '../../src/pattern/operators/operator.ts';
import type { Predicate } from '../../src/pattern/operators/predicate.ts';
import { testsOf } from '../../src/pattern/pattern.ts';
import { nearValues } from '../support/arbitraries/near-values.ts';
import { filterPattern } from '../support/arbitraries.ts';
import { readJson } from '../support/json.ts';
import { fieldsOf } from '../support/reference.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictNumbers: false });
const validate = ajv.compile(patternSchema('aliyun'));

/** Errors that the schema cannot see, since JSON values do not show them. */
const BEYOND_SCHEMA: readonly Code[] = ['duplicate-name'];

function accepted(text: string): Pattern {
  const { pattern, diagnostics } = parsePattern(text);
  if (pattern === undefined) throw new Error(`${text}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return pattern;
}

/** The operands of an operator in a pattern, except those inside another operator. */
function testsWith(pattern: Pattern, operator: Operator): Test[] {
  return pattern.fields
    .flatMap(({ conditions }) => conditions)
    .flatMap(testsOf)
    .filter((test) => test.operator === operator);
}

/** The answer of a predicate for a scalar, given as the JSON of an event. */
function says(predicate: Predicate, json: string): boolean {
  const node = readJson(json);
  switch (node.kind) {
    case 'string':
      return predicate.string(node.value);
    case 'number':
      return predicate.number(Number(node.text), node.text);
    case 'boolean':
      return node.value ? predicate.true : predicate.false;
    default:
      return predicate.null;
  }
}

const ODD_VALUES = [
  'null',
  'true',
  'false',
  '"true"',
  '"null"',
  '0',
  '-0',
  '300',
  '300.0',
  '3e2',
  '"300"',
  '""',
  '"10.0.0.7"',
  '1e400',
];

/** The same for each operator, and made once. */
let generated: readonly Pattern[] | undefined;

export function assertOperatorLaws(operator: Operator): void {
  assertExamples(operator);
  const examples = operator.examples.accepted.flatMap((text) => testsWith(accepted(text), operator));
  expect(examples, 'its accepted examples have it').not.toEqual([]);
  generated ??= fc.sample(filterPattern('aliyun'), { numRuns: 300, seed: 5 }).map(accepted);
  const tests = [...examples, ...generated.flatMap((pattern) => testsWith(pattern, operator))];
  for (const test of tests) assertPrint(test);
  for (const test of tests) assertMutants(test);
  for (const test of tests) assertWords(test);
  assertSnippets(operator);
  assertMissing(operator, tests);
  assertCompileAny(tests.slice(0, 60));
}

function assertExamples(operator: Operator): void {
  for (const text of operator.examples.accepted) {
    const { pattern, diagnostics } = parsePattern(text);
    expect(diagnostics, text).toEqual([]);
    expect(pattern && printPattern(pattern)).toBe(text);
    expect(validate(JSON.parse(text)), `the schema accepts ${text}`).toBe(true);
  }
  for (const [text, code] of operator.examples.refused) {
    const { pattern, diagnostics } = parsePattern(text);
    expect(pattern, text).toBeUndefined();
    expect(
      diagnostics.map((d) => d.code),
      text,
    ).toEqual([code]);
    expect(diagnostics[0]?.severity).toBe('error');
    if (!BEYOND_SCHEMA.includes(code)) expect(validate(JSON.parse(text)), `the schema refuses ${text}`).toBe(false);
  }
}

/** parse(print(x)) is x. */
function assertPrint({ operator, operand }: Test): void {
  const condition = conditionText(operator, operand);
  expect(testsWith(accepted(`{"source":[${condition}]}`), operator), condition).toEqual([{ operator, operand }]);
}

/** Reasons whose sentence contains the value and the words of the condition. */
const SAID_ALIKE: readonly string[] = ['not-equal', 'not-beginning', 'not-ending', 'not-containing', 'not-compared'];

/** The words of a condition agree with its explanations. */
function assertWords({ operator, operand }: Test): void {
  const wrong: unknown[] = [];
  for (const { rules } of [aliyun, rocketmq]) {
    const { holds, fails } = operator.words(operand, rules);
    const begins = [holds, fails].every((words) => /^(is|starts|ends|contains|does not) /.test(words));
    if (!begins || holds === fails) wrong.push({ holds, fails });
    const predicate = operator.compile(operand, rules);
    for (const value of ODD_VALUES.filter((one) => !says(predicate, one))) {
      const node = readPatternJson(value).node as JsonScalar;
      if (operator.wants !== 'scalar' && operator.wants !== node.kind) continue;
      const { code, text, note } = operator.why(operand, node, rules);
      const several = operator.print(operand).split(',').length > 2;
      if (!SAID_ALIKE.includes(code) || note !== undefined || several || /…/.test(text)) continue;
      if (text !== `${value} ${fails}`) wrong.push({ value, fails, text });
    }
  }
  expect(wrong).toEqual([]);
}

/** A snippet is an operand once its empty texts are filled in. */
function assertSnippets({ name, operand: { snippets } }: Operator): void {
  for (const snippet of snippets) {
    const filled = snippet.replaceAll('""', '"x"');
    accepted(`{"data":{"a":[${operators.has(name) ? `{"${name}":${filled}}` : filled}]}}`);
  }
}

/** A mutant is another operand that parses, in both dialects where the original does. */
function assertMutants({ operator, operand }: Test): void {
  const original = operator.print(operand);
  const mutants = operator.mutate(operand);
  const printed = mutants.map((mutant) => operator.print(mutant));
  expect(new Set([original, ...printed]).size, `${original}: ${printed.join(' ')}`).toBe(printed.length + 1);
  for (const mutant of mutants) {
    assertPrint({ operator, operand: mutant });
    const valid = (one: unknown): boolean =>
      parsePattern(`{"data":{"a":[${conditionText(operator, one)}]}}`, { dialect: 'rocketmq' }).pattern !== undefined;
    if (valid(operand)) expect(valid(mutant), operator.print(mutant)).toBe(true);
  }
}

function conditionText(operator: Operator, operand: unknown): string {
  const printed = operator.print(operand);
  return operator.name === 'plain value' ? printed : `{${JSON.stringify(operator.name)}:${printed}}`;
}

/** `onMissing` is the verdict of a field with this condition alone for an event without the field. */
function assertMissing(operator: Operator, tests: readonly Test[]): void {
  const wantsMissing = tests.filter(({ operand }) => operator.onMissing(operand));
  for (const { operand } of wantsMissing) {
    const predicate = operator.compile(operand, aliyun.rules);
    expect(
      ODD_VALUES.filter((value) => says(predicate, value)),
      'what holds for nothing there holds for no value',
    ).toEqual([]);
  }
}

/** Many operands compiled together give the answers that they give one by one, under the rules of both dialects. */
function assertCompileAny(tests: readonly Test[]): void {
  const values = [
    ...new Set([...ODD_VALUES, ...tests.flatMap(({ operator, operand }) => nearTexts(operator, operand))]),
  ];
  for (const { rules } of [aliyun, rocketmq]) {
    // Sizes on both sides of each threshold between a loop and a set.
    for (const size of [0, 1, 2, 3, 16, 17, 60]) {
      const some = tests.slice(0, size);
      const together = compileAny(some, rules);
      const each = some.map(({ operator, operand }) => operator.compile(operand, rules));
      const wrong = values.filter((value) => says(together, value) !== each.some((one) => says(one, value)));
      expect(wrong, `${size} operands`).toEqual([]);
    }
  }
}

function nearTexts(operator: Operator, operand: unknown): string[] {
  const condition = conditionText(operator, operand);
  const [field] = fieldsOf(readJson(`{"source":[${condition}]}`), 'aliyun');
  return nearValues(field?.conditions ?? []).map((value) =>
    value.kind === 'string'
      ? JSON.stringify(value.value)
      : value.kind === 'number'
        ? value.text
        : value.kind === 'boolean'
          ? String(value.value)
          : 'null',
  );
}
