/** Steps of the analysis for one answer, which no pause divides: an answer that needs more is left out. */
export const BUDGET = 10_000;
