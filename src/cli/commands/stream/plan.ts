/** `eb-pattern stream plan`: the changes that applying a document would make, and their cost. It changes nothing. */
import { exitOf, type GateFlags } from '../../compare/gates.ts';
import type { Session } from '../../session/session.ts';
import { refusedAnswer } from '../../stream/answer.ts';
import { respond, withStream } from '../../stream/context.ts';
import { refuse } from '../../stream/document.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { NO } from '../../terminal/exit-code.ts';
import { planAnswer } from './answer.ts';
import { membersOf, planOf } from './planned.ts';
import { showBill, showPlan } from './show-plan.ts';

export interface PlanFlags extends StreamFlags, GateFlags {
  readonly exitCode?: boolean;
}

export function plan(file: string, flags: PlanFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const planned = await planOf(context, file, flags);
    if (planned.action === undefined) return refuse(context, refusedAnswer('plan'), planned.stream, planned.checked);
    const { action, gates, requests } = planned;
    respond(context, planAnswer, membersOf(planned, context), () => {
      showPlan(planned, context.session);
      if (requests > 0) showBill(context, requests, `${session.out.program} stream ${action} ${file}`);
    });
    return flags.exitCode === true && action !== 'none' ? NO : exitOf(gates);
  });
}
