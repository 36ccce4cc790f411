/** The text of a file as values: one of JSON, one for each document of YAML. */
import type { JsonNode } from '../../index.ts';
import { type JsonProblem, lineColumn, readJson } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import { Failure, problemsOf } from '../findings/failure.ts';
import { blankComments } from '../syntax/json-comments.ts';
import { readYamlDocuments } from '../syntax/yaml.ts';
import { resourcesIn } from './hcl-file.ts';
import { isHclName } from './hcl-name.ts';
import type { Layer } from './layer.ts';

export interface File {
  /** Only YAML has several; those of HCL are its resources. Empty for text that is not JSON, with the reason in `problem`. */
  readonly roots: readonly JsonNode[];
  readonly problem?: JsonProblem;
  readonly layer: Layer;
}

/**
 * Reads by the name; text without a name (`nameless`) is JSON, or YAML if it does not begin like JSON.
 * @throws Failure for unreadable YAML
 */
export function readFile(source: NamedText, { nameless = false }: { readonly nameless?: boolean } = {}): File {
  const { name, text } = source;
  if (isHclName(name)) return { roots: [resourcesIn(source)], layer: { ...layerOf(text), syntax: 'hcl' } };
  // An empty file is an empty pattern, as for JSON.
  if (isYaml(source)) return text.trim() === '' ? { roots: [], layer: layerOf(text) } : readYamlFile(name, text);
  const json = /\.jsonc$/i.test(name) ? blankComments(text) : text;
  const { node, problem } = readJson(json);
  if (node !== undefined) return { roots: [node], layer: layerOf(json) };
  const asYaml = nameless && text.trim() !== '' ? readGuessed(name, text, problem) : undefined;
  return asYaml ?? { roots: [], problem, layer: layerOf(json) };
}

/** A file of CloudFormation (`*.template`) is JSON or YAML. */
function isYaml({ name, text }: NamedText): boolean {
  return /\.ya?ml$/i.test(name) || (/\.template$/i.test(name) && !/^\s*[{[]/.test(text));
}

function readYamlFile(name: string, text: string): File {
  const roots = readYamlDocuments({ name, text }, { what: 'the file', template: true });
  return { roots, layer: { ...layerOf(text), syntax: 'yaml' } };
}

/** JSON with an error is often valid YAML, which the service would refuse, and any words are YAML. */
function readGuessed(name: string, text: string, problem: JsonProblem): File | undefined {
  if (/^\s*[{[]/.test(text)) return undefined;
  try {
    const file = readYamlFile(name, text);
    return file.roots.some(({ kind }) => kind === 'object' || kind === 'array') ? file : undefined;
  } catch (thrown) {
    const { line, column } = lineColumn(text, problem.offset);
    const json = `it is not JSON (${line}:${column}: ${problem.message})`;
    throw new Failure(
      problemsOf(thrown).map((one) => ({ ...one, message: `${json}, and read as YAML: ${one.message}` })),
    );
  }
}

function layerOf(text: string): Layer {
  return { text, syntax: 'json', place: (offset) => offset, spell: (piece) => piece };
}
