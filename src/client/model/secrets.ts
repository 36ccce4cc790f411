/** Which members hold secrets: those that the tables mark, and members of no table whose names look like secrets. */
import type { Members, Shape } from './shape.ts';
import { documents } from './stream.ts';
import { targetParameter } from './target-parameter.ts';

const secret = new Set<string>();
const open = new Set<string>(['NextToken']);

function collect(members: Members): void {
  for (const [name, shape] of Object.entries(members)) {
    (shape.secret === true ? secret : open).add(name);
    inside(shape);
  }
}

function inside(shape: Shape): void {
  if (shape.kind === 'object') collect(shape.members);
  if (shape.kind === 'list') inside(shape.item);
}

collect(documents.create.members);
collect(targetParameter.members);

/** The names of members that the tables mark as secret, and `AccessKeySecret`, which files near stream documents often have. */
export const secretNames: readonly string[] = [...secret, 'AccessKeySecret'].sort();

const secretKeys = new Set(secretNames.map((name) => name.toLowerCase()));
const openKeys = new Set([...open].map((name) => name.toLowerCase()));
const LOOKS_SECRET = /pas+(?:w|phrase)|secret|token|api[-_.]?key|private[-_.]?key|credential/i;

/** Whether a member of this name holds a secret: in `secretNames`, in any case, or unknown with a name such as `apiToken`. @throws TypeError for anything but a text */
export function isSecretMember(name: string): boolean {
  if (typeof name !== 'string') throw new TypeError('`isSecretMember` takes the name of a member');
  const key = name.toLowerCase();
  return secretKeys.has(key) || (!openKeys.has(key) && LOOKS_SECRET.test(name));
}

/** Whether the value at a path is a secret or part of one. @throws TypeError for anything but a list */
export function isSecretPath(path: readonly (string | number)[]): boolean {
  if (!Array.isArray(path)) throw new TypeError('`isSecretPath` takes a list of names and numbers');
  return path.some((part) => typeof part === 'string' && isSecretMember(part));
}
