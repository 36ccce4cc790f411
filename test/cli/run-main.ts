/** Runs the command line in a new folder, without a process. */
import { main } from '../../src/cli/main.ts';
import { folderWith } from '../support/folders.ts';

export { folderWith };

export interface World {
  /** Contents by name; a name that ends with a slash is a folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** One chunk, or several. */
  readonly stdin?: string | readonly Uint8Array[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether input and both outputs are a terminal. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Aborts the run, as SIGINT does. */
  readonly signal?: AbortSignal;
  /** Called with each part of standard output. */
  readonly onOut?: (text: string) => void;
  /** Default: a new folder. */
  readonly cwd?: string;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

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

/** The lines of a text without the empty one after the last line end. */
export function lines(text: string): string[] {
  return text.split('\n').slice(0, -1);
}
