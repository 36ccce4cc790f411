/** How much an answer may cost. A budget is shared by all steps of one question, so that its time and memory are bounded. */
export interface Budget {
  /** How many states and strings may still be visited. */
  steps: number;
}

/** About a quarter of a second at the most. */
const DEFAULT_STEPS = 100_000;

export function budgetOf(steps = DEFAULT_STEPS): Budget {
  return { steps };
}

/** Takes one step; false when none is left. */
export function spend(budget: Budget): boolean {
  budget.steps--;
  return budget.steps >= 0;
}

/** Comparisons of one condition with another that cost about as much as a step. */
const COMPARISONS = 50;

/** Takes the steps for so many comparisons, before they are made; false, and none taken, when there are not enough. */
export function afford(budget: Budget, comparisons: number): boolean {
  const steps = comparisons / COMPARISONS;
  if (steps > budget.steps) return false;
  budget.steps -= steps;
  return true;
}
