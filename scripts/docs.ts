/**
 * Writes the parts of the documentation that are made from tables of the source: `npm run docs`. It knows where they stand;
 * test/docs/generated.test.ts fails when a committed file says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { yamlCatalogue } from '../src/cli/findings/catalogue.ts';
import { flagOf } from '../src/cli/settings/member.ts';
import { members } from '../src/cli/settings/table.ts';
import {
  type Code,
  catalogue,
  type Diagnostic,
  type Dialect,
  dialects,
  type Entry,
  formatDiagnostic,
  parsePattern,
  type RuleName,
  ruleSentences,
} from '../src/index.ts';
import { supportOf } from '../src/pattern/dialect.ts';
import { allOperators, plain } from '../src/pattern/operators/index.ts';
import { figuresTable, picture } from './scale.ts';

const root = new URL('../', import.meta.url);

/** A file with generated text: the whole of it, or what stands between `<!-- name -->` and `<!-- /name -->`. */
export const pages: readonly { readonly file: string; readonly part?: string; readonly make: () => string }[] = [
  { file: 'docs/diagnostics.md', make: diagnosticsPage },
  { file: 'docs/language.md', part: 'operators', make: operatorTable },
  { file: 'docs/dialects.md', part: 'rules', make: ruleTable },
  { file: 'docs/config.md', part: 'members', make: memberTable },
  { file: 'docs/layers.md', make: layersPage },
  { file: 'docs/scale.md', part: 'figures', make: figuresTable },
  { file: 'docs/images/scale.svg', make: picture },
];

/** Every code of the catalogue, in its order. */
export function diagnosticsPage(): string {
  const entries = Object.entries(catalogue) as [Code, Entry<never>][];
  const index = entries.map(([code, { summary }]) => [`[\`${code}\`](#${code})`, severityOf(code), cell(summary)]);
  return [
    '# Findings',
    '<!-- Made by `npm run docs` from src/pattern/catalogue.ts. -->',
    'Everything that the checker says has a code. `eb-pattern code CODE` prints the same entry as this page.',
    "An error is what the service, or the dialect's engine, refuses; a warning is what it accepts, or may accept, and is surely not meant or is not portable; an info is worth knowing. Where the [dialects](dialects.md) differ, the severity names them.",
    table(['code', 'severity', 'it means'], [...index, ...yamlIndex()]),
    ...entries.map(([code]) => diagnosticSection(code)),
    ...Object.entries(yamlCatalogue).map(([code, one]) => yamlSection(code, one)),
  ].join('\n\n');
}

/** Findings about YAML are of the command line. */
function yamlIndex(): string[][] {
  return Object.entries(yamlCatalogue).map(([code, { severity, summary }]) => [
    `[\`${code}\`](#${code})`,
    severity,
    cell(summary),
  ]);
}

function yamlSection(code: string, { severity, summary, why, avoid, prefer, evidence, fixable }: Entry<never>): string {
  return [
    `## ${code}`,
    `${sentence(summary)} Severity: ${severity}.`,
    why,
    'Avoid:',
    fence(avoid, 'yaml'),
    'Prefer:',
    fence(prefer, 'yaml'),
    `No fix: ${fixable}.`,
    `Evidence: ${evidence}.`,
  ].join('\n\n');
}

function diagnosticSection(code: Code): string {
  const { summary, why, avoid, prefer, evidence, fixable }: Entry<never> = catalogue[code];
  const shown = findings(code)[0]?.diagnostic;
  return [
    `## ${code}`,
    `${sentence(summary)} Severity: ${severityOf(code)}.`,
    why,
    'Avoid:',
    avoid === '' ? '(an empty text)' : fence(avoid),
    ...(shown === undefined ? [] : [`\`\`\`text\n${formatDiagnostic(shown, avoid).replace(/ +$/gm, '')}\n\`\`\``]),
    'Prefer:',
    fence(prefer),
    ...(fixable === true ? [] : [`No fix: ${fixable}.`]),
    `Evidence: ${evidence}.`,
  ].join('\n\n');
}

/** What the pattern to avoid gets, by dialect; nothing where the catalogue only hints at a pattern that is too long to print. */
function findings(code: Code): { readonly dialect: Dialect; readonly diagnostic: Diagnostic }[] {
  return dialects.flatMap((dialect) => {
    const diagnostic = parsePattern(catalogue[code].avoid, { dialect }).diagnostics.find((d) => d.code === code);
    return diagnostic === undefined ? [] : [{ dialect, diagnostic }];
  });
}

/** One word where all dialects agree. */
function severityOf(code: Code): string {
  const found = findings(code);
  if (found.length === 0) return catalogue[code].severity;
  const severities = [...new Set(found.map(({ diagnostic }) => diagnostic.severity))];
  if (severities.length === 1 && found.length === dialects.length) return severities.join();
  return severities
    .map((severity) => {
      const having = found.filter(({ diagnostic }) => diagnostic.severity === severity);
      return `${severity} in ${having.map(({ dialect }) => `\`${dialect.name}\``).join(' and ')}`;
    })
    .join(', ');
}

/** The operators of the language, plain values first. */
export function operatorTable(): string {
  const rows = [plain, ...allOperators.values()].map(({ name, summary, examples }) => [
    name === plain.name ? name : `\`${name}\``,
    cell(summary),
    `\`${cell(examples.accepted[0])}\``,
    dialectsWith(name),
  ]);
  return table(['condition', 'holds for', 'example', 'dialects'], rows);
}

function dialectsWith(operator: string): string {
  const having = dialects.filter(({ rules }) => supportOf(rules, operator) !== 'refused');
  return having.length === dialects.length ? 'all' : having.map(({ name }) => `\`${name}\``).join(', ');
}

/** What each rule says in each dialect. */
export function ruleTable(): string {
  const rows = (Object.keys(ruleSentences) as RuleName[]).map((rule) => {
    const sentences: Readonly<Record<string, string>> = ruleSentences[rule];
    return [`\`${rule}\``, ...dialects.map(({ rules }) => `\`${rules[rule]}\`: ${cell(sentences[rules[rule]] ?? '')}`)];
  });
  return table(['rule', ...dialects.map(({ name }) => `\`${name}\``)], rows);
}

/** The settings: what they are called in the config file, where they may stand there, and what is stronger. */
export function memberTable(): string {
  const rows = members.map((member) => [
    member.refuseInFile === undefined ? `\`${member.name}\`` : '',
    member.variables.length === 0 ? '' : `\`${flagOf(member)}\``,
    member.variables.map((name) => `\`${name}\``).join(', '),
    cell(member.schema.description),
  ]);
  return table(['member', 'flag', 'environment', 'it says'], rows);
}

interface BoundaryRule {
  readonly name: string;
  readonly from: { readonly path: string };
  readonly to: {
    readonly path?: readonly string[];
    readonly pathNot?: readonly string[];
    readonly dependencyTypesNot?: readonly string[];
  };
}

interface CliLayer {
  readonly folder: string;
  readonly holds: string;
  readonly may?: readonly string[];
  readonly outside?: readonly string[];
}

const boundaries: {
  readonly default: { readonly forbidden: readonly BoundaryRule[] };
  readonly cliLayers: readonly CliLayer[];
} = await import(new URL('.dependency-cruiser.mjs', root).href);

/** Who may import whom, from the linter's own tables. */
export function layersPage(): string {
  return [
    '# Layers',
    '<!-- Made by `npm run docs` from .dependency-cruiser.mjs. -->',
    'Which part of the source may import which. `npm run boundaries` enforces it. A folder may import its own files. Nothing imports in a cycle, and a file of `src/` that is in no row is an error.',
    '## Core, client, editor and page',
    '`operators/*` are the operators, which do not import each other. Every layer of `src/pattern/` may import `arguments.ts`.',
    layerTable(),
    '## Command line',
    'From the lowest layer to the highest: a layer imports layers above it in this table only. All of them may import the core entry (`src/index.ts`) and modules of Node. Commands do not import each other.',
    cliTable(),
  ].join('\n\n');
}

function layerTable(): string {
  const rules = boundaries.default.forbidden;
  const rows = rules
    .filter(({ name }) => name.endsWith('-imports-only-its-list') && !name.startsWith('cli-'))
    .map(({ name, from, to }) => {
      const typesRule = name.replace('-imports-only-its-list', '-imports-these-as-types-only');
      const types = rules.find((rule) => rule.name === typesRule)?.to.path ?? [];
      const may = (to.pathNot ?? []).filter((path) => !types.includes(path) && path !== from.path);
      const node = to.dependencyTypesNot?.includes('core') ? ['`node:*`'] : [];
      return [layerName(from.path), list([...namesOf(may), ...node]), list(namesOf(types))];
    });
  return table(['layer', 'may import', 'types only'], rows);
}

function cliTable(): string {
  const rows = boundaries.cliLayers.map(({ folder, holds, may = [], outside = [] }) => [
    folder === '' ? '`src/cli/*.ts`' : `\`${folder}/\``,
    holds,
    list(may.map((name) => `\`${name}/\``)),
    list(outside.map(layerName)),
  ]);
  return table(['folder of `src/cli/`', 'what is in it', 'may import', 'and outside of the command line'], rows);
}

/** What every layer of the pattern may import; a sentence says it. */
const EVERYWHERE = '^src/pattern/arguments\\.ts$';

function namesOf(paths: readonly string[]): string[] {
  return paths.filter((path) => path !== '^nothing$' && path !== EVERYWHERE).map(layerName);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

/** `^src/pattern/json/` is json/, `(?:^|/)node_modules/ajv/` is ajv; a look-ahead leaves out files that have their own layer. */
function layerName(path: string): string {
  return path
    .replace(/\(\?!.*$/, '*')
    .replaceAll('\\', '')
    .replace(/^.*node_modules\/(.*)\/$/, '$1')
    .split('|')
    .map((one) => `\`${one.replace(/^\^src\/(pattern\/(?=.))?/, '').replace(/\$$/, '')}\``)
    .join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function fence(text: string, language = 'text'): string {
  return `\`\`\`${isJson(text) ? 'json' : language}\n${text}\n\`\`\``;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text of a file of `pages` as it should be, made from its present text. */
export function refreshed(text: string, part: string | undefined, made: string): string {
  if (part === undefined) return `${made}\n`;
  const [open, close] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the markers ${open} and ${close} are missing`);
  return `${text.slice(0, start)}${open}\n\n${made}\n\n${text.slice(end)}`;
}

/** The committed text, or none for a file that is not there yet. */
export function committed(file: string): string {
  try {
    return readFileSync(new URL(file, root), 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, part, make } of pages) {
    writeFileSync(new URL(file, root), refreshed(committed(file), part, make()));
  }
}
