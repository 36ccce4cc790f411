/** Watches folders for changes. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Debounce in milliseconds: editors and tools write a file several times. */
const QUIET = 100;

export class Folders {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly tell: () => void;
  /** Whether changes wait to be taken, and it has been quiet for a moment. */
  due = false;

  /** `tell` is called when there are changes to be taken, and it has been quiet for a moment. */
  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** Exactly these folders are watched from now on; of one that is not there, the nearest folder above it. */
  watch(folders: Iterable<string>): void {
    const wanted = new Set([...folders].map(nearestThere));
    for (const [folder, watcher] of this.watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of wanted) if (!this.watchers.has(folder)) this.open(folder);
  }

  /** Full paths of what was changed, made or deleted since the previous call. */
  take(): ReadonlySet<string> {
    const taken = new Set(this.changed);
    this.changed.clear();
    this.due = false;
    return taken;
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private open(folder: string): void {
    try {
      // An editor that replaces a file renames another one: a watcher of the file itself would lose it.
      const watcher = watch(folder, (_, name) => this.note(name === null ? folder : join(folder, name)));
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(folder);
        this.note(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {
      // The folder has gone: the folder above is watched too, and reports its return.
      this.note(folder);
    }
  }

  private note(path: string): void {
    this.changed.add(path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.due = true;
      this.tell();
    }, QUIET);
  }
}

function nearestThere(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(at, { throwIfNoEntry: false })?.isDirectory() || dirname(at) === at) return at;
  }
}

/** A folder and all folders in it in which suites and patterns are looked for. */
export function foldersIn(folder: string): readonly string[] {
  const found = [folder];
  for (let i = 0; i < found.length && found.length < MAX_FOLDERS; i++) {
    try {
      for (const entry of readdirSync(found[i] as string, { withFileTypes: true })) {
        if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
          found.push(join(found[i] as string, entry.name));
      }
    } catch {
      // Gone, or not to be read: there is nothing to watch.
    }
  }
  return found;
}

/** Systems let a process watch some thousands. */
const MAX_FOLDERS = 5000;
