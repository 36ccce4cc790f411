/** Plain scalars of YAML whose text differs from the compared one, or that YAML 1.1 reads as another value. */
import { appendPointer, type Diagnostic, type JsonNode } from '../../index.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import { type YamlCode, yamlFinding } from '../findings/catalogue.ts';

/** Sexagesimal, binary and with underscores: numbers of YAML 1.1, which PyYAML and many tools read. */
const NUMBER_OF_1_1 =
  /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)$/;
const BOOLEAN_OF_1_1 = /^(?:yes|Yes|YES|on|On|ON|(no|No|NO|off|Off|OFF))$/;
const DATE_OF_1_1 =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9:.]+(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?$/;

/** The longest word of YAML 1.1 that is tested. */
const LONGEST = 100;

/**
 * A finding for each such scalar below a node whose ranges lead into `text`. Linear in the nodes.
 */
export function scalarFindings(root: JsonNode, text: string): readonly Diagnostic<YamlCode>[] {
  const found: Diagnostic<YamlCode>[] = [];
  const visit = (node: JsonNode, pointer: string): void => {
    if (node.kind === 'array') for (const [i, item] of node.items.entries()) visit(item, appendPointer(pointer, i));
    if (node.kind === 'object') for (const { name, value } of node.members) visit(value, appendPointer(pointer, name));
    const finding = findingOf(node, pointer, text);
    if (finding !== undefined) found.push(finding);
  };
  visit(root, '');
  // Several aliases or merges may lead to one scalar.
  const places = new Set<number>();
  return found.filter(({ range }) => range !== undefined && !places.has(range.start) && places.add(range.start));
}

function findingOf(node: JsonNode, pointer: string, text: string): Diagnostic<YamlCode> | undefined {
  const { range } = node;
  const { start, end } = range;
  if (node.kind === 'number') {
    const written = text.slice(start, end);
    if (written === node.text) return undefined;
    const params = { written: clipped(written, LONGEST), read: clipped(node.text, LONGEST), is: 'number' } as const;
    const hint = `write ${quote(written)} in quotes for the text, ${node.text} for the number`;
    return yamlFinding('yaml-number', { pointer, range, hint }, params);
  }
  if (node.kind !== 'string' || node.value === '' || node.value.length > LONGEST) return undefined;
  const { value: written } = node;
  // Quoted texts and blocks have another length.
  if (end - start !== written.length || text.slice(start, end) !== written) return undefined;
  if (NUMBER_OF_1_1.test(written)) {
    const hint = `write ${quote(written)} in quotes for the text, the digits as in JSON for the number`;
    return yamlFinding('yaml-number', { pointer, range, hint }, { written, read: written, is: 'text' });
  }
  const boolean = BOOLEAN_OF_1_1.exec(written);
  if (boolean !== null) {
    const other = boolean[1] === undefined ? 'true' : 'false';
    const hint = `write ${quote(written)} in quotes for the text, ${other} for the boolean`;
    return yamlFinding('yaml-word', { pointer, range, hint }, { written, other });
  }
  if (!DATE_OF_1_1.test(written)) return undefined;
  return yamlFinding(
    'yaml-word',
    { pointer, range, hint: `write ${quote(written)} in quotes` },
    { written, other: 'date' },
  );
}

function quote(text: string): string {
  return `'${text}'`;
}
