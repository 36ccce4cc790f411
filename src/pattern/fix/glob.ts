/** Fixes for conditions of Amazon EventBridge on strings: stars and backslashes, addresses with a mask, and `exactly`. */
import type { Fix, Place } from '../place.ts';
import type { GlobProblem } from '../value/glob.ts';
import { ipAddressIn } from '../value/ip-addresses.ts';
import { choice, replace, safe, shown } from './edits.ts';
import { surroundings } from './surroundings.ts';

/** One star means what several side by side would; a backslash is doubled, or left out. */
export function globFixes({ node }: Place, { problem }: GlobProblem): readonly Fix[] {
  if (node.kind !== 'string') return [];
  const { value } = node;
  const tokens: readonly string[] = value.match(/\\[*\\]|./gs) ?? [];
  if (problem === 'two-stars') {
    const text = JSON.stringify(tokens.filter((token, i) => token !== '*' || tokens[i - 1] !== '*').join(''));
    return [safe(`write ${shown(text)}, with one star`, replace(node, text))];
  }
  const doubled = JSON.stringify(tokens.map((token) => (token === '\\' ? '\\\\' : token)).join(''));
  const without = JSON.stringify(tokens.filter((token) => token !== '\\').join(''));
  return [
    choice(`write ${shown(doubled)}, if the event holds a backslash`, replace(node, doubled)),
    choice(`write ${shown(without)}, without the backslash`, replace(node, without)),
  ];
}

/** One address is a plain string, which is equal in every spelling. */
export function ipBlockFixes(place: Place, text: string): readonly Fix[] {
  const around = surroundings(place);
  const [address = '', mask] = text.split('/');
  const found = ipAddressIn(address.trim());
  if (found === undefined || around === undefined || around.nested || !around.alone) return [];
  const full = typeof found === 'number' ? '32' : '128';
  if (mask !== undefined && mask.trim() !== full) return [];
  const plain = JSON.stringify(address.trim());
  return [
    safe(
      `write ${shown(plain)}, which every spelling of the address is equal to`,
      replace(around.condition.node, plain),
    ),
  ];
}

/** A plain string, which means the same unless it is an address. */
export function plainFixes(place: Place): readonly Fix[] {
  const around = surroundings(place);
  const { node } = place;
  if (around === undefined || around.nested || !around.alone) return [];
  if (node.kind !== 'string' || ipAddressIn(node.value) !== undefined) return [];
  const text = JSON.stringify(node.value);
  return [safe(`write ${shown(text)}`, replace(around.condition.node, text))];
}
