/** The flags and the help of `route`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format, inGroup, LINES, language, REPORT, RUN, skipping } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { eventOptions, filesFrom, jobs, manifest, quiet } from '../../lines/flags.ts';
import type { RouteOptions } from './run.ts';

export function addRoute(registry: Registry): void {
  addCommand(registry, {
    name: 'route',
    description: 'print the patterns that events match',
    arguments: [
      new Argument(
        '<folder>',
        'a folder of patterns, a file, or file#address; the id of a pattern is its path, without the extension',
      ),
      new Argument('[event...]', `a file that holds an event, or ${LINES}`),
    ],
    options: [
      jobs().helpGroup(RUN),
      ...filesFrom(),
      ...eventOptions(),
      format(),
      ...inGroup(
        REPORT,
        new Option('--summary', 'count the events of each pattern, and name the patterns that nothing reached'),
        manifest(),
        quiet(),
      ),
      ...skipping(),
      ...language(),
    ],
    notes: NOTES,
    examples: ['route patterns event.json', 'route patterns events.ndjson --summary'],
    run: async (options: RouteOptions, folder: string, events: readonly string[]) =>
      (await import('./run.ts')).route(folder, events, options, registry.session),
  });
}

const NOTES = `
Patterns are those of .json, .jsonc, .yaml, .yml and .tf files, also of the
documents of other tools; there, the id is the file's, # and the address.

A file has an event on each line if it is named so (.ndjson, .jsonl). Of other
files the first value tells: it may be one event of many on lines, an array of
events, or one of several events one after the other. Else it is one event.`;
