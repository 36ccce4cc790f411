/** The patterns that an event should reach and does not, and the other way round, for a person. */
import { renderExplanation } from '../render/explanation.ts';
import { printable, type Terminal } from '../render/terminal.ts';
import type { RouteExplanation } from '../suite/judge.ts';

/** Each with its explanation. */
export function showRoutes(routes: readonly RouteExplanation[], out: Terminal): void {
  for (const route of routes) {
    out.line();
    out.line(`    ${out.paint('bold', printable(routeTitle(route)))}`);
    for (const line of renderExplanation(route.explanation, { width: out.width - 4, paint: out.paint })) {
      out.line(`    ${line}`.trimEnd());
    }
  }
}

export function routeTitle({ id, kind }: Pick<RouteExplanation, 'id' | 'kind'>): string {
  return `${id} ${kind === 'missing' ? 'is not reached' : 'is reached'}:`;
}
