/** Law: twice the size of a hostile text costs at most 2.2 times the steps. */
import { describe, expect, it } from 'vitest';
import { complete, parsePartial, readPartialJson } from '../../src/editor/index.ts';
import { countEach } from '../support/steps.ts';

const deep = 900;
const families: Readonly<Record<string, (size: number) => string>> = {
  'opening brackets': (size) => '['.repeat(size),
  'opening braces': (size) => '{"a":'.repeat(size),
  'closing brackets': (size) => `{"a":[${']}'.repeat(size)}`,
  'brackets that do not fit': (size) => '[}'.repeat(size),
  'arrays that stay open before a name': (size) => `{${'"a":[['.repeat(size)}`,
  'a long name behind open arrays': (size) => `{"a":${'['.repeat(deep)}"${'b'.repeat(size)}"${' '.repeat(size)}:1}`,
  'deep arrays, one after the other': (size) => `[${`${'['.repeat(1200)}${']'.repeat(1200)},`.repeat(size / 1000)}`,
  commas: (size) => `[${','.repeat(size)}`,
  colons: (size) => `{"a"${':'.repeat(size)}`,
  quotes: (size) => '"'.repeat(size),
  'single quotes': (size) => `'a`.repeat(size),
  'escaped quotes': (size) => '\\"'.repeat(size),
  'quotes that are never closed': (size) => '“\\'.repeat(size),
  backslashes: (size) => `"${'\\'.repeat(size)}`,
  'comments without an end': (size) => '/*'.repeat(size),
  words: (size) => 'ab '.repeat(size),
  'half words': (size) => 'ab/'.repeat(size),
  'minus signs': (size) => '-'.repeat(size),
  'members without values': (size) => `{${'"a" '.repeat(size)}`,
  'conditions that miss something': (size) => `{"data":{"a":[${'{"prefix":"a"},{"prefx"},'.repeat(size / 10)}`,
  'one name, again and again': (size) => `{"data":{${'"a":["x"],'.repeat(size / 10)}`,
};

describe.each(Object.entries(families))('%s', (_, text) => {
  it.each([
    ['readPartialJson', readPartialJson],
    ['parsePartial', parsePartial],
    ['complete', (text: string) => complete(text, text.length, { events: [text] })],
  ] as const)('cost %s a linear number of steps', async (_name, read) => {
    read(text(1000));
    const works = [4000, 8000].map((size) => () => read(text(size)));
    const [once, twice] = (await countEach(works, { iterations: true })) as [number, number];
    expect(twice / once).toBeLessThan(2.2);
  });
});
