/** The flags and the help of `convert`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { extension, format, inGroup, PATTERN, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { ConvertOptions } from './run.ts';

export function addConvert(registry: Registry): void {
  addCommand(registry, {
    name: 'convert',
    description: 'write a pattern in the language of another cloud',
    arguments: [new Argument('<pattern>', PATTERN)],
    options: [
      ...inGroup(
        RUN,
        new Option('--to <name>', 'the language to write it in').choices(['aliyun', 'aws']).makeOptionMandatory(),
        new Option('--differences', 'say for which events the two verdicts differ'),
      ),
      extension(),
      format(),
    ],
    notes: `
It is read in the other one of the two languages. \`detail\` becomes \`data\`,
\`detail-type\` becomes \`type\`, and so on.

Exit codes: 1 when something cannot be said in the other language, else 0.`,
    examples: ['convert pattern.json --to aws', 'convert template.yaml#Orders --to aliyun'],
    run: async (options: ConvertOptions, name: string) =>
      (await import('./run.ts')).convert(name, options, registry.session),
  });
}
