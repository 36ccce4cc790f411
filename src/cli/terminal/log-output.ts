/** Standard output and standard error, which a runner may log. Strings are text, and pass through `logText`; bytes are data. */
import type { Output } from './io.ts';
import { logText, ownCommands } from './log-text.ts';

export class LogOutput implements Output {
  private readonly output: Output;
  private readonly decoder = new TextDecoder();

  constructor(output: Output) {
    this.output = output;
  }

  get writable(): boolean | undefined {
    return this.output.writable;
  }

  get isTTY(): boolean | undefined {
    return this.output.isTTY;
  }

  get columns(): number | undefined {
    return this.output.columns;
  }

  /** Data is written byte for byte, except to a terminal, where its characters are escaped without a change of the JSON. */
  write(chunk: string | Uint8Array): unknown {
    const { output, isTTY = false } = this;
    if (typeof chunk === 'string') return output.write(logText(chunk, isTTY));
    return output.write(isTTY ? logText(this.decoder.decode(chunk, { stream: true }), isTTY) : chunk);
  }

  /** Commands of the program itself, one on each line, of the format `github`. */
  commands(text: string): unknown {
    return this.output.write(ownCommands(text));
  }

  once(event: 'drain' | 'close', listener: () => void): unknown {
    return this.output.once?.(event, listener);
  }

  removeListener(event: 'drain' | 'close', listener: () => void): unknown {
    return this.output.removeListener?.(event, listener);
  }
}
