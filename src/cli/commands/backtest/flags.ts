/** The flags and the help of `backtest`. */
import { Argument } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format, gates, inGroup, LINES, language, listSkipped, REPORT, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { eventOptions, filesFrom, jobs, manifest, quiet } from '../../lines/flags.ts';
import type { BacktestOptions } from './run.ts';

export function addBacktest(registry: Registry): void {
  addCommand(registry, {
    name: 'backtest',
    description: 'count the events that a change gains and loses',
    arguments: [
      new Argument('<old>', 'a file, a folder, a packed set, file#address, or git:REV:path'),
      new Argument('<new>', 'the same, after the change'),
      new Argument('[event...]', `${LINES} (default: standard input)`),
    ],
    options: [
      ...gates(),
      jobs().helpGroup(RUN),
      ...filesFrom(),
      ...eventOptions(),
      format(),
      ...inGroup(REPORT, manifest(), quiet()),
      listSkipped(),
      ...language(),
    ],
    notes: NOTES,
    examples: [
      'backtest old.json new.json november/*.ndjson.gz',
      'backtest git:main:patterns patterns e.ndjson --no-wider',
    ],
    run: async (options: BacktestOptions, before: string, after: string, events: readonly string[]) =>
      (await import('./run.ts')).backtest(before, after, events, options, registry.session),
  });
}

const NOTES = `
Counts what the events show, beside what diff proves about all events. Patterns
of folders, documents and packed sets are compared by their ids. The first three
events that a pattern loses and gains are shown with file and line.

Exit codes: 1 when a gate fails on these events; 2 when a new pattern is not
valid or not known, or an event cannot be read; else 0.`;
