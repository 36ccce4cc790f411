/** The output of `--print-config`: each setting of a command, and its source. Credentials are never shown. */
import type { Command } from 'commander';
import { named, writeAnswer } from '../answer/answer.ts';
import { commandName } from '../flags/registry.ts';
import type { Session } from '../session/session.ts';
import type { Member, Origin, Setting } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import { Redaction } from '../terminal/redaction.ts';
import { showTable } from '../terminal/table.ts';
import { configAnswer, type ShownSetting } from './answer.ts';
import { concerns, type SettledConfig } from './settle.ts';

export function printConfig(command: Command, { file, settings }: SettledConfig, session: Session): void {
  const redaction = new Redaction(session.io.env);
  const shown = members
    .filter((member) => concerns(member, command))
    .map((member): [string, ShownSetting] => {
      const setting = settings.get(member.name);
      if (setting === undefined) return [member.name, { value: defaultOf(member, command), from: { kind: 'default' } }];
      return [member.name, { value: safe(setting.value, redaction), from: shownOrigin(setting.origin) }];
    });
  if (command.opts<{ readonly format?: string }>().format === 'json') {
    const members = { config: file ?? null, settings: Object.fromEntries(shown) };
    writeAnswer(named(commandName(command), configAnswer), members, session);
    return;
  }
  const { out } = session;
  const rows = shown.map(([name, { value, from }]) => [name, textOf(value), originText(from)]);
  if (rows.length === 0) out.line('this command has no settings');
  else showTable(['setting', 'value', 'from'], rows, out);
}

function shownOrigin(origin: Origin): ShownSetting['from'] {
  if (origin.kind !== 'file') return origin;
  const { kind, file, line, column } = origin;
  return {
    kind,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined || column === undefined ? {} : { line, column }),
  };
}

/** As in the help, or as the parser of arguments sets it. */
function defaultOf({ attribute }: Member, command: Command): unknown {
  const value: unknown = command.getOptionValue(attribute);
  if (value !== undefined) return value;
  const option = command.options.find((candidate) => candidate.attributeName() === attribute);
  return /\(default: ([^()]*)\)$/.exec(option?.description ?? '')?.[1] ?? null;
}

/** A value may be a credential given by mistake; an address may contain a password. */
function safe(value: Setting['value'], redaction: Redaction): unknown {
  if (Array.isArray(value)) return value.map((item) => safe(item, redaction));
  return typeof value === 'string'
    ? redaction.text(value).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1***@')
    : value;
}

function textOf(value: unknown): string {
  if (value === null) return '-';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.join(', ');
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${member}`)
    .join(', ');
}

function originText(from: ShownSetting['from']): string {
  switch (from.kind) {
    case 'default':
      return 'default';
    case 'file':
      return from.line === undefined ? `${from.file}` : `${from.file}:${from.line}:${from.column}`;
    default:
      return from.name ?? '';
  }
}
