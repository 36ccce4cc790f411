/** The config file: `eb-pattern.config.json` or `.yaml`, in this folder or one above. It holds no secrets, since it is committed. */
import { access } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type JsonNode, nearest } from '../../index.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { problemAt, readDocument, type SourceDocument } from '../read/document.ts';
import type { Sources } from '../read/source.ts';

const NAMES = ['eb-pattern.config.json', 'eb-pattern.config.yaml'];

/** Each group of the file and its members. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  stream: ['accountId', 'region', 'endpoint', 'transport', 'auth', 'timeout', 'interval', 'retries', 'price'],
};

const SECRET = /secret|token|password|credential|access-?_?key|api-?_?key|private-?_?key/i;

export interface Setting {
  readonly text: string;
  /** Throws a failure with the place of the value. */
  readonly fail: (message: string) => never;
}

export interface Config {
  get(group: string, member: string): Setting | undefined;
}

const EMPTY: Config = { get: () => undefined };

/** @throws Failure for a file that is broken, has unknown members, or holds a secret */
export async function readConfig({ cwd }: Io, sources: Sources): Promise<Config> {
  const path = await findUpward(cwd);
  if (path === undefined) return EMPTY;
  const document = readDocument(await sources.file(relative(cwd, path), path), 'config file');
  refuseSecrets(document.root, document);
  return configOf(document);
}

async function findUpward(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const there = await Promise.all(NAMES.map((name) => exists(join(folder, name))));
    const found = NAMES.filter((_, i) => there[i]);
    if (found.length > 1) throw new Failure({ message: `there are ${found.join(' and ')} in ${folder}: keep one` });
    if (found[0] !== undefined) return join(folder, found[0]);
    if (dirname(folder) === folder) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function configOf(document: SourceDocument): Config {
  const settings = new Map<string, Setting>();
  for (const [group, node] of membersOf(document.root, document, 'the config file', Object.keys(GROUPS))) {
    for (const [member, value] of membersOf(node, document, `\`${group}\``, GROUPS[group] ?? [])) {
      const fail = (message: string): never => {
        throw new Failure(problemAt(document, value.range, message));
      };
      const text = value.kind === 'number' ? value.text : value.kind === 'string' ? value.value : undefined;
      settings.set(`${group}.${member}`, { text: text ?? fail(`\`${member}\` is a text or a number`), fail });
    }
  }
  return { get: (group, member) => settings.get(`${group}.${member}`) };
}

function membersOf(
  node: JsonNode,
  document: SourceDocument,
  what: string,
  known: readonly string[],
): readonly (readonly [string, JsonNode])[] {
  if (node.kind !== 'object') throw new Failure(problemAt(document, node.range, `${what} is a map`));
  return node.members.map(({ name, nameRange, value }) => {
    if (known.includes(name)) return [name, value] as const;
    const meant = nearest(name, known);
    const hint = meant === undefined ? `it may have ${known.join(', ')}` : `did you mean \`${meant}\`?`;
    throw new Failure(problemAt(document, nameRange, `${what} has no member \`${name}\`; ${hint}`));
  });
}

/** Wherever it stands: the value is never told. */
function refuseSecrets(node: JsonNode, document: SourceDocument): void {
  if (node.kind === 'array') for (const item of node.items) refuseSecrets(item, document);
  if (node.kind !== 'object') return;
  for (const { name, nameRange, value } of node.members) {
    if (SECRET.test(name)) {
      const message = `\`${name}\` does not belong in a file that is committed; remove it, and set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or DASHSCOPE_API_KEY`;
      throw new Failure(problemAt(document, nameRange, message));
    }
    refuseSecrets(value, document);
  }
}
