import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';

/** What begins as a program of Linux does, for a machine of this number, with a text in it. */
function programOf(machine: number, text: string): Uint8Array {
  const bytes = Buffer.alloc(128 + text.length);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  bytes.writeUInt16LE(machine, 18);
  bytes.write(text, 128);
  return bytes;
}

const [OWN, OTHER] = process.arch === 'arm64' ? [0xb7, 0x3e] : [0x3e, 0xb7];

const files = {
  'p/oss.json': '{"source":["acs.oss"]}',
  'p/ecs.json': '{"source": ["acs.ecs"]}',
  'before/oss.json': '{"source":["acs.oss","acs.old"]}',
  'wrong.json': '{"source":"acs.oss"}',
  'e.ndjson': '{"source":"acs.oss"}\n{"source":"x"}\n',
  'nodes/other': programOf(OTHER, 'NODE_OPTIONS'),
  'nodes/not-node': programOf(OTHER, 'nothing'),
  'nodes/linked': programOf(OTHER, 'libnode.so.115'),
  'nodes/broken': programOf(OWN, 'NODE_OPTIONS'),
  'nodes/script': `#!/bin/sh\n${'exec node "$@"\n'.repeat(9)}`,
};

function unpack(cwd: string, archive: string): string {
  const folder = join(cwd, 'unpacked');
  mkdirSync(folder);
  execFileSync('tar', ['xzf', join(cwd, archive), '-C', folder]);
  return folder;
}

const bundle = ['bundle', 'spark', 'p', '-o', 'eb.tgz', '--node', 'nodes/other'];

describe('an archive for Spark', () => {
  it('judges events without anything that is installed', async () => {
    const cwd = folderWith(files);
    const { code, out, err } = await run(['bundle', 'spark', 'p', '-o', 'eb.tgz'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      `eb.tgz: 2 patterns, Node ${process.versions.node} for ${process.platform}-${process.arch}, `,
    );
    const eb = unpack(cwd, 'eb.tgz');
    const argv = [`${eb}/package/dist/cli/bin.js`, 'filter', `${eb}/set.json`, `${cwd}/e.ndjson`, '--no-config'];
    const output = execFileSync(`${eb}/bin/node`, argv, { cwd: '/', env: { PATH: '/nonexistent' } });
    expect(output.toString()).toBe('{"source":"acs.oss"}\n');
  });

  it('holds the script, the patterns and every package that the command line imports, in equal bytes', async () => {
    const cwd = folderWith(files);
    expect((await run([...bundle, '--old', 'before'], { cwd })).out).toMatch(
      /^eb\.tgz: 2 patterns, Node for linux-\w+, not tried here, /,
    );
    const first = readFileSync(join(cwd, 'eb.tgz'));
    await run([...bundle, '--old', 'before'], { cwd });
    expect(readFileSync(join(cwd, 'eb.tgz')).equals(first)).toBe(true);
    const eb = unpack(cwd, 'eb.tgz');
    expect(readdirSync(eb).sort()).toEqual(['bin', 'eb_spark.py', 'old.json', 'package', 'set.json']);
    expect(readFileSync(`${eb}/eb_spark.py`, 'utf8')).toBe(
      readFileSync(new URL('../../../src/cli/commands/bundle/eb_spark.py', import.meta.url), 'utf8'),
    );
    await run(['pack', 'p', '-o', 'set.json'], { cwd });
    await run(['pack', 'before', '-o', 'old.json'], { cwd });
    for (const set of ['set.json', 'old.json']) {
      expect(readFileSync(join(eb, set), 'utf8')).toBe(readFileSync(join(cwd, set), 'utf8'));
    }
    expect(readFileSync(`${eb}/bin/node`).equals(files['nodes/other'])).toBe(true);
    // From a folder of its own, so that no other installation is found.
    const each = "for (const name of ['string-width', 'tinyglobby', 'undici', 'yaml']) await import(name);";
    execFileSync(process.execPath, ['--input-type=module', '-e', each], { cwd: `${eb}/package` });
  });

  test.each([
    [['-o', 'eb.zip'], 'Spark unpacks only files that end in .tgz or .tar.gz, not `eb.zip`; write `eb.tgz`'],
    [['-o', '-'], 'write `eb.tgz`'],
    [['-o', 'p/eb.tgz'], '`p/eb.tgz` is in the folder `p`'],
    [['-o', 'nodes/other/eb.tgz'], 'cannot be written'],
    [['--node', 'nodes/none'], 'there is no file `nodes/none`'],
    [['--node', 'nodes'], '`nodes` cannot be read (EISDIR)'],
    [['--node', 'nodes/script'], 'is not a program of Linux or macOS'],
    [['--node', 'nodes/not-node'], 'it is not Node'],
    [['--node', 'nodes/linked'], 'it needs the library libnode'],
    [['--node', 'nodes/broken'], '`nodes/broken` cannot be started'],
    [['--old', 'none'], 'there is no file `none`'],
    [['--old', 'wrong.json'], 'wrong.json'],
  ])('%j: %s', async (flags, message) => {
    const cwd = folderWith(files);
    const { code, err } = await run([...bundle, ...flags], { cwd });
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['before', 'e.ndjson', 'nodes', 'p', 'wrong.json']);
  });

  it('is not written for patterns of two languages', async () => {
    const cwd = folderWith(files);
    await run(['pack', 'before', '-o', 'old.json', '--extension', 'traceid'], { cwd });
    const { code, err } = await run([...bundle, '--old', 'old.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('backtest needs one language');
    expect(existsSync(join(cwd, 'eb.tgz'))).toBe(false);
  });

  it('is not left half written when the user interrupts it', async () => {
    const cwd = folderWith(files);
    const { code } = await run(bundle, { cwd, signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(readdirSync(cwd)).not.toContain('eb.tgz');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
