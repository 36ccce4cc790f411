/** Generated patterns of one cloud of which everything can be said in the language of the other. */
import { convertPattern } from '../../../src/convert/convert.ts';
import type { Side } from '../../../src/convert/names.ts';
import { parsePattern } from '../../../src/index.ts';
import { type Json, type Member, readJson, writeJson } from '../json.ts';

/** The pattern without the conditions that cannot be said; undefined when none are left, or when it is refused then. */
export function sayable(
  text: string,
  to: Side,
): { readonly text: string; readonly others: readonly string[] } | undefined {
  let now = text;
  for (let tries = 0; tries < 20; tries++) {
    const { pattern } = parsePattern(now, { dialect: to === 'aws' ? 'aliyun' : 'aws' });
    if (pattern === undefined) return undefined;
    const { texts: others, unsaid } = convertPattern(pattern, to);
    if (others.length > 0) return { text: now, others };
    let node: Json | undefined = readJson(now);
    // The last one first, since the others keep their indices then.
    for (const { pointer } of unsaid.toReversed()) {
      if (node !== undefined && pointer !== '') node = without(node, pointer.split('/').slice(1).map(unescaped));
    }
    if (node === undefined || unsaid.some(({ pointer }) => pointer === '')) return undefined;
    now = writeJson(node);
  }
  return undefined;
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Also without the lists and objects that are empty then. */
function without(node: Json, [step, ...rest]: readonly string[]): Json | undefined {
  if (step === undefined) return undefined;
  if (node.kind === 'array') {
    const items = node.items.flatMap((item, i) => (String(i) === step ? [without(item, rest)] : [item]));
    const kept = items.filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : { kind: 'array', items: kept };
  }
  if (node.kind !== 'object') return undefined;
  const members = node.members.flatMap(([name, value]): Member[] => {
    if (name !== step) return [[name, value]];
    const left = without(value, rest);
    return left === undefined ? [] : [[name, left]];
  });
  return members.length === 0 ? undefined : { kind: 'object', members };
}
