/** Reads pasted or dropped text: one event or many, as JSON, an array, lines of JSON, JSON in a string, or YAML. */
import type { JsonNode } from '../../index.ts';
import { readJson } from '../../json.ts';
import type { ReadYaml, YamlTexts } from './readers.ts';

/** The texts of the events in a text, each as written. A text of no known form is one event, which the page reports as invalid. */
export function eventsIn(text: string, readYaml?: ReadYaml): readonly string[] {
  const plain = unescaped(text);
  const { node } = readJson(plain);
  if (node?.kind === 'array' && node.items.length > 0 && node.items.every(isObject)) {
    return node.items.map(({ range }) => outdented(plain, range.start, range.end));
  }
  if (node !== undefined) return [plain];
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isNdjson = lines.length > 1 && lines.every((line) => readJson(line).node?.kind === 'object');
  if (isNdjson) return lines.map(pretty);
  const yaml = fromYaml(plain, readYaml);
  return 'texts' in yaml ? yaml.texts.flatMap((one) => eventsIn(pretty(one))) : [plain];
}

/**
 * The documents of a text that is no JSON: maps, or lists of maps. A text that begins with a bracket or a quotation mark is broken JSON,
 * although YAML may have a meaning for it.
 */
export function fromYaml(text: string, readYaml: ReadYaml | undefined): YamlTexts {
  if (readYaml === undefined || /^\s*(?:[{["]|$)/.test(text)) return { problem: '' };
  const read = readYaml(text);
  const isKnown = (json: string): boolean => {
    const { node } = readJson(json);
    return node?.kind === 'array' ? node.items.every(isObject) : node?.kind === 'object';
  };
  return 'texts' in read && !(read.texts.length > 0 && read.texts.every(isKnown)) ? { problem: '' } : read;
}

/** Text copied out of a JSON string or a program: `"{\"source\": …}"`, with or without its quotation marks. */
export function unescaped(text: string): string {
  const trimmed = text.trim();
  if (!/^"?(?:\\[nrt]|\s)*[{[]/.test(trimmed) || !trimmed.includes('\\"')) return text;
  const quoted = trimmed.startsWith('"') ? trimmed : `"${trimmed}"`;
  // A JSON string cannot contain a line end.
  const { node } = readJson(quoted.replace(/\r?\n/g, '\\n'));
  return node?.kind === 'string' && readJson(node.value).node !== undefined ? node.value : text;
}

/** Formats a text that is on one line; number texts are kept. */
export function pretty(text: string): string {
  const { node } = readJson(text);
  return node === undefined || text.trim().includes('\n') ? text : `${indented(node, '')}\n`;
}

function isObject(node: JsonNode): boolean {
  return node.kind === 'object';
}

/** A value of a larger text, without the indentation of its place. */
export function outdented(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^\s*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const value = text.slice(start, end);
  const lines = value.split('\n');
  const isIndented = indent !== '' && lines.slice(1).every((line) => line.startsWith(indent));
  return pretty(isIndented ? lines.map((line, i) => (i === 0 ? line : line.slice(indent.length))).join('\n') : value);
}

/** Columns of a short list that stays on one line. */
const SHORT = 60;

/** Two spaces for each level; short arrays of scalars stay on one line. */
function indented(node: JsonNode, indent: string): string {
  const deeper = `${indent}  `;
  switch (node.kind) {
    case 'object': {
      if (node.members.length === 0) return '{}';
      const members = node.members.map(
        ({ name, value }) => `${deeper}${JSON.stringify(name)}: ${indented(value, deeper)}`,
      );
      return `{\n${members.join(',\n')}\n${indent}}`;
    }
    case 'array': {
      const items = node.items.map((item) => indented(item, deeper));
      const line = `[${items.join(', ')}]`;
      if (line.length <= SHORT && !line.includes('\n')) return line;
      return `[\n${items.map((item) => deeper + item).join(',\n')}\n${indent}]`;
    }
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    default:
      return node.kind === 'null' ? 'null' : String(node.value);
  }
}
