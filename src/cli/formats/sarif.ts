/** SARIF 2.1.0, for code scanning. */
import type { Entry, Severity } from '../../index.ts';
import type { LineColumn } from '../../json.ts';
import type { EditReport } from '../answer/finding.ts';
import { findingCatalogue, yamlCatalogue } from '../findings/catalogue.ts';
import { coverageItems, coverageSums } from '../report/coverage.ts';
import { fingerprintsOf, type Item, itemsOf, OWN_CODES } from '../report/items.ts';
import type { RunReport } from '../report/report.ts';
import { exitCodeOf } from '../report/summary.ts';
import { printableJson } from '../terminal/terminal.ts';
import { version } from '../terminal/version.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

export function sarif(report: RunReport): string {
  const items = [...itemsOf(report), ...coverageItems(report)];
  const results = items.filter(({ kind }) => kind !== 'problem' && kind !== 'note');
  const fingerprints = fingerprintsOf(results);
  const rules = [...new Set(results.map(({ code }) => code))];
  const { problems, interrupted } = report;
  const run = {
    tool: {
      driver: { name: 'eb-pattern', version: version(), semanticVersion: version(), rules: rules.map(rule) },
    },
    invocations: [
      {
        executionSuccessful: problems.length === 0 && interrupted === undefined,
        exitCode: exitCodeOf(report),
        ...(interrupted !== undefined ? { exitCodeDescription: 'interrupted by the user' } : {}),
        toolExecutionNotifications: [
          ...items.filter(({ kind }) => kind === 'problem' || kind === 'note').map(notification),
          ...coverageSums(report).map((text) => ({ level: LEVELS.info, message: { text } })),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: results.map((item, i) => result(item, rules.indexOf(item.code), fingerprints[i] as string)),
  };
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
  return `${printableJson({ $schema, version: '2.1.0', runs: [run] })}\n`;
}

function rule(code: string): object {
  if (!Object.hasOwn(findingCatalogue, code)) {
    const text = OWN_CODES[code as keyof typeof OWN_CODES];
    return { id: code, shortDescription: { text }, defaultConfiguration: { level: ownLevel(code) } };
  }
  const { summary, why, avoid, prefer, severity } = findingCatalogue[code] as Entry<never>;
  const syntax = Object.hasOwn(yamlCatalogue, code) ? 'yaml' : 'json';
  const block = (text: string): string => `\`\`\`${syntax}\n${text}\n\`\`\``;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nAvoid: ${avoid}\nPrefer: ${prefer}`,
      markdown: `${why}\n\nAvoid:\n\n${block(avoid)}\n\nPrefer:\n\n${block(prefer)}`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function ownLevel(code: string): string {
  return code === 'test-failed' ? 'error' : code === 'dialects-differ' || code === 'not-listed' ? 'warning' : 'note';
}

function result(item: Item, ruleIndex: number, fingerprint: string): object {
  const { kind, severity, code, suppressed } = item;
  // Only failures have a level.
  const grade = kind === 'skipped' ? { kind: 'notApplicable', level: 'none' } : { level: LEVELS[severity] };
  return {
    ruleId: code,
    ruleIndex,
    ...grade,
    message: { text: textOf(item) },
    ...locations(item),
    ...fixesOf(item),
    partialFingerprints: { 'ebPattern/v1': fingerprint },
    suppressions: suppressed === undefined ? [] : [suppression(suppressed)],
  };
}

function fixesOf({ file, fixes }: Item): object {
  if (file === undefined || fixes === undefined) return {};
  const artifactLocation = artifact(file);
  return {
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [{ artifactLocation, replacements: edits.map(replacement) }],
    })),
  };
}

function replacement({ line, column, endLine, endColumn, text }: EditReport): object {
  const deletedRegion = { startLine: line, startColumn: column, endLine, endColumn };
  return { deletedRegion, ...(text === '' ? {} : { insertedContent: { text } }) };
}

function suppression({ by, reason }: NonNullable<Item['suppressed']>): object {
  const kind = by === 'comment' ? 'inSource' : 'external';
  return { kind, ...(reason === undefined ? {} : { justification: reason }) };
}

function textOf({ test, message, hint, details }: Item): string {
  const first = test === undefined ? message : `${test}: ${message}`;
  return [first, ...(hint === undefined ? [] : [`help: ${hint}`]), ...(details === undefined ? [] : [details])].join(
    '\n',
  );
}

function notification(item: Item): object {
  return { level: LEVELS[item.severity], message: { text: item.message }, ...locations(item) };
}

function locations({ file, address, pointer, test, start, end }: Item): object {
  if (file === undefined) return {};
  const physicalLocation = {
    artifactLocation: artifact(file),
    ...(start === undefined ? {} : { region: region(start, end) }),
  };
  const logicalLocations = [
    ...(address === undefined ? [] : [{ fullyQualifiedName: address, kind: 'resource' }]),
    ...(pointer === undefined || pointer === '' ? [] : [{ fullyQualifiedName: pointer, kind: 'member' }]),
    ...(test === undefined ? [] : [{ name: test, kind: 'function' }]),
  ];
  return { locations: [{ physicalLocation, ...(logicalLocations.length === 0 ? {} : { logicalLocations }) }] };
}

function region({ line, column }: LineColumn, end: LineColumn | undefined): object {
  const rest = end === undefined ? {} : { endLine: end.line, endColumn: end.column };
  return { startLine: line, startColumn: column, ...rest };
}

/** A relative name is relative to the root of the repository, `%SRCROOT%`; an absolute path becomes a `file:` URI. */
export function artifact(file: string): object {
  const encoded = file
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  if (/^[A-Za-z]:\//.test(file)) return { uri: `file:///${encoded}` };
  return file.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' };
}
