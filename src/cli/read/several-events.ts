/** A text that should be one event and holds several: what it is, for messages. It is looked at when it was refused as an event. */
import { readJson } from '../../index.ts';

/** One sentence; undefined for a text that holds no more than one event. */
export function severalEvents(text: string): string | undefined {
  const what = formOf(text);
  return what && `this is ${what}, and one event is needed here; \`filter\` and \`route\` read such files`;
}

function formOf(text: string): string | undefined {
  if (text.trimStart().startsWith('\u001e')) return 'a JSON text sequence of events';
  if (/^\s*\[/.test(text)) {
    const { node } = readJson(text);
    return node?.kind === 'array'
      ? `an array of ${node.items.length} event${node.items.length === 1 ? '' : 's'}`
      : undefined;
  }
  if (!/^\s*\{/.test(text) || readJson(text).node !== undefined) return undefined;
  const [first = '', rest = ''] = split(text, /\r?\n/);
  if (rest.trim() !== '' && isObject(first))
    return 'NDJSON, an event on each line (`match` and `explain` take it with `--ndjson`)';
  // A value that ends where its first bracket closes, in the first column: as `jq` prints it.
  const [value, others] = split(text, /(?<=^\})[ \t]*(?=\r?\n|\{)/m);
  return others?.trim().startsWith('{') && isObject(value) ? 'several events, one after the other' : undefined;
}

function split(text: string, at: RegExp): [string, string?] {
  const found = at.exec(text.trimStart());
  const all = text.trimStart();
  return found === null ? [all] : [all.slice(0, found.index), all.slice(found.index + found[0].length)];
}

function isObject(text: string): boolean {
  return readJson(text).node?.kind === 'object';
}
