/** `overlap` as one page that needs no network and no script. Everything that a user wrote passes `escaped`. */
import { spaced } from '../../../suite/json-text.ts';
import { escaped, htmlPage } from '../../terminal/html.ts';
import type { OverlapReport } from './answer.ts';
import { groupPairs, type OverlapGroup, relationText } from './groups.ts';

/** `sum` is the sentence on all pairs. */
export function overlapPage(report: OverlapReport, sum: string): string {
  const { unknown, pairs, total } = report;
  const left = total - pairs.length;
  const body = `<p>${escaped(sum)}</p>
${groupPairs(pairs).map(section).join('\n')}
${left > 0 ? `<p>${left} more pairs are not listed.</p>` : ''}
${unknown.map(({ ids, reason }) => `<p>Not known: <code>${escaped(ids.join(' and '))}</code>: ${escaped(reason)}</p>`).join('\n')}`;
  return htmlPage('Overlaps of patterns', body);
}

function section({ id, pairs }: OverlapGroup): string {
  const rows = pairs.map(
    ({ other, pair }) =>
      `<tr><th scope="row">${escaped(other)}</th><td>${escaped(relationText(pair))}</td><td><code>${escaped(spaced(pair.witness))}</code></td></tr>`,
  );
  return `<h2>${escaped(id)}</h2>
<table>
<thead><tr><th scope="col">overlaps with</th><th scope="col">how</th><th scope="col">an event that both match</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}
