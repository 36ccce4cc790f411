/** The answers of `route`: each event, or with `--summary` the counts. */
import { answer } from '../../answer/answer.ts';
import { about, count, define, list, object, position, type Static, text } from '../../answer/shape.ts';

export const routed = define(
  'routed',
  object(
    { file: text, ids: list(text) },
    {
      line: about('Where a file has an event on each line.', position),
      event: about('Where a file has several events otherwise: the number of this one, from 1.', position),
    },
  ),
);
export type Routed = Static<typeof routed>;

/** The number of skipped lines. */
const skipped = count;

export const routeAnswer = answer('route', { events: list(routed), skipped });

export const summaryAnswer = answer('route', {
  events: count,
  routed: count,
  patterns: list(object({ id: text, events: count })),
  unreached: list(text),
  skipped,
});
export type RouteSummary = Static<typeof summaryAnswer>;
