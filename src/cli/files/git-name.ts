/** The name of a file in a revision: `git:REV:path`. */
import { Failure } from '../findings/failure.ts';

/** A file whose own name begins so can be named with `./` before it. */
export const GIT = 'git:';

export interface GitFile {
  /** Empty for the index. */
  readonly revision: string;
  /** Relative to the working folder. */
  readonly path: string;
}

/**
 * Parses `git:REV:path`. The path may contain colons; it has no `#address`.
 * @throws Failure for a name without both parts, and for a revision that git could read as an option
 */
export function gitFile(name: string): GitFile {
  const colon = name.indexOf(':', GIT.length);
  const revision = colon < 0 ? '' : name.slice(GIT.length, colon);
  const path = colon < 0 ? '' : name.slice(colon + 1);
  if (path === '')
    throw new Failure({ message: `\`${name}\` does not say \`git:REV:path\`, as \`git:main:plan.json\` does` });
  if (revision.startsWith('-')) throw new Failure({ message: `\`${revision}\` is not a revision of git` });
  if (name.includes('\0')) throw new Failure({ message: `\`${name}\` is not the name of a file` });
  return { revision, path };
}
