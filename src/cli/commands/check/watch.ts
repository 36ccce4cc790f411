/** Checks patterns again after a change of a file or folder from which they were read, until the user stops it. */
import { dirname, resolve } from 'node:path';
import { Folders, foldersIn } from '../../files/folder-watch.ts';
import type { Names } from '../../files/names.ts';
import { reopened, type Session } from '../../session/session.ts';
import { CLEAR } from '../../terminal/terminal.ts';

/** Each round reads all files again, and ends before the next one begins. Resolves when the signal is aborted. */
export async function watchPatterns(
  namesNow: (fresh: Session) => Names,
  session: Session,
  run: (names: Names, fresh: Session) => Promise<void>,
): Promise<void> {
  const { io, out } = session;
  const signal = io.onInterrupt?.();
  const stopped = (): boolean => signal?.aborted === true;
  let wake: () => void = () => undefined;
  const folders = new Folders(() => wake());
  signal?.addEventListener('abort', () => wake(), { once: true });
  try {
    for (let first = true; !stopped(); first = false) {
      folders.take();
      const fresh = reopened({
        ...session,
        io: { ...io, ...(signal === undefined ? {} : { onInterrupt: () => signal }) },
      });
      const found = namesNow(fresh);
      // Before files are read: a later change begins another round.
      folders.watch(foldersOf(found.names, fresh));
      if (!first && io.stdout.isTTY === true) io.stdout.write(CLEAR);
      await run(found, fresh);
      folders.watch(foldersOf(found.names, fresh));
      if (!stopped()) out.line(out.paint('dim', 'waiting for changes; Ctrl-C ends it'));
      while (!folders.due && !stopped()) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    }
  } finally {
    folders.close();
  }
}

/** The folders of the names, and of all files that were read. */
function foldersOf(names: readonly string[], { io, sources }: Session): ReadonlySet<string> {
  const roots = names.map((name) => resolve(io.cwd, name));
  return new Set([
    io.cwd,
    ...roots.flatMap((root) => [dirname(root), ...foldersIn(root)]),
    ...[...sources.paths].map(dirname),
  ]);
}
