/** The flags and the help of the commands on what patterns mean: `diff`, `overlap` and `sample`. */
import { Option } from 'commander';
import type { DiffOptions } from '../commands/diff.ts';
import type { OverlapOptions } from '../commands/overlap.ts';
import type { SampleOptions } from '../commands/sample.ts';
import { counted } from './numbers.ts';
import {
  EVENTS,
  examples,
  format,
  gates,
  inGroup,
  language,
  listSkipped,
  PATTERN,
  REPORT,
  RUN,
  repeated,
  skipping,
  withOptions,
} from './options.ts';
import type { Registry } from './registry.ts';

export function addMeaning({ program, session, act }: Registry): void {
  const diff = program.command('diff').description('print the events that a change gains and loses');
  withOptions(diff, ...gates(), format('human', 'json', 'github', 'markdown'), listSkipped());
  language(diff)
    .argument('<old>', 'a file, a folder, file#address, git:REV:path, or - for standard input; a Terraform plan alone')
    .argument('[new]', 'the same, after the change')
    .action(
      act(async (options: DiffOptions, before: string, after: string | undefined) =>
        (await import('../commands/diff.ts')).diff(before, after, options, session),
      ),
    )
    .addHelpText('after', DIFF_NOTES)
    .addHelpText(
      'after',
      examples(
        'diff old.json new.json',
        'diff git:main:orders.json orders.json --no-narrower',
        'diff git:main:patterns patterns --format markdown',
        'diff plan.json',
      ),
    );

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
        (await import('../commands/overlap.ts')).overlap(names, options, session),
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

  const sample = program.command('sample').description('generate events that match a pattern');
  withOptions(
    sample,
    ...inGroup(
      EVENTS,
      new Option('-n, --count <n>', 'how many events; of a suite, so many of each kind')
        .argParser((text: string) => counted(text, 100_000))
        .default(5),
      new Option('--seed <n>', 'other events; the same seed gives the same ones').argParser((text: string) =>
        counted(text, 2 ** 31),
      ),
      new Option('--base <event>', 'make the events from this one, and change only what the pattern asks for'),
      new Option('--near-miss', 'print events that do not match, though all fields but one hold'),
    ),
    ...inGroup(
      REPORT,
      new Option('--as-suite', 'print a suite with events of both kinds, which `test` runs').conflicts('nearMiss'),
      new Option('-o, --output <file>', 'write to a new file; a suite then names the pattern from its own folder'),
    ),
  );
  language(sample)
    .argument('<pattern>', PATTERN)
    .action(
      act(async (options: SampleOptions, name: string) =>
        (await import('../commands/sample.ts')).sample(name, options, session),
      ),
    )
    .addHelpText('after', '\nExit codes: 1 when there is no such event, else 0.')
    .addHelpText(
      'after',
      examples(
        'sample pattern.json -n 20',
        'sample pattern.json --near-miss',
        'sample pattern.json --base event.json',
        'sample rules/a.json --as-suite --output rules/a.eb-test.yaml',
      ),
    );
}

const OVERLAP_NOTES = `
Exit codes: 1 when two patterns overlap and are not allowed to, 2 when that is
not known, else 0.`;

const DIFF_NOTES = `
Folders are compared file by file, documents with several patterns address by
address, and a Terraform plan alone as it is before and after it is applied. A
pattern is added, removed, narrower, wider, changed both ways, unknown, not
valid or equal in meaning. Events are shown as JSON, and what keeps them from
matching is marked.

Exit codes: 1 when a gate fails; 2 when a gate cannot be decided, or a new
pattern is not valid; else 0.`;
