/** A pattern with the places of its fields in its text, and the edits that rename, move and remove them. */
import { removeFrom } from '../fix/edits.ts';
import { stepsOf } from '../formula.ts';
import { nodeAt } from '../json/locate.ts';
import type { JsonArray, JsonNode, JsonObjectNode, Range } from '../json/node.ts';
import { appendPointer, parsePointer, pointerTo } from '../json/pointer.ts';
import type { Field, Pattern } from '../pattern.ts';
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
  /**
   * Removes a field, and the objects that would be empty without it. A `$or` goes as a whole when a branch would be empty, since an event
   * need not have anything for that branch.
   */
  | { readonly kind: 'remove'; readonly pointer: string }
  /** Moves a field into an object of this name beside it, which is created if absent. */
  | { readonly kind: 'move'; readonly pointer: string; readonly into: string };

export class PatternText {
  readonly text: string;
  readonly pattern: Pattern;
  readonly style: StyledText;
  private readonly root: JsonObjectNode;
  private readonly written = new Map<string, Written>();
  private readonly fields: ReadonlySet<string>;

  constructor(text: string, root: JsonObjectNode, pattern: Pattern) {
    this.text = text;
    this.root = root;
    this.pattern = pattern;
    this.style = new StyledText(text, root);
    this.fields = new Set(pattern.fields.map(({ pointer }) => pointer));
    this.collect(root, '');
  }

  at(pointer: string): Written | undefined {
    return this.written.get(pointer);
  }

  /** What goes when a field is removed: the outermost `$or` that has a branch of this field alone, or the field. */
  removedWith(field: string): string {
    let removed = field;
    for (let at = this.at(field); at !== undefined; ) {
      const { node } = at;
      const object = nodeAt(this.root, at.parent)?.node;
      if (object?.kind !== 'object' || object.members.some(({ value }) => value !== node)) break;
      const list = at.parent.slice(0, Math.max(0, at.parent.lastIndexOf('/')));
      const isBranch = this.at(at.parent) === undefined && this.at(list) !== undefined;
      if (isBranch) removed = list;
      at = this.at(isBranch ? list : at.parent);
    }
    return removed;
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
    const removing = this.removing(gone);
    // Where a name occurs twice, a removed field takes the other member along, with the changes in it.
    const isGone = ({ range }: Edit): boolean =>
      removing.some((one) => one.range.start <= range.start && range.end <= one.range.end);
    const left = [...edits.values()].filter((edit) => !isGone(edit));
    return [...left, ...removing].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
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
      else if (value.kind === 'array' && !this.fields.has(pointer)) this.collectBranches(value, pointer);
    }
  }

  private collectBranches({ items }: JsonArray, pointer: string): void {
    for (const [i, branch] of items.entries()) {
      if (branch.kind === 'object') this.collect(branch, appendPointer(pointer, i));
    }
  }
}

/** The pointer of each name in the path of a field, into the pattern. `$or` and the index of a branch are no names. */
export function namePointers(field: Field): readonly string[] {
  const steps = stepsOf(field);
  return steps.flatMap((step, i) =>
    typeof step === 'number' || typeof steps[i + 1] === 'number' ? [] : [pointerTo(steps.slice(0, i + 1))],
  );
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
    if (below.size === 0 || (value !== undefined && isEmptied(value, below, inner))) goes.add(name);
  }
  if ([...last.keys()].every((name) => goes.has(name))) return true;
  const values = object.members.filter(({ name }) => goes.has(name)).map(({ value }) => value);
  for (const edit of [...inner, ...removeFrom(object, values)]) edits.push(edit);
  return false;
}

/** A list of branches is emptied with its first empty branch: the edits of the others are then inside of what is removed. */
function isEmptied(value: JsonNode, below: Ways, edits: Edit[]): boolean {
  if (value.kind === 'object') return emptied(value, below, edits);
  if (value.kind !== 'array') return false;
  const inner: Edit[] = [];
  for (const [index, ways] of below) {
    const branch = value.items[Number(index)];
    if (branch?.kind === 'object' && emptied(branch, ways, inner)) return true;
  }
  for (const edit of inner) edits.push(edit);
  return false;
}
