/** The flags and the help of `playground`. */
import { Argument, InvalidArgumentError, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { inGroup, language, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { PlaygroundOptions } from './run.ts';

export function addPlayground(registry: Registry): void {
  addCommand(registry, {
    name: 'playground',
    description: 'show a pattern and its events on a page',
    usage: '[options] [pattern] [event...]',
    arguments: [
      // One argument, since two would make the list of commands wider than a terminal.
      new Argument(
        '[file...]',
        'a pattern, then files that hold an event, an array of events, or an event on each line',
      ),
    ],
    options: [
      ...inGroup(
        RUN,
        new Option('--port <n>', 'the port of 127.0.0.1 (default: a free one)').argParser(port).conflicts('out'),
        new Option('--no-open', 'print the address, and open no browser'),
        new Option('--out <folder>', 'write the page to a folder, for any static host, and serve nothing'),
      ),
      ...language(),
    ],
    notes: NOTES,
    examples: [
      'playground',
      'playground pattern.json events/*.json',
      'playground pattern.json --no-open --port 4000',
      'playground --out public',
    ],
    run: async (options: PlaygroundOptions, [pattern, ...events]: readonly string[]) =>
      (await import('./run.ts')).playground(pattern, events, options, registry.session),
  });
}

function port(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 65_535) return value;
  throw new InvalidArgumentError('it is a whole number from 1 to 65535');
}

const NOTES = `
The page runs in the browser alone and sends nothing. What it begins with stands
behind # of its address, which browsers do not send.`;
