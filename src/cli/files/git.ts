/** Files in a revision of a git repository: `git:REV:path`. It starts git, which starts no other program. */
import { type ExecFileException, execFile } from 'node:child_process';
import { delimiter, isAbsolute, posix, relative, resolve } from 'node:path';
import { nearest } from '../../pattern/suggest.ts';
import { Failure } from '../findings/failure.ts';
import { size } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { slashes } from './file-name.ts';
import { type GitFile, gitFile } from './git-name.ts';
import { foreignRepository } from './git-owner.ts';

/** Timeout in ms; a revision such as `HEAD^{/TEXT}` searches the whole history. */
const PATIENCE = 60_000;

/**
 * The config of a repository may name programs and transports. These settings take precedence over it, and the commands below read objects
 * only, for which no filter, textconv or hook runs. A bare repository inside a folder may be part of a checkout.
 */
const SETTINGS = [
  'protocol.allow=never',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'credential.helper=',
  'gc.auto=0',
  'maintenance.auto=false',
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

const ENVIRONMENT = {
  // Messages in English, since some are parsed.
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  // A partial clone would fetch missing objects as its config says; versions without GIT_NO_LAZY_FETCH find no transport.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_PROTOCOL_FROM_USER: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
};

export interface GitWorld {
  /** Paths are relative to it. */
  readonly folder: string;
  readonly env: Io['env'];
  /** Larger files are refused, in bytes. */
  readonly most: number;
  /** Whether a `.git` may lead to any repository. */
  readonly allowOutside: boolean;
}

/** @throws Failure when there is no git, no repository, no such revision, or no such file in it */
export async function readGit(name: string, world: GitWorld): Promise<Buffer> {
  const file = gitFile(name);
  const { error, stdout, stderr } = await git(['cat-file', 'blob', objectName(file, world.folder)], world);
  if (error === null) return stdout;
  throw await whyNot(name, file, error, stderr, world);
}

/** Whether the file exists; false without a repository. */
export async function isInGit(name: string, world: GitWorld): Promise<boolean> {
  const { error } = await git(['cat-file', '-e', objectName(gitFile(name), world.folder)], world);
  return error === null;
}

/** Whether git has the revision; the empty one is the index. */
export async function hasRevision(revision: string, world: GitWorld): Promise<boolean> {
  if (revision === '') return true;
  return (await git(['cat-file', '-e', `${revision}^{tree}`], world)).error === null;
}

/** With `./` git resolves the path from its working folder, and it cannot begin with a dash. */
export function objectName({ revision, path }: GitFile, folder: string): string {
  return `${revision}:./${slashes(relative(folder, resolve(folder, path)))}`;
}

export interface Ran {
  readonly error: ExecFileException | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git; `input` is its standard input. @throws Failure in a checkout whose `.git` leads to another repository */
export async function git(args: readonly string[], world: GitWorld, input?: string): Promise<Ran> {
  const { folder, env, most, allowOutside } = world;
  // The environment is set by the user.
  const foreign = allowOutside || env.GIT_DIR !== undefined ? undefined : foreignRepository(folder);
  if (foreign !== undefined) {
    const advice = 'pass `--allow-outside` to allow that';
    throw new Failure({
      message: `git is not run: the \`.git\` leads to \`${foreign}\`, and nothing there leads back; ${advice}`,
    });
  }
  return new Promise((done) => {
    const options = {
      cwd: folder,
      env: { ...env, ...ENVIRONMENT, ...pathOf(env) },
      encoding: 'buffer',
      maxBuffer: most,
      timeout: PATIENCE,
      windowsHide: true,
    } as const;
    const child = execFile('git', ['--no-pager', ...SETTINGS, ...args], options, (error, stdout, stderr) =>
      done({ error, stdout, stderr: stderr.toString() }),
    );
    if (input === undefined) return;
    // A missing or ended git does not read; the callback gets the relevant error.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** Without relative folders, since a checkout may contain a program named git. */
function pathOf({ PATH }: Io['env']): { readonly PATH?: string } {
  return PATH === undefined ? {} : { PATH: PATH.split(delimiter).filter(isAbsolute).join(delimiter) };
}

async function whyNot(
  name: string,
  file: GitFile,
  error: ExecFileException,
  stderr: string,
  world: GitWorld,
): Promise<Failure> {
  const because = (message: string): Failure => new Failure({ message: `\`${name}\` cannot be read: ${message}` });
  if (error.code === 'ENOENT') return because('git was not found');
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return because(`it is larger than ${size(world.most)}`);
  if (error.killed === true) return because(`git did not answer within ${PATIENCE / 1000} seconds`);
  const told = /^(?:fatal|error): (.*)$/m.exec(stderr)?.[1] ?? (stderr.trim() || error.message);
  if (told.startsWith('not a git repository')) return because('the working folder is in no git repository');
  if (/^(?:invalid object name|log for) /.test(told)) {
    return because(`git knows no revision \`${file.revision}\``);
  }
  if (told.endsWith(': bad file')) return because('it is a folder, and a file is needed here');
  return because(`git says "${told.replace(/\.$/, '')}"${await hint(file, told, world)}`);
}

/** A hint for a path relative to the top of the repository, or for a misspelt name. */
async function hint({ revision, path }: GitFile, told: string, world: GitWorld): Promise<string> {
  if (!/^path .* (?:does not exist|exists on disk)/.test(told)) return '';
  const clean = posix.normalize(slashes(path));
  const top = await git(['cat-file', '-e', `${revision}:${clean}`], world);
  if (!posix.isAbsolute(clean) && top.error === null) {
    return '; it is there from the top of the repository, and paths start from the working folder';
  }
  if (revision === '') return '';
  const beside = `${posix.dirname(objectName({ revision, path }, world.folder))}/`;
  const { stdout } = await git(['ls-tree', '--full-tree', '-z', '--name-only', beside], world);
  const near = nearest(posix.basename(clean), stdout.toString().split('\0'));
  return near === undefined ? '' : `; there is \`${near}\` beside it`;
}
