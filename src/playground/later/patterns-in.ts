/** The patterns of a pasted or dropped text: the text itself, or those of a document. */
import { appendPointer, type JsonNode } from '../../index.ts';
import { readJson } from '../../json.ts';
import { fromYaml, outdented, pretty, unescaped } from '../state/incoming.ts';
import type { FoundPattern, FoundPatterns } from '../state/readers.ts';
import { yamlTexts } from './yaml.ts';

type IsPattern = (text: string) => boolean;

/** Names under which requests and templates have patterns. */
const NAMES: ReadonlySet<string> = new Set([
  'FilterPattern',
  'filterPattern',
  'filter_pattern',
  'eventRuleFilterPattern',
]);

/**
 * The most strings inside each other that are parsed: a trigger's configuration is a string, which may be inside a request that is a
 * string.
 */
const MAX_STRINGS = 3;

/** The most patterns of a list. */
const MAX_PATTERNS = 200;

/** @param isPattern whether a JSON text is a valid pattern, which is not searched for others */
export function patternsIn(text: string, isPattern: IsPattern): FoundPatterns {
  const plain = unescaped(text);
  const isJson = readJson(plain).node !== undefined;
  const yaml = isJson ? { texts: [plain] } : fromYaml(plain, yamlTexts);
  if ('problem' in yaml) {
    return { patterns: [{ address: '', text: plain }], ...(yaml.problem === '' ? {} : { problem: yaml.problem }) };
  }
  const { texts } = yaml;
  const found = texts.flatMap((one, i) => {
    const prefix = texts.length > 1 ? `document ${i + 1} ` : '';
    const inside = new Search(one, isPattern).found;
    if (inside.length === 0 && texts.length === 1) return [{ address: '', text: pretty(one) }];
    return inside.map(({ address, text: own }) => ({ address: `${prefix}${address}`.trim(), text: own }));
  });
  const patterns = found.length > 0 ? found.slice(0, MAX_PATTERNS) : [{ address: '', text: plain }];
  return { patterns };
}

class Search {
  readonly found: FoundPattern[] = [];
  private readonly isPattern: IsPattern;

  constructor(text: string, isPattern: IsPattern) {
    this.isPattern = isPattern;
    this.document(text, '', 0);
  }

  private document(text: string, address: string, strings: number): void {
    const { node } = readJson(text);
    if (node === undefined) return;
    if (this.isPattern(text)) {
      // The patterns of a list have no name; elsewhere only a name distinguishes a pattern from any other object.
      if (strings === 0) this.found.push({ address, text: pretty(text) });
      return;
    }
    if (
      node.kind === 'array' &&
      node.items.length > 0 &&
      node.items.every(({ range: { start, end } }) => this.isPattern(text.slice(start, end)))
    ) {
      for (const [i, { range }] of node.items.entries()) {
        this.found.push({ address: appendPointer(address, i), text: outdented(text, range.start, range.end) });
      }
      return;
    }
    this.visit(node, text, address, strings);
  }

  private visit(node: JsonNode, text: string, address: string, strings: number): void {
    if (node.kind === 'array') {
      for (const [i, item] of node.items.entries()) this.visit(item, text, appendPointer(address, i), strings);
    } else if (node.kind === 'string') {
      if (strings < MAX_STRINGS && /^\s*[{[]/.test(node.value)) this.document(node.value, address, strings + 1);
    } else if (node.kind === 'object') {
      const isSuite = node.members.some(({ name }) => name === 'tests');
      for (const { name, value } of node.members) {
        const at = appendPointer(address, name);
        const isNamed = NAMES.has(name) || (isSuite && name === 'pattern');
        if (isSuite && name === 'patterns' && value.kind === 'object') {
          for (const one of value.members) this.pattern(one.value, text, appendPointer(at, one.name));
        } else if (!isNamed || !this.pattern(value, text, at)) this.visit(value, text, at, strings);
      }
    }
  }

  /** The value under the name of a pattern: an object, or one in a string. */
  private pattern(node: JsonNode, text: string, address: string): boolean {
    const own =
      node.kind === 'object'
        ? outdented(text, node.range.start, node.range.end)
        : node.kind === 'string' && /^\s*\{/.test(node.value)
          ? pretty(node.value)
          : undefined;
    if (own !== undefined) this.found.push({ address, text: own });
    return own !== undefined;
  }
}
