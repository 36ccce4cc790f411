/** How much an answer may cost. A budget is shared by all steps of one question, so that its time and memory are bounded. */
export interface Budget {
  /** How many states and strings may still be visited. */
  steps: number;
}

/** About a quarter of a second at the most. */
export const DEFAULT_STEPS = 100_000;

export function budgetOf(steps = DEFAULT_STEPS): Budget {
  return { steps };
}

/** Takes one step; false when none is left. */
export function spend(budget: Budget): boolean {
  budget.steps--;
  return budget.steps >= 0;
}
