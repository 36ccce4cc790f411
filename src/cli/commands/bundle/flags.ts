/** The flags and the help of `bundle`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { inGroup, language, RUN, skipping } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { BundleOptions } from './run.ts';

export function addBundle(registry: Registry): void {
  addCommand(registry, {
    name: 'bundle',
    description: 'put patterns, this program and Node into an archive for a cluster',
    arguments: [
      new Argument('<engine>', 'what runs it').choices(['spark']),
      new Argument('<pattern...>', 'folders of patterns, files, or file#address'),
    ],
    options: [
      ...inGroup(
        RUN,
        new Option('-o, --output <file>', 'the archive to write, such as eb.tgz').makeOptionMandatory(),
        new Option('--old <pattern>', 'for backtest: the patterns before the change, as for pack or git:REV:path'),
        new Option('--node <file>', 'the program of Node for the machines of the cluster (default: the running one)'),
      ),
      ...skipping(),
      ...language(),
    ],
    notes: NOTES,
    examples: ['bundle spark patterns -o eb.tgz', 'bundle spark patterns --old git:main:patterns -o eb.tgz'],
    run: async (options: BundleOptions, _engine: 'spark', patterns: readonly string[]) =>
      (await import('./run.ts')).bundle(patterns, options, registry.session),
  });
}

const NOTES = `
The machines of the cluster need neither Node nor eb-pattern. The archive holds
a Python file that runs the job; its head says how:

  $ tar xzf eb.tgz eb_spark.py
  $ spark-submit --archives eb.tgz#eb eb_spark.py filter|tally|backtest LIST OUT

For a cluster of another platform, npm's package \`node\` has the program:
npm i --cpu arm64 --os linux node@22, and --node node_modules/node/bin/node.`;
