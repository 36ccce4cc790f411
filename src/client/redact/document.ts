/** Documents with their secrets hidden: as data, and as text in which lines and columns stay. */
import type { JsonNode, Range } from '../../index.ts';
import { isSecretMember } from '../model/index.ts';
import { merged } from './find.ts';
import { Needles } from './needles.ts';
import { HIDDEN } from './redactor.ts';

/** Shorter texts occur by chance, and hiding each of them would hide the answer. */
export const LEAST_SECRET = 6;

/** A copy of plain data in which the values of secret members are hidden. */
export function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isSecretMember(name) ? hidden(member) : redacted(member)]),
  );
}

/** `Form` of a target parameter is no secret; its other members may be. */
function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value === null || value === '' ? value : HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'Form' ? member : hidden(member)]),
  );
}

/** A file as findings show it: each character of a secret is an asterisk, so that lines and columns stay. */
export function maskedText(text: string, root: JsonNode): string {
  const ranges = [...secretRanges(root, false)].map(({ start, end }) => [start, end] as const);
  if (ranges.length === 0) return text;
  // An alias, or a careless copy, repeats a secret elsewhere.
  const written = ranges
    .map(([start, end]) => unquoted(text.slice(start, end)))
    .filter(({ length }) => length >= LEAST_SECRET);
  const repeated = new Needles([...new Set(written)].map((secret) => ({ text: secret, alone: false }))).find(text);
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of merged([...ranges, ...[...repeated].map(([start, end]) => [start, end] as const)])) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, '*'));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function unquoted(written: string): string {
  return /^(?:".*"|'.*')$/s.test(written) ? written.slice(1, -1) : written;
}

function* secretRanges(node: JsonNode, inside: boolean): Iterable<Range> {
  if (node.kind === 'object') {
    for (const { name, value } of node.members) {
      if (!inside || name !== 'Form') yield* secretRanges(value, inside || isSecretMember(name));
    }
  } else if (node.kind === 'array') {
    for (const item of node.items) yield* secretRanges(item, inside);
  } else if (inside && node.kind !== 'null') yield node.range;
}
