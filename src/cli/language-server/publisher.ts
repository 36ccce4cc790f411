/** Sends diagnostics: of each change those of the newest text, and afterwards those of other documents that depend on it. */

/** Milliseconds without a change after which other documents are looked at. */
const QUIET = 150;

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
  private readonly waiting = new Map<string, NodeJS.Immediate>();
  /** Documents that are answered at the moment; with `true`, one that was changed since. */
  private readonly running = new Map<string, boolean>();
  private others: NodeJS.Timeout | undefined;

  constructor(target: Target) {
    this.target = target;
  }

  /** The text of a document has changed. */
  changed(uri: string): void {
    if (this.running.has(uri)) this.running.set(uri, true);
    else {
      // Changes that arrive together are answered once.
      clearImmediate(this.waiting.get(uri));
      this.waiting.set(
        uri,
        setImmediate(() => void this.run(uri)),
      );
    }
    this.later(uri);
  }

  closed(uri: string): void {
    clearImmediate(this.waiting.get(uri));
    this.waiting.delete(uri);
    this.later();
  }

  /** A file on the disk, or a setting, has changed. */
  later(except?: string): void {
    clearTimeout(this.others);
    this.others = setTimeout(() => void this.publishOthers(except), QUIET);
  }

  end(): void {
    clearTimeout(this.others);
    for (const waiting of this.waiting.values()) clearImmediate(waiting);
  }

  private async run(uri: string): Promise<void> {
    this.waiting.delete(uri);
    this.running.set(uri, false);
    await this.target.publish(uri, false);
    const isChanged = this.running.get(uri);
    this.running.delete(uri);
    if (isChanged === true) this.changed(uri);
  }

  private async publishOthers(except: string | undefined): Promise<void> {
    const isDue = (uri: string): boolean => this.waiting.has(uri) || this.running.has(uri);
    const others = this.target.open().filter((uri) => uri !== except && !isDue(uri));
    for (const uri of others) await this.target.publish(uri, true);
    if (except === undefined || others.length > 0) this.target.refresh();
  }
}
