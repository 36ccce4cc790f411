/** Steps of the analysis for one answer, which runs without a pause: an answer that needs more is left out. */
export const BUDGET = 10_000;
