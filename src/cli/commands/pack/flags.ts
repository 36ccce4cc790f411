/** The flags and the help of `pack`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format, inGroup, language, RUN, skipping } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { PackOptions } from './run.ts';

export function addPack(registry: Registry): void {
  addCommand(registry, {
    name: 'pack',
    description: 'check patterns and put them into one file',
    arguments: [new Argument('<pattern...>', 'folders of patterns, files, or file#address')],
    options: [
      ...inGroup(
        RUN,
        new Option('-o, --output <file>', 'the file to write, or - for standard output').makeOptionMandatory(),
      ),
      format(),
      ...skipping(),
      ...language(),
    ],
    notes: NOTES,
    examples: ['pack patterns -o set.json', 'route set.json events.ndjson --summary'],
    run: async (options: PackOptions, patterns: readonly string[]) =>
      (await import('./run.ts')).pack(patterns, options, registry.session),
  });
}

const NOTES = `
The file takes the place of the folder in every command, with the same ids, and
is read several times as fast. It holds the dialect, the extensions and a hash;
a file that was edited is checked again when it is read. Equal patterns make
equal bytes. Nothing is written when a pattern is not valid.`;
