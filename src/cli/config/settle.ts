/** Resolves the settings of a command: flags first, then the environment, then the config file. All values are checked. */
import { isAbsolute, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { nearest } from '../../pattern/suggest.ts';
import { Failure } from '../findings/failure.ts';
import { commandName } from '../flags/registry.ts';
import type { Session } from '../session/session.ts';
import { flagOf, type Member, numberOf, pointerOf, type Setting } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import { scopeOf } from '../sources/scope.ts';
import type { Choices } from './choices.ts';
import { findUpward, requireData } from './find.ts';
import { type NamedFile, whyNotNamed } from './named-files.ts';
import type { Config } from './read.ts';

/** The flags that all commands have. */
export interface ConfigFlags {
  /** False: no file. Undefined: the nearest one. */
  readonly config?: string | false | undefined;
}

export interface SettledConfig {
  /** The config file, if one was read. */
  readonly file: string | undefined;
  /** By the names of the members; only those that are set. */
  readonly settings: ReadonlyMap<string, Setting>;
}

/**
 * Finds the settings of a command and sets its options, as if they were flags: THE way in which a setting reaches a command. Settings
 * without a flag, such as `files` and `patterns`, become options of the same name.
 * @param choices those of all commands
 * @throws Failure with the place of an invalid value, or for a broken config file
 */
export async function settle(
  command: Command,
  flags: ConfigFlags,
  { io, sources, patterns }: Session,
  choices: Choices,
): Promise<SettledConfig> {
  const wanted = members.filter((member) => concerns(member, command));
  if (wanted.length === 0) return { file: undefined, settings: new Map() };
  const takesFile = wanted.some(({ refuseInFile }) => refuseInFile === undefined);
  const config = takesFile ? await configFor(flags, choices, io.cwd, sources) : undefined;
  const settings = new Map<string, Setting>();
  for (const member of wanted) {
    const option = optionOf(member, command);
    const fitting = (setting: Setting | undefined): Setting | undefined =>
      setting === undefined || offers(option, setting, choices) ? setting : undefined;
    const setting =
      fromFlag(member, command) ??
      fitting(fromEnvironment(member, io.env)) ??
      fitting(await fromFile(member, config, io.cwd, sources));
    if (setting === undefined) continue;
    settings.set(member.name, setting);
    checkNumber(setting);
    if (member.name === 'allowOutside') sources.bounds.allowOutside = setting.value === true;
    if (setting.origin.kind !== 'flag') give(setting, option, command);
  }
  patterns.scope = scopeOf(settings, io.cwd);
  return { file: config?.file, settings };
}

/** The reader loads the schema validator and YAML, which is slow, so it is loaded when there is a file. */
async function configFor(
  { config }: ConfigFlags,
  choices: Choices,
  cwd: string,
  sources: Session['sources'],
): Promise<Config | undefined> {
  if (config === false) return undefined;
  const path = config === undefined ? findUpward(cwd) : resolve(cwd, config);
  if (path === undefined) return undefined;
  const name = config ?? relative(cwd, path);
  requireData(path, name);
  const { readConfig } = await import('./read.ts');
  return readConfig(path, name, choices, sources);
}

/** Whether a command uses a member. */
export function concerns(member: Member, command: Command): boolean {
  if (member.without?.includes(commandName(command))) return true;
  if (member.except?.includes(commandName(command))) return false;
  if (member.only !== undefined && commandName(command).split(' ')[0] !== member.only) return false;
  return optionOf(member, command) !== undefined;
}

/** Its own, or one that all commands have. */
function optionOf({ attribute }: Pick<Member, 'attribute'>, command: Command): Option | undefined {
  const found = command.options.find((option) => option.attributeName() === attribute && !option.negate);
  return found ?? (command.parent === null ? undefined : optionOf({ attribute }, command.parent));
}

function fromFlag(member: Member, command: Command): Setting | undefined {
  if (command.getOptionValueSourceWithGlobals(member.attribute) !== 'cli') return undefined;
  const value = command.optsWithGlobals()[member.attribute] as Setting['value'] | number;
  const origin = { kind: 'flag', name: flagOf(member) } as const;
  return { member, value: typeof value === 'number' ? String(value) : value, origin };
}

function fromEnvironment(member: Member, env: Session['io']['env']): Setting | undefined {
  const { variables, refuseEmpty, form } = member;
  const [first = ''] = variables;
  if (refuseEmpty !== undefined && env[first] === '') {
    throw new Failure({ message: `${first} is set and empty: ${refuseEmpty}` });
  }
  const name = variables.find((candidate) => env[candidate]);
  if (name === undefined) return undefined;
  const text = env[name] as string;
  const origin = { kind: 'environment', name } as const;
  if (form === 'list') {
    const items = text.split(',').map((item) => item.trim());
    return { member, value: items.filter((item) => item !== ''), origin };
  }
  if (form !== 'switch') return { member, value: text, origin };
  const value = SWITCH.get(text.toLowerCase()) ?? (counts(member) && /^\d+$/.test(text) ? text : undefined);
  if (value === undefined) throw new Failure({ message: `${name}: it is \`true\` or \`false\`, not \`${text}\`` });
  return { member, value, origin };
}

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** @throws Failure for a file that the config file may not name */
async function fromFile(
  member: Member,
  config: Config | undefined,
  cwd: string,
  { bounds }: Session['sources'],
): Promise<Setting | undefined> {
  if (config === undefined || member.refuseInFile !== undefined) return undefined;
  const pointer = pointerOf(member);
  const written = config.valueAt(pointer);
  if (written === undefined) return undefined;
  const { message: _, ...place } = config.locate(pointer, '');
  const { folder } = config;
  const files: NamedFile[] = [];
  const value = rebased(written, member, (named) => {
    files.push(named);
    const { file } = named;
    return isAbsolute(file) ? file : relative(cwd, resolve(folder, file));
  });
  for (const file of files) {
    const message = await whyNotNamed(file, member, folder, bounds);
    if (message !== undefined) throw new Failure({ ...place, message });
  }
  return { member, value, origin: { kind: 'file', ...place } };
}

/** A switch that may have a number. */
function counts({ schema }: Member): boolean {
  return schema.type.includes('integer');
}

function rebased(value: Setting['value'], { path }: Member, rebase: (named: NamedFile) => string): Setting['value'] {
  if (path === 'file' && typeof value === 'string') return rebase({ file: value });
  if (path === 'file' && Array.isArray(value)) return value.map((file: string) => rebase({ file }));
  if (path !== 'format:file' || !Array.isArray(value)) return value;
  return value.map((item: string) => {
    const colon = item.indexOf(':');
    const file = item.slice(colon + 1);
    // The parser of the flag refuses an item without a file, with a message.
    if (colon < 0 || file === '' || file === '-') return item;
    return `${item.slice(0, colon + 1)}${rebase({ file, format: item.slice(0, colon) })}`;
  });
}

/**
 * The file and the environment set options of all commands: one that only other commands have is ignored.
 * @throws Failure for a value that no command has
 */
function offers(option: Option | undefined, setting: Setting, choices: Choices): boolean {
  if (option?.argChoices === undefined) return true;
  for (const value of [setting.value].flat() as readonly string[]) {
    if (option.argChoices.includes(value)) continue;
    const all = choices(setting.member.attribute);
    if (all?.includes(value)) return false;
    const meant = nearest(value, all ?? []);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
    throw failureAt(setting, `\`${setting.member.attribute}\` is one of ${all?.join(', ')}, not \`${value}\`${hint}`);
  }
  return true;
}

function checkNumber(setting: Setting): void {
  const { member, value } = setting;
  if (member.form !== 'number' || numberOf(String(value), member) !== undefined) return;
  throw failureAt(setting, `\`${member.attribute}\` is ${member.what}, not \`${value}\``);
}

function failureAt({ origin }: Setting, message: string): Failure {
  if (origin.kind !== 'file') return new Failure({ message: `${origin.name}: ${message}` });
  const { kind: _, ...place } = origin;
  return new Failure({ ...place, message });
}

/** The parser of the flag validates the value. */
function give(setting: Setting, option: Option | undefined, command: Command): void {
  // A switch that is off is a flag that is absent.
  if (setting.value === false) return;
  const source = setting.origin.kind === 'file' ? 'config' : 'env';
  command.setOptionValueWithSource(setting.member.attribute, parsed(setting, option), source);
}

function parsed(setting: Setting, option: Option | undefined): unknown {
  const { member, value } = setting;
  const given = value === true ? ((option?.presetArg as string | undefined) ?? true) : value;
  if (option?.parseArg === undefined || typeof given === 'boolean') return given;
  let result: unknown;
  try {
    for (const text of [given].flat() as readonly string[]) result = option.parseArg(text, result);
    return result;
  } catch (thrown) {
    if (!(thrown instanceof InvalidArgumentError)) throw thrown;
    const [first = ''] = thrown.message.replace(/\.$/, '').split('\n');
    throw failureAt(setting, `\`${String(value)}\` is no value of \`${flagOf(member)}\`; ${first}`);
  }
}
