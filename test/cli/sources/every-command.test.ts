/** Every command that reads patterns, on every kind of source: an answer, or a message with advice. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from '../run-main.ts';

const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url));
const fixture = (name: string): string => readFileSync(FOLDER + name, 'utf8').replaceAll('prefx', 'prefix');

const PATTERN = '{"source":["shop"]}';
const request = (name: string): string => JSON.stringify({ Name: 'n', [name]: PATTERN });

/** File name, its text, and the address of one of its patterns; no address when the file is the pattern. */
const sources: readonly (readonly [string, string, string?])[] = [
  ['p.json', PATTERN],
  ['p.jsonc', `// why\n${PATTERN}`],
  ['p.yaml', 'source: [shop]\n'],
  ['p.pattern.yml', 'source: [shop]\n'],
  ['two.yaml', 'source: [shop]\n---\ntype: [paid]\n', '2'],
  ['plan.json', fixture('plan.json'), 'alicloud_event_bridge_rule.orders'],
  [
    'state.json',
    fixture('state.json').replaceAll('pr\\u0065fx', 'prefix'),
    'alicloud_event_bridge_rule.by_shop["a.b"]',
  ],
  ['ros.json', fixture('ros.json'), 'Orders'],
  ['ros.yaml', fixture('ros.yaml'), 'Orders'],
  ['s.yaml', fixture('s.yaml'), 'resize.single'],
  ['s-fc.yaml', fixture('s-fc.yaml'), 'resize.eb'],
  ['stack.json', fixture('stack.json'), 'urn:pulumi:prod::shop::alicloud:eventbridge/rule:Rule::orders'],
  ['cloudformation.yaml', fixture('cloudformation.yaml'), 'Resize.Uploads'],
  ['serverless.yml', fixture('serverless.yml'), 'resize.1'],
  ['rules.tf', fixture('rules.tf'), 'aws_cloudwatch_event_rule.uploads'],
  ...[
    'EventPattern',
    'eventPattern',
    'event_pattern',
    'FilterPattern',
    'filterPattern',
    'filter_pattern',
    'eventRuleFilterPattern',
  ].map((name) => [`${name}.json`, request(name), `/${name}`] as const),
];

const suite = (name: string): string =>
  `pattern: '${name}'\ntests: [{name: none, event: {source: '', type: '', data: {}}, match: false}]\n`;

/** Patterns of two languages make no set. */
function isOfAws(name: string): boolean {
  return /^(?:cloudformation|serverless|rules\.tf|event_?pattern)/i.test(name);
}

/** The commands, each with its arguments for a pattern. */
const commands: readonly (readonly [string, (name: string) => readonly string[]])[] = [
  ['check', (name) => ['check', name]],
  ['match', (name) => ['match', name, 'event.json']],
  ['explain', (name) => ['explain', name, 'event.json']],
  ['route', (name) => ['route', name, 'event.json']],
  ['filter', (name) => ['filter', name, 'event.json']],
  ['filter -p', (name) => ['filter', isOfAws(name) ? 'first/aws.json' : 'first/all.json', '-p', name, 'event.json']],
  ['diff', (name) => ['diff', name, name]],
  ['overlap', (name) => ['overlap', name]],
  ['sample', (name) => ['sample', name]],
  ['sample --as-suite', (name) => ['sample', name, '--as-suite']],
  ['test', () => ['test', 'x.eb-test.yaml', '--coverage', '--mutate']],
];

const cwd = folderWith({
  'first/all.json': '{}',
  'first/aws.json': request('EventPattern'),
  'event.json': '{"source":"nobody"}',
  ...Object.fromEntries(sources.map(([a, b]) => [a, b])),
});
const git = (...args: readonly string[]): void => {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd });
};
git('init', '-q');
git('add', '.');
git('commit', '-qm', 'all');
const env = { PATH: process.env.PATH ?? '' };

async function ask(argv: readonly string[], name: string): Promise<{ readonly code: number; readonly told: string }> {
  writeFileSync(join(cwd, 'x.eb-test.yaml'), suite(name));
  const { code, out, err } = await run(argv, { cwd, env });
  expect(err + out, argv.join(' ')).not.toMatch(/\n {4}at |internal error|a bug of/i);
  return { code, told: err };
}

/** Commands that read all patterns of a document; the others need one. */
const ALL = new Set(['check', 'route', 'filter', 'filter -p', 'diff', 'overlap']);

describe.each(sources.map(([file, , address]) => ({ file, address })))('$file', ({ file, address }) => {
  it.each(commands)('is accepted by %s', async (command, argv) => {
    const one = address === undefined ? file : `${file}#${address}`;
    // All commands read names by the same code; for git three of them suffice: one that reads one pattern, one that reads many, and a
    // suite.
    const names = ['check', 'explain', 'test'].includes(command) ? [one, `git:HEAD:${one}`] : [one];
    for (const name of names) {
      const { code, told } = await ask(argv(name), name);
      expect({ name, told }).toEqual({ name, told: '' });
      expect([0, 1], name).toContain(code);
    }
  });

  it.each(commands)('is accepted as a whole by %s, or refused with advice', async (command, argv) => {
    const { code, told } = await ask(argv(file), file);
    if (code < 2) return;
    const several = /holds \d+ patterns; say which: `#/.test(told);
    const unknown = /is (?:not known|left out): /.test(told);
    expect({ told, ok: ALL.has(command) ? unknown : several || unknown }).toMatchObject({ ok: true });
  });
});
