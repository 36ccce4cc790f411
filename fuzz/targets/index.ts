/** All targets, in the order in which they run. */
import type { Target } from '../target.ts';
import { analysis } from './analysis.ts';
import { client } from './client.ts';
import { occurrences } from './occurrences.ts';
import { scans } from './scans.ts';
import { sets } from './sets.ts';
import { tables } from './tables.ts';
import { texts } from './texts.ts';
import { verdicts } from './verdicts.ts';

export const targets: Readonly<Record<string, () => Target>> = {
  verdicts: () => verdicts() as Target,
  texts: () => texts() as Target,
  occurrences: () => occurrences() as Target,
  scans: () => scans() as Target,
  sets: () => sets() as Target,
  analysis: () => analysis() as Target,
  tables: () => tables() as Target,
  client: () => client() as Target,
};
