/** Config files in YAML: an empty value sets nothing, and values of anchors and merge keys are validated in place. */
import { expect, test } from 'vitest';
import { run } from '../run-main.ts';

const NAME = 'eb-pattern.config.yaml';
const check = (config: string) => run(['check', 'p.json'], { files: { [NAME]: config, 'p.json': '{"source":["a"]}' } });

test.each(['', '\n\n', '# dialect: rocketmq\n', '---\n', '---\n# nothing\n'])('%j sets nothing', async (config) => {
  expect(await check(config)).toMatchObject({ code: 0, err: '' });
});

test.each(['~', 'null', '[]', 'text'])('%j is not a map, and is refused', async (config) => {
  expect(await check(config)).toMatchObject({ code: 2, out: '' });
});

const MERGED: Record<string, (member: string) => string> = {
  'by a merge key': (member) => `stream:\n  <<: {${member}}\n`,
  'by a list of maps': (member) => `stream:\n  <<: [{${member}}]\n`,
  'by an alias of a merge key': (member) => `severities: &x\n  ${member}\nstream:\n  <<: *x\n`,
  'by an alias of a whole map': (member) => `severities: &x {${member}}\nstream: *x\n`,
  'by a merge key of the file': (member) => `<<: {stream: {${member}}}\n`,
  'by an alias of its name': (member) => {
    const [name = '', value = ''] = member.split(': ');
    return `dialect: &n ${name}\nstream:\n  *n : ${value}\n`;
  },
};

const members = ['endpoint: https://evil.example', 'transport: rest', 'region: cn-evil'];
const cases = members.flatMap((member) => Object.entries(MERGED).map(([how, write]) => [member, how, write] as const));

test.each(cases)('%s is refused %s', async (member, _, write) => {
  const name = member.split(':')[0];
  const { code, out, err } = await check(write(member));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const plain = await check(`stream:\n  ${member}\n`);
  expect(plain.code).toBe(2);
  // The same sentence, at another place.
  const sentence = (text: string): string => text.replace(/^eb-pattern: \S+ /, '');
  expect(err.split('\n').map(sentence)).toContain(sentence(plain.err).trim());
  expect(plain.err).toContain(`stream.${name}`);
});
