/** The flags and the help of `sample`. */
import { Option } from 'commander';
import { counted } from '../../flags/numbers.ts';
import { EVENTS, examples, inGroup, language, PATTERN, REPORT, withOptions } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { SampleOptions } from './run.ts';

export function addSample({ program, session, act }: Registry): void {
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
      act(async (options: SampleOptions, name: string) => (await import('./run.ts')).sample(name, options, session)),
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
