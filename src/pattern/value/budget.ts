/** A limit on the work of one question, shared by all its steps, which bounds its time and memory. */
export interface Budget {
  /** States and strings that may still be visited. */
  steps: number;
}

/** Takes at most about a quarter of a second. */
const DEFAULT_STEPS = 100_000;

export function budgetOf(steps = DEFAULT_STEPS): Budget {
  return { steps };
}

/** Takes one step; false when none is left. */
export function spend(budget: Budget): boolean {
  budget.steps--;
  return budget.steps >= 0;
}

/** Comparisons of two conditions that cost about as much as one step. */
const COMPARISONS = 50;

/** Takes the steps for a number of comparisons in advance. Returns false, and takes none, if too few are left. */
export function afford(budget: Budget, comparisons: number): boolean {
  const steps = comparisons / COMPARISONS;
  if (steps > budget.steps) return false;
  budget.steps -= steps;
  return true;
}
