/** Sends diagnostics: of each change those of the newest text, and afterwards those of other documents that depend on it. */

/** Milliseconds without a change after which other documents are looked at. */
const QUIET = 150;
/** Most milliseconds that a change waits for the next one, where an answer takes longer than that. */
const MOST_WAIT = 100;

export interface Target {
  /** Sends the diagnostics of the newest text; with `changed`, only when they are others than those that were sent. */
  publish(uri: string, onlyChanged: boolean): Promise<void>;
  /** Addresses of the open documents. */
  open(): readonly string[];
  /** Lenses and hints may be others now. */
  refresh(): void;
}

export class Publisher {
  private readonly target: Target;
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** Milliseconds of the last answer, by document. */
  private readonly took = new Map<string, number>();
  private others: NodeJS.Timeout | undefined;

  constructor(target: Target) {
    this.target = target;
  }

  /** The text of a document has changed. */
  changed(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    // Changes that arrive together are answered once.
    const wait = Math.min(this.took.get(uri) ?? 0, MOST_WAIT);
    this.waiting.set(
      uri,
      setTimeout(() => void this.run(uri), wait),
    );
    this.later(uri);
  }

  closed(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    this.took.delete(uri);
    this.later();
  }

  /** A file on the disk, or a setting, has changed. */
  later(except?: string): void {
    clearTimeout(this.others);
    this.others = setTimeout(() => void this.publishOthers(except), QUIET);
  }

  end(): void {
    clearTimeout(this.others);
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  private async run(uri: string): Promise<void> {
    this.waiting.delete(uri);
    const start = performance.now();
    await this.target.publish(uri, false);
    this.took.set(uri, performance.now() - start);
  }

  private async publishOthers(except: string | undefined): Promise<void> {
    const others = this.target.open().filter((uri) => uri !== except && !this.waiting.has(uri));
    for (const uri of others) await this.target.publish(uri, true);
    if (except === undefined || others.length > 0) this.target.refresh();
  }
}
