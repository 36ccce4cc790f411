/** Takes down what the reader of a document finds in it. It knows places, and no tool. */
import type { JsonNode } from '../../index.ts';
import { lineFinder } from '../read/lines.ts';
import { masked } from '../read/masked.ts';
import type { Broken, Found, PatternSource, Skipped } from './found.ts';
import { type Layer, type Opened, open, textOf } from './layer.ts';

export class Collector implements Found {
  patterns: PatternSource[] = [];
  readonly skipped: Skipped[] = [];
  readonly broken: Broken[] = [];
  private readonly file: string;
  private readonly within: string;
  private readonly prefix: string;

  /** `prefix` stands before each address. */
  constructor(file: string, within: string, prefix: string) {
    this.file = file;
    this.within = within;
    this.prefix = prefix;
  }

  get isEmpty(): boolean {
    return this.patterns.length + this.skipped.length + this.broken.length === 0;
  }

  /** Whatever the node is: what is no pattern gets its finding. */
  pattern(place: string, node: JsonNode, layer: Layer): void {
    const { file, within } = this;
    const address = this.prefix + place;
    this.patterns.push({ file, within, address, name: `${file}#${address}`, ...textOf(node, layer) });
  }

  /** A pattern of a stream that is absent or empty, which is `{}` there. */
  empty(place: string, node: JsonNode, layer: Layer): void {
    const { file, within } = this;
    const address = this.prefix + place;
    const at = layer.place(node.range.start);
    this.patterns.push({ file, within, address, name: `${file}#${address}`, text: '{}', place: () => at });
  }

  skip(place: string, node: JsonNode, layer: Layer, message: string): void {
    const at = lineFinder(this.within)(layer.place(node.range.start));
    this.skipped.push({ file: this.file, address: this.prefix + place, ...at, message });
  }

  /** Hides secrets wherever the file is shown. Nothing is hidden of what is read. */
  hide(nodes: readonly JsonNode[], layer: Layer): void {
    if (nodes.length === 0) return;
    const ranges = nodes.map(({ range }) => ({ start: layer.place(range.start), end: layer.place(range.end) }));
    const shown = masked(this.within, ranges);
    this.patterns = this.patterns.map((pattern) => ({ ...pattern, shown }));
  }

  /** What a node holds, or undefined when it is a string that is not JSON, which is taken down. */
  open(place: string, name: string, node: JsonNode, layer: Layer): Opened | undefined {
    const opened = open(node, layer);
    if (!('problem' in opened)) return opened;
    const address = this.prefix + place;
    const message = `\`${name}\` of \`${address}\` is not JSON: ${opened.problem.message}`;
    this.broken.push({ address, problem: { file: this.file, ...lineFinder(this.within)(opened.at), message } });
    return undefined;
  }
}
