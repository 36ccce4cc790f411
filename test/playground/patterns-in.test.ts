/** Text pasted for the pattern: JSON, YAML, strings, and documents that contain patterns. */
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parsePattern } from '../../src/index.ts';
import { patternsIn } from '../../src/playground/later/patterns-in.ts';
import { yamlTexts } from '../../src/playground/later/yaml.ts';

const ONE = '{"source": ["acs.oss"]}';
const PRETTY = '{\n  "source": ["acs.oss"]\n}\n';
const OTHER = { data: { total: [{ numeric: ['>', 1] }] } };

const found = (text: string) => patternsIn(text, (one) => parsePattern(one).pattern !== undefined);
const addresses = (text: string) => found(text).patterns.map(({ address }) => address);
const texts = (text: string) => found(text).patterns.map(({ text: own }) => JSON.parse(own));

describe('a pattern', () => {
  it.each([
    ['JSON', ONE, PRETTY],
    ['JSON on several lines', PRETTY, PRETTY],
    ['a string', JSON.stringify(ONE), PRETTY],
    ['an escaped string', JSON.stringify(ONE).slice(1, -1), PRETTY],
    ['YAML', 'source:\n  - acs.oss\n', PRETTY],
    ['YAML with a head', '# the rule\n---\nsource: [acs.oss]\n', PRETTY],
    ['broken JSON', '{"source": ["a"', '{"source": ["a"'],
    ['JSON with single quotes', "{'source': ['a']}", "{'source': ['a']}"],
    ['a field that has the name of patterns', '{"data": {"FilterPattern": ["x"]}}', undefined],
    ['words', 'hello', 'hello'],
    ['nothing', '', ''],
  ])('is read from %s', (_, text, pattern) => {
    const { patterns, problem } = found(text);
    expect(problem).toBeUndefined();
    expect(patterns).toHaveLength(1);
    expect(patterns[0]?.address).toBe('');
    if (pattern !== undefined) expect(patterns[0]?.text).toBe(pattern);
  });

  it('keeps its number texts in YAML, too', () => {
    expect(found('data:\n  n: [300.0, 1e3, -0.10, 12345678901234567890]\n').patterns[0]?.text).toContain(
      '[300.0, 1e3, -0.10, 12345678901234567890]',
    );
  });
});

describe('the patterns of a document', () => {
  const rules = { Resources: { a: { FilterPattern: ONE }, b: { Properties: { filterPattern: OTHER } } } };

  it.each([
    ['JSON', JSON.stringify(rules)],
    ['YAML', stringify(rules)],
  ])('are found in %s, as text and as objects', (_, text) => {
    expect(addresses(text)).toEqual(['/Resources/a/FilterPattern', '/Resources/b/Properties/filterPattern']);
    expect(texts(text)).toEqual([JSON.parse(ONE), OTHER]);
  });

  it('are found in strings that contain JSON', () => {
    const text = JSON.stringify({ config: JSON.stringify({ trigger: JSON.stringify({ filterPattern: OTHER }) }) });
    expect(addresses(text)).toEqual(['/config/trigger/filterPattern']);
    expect(texts(text)).toEqual([OTHER]);
  });

  it('are found in a list, in several YAML documents, and in suites', () => {
    expect(addresses(`[${ONE}, ${ONE}]`)).toEqual(['/0', '/1']);
    expect(addresses('source: [a]\n---\nsource: [b]\n')).toEqual(['document 1', 'document 2']);
    expect(addresses(`pattern: '${ONE}'\ntests: []\n`)).toEqual(['/pattern']);
    expect(addresses('patterns:\n  a: {source: [a]}\n  b: \'{"source": ["b"]}\'\ntests: []\n')).toEqual([
      '/patterns/a',
      '/patterns/b',
    ]);
  });
});

describe('YAML', () => {
  it.each([
    ['an alias without an end', 'a: &a [*a]'],
    [
      'aliases that multiply',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.replace(/./g, (name) => {
        const before = String.fromCharCode(name.charCodeAt(0) - 1);
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]\n`;
      })}`,
    ],
    ['depth', `a:\n${Array.from({ length: 5000 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`],
    ['many brackets', `a: ${'['.repeat(100_000)}`],
    ['a number that JSON has not', 'a: .inf'],
    ['a tag', 'a: !Ref name'],
    ['two members of one name', 'a: 1\na: 2'],
    ['a syntax error', 'a: [1\nb: 2'],
    ['too much', `a: ${'x'.repeat(400_000)}`],
  ])('is refused with a message for %s', (_, text) => {
    expect(yamlTexts(text)).toEqual({ problem: expect.stringMatching(/^[^\n]{5,300}$/) });
    expect(found(text).problem).not.toBe('');
  });

  it('merges maps, and reads `__proto__` as a plain name', () => {
    const read = yamlTexts('base: &b {x: 1}\nown:\n  <<: *b\n  __proto__: 2\n');
    expect(read).toEqual({ texts: ['{"base":{"x":1},"own":{"x":1,"__proto__":2}}'] });
  });
});
