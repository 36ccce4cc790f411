/** Collects what the reader of a document finds: patterns, unknown values, problems. Independent of the tool. */
import type { JsonNode, Range } from '../../index.ts';
import { lineFinder } from '../findings/line-finder.ts';
import type { Broken, Found, PatternSource, Skipped } from './found.ts';
import { type Layer, type Opened, open, openPartly, textOf } from './layer.ts';

/** A pattern that is secret, or has values in it that are not known. */
export interface Around {
  readonly pattern: JsonNode;
  readonly layer: Layer;
  readonly isUnknown: (node: JsonNode) => boolean;
  readonly secret?: boolean | undefined;
}

export class Collector implements Found {
  patterns: PatternSource[] = [];
  skipped: Skipped[] = [];
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

  /** The stream around the pattern at a place. A stream without one has `{}`. */
  stream(place: string, root: JsonNode, several: boolean): void {
    const { file, within } = this;
    const address = this.prefix + place;
    const stream = { root, several };
    if (!this.patterns.some((pattern) => pattern.address === address)) {
      const at = root.range.start;
      this.patterns.push({ file, within, address, name: `${file}#${address}`, text: '{}', place: () => at });
    }
    this.patterns = this.patterns.map((pattern) => (pattern.address === address ? { ...pattern, stream } : pattern));
  }

  /** `around`: the pattern in which the node stands, as far as it is known. */
  skip(place: string, node: JsonNode, layer: Layer, message: string, around?: Around): void {
    const at = lineFinder(this.within)(layer.place(node.range.start));
    const { file } = this;
    const address = this.prefix + place;
    const partial = around && this.partial(address, around);
    this.skipped.push({ file, address, ...at, message, ...(partial === undefined ? {} : { partial }) });
  }

  private partial(address: string, { pattern, layer, isUnknown, secret = false }: Around): Skipped['partial'] {
    const { file, within } = this;
    const named = { file, address, name: `${file}#${address}`, within };
    if (secret) {
      const { text, place } = textOf(pattern, layer);
      return { ...named, text, place };
    }
    const opened = openPartly(pattern, layer);
    if ('problem' in opened || opened.node.kind !== 'object' || isUnknown(opened.node)) return undefined;
    const { node: root, layer: inner } = opened;
    return { ...named, root, isUnknown, place: (offset) => inner.place(offset) };
  }

  /** A place of the file that cannot be read. `place` is empty where it is not known what stands there. */
  problem(place: string, offset: number, message: string): void {
    const address = this.prefix + place;
    this.broken.push({ address, problem: { file: this.file, ...lineFinder(this.within)(offset), message } });
  }

  /** Hides secrets wherever the file is shown. Nothing is hidden of what is read. */
  hide(nodes: readonly JsonNode[], layer: Layer): void {
    if (nodes.length === 0) return;
    const ranges = nodes.map(({ range }) => ({ start: layer.place(range.start), end: layer.place(range.end) }));
    const shown = masked(this.within, ranges);
    this.patterns = this.patterns.map((pattern) => ({ ...pattern, shown }));
    this.skipped = this.skipped.map((one) =>
      one.partial === undefined ? one : { ...one, partial: { ...one.partial, shown } },
    );
  }

  /** What a node holds, or undefined when it is a string that is not JSON, which is taken down. */
  open(place: string, name: string, node: JsonNode, layer: Layer): Opened | undefined {
    const opened = open(node, layer);
    if (!('problem' in opened)) return opened;
    this.problem(place, opened.at, `\`${name}\` of \`${this.prefix + place}\` is not JSON: ${opened.problem.message}`);
    return undefined;
  }
}

/** Every character of the ranges, which may overlap, is `*`; line ends stay. */
function masked(text: string, ranges: readonly Range[]): string {
  let out = '';
  let kept = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= kept) continue;
    const from = Math.max(kept, start);
    out += text.slice(kept, from) + text.slice(from, end).replace(/[^\r\n]/g, '*');
    kept = end;
  }
  return out + text.slice(kept);
}
