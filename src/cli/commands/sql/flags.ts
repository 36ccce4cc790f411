/** The flags and the help of `sql`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format, inGroup, language, PATTERN, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { SqlOptions } from './run.ts';

export function addSql(registry: Registry): void {
  addCommand(registry, {
    name: 'sql',
    description: 'print a condition for a database, which every match meets',
    arguments: [new Argument('<pattern>', PATTERN)],
    options: [
      ...inGroup(
        RUN,
        new Option('--target <engine>', 'the database')
          .choices(['duckdb', 'clickhouse', 'spark'])
          .makeOptionMandatory(),
        new Option('--column <name>', 'the column with the JSON text of an event').default('value'),
      ),
      format(),
      ...language(),
    ],
    notes: NOTES,
    examples: ['sql pattern.json --target duckdb', 'sql pattern.json --target clickhouse --column body'],
    run: async (options: SqlOptions, pattern: string) =>
      (await import('./run.ts')).sql(pattern, options, registry.session),
  });
}

const NOTES = `
The condition is necessary and not sufficient: it keeps every event that
matches, and some that do not. Comments name the fields for which it is wider.
Pass what it keeps to filter.`;
