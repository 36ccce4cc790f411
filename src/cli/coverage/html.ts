/** Coverage and survivors as one page that needs no network and no script. Everything that a user wrote passes `escaped`. */
import { type Field, parsePattern } from '../../index.ts';
import { spaced } from '../../suite/json-text.ts';
import { patternLines } from '../explanation/pattern-lines.ts';
import { plural } from '../findings/show.ts';
import { escaped, htmlPage } from '../terminal/html.ts';
import {
  type Coverage,
  gapsOf,
  isWhole,
  type PartCoverage,
  type PatternCoverage,
  ratioOf,
  sharesOf,
} from './measure.ts';
import { type PatternMutation, type Survivor, scoreOf } from './mutants.ts';
import { testLines } from './proposal-lines.ts';
import { fraction, percentOf, together } from './ratio.ts';

export function coveragePage(coverage: Coverage, mutation: readonly PatternMutation[] | undefined): string {
  const { patterns, skipped, passed } = coverage;
  const mutations = new Map(mutation?.map((one) => [one.of, one]));
  const total = percentOf(together(patterns.map(ratioOf)));
  const body = `<p>Each field and each condition can hold for an event or not. An outcome counts as decided when it was so for some event of a test.
<mark class="both">✓ decided both ways</mark> <mark class="half">◐ decided one way</mark> <mark class="none">✗ not decided</mark></p>
${overview(patterns, mutation)}
${patterns.map((pattern, i) => section(pattern, i, mutations.get(pattern.of))).join('\n')}
${skipped.map(({ file, address, line, column, message }) => `<p>Not counted: <code>${escaped(`${file}:${line}:${column} ${address}`)}</code>: ${escaped(message)}</p>`).join('\n')}
${passed.map(({ file, message }) => `<p>Passed over: <code>${escaped(file)}</code>: ${escaped(message)}</p>`).join('\n')}`;
  return htmlPage(`Coverage of patterns: ${total} %`, body);
}

function overview(patterns: readonly PatternCoverage[], mutation: readonly PatternMutation[] | undefined): string {
  const scores = new Map(mutation?.map((one) => [one.of, scoreOf(one)]));
  const rows = patterns.map((pattern, i) => {
    const { of } = pattern;
    const { fields, conditions } = sharesOf(pattern);
    const score = scores.get(of);
    const mutants = score === undefined ? '–' : `${score.part}/${score.whole}`;
    return `<tr><th scope="row"><a href="#p${i}">${escaped(of.name)}</a></th><td>${fraction(fields)}</td><td>${fraction(conditions)}</td>${
      mutation === undefined ? '' : `<td>${mutants}</td>`
    }<td>${percentOf(ratioOf(pattern))} %</td></tr>`;
  });
  const head = ['fields', 'conditions', ...(mutation === undefined ? [] : ['mutants noticed']), 'coverage'];
  return `<table>
<caption>Patterns, and how many outcomes of their fields and conditions the tests had</caption>
<thead><tr><th scope="col">pattern</th>${head.map((word) => `<th scope="col">${word}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function section(pattern: PatternCoverage, index: number, mutation: PatternMutation | undefined): string {
  const { of, events } = pattern;
  const suites = [...new Set(of.bySuite.map(({ suite }) => suite))];
  const by =
    suites.length === 0
      ? 'No suite tests it.'
      : `${plural(events, 'event')} of ${suites.map((suite) => `<code>${escaped(suite)}</code>`).join(', ')}.`;
  const gaps = events === 0 ? [] : gapsOf(pattern);
  const lines = gaps.map(({ field, condition, place, missing }) => {
    const what = `<code>${escaped(field)}</code>${condition === undefined ? '' : ` <code>${escaped(spaced(condition))}</code>`}`;
    return `<li>line ${place.line}, column ${place.column}: ${what} ${missing === 'held' ? 'never held' : 'always held'}</li>`;
  });
  return `<section id="p${index}">
<h2>${escaped(of.name)}: ${percentOf(ratioOf(pattern))} %</h2>
<p>${by}</p>
<pre tabindex="0">${marked(pattern)}</pre>
${lines.length === 0 ? '' : `<ul>\n${lines.join('\n')}\n</ul>`}
${mutation === undefined ? '' : mutants(mutation)}
</section>`;
}

/** The pattern as written, or formatted when it is on one line. */
function marked({ of, fields }: PatternCoverage): string {
  const written = of.source.text;
  const text = /\n/.test(written.trim()) ? written : patternLines(written).join('\n');
  const { dialect, extensions } = of.pattern;
  const read = text === written ? of.pattern.fields : parsePattern(text, { dialect, extensions }).pattern?.fields;
  const ends = (read ?? []).flatMap((field, i) => marksOf(field, fields[i] as PatternCoverage['fields'][number]));
  let html = '';
  let at = 0;
  for (const { offset, mark } of ends.toSorted((a, b) => a.offset - b.offset)) {
    html += escapedText(text.slice(at, offset)) + mark;
    at = offset;
  }
  return html + escapedText(text.slice(at));
}

/** The text to insert at each offset. */
function marksOf(field: Field, coverage: PatternCoverage['fields'][number]): { offset: number; mark: string }[] {
  const ranges = new Map(field.conditions.map(({ pointer, range }) => [pointer, range]));
  const marks = coverage.conditions.flatMap((condition) => {
    const range = ranges.get(condition.pointer);
    if (range === undefined) return [];
    const open = { offset: range.start, mark: `<mark class="${classOf(condition)}">` };
    return [open, { offset: range.end, mark: `</mark>${counts(condition, '')}` }];
  });
  if (coverage.conditions.length === 1 || field.range === undefined) return marks;
  return [...marks, { offset: field.range.end, mark: counts(coverage, 'field: ') }];
}

function classOf(part: PartCoverage): string {
  if (isWhole(part)) return 'both';
  return part.held + part.failed > 0 ? 'half' : 'none';
}

const SIGNS: Readonly<Record<string, string>> = { both: '✓', half: '◐', none: '✗' };

function counts(part: PartCoverage, what: string): string {
  const { held, failed, cannot } = part;
  const never = cannot === undefined ? '' : cannot === 'hold' ? ', can never hold' : ', always holds';
  return ` <small>${SIGNS[classOf(part)]} ${what}held ${held}, not ${failed}${never}</small>`;
}

function mutants(mutation: PatternMutation): string {
  const { survivors, equivalent } = mutation;
  const { part, whole } = scoreOf(mutation);
  const same = equivalent === 0 ? '' : ` ${equivalent} left out that mean the same.`;
  return `<h3>Mutants: ${part} of ${whole} noticed</h3>
<p>${same === '' ? 'Each condition was changed in small ways.' : same.trim()}</p>
${survivors.map(survivorBlock).join('\n')}`;
}

function survivorBlock({ pointer, place, before, after, proposal }: Survivor): string {
  const changes = [`- ${spaced(before)}`, ...after.map((text) => `+ ${spaced(text)}`)].map(escaped).join('\n');
  const test =
    proposal === undefined
      ? ''
      : `<p>A test for <code>${escaped(proposal.suite)}</code> that would notice:</p>
<pre tabindex="0">${testLines(proposal).map(escaped).join('\n')}</pre>`;
  return `<article>
<p>Survived: line ${place.line}, column ${place.column}, <code>${escaped(pointer)}</code></p>
<pre tabindex="0">${changes}</pre>
${test}
</article>`;
}

/** Escapes one line of text. */
function escapedText(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .split(/\r\n?|\n/)
    .map(escaped)
    .join('\n');
}
