/** The patterns that an event should reach and does not, and the other way round, for a person. */
import { renderExplanation } from '../render/explanation.ts';
import { printable, type Terminal } from '../render/terminal.ts';
import type { RouteExplanation } from '../suite/judge.ts';

/** Each with its explanation. */
export function showRoutes(routes: readonly RouteExplanation[], out: Terminal): void {
  for (const { id, kind, explanation } of routes) {
    const what = kind === 'missing' ? 'is not reached' : 'is reached';
    out.line();
    out.line(`    ${out.paint('bold', printable(id))} ${what}:`);
    for (const line of renderExplanation(explanation, { width: out.width - 4, paint: out.paint })) {
      out.line(`    ${line}`.trimEnd());
    }
  }
}
