/** `eb-pattern stream get`: one stream as the service has it, with its secrets masked. */
import { leavesOf } from '../../../client/leaves.ts';
import { YES } from '../../exit.ts';
import { patternLines } from '../../render/pattern-lines.ts';
import { showRows } from '../../render/table.ts';
import { printable } from '../../render/terminal.ts';
import type { Session } from '../../session.ts';
import { answer, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { veiled } from '../../stream/veil.ts';

export function get(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream get', flags, session, async (context) => {
    const found = await context.client.get(name);
    const stream = veiled(found.stream) as Readonly<Record<string, unknown>>;
    answer(context, { stream }, () => {
      const { out } = context.session;
      const { FilterPattern, ...rest } = stream;
      const rows = leavesOf(rest).map(
        ({ pointer, value }) => [pointer.slice(1), typeof value === 'string' ? value : JSON.stringify(value)] as const,
      );
      showRows(rows, out);
      out.line('FilterPattern');
      for (const line of patternLines(FilterPattern)) out.line(`  ${printable(line)}`);
    });
    return YES;
  });
}
