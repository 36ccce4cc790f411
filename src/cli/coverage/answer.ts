/** Coverage and mutation as members of the answer of `test`. Lines and columns lead into the file of the pattern. */
import { address } from '../answer/finding.ts';
import {
  about,
  boolean,
  count,
  dialect,
  either,
  limited,
  list,
  number,
  object,
  oneOf,
  position,
  type Static,
  text,
} from '../answer/shape.ts';
import { notKnownYet, passedOver } from '../sources/answer.ts';

const percent = about(
  'With one decimal, rounded down; 100 when there is nothing.',
  limited({ minimum: 0, maximum: 100 }, number),
);
const place = { line: position, column: position };

/** A tested pattern. */
const tested = { pattern: about('As a user would name it.', text), file: text, dialect };

const part = {
  pointer: about('RFC 6901, into the pattern.', text),
  text: about('Canonical JSON: one condition, or all of a field.', text),
  ...place,
  held: about('For how many events.', count),
  failed: count,
};
const cannot = { cannot: about('What no event makes it do, which is not counted.', oneOf('hold', 'fail')) };
export const coveredPart = object(part, cannot);

const decided = {
  percent,
  decided: about('Outcomes that some event had.', count),
  outcomes: about('Each field and each condition can hold and not hold.', count),
};

const coveredPattern = object(
  {
    ...tested,
    ...decided,
    events: about('How many were shown to it.', count),
    suites: about('Files.', list(text)),
    fields: list(object({ ...part, conditions: list(coveredPart) }, cannot)),
  },
  { address },
);

export const coverage = object({
  ...decided,
  patterns: list(coveredPattern),
  skipped: about(
    'What was not looked at: patterns that are not known yet, and files that are not taken for patterns.',
    list(either(object(notKnownYet), passedOver)),
  ),
});
export type CoverageReport = Static<typeof coverage>;

const killed = {
  percent,
  killed: count,
  survived: count,
  equivalent: about('Proved to mean the same, and left out.', count),
};

export const survivor = object(
  {
    pointer: about('RFC 6901, into the pattern.', text),
    ...place,
    before: about('Canonical JSON.', text),
    after: list(text),
  },
  {
    test: about(
      'One that would notice; absent where none was found in time.',
      object(
        { suite: text, name: text, match: boolean },
        {
          with: about("JSON text: changes to the suite's base.", text),
          remove: list(text),
          event: about('JSON text: an event of its own.', text),
          routes: about('Of a suite with `patterns`, whose tests say this and no `match`.', list(text)),
        },
      ),
    ),
  },
);
export type SurvivorReport = Static<typeof survivor>;

const mutatedPattern = object(
  {
    ...tested,
    ...killed,
    failing: about('Tests that fail already and notice nothing.', count),
    more: about('Whether the pattern has more mutants than were tried.', boolean),
    survivors: list(survivor),
  },
  { address },
);

export const mutation = object({ ...killed, patterns: list(mutatedPattern) });
export type MutationReport = Static<typeof mutation>;

/** The file of `--coverage-output json:FILE`. */
export const measured = object({ coverage }, { mutation });
