/** Edits of a YAML map that change its values to the wanted ones. Equal parts are not touched. */
import type { Edit, JsonArray, JsonNode, JsonObjectNode, Range } from '../../index.ts';
import { printJson } from '../../json.ts';

/** `old` has ranges into the text of the file. Undefined when a part cannot be written without a change of more than values. */
export function mapEdits(old: JsonNode, made: JsonNode, text: string): readonly Edit[] | undefined {
  if (printJson(old) === printJson(made)) return [];
  if (old.kind === 'object' && made.kind === 'object' && old.members.length === made.members.length) {
    return all(old.members.map((member, i) => memberEdits(member, made.members[i] as (typeof made.members)[0], text)));
  }
  if (old.kind === 'array' && made.kind === 'array') return listEdits(old, made, text);
  return valueEdits(old, made, text);
}

function all(parts: readonly (readonly Edit[] | undefined)[]): readonly Edit[] | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

type Member = JsonObjectNode['members'][number];

function memberEdits(old: Member, made: Member, text: string): readonly Edit[] | undefined {
  const value = mapEdits(old.value, made.value, text);
  if (old.name === made.name || value === undefined) return value;
  const quote = /^["']/.exec(text.slice(old.nameRange.start))?.[0] ?? '';
  const name = /^[A-Za-z_][\w-]*$/.test(made.name) ? `${quote}${made.name}${quote}` : JSON.stringify(made.name);
  return [{ range: old.nameRange, text: name }, ...value];
}

function listEdits(old: JsonArray, made: JsonArray, text: string): readonly Edit[] | undefined {
  const edits = itemEdits(old, made, text);
  return edits ?? valueEdits(old, made, text);
}

/** Removed items are deleted with their lines, others are changed in place. Undefined when items were added. */
function itemEdits(old: JsonArray, made: JsonArray, text: string): readonly Edit[] | undefined {
  let tooMany = old.items.length - made.items.length;
  if (tooMany < 0 || made.items.length === 0) return undefined;
  const parts: (readonly Edit[] | undefined)[] = [];
  let next = 0;
  for (const [i, item] of old.items.entries()) {
    const wanted = made.items[next];
    const isWanted = (one: JsonNode): boolean => wanted !== undefined && printJson(one) === printJson(wanted);
    const isGone = wanted === undefined || (!isWanted(item) && old.items.slice(i + 1).some(isWanted));
    if (isGone && tooMany > 0) {
      tooMany--;
      const range = lineOf(item.range, text);
      parts.push(range && [{ range, text: '' }]);
    } else {
      parts.push(wanted && mapEdits(item, wanted, text));
      next++;
    }
  }
  return all(parts);
}

/** The lines of an item of a block list, if they contain nothing else. */
function lineOf({ start, end }: Range, text: string): Range | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', trimmedEnd(start, end, text));
  const to = newline < 0 ? text.length : newline + 1;
  if (!/^[ \t]*-[ \t]+$/.test(text.slice(from, start)) || text.slice(trimmedEnd(start, end, text), to).trim() !== '') {
    return undefined;
  }
  return hasMore(text.slice(start, end)) ? undefined : { start: from, end: to };
}

/** A block ends with its line, so the space after it belongs to the next node. */
function trimmedEnd(start: number, end: number, text: string): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] as string)) at--;
  return at;
}

/** Comments, anchors, aliases and tags would be lost. */
function hasMore(source: string): boolean {
  return /(?:^|[\s,[{])[#&*!]/.test(source);
}

function valueEdits(old: JsonNode, made: JsonNode, text: string): readonly Edit[] | undefined {
  const { start } = old.range;
  const end = trimmedEnd(start, old.range.end, text);
  const source = text.slice(start, end);
  if (hasMore(source) || source === '') return undefined;
  const [only, another] = made.kind === 'array' ? made.items : [];
  // A value that is put into brackets keeps its spelling, unless it contains brackets or commas.
  if (
    only !== undefined &&
    another === undefined &&
    printJson(only) === printJson(old) &&
    /^[^\n\r[\]{},]+$/.test(source)
  ) {
    return [
      { range: { start, end: start }, text: '[' },
      { range: { start: end, end }, text: ']' },
    ];
  }
  return [{ range: { start, end }, text: printJson(made) }];
}
