/** Takes down what the reader of a document finds in it. It knows places, and no tool. */
import type { JsonNode } from '../../index.ts';
import { lineFinder } from '../read/lines.ts';
import type { Broken, Found, PatternSource, Skipped } from './found.ts';
import { type Layer, type Opened, open, textOf } from './layer.ts';

export class Collector implements Found {
  readonly patterns: PatternSource[] = [];
  readonly skipped: Skipped[] = [];
  readonly broken: Broken[] = [];
  private readonly file: string;
  private readonly within: string;

  constructor(file: string, within: string) {
    this.file = file;
    this.within = within;
  }

  get isEmpty(): boolean {
    return this.patterns.length + this.skipped.length + this.broken.length === 0;
  }

  /** Whatever the node is: what is no pattern gets its finding. */
  pattern(address: string, node: JsonNode, layer: Layer): void {
    const { file, within } = this;
    this.patterns.push({ file, within, address, name: `${file}#${address}`, ...textOf(node, layer) });
  }

  skip(address: string, node: JsonNode, layer: Layer, message: string): void {
    this.skipped.push({ file: this.file, address, ...lineFinder(this.within)(layer.place(node.range.start)), message });
  }

  /** What a node holds, or undefined when it is a string that is not JSON, which is taken down. */
  open(address: string, name: string, node: JsonNode, layer: Layer): Opened | undefined {
    const opened = open(node, layer);
    if (!('problem' in opened)) return opened;
    const message = `\`${name}\` of \`${address}\` is not JSON: ${opened.problem.message}`;
    this.broken.push({ address, problem: { file: this.file, ...lineFinder(this.within)(opened.at), message } });
    return undefined;
  }
}
