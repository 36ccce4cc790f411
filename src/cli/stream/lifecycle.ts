/** What is done to a stream by its name alone. */
import type { EventStreamingClient, Result } from '../../client/index.ts';
import { YES } from '../terminal/exit-code.ts';
import { printable } from '../terminal/terminal.ts';
import { answer, type StreamContext } from './context.ts';
import { dryRun } from './dry-run.ts';

export async function act(
  context: StreamContext,
  name: string,
  call: (client: EventStreamingClient) => Promise<Result>,
  done: readonly string[],
): Promise<number> {
  if (context.flags.dryRun === true) return dryRun(context, call, { name });
  await call(context.client);
  answer(context, { name }, () => {
    const { out } = context.session;
    const [first = '', ...more] = done;
    out.line(`${out.paint('good', '✓')} ${printable(first)}`);
    for (const line of more) out.line(`  ${printable(line)}`);
  });
  return YES;
}
