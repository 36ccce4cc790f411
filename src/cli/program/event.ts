/** The flags and the help of the commands on one pattern and its events: `match` and `explain`. */
import { Option } from 'commander';
import type { ExplainOptions } from '../commands/explain.ts';
import type { MatchOptions } from '../commands/match.ts';
import { EVENT, examples, format, inGroup, language, PATTERN_OR_FOLDER, RUN, withOptions } from './options.ts';
import { commandOf, type Registry } from './registry.ts';
import { settleFirst } from './settings.ts';

export function addEvent({ program, session, act }: Registry): void {
  const match = program.command('match').description('test whether events match a pattern');
  withOptions(
    match,
    ...inGroup(
      RUN,
      new Option('--any', 'one event that matches is enough'),
      new Option('--ndjson', 'files have an event on each line'),
      new Option(
        '--on-service',
        'ask the service, as `stream match` does with its flags; each event is a billed request',
      ),
    ),
    format(),
  );
  language(match)
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('<event...>', EVENT)
    .action(
      act(async (options: MatchOptions & { onService?: true }, pattern: string, events: readonly string[]) => {
        if (options.onService !== true) {
          return (await import('../commands/match.ts')).match(pattern, events, options, session);
        }
        // Where the service is, the settings of streams say.
        await settleFirst(commandOf(program, 'stream', 'match'), session);
        return (await import('../commands/stream/match.ts')).match(pattern, events, options, session);
      }),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --any'));

  const explain = program.command('explain').description('explain why an event matches or not');
  withOptions(
    explain,
    new Option('--ndjson', 'the file has an event on each line, and each is explained').helpGroup(RUN),
    format(),
  );
  language(explain)
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('<event>', EVENT)
    .action(
      act(async (options: ExplainOptions, pattern: string, event: string) =>
        (await import('../commands/explain.ts')).explain(pattern, event, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples(
        'explain pattern.json event.json',
        'explain patterns event.json',
        'explain pattern.json - < event.json',
        'explain pattern.json events.ndjson --ndjson',
      ),
    );
}
