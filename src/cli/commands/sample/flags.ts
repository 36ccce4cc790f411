/** The flags and the help of `sample`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { countOf, EVENTS, inGroup, language, PATTERN, REPORT } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { SampleOptions } from './run.ts';

export function addSample(registry: Registry): void {
  addCommand(registry, {
    name: 'sample',
    description: 'generate events that match a pattern',
    arguments: [new Argument('<pattern>', PATTERN)],
    options: [
      ...inGroup(
        EVENTS,
        countOf('-n, --count <n>', 'how many events; of a suite, so many of each kind', 100_000).default(5),
        countOf('--seed <n>', 'other events; the same seed gives the same ones', 2 ** 31),
        new Option('--base <event>', 'make the events from this one, and change only what the pattern asks for'),
        new Option('--near-miss', 'print events that do not match, though all fields but one hold'),
      ),
      ...inGroup(
        REPORT,
        new Option('--as-suite', 'print a suite with events of both kinds, which `test` runs').conflicts('nearMiss'),
        new Option('-o, --output <file>', 'write to a new file; a suite then names the pattern from its own folder'),
      ),
      ...language(),
    ],
    notes: '\nExit codes: 1 when there is no such event, else 0.',
    examples: [
      'sample pattern.json -n 20',
      'sample pattern.json --near-miss',
      'sample pattern.json --base event.json',
      'sample rules/a.json --as-suite --output rules/a.eb-test.yaml',
    ],
    run: async (options: SampleOptions, name: string) =>
      (await import('./run.ts')).sample(name, options, registry.session),
  });
}
