import { expect, it } from 'vitest';
import { type Glob, readGlob } from '../../src/pattern/value/glob.ts';
import { globComplexity } from '../../src/pattern/value/glob-complexity.ts';

const partsOf = (text: string): Glob => (readGlob(text) as { readonly parts: Glob }).parts;

// The numbers of event-ruler's evaluator, as the definition names them.
it.each([
  [['*'], 2],
  [['*a*'], 3],
  [['a*b*c'], 3],
  [['*/dir/*'], 4],
  [['*:*:*:*:*:event-bus/*'], 11],
  [['/Users/*/dir/dir/dir/dir/dir/doc.txt'], 7],
])('%j has the complexity %i', (texts, complexity) => {
  expect(globComplexity(texts.map(partsOf))).toBe(complexity);
});

it('adds up several wildcards', () => {
  const stacks = ['a', 'b', 'c'].map((name) => partsOf(`*:stack/${name}/*`));
  expect(globComplexity(stacks)).toBe(9);
  expect(globComplexity([...stacks, partsOf('*:stack/d/*')])).toBe(12);
});
