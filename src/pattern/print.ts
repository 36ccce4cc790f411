/** Prints a pattern as canonical JSON: no white space, members in source order, numbers as written. */
import { isPattern, PATTERN, takes } from './arguments.ts';
import { branchesAt, endOfMember, stepsOf } from './formula.ts';
import { plain } from './operators/index.ts';
import { printMember } from './operators/operator.ts';
import { type Condition, type Field, isCondition, type Pattern, testsOf } from './pattern.ts';

/**
 * Canonical JSON on one line. Parsing and printing it again gives the same text.
 * @throws TypeError unless it is a `Pattern`
 */
export function printPattern(pattern: Pattern): string {
  takes(isPattern(pattern), 'printPattern', PATTERN, pattern);
  return printFields(pattern.fields, 0);
}

/** `depth` is the number of steps that are printed already. Fields of one object are adjacent. */
export function printFields(fields: readonly Field[], depth: number): string {
  const members: string[] = [];
  for (let i = 0; i < fields.length; ) {
    const field = fields[i] as Field;
    const steps = stepsOf(field);
    const end = endOfMember(fields, i, depth);
    const inside = fields.slice(i, end);
    const branches = field.steps && branchesAt(inside, depth);
    let value: string;
    if (branches !== undefined) value = `[${branches.map((branch) => printFields(branch, depth + 2)).join(',')}]`;
    else if (steps.length === depth + 1) value = printConditions(field.conditions);
    else value = printFields(inside, depth + 1);
    members.push(`${JSON.stringify(steps[depth])}:${value}`);
    i = end;
  }
  return `{${members.join(',')}}`;
}

/** The conditions of a field as canonical JSON: an array. */
export function printConditions(conditions: readonly Condition[]): string {
  takes(Array.isArray(conditions), 'printConditions', 'the conditions of a field', conditions);
  return `[${conditions.map(printCondition).join(',')}]`;
}

/** One condition as canonical JSON, an item of the array of its field. */
export function printCondition(condition: Condition): string {
  takes(isCondition(condition), 'printCondition', 'a condition of a field', condition);
  const tests = testsOf(condition);
  const [only] = tests;
  if (tests.length === 1 && only?.operator === plain) return plain.print(only.operand);
  return `{${tests.map(printMember).join(',')}}`;
}
