/** The program of Node that an archive holds: it must run on machines that have nothing of Node. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../../findings/failure.ts';

export interface NodeBinary {
  readonly bytes: Buffer;
  /** `linux-x64`. */
  readonly platform: string;
  /** `22.15.0`; undefined for a program of another platform, which cannot be started here. */
  readonly version: string | undefined;
}

/** As in `engines` of package.json. */
const OLDEST = [20, 19] as const;

/** @throws Failure unless it is a whole Node that the package runs on, as far as this machine can tell */
export async function readNode(name: string, cwd: string): Promise<NodeBinary> {
  const path = resolve(cwd, name);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Failure({ message: `there is no file \`${name}\`` });
    throw new Failure({ message: `\`${name}\` cannot be read (${error.code})` });
  });
  const platform = platformOf(bytes);
  if (platform === undefined) {
    throw new Failure({
      message: `\`${name}\` is not a program of Linux or macOS; name the program itself, such as node_modules/node/bin/node of npm's package \`node\``,
    });
  }
  if (!bytes.includes('NODE_OPTIONS')) {
    const why = bytes.includes('libnode.')
      ? 'it needs the library libnode, which the archive does not hold'
      : 'it is not Node';
    throw new Failure({
      message: `\`${name}\` cannot be packed: ${why}; name another with \`--node\`, such as node_modules/node/bin/node of npm's package \`node\``,
    });
  }
  const isOwn = platform === `${process.platform}-${process.arch}`;
  return { bytes, platform, version: isOwn ? await versionOf(name, path) : undefined };
}

const ELF_MACHINES: Readonly<Record<number, string>> = {
  62: 'x64',
  183: 'arm64',
  243: 'riscv64',
  21: 'ppc64',
  22: 's390x',
};
const MACH_CPUS: Readonly<Record<number, string>> = { 16777223: 'x64', 16777228: 'arm64' };

/** By its first bytes; undefined for a script and for a program of Windows. */
function platformOf(bytes: Buffer): string | undefined {
  if (bytes.length < 64) return undefined;
  if (bytes.readUInt32BE(0) === 0x7f454c46) {
    const isLittle = bytes[5] === 1;
    const machine = isLittle ? bytes.readUInt16LE(18) : bytes.readUInt16BE(18);
    return `linux-${ELF_MACHINES[machine] ?? `machine ${machine}`}`;
  }
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return `darwin-${MACH_CPUS[bytes.readUInt32LE(4)] ?? 'unknown'}`;
  return undefined;
}

async function versionOf(name: string, path: string): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 }).catch(() => {
    throw new Failure({ message: `\`${name}\` cannot be started` });
  });
  const [, version = '', major = '', minor = ''] = /^v((\d+)\.(\d+)\.\d+(?:[-+][-+.\w]*)?)$/.exec(stdout.trim()) ?? [];
  if (version === '')
    throw new Failure({ message: `\`${name}\` is not Node: \`--version\` does not print a version of it` });
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (isOld)
    throw new Failure({ message: `\`${name}\` is Node ${version}; eb-pattern needs ${OLDEST.join('.')} or later` });
  return version;
}
