/**
 * Reads a config file and validates all of it, including settings that the command does not use. Secrets in it are refused, since it is
 * committed.
 */
import { dirname, extname } from 'node:path';
import { type JsonNode, pointerTo } from '../../index.ts';
import type { Sources } from '../files/source.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import { flagOf, type Member, numberOf, pointerOf, type Setting } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import { readWanted } from '../sources/wrong-kind.ts';
import { nodeAt, plainValue } from '../syntax/document.ts';
import { type DocumentSchema, inDocument, type Locate, shapeProblems } from '../syntax/schema-check.ts';
import type { Choices } from './choices.ts';
import { configSchema } from './schema.ts';
import { config as validate } from './validator.generated.js';

export interface Config {
  /** Relative to the working folder. */
  readonly file: string;
  /** The absolute name of its folder. */
  readonly folder: string;
  readonly root: JsonNode;
  /** Undefined where the file has no such setting. */
  valueAt(pointer: string): Setting['value'] | undefined;
  /** For messages on the value at a pointer. */
  readonly locate: Locate;
}

/** `name` is its name in messages. @throws Failure for a file that is broken, has unknown or invalid members, or contains a secret */
export async function readConfig(path: string, name: string, choices: Choices, sources: Sources): Promise<Config> {
  const { root, locate } = await load(path, name, sources);
  const valueAt = (pointer: string): Setting['value'] | undefined => {
    const node = nodeAt(root, pointer)?.node;
    return node && valueIn(node);
  };
  const config = { file: name, folder: dirname(path), root, valueAt, locate };
  refuseSecrets(config.root, '', config.locate);
  refuseTwice(config.root, '', config.locate);
  refuseForFlags(config);
  const problems = shapeProblems(shapeOf(choices), config.root, config.locate);
  if (problems.length > 0) throw new Failure(problems);
  checkNumbers(config);
  return config;
}

/** Numbers keep their text: an id of many digits would not survive as a number. */
function valueIn(node: JsonNode): Setting['value'] {
  return node.kind === 'number' ? node.text : (plainValue(node) as Setting['value']);
}

async function load(path: string, name: string, sources: Sources): Promise<Pick<Config, 'root' | 'locate'>> {
  const source = await sources.file(name, path);
  const isEmpty = extname(path) !== '.json' && setsNothing(source.text);
  const document = isEmpty ? { file: name, text: source.text, root: EMPTY } : readWanted(source, 'config file');
  return { root: document.root, locate: inDocument(document) };
}

const EMPTY: JsonNode = { kind: 'object', members: [], range: { start: 0, end: 0 } };

/** YAML that is blank, or in which all settings are commented out. */
function setsNothing(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.every((line) => line === '' || line.startsWith('#') || line === '---');
}

function shapeOf(choices: Choices): DocumentSchema {
  const words: DocumentSchema['words'] = {
    owner: (pointer) => (pointer === '' ? 'the config file' : undefined),
    known: (pointer) => (pointer === '/severities' ? '`check` shows codes in brackets' : undefined),
    message({ keyword, instancePath, data }, what) {
      if (['minimum', 'maximum', 'exclusiveMinimum', 'multipleOf'].includes(keyword)) {
        const found = members.find((member) => pointerOf(member) === instancePath);
        return `${what} is ${found?.what}, not \`${String(data)}\``;
      }
      return undefined;
    },
  };
  return {
    // Explains problems, which are rare, and takes the flags of all commands.
    get schema() {
      return configSchema(choices);
    },
    validate,
    words,
  };
}

/** A number may be given as a text, which no schema measures. */
function checkNumbers({ root, locate }: Config): void {
  for (const member of members) {
    const node = nodeAt(root, pointerOf(member))?.node;
    if (member.form !== 'number' || node?.kind !== 'string') continue;
    if (numberOf(node.value, member) !== undefined) continue;
    throw new Failure(locate(pointerOf(member), `\`${member.attribute}\` is ${member.what}, not \`${node.value}\``));
  }
}

/** The file may be a stranger's: settings that it must not decide are refused by name. */
function refuseForFlags({ root, locate }: Config): void {
  const problems = members.flatMap((member) => {
    if (member.refuseInFile === undefined || nodeAt(root, pointerOf(member)) === undefined) return [];
    const names = member.name.split('.');
    const owner = pointerTo(names.slice(0, -1));
    return [locate(owner, whyRefused(member), names.at(-1))];
  });
  if (problems.length > 0) throw new Failure(problems);
}

function whyRefused(member: Member): string {
  const { name, variables, refuseInFile } = member;
  return `\`${name}\` does not belong in a config file: ${refuseInFile}; give \`${flagOf(member)}\`, or set ${variables[0]}`;
}

const SECRET = /secret|token|password|credential|access-?_?key|api-?_?key|private-?_?key/i;

/** In any place; the message does not contain the value. */
function refuseSecrets(node: JsonNode, pointer: string, locate: Locate): void {
  eachMember(node, pointer, (name, owner) => {
    if (!SECRET.test(name)) return;
    const message = `\`${name}\` does not belong in a file that is committed; remove it, and set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or DASHSCOPE_API_KEY`;
    throw new Failure(locate(owner, message, name));
  });
}

/** YAML has refused them already. */
function refuseTwice(node: JsonNode, pointer: string, locate: Locate): void {
  const seen = new Set<string>();
  eachMember(node, pointer, (name, owner) => {
    const place = JSON.stringify([owner, name]);
    if (seen.has(place)) throw new Failure(secondOf(locate, owner, name));
    seen.add(place);
  });
}

function secondOf(locate: Locate, owner: string, name: string): Problem {
  return locate(owner, `the member name \`${name}\` occurs twice`, name);
}

function eachMember(node: JsonNode, pointer: string, visit: (name: string, owner: string) => void): void {
  if (node.kind === 'array') {
    for (const [i, item] of node.items.entries()) eachMember(item, `${pointer}${pointerTo([i])}`, visit);
  }
  if (node.kind !== 'object') return;
  for (const { name, value } of node.members) {
    visit(name, pointer);
    eachMember(value, `${pointer}${pointerTo([name])}`, visit);
  }
}
