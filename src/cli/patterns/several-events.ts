/** Describes, for messages, a text that is not an event because it contains several. */
import type { JsonNode } from '../../index.ts';
import { readJson } from '../../json.ts';

/** One sentence; undefined for a text with at most one event. */
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

/** The form of several values in a text that is not JSON as a whole; `first` is the first value. */
export function formOfSeveral(text: string): Several | undefined {
  if (text.trimStart().startsWith('\u001e')) return { form: 'a JSON text sequence of events' };
  if (!/^\s*\{/.test(text)) return undefined;
  const { problem } = readJson(text);
  if (problem === undefined) return undefined;
  const [line = '', rest = ''] = firstLine(text);
  const inLine = objectOf(line);
  if (rest.trim() !== '' && inLine !== undefined) {
    return { form: 'NDJSON, an event on each line', first: inLine, lines: true };
  }
  // The error is where the second value begins.
  const first = text[problem.offset] === '{' ? objectOf(text.slice(0, problem.offset)) : undefined;
  return first && { form: 'several events, one after the other', first };
}

function firstLine(text: string): readonly string[] {
  const all = text.trimStart();
  const end = all.indexOf('\n');
  return end < 0 ? [all] : [all.slice(0, end), all.slice(end)];
}

function objectOf(text: string): JsonNode | undefined {
  const { node } = readJson(text);
  return node?.kind === 'object' ? node : undefined;
}
