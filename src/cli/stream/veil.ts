/** Keeps secrets out of what is printed: members of documents by their names, credentials wherever they turn up. */
import { isSecretMember } from '../../client/index.ts';
import type { JsonNode, Range } from '../../index.ts';
import type { Output } from '../io.ts';

export const HIDDEN = '***';

/** Shorter texts occur by chance, and hiding each of them would hide the answer. */
const LEAST = 6;

/** A copy of plain data in which what secret members hold is hidden. */
export function veiled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(veiled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isSecretMember(name) ? hidden(member) : veiled(member)]),
  );
}

/** How a target parameter is read is no secret; what it reads may be. */
function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value === null || value === '' ? value : HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'Form' ? member : hidden(member)]),
  );
}

/** A file as findings show it: each character of a secret is an asterisk, so that lines and columns stay. */
export function veiledText(text: string, root: JsonNode): string {
  const ranges = [...secretRanges(root, false)];
  let shown = text;
  for (const { start, end } of ranges) shown = shown.slice(0, start) + asterisks(text, start, end) + shown.slice(end);
  // An alias, or a careless copy, repeats a secret elsewhere.
  for (const { start, end } of ranges) {
    const written = text.slice(start, end).replace(/^(["'])(.*)\1$/s, '$2');
    if (written.length >= LEAST) shown = shown.replaceAll(written, '*'.repeat(written.length));
  }
  return shown;
}

function asterisks(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\r\n]/g, '*');
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

export class Veil {
  private readonly secrets: readonly string[];

  constructor(secrets: readonly string[]) {
    this.secrets = secrets
      .filter((secret) => secret.length >= LEAST)
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
      .sort((a, b) => b.length - a.length);
  }

  text(text: string): string {
    return this.secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
  }

  output(output: Output): Output {
    return {
      write: (chunk) => output.write(this.text(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))),
      isTTY: output.isTTY,
      columns: output.columns,
    };
  }
}
