/** The settings `patterns` and `ignore` as tests of paths. */
import { dirname, relative, resolve } from 'node:path';
import { slashes } from '../files/file-name.ts';
import { type Glob, matchesGlob, readGlob } from '../files/glob.ts';
import { Failure } from '../findings/failure.ts';
import type { Setting } from '../settings/member.ts';

/** Paths are absolute. */
export interface Scope {
  /** Whether a file is a pattern, with any content. */
  isDeclared(path: string): boolean;
  isIgnored(path: string): boolean;
}

export const NO_SCOPE: Scope = { isDeclared: () => false, isIgnored: () => false };

/**
 * Globs of a config file are relative to its folder, those of the environment to the working folder.
 * @throws Failure for a glob with too many alternatives
 */
export function scopeOf(settings: ReadonlyMap<string, Setting>, cwd: string): Scope {
  return {
    isDeclared: matcherOf(settings.get('patterns'), cwd),
    isIgnored: matcherOf(settings.get('ignore'), cwd),
  };
}

function matcherOf(setting: Setting | undefined, cwd: string): (path: string) => boolean {
  if (setting === undefined) return () => false;
  const { origin } = setting;
  const folder = origin.kind === 'file' && origin.file !== undefined ? resolve(cwd, dirname(origin.file)) : cwd;
  const globs = [setting.value].flat().map((text) => globOf(String(text), setting));
  return (path) => {
    const name = slashes(relative(folder, path));
    return !name.startsWith('../') && globs.some((glob) => matchesGlob(glob, name));
  };
}

function globOf(text: string, { origin, member }: Setting): Glob {
  try {
    return readGlob(text);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    const message = `\`${member.name}\` has a glob with ${thrown.message}: \`${text.slice(0, 60)}\``;
    if (origin.kind !== 'file') throw new Failure({ message: `${origin.name}: ${message}` });
    const { kind: _, ...place } = origin;
    throw new Failure({ ...place, message });
  }
}
