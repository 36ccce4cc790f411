/** The patterns of suites, for `check --fix`. Other problems of a suite are reported by `test`. */
import { appendPointer, type DialectName, dialects, type JsonNode } from '../../index.ts';
import { memberOf } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import { Collector } from '../sources/collector.ts';
import { readFile } from '../sources/file.ts';
import type { PatternSource } from '../sources/found.ts';

const SUITE = /\.eb-test\.(?:ya?ml|json)$/i;

export function isSuiteName(name: string): boolean {
  return SUITE.test(name);
}

export interface SuitePatterns {
  readonly patterns: readonly PatternSource[];
  /** The dialect of the suite; absent when that of the command line applies. */
  readonly dialect?: DialectName;
  readonly extension?: readonly string[];
  /** Why they are not fixed; the text follows the name. */
  readonly left?: string;
}

/** @throws Failure for a file that cannot be read */
export function suitePatterns(source: NamedText): SuitePatterns {
  const { roots, layer } = readFile(source);
  const [root] = roots;
  if (root?.kind !== 'object' || roots.length > 1) return { patterns: [] };
  const collector = new Collector(source.name, source.text, '');
  const add = (pointer: string, node: JsonNode | undefined): void => {
    if (node !== undefined && isInline(node)) collector.pattern(pointer, node, layer);
  };
  add('/pattern', memberOf(root, 'pattern'));
  const several = memberOf(root, 'patterns');
  if (several?.kind === 'object') {
    for (const { name, value } of several.members) add(appendPointer('/patterns', name), value);
  }
  const dialect = memberOf(root, 'dialect');
  const extensions = memberOf(root, 'extensions');
  return {
    patterns: collector.patterns,
    ...(dialect === undefined ? {} : dialectIn(dialect)),
    ...(extensions?.kind === 'array' ? { extension: extensions.items.flatMap(textIn) } : {}),
    ...(memberOf(root, 'invalid') === undefined ? {} : { left: 'its suite says that it is refused' }),
  };
}

/** `test` reports an unknown dialect. */
function dialectIn(node: JsonNode): Pick<SuitePatterns, 'dialect'> {
  const known = dialects.find(({ name }) => node.kind === 'string' && name === node.value);
  return known === undefined ? {} : { dialect: known.name as DialectName };
}

function textIn(node: JsonNode): readonly string[] {
  return node.kind === 'string' ? [node.value] : [];
}

/** A string that begins otherwise is a file name. */
function isInline(node: JsonNode): boolean {
  return node.kind === 'object' || (node.kind === 'string' && /^\s*\{/.test(node.value));
}
