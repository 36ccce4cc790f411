/** A text that should be one event and holds several: what it is, for messages. It is looked at when it was refused as an event. */
import { type JsonNode, readJson } from '../../index.ts';

/** One sentence; undefined for a text that holds no more than one event. */
export function severalEvents(text: string): string | undefined {
  const several = formOfSeveral(text) ?? formOfArray(text);
  if (several === undefined) return undefined;
  const lines = several.lines === true ? ' (`match` and `explain` take it with `--ndjson`)' : '';
  return `this is ${several.form}${lines}, and one event is needed here; \`filter\` and \`route\` read such files`;
}

interface Several {
  readonly form: string;
  readonly first?: JsonNode;
  readonly lines?: true;
}

function formOfArray(text: string): Several | undefined {
  if (!/^\s*\[/.test(text)) return undefined;
  const { node } = readJson(text);
  if (node?.kind !== 'array') return undefined;
  return { form: `an array of ${node.items.length} event${node.items.length === 1 ? '' : 's'}` };
}

/** How a text holds several values that is no JSON text as a whole; `first` is the first of them. */
export function formOfSeveral(text: string): Several | undefined {
  if (text.trimStart().startsWith('\u001e')) return { form: 'a JSON text sequence of events' };
  if (!/^\s*\{/.test(text) || readJson(text).node !== undefined) return undefined;
  const [line = '', rest = ''] = split(text, /\r?\n/);
  const inLine = objectOf(line);
  if (rest.trim() !== '' && inLine !== undefined) {
    return { form: 'NDJSON, an event on each line', first: inLine, lines: true };
  }
  // A value that ends where its first bracket closes, in the first column: as `jq` prints it.
  const [value, others] = split(text, /(?<=^\})[ \t]*(?=\r?\n|\{)/m);
  const first = others?.trim().startsWith('{') ? objectOf(value) : undefined;
  return first && { form: 'several events, one after the other', first };
}

function split(text: string, at: RegExp): [string, string?] {
  const found = at.exec(text.trimStart());
  const all = text.trimStart();
  return found === null ? [all] : [all.slice(0, found.index), all.slice(found.index + found[0].length)];
}

function objectOf(text: string): JsonNode | undefined {
  const { node } = readJson(text);
  return node?.kind === 'object' ? node : undefined;
}
