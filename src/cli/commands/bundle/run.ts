/** `eb-pattern bundle`: an archive with which a cluster judges events as this program does. */
import { extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { writeWhole } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import { plural, showPassed } from '../../findings/show.ts';
import type { LanguageOptions } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import type { SkipOptions } from '../../sources/named-patterns.ts';
import { type Packing, packPatterns, refusePatternAsOutput } from '../../sources/packing.ts';
import { size } from '../../terminal/amounts.ts';
import { INTERRUPTED, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { installedFiles, sparkScript } from './installed.ts';
import { type NodeBinary, readNode } from './node-binary.ts';
import { type TarEntry, tar } from './tar.ts';

export interface BundleOptions extends LanguageOptions, SkipOptions {
  readonly output: string;
  /** The patterns before a change. */
  readonly old?: string;
  /** The program of Node; undefined for the running one. */
  readonly node?: string;
}

export async function bundle(names: readonly string[], options: BundleOptions, session: Session): Promise<number> {
  const { io, out, err } = session;
  const { output, old } = options;
  // Spark unpacks an archive by the ending of its name.
  if (!/\.(?:tgz|tar\.gz)$/i.test(output)) {
    const better = output === '-' ? 'eb.tgz' : `${output.slice(0, output.length - extname(output).length)}.tgz`;
    throw new Failure({
      message: `Spark unpacks only files that end in .tgz or .tar.gz, not \`${output}\`; write \`${better}\``,
    });
  }
  await refusePatternAsOutput([...names, ...(old === undefined ? [] : [old])], output, io.cwd);
  const world = { patterns: session.patterns, cwd: io.cwd };
  const set = await packPatterns(names, options, world);
  const before = old === undefined ? undefined : await packPatterns([old], options, world);
  if (before !== undefined) refuseOtherLanguage(set, before);
  showPassed(set.passed, options.listSkipped === true, err);
  const node = await readNode(options.node ?? process.execPath, io.cwd);
  const signal = io.onInterrupt?.();
  let bytes = 0;
  try {
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of Readable.from(tar(entries(set, before, node))).compose(createGzip({ level: 6 }))) {
        bytes += (piece as Uint8Array).length;
        yield piece as Uint8Array;
      }
    };
    await writeWhole(output, resolve(io.cwd, output), counted(), signal);
  } catch (thrown) {
    if (signal?.aborted) return INTERRUPTED;
    throw thrown;
  }
  const version =
    node.version === undefined
      ? `Node for ${node.platform}, not tried here`
      : `Node ${node.version} for ${node.platform}`;
  out.line(printable(`${output}: ${plural(set.count, 'pattern')}, ${version}, ${size(bytes)}`));
  return YES;
}

/** @throws Failure, since both are judged in one pass */
function refuseOtherLanguage({ language }: Packing, { language: old }: Packing): void {
  if (JSON.stringify(language) === JSON.stringify(old)) return;
  const said = ({ dialect, extensions }: Packing['language']): string =>
    extensions.length === 0 ? `\`${dialect}\`` : `\`${dialect}\` with the extensions ${extensions.join(', ')}`;
  throw new Failure({
    message: `the patterns are of ${said(language)}, and those of \`--old\` of ${said(old)}; backtest needs one language`,
  });
}

/** The small files first: `tar` finds the script at once. */
async function* entries(set: Packing, before: Packing | undefined, node: NodeBinary): AsyncGenerator<TarEntry> {
  yield { name: 'eb_spark.py', bytes: await sparkScript() };
  yield { name: 'set.json', bytes: Buffer.from(set.text) };
  if (before !== undefined) yield { name: 'old.json', bytes: Buffer.from(before.text) };
  yield* installedFiles('package');
  yield { name: 'bin/node', bytes: node.bytes, isProgram: true };
}
