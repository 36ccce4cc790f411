/** Collects the results of reading a document: patterns, unknown values, problems. Independent of the tool. */
import type { DialectName, JsonNode, Range } from '../../index.ts';
import { lineFinder } from '../findings/line-finder.ts';
import type { Broken, Found, PatternSource, Skipped } from './found.ts';
import { type Layer, type Opened, open, openPartly, textOf } from './layer.ts';

/** A pattern that is secret, or contains unknown values. */
export interface Around {
  readonly pattern: JsonNode;
  readonly layer: Layer;
  readonly isUnknown: (node: JsonNode) => boolean;
  readonly secret?: boolean | undefined;
  readonly dialect: DialectName | undefined;
}

export class Collector implements Found {
  patterns: PatternSource[] = [];
  skipped: Skipped[] = [];
  readonly broken: Broken[] = [];
  private readonly file: string;
  private readonly within: string;
  private readonly prefix: string;

  /** `prefix` precedes each address. */
  constructor(file: string, within: string, prefix: string) {
    this.file = file;
    this.within = within;
    this.prefix = prefix;
  }

  get isEmpty(): boolean {
    return this.patterns.length + this.skipped.length + this.broken.length === 0;
  }

  /** Accepts any node: a finding reports one that is no pattern. `dialect`: its language, where the tool decides that. */
  pattern(place: string, node: JsonNode, layer: Layer, dialect?: DialectName): void {
    const { file, within } = this;
    const address = this.prefix + place;
    this.patterns.push({ file, within, address, name: `${file}#${address}`, dialect, ...textOf(node, layer) });
  }

  /** The absent or empty pattern of a stream, which means `{}`. */
  empty(place: string, node: JsonNode, layer: Layer, dialect?: DialectName): void {
    const { file, within } = this;
    const address = this.prefix + place;
    const at = layer.place(node.range.start);
    this.patterns.push({ file, within, address, name: `${file}#${address}`, dialect, text: '{}', place: () => at });
  }

  /** Adds the stream around the pattern at a place. A stream without a pattern has `{}`. */
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

  /** `around`: the pattern that contains the node, as far as it is known. */
  skip(place: string, node: JsonNode, layer: Layer, message: string, around?: Around): void {
    const at = lineFinder(this.within)(layer.place(node.range.start));
    const { file } = this;
    const address = this.prefix + place;
    const partial = around && this.partial(address, around);
    this.skipped.push({ file, address, ...at, message, ...(partial === undefined ? {} : { partial }) });
  }

  private partial(address: string, { pattern, layer, isUnknown, secret = false, dialect }: Around): Skipped['partial'] {
    const { file, within } = this;
    const named = { file, address, name: `${file}#${address}`, within, dialect };
    if (secret) {
      const { text, place } = textOf(pattern, layer);
      return { ...named, text, place };
    }
    const opened = openPartly(pattern, layer);
    if ('problem' in opened || opened.node.kind !== 'object' || isUnknown(opened.node)) return undefined;
    const { node: root, layer: inner } = opened;
    return { ...named, root, isUnknown, place: (offset) => inner.place(offset) };
  }

  /** A place of the file that cannot be read. `place` is empty when its address is unknown. */
  problem(place: string, offset: number, message: string): void {
    const address = this.prefix + place;
    this.broken.push({ address, problem: { file: this.file, ...lineFinder(this.within)(offset), message } });
  }

  /** Masks secrets when the file is shown. Reading is not affected. */
  hide(nodes: readonly JsonNode[], layer: Layer): void {
    if (nodes.length === 0) return;
    const ranges = nodes.map(({ range }) => ({ start: layer.place(range.start), end: layer.place(range.end) }));
    const shown = masked(this.within, ranges);
    this.patterns = this.patterns.map((pattern) => ({ ...pattern, shown }));
    this.skipped = this.skipped.map((one) =>
      one.partial === undefined ? one : { ...one, partial: { ...one.partial, shown } },
    );
  }

  /** The JSON in a node; undefined for a string that is not JSON, which is reported. */
  open(place: string, name: string, node: JsonNode, layer: Layer): Opened | undefined {
    const opened = open(node, layer);
    if (!('problem' in opened)) return opened;
    this.problem(place, opened.at, `\`${name}\` of \`${this.prefix + place}\` is not JSON: ${opened.problem.message}`);
    return undefined;
  }
}

/** Replaces every character of the ranges, which may overlap, by `*`, except line ends. */
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
