/**
 * Writes docs/streams.md from the tables of src/client/model: every member of a stream document, and what `checkStream`
 * says. test/client/model/docs.test.ts fails when the committed page says something else.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type StreamCode, streamCatalogue } from '../src/client/model/catalogue.ts';
import { secretNames } from '../src/client/model/secrets.ts';
import type { Members, Shape, Struct } from '../src/client/model/shape.ts';
import { sinks } from '../src/client/model/sinks.ts';
import { sources } from '../src/client/model/sources.ts';
import { documents } from '../src/client/model/stream.ts';
import { MAX_TARGET_TEXT, targetParameter } from '../src/client/model/target-parameter.ts';
import type { Entry } from '../src/index.ts';
import { readJson } from '../src/json.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
export const streamsFile = 'docs/streams.md';

const { Source, Sink, RunOptions, Transforms, ...rest } = documents.create.members;

export function streamsPage(): string {
  return [
    '# Stream documents',
    '<!-- Made by scripts/streams.ts from src/client/model. -->',
    'What `create` and `update` send, spelled as the service spells it. The members come from the SDKs and the API reference of the service; nothing here was tried against the service itself.',
    'Where a member is required "by the data-plane SDK", its absence is an error on the transport `openapi-v2` and a warning elsewhere. The values of a closed set are compared without regard to case and sent as written.',
    '## The document',
    membersTable(rest),
    `An update replaces the whole document: what it leaves out is gone. \`Source\` and \`Sink\` are required and have exactly one member each, from the ${Object.keys(sources).length} [sources](#sources) and ${Object.keys(sinks).length} [sinks](#sinks) below.`,
    '## Target parameters',
    'A target parameter makes one parameter of a sink or a transform from the event.',
    membersTable(targetParameter.members),
    '## Run options',
    membersTable(RunOptions.members),
    '## Transforms',
    'A list of objects with these members.',
    membersTable(Transforms.item.members),
    '## Sources',
    ...structSections(Source.members),
    '## Sinks',
    ...structSections(Sink.members),
    '## Secrets',
    `The values of these members never appear in a finding, an error or a log line: ${secretNames.map(code).join(', ')}. An unknown member whose name sounds like one of them is treated the same way.`,
    '## What the check says',
    'An error is what the service documents as refused, or what could never do what was meant; a warning is sent all the same. What is said of the pattern has a pointer into the pattern as well.',
    findingsTable(),
    ...Object.entries(streamCatalogue).map(([name, entry]) => findingSection(name, entry)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function structSections(structs: Readonly<Record<string, Struct>>): string[] {
  return Object.entries(structs).flatMap(([name, struct]) => [
    `### ${name}`,
    ...(struct.about === undefined ? [] : [sentence(struct.about)]),
    membersTable(struct.members),
  ]);
}

function membersTable(members: Members): string {
  return table(['member', 'type', 'required', 'notes'], rowsOf(members, ''));
}

function rowsOf(members: Members, prefix: string): string[][] {
  return Object.entries(members).flatMap(([name, shape]) => {
    const path = `${prefix}${name}`;
    const row = [code(path), typeOf(shape), requiredOf(shape), notesOf(shape)];
    const inner = shape.kind === 'list' ? shape.item : shape;
    const below = shape.kind === 'list' ? `${path}[].` : `${path}.`;
    return [row, ...(inner.kind === 'object' ? rowsOf(inner.members, below) : [])];
  });
}

function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'list':
      return `list of ${shape.item.kind === 'object' ? 'objects' : `${typeOf(shape.item)}s`}`;
    case 'text':
    case 'name':
    case 'choice':
      return 'string';
    case 'numeral':
      return 'number in a string';
    case 'target':
      return '[target parameter](#target-parameters)';
    case 'text or object':
      return 'string, or an object that is sent as its JSON';
    default:
      return shape.kind;
  }
}

function requiredOf({ required }: Shape): string {
  return required === undefined ? '' : required === 'always' ? 'yes' : 'by the data-plane SDK';
}

function notesOf(shape: Shape): string {
  const notes: string[] = [];
  if (shape.kind === 'choice') {
    const also = shape.also === undefined ? [] : [shape.also.about];
    notes.push([...shape.values.map(code), ...also].join(', '));
  }
  if (shape.kind === 'target' && shape.values !== undefined)
    notes.push(`a constant is one of ${shape.values.map(code).join(', ')}`);
  if (shape.kind === 'number' || shape.kind === 'numeral') {
    if (shape.min !== undefined && shape.max !== undefined) notes.push(`${shape.min} to ${shape.max}`);
  }
  if ((shape.kind === 'text' || shape.kind === 'list') && shape.max !== undefined) {
    notes.push(`at most ${shape.max} ${shape.kind === 'text' ? 'characters' : 'items'}`);
  }
  if (shape.kind === 'text or object') notes.push(`at most ${MAX_TARGET_TEXT} characters`);
  if (shape.examples !== undefined) notes.push(`for example ${shape.examples.map(code).join(', ')}`);
  if (shape.default !== undefined)
    notes.push(`default ${shape.default.includes(' ') ? shape.default : code(shape.default)}`);
  for (const { value, members } of shape.needs ?? []) notes.push(`${code(value)} needs ${members.join(', ')}`);
  if (shape.secret === true) notes.push('a secret');
  if (shape.about !== undefined) notes.push(shape.about);
  return notes.join('; ');
}

function findingsTable(): string {
  const rows = Object.entries(streamCatalogue).map(([name, { severity, summary }]) => [
    `[\`${name}\`](#${name})`,
    severityOf(name as StreamCode, severity),
    summary,
  ]);
  return table(['code', 'severity', 'it means'], rows);
}

function severityOf(name: StreamCode, severity: string): string {
  if (name === 'filter-pattern') return 'that of the finding inside';
  return name === 'missing-member' ? 'error, or warning where only the data-plane SDK requires it' : severity;
}

function findingSection(name: string, { summary, why, avoid, prefer, evidence }: Entry<never>): string {
  return [
    `### ${name}`,
    sentence(summary),
    why,
    'Avoid:',
    fence(avoid),
    'Prefer:',
    fence(prefer),
    `Evidence: ${evidence}.`,
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replace(/ {2,}/g, ' ');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What JSON does not have is shown as plain text. */
function fence(text: string): string {
  return `\`\`\`${readJson(text).node === undefined ? 'text' : 'json'}\n${text}\n\`\`\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${root}${streamsFile}`, streamsPage());
