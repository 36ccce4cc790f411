/** `eb-pattern stream match`, and `match --on-service`: the service's own verdicts, each a billed request, beside those of this package. */
import { aws, compilePattern } from '../../index.ts';
import { Failure } from '../findings/failure.ts';
import { withEvent } from '../patterns/event.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../patterns/pattern.ts';
import type { Session } from '../session/session.ts';
import { eventIn } from '../sources/wrong-kind.ts';
import { NO, YES } from '../terminal/exit-code.ts';
import { printable } from '../terminal/terminal.ts';
import { type ServiceVerdict, streamMatchAnswer } from './answer.ts';
import { respond, withStream } from './context.ts';
import type { StreamFlags } from './settings.ts';

export interface StreamMatchFlags extends StreamFlags, Pick<LanguageOptions, 'dialect'> {
  readonly any?: boolean;
}

export function match(
  file: string,
  eventFiles: readonly string[],
  flags: StreamMatchFlags,
  session: Session,
): Promise<number> {
  return withStream(flags, session, async (context) => {
    const source = await session.patterns.one(file);
    // Such a request would be refused, or answered for another language.
    if ((source.dialect ?? flags.dialect) === 'aws') {
      throw new Failure({
        message: `\`${source.name}\` is a pattern of Amazon, and \`--on-service\` asks Alibaba Cloud; ${AT_AMAZON}`,
      });
    }
    const options = { extension: flags.extension, dialect: flags.dialect } as LanguageOptions;
    const matcher = compilePattern(validPattern(source, patternOptions(options)));
    // All events are read before the first request, so that unreadable ones cost nothing.
    const events = await Promise.all(eventFiles.map(async (name) => eventIn(await session.sources.read(name))));
    const offline = events.map((event) => withEvent(event, (text) => matcher.matchesJson(text)));
    const verdicts: ServiceVerdict[] = [];
    for (const [i, event] of events.entries()) {
      const { matches } = await context.client.testEventPattern(source.text, event.text);
      verdicts.push({ file: event.file, matches, offline: offline[i] === true });
    }
    respond(context, streamMatchAnswer, { pattern: source.name, events: verdicts }, () =>
      show(verdicts, context.session),
    );
    const hold = flags.any ? verdicts.some(({ matches }) => matches) : verdicts.every(({ matches }) => matches);
    return hold ? YES : NO;
  });
}

const AT_AMAZON = `call \`aws events test-event-pattern\` of the AWS CLI, which requires ${aws.required?.join(', ')} in the event`;

function show(verdicts: readonly ServiceVerdict[], { out }: Session): void {
  for (const { file, matches, offline } of verdicts) {
    const mark = matches ? out.paint('good', '✓') : out.paint('bad', '✗');
    out.line(`${mark} ${printable(file)}: ${matches ? 'match' : 'no match'} on the service`);
    if (matches !== offline) {
      out.paragraph(`! offline the verdict is ${offline ? 'match' : 'no match'}: please report it`, 'warning');
    }
  }
}
