/** Recognises files of this program by their content: suites, config files, baselines, reports. */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { memberOf } from '../../json.ts';
import { members as settings } from '../settings/table.ts';

/** `npm`: a package.json, recognised by its name. */
export type OwnKind = 'suite' | 'config file' | 'baseline' | 'report' | 'npm';

/** With the command that reads it in `what`. */
export type OwnFile = 'suite' | { readonly kind: OwnKind; readonly what: string };

/** The kind of an object; undefined if it is not certain. No pattern and no event has these forms. */
export function ownFileOf(root: JsonObjectNode): OwnFile | undefined {
  if (isSuite(root)) return 'suite';
  if (isBaseline(root)) return { kind: 'baseline', what: 'a baseline, which `eb-pattern check --baseline` reads' };
  const command = commandOf(root);
  if (command !== undefined) return { kind: 'report', what: `what \`eb-pattern ${command} --format json\` printed` };
  if (isSarif(root)) return { kind: 'report', what: 'a report in SARIF' };
  if (isConfig(root)) return { kind: 'config file', what: 'a config file of eb-pattern, which `--config` names' };
  return undefined;
}

/** The items of a pattern's field `tests` would be conditions. */
function isSuite(root: JsonObjectNode): boolean {
  const [tests, invalid, pattern] = ['tests', 'invalid', 'pattern'].map((name) => memberOf(root, name));
  const others = ['patterns', 'routes'].some((name) => memberOf(root, name) !== undefined);
  if (isListOf(tests, (item) => item.kind === 'object')) return pattern !== undefined || others;
  return invalid?.kind === 'array' && pattern !== undefined && pattern.kind !== 'array';
}

function isBaseline(root: JsonObjectNode): boolean {
  const isEntry = (item: JsonNode): boolean => item.kind === 'object' && hasAll(item, ['file', 'count']);
  return (
    root.members.length === 2 &&
    memberOf(root, 'version')?.kind === 'number' &&
    isListOf(memberOf(root, 'findings'), isEntry)
  );
}

const COMMAND = /^(?:check|test|match|explain|filter|route|diff|overlap|sample|code|config|stream [a-z-]+)$/;

/** The command that printed an answer as JSON. */
function commandOf(root: JsonObjectNode): string | undefined {
  const command = memberOf(root, 'command');
  if (command?.kind !== 'string' || !COMMAND.test(command.value)) return undefined;
  const isAnswer = memberOf(root, 'version')?.kind === 'number' && memberOf(root, 'errors')?.kind === 'array';
  return isAnswer ? command.value : undefined;
}

function isSarif(root: JsonObjectNode): boolean {
  const isRun = (item: JsonNode): boolean => item.kind === 'object' && hasAll(item, ['tool']);
  return memberOf(root, 'version')?.kind === 'string' && isListOf(memberOf(root, 'runs'), isRun);
}

const SETTINGS: ReadonlySet<string> = new Set(['$schema', ...settings.map(({ name }) => name.split('.')[0] as string)]);

/** Whether every member is a setting, and one of them has a name that no other kind of file has. */
function isConfig({ members }: JsonObjectNode): boolean {
  return (
    members.every(({ name }) => SETTINGS.has(name)) &&
    members.some(({ name, value }) => value.kind !== 'array' && (name === 'severities' || /[A-Z]/.test(name)))
  );
}

function isListOf(node: JsonNode | undefined, isItem: (item: JsonNode) => boolean): boolean {
  return node?.kind === 'array' && (node.items[0] === undefined || isItem(node.items[0]));
}

export function hasAll(root: JsonObjectNode, names: readonly string[]): boolean {
  return names.every((name) => memberOf(root, name) !== undefined);
}
