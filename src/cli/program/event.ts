/** The flags and the help of the commands on one pattern and its events: `match` and `explain`. */
import type { ExplainOptions } from '../commands/explain.ts';
import type { MatchOptions } from '../commands/match.ts';
import { EVENT, examples, format, language, PATTERN_OR_FOLDER } from './options.ts';
import type { Registry } from './registry.ts';

export function addEvent({ program, session, act }: Registry): void {
  language(program.command('match').description('say whether events match a pattern'))
    .addOption(format())
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('<event...>', EVENT)
    .option('--any', 'one event that matches is enough')
    .action(
      act(async (options: MatchOptions, pattern: string, events: readonly string[]) =>
        (await import('../commands/match.ts')).match(pattern, events, options, session),
      ),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --any'));

  language(program.command('explain').description('say why an event matches a pattern or does not'))
    .addOption(format())
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('<event>', EVENT)
    .action(
      act(async (options: ExplainOptions, pattern: string, event: string) =>
        (await import('../commands/explain.ts')).explain(pattern, event, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples('explain pattern.json event.json', 'explain patterns event.json', 'explain pattern.json - < event.json'),
    );
}
