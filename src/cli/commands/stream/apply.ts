/** `eb-pattern stream apply`: shows the plan, asks for confirmation, and creates or updates the stream. */
import { exitOf } from '../../compare/gates.ts';
import { plural } from '../../findings/show.ts';
import type { Session } from '../../session/session.ts';
import { refusedAnswer } from '../../stream/answer.ts';
import { respond, type StreamContext, withStream } from '../../stream/context.ts';
import { refuse, requireSecrets } from '../../stream/document.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { applyAnswer } from './answer.ts';
import { agrees, requireTerminal } from './confirm.ts';
import type { PlanFlags } from './plan.ts';
import { membersOf, type Planned, planOf } from './planned.ts';
import { showPlan } from './show-plan.ts';

export interface ApplyFlags extends PlanFlags {
  readonly yes?: boolean;
}

export function apply(file: string, flags: ApplyFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    // Before a billed request.
    if (flags.yes !== true) requireTerminal('apply', session.io);
    const planned = await planOf(context, file, flags);
    if (planned.action === undefined) return refuse(context, refusedAnswer('apply'), planned.stream, planned.checked);
    if (context.format === 'human') showPlan(planned, context.session);
    const code = exitOf(planned.gates);
    if (planned.action === 'none' || code !== YES) return finish(context, planned, false, code);
    requireSecrets(planned.stream);
    if (flags.yes !== true && !(await agrees(questionOf(planned), session.io))) {
      return finish(context, planned, false, NO);
    }
    await context.client[planned.action](planned.stream.value);
    return finish(context, planned, true, YES);
  });
}

function questionOf({ action, stream, requests }: Planned): string {
  const what = action === 'create' ? 'Create' : 'Update';
  const name = stream.value.EventStreamingName;
  return `${what} the event stream \`${name}\`? It takes ${plural(requests, 'billed request')}.`;
}

function finish(context: StreamContext, planned: Planned, applied: boolean, code: number): number {
  respond(context, applyAnswer, { ...membersOf(planned, context), applied }, () => {
    const { out } = context.session;
    const name = printable(planned.stream.value.EventStreamingName);
    if (!applied) {
      out.line(planned.action === 'none' ? `\`${name}\` is as the document says` : 'nothing was changed');
      return;
    }
    out.line(`${out.paint('good', '✓')} ${planned.action === 'create' ? 'created' : 'updated'} \`${name}\``);
    if (planned.action === 'create') out.line(`  It does not run yet: ${out.program} stream start ${name}`);
  });
  return code;
}
