/** The flags and the help of `overlap`. */
import { Option } from 'commander';
import { counted } from '../../flags/numbers.ts';
import {
  examples,
  format,
  inGroup,
  language,
  REPORT,
  RUN,
  repeated,
  skipping,
  withOptions,
} from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { OverlapOptions } from './run.ts';

export function addOverlap({ program, session, act }: Registry): void {
  const overlap = program.command('overlap').description('find patterns that one event can match');
  withOptions(
    overlap,
    ...inGroup(
      RUN,
      new Option('--allow <a,b>', 'two patterns that may overlap, by their ids (repeatable)').argParser(repeated),
      new Option('--arrays', 'count events whose fields hold arrays too; then every pair is tried'),
    ),
    format('human', 'json', 'html', 'dot'),
    new Option('--limit <n>', 'how many pairs are listed (default: 20 for people, else 1000)')
      .argParser((text: string) => counted(text))
      .helpGroup(REPORT),
    ...skipping(),
  );
  language(overlap)
    .argument(
      '<folder...>',
      'folders of patterns, files, or file#address; the id of a pattern is its path, without the extension',
    )
    .action(
      act(async (options: OverlapOptions, names: readonly string[]) =>
        (await import('./run.ts')).overlap(names, options, session),
      ),
    )
    .addHelpText('after', OVERLAP_NOTES)
    .addHelpText(
      'after',
      examples(
        'overlap patterns',
        'overlap patterns --allow orders,all',
        'overlap plan.json',
        'overlap patterns --format html > overlaps.html',
      ),
    );
}

const OVERLAP_NOTES = `
Exit codes: 1 when two patterns overlap and are not allowed to, 2 when that is
not known, else 0.`;
