/**
 * The judge of patterns: whether a dialect accepts a text, written from the language definition alone. A pattern with warnings is accepted.
 * It must never import from the engine.
 */
import { awsAccepts } from './aws/reference.ts';
import type { Json } from './json.ts';
import { isScalar, membersOf, readJson } from './json.ts';
import type { AnyDialect, DialectName } from './reference.ts';

const ATTRIBUTES = new Set([
  ...['specversion', 'id', 'type', 'source', 'datacontenttype', 'dataschema', 'subject', 'time'],
  ...['aliyunaccountid', 'aliyunoriginalaccountid', 'aliyunpublishtime', 'aliyuneventbusname', 'aliyunregionid'],
  ...['aliyunpublishaddr', 'aliyuneventid'],
]);

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** Whether the dialect accepts the pattern, with no extension attributes declared. Never throws for a bad pattern. */
export function referenceAccepts(patternText: string, dialect: AnyDialect): boolean {
  if (dialect === 'aws') return awsAccepts(patternText);
  const pattern = readOrUndefined(patternText);
  if (pattern?.kind !== 'object') return false;
  if (dialect === 'aliyun' && hasDuplicates(pattern)) return false;
  return membersOf(pattern).every(([name, value]) => {
    if (name === 'data') return value.kind === 'object' && branchAccepted(value, dialect);
    return (dialect === 'aliyun' || ATTRIBUTES.has(name)) && conditionsAccepted(value, dialect);
  });
}

function readOrUndefined(text: string): Json | undefined {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function hasDuplicates(node: Json): boolean {
  if (node.kind === 'array') return node.items.some(hasDuplicates);
  if (node.kind !== 'object') return false;
  return membersOf(node).length !== node.members.length || node.members.some(([, value]) => hasDuplicates(value));
}

function branchAccepted(node: Json, dialect: DialectName): boolean {
  if (node.kind !== 'object') return conditionsAccepted(node, dialect);
  const members = membersOf(node);
  return (
    members.length > 0 &&
    members.every(([name, value]) => nameAccepted(name, dialect) && branchAccepted(value, dialect))
  );
}

function nameAccepted(name: string, dialect: DialectName): boolean {
  return dialect === 'aliyun' || !(/[ *[\]()]/.test(name) || name.split('.').includes(''));
}

function conditionsAccepted(node: Json, dialect: DialectName): boolean {
  return node.kind === 'array' && node.items.length > 0 && node.items.every((item) => conditionAccepted(item, dialect));
}

function conditionAccepted(condition: Json, dialect: DialectName): boolean {
  if (condition.kind !== 'object') return isScalar(condition);
  const operators = membersOf(condition);
  const alone = operators.length === 1;
  const together = dialect === 'aliyun' && operators.length > 1 && !operators.some(([name]) => name === 'exists');
  return (alone || together) && operators.every(([name, operand]) => operatorAccepted(name, operand, dialect));
}

function operatorAccepted(name: string, operand: Json, dialect: DialectName): boolean {
  switch (name) {
    case 'prefix':
    case 'suffix':
      return isText(operand);
    case 'contains':
      return dialect === 'aliyun' && isText(operand);
    case 'exists':
      return operand.kind === 'boolean';
    case 'anything-but':
      return exclusionAccepted(operand);
    case 'numeric':
      return operand.kind === 'array' && rangeAccepted(operand.items);
    case 'cidr':
      return operand.kind === 'string' && blockAccepted(operand.value, dialect);
    default:
      return false;
  }
}

function isText(node: Json): boolean {
  return node.kind === 'string' && node.value !== '';
}

function exclusionAccepted(operand: Json): boolean {
  if (operand.kind === 'array') return operand.items.every(isScalar);
  if (operand.kind !== 'object') return true;
  const inner = membersOf(operand);
  return inner.length === 1 && inner.every(([name, text]) => (name === 'prefix' || name === 'suffix') && isText(text));
}

function rangeAccepted(items: readonly Json[]): boolean {
  if (items.length !== 2 && items.length !== 4) return false;
  return items.every((item, index) =>
    index % 2 === 0 ? item.kind === 'string' && COMPARISONS.has(item.value) : isInRange(item),
  );
}

function isInRange(node: Json): boolean {
  return node.kind === 'number' && Math.abs(Number(node.text)) <= 1e9;
}

/** The Java engine accepts leading zeros, in up to three digits. */
function blockAccepted(block: string, dialect: 'aliyun' | 'rocketmq'): boolean {
  const [base = '', bits, ...rest] = block.split('/');
  const parts = base.split('.');
  const digits = dialect === 'rocketmq' ? /^\d{1,3}$/ : /^(0|[1-9]\d{0,2})$/;
  const isQuad = parts.length === 4 && parts.every((part) => digits.test(part) && Number(part) <= 255);
  return isQuad && rest.length === 0 && (bits === undefined || (/^\d\d?$/.test(bits) && Number(bits) <= 32));
}
