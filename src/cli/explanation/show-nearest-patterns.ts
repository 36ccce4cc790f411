/** Many patterns and one event in the human format: which match, and why the nearest of the others do not. Each reason is printed once. */

import { plural } from '../findings/show.ts';
import { type LineView, Page } from '../terminal/nested-lines.ts';
import type { Fails, JudgedPattern } from './answer.ts';

/** The most explained patterns among those that do not match. */
const MANY = 10;
/** The most named patterns among those that match. */
const MANY_MATCHING = 20;
/** The most named patterns that fail alike. */
const MANY_IDS = 5;

/** Lines without line ends. */
export function renderNearestPatterns(judged: readonly JudgedPattern[], event: string, view: LineView): string[] {
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
  const said = new Map<string, string>();
  const groups = groupsOf(others);
  for (const group of groups.slice(0, MANY)) showGroup(group, said, page);
  more(
    groups.slice(MANY).reduce((sum, { patterns }) => sum + patterns.length, 0),
    page,
  );
  return page.lines;
}

/** Patterns that fail for the same reasons. */
interface FailureGroup {
  readonly fails: readonly Fails[];
  readonly patterns: JudgedPattern[];
}

/** In the order of the nearest of each. */
function groupsOf(judged: readonly JudgedPattern[]): readonly FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const one of judged) {
    const key = JSON.stringify(one.fails);
    const group = groups.get(key) ?? { fails: one.fails, patterns: [] };
    group.patterns.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** `said` contains the reasons that were printed before, each with its pattern. */
function showGroup({ fails, patterns }: FailureGroup, said: Map<string, string>, page: Page): void {
  const [first] = patterns as [JudgedPattern, ...JudgedPattern[]];
  const ids = patterns.slice(0, MANY_IDS).map(({ id }) => id);
  const rest = patterns.length - ids.length;
  const names = rest > 0 ? `${ids.join(', ')} and ${rest} more` : ids.join(', ');
  const fields = new Set(patterns.map((one) => one.fields));
  const of = fields.size === 1 ? `${fails.length} of ${plural(first.fields, 'field')}` : plural(fails.length, 'field');
  page.text(`${names}: ${of} ${fails.length === 1 ? 'fails' : 'fail'}`, 1, false);
  const again = new Map<string, string[]>();
  const fresh: Fails[] = [];
  for (const fail of fails) {
    const before = said.get(`${fail.pointer}\n${fail.reason}`);
    if (before === undefined) fresh.push(fail);
    else again.set(before, [...(again.get(before) ?? []), fail.pointer]);
  }
  for (const { pointer, reason } of fresh.slice(0, MANY)) {
    page.note(`${pointer}  ${reason}`, 3, 'bad');
    said.set(`${pointer}\n${reason}`, first.id);
  }
  more(fresh.length - MANY, page);
  for (const [id, pointers] of again) page.note(`${pointers.join(', ')}  as for ${id}`, 3, 'dim');
}

function more(count: number, page: Page): void {
  if (count > 0) page.note(`… ${count} more`, 1, 'dim');
}
