/** A pattern with the places of its fields in its text, and the edits that rename, move and remove them. */
import { removeFrom } from '../fix/edits.ts';
import type { JsonNode, JsonObjectNode, Range } from '../json/node.ts';
import { appendPointer, parsePointer } from '../json/pointer.ts';
import type { Pattern } from '../pattern.ts';
import type { Edit } from '../place.ts';
import { StyledText } from './styled-text.ts';

/** A member of the pattern: a field, or an object of fields. For a duplicate name, the last one. */
export interface Written {
  readonly node: JsonNode;
  readonly nameRange: Range;
  /** The pointer of the object that contains the member. */
  readonly parent: string;
}

/** A change of a pattern. */
export type PatternChange =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  /** Removes a field and the objects that would be empty without it. */
  | { readonly kind: 'remove'; readonly pointer: string }
  /** Moves a field into an object of this name beside it, which is created if absent. */
  | { readonly kind: 'move'; readonly pointer: string; readonly into: string };

export class PatternText {
  readonly text: string;
  readonly pattern: Pattern;
  readonly style: StyledText;
  private readonly root: JsonObjectNode;
  private readonly written = new Map<string, Written>();

  constructor(text: string, root: JsonObjectNode, pattern: Pattern) {
    this.text = text;
    this.root = root;
    this.pattern = pattern;
    this.style = new StyledText(text, root);
    this.collect(root, '');
  }

  at(pointer: string): Written | undefined {
    return this.written.get(pointer);
  }

  /** All changes as edits of the text, in source order. */
  edits(changes: readonly PatternChange[]): readonly Edit[] {
    const edits = new Map<string, Edit>();
    const add = (edit: Edit): void => {
      edits.set(`${edit.range.start} ${edit.range.end} ${edit.text}`, edit);
    };
    const gone = new Set<string>();
    const moved = new Map<string, string[]>();
    for (const change of changes) {
      if (change.kind === 'edits') for (const edit of change.edits) add(edit);
      if (change.kind === 'remove') gone.add(change.pointer);
      if (change.kind !== 'move') continue;
      const into = appendPointer(this.at(change.pointer)?.parent ?? '', change.into);
      const together = moved.get(into);
      if (together === undefined) moved.set(into, [change.pointer]);
      else together.push(change.pointer);
    }
    for (const [into, pointers] of moved) for (const edit of this.moving(into, pointers, gone)) add(edit);
    for (const edit of this.removing(gone)) add(edit);
    return [...edits.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }

  /** Adds the pointers that are moved away to `gone`. */
  private moving(into: string, pointers: readonly string[], gone: Set<string>): readonly Edit[] {
    const there = this.at(into)?.node;
    const [first] = pointers;
    const whole = first === undefined ? undefined : this.whole(first);
    if (there?.kind !== 'object' && whole !== undefined) {
      const others = pointers.slice(1);
      for (const pointer of others) gone.add(pointer);
      const inner = others.map((pointer) => `,${this.style.blank}${this.member(pointer)}`).join('');
      const name = JSON.stringify(parsePointer(into)?.at(-1));
      const { start, end } = whole;
      return [
        { range: { start, end: start }, text: `${name}${this.style.colon}{` },
        { range: { start: end, end }, text: `${inner}}` },
      ];
    }
    if (there?.kind !== 'object') return [];
    for (const pointer of pointers) gone.add(pointer);
    const added = pointers.flatMap((pointer) => {
      const node = this.at(pointer)?.node;
      const name = parsePointer(pointer)?.at(-1);
      return node === undefined || name === undefined ? [] : [{ name, value: this.style.slice(node.range) }];
    });
    return [this.style.append(there, added)];
  }

  private removing(gone: ReadonlySet<string>): readonly Edit[] {
    if (gone.size === 0) return [];
    const ways: Ways = new Map();
    for (const pointer of gone) {
      let at = ways;
      for (const name of parsePointer(pointer) ?? []) {
        let next = at.get(name);
        if (next === undefined) {
          next = new Map();
          at.set(name, next);
        }
        at = next;
      }
    }
    const edits: Edit[] = [];
    if (emptied(this.root, ways, edits)) {
      const { members } = this.root;
      const start = members[0]?.nameRange.start ?? this.root.range.start + 1;
      return [{ range: { start, end: members.at(-1)?.value.range.end ?? start }, text: '' }];
    }
    return edits;
  }

  private member(pointer: string): string {
    const whole = this.whole(pointer);
    return whole === undefined ? '' : this.style.slice(whole);
  }

  private whole(pointer: string): Range | undefined {
    const written = this.at(pointer);
    return written && { start: written.nameRange.start, end: written.node.range.end };
  }

  private collect(object: JsonObjectNode, parent: string): void {
    for (const { name, nameRange, value } of object.members) {
      const pointer = appendPointer(parent, name);
      this.written.set(pointer, { node: value, nameRange, parent });
      if (value.kind === 'object') this.collect(value, pointer);
    }
  }
}

/** The paths of the fields to remove, as a tree of names; a leaf is a field. */
type Ways = Map<string, Ways>;

/**
 * Returns whether all members of an object are removed; otherwise adds the edits that remove some. All members of a
 * duplicate name are removed together.
 */
function emptied(object: JsonObjectNode, ways: Ways, edits: Edit[]): boolean {
  const last = new Map(object.members.map(({ name, value }) => [name, value]));
  const goes = new Set<string>();
  const inner: Edit[] = [];
  for (const [name, below] of ways) {
    const value = last.get(name);
    if (below.size === 0 || (value?.kind === 'object' && emptied(value, below, inner))) goes.add(name);
  }
  if ([...last.keys()].every((name) => goes.has(name))) return true;
  const values = object.members.filter(({ name }) => goes.has(name)).map(({ value }) => value);
  for (const edit of [...inner, ...removeFrom(object, values)]) edits.push(edit);
  return false;
}
