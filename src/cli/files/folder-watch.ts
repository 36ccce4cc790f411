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
  /** Whether there are changes, and the last one is older than the debounce. */
  due = false;

  /** `tell` is called when `due` becomes true. */
  constructor(tell: () => void) {
    this.tell = tell;
  }

  /** Replaces the watched folders; for a missing folder its nearest parent is watched. */
  watch(folders: Iterable<string>): void {
    const wanted = new Set([...folders].map(nearestThere));
    for (const [folder, watcher] of this.watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const folder of wanted) if (!this.watchers.has(folder)) this.open(folder);
  }

  /** Absolute paths that were changed, created or deleted since the previous call. */
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
      // Folders are watched, since an editor replaces a file by renaming another one, which a watcher of the file would miss.
      const watcher = watch(folder, (_, name) => this.note(name === null ? folder : join(folder, name)));
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(folder);
        this.note(folder);
      });
      this.watchers.set(folder, watcher);
    } catch {
      // The folder was deleted: its parent is watched, too, and reports its return.
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

/** A folder with all its subfolders that are searched for suites and patterns. */
export function foldersIn(folder: string): readonly string[] {
  const found = [folder];
  for (let i = 0; i < found.length && found.length < MAX_FOLDERS; i++) {
    try {
      for (const entry of readdirSync(found[i] as string, { withFileTypes: true })) {
        if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
          found.push(join(found[i] as string, entry.name));
      }
    } catch {
      // Deleted or unreadable: there is nothing to watch.
    }
  }
  return found;
}

/** Systems limit the watchers of a process to some thousands. */
const MAX_FOLDERS = 5000;
