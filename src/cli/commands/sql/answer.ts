/** The answer of `sql`. */
import { answer } from '../../answer/answer.ts';
import { about, list, object, oneOf, text } from '../../answer/shape.ts';

export const sqlAnswer = answer('sql', {
  pattern: text,
  target: oneOf('duckdb', 'clickhouse', 'spark'),
  column: text,
  condition: about('Holds for every event that matches, and for others.', text),
  wider: about(
    'Where it holds for more than a field does.',
    list(object({ path: about('Member names into the event.', list(text)), why: text })),
  ),
});
