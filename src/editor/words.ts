/** Describes a pattern in sentences whose parts have places in it. The words of a condition are those of its operator. */
import { isPattern, PATTERN, takes } from '../pattern/arguments.ts';
import type { Rules } from '../pattern/dialect.ts';
import type { Range } from '../pattern/json/node.ts';
import { appendPointer, pointerTo } from '../pattern/json/pointer.ts';
import { plain } from '../pattern/operators/index.ts';
import { type Condition, type Field, type Pattern, testsOf } from '../pattern/pattern.ts';

/** A part of a sentence; all parts joined are the sentence, in lower case and without a full stop. */
export interface WordPart {
  /** Its words, with the spaces around them. */
  readonly text: string;
  /** RFC 6901, into the pattern: to a field, a condition, or the operator when an object has several. */
  readonly pointer?: string;
  /** The range of the conditions of the field, or of the condition; undefined for a pattern object. */
  readonly range?: Range;
}

/** A sentence in parts. */
export type Sentence = readonly WordPart[];

/** The meaning of a pattern: an introductory sentence, and one for each field. */
export function inWords(pattern: Pattern): readonly Sentence[] {
  takes(isPattern(pattern), 'inWords', PATTERN, pattern);
  const { fields, dialect } = pattern;
  if (fields.length === 0) return [[{ text: 'every event matches' }]];
  const isJoined = fields.some(({ steps }) => steps !== undefined);
  const all = fields.length === 1 ? 'this holds' : 'all of this holds';
  const branches = isJoined ? ', and of each `$or` the fields of one branch' : '';
  const last = isJoined && hasTwice(fields) ? ', where the last field of a path counts' : '';
  const element = dialect.rules.arrays === 'transparent' ? ', the same one for all fields below it' : '';
  const lead = { text: `an event matches when ${all}${branches}${last}; of an array, one element is enough${element}` };
  return [[lead], ...fields.map((field) => fieldInWords(field, dialect.rules))];
}

/** Names are joined by dots where `$or` is. */
function hasTwice(fields: readonly Field[]): boolean {
  return new Set(fields.map(({ path }) => path.join('.'))).size < fields.length;
}

/** A field of a branch has the pointer to its branch before its path. */
function nameOf({ pointer, path, steps }: Field): string {
  const branch = steps?.findLastIndex((step) => typeof step === 'number');
  if (steps === undefined || branch === undefined || branch < 0) return `\`${pointer}\``;
  return `in \`${pointerTo(steps.slice(0, branch + 1))}\`: \`${pointerTo(path)}\``;
}

function fieldInWords(field: Field, rules: Rules): Sentence {
  const { pointer, range, conditions } = field;
  const alternatives = conditions.map((condition, i) => {
    const previous = conditions[i - 1];
    return conditionInWords(condition, rules, isPlain(condition) && previous !== undefined && isPlain(previous));
  });
  return [{ text: nameOf(field), pointer, ...ranged(range) }, { text: ' ' }, ...listed(alternatives)];
}

/** `goesOn`: the verb is left out after another plain value. */
function conditionInWords(condition: Condition, rules: Rules, goesOn: boolean): Sentence {
  const { pointer, range } = condition;
  const tests = testsOf(condition);
  return tests.flatMap(({ operator, operand }, i) => {
    const { holds } = operator.words(operand, rules);
    const part = {
      text: goesOn ? holds.replace(/^is /, '') : holds,
      pointer: tests.length > 1 ? appendPointer(pointer, operator.name) : pointer,
      ...ranged(range),
    };
    return i === 0 ? [part] : [{ text: ' and ' }, part];
  });
}

function isPlain(condition: Condition): boolean {
  const tests = testsOf(condition);
  return tests.length === 1 && tests[0]?.operator === plain;
}

/** `a, b or c` */
function listed(alternatives: readonly Sentence[]): Sentence {
  return alternatives.flatMap((one, i) => {
    if (i === 0) return one;
    return [{ text: i === alternatives.length - 1 ? ' or ' : ', ' }, ...one];
  });
}

function ranged(range: Range | undefined): { readonly range?: Range } {
  return range === undefined ? {} : { range };
}
