/** Which files a config file may name. It is not trusted: it must not overwrite a file that another program runs or reads. */
import { extname, relative, resolve } from 'node:path';
import { type Bounds, isInside, namesGit, realOf } from '../files/bounds.ts';
import { problemsOf } from '../findings/failure.ts';
import { flagOf, type Member } from '../settings/member.ts';
import { mayBeReplaced } from './own-report.ts';

/** The endings of reports. */
const ENDINGS = ['.json', '.xml', '.sarif', '.md', '.txt', '.log', '.tap', '.html'];

/** A file named by a config file; an output has a format. */
export interface NamedFile {
  readonly file: string;
  readonly format?: string;
}

/**
 * The reason why the member may not name the file, as a sentence; undefined if it may. Files that are only read follow the rule of all
 * names in files.
 */
export async function whyNotNamed(
  { file, format }: NamedFile,
  member: Member,
  folder: string,
  bounds: Bounds,
): Promise<string | undefined> {
  const path = resolve(folder, file);
  if (member.path === 'format:file') {
    const why = await whyNoOutput(path, folder, format ?? '');
    return why === undefined ? undefined : `\`${file}\` ${why}; name it by the flag \`${flagOf(member)}\``;
  }
  try {
    await bounds.within(file, path, folder);
    return undefined;
  } catch (thrown) {
    return problemsOf(thrown)[0]?.message;
  }
}

async function whyNoOutput(path: string, folder: string, format: string): Promise<string | undefined> {
  const [real, realFolder] = await Promise.all([realOf(path), realOf(folder)]);
  if (!isInside(path, folder) || !isInside(real, realFolder)) return 'is outside of the folder of the config file';
  for (const way of [relative(folder, path), relative(realFolder, real)]) {
    if (namesGit(way) || way.split(/[\\/]/).some((part) => /^(?:\.|node_modules$)/i.test(part))) {
      return 'is hidden, or in a folder that is hidden or of packages';
    }
    if (!ENDINGS.includes(extname(way).toLowerCase())) {
      return `is not called like a report, whose name ends in ${ENDINGS.join(', ')}`;
    }
  }
  if (await mayBeReplaced(path, format)) return undefined;
  return `is there, and is no earlier report in the format \`${format}\``;
}
