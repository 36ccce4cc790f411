/** `eb-pattern stream get`: one stream of the service, with its secrets masked. */

import { redacted } from '../../../client/redact/document.ts';
import { scalarsOf } from '../../../client/scalars.ts';
import { patternLines } from '../../explanation/pattern-lines.ts';
import { plural } from '../../findings/show.ts';
import type { Session } from '../../session/session.ts';
import { respond, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';
import { showRows } from '../../terminal/table.ts';
import { printable, type Terminal } from '../../terminal/terminal.ts';
import { getAnswer } from './answer.ts';

export function get(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const found = await context.client.get(name);
    const stream = redacted(found.stream) as Readonly<Record<string, unknown>>;
    respond(context, getAnswer, { stream }, () => {
      const { out } = context.session;
      const { FilterPattern, ...rest } = stream;
      const rows = scalarsOf(rest).map(
        ({ pointer, value }) => [pointer.slice(1), typeof value === 'string' ? value : JSON.stringify(value)] as const,
      );
      showRows(rows.slice(0, MOST), out);
      showMore(rows.length, 'value', out);
      out.line('FilterPattern');
      const lines = patternLines(FilterPattern);
      for (const line of lines.slice(0, MOST)) out.line(`  ${printable(line)}`);
      showMore(lines.length, 'line', out);
    });
    return YES;
  });
}

/** The most values or lines that are shown; an answer may have megabytes. */
const MOST = 1000;

function showMore(count: number, what: string, out: Terminal): void {
  if (count > MOST) out.line(`… ${plural(count - MOST, `more ${what}`)}: --format json prints all`);
}
