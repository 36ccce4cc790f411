/** The help of every command: options in groups, one style for choices and defaults, lines that fit. */
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session/session.ts';
import { lines, run } from './run-main.ts';

const silent = { write: () => undefined };
const io = { stdin: (async function* () {})(), stdout: silent, stderr: silent, env: {}, cwd: '/' };
const program = buildProgram(openSession(io), () => async () => undefined);

interface Named {
  readonly name: string;
  readonly command: Command;
}

function all(command: Command, before: string): readonly Named[] {
  return command.commands.flatMap((one) => {
    const name = `${before}${one.name()}`;
    return [{ name, command: one }, ...all(one, `${name} `)];
  });
}

/** In the order of the help. */
const GROUPS = ['Run', 'Service', 'Events', 'Report', 'Gates', 'Folders', 'Coverage', 'Mutation', 'Language'];

const commands = all(program, '');

test('there are more than 25 commands', () => {
  expect(commands.length).toBeGreaterThan(25);
});

describe.each(commands)('$name --help', ({ name, command }) => {
  test.each(['', 'npx'])('fits into 80 columns when started by %j', async (npm_lifecycle_event) => {
    const { code, out, err } = await run([...name.split(' '), '--help'], { env: { npm_lifecycle_event } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lines(out).filter((line) => line.length > 80)).toEqual([]);
    expect(lines(out).filter((line) => line.startsWith('Global options: '))).toHaveLength(1);
    if (npm_lifecycle_event === 'npx') expect(out).not.toContain('$ eb-pattern');
  });

  test('groups its options', async () => {
    const { out } = await run([...name.split(' '), '--help']);
    const headings = lines(out).flatMap((line) => /^([A-Z][a-z]+):$/.exec(line)?.[1] ?? []);
    const groups = headings.filter((heading) => GROUPS.includes(heading));
    if (command.options.length > 1) expect(headings).not.toContain('Options');
    expect(new Set(groups).size).toBe(groups.length);
  });

  test('has -f for --format', () => {
    const format = command.options.find(({ long }) => long === '--format');
    if (format !== undefined) expect(format.short).toBe('-f');
  });

  test('shows choices and defaults after the description', async () => {
    const { out } = await run([...name.split(' '), '--help'], { columns: 1000 });
    for (const { long, argChoices, mandatory, required } of command.options) {
      const line = lines(out).find((one) => one.includes(`${long} `)) ?? '';
      if (argChoices === undefined) continue;
      const notes = mandatory && required ? '' : '; default: [^()]+';
      expect(line).toMatch(new RegExp(` \\(one of: ${argChoices.join(', ')}${notes}\\)$`));
    }
  });
});
