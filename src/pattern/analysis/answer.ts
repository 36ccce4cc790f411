/** Answers of the analysis. Every "no" has a witness, and what cannot be proved is "unknown". */

/** An event as JSON text: a parsed object could not distinguish 300 from 300.0. */
export type Witness = string;

/** The answer to a question about all events. `yes` and `no` are proved. */
export type Answer =
  | {
      /** True of every event. */
      readonly answer: 'yes';
    }
  | {
      /** False, as the witness shows. */
      readonly answer: 'no';
      /** An event that refutes it; compiled matchers have confirmed it. */
      readonly witness: Witness;
    }
  | {
      /** Not decided within the budget, or not decidable here. */
      readonly answer: 'unknown';
      /** Why, in one sentence. */
      readonly reason: string;
    };

export const YES: Answer = { answer: 'yes' };

export const OVER_BUDGET =
  'the budget was spent before an answer was found: the strings of the conditions combine in too many ways';

export const UNKNOWN: Answer = { answer: 'unknown', reason: OVER_BUDGET };
