import { expect, it } from 'vitest';
import { budgetOf } from '../../src/pattern/value/budget.ts';
import { type StringSet, stringsWhere } from '../../src/pattern/value/strings.ts';
import { intersection, isEmpty, nothing, otherScalars } from '../../src/pattern/value/value-set.ts';

/** All ways to write an address in parts of up to three digits. */
function spellings(address: string): string[] {
  return address
    .split('.')
    .map((part) => [...new Set([part, part.padStart(2, '0'), part.padStart(3, '0')])])
    .reduce(
      (texts, parts) => texts.flatMap((text) => parts.map((part) => (text === '' ? part : `${text}.${part}`))),
      [''],
    );
}

const set = (strings: StringSet) => ({ ...nothing, strings });
const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const blocks = [
  ['10.0.0.1'],
  ['10.0.0.254', '10.0.0.255', '10.0.1.0'],
  ['9.255.255.255', '10.0.0.0'],
  ['0.0.0.9', '0.0.0.10'],
  ['199.255.255.255', '200.0.0.0'],
];
const beginnings = [
  ...new Set([
    ...blocks
      .flat()
      .flatMap((address) => spellings(address).flatMap((text) => [...text].map((_, i) => text.slice(0, i + 1)))),
    ...['1.', '1.0', '01.', '11.', '012.', '300.', '0000.', '10..', '.', 'a.', '10.a', '1000.', '201.0'],
  ]),
];

it('an address with leading zeros begins with a text exactly if one of its spellings does', () => {
  for (const block of blocks) {
    const [first, last] = [numberOf(block[0] as string), numberOf(block.at(-1) as string)];
    const inside = set(stringsWhere({ kind: 'addresses', first, last, zeros: true }));
    const texts = block.flatMap(spellings);
    for (const text of beginnings) {
      const begun = set(stringsWhere({ kind: 'beginning', text }));
      const some = texts.some((one) => one.startsWith(text));
      const all = texts.every((one) => one.startsWith(text));
      expect(isEmpty(intersection([inside, begun]), budgetOf()), `${block} and ${text}`).toBe(!some);
      expect(isEmpty(intersection([inside, otherScalars(begun)]), budgetOf()), `${block} but ${text}`).toBe(all);
    }
  }
});
