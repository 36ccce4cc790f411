/** Fixes for addresses and blocks of addresses. */

import type { JsonNode } from '../json/node.ts';
import type { Fix, Place } from '../place.ts';
import { blocksOf, LONGEST_BLOCK, readAddress, readBlock } from '../value/addresses.ts';
import { choice, replace, safe } from './edits.ts';
import { conditionText, replacementFixes } from './replacement.ts';

/** The maximum number of blocks that a range is divided into. */
const MANY = 5;

/** `zeros`: whether leading zeros are accepted; `whole`: whether a block contains its first and last address. */
export function blockFixes(
  place: Place,
  text: string,
  dialect: { readonly zeros: boolean; readonly whole: boolean },
): readonly Fix[] {
  if (text.length > LONGEST_BLOCK) return [];
  const trimmed = text.trim();
  if (trimmed !== text && isBlock(trimmed, dialect.zeros)) return [rewritten(place, [trimmed], safe)];
  const [from, to, ...more] = trimmed.split(/-|\.\.\.?|–|to/).map((part) => readAddress(part.trim(), false));
  if (from !== undefined && to !== undefined && more.length === 0) {
    const blocks = blocksOf(from, to, MANY);
    if (blocks === undefined) return [];
    return inBlocks(place, blocks, dialect.whole);
  }
  const [address = '', mask, ...rest] = trimmed.split('/');
  if (rest.length > 0) return [];
  const bits = mask === undefined ? undefined : bitsOf(mask);
  if (bits !== undefined && readAddress(address, dialect.zeros) !== undefined)
    return [rewritten(place, [`${address}/${bits}`], safe)];
  if (mask === undefined && /^(?:\d{1,3}\.){1,3}(?:\*\.?){1,3}$/.test(address)) return openFixes(place, address);
  if (/^(?:\d{1,3}\.){1,2}\d{1,3}$/.test(address) && mask !== undefined) {
    const padded = `${address}${'.0'.repeat(4 - address.split('.').length)}/${mask}`;
    return isBlock(padded, false) ? [rewritten(place, [padded], choice)] : [];
  }
  const decimal = trimmed.replace(/(^|\.)0+(?=\d)/g, '$1');
  return decimal !== trimmed && isBlock(decimal, false)
    ? [
        choice(
          `write ${JSON.stringify(decimal)}, if the parts are decimal`,
          replace(place.node, JSON.stringify(decimal)),
        ),
      ]
    : [];
}

function isBlock(text: string, zeros: boolean): boolean {
  return !('kind' in readBlock(text, zeros));
}

/** `10.0.0.*` is a block of 24 bits. */
function openFixes(place: Place, address: string): readonly Fix[] {
  const parts = address.split('.').filter((part) => part !== '*' && part !== '');
  const text = `${[...parts, '0', '0', '0'].slice(0, 4).join('.')}/${8 * parts.length}`;
  return isBlock(text, false) ? [rewritten(place, [text], safe)] : [];
}

/** `255.255.255.0` is 24 bits; undefined for masks with gaps. */
function bitsOf(mask: string): number | undefined {
  const address = readAddress(mask, false);
  if (address === undefined) return undefined;
  const bits = 32 - Math.log2(2 ** 32 - address);
  return Number.isInteger(bits) ? bits : undefined;
}

function inBlocks(place: Place, blocks: readonly string[], whole: boolean): readonly Fix[] {
  const [only] = blocks;
  if (blocks.length === 1 && only !== undefined) return [rewritten(place, blocks, whole ? safe : choice)];
  const conditions = blocks.map((block) => conditionText('cidr', JSON.stringify(block)));
  return replacementFixes(place, [
    { conditions, accepts: 'same', ...(whole ? {} : { note: ' without the ends of each block' }) },
  ]);
}

function rewritten({ node }: Place, [block]: readonly string[], make: typeof safe): Fix {
  const text = JSON.stringify(block);
  return make(`write ${text}`, replace(node, text));
}

/** A list of blocks is rewritten as several conditions. */
export function blockListFixes(place: Place): readonly Fix[] {
  const { node } = place;
  const texts = node.kind === 'array' ? node.items.map((item) => (item.kind === 'string' ? item.value : '')) : [];
  if (texts.length === 0 || texts.includes('')) return [];
  if (texts.length === 1)
    return [safe(`write ${JSON.stringify(texts[0])} without the brackets`, replace(node, JSON.stringify(texts[0])))];
  return replacementFixes(place, [
    { conditions: texts.map((text) => conditionText('cidr', JSON.stringify(text))), accepts: 'same' },
  ]);
}

/** `text` is the block as written in the node. */
export function hostBitFixes(node: JsonNode, text: string, block: string): readonly Fix[] {
  const address = text.slice(0, text.indexOf('/'));
  return [
    safe(`write ${JSON.stringify(block)}, which is the same block`, replace(node, JSON.stringify(block))),
    choice(`write ${JSON.stringify(address)} for this address alone`, replace(node, JSON.stringify(address))),
  ];
}
