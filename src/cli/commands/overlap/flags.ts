/** The flags and the help of `overlap`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { countOf, format, inGroup, language, REPORT, RUN, repeated, skipping } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { OverlapOptions } from './run.ts';

export function addOverlap(registry: Registry): void {
  addCommand(registry, {
    name: 'overlap',
    description: 'find patterns that one event can match',
    arguments: [
      new Argument(
        '<folder...>',
        'folders of patterns, files, or file#address; the id of a pattern is its path, without the extension',
      ),
    ],
    options: [
      ...inGroup(
        RUN,
        new Option('--allow <a,b>', 'two patterns that may overlap, by their ids (repeatable)').argParser(repeated),
        new Option('--arrays', 'count events whose fields hold arrays too; then every pair is tried'),
      ),
      format('human', 'json', 'html', 'dot'),
      countOf('--limit <n>', 'how many pairs are listed (default: 20 for people, else 1000)').helpGroup(REPORT),
      ...skipping(),
      ...language(),
    ],
    notes: NOTES,
    examples: [
      'overlap patterns',
      'overlap patterns --allow orders,all',
      'overlap plan.json',
      'overlap patterns --format html > overlaps.html',
    ],
    run: async (options: OverlapOptions, names: readonly string[]) =>
      (await import('./run.ts')).overlap(names, options, registry.session),
  });
}

const NOTES = `
Exit codes: 1 when two patterns overlap and are not allowed to, 2 when that is
not known, else 0.`;
