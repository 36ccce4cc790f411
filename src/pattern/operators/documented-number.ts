/** Warns about numbers beyond those that the documentation of Amazon EventBridge allows; its engine compares any double. */
import type { Place, ReportFinding } from '../diagnostic.ts';
import { precisionOf } from '../value/numbers.ts';

const LIMIT = 5e9;
const MAX_DIGITS = 15;
const MAX_DECIMALS = 6;

export function checkDocumentedNumber(place: Place, text: string, value: number, report: ReportFinding): void {
  const { significantDigits, decimals } = precisionOf(text);
  if (Math.abs(value) <= LIMIT && significantDigits <= MAX_DIGITS && decimals <= MAX_DECIMALS) return;
  report('number-undocumented', place, { text });
}
