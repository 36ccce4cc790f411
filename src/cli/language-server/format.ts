/** Formats a file that is a pattern: JSON with two spaces per level, YAML with its comments as its library prints it. */
import { parseDocument } from 'yaml';
import type { JsonNode } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { problemsOf } from '../findings/failure.ts';
import { readYamlDocuments } from '../syntax/yaml.ts';
import type { Analysis } from './analysis.ts';

const WIDTH = 100;

/** The formatted text; undefined unless the file is a single pattern that can be formatted without loss. */
export function formatted({ name, text, patterns }: Analysis, indent = '  '): string | undefined {
  const [only, another] = patterns;
  if (only === undefined || another !== undefined || only.source.address !== undefined) return undefined;
  if (/\.ya?ml$/i.test(name)) return formatYaml(name, text);
  if (!/\.json$/i.test(name)) return undefined;
  const { node } = readJson(text);
  return node && `${print(node, '', indent)}\n`;
}

/** Prints a value on one line if it fits, else a list or an object with one part on each line. */
function print(node: JsonNode, before: string, indent: string): string {
  const line = onOneLine(node);
  const isField = node.kind === 'object' && before.length < 2 * indent.length;
  if (!isField && before.length + line.length <= WIDTH) return line;
  const deeper = before + indent;
  if (node.kind === 'array' && node.items.length > 0) {
    return `[\n${node.items.map((item) => deeper + print(item, deeper, indent)).join(',\n')}\n${before}]`;
  }
  if (node.kind === 'object' && node.members.length > 0) {
    const members = node.members.map(
      ({ name, value }) => `${deeper}${JSON.stringify(name)}: ${print(value, deeper, indent)}`,
    );
    return `{\n${members.join(',\n')}\n${before}}`;
  }
  return line;
}

function onOneLine(node: JsonNode): string {
  if (node.kind === 'array') return `[${node.items.map(onOneLine).join(', ')}]`;
  if (node.kind !== 'object') return printJson(node);
  return `{${node.members.map(({ name, value }) => `${JSON.stringify(name)}: ${onOneLine(value)}`).join(', ')}}`;
}

function formatYaml(name: string, text: string): string | undefined {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) return undefined;
  const made = document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
  return valuesOf(name, made) === valuesOf(name, text) ? made : undefined;
}

function valuesOf(name: string, text: string): string | undefined {
  try {
    return readYamlDocuments({ name, text }, { what: 'the file', template: true }).map(printJson).join('\n');
  } catch (thrown) {
    // It is not YAML, or has no equivalent in JSON.
    problemsOf(thrown);
    return undefined;
  }
}
