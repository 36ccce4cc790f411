/** Many patterns and one event, for a person: what matches, and why the nearest of the others do not. */
import type { Judged } from '../meaning/nearest-patterns.ts';
import { plural } from './findings.ts';
import { Page, type View } from './page.ts';

/** So many of those that do not match are explained. */
const MANY = 10;
/** So many of those that match are named. */
const MANY_MATCHING = 20;

/** Lines without line ends. */
export function renderNearestPatterns(judged: readonly Judged[], event: string, view: View): string[] {
  const page = new Page(view);
  const matching = judged.filter(({ matches }) => matches);
  const others = judged.filter(({ matches }) => !matches);
  const verb = matching.length === 1 ? 'matches' : 'match';
  page.text(`${matching.length} of ${plural(judged.length, 'pattern')} ${verb} ${event}`, 0, matching.length > 0);
  for (const { id } of matching.slice(0, MANY_MATCHING)) page.text(id, 1, true);
  more(matching.length - MANY_MATCHING, page);
  if (others.length === 0) return page.lines;
  page.lines.push('');
  page.text(matching.length > 0 ? 'nearest of the others first:' : 'nearest first:', 0);
  for (const { id, fields, fails } of others.slice(0, MANY)) {
    const verbOf = fails.length === 1 ? 'fails' : 'fail';
    page.text(`${id}: ${fails.length} of ${plural(fields, 'field')} ${verbOf}`, 1, false);
    for (const { pointer, reason } of fails.slice(0, MANY)) page.note(`${pointer}  ${reason}`, 3, 'bad');
    more(fails.length - MANY, page);
  }
  more(others.length - MANY, page);
  return page.lines;
}

function more(count: number, page: Page): void {
  if (count > 0) page.note(`… ${count} more`, 1, 'dim');
}
