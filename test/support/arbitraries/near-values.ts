/** Scalars on or beside the bounds of conditions, made from the literals of the conditions. */
import type { Json } from '../json.ts';
import { isScalar, readJson, writeJson } from '../json.ts';
import { NULL, numberNode, textNode } from './json-text.ts';

const ALWAYS = ['null', 'true', 'false', '0', '1', '""', '"x"', '"true"'].map(readJson);

/** Every scalar worth trying on a field with these conditions, without repetition: equal, contained, extended, next to a bound. */
export function nearValues(conditions: readonly Json[]): Json[] {
  const values = [...ALWAYS, ...conditions.flatMap(nearCondition)];
  return [...new Map(values.map((value) => [writeJson(value), value])).values()];
}

function nearCondition(condition: Json): Json[] {
  if (isScalar(condition)) return nearScalar(condition);
  const operators = condition.kind === 'object' ? condition.members : [];
  return [
    ...operators.flatMap(([name, operand]) => nearOperand(name, operand)),
    ...joinedTexts(condition).map(textNode),
  ];
}

function nearOperand(name: string, operand: Json): Json[] {
  if (operand.kind === 'object') return operand.members.flatMap(([, inner]) => nearScalar(inner));
  if (operand.kind !== 'array') return nearScalar(operand);
  if (name !== 'numeric') return operand.items.flatMap(nearScalar);
  const limits = operand.items.filter(({ kind }) => kind === 'number');
  return [...limits.flatMap(nearScalar), ...between(limits)];
}

function nearScalar(literal: Json): Json[] {
  if (literal.kind === 'string') return nearText(literal.value);
  if (literal.kind === 'number') return nearNumber(literal.text);
  return [literal, textNode(writeJson(literal))];
}

function nearText(text: string): Json[] {
  const texts = [text, `${text}x`, `x${text}`, `x${text}x`, text + text, text.slice(0, -1), text.slice(1)];
  const forms = [text.toUpperCase(), text.toLowerCase(), text.normalize('NFC'), text.normalize('NFD')];
  return [...[...texts, ...forms].map(textNode), ...scalarWithText(text), ...nearBlock(text)];
}

/** The number or literal that has this text, if there is one. */
function scalarWithText(text: string): Json[] {
  if (text === 'null') return [NULL];
  if (text === 'true' || text === 'false') return [{ kind: 'boolean', value: text === 'true' }];
  return /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? [numberNode(text)] : [];
}

function nearNumber(text: string): Json[] {
  const x = Number(text);
  const steps = [0, 5e-8, -5e-8, 1e-7, -1e-7, 1e-6, -1e-6, 1, -1];
  // The Java engine keeps the low 32 bits of a negative integer, so this one looks like x there.
  const shifted = Number.isInteger(x) ? [x - 2 ** 32] : [];
  const numbers = [...steps.map((step) => x + step), -x, ...shifted].filter(Number.isFinite);
  const sameLength = text.replace(/\d$/, (digit) => (digit === '0' ? '1' : '0'));
  return [...[text, sameLength, ...sameNumber(text), ...numbers.map(String)].map(numberNode), textNode(text)];
}

/** Other texts of the same number. */
function sameNumber(text: string): string[] {
  const x = Number(text);
  if (!Number.isFinite(x)) return [];
  const exponential = x.toExponential();
  const longer = /e/i.test(text) ? [] : [text.includes('.') ? `${text}0` : `${text}.0`];
  return [exponential, exponential.replace('e', 'E'), `${text.split(/e/i)[0]}e0`, ...longer];
}

/** The middle of each two neighbouring numbers of a list. */
function between(items: readonly Json[]): Json[] {
  const numbers = items.flatMap((item) => (item.kind === 'number' ? [Number(item.text)] : []));
  return numbers
    .slice(1)
    .map((number, index) => (number + (numbers[index] ?? number)) / 2)
    .filter(Number.isFinite)
    .map((middle) => numberNode(String(middle)));
}

/** Texts for which several text operators of one object may hold, with their operands side by side and overlapping. */
function joinedTexts(condition: Json): string[] {
  const operators = new Map(condition.kind === 'object' ? condition.members : []);
  const part = (name: string): string => {
    const operand = operators.get(name);
    return operand?.kind === 'string' ? operand.value : '';
  };
  const [prefix, middle, suffix] = [part('prefix'), part('contains'), part('suffix')];
  const overlapping = prefix.endsWith(suffix.slice(0, 1)) ? prefix + suffix.slice(1) : prefix + suffix;
  return [prefix + middle + suffix, prefix + suffix, overlapping];
}

function nearBlock(text: string): Json[] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(text);
  if (!match) return [];
  const base = match.slice(1, 5).reduce((bits, part) => bits * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(match[5] ?? '32'));
  const first = Math.floor(base / size) * size;
  const last = first + size - 1;
  const inside = quad(first + Math.floor(size / 2));
  const addresses = [base, first - 1, first, first + 1, last - 1, last, last + 1].map(quad);
  const padded = inside.replace(/\d+/g, (part) => part.padStart(3, '0'));
  const almost = [padded, `0${inside}`, `${inside} `, `${inside}.0`, inside.replace(/\.\d+$/, ''), `::ffff:${inside}`];
  return [...[...addresses, inside, ...almost].map(textNode), numberNode(String(first))];
}

function quad(address: number): string {
  const bits = (address + 2 ** 32) % 2 ** 32;
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.');
}
