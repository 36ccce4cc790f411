/** Coverage and mutation as entries of a report: undecided outcomes, and mutants that no test kills. */
import type { LineColumn } from '../../json.ts';
import { spaced } from '../../suite/json-text.ts';
import type { CoverageReport, MutationReport, SurvivorReport } from '../coverage/answer.ts';
import { testLines } from '../coverage/proposal-lines.ts';
import { slashes } from '../files/file-name.ts';
import type { Item } from './items.ts';
import type { RunReport } from './report.ts';

/** The most entries of one pattern; the rest is counted. */
const MOST = 20;

/** After all other entries; none of them fails a run. */
export function coverageItems({ measured }: RunReport): readonly Item[] {
  const { coverage, mutation } = measured ?? {};
  return [...(coverage?.patterns ?? []).flatMap(gapItems), ...(mutation?.patterns ?? []).flatMap(survivorItems)];
}

/** `coverage: 9 of 14 outcomes (64.2 %)`, and the same for mutants; empty when neither was measured. */
export function coverageSums({ measured }: RunReport): readonly string[] {
  const { coverage, mutation } = measured ?? {};
  return [
    ...(coverage === undefined
      ? []
      : [`coverage: ${coverage.decided} of ${coverage.outcomes} outcomes (${coverage.percent} %)`]),
    ...(mutation === undefined
      ? []
      : [`mutants: ${mutation.killed} of ${mutation.killed + mutation.survived} noticed (${mutation.percent} %)`]),
  ];
}

type CoveredPattern = CoverageReport['patterns'][number];
type MutatedPattern = MutationReport['patterns'][number];

function gapItems(pattern: CoveredPattern): readonly Item[] {
  const { fields, events, suites } = pattern;
  const item = (message: string, at: { pointer?: string; start?: LineColumn } = {}): Item => ({
    ...placed(pattern),
    code: 'not-covered',
    message,
    ...at,
  });
  if (events === 0) return [item(suites.length === 0 ? 'no suite tests it' : 'no test shows an event to it')];
  const gaps = fields.flatMap((field) =>
    // A field with one condition has the same gaps as the condition.
    [...(field.conditions.length === 1 ? [] : [field]), ...field.conditions].flatMap((part) => {
      const { pointer, line, column, text, held, failed, cannot } = part;
      const at = { pointer, start: { line, column } };
      return [
        ...(held === 0 && cannot !== 'hold' ? [item(`${spaced(text)} never held`, at)] : []),
        ...(failed === 0 && cannot !== 'fail' ? [item(`${spaced(text)} always held`, at)] : []),
      ];
    }),
  );
  return capped(gaps, (left) => item(`${left} more outcomes that no test has`));
}

function survivorItems(pattern: MutatedPattern): readonly Item[] {
  const groups = new Map<string, SurvivorReport[]>();
  for (const survivor of pattern.survivors) {
    const { test } = survivor;
    const key = test === undefined ? `${survivor.pointer} ${survivor.after}` : JSON.stringify([test.suite, test.name]);
    groups.set(key, [...(groups.get(key) ?? []), survivor]);
  }
  const items = [...groups.values()].map((group) => survivorItem(pattern, group));
  return capped(items, (left) => ({
    ...placed(pattern),
    code: 'mutant-survived',
    message: `${left} more tests are missing`,
  }));
}

function survivorItem(pattern: MutatedPattern, [first, ...more]: readonly SurvivorReport[]): Item {
  const { pointer, line, column, before, after, test } = first as SurvivorReport;
  const others = more.length === 0 ? '' : `, and ${more.length} changes beside it`;
  const becomes = after.map(spaced).join(', ');
  return {
    ...placed(pattern),
    code: 'mutant-survived',
    message: `no test notices that ${spaced(before)} becomes ${becomes === '' ? 'nothing' : becomes}${others}`,
    pointer,
    start: { line, column },
    ...(test === undefined
      ? {}
      : {
          hint: `add a test to ${test.suite}`,
          details: testLines({ ...test, ...(test.event === undefined ? {} : { own: test.event }) }).join('\n'),
        }),
  };
}

function placed({
  file,
  address,
}: CoveredPattern | MutatedPattern): Pick<Item, 'kind' | 'severity' | 'file' | 'address'> {
  return { kind: 'coverage', severity: 'info', file: slashes(file), ...(address === undefined ? {} : { address }) };
}

function capped(items: readonly Item[], rest: (left: number) => Item): readonly Item[] {
  return items.length <= MOST ? items : [...items.slice(0, MOST), rest(items.length - MOST)];
}
