/** The syntactic context of an offset in a JSON text. */
import { takes } from '../pattern/arguments.ts';
import type { Range } from '../pattern/json/node.ts';
import { type PartialNode, type PartialObject, readPartialJson } from '../pattern/json/partial.ts';

/** The result of `contextAt`. */
export interface EditContext {
  /** `none` where neither a name nor a value can be written: after the end, or beside a value. */
  readonly slot: 'name' | 'value' | 'none';
  /** Names and indexes that lead to the value, or for a name to its object. */
  readonly path: readonly (string | number)[];
  /** The range that a completion replaces: the name or scalar at the offset, with its quotes; empty where there is none. */
  readonly range: Range;
  /** The text of the range before the offset, without the opening quote. */
  readonly written: string;
  /** For a name, the other names of the object; else empty. */
  readonly siblings: readonly string[];
  /** For a name with a colon, the kind of its value. */
  readonly has?: PartialNode['kind'];
  /** The name below the first array on the path: in a pattern, the operator whose operand is written. */
  readonly operator?: string;
  /** Whether a comma is missing before the range. */
  readonly commaBefore: boolean;
  /** Whether a comma is missing after it. */
  readonly commaAfter: boolean;
}

type Path = readonly (string | number)[];

/**
 * The context at an offset (in UTF-16 code units) of a JSON text, which may be broken. Time is linear in the text.
 * @throws TypeError for arguments of the wrong type
 */
export function contextAt(text: string, offset: number): EditContext {
  takes(typeof text === 'string', 'contextAt', 'a text', text);
  takes(typeof offset === 'number', 'contextAt', 'an offset into the text', offset);
  const at = Math.max(0, Math.min(offset, text.length));
  const root = readPartialJson(text).node;
  const isMissing = root.kind === 'hole' && root.range.start === root.range.end;
  const node: PartialNode = isMissing ? { ...root, range: { start: at, end: at } } : root;
  const finder = new Finder(text, at);
  return finder.value(node, []) ?? finder.none([]);
}

class Finder {
  private readonly text: string;
  private readonly offset: number;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  /** The context in or at a value; undefined when the offset is not at it. */
  value(node: PartialNode, path: Path, around: readonly Range[] = []): EditContext | undefined {
    const { offset } = this;
    const { start, end } = node.range;
    if (node.kind !== 'object' && node.kind !== 'array') {
      return start <= offset && offset <= end
        ? this.slot('value', path, this.replaced(node.range, node.kind === 'string' ? node.open : undefined), around)
        : undefined;
    }
    if (offset <= start || offset > end || (offset === end && node.open === undefined)) return undefined;
    return node.kind === 'object' ? this.object(node, path) : this.array(node.items, path);
  }

  none(path: Path): EditContext {
    const range = { start: this.offset, end: this.offset };
    return { slot: 'none', path, range, written: '', siblings: [], commaBefore: false, commaAfter: false };
  }

  private array(items: readonly PartialNode[], path: Path): EditContext {
    const { offset } = this;
    const at = items.findIndex(({ range }) => range.start <= offset && offset <= range.end);
    const ranges = items.map(({ range }) => range);
    // An offset between two adjacent containers is in neither.
    const found = at < 0 ? undefined : this.value(items[at] as PartialNode, [...path, at], ranges.toSpliced(at, 1));
    if (found !== undefined) return found;
    const before = items.filter(({ range }) => range.end <= offset).length;
    return this.slot('value', [...path, before], { start: offset, end: offset }, ranges);
  }

  private object({ members }: PartialObject, path: Path): EditContext {
    const { offset } = this;
    const wholes = members.map(({ nameRange, value }) => ({ start: nameRange.start, end: value.range.end }));
    const at = wholes.findIndex(({ start, end }) => start <= offset && offset <= end);
    const member = members[at];
    const names = (others: typeof members): readonly string[] => others.map(({ name }) => name);
    const gap = { start: offset, end: offset };
    if (member === undefined) {
      const before = members.findLast(({ value }) => value.range.end < offset);
      // After a name without a colon or a value.
      if (before?.value.kind === 'hole' && !this.hasComma(before.value.range.end, offset)) {
        return this.hasColon(before.nameRange.end, offset)
          ? this.slot('value', [...path, before.name], gap, [])
          : this.none(path);
      }
      return this.slot('name', path, gap, wholes, { siblings: names(members) });
    }
    const { name, nameRange, value } = member;
    if (offset <= nameRange.end) {
      const siblings = names(members.toSpliced(at, 1));
      const range = this.replaced(nameRange, member.nameOpen);
      // An existing value has its own commas.
      if (this.hasColon(nameRange.end, value.range.start))
        return this.slot('name', path, range, [], { siblings, has: value.kind });
      return this.slot('name', path, range, wholes.toSpliced(at, 1), { siblings });
    }
    // The comma before a value is the comma before its name.
    const around = wholes.slice(at + 1);
    if (!this.hasColon(nameRange.end, offset)) return this.none(path);
    const found = this.value(value, [...path, name], around);
    if (found !== undefined) return found;
    if (offset >= value.range.end) return this.slot('name', path, gap, wholes, { siblings: names(members) });
    const isPlain = value.kind !== 'object' && value.kind !== 'array';
    return isPlain ? this.slot('value', [...path, name], value.range, around) : this.none(path);
  }

  private slot(
    slot: 'name' | 'value',
    path: Path,
    range: Range,
    around: readonly Range[],
    more: Pick<EditContext, 'has'> & Partial<Pick<EditContext, 'siblings'>> = {},
  ): EditContext {
    const before = around.findLast(({ end }) => end <= range.start);
    const after = around.find(({ start }) => start >= range.end);
    const item = path.findIndex((part) => typeof part === 'number');
    const operator = item < 0 ? undefined : path[item + 1];
    return {
      slot,
      path,
      range,
      written: this.text.slice(range.start, Math.max(range.start, this.offset)).replace(/^["'`“”„‘’]/, ''),
      siblings: [],
      ...more,
      ...(typeof operator === 'string' ? { operator } : {}),
      commaBefore: before !== undefined && !this.hasComma(before.end, range.start),
      commaAfter: after !== undefined && !this.hasComma(range.end, after.start),
    };
  }

  /** A string without its closing quote extends to the end of its line: the text after the offset is kept. */
  private replaced({ start, end }: Range, open: true | undefined): Range {
    return { start, end: open ? Math.max(this.offset, start) : end };
  }

  private hasColon(from: number, to: number): boolean {
    return this.text.slice(from, to).includes(':');
  }

  private hasComma(from: number, to: number): boolean {
    return this.text.slice(from, to).includes(',');
  }
}
