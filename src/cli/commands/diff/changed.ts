/** The data of all formats of `diff`. */

import type { GateReport } from '../../compare/answer.ts';
import type { DocumentChange } from '../../compare/documents.ts';
import { gateText } from '../../compare/gates.ts';
import type { Problem } from '../../findings/failure.ts';

export interface Changed {
  readonly old: string;
  readonly new: string;
  readonly changes: readonly DocumentChange[];
  readonly gates: readonly GateReport[];
  /** Why new patterns cannot be judged. */
  readonly problems: readonly Problem[];
}

/** Gates that fail or cannot be decided. */
export function closedGates({ gates }: Changed): readonly { readonly failed: boolean; readonly text: string }[] {
  return gates
    .filter(({ outcome }) => outcome !== 'passed')
    .map((gate) => ({ failed: gate.outcome === 'failed', text: gateText(gate) }));
}
