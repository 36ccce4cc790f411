/** Runs the command line in a folder of its own, without a process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface World {
  /** Names and contents; a folder where the name ends with a slash. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** One chunk, or several. */
  readonly stdin?: string | readonly Uint8Array[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether input and both outputs are a terminal. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Ends a command that asks whether the user wants to stop. */
  readonly signal?: AbortSignal;
  /** Told of standard output as it comes. */
  readonly onOut?: (text: string) => void;
  /** Instead of a fresh folder. */
  readonly cwd?: string;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export async function run(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const written: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  const output = (name: 'out' | 'err') => ({
    write(chunk: string | Uint8Array) {
      written[name].push(Buffer.from(chunk));
      if (name === 'out') world.onOut?.(Buffer.from(chunk).toString());
    },
    isTTY: world.isTTY,
    columns: world.columns,
  });
  const code = await main(argv, {
    stdin: {
      isTTY: world.isTTY,
      async *[Symbol.asyncIterator]() {
        const { stdin = '' } = world;
        yield* typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin;
      },
    },
    stdout: output('out'),
    stderr: output('err'),
    env: world.env ?? {},
    cwd: world.cwd ?? folderWith(world.files ?? {}),
    ...(world.signal === undefined ? {} : { onInterrupt: () => world.signal as AbortSignal }),
  });
  return { code, out: Buffer.concat(written.out).toString(), err: Buffer.concat(written.err).toString() };
}

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}

/** The lines of a text without the empty one after the last line end. */
export function lines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}
